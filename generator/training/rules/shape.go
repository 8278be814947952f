package rules

import (
	"slices"

	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// block returns what a target is done in turn with, and its place there.
func (x performance) block() (b progression.Block, place int) {
	for _, b := range progression.Blocks(x.session.Targets) {
		for i := range b {
			if &b[i] == x.Target {
				return b, i
			}
		}
	}
	return progression.Block{*x.Target}, 0
}

// timed reports whether the clock says when a set ends, so that what is written down is counted: 40 s of squats. A hold has seconds of
// its own.
func (x performance) timed() bool {
	return x.Prescription.Unit == quantity.Seconds && x.Exercise.Measure.Facts().Unit != quantity.Seconds
}

// byTheClock reports whether the clock says when sets begin or end. In a circuit by the clock it does so for the holds, too.
func (x performance) byTheClock() bool {
	b, _ := x.block()
	circuit := slices.ContainsFunc(b, func(t progression.Target) bool { return (performance{Target: &t}).timed() })
	return x.timed() || b.Every() > 0 || b.For() > 0 || circuit && x.Prescription.Unit == quantity.Seconds
}

// found reports whether the runner finds the weight anew in each session, so that it gets harder as she gets stronger: n RM.
func (x performance) found() bool {
	return slices.ContainsFunc(x.Sets, func(s progression.Set) bool { return s.RM })
}

// Of a light entry of a table (house rules): the strength that it asks for lies a fifth or more below that of all others, or
// it has at most two thirds of the repetitions of all others, none of them heavier.
const (
	lightStrength = 800 // thousandths
	lightVolume   = 667
)

// lightEntry reports whether the target is that of a wave's light week, or of a light entry of a table.
func (x performance) lightEntry() bool {
	if n := len(x.Row.Wave); n > 0 {
		return x.Prescription.Equal(x.Row.Wave[n-1])
	}
	others := slices.DeleteFunc(slices.Clone(x.Row.Weeks), func(p quantity.Prescription) bool { return p.IsZero() || p.Equal(x.Prescription) })
	if len(others) == 0 || !all(others, func(p quantity.Prescription) bool { return saysLoad(p) == saysLoad(x.Prescription) }) {
		return false
	}
	weaker := func(p quantity.Prescription) bool { return 1000*asks(x.Prescription) <= lightStrength*asks(p) }
	shorter := func(p quantity.Prescription) bool {
		return 1000*volume(x.Prescription) <= lightVolume*volume(p) && asks(x.Prescription) <= asks(p)
	}
	heaviest := func(p quantity.Prescription) bool { return fewest(x.Prescription) < fewest(p) }
	return all(others, weaker) || all(others, shorter) && !all(others, heaviest)
}

func all(list []quantity.Prescription, is func(quantity.Prescription) bool) bool {
	return !slices.ContainsFunc(list, func(p quantity.Prescription) bool { return !is(p) })
}

// saysLoad reports whether an entry of a table says its load.
func saysLoad(p quantity.Prescription) bool {
	return slices.ContainsFunc(p.Parts, func(part quantity.Part) bool { return !part.Load.IsZero() })
}

// asks returns the strength that an entry of a table asks for, by Epley's formula, in a unit that is the same for all entries whose loads
// are said in the same way. What is found anew asks for all of it.
func asks(p quantity.Prescription) int {
	most := 0
	for _, part := range p.Parts {
		load, amount := 1000, part.High
		switch {
		case part.RM:
			amount = 0
		case part.Share > 0:
			load = part.Share
		case !part.Load.IsZero():
			load = part.Load.Grams()
		}
		most = max(most, load*(30+amount))
	}
	return most
}

// volume returns the amounts of all sets together.
func volume(p quantity.Prescription) int {
	sum := 0
	for _, part := range p.Parts {
		sum += part.Sets * part.High
	}
	return sum
}

// fewest returns the smallest top of a set.
func fewest(p quantity.Prescription) int {
	least := p.First().High
	for _, part := range p.Parts {
		least = min(least, part.High)
	}
	return least
}
