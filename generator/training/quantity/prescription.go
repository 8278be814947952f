package quantity

import "slices"

// EqualSets returns a prescription of sets that are alike.
func EqualSets(sets, low, high int, unit AmountUnit, perSide bool) Prescription {
	return Prescription{Parts: []Part{{Sets: sets, Low: low, High: high}}, Unit: unit, PerSide: perSide}
}

// namesLoad reports whether a part says its own weight.
func (p Prescription) namesLoad() bool {
	return slices.ContainsFunc(p.Parts, func(part Part) bool { return !part.Load.IsZero() })
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
	return p.With(func(part *Part) { part.Low, part.High = low, high })
}

// With returns the prescription with each of its parts changed. The parts of the one that it is made from stay as they are: many targets
// share them.
func (p Prescription) With(change func(*Part)) Prescription {
	p.Parts = slices.Clone(p.Parts)
	for i := range p.Parts {
		change(&p.Parts[i])
	}
	return p
}
