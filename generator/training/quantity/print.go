package quantity

import (
	"fmt"
	"slices"
	"strings"
)

// signs are those of a prescription, of which typewriters have fewer than printers.
type signs struct{ times, to string }

func asPrinted() signs { return signs{"×", "–"} }
func asTyped() signs   { return signs{"x", "-"} }

// String returns the prescription as it is printed, "3 × 8–12 each side", and "" where there is none. Sets that differ are written one by
// one, "12, 10, 8", where that is short.
func (p Prescription) String() string { return p.text(asPrinted(), p.isList()) }

// Typed returns the prescription as an author types it, "3 x 8-12 each side", and "" where there is none.
func (p Prescription) Typed() string { return p.text(asTyped(), p.isList()) }

// isList reports whether sets are written one by one.
func (p Prescription) isList() bool {
	most := 2
	if p.weighed() || slices.ContainsFunc(p.Parts, func(part Part) bool { return part.RM }) {
		most = 1
	}
	return len(p.Parts) > 1 && !slices.ContainsFunc(p.Parts, func(part Part) bool { return part.Sets > most })
}

// weighed reports whether a part says with what it is done.
func (p Prescription) weighed() bool {
	return slices.ContainsFunc(p.Parts, func(part Part) bool { return part.Share != 0 || !part.Load.IsZero() })
}

// text writes sets that are alike together, "3 × 8", or one by one.
func (p Prescription) text(w signs, list bool) string {
	sets := p.Parts
	if list {
		sets = p.singles()
	}
	weighed := p.weighed()
	parts := make([]string, len(sets))
	for i, part := range sets {
		parts[i] = p.part(part, w, list, weighed || i == len(sets)-1)
	}
	return strings.Join(parts, ", ")
}

// singles returns the sets one by one.
func (p Prescription) singles() []Part {
	var sets []Part
	for _, part := range p.Parts {
		for n := range part.Sets {
			one := part
			one.Sets, one.Open = 1, part.Open && n == part.Sets-1
			sets = append(sets, one)
		}
	}
	return sets
}

// part writes a part. What holds for all parts stands behind the last one, or behind each where each says with what it is done.
func (p Prescription) part(part Part, w signs, single, all bool) string {
	text := p.number(part, w.to)
	if all || !single {
		text = p.span(part, w.to)
	}
	if !single {
		text = fmt.Sprintf("%d %s %s", part.Sets, w.times, text)
	}
	for _, word := range []struct {
		holds bool
		text  string
	}{{part.RM, "RM"}, {all && p.Steps, "steps"}, {all && p.PerSide, "each side"}} {
		if word.holds {
			text += " " + word.text
		}
	}
	switch {
	case part.Share != 0:
		text += " at " + FormatShare(part.Share)
	case !part.Load.IsZero():
		text += " at " + part.Load.String()
	}
	return text
}

// one writes a part as an author types it.
func (p Prescription) one(part Part) string { return p.part(part, asTyped(), false, true) }

// span is what one set has, with its unit: "8-12", "10", "20-30 s".
func (p Prescription) span(part Part, to string) string {
	return fmt.Sprintf(p.Unit.row().Printed, p.number(part, to))
}

// number is what one set has: "8-12", "10", "3+".
func (p Prescription) number(part Part, to string) string {
	text := fmt.Sprint(part.Low)
	if part.High != part.Low {
		text = fmt.Sprintf("%d%s%d", part.Low, to, part.High)
	}
	if part.Open {
		text += "+"
	}
	return text
}
