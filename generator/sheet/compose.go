package sheet

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// compose gathers what stands on a page: a session in some weeks of a phase.
func (t *typesetter) compose(phase progression.PhaseDays, weeks []progression.Week, session string) Page {
	c := &composition{typesetter: t, rows: map[*training.Row]int{}}
	c.Session, c.Phase = session, phase.Name
	c.First, c.Last = weeks[0].Number, weeks[len(weeks)-1].Number
	c.Columns = make([]Column, len(weeks))
	for column := range weeks {
		c.week(column, &weeks[column])
	}
	slices.Sort(c.days)
	c.Days = t.days(c.days)
	c.Weights = t.weights(c.targets)
	c.rules()
	c.order()
	return c.Page
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
	c.Columns[column] = Column{Week: w.Number, Easy: w.Easy, Taper: w.Taper, Tests: w.Tests}
	for _, s := range w.Sessions {
		if s.Name != c.Session {
			continue
		}
		c.Columns[column].Visits = append(c.Columns[column].Visits, Visit{})
		c.Minutes = progression.Widen(c.Minutes, s.Minutes)
		if !slices.Contains(c.days, s.Day) {
			c.days = append(c.days, s.Day)
		}
		for _, target := range s.Targets {
			c.put(column, target)
			c.note(w, target)
		}
	}
}

// put puts a target into the row of its exercise. The head of a row is the exercise with which these weeks begin: a ladder may have
// been climbed before.
func (c *composition) put(column int, target progression.Target) {
	at, ok := c.rows[target.Row]
	if !ok {
		at = len(c.Rows)
		c.rows[target.Row] = at
		c.Rows = append(c.Rows, Row{
			Exercise: target.Exercise, Do: c.Words.Prescription(ofRung(target)), Rest: target.Rest, Note: target.Row.Note, Cues: target.Exercise.Cues,
			Cells: make([][]Cell, len(c.Columns)),
		})
	}
	row := &c.Rows[at]
	cell := c.cell(target)
	if target.Exercise != row.above(column) {
		cell.Name = target.Exercise.Name + ", " + c.Words.Prescription(ofRung(target))
	}
	row.Cells[column] = append(row.Cells[column], cell)
	if next := c.Words.Sentences(target.Next); next != "" && !slices.Contains(row.Next, next) {
		row.Next = append(row.Next, next)
	}
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

func (c *composition) cell(t progression.Target) Cell {
	t.PerSide = false // the row's head says so, or the name above the target
	return Cell{exercise: t.Exercise, Goal: c.Words.Prescription(t.Asked()), Loaded: t.Loaded, Load: t.Load.In(c.Programme.Unit), Sets: make([]Box, t.Count())}
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
	if rule := (Rule{c.Words.Say(kind), c.Words.Sentences(t.PaperRule...)}); !slices.Contains(c.light, rule) {
		c.light = append(c.light, rule)
	}
}

// rules gathers the rules of the exercises, each with the names of those that share it, and after them those of light weeks.
func (c *composition) rules() {
	seen := map[*training.Exercise]bool{}
	for _, t := range c.targets {
		if seen[t.Exercise] {
			continue
		}
		seen[t.Exercise] = true
		text := c.Words.Sentences(t.PaperRule...)
		i := slices.IndexFunc(c.Rules, func(r Rule) bool { return r.Text == text })
		if i < 0 {
			c.Rules = append(c.Rules, Rule{t.Exercise.Name, text})
			continue
		}
		c.Rules[i].Names += ", " + t.Exercise.Name
	}
	c.Rules = append(c.Rules, c.light...)
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
