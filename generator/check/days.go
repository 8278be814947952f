package check

import (
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// days looks at the days of plans from the day of the build, if that is known.
func (c *checker) days() {
	if c.site.Now.IsZero() {
		return
	}
	for p := range c.site.AllPlans() {
		c.planDays(p.Plan)
		c.changed(p.Updated, p.Pos.File)
	}
}

// planDays says of a plan that its race is over, so that its calendar is in the past, or that it began more than a year ago and is over. A race
// of more than a year ago is probably forgotten or mistyped.
func (c *checker) planDays(p *training.Plan) {
	switch day := p.Race.Date; {
	case !day.IsZero() && c.isOver(day):
		over := diag.Notef(p.Race.DatePos, "race-over", "the race of this plan was on %s.", day.Format(time.DateOnly))
		if c.isOver(day.AddDate(1, 0, 0)) {
			over.Severity = diag.Warning
		}
		c.add(over.WithHint("Write the day of the next race. With race_week in place of race_day the plan is for a race in any year."))
	case day.IsZero() && !p.Start.IsZero() && c.isOver(p.Start.AddDate(1, 0, 0)) && c.isOver(p.Start.AddDate(0, 0, 7*p.Weeks())):
		c.add(diag.Notef(p.Pos, "start-over", "this plan began on %s and is over.", p.Start.Format(time.DateOnly)).
			WithHint("Write the Monday on which it begins next as start. Without start it is for any Monday."))
	}
}

// isOver reports whether a day is in the past.
func (c *checker) isOver(day time.Time) bool { return day.AddDate(0, 0, 1).Before(c.site.Now) }

// changed warns of a last change on a day that is still to come. On some clocks it is tomorrow already.
func (c *checker) changed(updated time.Time, file string) {
	if updated.After(c.site.Now.AddDate(0, 0, 1)) {
		c.add(diag.Warningf(diag.Position{File: file}, "updated-later", "updated is %s, which is still to come.", updated.Format(time.DateOnly)).
			WithHint("Write the day of the last real change, or take the line out."))
	}
}
