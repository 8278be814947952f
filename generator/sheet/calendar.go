package sheet

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training/progression"
)

// column returns the column of a week.
func (t *typesetter) column(w *progression.Week) Column {
	return Column{Week: w.Number, Date: t.date(w, 0), Marks: t.marks(w)}
}

// date writes the date of a day of a week, 0 being its Monday; "" where the plan has no dates.
func (t *typesetter) date(w *progression.Week, day int) string {
	monday := t.Programme.Plan.Monday()
	if monday.IsZero() {
		return ""
	}
	date := monday.AddDate(0, 0, 7*(w.Number-1)+day)
	name := "short-date"
	if date.Day() == 1 {
		name = "short-date-first"
	}
	return t.Words.Say(name, "day", date.Day(), "month", t.Words.Say("short-month-"+date.Format("01")))
}

// marks say what is special about a week.
func (t *typesetter) marks(w *progression.Week) []string {
	var marks []string
	switch {
	case w.Race:
		race := t.Programme.Plan.Race
		day := t.Words.Say("short-" + race.Day.String())
		if !race.Date.IsZero() {
			day = t.Words.Say("short-weekday-date", "day", day, "n", race.Date.Day())
		}
		marks = append(marks, t.Words.Say("race-mark", "day", day))
	case w.Taper:
		marks = append(marks, t.Words.Say("taper"))
	case w.IsEasy():
		marks = append(marks, t.Words.Say("easy"))
	}
	if w.Tests {
		marks = append(marks, t.Words.Say("test-mark"))
	}
	return marks
}

// absences says why there is nothing to do where other weeks of the page have something.
func (c *composition) absences() {
	there := map[[2]int]*visit{}
	for i := range c.visits {
		v := &c.visits[i]
		there[[2]int{v.column, v.line}] = v
	}
	for column := range c.Columns {
		week := &c.weeks[slices.IndexFunc(c.weeks, func(w progression.Week) bool { return w.Number == c.Columns[column].Week })]
		for i := range c.Rows {
			for line := range c.Rows[i].Lines {
				cell := &c.Rows[i].Lines[line][column]
				switch {
				case cell.exercise != nil:
				case there[[2]int{column, line}] != nil && !c.Tally:
					cell.Why = c.whyLeftOut(week, there[[2]int{column, line}], &c.Rows[i])
				case line == 0 || week.Race:
					cell.Why = c.whyNoVisit(week)
				}
			}
		}
	}
}

// whyLeftOut says why a visit leaves an exercise out.
func (c *composition) whyLeftOut(w *progression.Week, v *visit, r *Row) string {
	switch {
	case slices.Contains(v.Hurt, r.first.Row):
		return c.Words.Say("left-out-pain")
	case w.AfterRace:
		return c.Words.Say("left-out-after-race")
	case w.Taper:
		return c.Words.Say("left-out-race")
	}
	return c.Words.Say("left-out-table")
}

// whyNoVisit says why a week does not have the session, or not as often as others.
func (c *composition) whyNoVisit(w *progression.Week) string {
	others := slices.DeleteFunc(progression.SessionNames([]progression.Week{*w}), func(name string) bool { return name == c.session })
	switch {
	case w.Race:
		return c.Words.Say("left-out-visit", "day", c.Words.Say("day-"+c.Programme.Plan.Race.Day.String()))
	case w.AfterRace:
		return c.Words.Say("left-out-after-race")
	case w.Tests && len(w.Runs) > 0:
		return c.Words.Say("left-out-test")
	case len(others) > 0:
		return c.Words.Say("left-out-session", "names", strings.Join(others, ", "))
	}
	return c.Words.Say("left-out-table")
}
