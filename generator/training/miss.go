package training

import (
	"fmt"

	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// miss reads what leads up by an open last set, and what leads back after missed sets.
func (r *reader) miss(t *tomlfile.Table, row *Row) {
	row.LastPos, row.MissesPos = valuePos(t, "last"), valuePos(t, "misses")
	row.Last = r.number(t, "last", bounds{2, 100, "in the last set", "15 to 30"})
	row.Misses = r.number(t, "misses", bounds{1, 5, "misses", "2 or 3"})
	if row.Last > 0 && !row.Do.IsZero() {
		r.mark(row)
	}
}

// mark checks the number in an open last set that leads to the next weight.
func (r *reader) mark(row *Row) {
	last := row.Do.Parts[len(row.Do.Parts)-1]
	switch {
	case len(row.Weeks)+len(row.Stages)+len(row.Wave) > 0: // a pair that is reported
	case !last.Open:
		r.add(row.LastPos, "last-of-closed-set", fmt.Sprintf(`"last" is for an open last set, and %q has none.`, row.Do.Typed()), fmt.Sprintf(`Write do = %q, or take "last" out.`, opened(row.Do).Typed()))
	case row.Last <= last.High:
		r.add(row.LastPos, "last-too-small", fmt.Sprintf("%q asks for %d in the last set anyway, so that last = %d says nothing.", row.Do.Typed(), last.High, row.Last), `Make it larger, or take "last" out.`)
	}
}

// opened returns a prescription with an open last set.
func opened(p quantity.Prescription) quantity.Prescription {
	parts := append([]quantity.Part(nil), p.Parts...)
	parts[len(parts)-1].Open = true
	p.Parts = parts
	return p
}
