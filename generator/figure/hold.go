package figure

import "math"

// hold is how a thing is held.
type hold struct {
	at, fixed     point   // where it is held, and where its other end is fixed
	atEnd         bool    // by its upper end, where it has two
	turn          float64 // in degrees
	width, height float64
	on            point // the way from the body, where the thing lies on top of it and does not hang; zero elsewhere
}

// holder is a place of the body that holds things: a row of the table of holders.
type holder struct {
	words string
	hands [2]bool // the hands that are closed round it
	atEnd bool    // they are round its upper end where it has two, and it is before the arms
	// places returns where it is held: first what is drawn behind the body.
	places func(body) (behind, before []point)
	// outward returns the way from the body at a place on which things lie where that is up; nil elsewhere.
	outward func(body) point
}

// holders is the table of them.
var holders = [...]holder{
	{words: "hands", hands: [2]bool{true, true}, places: betweenHands},
	{words: "palms", hands: [2]bool{true, true}, atEnd: true, places: betweenHands},
	{words: "each hand", hands: [2]bool{true, true}, places: func(b body) (_, _ []point) {
		return []point{b.arms[far].hand.at}, []point{b.arms[near].hand.at}
	}},
	{words: "near hand", hands: [2]bool{near: true}, places: func(b body) (_, _ []point) { return nil, []point{b.arms[near].hand.at} }},
	{words: "far hand", hands: [2]bool{far: true}, places: func(b body) (_, _ []point) { return []point{b.arms[far].hand.at}, nil }},
	{words: "shoulders", places: func(b body) (_, _ []point) { return nil, []point{b.besideNeck(8, 3)} }},
	{words: "back", places: func(b body) (_, _ []point) { return nil, []point{b.besideNeck(-7, 1)} }},
	{words: "hips", places: func(b body) (_, _ []point) {
		return nil, []point{b.pelvis.at.along(b.trunkUp().ahead(), pelvisRadius+2)}
	}, outward: func(b body) point { return b.trunkUp().ahead() }},
	{words: "knees", places: func(b body) (_, _ []point) {
		return nil, []point{b.legs[near].knee.at.to(b.legs[near].hip.at, .2).along(b.overThigh(), kneeRadius+4)}
	}, outward: body.overThigh},
	{words: "near knee", places: func(b body) (_, _ []point) { return nil, []point{b.legs[near].knee.at} }},
	{words: "far knee", places: func(b body) (_, _ []point) { return []point{b.legs[far].knee.at}, nil }},
	{words: "near foot", places: func(b body) (_, _ []point) { return nil, []point{b.legs[near].ball.at} }},
	{words: "far foot", places: func(b body) (_, _ []point) { return []point{b.legs[far].ball.at}, nil }},
	{words: "near ankle", places: func(b body) (_, _ []point) { return nil, []point{b.legs[near].ankle.at} }},
	{words: "far ankle", places: func(b body) (_, _ []point) { return []point{b.legs[far].ankle.at}, nil }},
}

// overThigh is the way from the near thigh to where the front of the body is.
func (b body) overThigh() point {
	l := b.legs[near]
	return l.knee.at.minus(l.hip.at).times(-1 / thighLength).ahead()
}

// lyingOn returns the way from the body at a holder, if things lie on top of it there; the zero point where they hang.
func (h holder) lyingOn(b body) point {
	const steep = .5
	if h.outward == nil || h.outward(b).y < steep {
		return point{}
	}
	return h.outward(b)
}

// turned returns a direction turned forwards by some degrees.
func (a point) turned(degrees float64) point {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return a.times(cos).along(a.ahead(), sin)
}

// sunkIn is how deep what lies on the body sinks into it, in centimetres: a house rule.
const sunkIn = 4.0

// betweenHands is the middle between the hands.
func betweenHands(b body) (_, _ []point) {
	return nil, []point{b.arms[near].hand.at.to(b.arms[far].hand.at, .5)}
}

// Holders returns the words for who holds a thing.
func Holders() []string {
	var words []string
	for _, h := range holders {
		words = append(words, h.words)
	}
	return words
}

// Ends returns the words for where the other end of a band is.
func Ends() []string {
	words := Holders()
	for _, t := range things {
		if t.standing != nil {
			words = append(words, t.kind)
		}
	}
	return words
}

// holderOf returns the row of a holder; one that holds nothing where there is none.
func holderOf(words string) holder {
	for _, h := range holders {
		if h.words == words {
			return h
		}
	}
	return holder{places: func(body) (_, _ []point) { return nil, nil }}
}

// heldBy reports whether the hand of that side is closed round the thing.
func (p Prop) heldBy(side int) bool { return holderOf(p.At).hands[side] }

// trunkUp is the direction from the hips to the shoulders.
func (b body) trunkUp() point { return b.neck.at.minus(b.pelvis.at).times(1 / trunkLength) }

// besideNeck is a place before the end of the trunk and above it.
func (b body) besideNeck(ahead, up float64) point {
	trunk := b.trunkUp()
	return b.neck.at.along(trunk.ahead(), ahead).along(trunk, up)
}

// drawHeld draws a thing where it is held, in the pose at an index.
func (s scene) drawHeld(p Prop, at point, i int) []shape {
	held := thingOf(p.Kind).held
	if held == nil {
		return nil
	}
	by := holderOf(p.At)
	return held(hold{at: at, fixed: s.otherEnd(p, i), atEnd: by.atEnd, turn: float64(p.Turn), width: p.width(), height: p.height(), on: by.lyingOn(s.bodies[i])})
}

// otherEnd is where a thing that is held is fixed: at what it says; otherwise X before the near foot of the first pose.
func (s scene) otherEnd(p Prop, i int) point {
	if behind, before := holderOf(p.To).places(s.bodies[i]); len(behind)+len(before) > 0 {
		return append(behind, before...)[0]
	}
	for _, t := range s.stood[i] {
		if t.kind == p.To {
			return point{t.x, orElse(p.Height, t.height)}
		}
	}
	return point{s.bodies[0].legs[near].ankle.at.x + within(p.X), within(p.Height)}
}

func drawDumbbell(h hold) []shape {
	along := downward(h.turn + 90)
	if h.atEnd {
		h.at = h.at.along(along, dumbbellHead-h.width/2)
	}
	h.at = h.at.along(h.on, h.height/2-sunkIn)
	bar := []disc{{h.at.along(along, -h.width/2+3), 1.8}, {h.at.along(along, h.width/2-3), 1.8}}
	return []shape{{ink: inkProp, chains: [][]disc{h.head(along, 1), h.head(along, -1), bar}}}
}

// dumbbellHead is half of how thick the head of a dumbbell is.
const dumbbellHead = 3.6

// head returns one end of a dumbbell.
func (h hold) head(along point, end float64) []disc {
	const r = dumbbellHead
	tall := h.height/2 - r
	middle := h.at.along(along, end*(h.width/2-r))
	return []disc{{middle.along(along.ahead(), -tall), r}, {middle.along(along.ahead(), tall), r}}
}

func drawKettlebell(h hold) []shape {
	down, r := downward(h.turn), h.width/2
	bell := h.at.along(down, h.height-r-3)
	if h.on != (point{}) { // the bell lies there, and the handle points away
		down = h.on.turned(h.turn).times(-1)
		bell = h.at.along(h.on, r-sunkIn)
		h.at = bell.along(down, r+3-h.height)
	}
	side := down.ahead()
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
