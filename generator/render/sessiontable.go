package render

import (
	"slices"

	"github.com/legpress/legpress/generator/training/progression"
)

// FirstWeek is the first week of a programme in which there is a session, as a table for each of its sessions.
type FirstWeek struct {
	progression.Week
	Tables []SessionTable
	view   *ProgrammeView
}

// Starts returns why the first targets are what they are, each reason once; nothing in a week that asks for less on purpose.
func (w *FirstWeek) Starts() ([]Start, error) {
	if w.Light() {
		return nil, nil
	}
	return w.view.starts(w.rows())
}

func (w *FirstWeek) rows() []SessionRow {
	var rows []SessionRow
	for _, t := range w.Tables {
		for _, b := range t.Blocks {
			rows = append(rows, b.Rows...)
		}
	}
	return rows
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
	visits  []*progression.Session
	targets []Target
}

// fewColumns is how many days have a column each, however alike they are: a phone has room for them.
const fewColumns = 3

// Many reports whether there are so many columns that they need more room than a phone has.
func (t *SessionTable) Many() bool { return len(t.Columns) > fewColumns }

// FirstWeek returns the first week of the page's programme in which there is a session; nil where there is none.
func (v *ProgrammeView) FirstWeek() *FirstWeek {
	for _, w := range v.Programme.Projection.Weeks {
		if len(w.Sessions) == 0 {
			continue
		}
		week := &FirstWeek{Week: w, view: v}
		for _, name := range progression.SessionNames([]progression.Week{w}) {
			week.Tables = append(week.Tables, v.sessionTable(w, name))
		}
		return week
	}
	return nil
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

// Cells returns what is asked for of a row on each of the table's days, nil where that is nothing.
func (t *SessionTable) Cells(r SessionRow) []*Target {
	cells := make([]*Target, len(t.Columns))
	for i, c := range t.Columns {
		if j := slices.IndexFunc(c.targets, func(x Target) bool { return x.Row == r.First().Row }); j >= 0 {
			cells[i] = &c.targets[j]
		}
	}
	return cells
}

// add adds a visit.
func (t *SessionTable) add(s *progression.Session, shown func(*progression.Target) Target) {
	t.Columns = append(t.Columns, column(s, shown))
	t.Optional, t.PerDay, t.Minutes = s.Optional, max(t.PerDay, s.PerDay), progression.Widen(t.Minutes, s.Minutes)
}

func column(s *progression.Session, shown func(*progression.Target) Target) Column {
	c := Column{Days: []string{s.Day.String()}, visits: []*progression.Session{s}, targets: make([]Target, len(s.Targets))}
	for i := range s.Targets {
		c.targets[i] = shown(&s.Targets[i])
	}
	return c
}

// merge makes one column of neighbours that ask for the same.
func (t *SessionTable) merge() {
	columns := t.Columns[:1]
	for _, c := range t.Columns[1:] {
		if last := &columns[len(columns)-1]; slices.EqualFunc(last.targets, c.targets, Target.same) {
			last.Days, last.visits = append(last.Days, c.Days...), append(last.visits, c.visits...)
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
