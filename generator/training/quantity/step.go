package quantity

import (
	"fmt"
)

// ParseStep reads a step: "2 kg", "5 lb", "5 s", "1 rep", "+2 reps".
func ParseStep(s string) (Step, error) {
	sc := scan(s)
	sc.accept("+")
	_, negative := sc.take(dash)
	n, ok := sc.number()
	name, named := sc.take(word)
	unit := unitOf(name.text)
	switch {
	case !ok || !sc.done() || named && unit == "":
		return Step{}, unreadable(s, stepHint)
	case !named:
		return Step{}, &Error{Message: fmt.Sprintf("%s has no unit.", quoted(s)), Hint: `Say "2 kg", "5 s" or "1 rep".`, NoUnit: true}
	case negative || n == 0:
		return Step{}, &Error{Message: fmt.Sprintf("step must be more than 0 %s, or the plan never gets harder.", unit)}
	case sc.hasComma():
		return Step{}, decimalComma(s)
	}
	return stepOf(s, amount{n, unit})
}

const stepHint = `Write it like "2 kg", "5 s" or "1 rep".`

// The largest steps that are believed (house rule).
const (
	longestStep = 120    // seconds
	mostReps    = 20     // repetitions
	heaviestBy  = 50_000 // grams
)

func stepOf(s string, a amount) (Step, error) {
	switch a.unit {
	case kilograms, pounds:
		return loadStep(Load{a.thousandths, Unit(a.unit)})
	case repetitions:
		return countStep(s, a)
	}
	n, ok := a.seconds()
	switch {
	case !ok:
		return Step{}, unreadable(s, stepHint)
	case n > longestStep:
		return Step{}, unlikely("a step of "+FormatDuration(n), "5 to 15 s")
	}
	return Step{Seconds: n}, nil
}

func loadStep(l Load) (Step, error) {
	if l.Grams() > heaviestBy {
		return Step{}, unlikely("a step of "+l.String(), "1 to 10 kg, 2.5 to 20 lb")
	}
	return Step{Load: l}, nil
}

func countStep(s string, a amount) (Step, error) {
	n, ok := a.whole()
	switch {
	case !ok:
		return Step{}, unreadable(s, stepHint)
	case n > mostReps:
		return Step{}, unlikely(fmt.Sprintf("a step of %d reps", n), "1 or 2")
	}
	return Step{Reps: n}, nil
}

// IsZero reports whether there is no step.
func (s Step) IsZero() bool { return s == Step{} }

// String returns the step as it is printed and typed, "2 kg", "5 s", "1 rep", and "" where there is none.
func (s Step) String() string {
	switch {
	case !s.Load.IsZero():
		return s.Load.String()
	case s.Seconds != 0:
		return FormatDuration(s.Seconds)
	case s.Reps == 1:
		return "1 rep"
	case s.Reps != 0:
		return fmt.Sprintf("%d reps", s.Reps)
	}
	return ""
}
