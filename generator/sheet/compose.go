package sheet

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// mostVisits is how many visits a week have a box for each of their sets. Where there are more, a visit has one box for an exercise.
const mostVisits = 3

// cut says which part of a phase stands on a page.
type cut struct {
	phase   progression.PhaseDays
	weeks   []progression.Week
	session string
	byVisit bool // the columns are visits, not weeks
}

// compose gathers what stands on a page; ok is false where the visits are too many to be columns.
func (t *typesetter) compose(of cut) (p Page, ok bool) {
	c := &composition{typesetter: t, cut: of, rows: map[*training.Row]int{}}
	c.Session, c.Phase, c.ByVisit = of.session, of.phase.Name, of.byVisit
	c.First, c.Last = of.weeks[0].Number, of.weeks[len(of.weeks)-1].Number
	for i := range of.weeks {
		c.Tally = c.Tally || len(visitsOf(&of.weeks[i], of.session)) > mostVisits
	}
	if !c.columns() {
		return Page{}, false
	}
	for i := range c.visits {
		c.visit(&c.visits[i])
	}
	slices.Sort(c.days)
	c.Days = t.days(c.days)
	c.order()
	c.heads()
	c.absences()
	c.sayDays()
	c.logs()
	c.Weights = t.weights(c.targets)
	c.sentencesOf()
	c.legend()
	c.recover(of.phase)
	return c.Page, true
}

// composition is a page while it is put together.
type composition struct {
	Page
	*typesetter
	cut
	visits  []visit
	rows    map[*training.Row]int // where each row stands
	days    []training.Weekday
	targets []progression.Target // in full weeks
}

// visit is a visit of the page's session, and where it stands on the page.
type visit struct {
	*progression.Session
	week         *progression.Week
	column, line int
}

// visitsOf returns the visits of a session in a week; one that comes more than once a day stands there as often.
func visitsOf(w *progression.Week, session string) []*progression.Session {
	var list []*progression.Session
	for i := range w.Sessions {
		if s := &w.Sessions[i]; s.Name == session {
			list = append(list, slices.Repeat([]*progression.Session{s}, max(s.PerDay, 1))...)
		}
	}
	return list
}

// columns gives each visit its column and its line; a page with a tally takes the visits of a day as one.
func (c *composition) columns() bool {
	for i := range c.weeks {
		w := &c.weeks[i]
		list := visitsOf(w, c.session)
		if c.Tally {
			list = slices.Compact(list)
		}
		if !c.byVisit || len(list) == 0 {
			c.Columns = append(c.Columns, c.column(w))
		}
		for line, s := range list {
			at := visit{s, w, len(c.Columns) - 1, line}
			if c.byVisit {
				column := c.column(w)
				column.Day = c.Words.Say("short-" + s.Day.String())
				column.Date = c.date(w, int(s.Day))
				at.column, at.line = len(c.Columns), 0
				c.Columns = append(c.Columns, column)
			}
			c.visits = append(c.visits, at)
		}
	}
	return len(c.Columns) <= mostColumns && !(c.byVisit && c.Tally)
}

// visit puts what a visit asks for into the rows.
func (c *composition) visit(v *visit) {
	c.Optional = v.Optional
	c.Minutes = progression.Widen(c.Minutes, v.Minutes)
	if !slices.Contains(c.days, v.Day) {
		c.days = append(c.days, v.Day)
	}
	for _, target := range v.Targets {
		c.put(v, target)
		c.note(v.week, target)
	}
}

// put puts a target into the row of its exercise. The head of a row is the exercise with which these weeks begin: a ladder may have been
// climbed before.
func (c *composition) put(v *visit, target progression.Target) {
	at, ok := c.rows[target.Row]
	if !ok {
		at = len(c.Rows)
		c.rows[target.Row] = at
		c.Rows = append(c.Rows, Row{Exercise: target.Exercise, Note: target.Row.Note, allCues: target.Exercise.Cues, first: target})
	}
	row := &c.Rows[at]
	cell := c.cell(target, c.Tally)
	if target.Exercise != row.above(v.column) {
		cell.Name = target.Exercise.Name
	}
	if c.Tally {
		c.tally(row, v, cell)
	} else {
		*c.cellAt(row, v.column, v.line) = cell
	}
	if next := c.Words.Sentences(target.Next); next != "" && !slices.Contains(row.Next, next) {
		row.Next = append(row.Next, next)
	}
}

// cellAt returns the place of a cell, and makes room for it.
func (c *composition) cellAt(row *Row, column, line int) *Cell {
	for len(row.Lines) <= line {
		row.Lines = append(row.Lines, make([]Cell, len(c.Columns)))
	}
	return &row.Lines[line][column]
}

// tally adds a box for each visit of a day to the target of the days before, where it is the same.
func (c *composition) tally(row *Row, v *visit, cell Cell) {
	perDay := max(v.PerDay, 1)
	line := 0
	for line < len(row.Lines) && row.Lines[line][v.column].exercise != nil {
		line++
	}
	if line > 0 {
		last := &row.Lines[line-1][v.column]
		if cell.Name == "" && last.Goal == cell.Goal && last.Load == cell.Load {
			last.Sets = append(last.Sets, make([]Set, perDay)...)
			return
		}
	}
	cell.Sets, cell.perDay = make([]Set, perDay), perDay
	*c.cellAt(row, v.column, line) = cell
}

// ofRung returns what is prescribed on the rung of a target, with its range.
func ofRung(target progression.Target) quantity.Prescription {
	do := target.Prescription
	do.PerSide = target.PerSide
	return do
}

// above returns the exercise that a reader of a column takes the next visit to be.
func (r *Row) above(column int) *training.Exercise {
	is := r.Exercise
	for _, line := range r.Lines {
		if e := line[column].exercise; e != nil {
			is = e
		}
	}
	return is
}

// order puts the rows into the order of the plan. The first of these weeks may leave some out, because a race is near.
func (c *composition) order() {
	var rows []Row
	for _, phase := range c.Programme.Plan.Phases {
		for _, session := range phase.Sessions {
			for i := range session.Rows {
				if at, ok := c.rows[&session.Rows[i]]; ok {
					rows = append(rows, c.Rows[at])
				}
			}
		}
	}
	c.Rows = rows
}

// sayDays names the day of a visit above its target, where neither the page nor its columns say it.
func (c *composition) sayDays() {
	if c.byVisit || c.Tally || len(c.days) < 2 {
		return
	}
	for _, v := range c.visits {
		for i := range c.Rows {
			if lines := c.Rows[i].Lines; v.line < len(lines) {
				if cell := &lines[v.line][v.column]; cell.exercise != nil {
					cell.Day = c.Words.Say("short-" + v.Day.String())
				}
			}
		}
	}
}

// days writes days in words, with the reminder that lifting comes behind the run: "Tuesday, Friday, 3+ h after the run". Where there
// is a run on some of them only, it stands behind each of those, in brackets.
func (t *typesetter) days(days []training.Weekday) string {
	runs := 0
	for _, d := range days {
		if t.runs(d) {
			runs++
		}
	}
	var names []string
	for _, d := range days {
		name := t.Words.Say("day-" + d.String())
		if runs < len(days) && t.runs(d) {
			name += " (" + t.Words.Say("hours-later") + ")"
		}
		names = append(names, name)
	}
	if runs > 0 && runs == len(days) {
		names = append(names, t.Words.Say("hours-later"))
	}
	return strings.Join(names, ", ")
}

// runs reports whether there is a run on a day of the running week.
func (t *typesetter) runs(d training.Weekday) bool {
	return t.Programme.RunningWeek[d].Facts().Run == training.Yes
}

// text writes sentences in both units.
func (t *typesetter) text(phrases ...phrase.Phrase) Text {
	in := func(unit quantity.Unit) string {
		var list []phrase.Phrase
		for _, p := range phrases {
			list = append(list, p.In(unit))
		}
		return t.Words.Sentences(list...)
	}
	unit := t.Programme.Unit
	return Text{in(unit), in(unit.Other())}
}
