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

// groups returns the movement patterns that a plan takes one exercise each of, the most needed first: legs, a pull and a push make a
// whole plan (Iversen 2021).
func groups() [][]training.Pattern {
	return [][]training.Pattern{
		{training.Squat, training.SingleLeg}, {training.Pull}, {training.Push}, {training.Hinge}, {training.Calf}, {training.Core, training.Carry},
	}
}

// inGroup returns the exercises of some patterns, those to begin with first: with a load that is not a barbell, low on its ladder.
func (s *Site) inGroup(patterns []training.Pattern) []*site.Exercise {
	var list []*site.Exercise
	for _, e := range s.Exercises {
		if slices.Contains(patterns, e.Pattern) {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b *site.Exercise) int {
		return cmp.Or(cmp.Compare(kind(a.Exercise), kind(b.Exercise)), cmp.Compare(rung(a), rung(b)))
	})
	return list
}

// kind puts exercises in the order in which a plan prefers them.
func kind(e *training.Exercise) int {
	bar := slices.ContainsFunc(e.Equipment, func(name string) bool { return name == "barbell" || name == "trap-bar" })
	switch {
	case e.Measure == training.MeasureLoad && !bar:
		return 0
	case e.Measure == training.MeasureReps:
		return 1
	case e.Measure == training.MeasureHold:
		return 2
	}
	return 3
}

// rung counts the exercises below one on its ladder, up to some, in case that it is a circle.
func rung(e *site.Exercise) int {
	n := 0
	for ; e.Easier != nil && n < 20; n++ {
		e = e.Easier
	}
	return n
}

// held is 1 for holds, else 0.
func held(e *training.Exercise) int {
	if e.Measure == training.MeasureHold {
		return 1
	}
	return 0
}

// inOrder puts lifts before holds, and the legs first.
func inOrder(rows []row) []row {
	patterns := training.Patterns()
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(
			cmp.Compare(held(a.exercise), held(b.exercise)),
			cmp.Compare(slices.Index(patterns, a.exercise.Pattern), slices.Index(patterns, b.exercise.Pattern)))
	})
	return rows
}

// row returns what a plan asks of an exercise at first. A load has a wide range where it goes up by large steps for a small muscle
// group (house rules).
func (s *Site) row(e *site.Exercise) row {
	r := row{exercise: e.Exercise, do: "3 x 8-12", rest: "90 s"}
	switch {
	case e.Measure == training.MeasureHold:
		r.do, r.rest = "3 x 15-30 s", "60 s"
	case e.Measure == training.MeasureLoad:
		r.rest, r.start = "2 min", s.start(e.Exercise)
		if e.Pattern == training.Pull || e.Pattern == training.Push {
			r.do = "3 x 8-15"
		}
	}
	if e.PerSide {
		r.do += " each side"
	}
	return r
}

// start returns a light weight that exists for an exercise, or else leaves the choice to the runner.
func (s *Site) start(e *training.Exercise) string {
	equipment, i := s.light(e)
	if i < 0 {
		return "you choose"
	}
	return s.Settings.Weights[equipment][i].String()
}

// light finds the heaviest weight of up to 10 kg for an exercise, or else the lightest: the equipment, and the place in its list of
// weights, which is -1 where there is none.
func (s *Site) light(e *training.Exercise) (equipment string, i int) {
	ten := quantity.Load{Thousandths: 10_000, Unit: quantity.Kilogram}
	for _, equipment := range e.Equipment {
		if list := s.Settings.Weights[equipment]; len(list) > 0 {
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
