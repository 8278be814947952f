package figure

import "strconv"

// Sign says how an exercise is done, where poses cannot show it.
type Sign string

// The signs. The zero Sign is none.
const (
	HoldSign Sign = "hold" // it is held: a clock
	WalkSign Sign = "walk" // it is walked with: footsteps
)

// text is a short text, by its middle.
type text struct {
	at   point
	size float64 // the height of a figure
	text string
}

// figureWidth is how wide a character is, as a part of its height: of a figure in the usual fonts without serifs, with room to spare.
const figureWidth = 0.85

func (t text) box() box {
	w := t.size * figureWidth * float64(len(t.text))
	return box{t.at.x - w/2, t.at.y - t.size/2, t.at.x + w/2, t.at.y + t.size/2}
}

// The measures of signs and their texts: large enough to be read where a drawing is 25 mm wide.
const (
	textSize    = 13.0
	clockRadius = 13.0
	soleLength  = 30.0
)

// signs draws what is to be known of a pose beside it: how long it takes, and how the exercise is done. Poses that walk show that by
// themselves.
func (f Figure) signs(s scene, i int, shapes []shape) []shape {
	var list []shape
	p, b := f.Poses[i], s.bodies[i]
	head := b.head.at
	if i > 0 && p.Seconds > 0 {
		count := strconv.Itoa(min(p.Seconds, mostSeconds)) + " s"
		room := text{size: textSize, text: count}.box().width()
		at := spot(shapes, point{b.pelvis.at.x, head.y + clockRadius}, 2*clockRadius+5+room, 2*clockRadius+6)
		clock := at.plus(point{-(5 + room) / 2, -2})
		list = append(list, drawClock(clock)...)
		list = append(list, shape{ink: inkText, texts: []text{{clock.plus(point{clockRadius + 5 + room/2, 0}), textSize, count}}})
	}
	if i != len(f.Poses)-1 {
		return list
	}
	switch {
	case f.Sign == HoldSign:
		at := spot(append(shapes, list...), point{b.pelvis.at.x, boxOf(shapes).top}, 2*clockRadius+2, 2*clockRadius+8)
		list = append(list, drawClock(at.plus(point{0, -3}))...)
	case f.Sign == WalkSign && !f.walks(s, i):
		list = append(list, drawSteps(b, boxOf(shapes))...)
	}
	return list
}

// drawClock draws a stopwatch.
func drawClock(at point) []shape {
	const r, knob = clockRadius, 5.0
	return []shape{
		{ink: inkSign, chains: [][]disc{{{at, r}}}},
		{ink: inkArrow, lines: [][]point{{at.plus(point{0, r * .62}), at, at.plus(point{r * .5, 0})}, {at.plus(point{0, r + 1}), at.plus(point{0, r + knob})}}},
	}
}

// drawSteps draws the prints of shoes before the figure: to its right, or towards the viewer.
func drawSteps(b body, around box) []shape {
	const across, apart = 10.0, soleLength + 6
	forwards, start := point{1, 0}, point{around.right + 8, across + 7}
	if b.front {
		forwards, start = point{0, -1}, point{around.right + across + 10, 2.2*apart + soleLength}
	}
	var list []shape
	for n := range 3 {
		side := across
		if n%2 == 1 {
			side = -across
		}
		at := start.along(forwards, float64(n)*apart*.8).along(forwards.ahead(), side)
		list = append(list, shape{ink: inkTip, chains: [][]disc{
			{{at.along(forwards, 4.8), 4.8}, {at.along(forwards, 13), 3.2}, {at.along(forwards, 21), 6}, {at.along(forwards, soleLength-4), 4}},
		}})
	}
	return list
}
