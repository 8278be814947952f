package figure

import (
	"math"
	"slices"
)

// scene is the poses of a figure in one world: what they share is at the same place.
type scene struct {
	bodies []body
	stood  [][]stood // what stands there in each pose
}

func (f Figure) scene() scene {
	var s scene
	for i := range f.Poses {
		b := f.stance(i).stand()
		if i > 0 {
			was, is := anchors(s.bodies[0], b, f.Poses[0], f.Poses[i])
			b = b.moved(point{was - is, 0})
		}
		s.bodies = append(s.bodies, b)
	}
	s.stand(f)
	return s
}

// anchors returns where the first contact is that two poses share, in both; the hips where there is none.
func anchors(a, b body, p, q Pose) (was, is float64) {
	for _, c := range p.contacts() {
		if thingOf(c.on).rides {
			continue
		}
		for _, d := range q.contacts() {
			if side, ok := c.shares(d); ok {
				return a.foothold(c, side), b.foothold(c, side)
			}
		}
	}
	return a.pelvis.at.x, b.pelvis.at.x
}

// foothold is where a contact stays while the body moves.
func (b body) foothold(c contact, side int) float64 {
	switch {
	case c.part.foot && !c.is(heel):
		return b.legs[side].ball.at.x
	case c.is("hand") && !thingOf(c.on).hung:
		return b.arms[side].wrist.at.x
	}
	return c.part.pieces(b, side)[0].at.x
}

// panel draws one pose with the things that are there in it.
func (f Figure) panel(s scene, i int) []shape {
	b := s.bodies[i]
	var list, before []shape
	for _, t := range s.stood[i] {
		list = append(list, t.standing(t)...)
	}
	props := f.stance(i).props
	for _, p := range props {
		behind, front := holderOf(p.At).places(b)
		for _, at := range behind {
			list = append(list, s.drawHeld(p, at, i)...)
		}
		for _, at := range front {
			before = append(before, s.drawHeld(p, at, i)...)
		}
	}
	behind := inkFar
	if b.front { // both sides are equally near
		behind = inkBody
	}
	list = append(list, b.behind(f, behind)...)
	list = append(list, b.middle())
	arm := shape{ink: inkBody, chains: b.arms[near].flesh()}
	if slices.ContainsFunc(props, func(p Prop) bool { return thingOf(p.Kind).beforeArm }) {
		return append(append(list, arm), before...)
	}
	return append(append(list, before...), arm)
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
