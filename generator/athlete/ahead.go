package athlete

import "github.com/legpress/legpress/generator/site"

// SheetWeeks is how many weeks the sheets of a runner are for: as many as stand beside each other on a page.
const SheetWeeks = 4

// Ahead returns the programme with so many weeks from that of the next visit on, for her sheets; ok is false where the plan is over.
func (a *Athlete) Ahead(weeks int) (p *site.Programme, ok bool) {
	next := a.Programme.Projection.Next
	if next == nil {
		return nil, false
	}
	part := *a.Programme
	part.Projection = a.Programme.Projection.From(next.Week, max(weeks, 1))
	return &part, true
}
