package render

import (
	"slices"

	"github.com/legpress/legpress/generator/training/progression"
)

// Week is a week of a programme, as a table for each of its sessions.
type Week struct {
	progression.Week
	Tables []SessionTable
}

// SessionTable is a session in one week: a row for each exercise, a column for each day on which it is done.
type SessionTable struct {
	Name     string
	Optional bool
	PerDay   int // visits on each day
	Minutes  [2]int
	Columns  []Column
	Blocks   []SessionBlock
}

// Column is a day of a session, or several on which the same is done.
type Column struct {
	Days    []string // "tue"
	targets []Target
}

// fewColumns is how many days have a column each, however alike they are: a phone has room for them.
const fewColumns = 3

// Many reports whether there are so many columns that they need more room than a phone has.
func (t *SessionTable) Many() bool { return len(t.Columns) > fewColumns }

// Weeks returns the weeks of the page's programme.
func (v *ProgrammeView) Weeks() []Week {
	var weeks []Week
	for _, w := range v.Programme.Projection.Weeks {
		week := Week{Week: w}
		for _, name := range progression.SessionNames([]progression.Week{w}) {
			week.Tables = append(week.Tables, v.sessionTable(w, name))
		}
		weeks = append(weeks, week)
	}
	return weeks
}

func (v *ProgrammeView) sessionTable(w progression.Week, name string) SessionTable {
	t := SessionTable{Name: name}
	for i := range w.Sessions {
		if s := &w.Sessions[i]; s.Name == name {
			t.add(s, v.SiteView.renderer.shown)
		}
	}
	if t.Many() {
		t.merge()
	}
	t.Blocks = blocks(v.Programme.Projection.Plan, t.Columns)
	return t
}

// add adds a visit.
func (t *SessionTable) add(s *progression.Session, shown func(*progression.Target) Target) {
	c := Column{Days: []string{s.Day.String()}, targets: make([]Target, len(s.Targets))}
	for i := range s.Targets {
		c.targets[i] = shown(&s.Targets[i])
	}
	t.Columns = append(t.Columns, c)
	t.Optional, t.PerDay, t.Minutes = s.Optional, max(t.PerDay, s.PerDay), progression.Widen(t.Minutes, s.Minutes)
}

// merge makes one column of neighbours that ask for the same.
func (t *SessionTable) merge() {
	columns := t.Columns[:1]
	for _, c := range t.Columns[1:] {
		if last := &columns[len(columns)-1]; slices.EqualFunc(last.targets, c.targets, Target.same) {
			last.Days = append(last.Days, c.Days...)
			continue
		}
		columns = append(columns, c)
	}
	t.Columns = columns
}

// same reports whether another target asks for the same of the same row.
func (t Target) same(other Target) bool {
	return t.Row == other.Row && t.Exercise == other.Exercise && slices.Equal(t.Sets, other.Sets)
}
