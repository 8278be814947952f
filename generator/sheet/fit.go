package sheet

import (
	"math"

	"github.com/legpress/legpress/generator/training/progression"
)

// The page that is filled.
const (
	Height      = 255.0 // of the area that A4 and Letter share, in millimetres
	slack       = 1.0   // left free, for rounding to pixels and for what is not estimated well
	weeksOnPage = 4     // at most
	overleaf    = 10.0  // a page that is so much too high goes on overleaf, where there is room; one that is less so may just fit in print
)

// allCues is how many cues stand on a page that has room for them.
const allCues = math.MaxInt

// phase lays out a phase: as many weeks side by side as leave each session on one page, with two cues for each exercise at least, or
// with one. Where not even two weeks do, four stand side by side and the table goes on overleaf.
func (t *typesetter) phase(phase progression.PhaseDays) []Page {
	for _, cues := range []int{2, 1} {
		for n := weeksOnPage; n > 1; n-- {
			if pages, fit := t.cut(phase, n, cues); fit {
				return pages
			}
		}
	}
	pages, _ := t.cut(phase, weeksOnPage, 2)
	return pages
}

// cut makes the pages of a phase with at most n weeks each, and about as many on each of them; dense ones have that many cues.
func (t *typesetter) cut(phase progression.PhaseDays, n, denseCues int) (pages []Page, fit bool) {
	fit = true
	parts := (phase.Weeks + n - 1) / n
	for part := range parts {
		first, last := phase.First-1+part*phase.Weeks/parts, phase.First-1+(part+1)*phase.Weeks/parts
		weeks := t.Programme.Weeks[first:last]
		for _, name := range progression.SessionNames(weeks) {
			p := t.compose(phase, weeks, name)
			fit = t.fit(&p, denseCues) && fit
			pages = append(pages, p)
		}
	}
	return pages, fit
}

// fit lays out a page and reports whether it is one: with a mark for each visit of each exercise and all cues, or else dense, with one
// mark for the visit and that many cues, of which an exercise that is left for the next one may have to do with the first. Where a
// visit has one box for an exercise, each day has a line of them, if there is room. Before a page is dense, and before it is two, less is
// said of what follows from what was written down.
func (t *typesetter) fit(p *Page, denseCues int) bool {
	for _, try := range [...]struct {
		cues, climbing int
		dayLines       bool
		recovery       int
	}{
		{allCues, allCues, true, whole}, {allCues, allCues, true, less}, {allCues, allCues, true, least},
		{denseCues, denseCues, true, whole}, {denseCues, 1, true, whole}, {denseCues, 1, false, whole}, {denseCues, 1, false, less}, {denseCues, 1, false, least}, {denseCues, 1, false, nothing},
	} {
		t.sayRecovery(p, try.recovery)
		p.Dense = try.cues < allCues || p.Tally
		p.DayLines = p.Tally && try.dayLines
		for i := range p.Rows {
			r, most := &p.Rows[i], try.cues
			if len(r.Next) > 0 {
				most = try.climbing
			}
			r.Cues = r.Cues[:min(len(r.Cues), most)]
		}
		if t.layOut(p) <= Height-slack {
			return true
		}
	}
	if t.layOut(p) > Height+overleaf {
		t.sayRecovery(p, whole)
		t.layOut(p)
	}
	return false
}
