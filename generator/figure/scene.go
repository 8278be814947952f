package figure

import (
	"math"
	"slices"
)

// scene is the poses of a figure in one world: what they share stands at the same place.
type scene struct {
	bodies []body
	things [][]shape // the props on the floor, as they are drawn
}

func (f Figure) scene() scene {
	var s scene
	for i, p := range f.Poses {
		b := f.stand(p)
		if i > 0 {
			b = b.moved(point{f.anchor(s.bodies[0], f.Poses[0], p) - f.anchor(b, p, f.Poses[0]), 0})
		}
		s.bodies = append(s.bodies, b)
	}
	for _, p := range f.Props {
		if standing := thingOf(p.Kind).standing; standing != nil {
			s.things = append(s.things, standing(f.place(p, s.bodies), p.width(), p.height()))
		}
	}
	return s
}

// anchor returns where the first contact is that a pose shares with another; the hip where there is none.
func (f Figure) anchor(b body, p, other Pose) float64 {
	for _, c := range f.Poses[0].contacts() {
		same := func(d contact) bool { return d.part == c.part && d.side == c.side && d.on == c.on }
		if slices.ContainsFunc(p.contacts(), same) && slices.ContainsFunc(other.contacts(), same) {
			if c.part == partFoot {
				return b.legs[firstSide(c)].ball.at.x
			}
			x, _ := lowest(b.touch(c))
			return x
		}
	}
	return b.pelvis.at.x
}

func firstSide(c contact) int {
	if c.side[near] {
		return near
	}
	return far
}

// place returns where the middle of a thing on the floor is: below what first rests on it, moved by X; otherwise X
// before the near ankle of the first pose.
func (f Figure) place(p Prop, bodies []body) float64 {
	shift := float64(p.X)
	for i, b := range bodies {
		for _, c := range f.Poses[i].contacts() {
			if c.on != p.Kind {
				continue
			}
			if t := thingOf(c.on); t.upright {
				h := b.arms[firstSide(c)].hand
				if t.gripped {
					return h.at.x + shift
				}
				return h.at.x + h.r + 1 + shift
			}
			x, _ := lowest(b.touch(c))
			return x + shift
		}
	}
	if len(bodies) == 0 {
		return shift
	}
	return bodies[0].legs[near].ankle.at.x + shift
}

// panel draws one pose with all props.
func (f Figure) panel(s scene, i int) []shape {
	b := s.bodies[i]
	var list, before []shape
	for _, t := range s.things {
		list = append(list, t...)
	}
	for _, p := range f.Props {
		far, near := b.holds(p.At)
		for _, at := range far {
			list = append(list, f.drawHeld(p, at, s)...)
		}
		for _, at := range near {
			before = append(before, f.drawHeld(p, at, s)...)
		}
	}
	behind := inkFar
	if b.front { // both sides are equally near
		behind = inkBody
	}
	list = append(list, b.behind(f, behind)...)
	list = append(list, b.middle())
	arm := shape{ink: inkBody, chains: b.arms[near].flesh()}
	if f.beforeArm() {
		return append(append(list, arm), before...)
	}
	return append(append(list, before...), arm)
}

// beforeArm reports whether what is held is drawn over the near arm.
func (f Figure) beforeArm() bool {
	return slices.ContainsFunc(f.Props, func(p Prop) bool { return thingOf(p.Kind).beforeArm })
}

// drawHeld draws a thing where it is held. What is fixed at its other end is so beside the near foot of the first pose.
func (f Figure) drawHeld(p Prop, at point, s scene) []shape {
	held := thingOf(p.Kind).held
	if held == nil {
		return nil
	}
	foot := s.bodies[0].legs[near].ankle.at.x + float64(p.X)
	return held(hold{at: at, fixed: point{foot, float64(p.Height)}, turn: float64(p.Turn), width: p.width(), height: p.height()})
}

// The measures of a drawing.
const (
	margin   = 5.0
	between  = 34.0 // between two poses beside each other
	below    = 30.0 // between two poses below each other
	widest   = 132.0
	overhang = 5.0 // of the floor
)

// layout places the panels: poses that stand beside each other, those that lie below each other.
func (f Figure) layout() []shape {
	s := f.scene()
	panels := make([][]shape, len(f.Poses))
	wide := false
	for i := range panels {
		panels[i] = f.panel(s, i)
		wide = wide || boxOf(panels[i]).width() > widest
	}
	var all []shape
	var at point
	for i, p := range panels {
		b := boxOf(p)
		by := point{at.x - b.left, at.y}
		if wide {
			if i > 0 {
				at.y -= b.top
			}
			by = point{0, at.y}
		}
		floor := shape{ink: inkGround, lines: [][]point{{{b.left - overhang, -1}, {b.right + overhang, -1}}}}
		if i > 0 {
			all = append(all, f.arrow(s.bodies[i-1], s.bodies[i], wide, at)...)
		}
		for _, part := range append([]shape{floor}, p...) {
			all = append(all, part.moved(by))
		}
		if wide {
			at.y -= below
		} else {
			at.x += b.width() + between
		}
	}
	return all
}

// arrow draws the movement between two poses.
func (f Figure) arrow(from, to body, wide bool, at point) []shape {
	a, b := mover(from, to)
	if wide {
		x := (a.x + b.x) / 2
		y := at.y + boxOf([]shape{to.middle()}).top
		return pointed(point{x, y + below - 4}, point{x, y + below - 10}, point{x, y + 12}, point{x, y + 4})
	}
	left, right := at.x-between+3, at.x-3
	if math.Abs(a.y-b.y) < 14 {
		y := (a.y + b.y) / 2
		return pointed(point{left, y}, point{left + 8, y}, point{right - 8, y}, point{right, y})
	}
	dy := max(-44, min(44, b.y-a.y))
	y := a.y
	x := right - 8
	return pointed(point{left, y}, point{x, y}, point{x, y + dy*.3}, point{x, y + dy})
}

// mover returns the joint that moves most, before and after.
func mover(from, to body) (a, b point) {
	pairs := [][2]point{{from.pelvis.at, to.pelvis.at}, {from.chest.at, to.chest.at}, {from.arms[near].hand.at, to.arms[near].hand.at}, {from.legs[near].knee.at, to.legs[near].knee.at}}
	for _, p := range pairs {
		if p[1].minus(p[0]).length() > b.minus(a).length()+1e-6 {
			a, b = p[0], p[1]
		}
	}
	return a, b
}

// pointed draws a curve with a head at its end.
func pointed(a, b, c, d point) []shape {
	dir := d.minus(c)
	n := dir.length()
	if n == 0 {
		return nil
	}
	dir = dir.times(1 / n)
	back := d.along(dir, -9)
	side := dir.ahead()
	return []shape{
		{ink: inkArrow, curves: [][4]point{{a, b, c, d.along(dir, -6)}}},
		{ink: inkTip, faces: [][]point{{d, back.along(side, 6), back.along(side, -6)}}},
	}
}
