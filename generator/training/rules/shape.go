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
	lightStrength = progression.LightStrength // thousandths
	lightVolume   = 667
)

// lightEntry reports whether the target is that of a wave's light week, or of a light entry of a table.
func (x performance) lightEntry() bool {
	if n := len(x.Row.Wave); n > 0 {
		return x.Prescription.Equal(x.Row.Wave[n-1])
	}
	others := x.OtherEntries()
	if len(others) == 0 {
		return false
	}
	shorter := func(p quantity.Prescription) bool {
		return 1000*volume(x.Prescription) <= lightVolume*volume(p) && progression.AskedStrength(x.Prescription) <= progression.AskedStrength(p)
	}
	heaviest := func(p quantity.Prescription) bool { return fewest(x.Prescription) < fewest(p) }
	return x.LightEntry() || all(others, shorter) && !all(others, heaviest)
}

func all(list []quantity.Prescription, is func(quantity.Prescription) bool) bool {
	return !slices.ContainsFunc(list, func(p quantity.Prescription) bool { return !is(p) })
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
