package sheet

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Weights is a list of weights to circle the ones that one uses.
type Weights struct {
	Equipment string // "" where an exercise has a list of its own
	Exercise  string // its name
	Loads     string // "4 6 8 kg", in the site's unit
	Other     string // the same in the other unit
}

// How much of a long list stands on a sheet: a little below what the plan asks for, more above, because people get ahead of it.
const (
	weightsBelow = 2
	weightsAbove = 4
	mostWeights  = 16
)

// weights returns the weights that exist for some targets, around those that are asked for. Of several pieces of equipment
// it is the first that has the weight, as in the projection.
func (t *typesetter) weights(targets []progression.Target) []Weights {
	var list []usedStock
	for _, target := range targets {
		stocks := progression.Stocks(target.Row, target.Exercise, t.Programme.Plan.Weights, t.Weights)
		for _, load := range loadsOf(target) {
			if s, ok := stockOf(load, stocks); ok {
				list = use(list, s, target.Exercise, load)
			}
		}
	}
	var weights []Weights
	for _, u := range list {
		if loads := u.window(); len(loads) > 0 {
			unit := t.Programme.Unit
			number := func(text string) string { return t.Words.Figures(t.Words.Number(text)) }
			weights = append(weights, Weights{u.Equipment, u.exercise, number(inUnit(loads, unit)), number(inUnit(loads, unit.Other()))})
		}
	}
	return weights
}

// loadsOf returns the loads that a target is lifted with, each once; the zero Load where the runner chooses.
func loadsOf(t progression.Target) []quantity.Load {
	if !t.Loaded {
		return nil
	}
	var loads []quantity.Load
	for _, s := range t.Sets {
		load := s.Load
		if load.IsZero() && s.Share == 0 {
			load = t.Load
		}
		if !slices.Contains(loads, load) {
			loads = append(loads, load)
		}
	}
	return loads
}

// stockOf returns the list from which a load is taken; the first one where the runner chooses.
func stockOf(load quantity.Load, stocks []progression.Stock) (s progression.Stock, ok bool) {
	for _, s := range stocks {
		if load.IsZero() || slices.Contains(s.Loads, load) {
			return s, true
		}
	}
	return progression.Stock{}, false
}

// usedStock is a list of weights with the part of it that is asked for.
type usedStock struct {
	progression.Stock
	exercise string // that has the list for itself
	from, to int    // the first and the last weight that is asked for; from is -1 where none is
	chosen   bool   // the runner chooses from it
}

// use notes that an exercise is done with a weight of a list.
func use(list []usedStock, s progression.Stock, e *training.Exercise, load quantity.Load) []usedStock {
	exercise := ""
	if s.Equipment == "" {
		exercise = e.Name
	}
	i := slices.IndexFunc(list, func(u usedStock) bool { return u.Equipment == s.Equipment && u.exercise == exercise })
	if i < 0 {
		i = len(list)
		list = append(list, usedStock{Stock: s, exercise: exercise, from: -1})
	}
	u := &list[i]
	at := slices.Index(s.Loads, load)
	switch {
	case load.IsZero():
		u.chosen = true
	case u.from < 0:
		u.from, u.to = at, at
	default:
		u.from, u.to = min(u.from, at), max(u.to, at)
	}
	return list
}

// window returns the part of the list that stands on paper: nothing where none of it is asked for.
func (u *usedStock) window() []quantity.Load {
	switch {
	case u.from >= 0:
		from := max(u.from-weightsBelow, 0)
		to := min(u.to+1+weightsAbove, len(u.Loads))
		return u.Loads[from:max(min(to, from+mostWeights), u.to+1)]
	case u.chosen && len(u.Loads) <= mostWeights:
		return u.Loads
	}
	return nil
}

// inUnit writes loads in a unit: "4 6 8 kg". Levels stand by their names: "yellow, red".
func inUnit(loads []quantity.Load, unit quantity.Unit) string {
	texts := make([]string, len(loads))
	for i, l := range loads {
		texts[i], _, _ = strings.Cut(l.In(unit).String(), " ")
		if l.IsLevel() {
			texts[i] = l.Name
		}
	}
	if loads[0].IsLevel() {
		return strings.Join(texts, ", ")
	}
	return strings.Join(texts, " ") + " " + string(unit)
}
