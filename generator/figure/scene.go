package figure

import "slices"

// scene is the poses of a figure in one world: what they share is at the same place.
type scene struct {
	bodies []body
	stood  [][]stood // what stands there in each pose
}

func (f Figure) scene() scene { return f.sceneAfter(nil) }

// sceneAfter returns the scene in which the first bodies are already where they stand.
func (f Figure) sceneAfter(bodies []body) scene {
	s := scene{bodies: slices.Clone(bodies)}
	for i := len(bodies); i < len(f.Poses); i++ {
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

// anchors returns where the first contact is that two poses share, in both, in the middle between its sides; the hips where there is none.
func anchors(a, b body, p, q Pose) (was, is float64) {
	for _, c := range p.contacts() {
		if thingOf(c.on).rides {
			continue
		}
		for _, d := range q.contacts() {
			if side, ok := c.shares(d); ok {
				other := side
				if c.side == d.side {
					other = c.last()
				}
				return (a.foothold(c, side) + a.foothold(c, other)) / 2, (b.foothold(c, side) + b.foothold(c, other)) / 2
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
	if slices.ContainsFunc(props, func(p Prop) bool { return thingOf(p.Kind).beforeArm || holderOf(p.At).atEnd }) {
		return append(append(list, arm), before...)
	}
	return append(append(list, before...), arm)
}
