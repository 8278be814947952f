package rules

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// stuckWeeks are too many weeks without a change (house rule).
const stuckWeeks = 3

func (l *look) noProgression() {
	courses := l.courses()
	for _, c := range courses {
		switch {
		case c.phase.Maintain, c.list[0].Exercise.Lands(), c.byDesign(), c.row.Progress == training.NoProgress && othersGrow(courses, c):
		case len(c.row.Weeks) > 0:
			l.sameCycles(c)
		default:
			l.standsStill(courses, c)
		}
	}
}

// byDesign reports whether a lift is not meant to change on paper: what is done is written down, as the clock ends its sets or rounds or
// the last set leads on with more than is asked for; the runner finds the weight anew; or it may be left out, so that nothing moves by it.
func (c course) byDesign() bool {
	return !slices.ContainsFunc(c.list, func(x performance) bool {
		return !x.byTheClock() && x.Row.Last == 0 && !x.found() && !x.session.Optional
	})
}

// standsStill reports a lift that stays the same for too long. One whose sets take shares of a weight waits for the end of a cycle.
func (l *look) standsStill(courses []course, c course) {
	from, to, weeks := c.stuck()
	whole := from == 0 && to == len(c.list)-1
	x := c.list[from]
	above := x.Exercise.Harder.ID
	switch {
	case weeks < stuckWeeks, !whole && c.shares():
		return
	case above != "" && l.in.Exercises[above] == nil: // its ladder is not there yet, which is an error itself
		return
	}
	s := diag.Warning
	if whole && !growsElsewhere(courses, c) {
		s = diag.Error
	}
	l.add("", l.problem(s, l.doPos(x.Target), "%s stays at %s from week %d to week %d.", x.Exercise.InSentence(), amount(x.Target), x.week.Number, c.list[to].week.Number).
		WithHint("%s", l.wayUp(x, c.further(from, to, weeks))))
}

// further returns the range of what is stuck that is wide enough to go on growing until the phase ends; the zero prescription where there is
// none that other rules allow.
func (c course) further(from, to, weeks int) quantity.Prescription {
	x := c.list[from]
	parts := x.Prescription.Parts
	if x.Row.Progress != training.ByDefinition || len(parts) != 1 || parts[0].Open || !x.Prescription.Ranged() || !x.Prescription.Equal(x.Row.Do) {
		return quantity.Prescription{}
	}
	visits := to - from + 1
	aWeek := (visits + weeks - 1) / weeks
	step := x.Exercise.Measure.Facts().AmountStep
	if !x.Loaded && x.Row.Step.Amount > 0 {
		step = x.Row.Step.Amount
	}
	low, high := x.Prescription.Span()
	if high += step * max(visits-(stuckWeeks-1)*aWeek+1, 1); high > highest(x) {
		return quantity.Prescription{}
	}
	return x.Prescription.WithSpan(low, high)
}

// highest returns the largest amount that the rules let a range end with.
func highest(x performance) int {
	switch {
	case x.Prescription.Unit == quantity.Seconds:
		return longestHold
	case x.Prescription.Unit != quantity.Repetitions:
		return x.Prescription.Unit.Most()
	case x.Loaded:
		return mostLoadReps
	}
	return mostReps
}

// sameCycles notes a table that asks for the same in each of its cycles. Within a cycle it is as the author wants it.
func (l *look) sameCycles(c course) {
	cycles := c.cycles()
	if len(cycles) < 2 || len(cycles)*len(c.row.Weeks) < stuckWeeks {
		return
	}
	for _, r := range cycles[1:] {
		if !slices.EqualFunc(cycles[0], r, alike) {
			return
		}
	}
	hint := "Let later weeks ask for more, in a longer table."
	if c.list[0].Loaded {
		hint = "Give it a step, so that each cycle begins heavier."
	}
	l.add("", l.notef(l.doPos(c.list[0].Target), "%s asks for the same in all %d cycles of its table.", c.list[0].Exercise.InSentence(), len(cycles)).WithHint("%s", hint))
}

// cycles returns the targets of each whole cycle of a table, which goes on with each full week of the phase.
func (c course) cycles() [][]*progression.Target {
	number := map[int]int{} // of the full week, from 0, by the plan's week
	for _, w := range c.phase.full() {
		number[w.Number] = len(number)
	}
	length := len(c.row.Weeks)
	cycles := make([][]*progression.Target, len(number)/length)
	for _, x := range c.list {
		if i := number[x.week.Number] / length; i < len(cycles) {
			cycles[i] = append(cycles[i], x.Target)
		}
	}
	return cycles
}

// stuck returns the longest stretch of a course without a change: its ends, and in how many weeks it is trained.
func (c course) stuck() (from, to, weeks int) {
	start, n := 0, 1
	for i := range c.list {
		switch {
		case i == 0:
		case !alike(c.list[i-1].Target, c.list[i].Target):
			start, n = i, 1
		case c.list[i].week != c.list[i-1].week:
			n++
		}
		if n > weeks || n == weeks && start == from {
			from, to, weeks = start, i, n
		}
	}
	return from, to, weeks
}

// alike reports whether two targets ask for the same.
func alike(a, b *progression.Target) bool {
	return a.Exercise == b.Exercise && slices.Equal(a.Sets, b.Sets) && a.Load == b.Load && a.Steps == b.Steps
}

// othersGrow reports whether something else in the phase gets harder, so that a row may say that it does not.
func othersGrow(courses []course, c course) bool {
	for _, other := range courses {
		if other.phase != c.phase {
			continue
		}
		if from, to, _ := other.stuck(); from > 0 || to < len(other.list)-1 {
			return true
		}
	}
	return false
}

// growsElsewhere reports whether another phase asks for something else of the movement.
func growsElsewhere(courses []course, c course) bool {
	first := c.list[0].Target
	for _, other := range courses {
		x := other.list[0].Target
		if other.phase != c.phase && x.Exercise.Pattern == first.Exercise.Pattern && !alike(x, first) {
			return true
		}
	}
	return false
}

// amount writes what a set asks for, or what all do where they differ: "8 repetitions with 10 kg", "30 s", "1 x 5, 3 x 8 at 85 % with 60 kg".
func amount(t *progression.Target) string {
	s := t.Prescription.Unit.Text(t.Most())
	if differ(t) {
		s = t.Asked().Typed()
	}
	if !t.Load.IsZero() {
		s += " with " + write(t.Exercise, t.Load)
	}
	return s
}

// differ reports whether the sets of a target are not all alike.
func differ(t *progression.Target) bool {
	return slices.ContainsFunc(t.Sets, func(s progression.Set) bool { return s != t.Sets[0] })
}

// wayUp proposes how what is stuck can get harder, with a range that would be wide enough, if there is one.
func (l *look) wayUp(x performance, further quantity.Prescription) string {
	or := "."
	if !further.IsZero() {
		or = fmt.Sprintf(", or write %q here.", further.Typed())
	}
	low, _ := x.Prescription.Span()
	wider := x.Prescription.WithSpan(low, low+x.Exercise.Measure.Facts().Wider)
	harder := l.in.Exercises[x.Exercise.Harder.ID]
	switch {
	case x.Row.Progress == training.NoProgress:
		return `Take progress = "none" out, so that it gets harder. If it is meant, say why: allow = { no-progression = "..." }.`
	case x.Row.Progress == training.Wave:
		return "Let the repetitions of the wave fall sooner."
	case x.Row.Progress == training.ByDefinition && !x.Prescription.Ranged() && x.Row.Step.IsZero():
		return x.rangeOrStep(wider)
	case x.Loaded:
		return "No heavier weight is left: list the ones that you have, or go on with a harder exercise" + or
	case harder == nil:
		return fmt.Sprintf("It is the last step of its ladder: give %s a harder exercise, or take one here%s", x.Exercise.InSentence(), or)
	}
	return fmt.Sprintf("Give it a range that goes on: %q.", wider.Typed())
}

// rangeOrStep proposes what makes a number grow. Sets that differ, or are open, have no range that could be proposed, and a share of the
// body has no step.
func (x performance) rangeOrStep(wider quantity.Prescription) string {
	parts := x.Prescription.Parts
	switch ranged := len(parts) == 1 && !parts[0].Open; {
	case ranged && x.Row.BodyShare > 0:
		return fmt.Sprintf("Give a range: %q.", wider.Typed())
	case ranged:
		return fmt.Sprintf("Give a range (%q) or a step.", wider.Typed())
	case x.Loaded && x.Row.BodyShare == 0:
		return "Give it a step, by which the weight goes up."
	}
	return fmt.Sprintf("Write a table of weeks, in which the %s rise.", counted(x.Prescription))
}
