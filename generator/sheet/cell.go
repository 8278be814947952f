package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// cell returns a target as it stands on paper. What stands in the head of the row, or in the name above the target, is left out.
func (t *typesetter) cell(target progression.Target, tally bool) Cell {
	c := Cell{exercise: target.Exercise, Level: isLevel(target), Sets: make([]Set, target.Count()), Unit: unitSign(target.Prescription.Unit)}
	amounts, loads := alike(target)
	c.Loaded = target.Loaded && loads
	if !tally && (!amounts || !loads) {
		c.Each = true
		t.eachSet(&c, target, loads)
	} else {
		c.Goal = t.goal(target, loads)
		c.Sets[len(c.Sets)-1].Open = target.Sets[len(target.Sets)-1].Open
	}
	if loads {
		c.Load, c.Other = t.common(target)
	}
	return c
}

// goal writes what a target asks for, "3 × 8". That a set is done with the heaviest load and that repetitions are steps says the head;
// a load of all sets stands beside it.
func (t *typesetter) goal(target progression.Target, oneLoad bool) string {
	target.PerSide = false
	do := target.Asked()
	do.Steps = false
	return t.Words.Prescription(do.With(func(part *quantity.Part) {
		part.RM = false
		if oneLoad {
			part.Share = 0
		}
	}))
}

// alike reports whether all sets ask for the same amount, but that the last may be open, and whether they have the same load.
func alike(target progression.Target) (amounts, loads bool) {
	first := target.Sets[0]
	amounts, loads = true, true
	for i, s := range target.Sets {
		amounts = amounts && s.Amount == first.Amount && s.Top == first.Top && (!s.Open || i == len(target.Sets)-1)
		loads = loads && s.Load == first.Load && (s.Share == first.Share || !s.Load.IsZero())
	}
	return amounts, loads
}

// common writes the load of sets that have the same, or the share of a load that is not known.
func (t *typesetter) common(target progression.Target) (here, other string) {
	switch first := target.Sets[0]; {
	case !first.Load.IsZero():
		return t.both(target, first.Load)
	case first.Share > 0:
		share := t.Words.Share(first.Share)
		return share, share
	}
	return t.both(target, target.Load)
}

func isLevel(target progression.Target) bool {
	return target.Load.IsLevel() || slices.ContainsFunc(target.Sets, func(s progression.Set) bool { return s.Load.IsLevel() })
}

// both writes a load as it is taken, in the site's unit and in the other one.
func (t *typesetter) both(target progression.Target, load quantity.Load) (here, other string) {
	unit := t.Programme.Unit
	return t.Words.LoadOf(target.Exercise, load.In(unit)), t.Words.LoadOf(target.Exercise, load.In(unit.Other()))
}

// eachSet writes the target of each set above its box, and its load where that is not the load of all.
func (t *typesetter) eachSet(c *Cell, target progression.Target, oneLoad bool) {
	for i, s := range target.Sets {
		set := &c.Sets[i]
		set.Amount = t.Words.Figures(t.Words.Span(quantity.Part{Low: s.Amount, High: s.Top, Open: s.Open}, target.Prescription.Unit))
		switch {
		case oneLoad:
		case !s.Load.IsZero():
			here, other := t.both(target, s.Load)
			set.Load, set.Other = withoutUnit(here), withoutUnit(other)
		case s.Share > 0:
			set.Share = t.Words.Share(s.Share)
		case target.Loaded:
			set.Share = t.Words.Share(1000)
		}
		for _, text := range []string{set.Amount, set.Load, set.Other, set.Share} {
			c.caption = max(c.caption, t.fonts.regular.width(text, targetPoints))
		}
	}
}

// unitSign returns what stands in a box beside a number of a unit.
func unitSign(unit quantity.AmountUnit) string {
	switch unit {
	case quantity.Seconds:
		return "s"
	case quantity.Metres:
		return "m"
	}
	return ""
}

// withoutUnit leaves out the unit of a load: above a box there is no room for it, and the list of weights has it.
func withoutUnit(load string) string {
	for _, unit := range []quantity.Unit{quantity.Kilogram, quantity.Pound} {
		load = strings.Replace(load, " "+string(unit), "", 1)
	}
	return load
}

// Classes returns the classes that say how the boxes of a target stand, and in which unit they are filled.
func (c *Cell) Classes() string {
	var list []string
	for _, class := range []struct {
		is   bool
		name string
	}{{c.Each, "each"}, {c.Wide, "wide"}, {c.Line > 0, fmt.Sprint("line-", c.Line)}, {c.Unit != "", "in-" + c.Unit}} {
		if class.is {
			list = append(list, class.name)
		}
	}
	return strings.Join(list, " ")
}

// Loads reports whether the sets have loads of their own above their boxes.
func (c *Cell) Loads() bool {
	return c.Each && slices.ContainsFunc(c.Sets, func(s Set) bool { return s.Load != "" || s.Share != "" })
}

// shares reports whether the sets have boxes for their loads.
func (c *Cell) shares() bool {
	return slices.ContainsFunc(c.Sets, func(s Set) bool { return s.Share != "" })
}
