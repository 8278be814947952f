package scaffold

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// row is an exercise of a new plan and what is asked for.
type row struct {
	exercise *training.Exercise
	do, rest string
	start    string // "" where there is no load
}

func (r row) text() string {
	text := fmt.Sprintf("{ exercise = %s, do = %s, rest = %s", quoted(r.exercise.ID), quoted(r.do), quoted(r.rest))
	if r.start != "" {
		text += ", start = " + quoted(r.start)
	}
	return text + " }"
}

// inGroup returns the exercises of a group of patterns, jumps aside, those to begin with first: with a load that is not a barbell, low
// on its ladder.
func (s *Site) inGroup(group training.Group) []*site.Exercise {
	var list []*site.Exercise
	for _, e := range s.Exercises {
		if e.Pattern.Facts().Group == group && !e.Lands() {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b *site.Exercise) int {
		return cmp.Or(cmp.Compare(kind(a.Exercise), kind(b.Exercise)), cmp.Compare(rung(a), rung(b)))
	})
	return list
}

// kind puts exercises in the order in which a plan prefers them: that of the measures, and loads on a bar last.
func kind(e *training.Exercise) int {
	measures := training.Measures()
	if place := slices.Index(measures, e.Measure); place >= 0 && !(e.Loaded() && e.WithBar()) {
		return place
	}
	return len(measures)
}

// rung counts the exercises below one on its ladder, up to some, in case that it is a circle.
func rung(e *site.Exercise) int {
	n := 0
	for ; e.Easier != nil && n < 20; n++ {
		e = e.Easier
	}
	return n
}

// inOrder puts lifts before holds, and the legs first.
func inOrder(rows []row) []row {
	patterns := training.Patterns()
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(
			cmp.Compare(a.exercise.Measure.Facts().AfterLifts, b.exercise.Measure.Facts().AfterLifts),
			cmp.Compare(slices.Index(patterns, a.exercise.Pattern), slices.Index(patterns, b.exercise.Pattern)))
	})
	return rows
}

// What a plan asks for where a load goes up by large steps for a small muscle group, and the most that it asks for: the range of weights that
// are far apart, and of a ladder that is at its end (house rules).
const (
	wideRange   = "3 x 8-15"
	widestRange = "3 x 8-20"
)

// restTyped writes a rest as coaches type it: what is shorter than two minutes in seconds.
func restTyped(seconds int) string {
	if seconds < 120 {
		return fmt.Sprintf("%d s", seconds)
	}
	return quantity.FormatDuration(seconds)
}

// rows returns what a plan may ask of an exercise at first, the usual before the unusual.
func (s *Site) rows(e *site.Exercise) []row {
	f := e.Measure.Facts()
	ways, start := []string{f.Do}, ""
	if e.Loaded() {
		start = s.start(e.Exercise)
		if f.Unit == quantity.Repetitions && e.Pattern.Facts().WideRange == training.Yes {
			ways = []string{wideRange}
		}
	}
	if f.Unit == quantity.Repetitions {
		ways = append(ways, widestRange)
	}
	var rows []row
	for _, do := range ways {
		if e.PerSide {
			do += " each side"
		}
		rows = append(rows, row{exercise: e.Exercise, do: do, rest: restTyped(f.Rest), start: start})
	}
	return rows
}

// start returns a light weight that exists for an exercise, or else leaves the choice to the runner.
func (s *Site) start(e *training.Exercise) string {
	equipment, i := s.light(e)
	if i < 0 {
		return "you choose"
	}
	return s.Settings.Weights[equipment][i].String()
}

// light finds the heaviest weight of up to 10 kg for an exercise, or else the lightest, or the easiest level: the equipment, and the place
// in its list of weights, which is -1 where there is none. With help, little of it is hard, and how much is light depends on the runner.
func (s *Site) light(e *training.Exercise) (equipment string, i int) {
	kind := e.LoadedWith().Facts()
	if kind.LessIsHarder == training.Yes {
		return "", -1
	}
	ten := quantity.Load{Thousandths: 10_000, Unit: quantity.Kilogram}
	for _, equipment := range e.Equipment {
		list := s.Settings.Weights[equipment]
		switch {
		case len(list) == 0 || list[0].IsLevel() != (kind.Named == training.Yes):
		case kind.Named == training.Yes:
			return equipment, 0
		default:
			heavier := slices.IndexFunc(list, func(l quantity.Load) bool { return l.Compare(ten) > 0 })
			if heavier < 0 {
				heavier = len(list)
			}
			return equipment, max(heavier-1, 0)
		}
	}
	return "", -1
}

// someWeights returns a list of weights that a plan's rows can be done with, as it is typed, or "" where none is known.
func (s *Site) someWeights(rows []row) string {
	for _, r := range rows {
		equipment, i := s.light(r.exercise)
		if i < 0 {
			continue
		}
		list := s.Settings.Weights[equipment]
		var typed []string
		for _, l := range list[i:min(i+6, len(list))] {
			typed = append(typed, quoted(l.String()))
		}
		return fmt.Sprintf("{ %s = [%s] }", equipment, strings.Join(typed, ", "))
	}
	return ""
}
