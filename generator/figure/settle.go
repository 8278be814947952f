package figure

import "math"

// A pose need not be exact to the degree: the whole figure is tipped by up to mostTilt degrees until all that should touch
// does. What is left may be off by up to tolerance centimetres. House rules.
const (
	mostTilt  = 6.0
	tiltStep  = 0.1
	tolerance = 2.0
)

// surface returns the height of what a contact rests on.
func (f Figure) surface(c contact) float64 {
	for _, p := range f.Props {
		if p.Kind == c.on && c.on != "" {
			return p.height()
		}
	}
	return 0
}

// stand returns the figure in its pose, placed on what it touches: the least tipped of the ways in which all contacts come
// as near as they can. The point that is fixed sideways is the hip.
func (f Figure) stand(p Pose) body {
	touching, hold := p.contacts(), f.grips()
	best, least := 0.0, math.Inf(1)
	steps := int(mostTilt / tiltStep)
	for i := range 2*steps + 1 {
		tilt := float64((i+1)/2) * tiltStep
		if i%2 == 0 {
			tilt = -tilt
		}
		if spread := f.spread(assemble(p, tilt, hold, touching), touching); spread < least-.02 {
			best, least = tilt, spread
		}
	}
	b := assemble(p, best, hold, touching)
	return b.moved(point{0, float64(p.Air) - f.gap(b, touching)})
}

// spread is how far apart the contacts are in height, above what they rest on.
func (f Figure) spread(b body, touching []contact) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, h := range f.heights(b, touching) {
		low, high = min(low, h), max(high, h)
	}
	return max(high-low, 0)
}

// heights returns how high each limb that should touch is above its surface.
func (f Figure) heights(b body, touching []contact) []float64 {
	var list []float64
	for _, c := range touching {
		if thingOf(c.on).upright {
			continue
		}
		for side, is := range c.side {
			if is {
				_, y := lowest(b.pieces(c.part, side))
				list = append(list, y-f.surface(c))
			}
		}
	}
	return list
}

// gap is how high the figure is above what it should stand on; without a contact, above the floor.
func (f Figure) gap(b body, touching []contact) float64 {
	heights := f.heights(b, touching)
	if len(heights) == 0 {
		_, y := lowest(b.discs())
		return y
	}
	low := heights[0]
	for _, h := range heights {
		low = min(low, h)
	}
	return low
}

// grips says which hands hold something.
func (f Figure) grips() grips {
	var g grips
	for _, p := range f.Props {
		switch p.At {
		case "hands":
			g = grips{true, true}
		case "near hand":
			g[near] = true
		case "far hand":
			g[far] = true
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
