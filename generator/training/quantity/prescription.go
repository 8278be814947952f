package quantity

import (
	"fmt"
	"strings"
)

// mostSets is how many sets are believed (house rule).
const mostSets = 10

const prescriptionHint = `Write it like "3 x 8-12" or "3 x 20-30 s".`

// ParsePrescription reads a prescription: "3x8-12", "3 × 8–12 each side", "3 sets of 10 reps", "3 x 20 to 30 s".
func ParsePrescription(s string) (Prescription, error) {
	sc := scan(s)
	typed, ok := sc.prescription()
	switch {
	case sc.namesFailure():
		return Prescription{}, &Error{Message: "runners should stop with at least 1 good rep left.", Hint: `Write a range like "3 x 8-12".`}
	case !ok || !sc.done():
		return Prescription{}, unreadable(s, prescriptionHint)
	}
	p, ok := typed.resolve()
	switch {
	case !ok:
		return Prescription{}, unreadable(s, prescriptionHint)
	case sc.hasComma():
		return Prescription{}, decimalComma(s)
	}
	if err := p.believe(typed.ranged); err != nil {
		return Prescription{}, err
	}
	return p, nil
}

// prescribed is a prescription as it was typed.
type prescribed struct {
	sets      amount
	low, high amount
	ranged    bool
	perSide   bool
}

func (sc *scanner) prescription() (t prescribed, ok bool) {
	if t.sets.thousandths, ok = sc.number(); !ok || !sc.acceptBy() {
		return t, false
	}
	if t.low, ok = sc.amount(); !ok {
		return t, false
	}
	t.high = t.low
	if _, t.ranged = sc.take(dash); t.ranged {
		if t.high, ok = sc.amount(); !ok {
			return t, false
		}
	}
	t.perSide, ok = sc.side()
	return t, ok
}

// acceptBy reads what stands between the sets and the rest: "x", "sets of", "sets x", "sets".
func (sc *scanner) acceptBy() bool {
	sets := sc.accept("sets", "set")
	_, by := sc.take(times)
	return by || sc.accept("of") || sets
}

// side reads "each side", "per leg", "/side", "each" and the like, or nothing.
func (sc *scanner) side() (perSide, ok bool) {
	if sc.done() {
		return false, true
	}
	sc.accept("on")
	if sc.accept("each") && sc.done() {
		return true, true
	}
	sc.accept("per", "a", "every", "both", "/")
	ok = sc.accept("side", "sides", "leg", "legs", "arm", "arms", "hand", "hands", "foot", "feet")
	return ok, ok
}

func (sc *scanner) namesFailure() bool {
	for _, t := range sc.tokens {
		switch t.text {
		case "failure", "fail", "max", "maximum", "amrap":
			return true
		}
	}
	return false
}

// resolve gives both ends of the range the unit that only one of them may have been typed with.
func (t prescribed) resolve() (p Prescription, ok bool) {
	if t.low.unit.name == "" {
		t.low.unit = t.high.unit
	}
	if t.high.unit.name == "" {
		t.high.unit = t.low.unit
	}
	sets, ok1 := t.sets.whole()
	low, unit, ok2 := t.low.resolve()
	high, other, ok3 := t.high.resolve()
	return Prescription{sets, low, high, unit, t.perSide}, ok1 && ok2 && ok3 && unit == other
}

// believe returns the error that there is in a prescription that could be read.
func (p Prescription) believe(ranged bool) error {
	row := p.Unit.row()
	switch {
	case p.Sets == 0 || p.Low == 0 && p.High == 0:
		return &Error{Message: fmt.Sprintf("%q asks for nothing.", p.Typed()), Hint: prescriptionHint}
	case p.Sets > mostSets:
		return unlikely(fmt.Sprintf("%d sets", p.Sets), "2 to 4")
	case p.Low > p.High:
		turned := p
		turned.Low, turned.High = p.High, p.Low
		return &Error{Message: fmt.Sprintf("%q counts down.", p.span("-")), Hint: fmt.Sprintf("Write %q.", turned.span("-"))}
	case ranged && p.Low == p.High:
		return &Error{Message: fmt.Sprintf("%q is no range.", fmt.Sprint(p.Low, "-", p.span("-"))), Hint: fmt.Sprintf("Write %q.", p.span("-"))}
	case p.Low == 0:
		return &Error{Message: fmt.Sprintf("%q begins with nothing.", p.span("-")), Hint: "Begin with at least 1."}
	case p.High > row.Set.most:
		return unlikely(fmt.Sprintf(row.SetText, p.High), row.Set.usual)
	}
	return nil
}

// IsZero reports whether nothing is prescribed.
func (p Prescription) IsZero() bool { return p == Prescription{} }

// WithSets returns the prescription with another number of sets.
func (p Prescription) WithSets(n int) Prescription {
	p.Sets = n
	return p
}

// String returns the prescription as it is printed, "3 × 8–12 each side", and "" where there is none.
func (p Prescription) String() string { return p.text("×", "–") }

// Typed returns the prescription as an author types it, "3 x 8-12 each side", and "" where there is none.
func (p Prescription) Typed() string { return p.text("x", "-") }

func (p Prescription) text(by, to string) string {
	if p.IsZero() {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s %s", p.Sets, by, p.span(to))
	if p.PerSide {
		b.WriteString(" each side")
	}
	return b.String()
}

// span is what one set has: "8-12", "10", "20-30 s".
func (p Prescription) span(to string) string {
	s := fmt.Sprint(p.Low)
	if p.High != p.Low {
		s = fmt.Sprintf("%d%s%d", p.Low, to, p.High)
	}
	return fmt.Sprintf(p.Unit.row().Printed, s)
}
