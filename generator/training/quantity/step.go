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
	unit := spelled(name.text)
	switch {
	case !ok || !sc.done() || named && unit.name == "":
		return Step{}, unreadable(s, stepHint)
	case !named:
		return Step{}, &Error{Message: fmt.Sprintf("%s has no unit.", quoted(s)), Hint: `Say "2 kg", "5 s" or "1 rep".`, NoUnit: true}
	case negative || n == 0:
		return Step{}, &Error{Message: fmt.Sprintf("step must be more than 0 %s, or the plan never gets harder.", unit.name)}
	case sc.hasComma():
		return Step{}, decimalComma(s)
	}
	return stepOf(s, amount{n, unit})
}

const stepHint = `Write it like "2 kg", "5 s" or "1 rep".`

// heaviestStep is the largest step of a load that is believed, in grams (house rule).
const heaviestStep = 50_000

func stepOf(s string, a amount) (Step, error) {
	if a.unit.of == "" {
		return loadStep(Load{Thousandths: a.thousandths, Unit: Unit(a.unit.name)})
	}
	n, unit, ok := a.resolve()
	step, limit := Step{Amount: n, Unit: unit}, unit.row().Step
	switch {
	case !ok:
		return Step{}, unreadable(s, stepHint)
	case n > limit.most:
		return Step{}, unlikely("a step of "+step.String(), limit.usual)
	}
	return step, nil
}

func loadStep(l Load) (Step, error) {
	if l.Grams() > heaviestStep {
		return Step{}, unlikely("a step of "+l.String(), "1 to 10 kg, 2.5 to 20 lb")
	}
	return Step{Load: l}, nil
}

// IsZero reports whether there is no step.
func (s Step) IsZero() bool { return s == Step{} }

// String returns the step as it is printed and typed, "2 kg", "5 s", "1 rep", and "" where there is none.
func (s Step) String() string {
	switch {
	case !s.Load.IsZero():
		return s.Load.String()
	case s.Amount != 0:
		return s.Unit.row().StepText(s.Amount)
	}
	return ""
}
