package figure

import (
	"math"
	"slices"
	"strings"
)

// part is a part of the body that can rest on something: a row of the table of parts.
type part struct {
	one, many string // its words, of one side and of both
	flat      bool   // it lies as the pose says, however the body is tipped
	foot      bool   // it is a part of the foot
	leg, arm  bool   // it is a part of the leg, of the arm
	behind    bool   // it is at the back of the body
	// pieces returns the pieces of the body with which it rests.
	pieces func(b body, side int) []disc
}

// parts is the table of them. Which part of a foot rests decides where a thing stands below it, and what hangs free.
var parts = [...]part{
	{one: "foot", many: "feet", flat: true, foot: true, leg: true, pieces: func(b body, side int) []disc { l := b.legs[side]; return []disc{l.heel, l.ball, l.toe} }},
	{one: ball, many: "balls", flat: true, foot: true, leg: true, pieces: func(b body, side int) []disc { l := b.legs[side]; return []disc{l.ball, l.toe} }},
	{one: toes, many: toes, flat: true, foot: true, leg: true, pieces: func(b body, side int) []disc { l := b.legs[side]; return []disc{l.ball, l.toe} }},
	{one: heel, many: "heels", flat: true, foot: true, leg: true, pieces: func(b body, side int) []disc { return []disc{b.legs[side].heel} }},
	{one: "instep", many: "insteps", foot: true, leg: true, pieces: func(b body, side int) []disc { l := b.legs[side]; return []disc{l.ankle, l.toe} }},
	{one: "ankle", many: "ankles", leg: true, pieces: func(b body, side int) []disc { return []disc{b.legs[side].ankle} }},
	{one: "knee", many: "knees", leg: true, pieces: func(b body, side int) []disc { return []disc{b.legs[side].knee} }},
	{one: "hand", many: "hands", flat: true, arm: true, pieces: func(b body, side int) []disc { a := b.arms[side]; return []disc{a.wrist, a.hand} }},
	{one: "forearm", many: "forearms", flat: true, arm: true, pieces: func(b body, side int) []disc { a := b.arms[side]; return []disc{a.elbow, a.wrist} }},
	{one: "back", many: "back", flat: true, behind: true, pieces: func(b body, _ int) []disc { return []disc{b.chest, b.pelvis} }},
	{one: "shoulders", many: "shoulders", behind: true, pieces: func(b body, _ int) []disc { return []disc{b.chest, b.arms[near].shoulder} }},
	{one: "hips", many: "hips", behind: true, pieces: func(b body, _ int) []disc { return []disc{b.pelvis} }},
	{one: "head", many: "head", behind: true, pieces: func(b body, _ int) []disc { return []disc{b.head} }},
	{one: side, many: side, pieces: func(b body, side int) []disc { return []disc{b.arms[side].shoulder, b.legs[side].hip} }},
}

// The words of parts that are asked for by themselves.
const (
	ball = "ball"
	toes = "toes"
	heel = "heel"
	side = "side"
)

// Parts returns the words for what can touch something.
func Parts() []string {
	var words []string
	for _, p := range parts {
		words = append(words, p.one)
		if p.many != p.one {
			words = append(words, p.many)
		}
	}
	return words
}

// contact is a part that rests on something, on the sides that do.
type contact struct {
	text string // as it was written
	part part
	side [2]bool
	on   string // the kind of prop; empty for the floor
}

// readContact reads "near hand on bench".
func readContact(text string) (contact, bool) {
	c := contact{text: text, side: [2]bool{true, true}}
	words, on, found := strings.Cut(strings.Join(strings.Fields(text), " "), " on ")
	if found && on != "floor" {
		c.on = on
	}
	switch side, rest, _ := strings.Cut(words, " "); side {
	case "near":
		c.side[far], words = false, rest
	case "far":
		c.side[near], words = false, rest
	}
	i := slices.IndexFunc(parts[:], func(p part) bool { return words == p.one || words == p.many })
	if i < 0 {
		return c, false
	}
	c.part = parts[i]
	if c.is(side) && c.side[near] { // nobody lies on both
		c.side[far] = false
	}
	return c, true
}

// is reports whether the part has that word.
func (c contact) is(word string) bool { return c.part.one == word }

// shares returns a side on which both contacts are of the same part with the same thing.
func (c contact) shares(d contact) (side int, ok bool) {
	if c.part.one != d.part.one || c.on != d.on {
		return 0, false
	}
	for _, side := range []int{near, far} {
		if c.side[side] && d.side[side] {
			return side, true
		}
	}
	return 0, false
}

// words says what touches, without on what: "near hand".
func (c contact) words() string {
	words, _, _ := strings.Cut(c.text, " on ")
	return words
}

// surfaceWord is what it touches, in a sentence.
func (c contact) surfaceWord() string {
	if c.on == "" {
		return "floor"
	}
	return c.on
}

// first is the side of a contact by which it is placed.
func (c contact) first() int {
	if c.side[near] {
		return near
	}
	return far
}

// last is the other one, where it is of both.
func (c contact) last() int {
	if c.side[far] {
		return far
	}
	return near
}

// contacts reads what touches what, and leaves out what cannot be read.
func (p Pose) contacts() []contact {
	var list []contact
	for _, text := range p.Ground {
		if c, ok := readContact(text); ok {
			list = append(list, c)
		}
	}
	return list
}

// rests reports whether a part of that side, for which the question holds, rests on something that lies flat.
func rests(list []contact, is func(part) bool, side int) bool {
	return slices.ContainsFunc(list, func(c contact) bool {
		t := thingOf(c.on)
		return is(c.part) && c.side[side] && !t.upright && !t.hung
	})
}

// lies reports whether the part lies as the pose says.
func lies(list []contact, word string, side int) bool {
	return rests(list, func(p part) bool { return p.one == word && p.flat }, side)
}

// footLies reports whether a part of the foot does.
func footLies(list []contact, side int) bool {
	return rests(list, func(p part) bool { return p.foot && p.flat }, side)
}

// onBall reports whether a foot stands on its ball, so that the toes lie flat.
func onBall(list []contact, side int) bool {
	return rests(list, func(p part) bool { return p.one == ball || p.one == toes }, side)
}

// touch returns the pieces of the body with which a contact rests.
func (b body) touch(c contact) []disc {
	var list []disc
	for side, is := range c.side {
		if is {
			list = append(list, c.part.pieces(b, side)...)
		}
	}
	return list
}

// lowest returns the height of the lowest point of some pieces, and where it is.
func lowest(list []disc) (x, y float64) {
	y = math.Inf(1)
	for _, d := range list {
		if d.bottom() < y-1e-6 {
			x, y = d.at.x, d.bottom()
		}
	}
	return x, y
}

// span returns how far pieces reach, from the middle of the first to that of the last.
func span(list []disc) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, d := range list {
		left, right = min(left, d.at.x), max(right, d.at.x)
	}
	return left, right
}
