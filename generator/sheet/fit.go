package sheet

import "github.com/legpress/legpress/generator/training/progression"

// The area that A4 and Letter share inside their margins, in millimetres: what stands on a page is decided for it.
const (
	Width  = paperWidth - 2*margin
	Height = 255.0
)

const (
	mostColumns = 4 // of a page, weeks or visits
	tallest     = paperHeight - 2*margin
	slack       = 1.0 // left free, for rounding to pixels and for what is not estimated well
	fewRows     = 3   // a page with no more exercises may have larger type, and says beside the names what to do next time
)

// setting is how a page is set: the more room there is, the larger.
type setting struct {
	roomy    bool    // larger type
	rules    bool    // what to do next time beside the name, and all cues below it
	cues     bool    // all cues below the name, where they have no room beside it
	tight    bool    // less white
	recovery int     // how much is said of it
	box      float64 // what a box has to be high; larger type is not worth lower ones
}

// settings are tried from the first to the last.
func settings() []setting {
	return []setting{
		{roomy: true, rules: true, recovery: whole, box: 12},
		{rules: true, recovery: whole, box: boxHeight},
		{cues: true, recovery: whole, box: 11},
		{recovery: whole, box: boxHeight},
		{recovery: whole, box: boxHeight, tight: true},
		{recovery: less, box: boxHeight, tight: true},
		{recovery: nothing, box: boxHeight, tight: true},
	}
}

// phase lays out a phase: the most weeks side by side that leave each session on one page with boxes that are large enough. Where not even
// one does, its pages go on overleaf.
func (t *typesetter) phase(phase progression.PhaseDays) []Page {
	for n := mostColumns; n > 0; n-- {
		if pages, ok := t.pages(phase, n); ok {
			return pages
		}
	}
	pages, _ := t.pages(phase, 1)
	return pages
}

// pages makes the pages of a phase with at most n weeks each, and about as many on each of them.
func (t *typesetter) pages(phase progression.PhaseDays, n int) (pages []Page, ok bool) {
	ok = true
	parts := (phase.Weeks + n - 1) / n
	for part := range parts {
		first, last := phase.First-1+part*phase.Weeks/parts, phase.First-1+(part+1)*phase.Weeks/parts
		weeks := t.Programme.Weeks[first:last]
		for _, name := range progression.SessionNames(weeks) {
			p, fits := t.page(cut{phase: phase, weeks: weeks, session: name})
			pages, ok = append(pages, p), ok && fits
		}
	}
	return pages, ok
}

// page makes a page whose columns are weeks or, where the visits of a week have less room below each other than side by side, visits.
func (t *typesetter) page(of cut) (p Page, fits bool) {
	best := len(settings())
	for _, of.byVisit = range []bool{false, true} {
		next, ok := t.compose(of)
		if !ok {
			break
		}
		if at := t.fit(&next); at < best || !fits {
			p, best, fits = next, at, at < len(settings())
		}
	}
	return p, fits
}

// fit lays out a page, and returns which setting it took: a number behind that of the last one where it is more than a page. Where there is room left, its boxes grow, up to a height; what is left then is for
// notes. Where a visit has one box for an exercise, each day has a line of them, if there is room. Before a page is two, less is said of
// what follows from what was written down.
func (t *typesetter) fit(p *Page) int {
	for _, p.DayLines = range dayLines(p.Tally) {
		for at, s := range settings() {
			if s.rules && len(p.Rows) > fewRows {
				continue
			}
			t.set(p, s)
			if t.layOut(p, s.box) <= Height-slack {
				t.fill(p)
				return at
			}
		}
	}
	p.Ruled = 0
	t.set(p, setting{recovery: whole})
	p.Overleaf = true
	t.layOut(p, boxHeight)
	return len(settings())
}

func dayLines(tally bool) []bool {
	if tally {
		return []bool{true, false}
	}
	return []bool{false}
}

// set sets a page in a way.
func (t *typesetter) set(p *Page, s setting) {
	p.Roomy, p.Tight = s.roomy, s.tight
	g := p.grid()
	for i := range p.Rows {
		t.aside(&p.Rows[i], g, s)
		t.measure(&p.Rows[i], g)
	}
	t.sayRules(p)
	t.sayRecovery(p, s.recovery)
}

// fill shares what a page has left among its boxes.
func (t *typesetter) fill(p *Page) {
	lines := 0
	for i := range p.Rows {
		lines += p.Rows[i].band.lines * p.Rows[i].band.boxes
	}
	spare := Height - t.layOut(p, boxHeight)
	most := float64(lines) * (highestBox - boxHeight)
	if left := spare + tallest - Height - most; left > 0 {
		p.Ruled = 1 + int(left/ruledLine)
	}
	t.layOut(p, boxHeight+min(spare, most)/float64(max(lines, 1)))
}
