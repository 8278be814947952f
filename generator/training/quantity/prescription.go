package quantity

import (
	"fmt"
	"slices"
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
	return EqualSets(sets, low, high, unit, t.perSide), ok1 && ok2 && ok3 && unit == other
}

// EqualSets returns a prescription of sets that are alike.
func EqualSets(sets, low, high int, unit AmountUnit, perSide bool) Prescription {
	return Prescription{Parts: []Part{{Sets: sets, Low: low, High: high}}, Unit: unit, PerSide: perSide}
}

// believe returns the error that there is in a prescription that could be read.
func (p Prescription) believe(ranged bool) error {
	row, part := p.Unit.row(), p.First()
	switch {
	case part.Sets == 0 || part.Low == 0 && part.High == 0:
		return &Error{Message: fmt.Sprintf("%q asks for nothing.", p.Typed()), Hint: prescriptionHint}
	case part.Sets > mostSets:
		return unlikely(fmt.Sprintf("%d sets", part.Sets), "2 to 4")
	case part.Low > part.High:
		turned := Part{Low: part.High, High: part.Low}
		return &Error{Message: fmt.Sprintf("%q counts down.", p.span(part, "-")), Hint: fmt.Sprintf("Write %q.", p.span(turned, "-"))}
	case ranged && part.Low == part.High:
		return &Error{Message: fmt.Sprintf("%q is no range.", fmt.Sprint(part.Low, "-", p.span(part, "-"))), Hint: fmt.Sprintf("Write %q.", p.span(part, "-"))}
	case part.Low == 0:
		return &Error{Message: fmt.Sprintf("%q begins with nothing.", p.span(part, "-")), Hint: "Begin with at least 1."}
	case part.High > row.Set.most:
		return unlikely(fmt.Sprintf(row.SetText, part.High), row.Set.usual)
	}
	return nil
}

// IsZero reports whether nothing is prescribed.
func (p Prescription) IsZero() bool { return len(p.Parts) == 0 }

// Equal reports whether two prescriptions ask for the same.
func (p Prescription) Equal(q Prescription) bool {
	return slices.Equal(p.Parts, q.Parts) && p.Unit == q.Unit && p.Steps == q.Steps && p.PerSide == q.PerSide
}

// Plus returns the prescription with more sets behind the others. Sets that are alike become one part: "4 x 5" and "1 x 5+" are "5 x 5+".
func (p Prescription) Plus(part Part) Prescription {
	p.Parts = slices.Clone(p.Parts)
	if n := len(p.Parts); n > 0 {
		last, like := &p.Parts[n-1], part
		like.Sets, like.Open = last.Sets, false
		if *last == like {
			last.Sets, last.Open = last.Sets+part.Sets, part.Open
			return p
		}
	}
	p.Parts = append(p.Parts, part)
	return p
}

// Sets returns how many sets there are in all.
func (p Prescription) Sets() int {
	n := 0
	for _, part := range p.Parts {
		n += part.Sets
	}
	return n
}

// First returns the first part; the zero Part where nothing is prescribed.
func (p Prescription) First() Part {
	if p.IsZero() {
		return Part{}
	}
	return p.Parts[0]
}

// Span returns the least and the greatest amount that a set may have.
func (p Prescription) Span() (low, high int) {
	low, high = p.First().Low, p.First().High
	for _, part := range p.Parts {
		low, high = min(low, part.Low), max(high, part.High)
	}
	return low, high
}

// Ranged reports whether a set may have less or more than one amount.
func (p Prescription) Ranged() bool {
	return slices.ContainsFunc(p.Parts, func(part Part) bool { return part.Low < part.High })
}

// WithSets returns the prescription with another number of sets, all of them like the first.
func (p Prescription) WithSets(n int) Prescription {
	part := p.First()
	part.Sets = n
	p.Parts = []Part{part}
	return p
}

// WithSpan returns the prescription with another range for all of its sets.
func (p Prescription) WithSpan(low, high int) Prescription {
	p.Parts = slices.Clone(p.Parts)
	for i := range p.Parts {
		p.Parts[i].Low, p.Parts[i].High = low, high
	}
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
	var parts []string
	for _, part := range p.Parts {
		parts = append(parts, fmt.Sprintf("%d %s %s", part.Sets, by, p.span(part, to)))
	}
	text := strings.Join(parts, ", ")
	if p.PerSide {
		text += " each side"
	}
	return text
}

// span is what one set has: "8-12", "10", "20-30 s".
func (p Prescription) span(part Part, to string) string {
	s := fmt.Sprint(part.Low)
	if part.High != part.Low {
		s = fmt.Sprintf("%d%s%d", part.Low, to, part.High)
	}
	return fmt.Sprintf(p.Unit.row().Printed, s)
}
