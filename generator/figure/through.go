package figure

import (
	"fmt"
	"math"
	"slices"
)

// into is how far a limb may be drawn into what it lies on, in centimetres: a house rule. Flesh gives way, and so does a bench.
const into = 3.5

// named is a piece of the body with the word for it.
type named struct {
	disc
	name string
}

// limb is the pieces of a limb, in order.
type limb []named

// limbs returns all of a body: the trunk, then the arms and legs of both sides.
func (b body) limbs() (trunk limb, arms, legs [2]limb) {
	trunk = limb{{b.pelvis, "hips"}, {b.chest, "chest"}, {b.neck, "neck"}, {b.head, "head"}}
	for side, name := range []string{near: "near ", far: "far "} {
		a, l := b.arms[side], b.legs[side]
		arms[side] = limb{{a.shoulder, name + "shoulder"}, {a.elbow, name + "elbow"}, {a.wrist, name + "hand"}, {a.hand, name + "hand"}}
		legs[side] = limb{{l.hip, name + "hip"}, {l.knee, name + "knee"}, {l.calf, name + "shin"}, {l.ankle, name + "foot"}, {l.heel, name + "heel"}, {l.ball, name + "foot"}, {l.toe, name + "toes"}}
	}
	return trunk, arms, legs
}

// limbOf returns the limb that a contact belongs to.
func (b body) limbOf(c contact, side int) limb {
	trunk, arms, legs := b.limbs()
	switch {
	case c.part.arm:
		return arms[side]
	case c.part.leg:
		return legs[side][1:]
	}
	return trunk
}

// sunk says what of the body would be farthest below the floor; through, what would go through a thing that it rests on. Whether a limb is
// before or behind any other thing cannot be seen in a drawing.
func (f Figure) sunk(s scene, i int) []misfit {
	trunk, arms, legs := s.bodies[i].limbs()
	deepest := named{disc: disc{r: into}}
	for _, d := range slices.Concat(trunk, arms[near], arms[far], legs[near], legs[far]) {
		if d.bottom() < deepest.bottom() {
			deepest = d
		}
	}
	if deepest.name == "" {
		return nil
	}
	return []misfit{{Problem{i, -1, "", fmt.Sprintf("in this pose the %s would be %.0f cm below the floor.", deepest.name, math.Round(-deepest.bottom())), sayGround}, deepest.name}}
}

func (f Figure) through(s scene, i int) []misfit {
	var list []misfit
	for _, t := range s.stood[i] {
		if t.solid == nil {
			continue
		}
		for _, c := range f.Poses[i].contacts() {
			if c.on != t.kind {
				continue
			}
			for side, is := range c.side {
				if name, depth := deepestIn(s.bodies[i].limbOf(c, side), t.solid(t)); is && depth > into {
					list = append(list, misfit{Problem{i, -1, "", fmt.Sprintf("in this pose the %s would go %.0f cm into the %s.", name, math.Round(depth), t.kind),
						fmt.Sprintf("Change an angle, or move the %s with x.", t.kind)}, c.text})
					break
				}
			}
		}
	}
	return list
}

// deepestIn returns what of a limb goes deepest into some boxes, and how deep.
func deepestIn(l limb, boxes []box) (name string, depth float64) {
	const steps = 8
	for i := range len(l) - 1 {
		for n := range steps + 1 {
			f := float64(n) / steps
			d := disc{l[i].at.to(l[i+1].at, f), l[i].r + (l[i+1].r-l[i].r)*f}
			for _, b := range boxes {
				if in := b.depth(d); in > depth {
					name, depth = l[i+int(math.Round(f))].name, in
				}
			}
		}
	}
	return name, depth
}

// depth is how far a disc reaches into the box; less than 0 where it is outside.
func (b box) depth(d disc) float64 {
	in := min(d.at.x-b.left, b.right-d.at.x, d.at.y-b.bottom, b.top-d.at.y)
	if in >= 0 {
		return d.r + in
	}
	outside := point{max(b.left-d.at.x, d.at.x-b.right, 0), max(b.bottom-d.at.y, d.at.y-b.top, 0)}
	return d.r - outside.length()
}
