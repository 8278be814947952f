package figure

import (
	"math"
	"slices"
	"strings"
)

// part is a part of the body that can rest on something.
type part string

const (
	partFoot      part = "foot"
	partHand      part = "hand"
	partForearm   part = "forearm"
	partKnee      part = "knee"
	partBack      part = "back"
	partShoulders part = "shoulders"
	partHips      part = "hips"
	partHead      part = "head"
)

// parts are the words for them.
func parts() map[string]part {
	return map[string]part{
		"foot": partFoot, "feet": partFoot, "toes": partFoot,
		"hand": partHand, "hands": partHand,
		"forearm": partForearm, "forearms": partForearm,
		"knee": partKnee, "knees": partKnee,
		"back": partBack, "shoulders": partShoulders, "hips": partHips, "head": partHead,
	}
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
	p, ok := parts()[words]
	c.part = p
	return c, ok
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

// rests reports whether the part of that side rests on something that lies flat.
func rests(list []contact, p part, side int) bool {
	return slices.ContainsFunc(list, func(c contact) bool { return c.part == p && c.side[side] && !thingOf(c.on).upright })
}

// touch returns the pieces of the body with which a contact rests.
func (b body) touch(c contact) []disc {
	var list []disc
	for side, is := range c.side {
		if is {
			list = append(list, b.pieces(c.part, side)...)
		}
	}
	return list
}

func (b body) pieces(p part, side int) []disc {
	l, a := b.legs[side], b.arms[side]
	switch p {
	case partFoot:
		return []disc{l.heel, l.ball, l.toe, l.ankle}
	case partHand:
		return []disc{a.wrist, a.hand}
	case partForearm:
		return []disc{a.elbow, a.wrist}
	case partKnee:
		return []disc{l.knee}
	case partBack:
		return []disc{b.chest, b.pelvis}
	case partShoulders:
		return []disc{b.chest}
	case partHips:
		return []disc{b.pelvis}
	default:
		return []disc{b.head}
	}
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
