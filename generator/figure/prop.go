package figure

import "slices"

// thing is a kind of thing in a drawing: a row of the table of things. It either stands on the floor or is held.
type thing struct {
	kind          string
	width, height float64 // as a rule, in centimetres
	upright       bool    // it is leant on or held from the side, not stood upon
	gripped       bool    // hands go round its edge
	beforeArm     bool    // it is drawn over the near arm
	// standing draws it on the floor, with its middle at x; nil for what is held.
	standing func(x, width, height float64) []shape
	// held draws it in a hold; nil for what stands.
	held func(hold) []shape
}

// hold is how a thing is held.
type hold struct {
	at, fixed     point   // where it is held, and where its other end is fixed
	turn          float64 // in degrees
	width, height float64
}

// things is the table of things. A test fails for a row that is drawn in neither way.
var things = [...]thing{
	{kind: "dumbbell", width: 28, height: 13, held: drawDumbbell},
	{kind: "kettlebell", width: 19, height: 28, held: drawKettlebell},
	{kind: "barbell", width: 45, height: 45, beforeArm: true, held: drawBarbell},
	{kind: "band", width: 8, height: 176, held: drawBand},
	{kind: "box", width: 44, height: 44, standing: drawBlock},
	{kind: "bench", width: 44, height: 42, standing: drawBench},
	{kind: "step", width: 40, height: 15, standing: drawBlock},
	{kind: "chair", width: 42, height: 45, standing: drawChair},
	{kind: "wall", width: 8, height: 176, upright: true, standing: drawWall},
	{kind: "door", width: 8, height: 176, upright: true, gripped: true, standing: drawBlock},
}

// Kinds returns the things that can be drawn.
func Kinds() []string {
	var kinds []string
	for _, t := range things {
		kinds = append(kinds, t.kind)
	}
	return kinds
}

// thingOf returns the row of a kind of thing; one without a kind where there is none.
func thingOf(kind string) thing {
	i := slices.IndexFunc(things[:], func(t thing) bool { return t.kind == kind })
	if i < 0 {
		return thing{}
	}
	return things[i]
}

// stands reports whether a kind of thing stands on the floor.
func stands(kind string) bool { return thingOf(kind).standing != nil }

// height returns how high a thing is, or how high something lies on it.
func (p Prop) height() float64 { return orElse(p.Height, thingOf(p.Kind).height) }

func (p Prop) width() float64 { return orElse(p.Width, thingOf(p.Kind).width) }

func orElse(n int, usual float64) float64 {
	if n > 0 {
		return float64(n)
	}
	return usual
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

// drawBlock draws a box, a step or a door.
func drawBlock(x, width, h float64) []shape {
	w := width / 2
	return []shape{{ink: inkThing, faces: [][]point{{{x - w, 0}, {x + w, 0}, {x + w, h}, {x - w, h}}}}}
}

func drawBench(x, width, h float64) []shape {
	w := width / 2
	return []shape{
		{ink: inkThing, lines: [][]point{{{x - w + 7, 0}, {x - w + 7, h - 7}}, {{x + w - 7, 0}, {x + w - 7, h - 7}}}},
		{ink: inkTip, chains: [][]disc{{{point{x - w + 3.5, h - 3.5}, 3.5}, {point{x + w - 3.5, h - 3.5}, 3.5}}}},
	}
}

func drawChair(x, width, h float64) []shape {
	w := width / 2
	return []shape{
		{ink: inkThing, lines: [][]point{{{x - w + 3, 0}, {x - w, h + 42}}, {{x + w - 3, 0}, {x + w - 4, h - 5}}}},
		{ink: inkTip, chains: [][]disc{{{point{x - w + 2.5, h - 2.5}, 2.5}, {point{x + w - 2.5, h - 2.5}, 2.5}}}},
	}
}

func drawWall(x, _, h float64) []shape {
	var hatch [][]point
	for y := 6.0; y < h-8; y += 14 {
		hatch = append(hatch, []point{{x + 1, y}, {x + 9, y + 8}})
	}
	return []shape{{ink: inkRope, lines: append(hatch, []point{{x, 0}, {x, h}})}}
}

func drawDumbbell(h hold) []shape {
	along := downward(h.turn + 90)
	bar := []disc{{h.at.along(along, -h.width/2+3), 1.8}, {h.at.along(along, h.width/2-3), 1.8}}
	return []shape{{ink: inkProp, chains: [][]disc{h.head(along, 1), h.head(along, -1), bar}}}
}

// head returns one end of a dumbbell.
func (h hold) head(along point, end float64) []disc {
	r := 3.6
	tall := h.height/2 - r
	middle := h.at.along(along, end*(h.width/2-r))
	return []disc{{middle.along(along.ahead(), -tall), r}, {middle.along(along.ahead(), tall), r}}
}

func drawKettlebell(h hold) []shape {
	down, r := downward(h.turn), h.width/2
	side := down.ahead()
	bell := h.at.along(down, h.height-r-3)
	handle := bell.along(down, -r+1)
	return []shape{
		{ink: inkHollow, lines: [][]point{{handle.along(side, -5.5), h.at.along(side, -6).along(down, 2), h.at.along(side, -4.5), h.at.along(side, 4.5), h.at.along(side, 6).along(down, 2), handle.along(side, 5.5)}}},
		{ink: inkProp, chains: [][]disc{{{bell, r}}}},
	}
}

func drawBarbell(h hold) []shape {
	return []shape{{ink: inkHollow, chains: [][]disc{{{h.at, h.width/2 - 2}}}}, {ink: inkProp, chains: [][]disc{{{h.at, 4}}}}}
}

func drawBand(h hold) []shape {
	return []shape{{ink: inkRope, lines: [][]point{{h.at, h.fixed}}}}
}
