package figure

// height returns how high a thing is, or how high something lies on it.
func (p Prop) height() float64 { return orElse(p.Height, sizes(p.Kind).height) }

func (p Prop) width() float64 { return orElse(p.Width, sizes(p.Kind).width) }

func orElse(n int, usual float64) float64 {
	if n > 0 {
		return float64(n)
	}
	return usual
}

type size struct{ width, height float64 }

// sizes returns the usual measures of a kind of thing, in centimetres.
func sizes(kind string) size {
	switch kind {
	case "dumbbell":
		return size{28, 13}
	case "kettlebell":
		return size{19, 28}
	case "barbell":
		return size{45, 45}
	case "box":
		return size{44, 44}
	case "bench":
		return size{44, 42}
	case "chair":
		return size{42, 45}
	case "step":
		return size{40, 15}
	default: // wall, door, band
		return size{8, 176}
	}
}

// standing reports whether a thing stands on the floor.
func standing(kind string) bool {
	switch kind {
	case "box", "bench", "chair", "step", "wall", "door":
		return true
	}
	return false
}

// stands draws a thing on the floor, with its middle at x.
func (p Prop) stands(x float64) []shape {
	w, h := p.width()/2, p.height()
	rect := func(l, b, r, t float64) []point {
		return []point{{x + l, b}, {x + r, b}, {x + r, t}, {x + l, t}}
	}
	switch p.Kind {
	case "bench":
		return []shape{
			{ink: inkThing, lines: [][]point{{{x - w + 7, 0}, {x - w + 7, h - 7}}, {{x + w - 7, 0}, {x + w - 7, h - 7}}}},
			{ink: inkTip, chains: [][]disc{{{point{x - w + 3.5, h - 3.5}, 3.5}, {point{x + w - 3.5, h - 3.5}, 3.5}}}},
		}
	case "chair":
		return []shape{
			{ink: inkThing, lines: [][]point{{{x - w + 3, 0}, {x - w, h + 42}}, {{x + w - 3, 0}, {x + w - 4, h - 5}}}},
			{ink: inkTip, chains: [][]disc{{{point{x - w + 2.5, h - 2.5}, 2.5}, {point{x + w - 2.5, h - 2.5}, 2.5}}}},
		}
	case "wall":
		var hatch [][]point
		for y := 6.0; y < h-8; y += 14 {
			hatch = append(hatch, []point{{x + 1, y}, {x + 9, y + 8}})
		}
		return []shape{{ink: inkRope, lines: append(hatch, []point{{x, 0}, {x, h}})}}
	case "door":
		return []shape{{ink: inkThing, faces: [][]point{rect(-w, 0, w, h)}}}
	default:
		return []shape{{ink: inkThing, faces: [][]point{rect(-w, 0, w, h)}}}
	}
}

// holds returns the places at which the body holds a prop: first those on the far side.
func (b body) holds(at string) (behind, before []point) {
	nearHand, farHand := b.arms[near].hand.at, b.arms[far].hand.at
	trunk := b.neck.at.minus(b.pelvis.at).times(1 / trunkLength)
	switch at {
	case "hands":
		return nil, []point{nearHand.to(farHand, .5)}
	case "each hand":
		return []point{farHand}, []point{nearHand}
	case "near hand":
		return nil, []point{nearHand}
	case "far hand":
		return []point{farHand}, nil
	case "shoulders":
		return nil, []point{b.neck.at.along(trunk.ahead(), 8).along(trunk, 3)}
	case "back":
		return nil, []point{b.neck.at.along(trunk.ahead(), -7).along(trunk, 1)}
	case "hips":
		return nil, []point{b.pelvis.at.along(trunk.ahead(), pelvisRadius+2)}
	}
	return nil, nil
}

// held draws a prop that is held at a place.
func (p Prop) held(at point) []shape {
	along := downward(float64(p.Turn) + 90)
	across := along.ahead()
	switch p.Kind {
	case "dumbbell":
		return []shape{{ink: inkProp, chains: [][]disc{p.head(at, along, across, 1), p.head(at, along, across, -1), {{at.along(along, -p.width()/2+3), 1.8}, {at.along(along, p.width()/2-3), 1.8}}}}}
	case "kettlebell":
		down := downward(float64(p.Turn))
		r := p.width() / 2
		bell := at.along(down, p.height()-r-3)
		handle := bell.along(down, -r+1)
		side := down.ahead()
		return []shape{
			{ink: inkHollow, lines: [][]point{{handle.along(side, -5.5), at.along(side, -6).along(down, 2), at.along(side, -4.5), at.along(side, 4.5), at.along(side, 6).along(down, 2), handle.along(side, 5.5)}}},
			{ink: inkProp, chains: [][]disc{{{bell, r}}}},
		}
	case "barbell":
		r := p.width()/2 - 2
		return []shape{{ink: inkHollow, chains: [][]disc{{{at, r}}}}, {ink: inkProp, chains: [][]disc{{{at, 4}}}}}
	case "band":
		return nil
	}
	return nil
}

// head returns one end of a dumbbell.
func (p Prop) head(at, along, across point, end float64) []disc {
	r := 3.6
	tall := p.height()/2 - r
	middle := at.along(along, end*(p.width()/2-r))
	return []disc{{middle.along(across, -tall), r}, {middle.along(across, tall), r}}
}
