package quantity

import (
	"fmt"
	"slices"
)

// mostSets is how many sets are believed, and mostByTheClock how many where each begins when the clock says so, every minute for example
// (house rules).
const (
	mostSets       = 10
	mostByTheClock = 30
)

// mostShare is the largest share of a weight that is believed of a set, in thousandths (house rule).
const mostShare = 1200

// resolve returns the part with its amounts in the unit, which it has where none was typed.
func (t typedPart) resolve(unit spelling) (part Part, ok bool) {
	if t.low.unit.name == "" {
		t.low.unit = t.high.unit
	}
	if t.high.unit.name == "" {
		t.high.unit = t.low.unit
	}
	if t.low.unit.name == "" {
		t.low.unit, t.high.unit = unit, unit
	}
	part = Part{Open: t.open, RM: t.rm, Share: t.share, Load: t.load}
	var ok1, ok2, ok3 bool
	part.Sets, ok1 = t.sets.whole()
	part.Low, _, ok2 = t.low.resolve()
	part.High, _, ok3 = t.high.resolve()
	return part, ok1 && ok2 && ok3
}

// commonUnit returns the unit of all parts, which stands behind the last one or behind each.
func commonUnit(typed []typedPart, s string) (spelling, error) {
	last := typed[len(typed)-1]
	unit := last.unit()
	for _, t := range typed {
		switch other := t.unit(); {
		case t.mixed() || other.name != "" && unit.name != "" && !other.alike(unit):
			return spelling{}, &Error{
				Message: fmt.Sprintf("%s counts its sets in two ways.", quoted(s)),
				Hint:    "Count all sets of a row in one unit.",
			}
		case other.name != "" && unit.name == "" && !other.alike(spelling{}):
			return spelling{}, behindTheLast(typed, other, "unit")
		case t.perSide && !last.perSide:
			return spelling{}, behindTheLast(typed, unit, "side")
		}
	}
	if unit.name == "" {
		unit = spelled(rep)
	}
	return unit, nil
}

// behindTheLast is for a unit or a side that stands behind some sets, the last of which is not among them.
func behindTheLast(typed []typedPart, unit spelling, what string) error {
	e := &Error{Message: fmt.Sprintf("the last set has no %s.", what), Hint: "What stands behind the last set holds for all of them."}
	p := Prescription{Unit: unit.of, Steps: unit.name == step}
	for _, t := range typed {
		part, ok := t.resolve(unit)
		if other := t.unit(); !ok || other.name != "" && other.name != unit.name {
			return e
		}
		p, p.PerSide = p.Plus(part), p.PerSide || t.perSide
	}
	if write, ok := readable(p.Typed()); ok {
		e.Hint = fmt.Sprintf("Write %q.", write)
	}
	return e
}

// unit returns the unit that was typed at either end.
func (t typedPart) unit() spelling {
	if t.high.unit.name == "" {
		return t.low.unit
	}
	return t.high.unit
}

// mixed reports whether the ends of a range are counted in different units.
func (t typedPart) mixed() bool {
	return t.low.unit.name != "" && t.high.unit.name != "" && !t.low.unit.alike(t.high.unit)
}

// alike reports whether two units can stand in one prescription. No unit is that of repetitions.
func (s spelling) alike(other spelling) bool {
	kind := func(s spelling) (AmountUnit, bool) {
		if s.name == "" {
			return Repetitions, false
		}
		return s.of, s.name == step
	}
	of, steps := kind(s)
	otherOf, otherSteps := kind(other)
	return of == otherOf && steps == otherSteps
}

// believe returns the error that there is in a part that could be read. Alone it is the whole prescription. It may have so many sets at the
// most.
func (p Prescription) believe(part Part, t typedPart, alone bool, most int) error {
	switch {
	case part.Sets == 0 || part.Low == 0 && part.High == 0:
		return &Error{Message: fmt.Sprintf("%q asks for nothing.", p.one(part)), Hint: prescriptionHint}
	case part.Sets > most:
		return p.tooManySets(part, alone, most)
	}
	if err := p.believeSpan(part, t, alone); err != nil {
		return err
	}
	return p.believeLoad(part)
}

// believeSpan returns the error that there is in what a set has.
func (p Prescription) believeSpan(part Part, t typedPart, alone bool) error {
	write := func(low, high int) string {
		right := part
		right.Low, right.High = low, high
		all, ok := readable(p.one(right))
		switch {
		case alone && ok:
			return fmt.Sprintf("Write %q.", all)
		case alone:
			return "A range counts up, from one number to a larger one."
		}
		return fmt.Sprintf("Write %q.", p.span(Part{Low: low, High: high}, "-"))
	}
	most := p.Unit.row().Set.most
	switch text := p.span(Part{Low: part.Low, High: part.High}, "-"); {
	case part.Low > most && part.High > 0 && part.Low > part.High:
		return &Error{Message: fmt.Sprintf("%q counts down.", text), Hint: "Write the unit behind both numbers."}
	case part.Low > part.High && part.High > 0:
		return &Error{Message: fmt.Sprintf("%q counts down.", text), Hint: write(part.High, part.Low)}
	case t.ranged && part.Low == part.High:
		return &Error{Message: fmt.Sprintf("%q is no range.", fmt.Sprint(part.Low, "-", text)), Hint: write(part.Low, part.Low)}
	case part.Low == 0 || part.High == 0:
		return &Error{Message: fmt.Sprintf("%q has a set of nothing.", text), Hint: "Begin with at least 1."}
	case part.High > most:
		return p.tooMuch(part, alone)
	}
	return nil
}

// tooManySets proposes to turn round what has the sets behind the repetitions: "12 x 3".
func (p Prescription) tooManySets(part Part, alone bool, most int) error {
	e := tooMany(part.Sets, most)
	if alone && part.Load.IsZero() && part.Low == part.High && part.Low <= 5 && part.Sets <= p.Unit.row().Set.most {
		turned := part
		turned.Sets, turned.Low, turned.High = part.Low, part.Sets, part.Sets
		e.Hint = fmt.Sprintf("The sets come first: did you mean %q?", p.one(turned))
	}
	return e
}

// tooMuch proposes seconds where so many repetitions are none.
func (p Prescription) tooMuch(part Part, alone bool) error {
	row := p.Unit.row()
	e := unlikely(fmt.Sprintf(row.SetText, part.High), row.Set.usual)
	if alone && p.Unit == Repetitions && !p.Steps && !part.RM && part.Low == part.High && part.High <= Seconds.row().Set.most {
		e.Hint = fmt.Sprintf("If these are seconds, write %q.", Prescription{Unit: Seconds}.one(part))
	}
	return e
}

// believeLoad looks at what a part says of its weight.
func (p Prescription) believeLoad(part Part) error {
	bare := part
	bare.Open, bare.RM, bare.Share, bare.Load = false, false, 0, Load{}
	withRM := bare
	withRM.RM = true
	switch {
	case part.Open && part.Low < part.High:
		return &Error{
			Message: "an open set has one number, and no range.",
			Hint:    fmt.Sprintf("Write %q, or %q for a last set of as many good ones as leave the reserve.", p.one(bare), p.one(Part{Sets: part.Sets, Low: part.Low, High: part.Low, Open: true})),
		}
	case part.RM && (p.Unit != Repetitions || p.Steps):
		return &Error{Message: "RM is a number of repetitions.", Hint: `Write it like "4 x 8 RM".`}
	case part.RM && part.Open:
		return &Error{Message: "a set of RM is not open: its weight is the heaviest one for so many repetitions.", Hint: fmt.Sprintf("Write %q.", p.one(withRM))}
	case part.RM && (part.Share != 0 || !part.Load.IsZero()):
		return &Error{Message: "RM says the weight, and so does what stands behind at.", Hint: fmt.Sprintf("Write %q, or leave RM out.", p.one(withRM))}
	case part.RM && part.Low == 1:
		return &Error{Message: "a set of 1 RM leaves nothing in reserve.", Hint: `Write at least 2, like "4 x 4 RM".`}
	case part.Share > mostShare:
		return unlikely(FormatShare(part.Share)+" of a weight", "40 to 95 %")
	case part.Load.Grams() > heaviest:
		return unlikely(part.Load.String(), usualLoads(part.Load.Unit))
	}
	return nil
}

// believeAll looks at the prescription as a whole.
func (p Prescription) believeAll(most int) error {
	for i, part := range p.Parts[:len(p.Parts)-1] {
		if part.Open {
			return p.openInside(i)
		}
	}
	if n := p.Sets(); n > most {
		return tooMany(n, most)
	}
	return nil
}

// openInside is for an open set, the last of the part, with others behind it.
func (p Prescription) openInside(i int) error {
	e := &Error{Message: "only the last set of a row can be open.", Hint: `Leave out "+".`}
	closed, before, behind := p, p, p
	closed.Parts, before.Parts, behind.Parts = nil, p.Parts[:i+1], p.Parts[i+1:]
	for _, part := range p.Parts {
		part.Open = false
		closed = closed.Plus(part)
	}
	switch {
	case len(closed.Parts) == 1:
		closed.Parts[0].Open = true
		e.Hint = fmt.Sprintf("Write %q.", closed.Typed())
	case behind.believeAll(mostSets) == nil:
		e.Hint = fmt.Sprintf("Write two rows, %q and %q.", before.text(asTyped(), false), behind.text(asTyped(), false))
	}
	return e
}

// oneWayToCount returns the error in "3 x 12, 10, 8", which may be three sets or five.
func oneWayToCount(typed []typedPart, p Prescription) error {
	counted := func(t typedPart) bool { return t.counted }
	if !slices.ContainsFunc(typed, counted) || !slices.ContainsFunc(typed, func(t typedPart) bool { return !t.counted }) {
		return nil
	}
	e := &Error{
		Message: "how many sets there are stands before some of them only.",
		Hint:    fmt.Sprintf("For %d sets write %q.", p.Sets(), p.text(asTyped(), false)),
	}
	if n := len(typed); typed[0].counted && !slices.ContainsFunc(typed[1:], counted) && p.Parts[0].Sets == n {
		list := p
		list.Parts = slices.Clone(p.Parts)
		list.Parts[0].Sets = 1
		e.Hint = fmt.Sprintf("For %d sets write %q, for %d %q.", n, list.text(asTyped(), true), p.Sets(), p.text(asTyped(), false))
	}
	return e
}
