package quantity

import (
	"fmt"
	"math"
	"slices"
)

// pair says which weights or steps count as the same in the two units, each in thousandths of its unit.
type pair struct{ kilogram, pound int }

// stamped are the weights that are sold as one and the same: kettlebells carry both numbers, and so do the two ends of a
// dumbbell rack. They are not conversions: 32 kg are 70.5 lb.
var stamped = [...]pair{
	{4000, 9_000}, {6000, 13_000}, {8000, 18_000}, {10_000, 22_000}, {12_000, 26_000}, {14_000, 31_000},
	{16_000, 35_000}, {18_000, 40_000}, {20_000, 44_000}, {22_000, 48_000}, {24_000, 53_000}, {26_000, 57_000},
	{28_000, 62_000}, {30_000, 66_000}, {32_000, 70_000}, {36_000, 79_000}, {40_000, 88_000}, {44_000, 97_000},
	{48_000, 106_000},
	{20_000, 45_000}, // the bar and the largest plate of a barbell, from pounds only: the first entry wins
}

// stepped are the distances between neighbours on a rack or between plates (house rule; kettlebells are 4 kg or 9 lb apart).
var stepped = [...]pair{
	{500, 1000}, {1000, 2500}, {2000, 5000}, {2500, 5000}, {4000, 9000}, {5000, 10_000}, {10_000, 20_000},
}

// plated are the bars and plates of gyms in the two units.
var plated = [...]pair{
	{500, 1000}, {1250, 2500}, {1000, 2500}, {2500, 5000}, {2000, 5000}, {5000, 10_000}, {10_000, 25_000}, {15_000, 35_000},
	{20_000, 45_000}, {25_000, 55_000},
}

// InPlates returns the bar or the plate that a gym of a unit has in place of one in the other unit.
func (l Load) InPlates(u Unit) Load { return l.in(u, plated[:]) }

// Plates returns the plates that a gym of a unit has in place of others, each once.
func Plates(plates []Load, u Unit) []Load {
	var list []Load
	for _, p := range plates {
		if p = p.InPlates(u); !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// Stamped returns the weights that carry both numbers as they are called in a unit, each once.
func Stamped(loads []Load, u Unit) []Load {
	var list []Load
	for _, l := range loads {
		if l = l.In(u); !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	return list
}

// StampedAs returns the weights that carry both numbers, in thousandths: that in a unit, and beside it that in the other one. Of several with
// one number the first counts.
func StampedAs(u Unit) [][2]int {
	list := make([][2]int, len(stamped))
	for i, p := range stamped {
		if list[i] = [2]int{p.kilogram, p.pound}; u == Pound {
			list[i] = [2]int{p.pound, p.kilogram}
		}
	}
	return list
}

// longestRack is how many weights a rack is given at the most.
const longestRack = 20

// Rack returns the weights of a rack in a unit that reaches from one weight to another: 2 kg or 5 lb apart, or farther where they would
// be too many.
func Rack(from, to Load, u Unit) []Load {
	apart := Load{Thousandths: 2000, Unit: Kilogram}.StepIn(u).Thousandths
	nearest := func(l Load) int {
		return max((l.In(u).Thousandths+apart/2)/apart, 1) * apart
	}
	low, high := nearest(from), nearest(to)
	for (high-low)/apart >= longestRack {
		apart *= 2
	}
	var rack []Load
	for n := low; n <= high; n += apart {
		rack = append(rack, Load{Thousandths: n, Unit: u})
	}
	return rack
}

// In returns the load in a unit: the nominal weight that stands beside it in a gym of that unit, not a conversion. Outside the
// table of such weights it is the nearest whole pound or the nearest half kilogram (house rule), and never nothing. A level has no
// weight and stays.
func (l Load) In(u Unit) Load { return l.in(u, stamped[:]) }

// StepIn returns a step of load in a unit: 2 kg on one rack are 5 lb on another. Outside the table of such steps it is the
// nearest whole pound or the nearest half kilogram (house rule), and never nothing.
func (l Load) StepIn(u Unit) Load { return l.in(u, stepped[:]) }

// Other returns the load in the other unit; the zero Load for a level, which has none.
func (l Load) Other() Load {
	if l.IsZero() || l.IsLevel() {
		return Load{}
	}
	return l.In(l.Unit.Other())
}

// Both returns the load as it is written, with the other unit in brackets: "8 kg (18 lb)". What is written is what stands on the iron,
// so it comes first whichever unit a site prefers: there is no dumbbell of 18 lb where there is one of 8 kg.
func (l Load) Both() string {
	other := l.Other()
	if other.IsZero() {
		return l.String()
	}
	return fmt.Sprintf("%s (%s)", l, other)
}

// Other returns the other unit.
func (u Unit) Other() Unit {
	if u == Pound {
		return Kilogram
	}
	return Pound
}

// In returns the step with its load, if it has one, in a unit.
func (s Step) In(u Unit) Step {
	s.Load = s.Load.StepIn(u)
	return s
}

func (l Load) in(u Unit, table []pair) Load {
	switch {
	case l.IsZero() || l.Unit == u || l.IsLevel():
		return l
	case l.Thousandths == 0:
		return Load{Unit: u}
	case u == Pound:
		return Load{Thousandths: toPounds(l.Thousandths, table), Unit: Pound}
	}
	return Load{Thousandths: toKilograms(l.Thousandths, table), Unit: Kilogram}
}

func toPounds(grams int, table []pair) int {
	for _, p := range table {
		if p.kilogram == grams {
			return p.pound
		}
	}
	return max(divide(int64(grams)*100_000, gramsPerPound), 1) * 1000
}

func toKilograms(pound int, table []pair) int {
	for _, p := range table {
		if p.pound == pound {
			return p.kilogram
		}
	}
	return max(divide(int64(pound)*gramsPerPound, 500*100_000*1000), 1) * 500
}

// divide returns n/d, rounded to the nearest whole number, halves up; neither is negative.
func divide(n, d int64) int {
	return int(min((n+d/2)/d, math.MaxInt32))
}
