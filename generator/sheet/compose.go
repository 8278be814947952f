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
const mostVisits = 4

// compose gathers what stands on a page: a session in some weeks of a phase.
func (t *typesetter) compose(phase progression.PhaseDays, weeks []progression.Week, session string) Page {
	c := &composition{typesetter: t, rows: map[*training.Row]int{}}
	c.Session, c.Phase = session, phase.Name
	c.First, c.Last = weeks[0].Number, weeks[len(weeks)-1].Number
	c.Columns = make([]Column, len(weeks))
	for i := range weeks {
		c.Tally = c.Tally || visits(&weeks[i], session) > mostVisits
	}
	for column := range weeks {
		c.week(column, &weeks[column])
	}
	slices.Sort(c.days)
	c.Days = t.days(c.days)
	c.Weights = t.weights(c.targets)
	c.rules()
	c.recover(phase)
	c.order()
	c.heads()
	c.asks()
	return c.Page
}

// visits returns how often a session comes in a week.
func visits(w *progression.Week, session string) int {
	n := 0
	for _, s := range w.Sessions {
		if s.Name == session {
			n += max(s.PerDay, 1)
		}
	}
	return n
}

// composition is a page while it is put together.
type composition struct {
	Page
	*typesetter
	rows    map[*training.Row]int // where each row stands
	days    []training.Weekday
	targets []progression.Target // in full weeks
	light   []Rule               // of light weeks
}

func (c *composition) week(column int, w *progression.Week) {
	col := &c.Columns[column]
	*col = Column{Week: w.Number, Easy: w.IsEasy(), Taper: w.Taper, Tests: w.Tests}
	for i := range w.Sessions {
		s := &w.Sessions[i]
		if s.Name != c.Session {
			continue
		}
		c.Optional = s.Optional
		c.visit(col, max(s.PerDay, 1))
		c.Minutes = progression.Widen(c.Minutes, s.Minutes)
		if !slices.Contains(c.days, s.Day) {
			c.days = append(c.days, s.Day)
		}
		for _, target := range s.Targets {
			c.put(column, target, max(s.PerDay, 1))
			c.note(w, target)
		}
	}
}

// visit adds what is written down once a visit, for the visits of a day.
func (c *composition) visit(col *Column, perDay int) {
	if !c.Tally {
		for range perDay {
			col.Visits = append(col.Visits, Visit{Boxes: make([]Box, 3)})
		}
		return
	}
	if len(col.Visits) == 0 {
		col.Visits = make([]Visit, 1)
	}
	col.Visits[0].Boxes = append(col.Visits[0].Boxes, Box{})
}

// put puts a target into the row of its exercise, for the visits of a day. The head of a row is the exercise with which these weeks
// begin: a ladder may have been climbed before.
func (c *composition) put(column int, target progression.Target, perDay int) {
	at, ok := c.rows[target.Row]
	if !ok {
		at = len(c.Rows)
		c.rows[target.Row] = at
		c.Rows = append(c.Rows, Row{Exercise: target.Exercise, Note: target.Row.Note, Cues: target.Exercise.Cues, Cells: make([][]Cell, len(c.Columns)), first: target})
	}
	row := &c.Rows[at]
	cell := c.cell(target, c.Tally)
	if target.Exercise != row.above(column) {
		cell.Name = target.Exercise.Name + ", " + c.Words.Prescription(ofRung(target))
	}
	if c.Tally {
		row.tally(column, cell, perDay)
	} else {
		for range perDay {
			row.Cells[column] = append(row.Cells[column], cell)
			cell.Name, cell.Sets = "", slices.Clone(cell.Sets)
		}
	}
	if next := c.Words.Sentences(target.Next); next != "" && !slices.Contains(row.Next, next) {
		row.Next = append(row.Next, next)
	}
}

// tally adds a box for each visit of a day to the target of the visits before, where it is the same.
func (r *Row) tally(column int, cell Cell, perDay int) {
	cells := r.Cells[column]
	if n := len(cells); n > 0 && cell.Name == "" && cells[n-1].Goal == cell.Goal && cells[n-1].Load == cell.Load {
		cells[n-1].Sets = append(cells[n-1].Sets, make([]Set, perDay)...)
		return
	}
	cell.Sets, cell.perDay = make([]Set, perDay), perDay
	r.Cells[column] = append(cells, cell)
}

// ofRung returns what is prescribed on the rung of a target, with its range.
func ofRung(target progression.Target) quantity.Prescription {
	do := target.Prescription
	do.PerSide = target.PerSide
	return do
}

// above returns the exercise that a reader of a column takes the next visit to be.
func (r *Row) above(column int) *training.Exercise {
	if visits := r.Cells[column]; len(visits) > 0 {
		return visits[len(visits)-1].exercise
	}
	return r.Exercise
}

// note keeps a target for its rule.
func (c *composition) note(w *progression.Week, t progression.Target) {
	if !w.Light() {
		c.targets = append(c.targets, t)
		return
	}
	kind := "light-easy"
	if w.Taper {
		kind = "light-taper"
	}
	if rule := c.rule(c.Words.Say(kind), t.PaperRule...); !slices.Contains(c.light, rule) {
		c.light = append(c.light, rule)
	}
}

// rules gathers the rules of the exercises, each with the names of those that share it, and after them those of light weeks.
func (c *composition) rules() {
	for _, t := range c.fullest() {
		rule := c.rule(t.Exercise.Name, t.PaperRule...)
		i := slices.IndexFunc(c.Rules, func(r Rule) bool { return r.Text == rule.Text })
		if i < 0 {
			c.Rules = append(c.Rules, rule)
			continue
		}
		c.Rules[i].Names += ", " + t.Exercise.Name
	}
	c.Rules = append(c.Rules, c.light...)
	c.signs()
}

// rule writes sentences in both units.
func (t *typesetter) rule(names string, phrases ...phrase.Phrase) Rule {
	in := func(unit quantity.Unit) string {
		var list []phrase.Phrase
		for _, p := range phrases {
			list = append(list, p.In(unit))
		}
		return t.Words.Sentences(list...)
	}
	unit := t.Programme.Unit
	return Rule{names, in(unit), in(unit.Other())}
}

// fullest returns a target of each exercise: the first of those whose rule says most. With the lightest weight, a rule does not say when
// to go back, which holds from the next visit on.
func (c *composition) fullest() []progression.Target {
	var list []progression.Target
	for _, t := range c.targets {
		i := slices.IndexFunc(list, func(x progression.Target) bool { return x.Exercise == t.Exercise })
		switch {
		case i < 0:
			list = append(list, t)
		case len(t.PaperRule) > len(list[i].PaperRule):
			list[i] = t
		}
	}
	return list
}

// signs explains, once on a page, what is written in a shorter way than everybody knows.
func (c *composition) signs() {
	open := ""
	for _, t := range c.targets {
		for _, s := range t.Sets {
			if s.Open && open == "" {
				open = c.Words.Span(quantity.Part{Low: s.Amount, High: s.Top, Open: true}, t.Prescription.Unit)
			}
		}
	}
	if open != "" {
		c.Rules = append(c.Rules, Rule{Names: open, Text: c.Words.Say("open-set"), Other: c.Words.Say("open-set")})
	}
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

// days writes days in words, with the reminder that lifting comes behind the run: "Tuesday, Friday, 3+ h after the run". Where there
// is a run on some of them only, it stands behind each of those, in brackets.
func (t *typesetter) days(days []training.Weekday) string {
	runs := 0
	for _, d := range days {
		if t.Programme.RunningWeek[d].Facts().Run == training.Yes {
			runs++
		}
	}
	var names []string
	for _, d := range days {
		name := t.Words.Say("day-" + d.String())
		if runs < len(days) && t.Programme.RunningWeek[d].Facts().Run == training.Yes {
			name += " (" + t.Words.Say("hours-later") + ")"
		}
		names = append(names, name)
	}
	if runs > 0 && runs == len(days) {
		names = append(names, t.Words.Say("hours-later"))
	}
	return strings.Join(names, ", ")
}
