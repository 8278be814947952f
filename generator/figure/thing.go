package figure

import "slices"

// thing is a kind of thing in a drawing: a row of the table of things. It either stands there or is held.
type thing struct {
	kind          string
	width, height float64 // as a rule, in centimetres
	upright       bool    // it is leant on or held from the side, not stood upon
	gripped       bool    // hands go round its edge
	hung          bool    // hands hang on it
	rides         bool    // it is below what rests on it, in every pose
	beforeArm     bool    // it is drawn over the near arm
	// standing draws it where it stands; nil for what is held.
	standing func(stood) []shape
	// solid returns what of it nothing can go through; nil for what is held, or thin.
	solid func(stood) []box
	// held draws it in a hold; nil for what stands.
	held func(hold) []shape
}

// things is the table of things. A test fails for a row that is drawn in neither way.
var things = [...]thing{
	{kind: "dumbbell", width: 28, height: 13, held: drawDumbbell},
	{kind: "kettlebell", width: 19, height: 28, held: drawKettlebell},
	{kind: "barbell", width: 45, height: 45, beforeArm: true, held: drawBarbell},
	{kind: "band", width: 8, height: 176, held: drawBand},
	{kind: "box", width: 44, height: 44, standing: drawBlock, solid: wholeBlock},
	{kind: "bench", width: 44, height: 42, standing: drawBench, solid: topOnly},
	{kind: "step", width: 40, height: 15, standing: drawBlock, solid: wholeBlock},
	{kind: "chair", width: 42, height: 45, standing: drawChair, solid: topOnly},
	{kind: "slider", width: 24, height: 3, rides: true, standing: drawSlider},
	{kind: "bar", width: 100, height: 216, hung: true, standing: drawBar},
	{kind: "wall", width: 8, height: 176, upright: true, standing: drawWall, solid: wallOnly},
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

// stands reports whether a kind of thing stands there.
func stands(kind string) bool { return thingOf(kind).standing != nil }

// The largest numbers of a drawing: of centimetres, and of seconds. House rules.
const (
	mostCentimetres = 300
	mostSeconds     = 60
)

// within returns a number of centimetres that fits into a drawing.
func within(n int) float64 { return float64(min(max(n, -mostCentimetres), mostCentimetres)) }

// height returns how high a thing is, or how high something lies on it.
func (p Prop) height() float64 { return orElse(p.Height, thingOf(p.Kind).height) }

func (p Prop) width() float64 { return orElse(p.Width, thingOf(p.Kind).width) }

// in reports whether the thing is there in the pose at an index.
func (p Prop) in(pose int) bool { return len(p.Poses) == 0 || slices.Contains(p.Poses, pose+1) }

func orElse(n int, usual float64) float64 {
	if n > 0 {
		return within(n)
	}
	return usual
}

// thickness is how thick the seat of a bench or chair is.
const thickness = 7.0

// drawBlock draws a box, a step or a door.
func drawBlock(s stood) []shape {
	l, r := s.edges()
	return []shape{{ink: inkThing, faces: [][]point{{{l, 0}, {r, 0}, {r, s.height}, {l, s.height}}}}}
}

func wholeBlock(s stood) []box {
	l, r := s.edges()
	return []box{{l, 0, r, s.height}}
}

func topOnly(s stood) []box {
	l, r := s.edges()
	return []box{{l, s.height - thickness, r, s.height}}
}

func wallOnly(s stood) []box {
	if s.face < 0 {
		return []box{{s.x - s.width, 0, s.x, s.height}}
	}
	return []box{{s.x, 0, s.x + s.width, s.height}}
}

func drawBench(s stood) []shape {
	l, r := s.edges()
	const leg, half = thickness, thickness / 2
	return []shape{
		{ink: inkThing, lines: [][]point{{{l + leg, 0}, {l + leg, s.height - thickness}}, {{r - leg, 0}, {r - leg, s.height - thickness}}}},
		{ink: inkTip, chains: [][]disc{{{point{l + half, s.height - half}, half}, {point{r - half, s.height - half}, half}}}},
	}
}

func drawChair(s stood) []shape {
	l, r := s.edges()
	h := s.height
	return []shape{
		{ink: inkThing, lines: [][]point{{{l + 3, 0}, {l, h + 42}}, {{r - 3, 0}, {r - 4, h - 5}}}},
		{ink: inkTip, chains: [][]disc{{{point{l + 2.5, h - 2.5}, 2.5}, {point{r - 2.5, h - 2.5}, 2.5}}}},
	}
}

// drawSlider draws a towel or a disc that slides over the floor.
func drawSlider(s stood) []shape {
	l, r := s.edges()
	half := s.height / 2
	return []shape{{ink: inkTip, chains: [][]disc{{{point{l + half, half}, half}, {point{r - half, half}, half}}}}}
}

// drawBar draws a bar to hang from: from the front between its posts, from the side from its end, on an arm of its post.
func drawBar(s stood) []shape {
	const r, foot = 3.0, 12.0
	if s.front {
		left, right := s.edges()
		posts := [][]point{{{left, 0}, {left, s.height}}, {{right, 0}, {right, s.height}}, {{left - foot, 0}, {left + foot, 0}}, {{right - foot, 0}, {right + foot, 0}}}
		return []shape{{ink: inkThing, lines: posts}, {ink: inkTip, chains: [][]disc{{{point{left, s.height}, r}, {point{right, s.height}, r}}}}}
	}
	const arm = 46.0
	post := []point{{s.x, s.height}, {s.x + arm, s.height}, {s.x + arm, 0}}
	return []shape{
		{ink: inkThing, lines: [][]point{post, {{s.x + arm - foot, 0}, {s.x + arm + foot, 0}}}},
		{ink: inkTip, chains: [][]disc{{{point{s.x, s.height}, r + .8}}}},
	}
}

// drawWall draws a wall by its face, with hatching on the side of its stone.
func drawWall(s stood) []shape {
	stone := 1.0
	if s.face < 0 {
		stone = -1
	}
	var hatch [][]point
	for y := 6.0; y < s.height-8; y += 14 {
		hatch = append(hatch, []point{{s.x + stone, y}, {s.x + 9*stone, y + 8}})
	}
	return []shape{{ink: inkRope, lines: append(hatch, []point{{s.x, 0}, {s.x, s.height}})}}
}
