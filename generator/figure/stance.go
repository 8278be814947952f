package figure

import (
	"math"
	"slices"
)

// A pose need not be exact to the degree: the whole figure is tipped by up to mostTilt degrees until all that should touch
// does. What is left may be off by up to tolerance centimetres. House rules.
const (
	mostTilt  = 6.0
	tiltStep  = 0.1
	tolerance = 2.0
)

// stance is a pose with what is there in it.
type stance struct {
	Pose
	props    []Prop
	touching []contact
}

// stance returns the pose at an index, with the things that are there in it.
func (f Figure) stance(i int) stance {
	s := stance{Pose: f.Poses[i], touching: f.Poses[i].contacts()}
	for _, p := range f.Props {
		if p.in(i) {
			s.props = append(s.props, p)
		}
	}
	return s
}

// surface returns the height of what a contact rests on.
func (s stance) surface(c contact) float64 {
	for _, p := range s.props {
		if p.Kind == c.on && c.on != "" {
			return p.height()
		}
	}
	return 0
}

// stand returns the figure in its pose, placed on what it touches: the least tipped of the ways in which all contacts come
// as near as they can. The point that is fixed sideways is the hip.
func (s stance) stand() body {
	hold := s.grips()
	best, least := 0.0, math.Inf(1)
	steps := int(mostTilt / tiltStep)
	const better = .02 // less is not worth a tilt
	for i := range 2*steps + 1 {
		if least < better {
			break
		}
		tilt := float64((i+1)/2) * tiltStep
		if i%2 == 0 {
			tilt = -tilt
		}
		if spread := s.spread(assemble(s.Pose, tilt, hold, s.touching)); spread < least-better {
			best, least = tilt, spread
		}
	}
	b := assemble(s.Pose, best, hold, s.touching)
	return b.moved(point{0, within(s.Air) - s.gap(b)})
}

// spread is how far apart the contacts are in height, above what they rest on.
func (s stance) spread(b body) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, h := range s.heights(b, s.touching) {
		low, high = min(low, h), max(high, h)
	}
	return max(high-low, 0)
}

// heights returns how high each limb that should touch is above its surface; one that hangs, above what it hangs on.
func (s stance) heights(b body, touching []contact) []float64 {
	var list []float64
	for _, c := range touching {
		t := thingOf(c.on)
		if t.upright {
			continue
		}
		for side, is := range c.side {
			switch {
			case is && t.hung:
				list = append(list, b.arms[side].hand.at.y-s.surface(c))
			case is:
				_, y := lowest(c.part.pieces(b, side))
				list = append(list, y-s.surface(c))
			}
		}
	}
	return list
}

// gap is how high the figure is above what it should stand on; without a contact, above the floor.
func (s stance) gap(b body) float64 {
	heights := s.heights(b, s.touching)
	if len(heights) == 0 {
		_, y := lowest(b.discs())
		return y
	}
	return slices.Min(heights)
}

// grips says which hands are closed round something.
func (s stance) grips() grips {
	var g grips
	for _, p := range s.props {
		for side := range g {
			g[side] = g[side] || p.heldBy(side)
		}
	}
	for _, c := range s.touching {
		for side, is := range c.side {
			g[side] = g[side] || is && thingOf(c.on).hung
		}
	}
	return g
}

// discs returns all pieces of the body.
func (b body) discs() []disc {
	list := []disc{b.pelvis, b.chest, b.neck, b.head, b.nose}
	for side := range b.arms {
		a, l := b.arms[side], b.legs[side]
		list = append(list, a.shoulder, a.elbow, a.wrist, a.hand, l.hip, l.knee, l.calf, l.ankle, l.heel, l.ball, l.toe)
	}
	return list
}

// moved returns the body at another place.
func (b body) moved(by point) body {
	move := func(list ...*disc) {
		for _, d := range list {
			d.at = d.at.plus(by)
		}
	}
	move(&b.pelvis, &b.chest, &b.neck, &b.head, &b.nose)
	for side := range b.arms {
		a, l := &b.arms[side], &b.legs[side]
		move(&a.shoulder, &a.elbow, &a.wrist, &a.hand)
		move(&l.hip, &l.knee, &l.calf, &l.ankle, &l.heel, &l.ball, &l.toe)
	}
	return b
}
