package training

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// miss reads what leads up by an open last set, and what leads back after missed sets.
func (r *reader) miss(t *tomlfile.Table, row *Row) {
	row.LastPos, row.MissesPos, row.BackPos = valuePos(t, "last"), valuePos(t, "misses"), valuePos(t, "back")
	row.Last = r.number(t, "last", bounds{2, 100, "in the last set", "15 to 30"})
	row.Misses = r.number(t, "misses", bounds{1, 5, "misses", "2 or 3"})
	row.Back = r.back(t)
	if row.Last > 0 && !row.Do.IsZero() {
		r.mark(row)
	}
}

// mostBack is how much of a load going back is believed to take off, in thousandths (house rule).
const mostBack = 500

// back returns how much of the load going back takes off, in thousandths, or 0.
func (r *reader) back(t *tomlfile.Table) int {
	if !t.Has("back") {
		return 0
	}
	n, ok := parse(r, "back", t.Text("back"), quantity.ParseShare)
	switch {
	case !ok:
		return 0
	case n > mostBack:
		hint := fmt.Sprintf("back says what is taken off: write back = %q where %s of the weight is left.", quantity.FormatShare(1000-n), quantity.FormatShare(n))
		r.add(t.ValuePos("back"), "bad-back", fmt.Sprintf("%s off looks like a typing mistake (usual: 5 to 20 %%).", quantity.FormatShare(n)), hint)
		return 0
	}
	return n
}

// mark checks the number in an open last set that leads to the next weight.
func (r *reader) mark(row *Row) {
	last := row.Do.Parts[len(row.Do.Parts)-1]
	switch {
	case len(row.Weeks)+len(row.Stages)+len(row.Wave) > 0, row.Progress == TwoForTwo, row.all(testsMaximum): // a pair that is reported
	case !row.lastIsOpen():
		r.add(row.LastPos, "last-of-closed-set", fmt.Sprintf(`"last" is for an open last set, and %q has none.`, row.Do.Typed()), fmt.Sprintf(`Write do = %q, or take "last" out.`, opened(row.Do).Typed()))
	case row.Last <= last.High:
		r.add(row.LastPos, "last-too-small", fmt.Sprintf("%q asks for %d in the last set anyway, so that last = %d says nothing.", row.Do.Typed(), last.High, row.Last), `Make it larger, or take "last" out.`)
	}
}

// lastIsOpen reports whether the last set that the row asks for first is open.
func (row *Row) lastIsOpen() bool {
	return !row.Do.IsZero() && row.Do.Parts[len(row.Do.Parts)-1].Open
}

// opened returns a prescription with an open last set, which has no range.
func opened(p quantity.Prescription) quantity.Prescription {
	parts := slices.Clone(p.Parts)
	last := &parts[len(parts)-1]
	last.High, last.Open = last.Low, true
	p.Parts = parts
	return p
}
