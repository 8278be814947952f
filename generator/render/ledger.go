package render

import (
	"html/template"
	"slices"
	"time"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Ledger has all visits of a session in the weeks of a phase: a line for each of them, a column for each exercise.
// It takes about 70 bytes for each target, so that the page of a plan with more than 450 of them takes more than the 60 KB of other pages.
type Ledger struct {
	Phase    string // its name; may be empty
	Begins   bool   // the phase, of several
	First    int    // week of the plan
	Last     int
	Session  string
	Optional bool
	PerDay   int    // visits on each day
	Minutes  [2]int // of a visit, light weeks aside
	Columns  []LedgerColumn
	Weeks    []LedgerWeek
	view     *ProgrammeView
}

// LedgerColumn is an exercise of a session in all weeks of a phase.
type LedgerColumn struct {
	SessionRow
	Turns string // how it is done in turn with the next ones, at the first of them
}

// LedgerWeek has the visits of a week.
type LedgerWeek struct {
	progression.Week
	Lines []LedgerLine
	ID    string // of the week on the page; empty where another ledger has it
	view  *ProgrammeView
}

// RaceDay returns the race at the end of the week, nil where there is none and where another ledger has the week.
func (w *LedgerWeek) RaceDay() *training.Race {
	if w.Race && w.ID != "" {
		return w.view.Race()
	}
	return nil
}

// Rows returns how many rows of the table the week has.
func (w *LedgerWeek) Rows() int {
	n := len(w.Lines)
	for _, l := range w.Lines {
		if len(l.Named()) > 0 {
			n++
		}
	}
	if w.RaceDay() != nil {
		n++
	}
	return n
}

// LedgerLine is a visit or, where a session comes often, several on which the same is done.
type LedgerLine struct {
	Cells  []*LedgerCell // one for each column; nil: the exercise is left out
	visits []*progression.Session
	week   int
	view   *ProgrammeView
}

// Named returns the cells with other exercises than those above them. No phone has room for their names in the columns, so that they
// have a row of their own there.
func (l LedgerLine) Named() []*LedgerCell {
	var list []*LedgerCell
	for _, c := range l.Cells {
		if c != nil && c.Name != "" {
			list = append(list, c)
		}
	}
	return list
}

// Days names the days of a line, in short: "Tue", "Mon–Thu".
func (l LedgerLine) Days() (string, error) { return daysOf(l.visits).short(&l.view.ProgrammePart) }

// Dates returns the dates of a line, where they are known: "1 Dec", "30 Nov – 3 Dec".
func (l LedgerLine) Dates() (string, error) {
	return l.view.dates(l.week, l.visits[0].Day, l.visits[len(l.visits)-1].Day)
}

// Date returns the first date of a line; the zero time where nobody knows it.
func (l LedgerLine) Date() time.Time { return l.view.date(l.week, l.visits[0].Day) }

// Ledgers returns the sessions of the page's programme, phase by phase.
func (v *ProgrammeView) Ledgers() []Ledger {
	var list []Ledger
	p := v.Programme.Projection
	best, ids := bests{}, map[int]bool{}
	for _, phase := range p.Phases {
		weeks := p.Weeks[phase.First-1 : phase.First-1+phase.Weeks]
		grown := best.grown(weeks)
		for i, name := range progression.SessionNames(weeks) {
			l := Ledger{Phase: phase.Name, Begins: i == 0 && len(p.Phases) > 1, First: phase.First, Last: phase.First + phase.Weeks - 1, Session: name, view: v}
			l.fill(weeks, grown)
			for j := range l.Weeks {
				if w := &l.Weeks[j]; !ids[w.Number] {
					ids[w.Number], w.ID = true, weekID(w.Number)
				}
			}
			list = append(list, l)
		}
	}
	return list
}

// Many reports whether there are so many columns that their heads stand upright on a phone.
func (l *Ledger) Many() bool { return len(l.Columns) > 3 }

// Crowded reports whether there are so many columns that no drawing has room in their heads.
func (l *Ledger) Crowded() bool { return len(l.Columns) > 5 }

// Start says why the first targets of exercises are what they are.
type Start struct {
	Names string // of the exercises
	Why   template.HTML
}

// Starts returns why the first targets of the session are what they are, each reason once.
func (l *Ledger) Starts() ([]Start, error) {
	var rows []SessionRow
	for _, c := range l.Columns {
		rows = append(rows, c.SessionRow)
	}
	return l.view.starts(rows)
}

func (v *ProgrammePart) starts(rows []SessionRow) ([]Start, error) {
	var list []Start
	for _, r := range rows {
		why := v.sentencesIn(r.First().Target.Why)
		name, err := r.Name()
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(list, func(s Start) bool { return s.Why == why })
		switch {
		case i >= 0:
			list[i].Names += ", " + name
		case why != "":
			list = append(list, Start{name, why})
		}
	}
	return list, nil
}

// fill adds the weeks in which the session comes.
func (l *Ledger) fill(weeks []progression.Week, grown map[*progression.Target]bool) {
	shown := l.view.SiteView.renderer.shown
	var all []Column
	for i := range weeks {
		w := LedgerWeek{Week: weeks[i], view: l.view}
		for j := range weeks[i].Sessions {
			if s := &weeks[i].Sessions[j]; s.Name == l.Session {
				w.Lines = append(w.Lines, LedgerLine{visits: []*progression.Session{s}, week: w.Number, view: l.view})
				all = append(all, column(s, shown))
				l.Optional, l.PerDay = s.Optional, max(l.PerDay, s.PerDay)
				if !w.Light() || l.Minutes == [2]int{} {
					l.Minutes = progression.Widen(l.Minutes, s.Minutes)
				}
			}
		}
		if len(w.Lines) > 0 || w.Race && len(w.Sessions) == 0 {
			l.Weeks = append(l.Weeks, w)
		}
	}
	l.head(blocks(l.view.Programme.Projection.Plan, all))
	for i := range l.Weeks {
		l.Weeks[i].cells(l, grown)
	}
	for i := range l.Columns {
		l.name(i)
	}
}

// head makes the columns from the rows of all visits.
func (l *Ledger) head(blocks []SessionBlock) {
	for _, b := range blocks {
		for i, row := range b.Rows {
			c := LedgerColumn{SessionRow: row}
			if i == 0 {
				c.Turns = b.Turns
			}
			l.Columns = append(l.Columns, c)
		}
	}
}

// cells fills the lines of a week. Where there are many visits, neighbours that ask for the same are one line.
func (w *LedgerWeek) cells(l *Ledger, grown map[*progression.Target]bool) {
	lines := w.Lines[:0]
	for _, line := range w.Lines {
		s := line.visits[0]
		if n := len(lines); n > 0 && len(w.Lines) > fewColumns && alikeVisits(lines[n-1].visits[0], s) {
			lines[n-1].visits = append(lines[n-1].visits, s)
			continue
		}
		for i := range l.Columns {
			line.Cells = append(line.Cells, l.cell(&l.Columns[i], s, grown))
		}
		lines = append(lines, line)
	}
	w.Lines = lines
}

// name gives the cells of a column the names of their exercises, where it is another one than in the line above.
func (l *Ledger) name(column int) {
	before := l.Columns[column].First().Exercise
	for i := range l.Weeks {
		for _, line := range l.Weeks[i].Lines {
			if c := line.Cells[column]; c != nil && c.Exercise != before {
				c.Name, before = c.Exercise.Name, c.Exercise
			}
		}
	}
}

func alikeVisits(a, b *progression.Session) bool {
	return slices.EqualFunc(a.Targets, b.Targets, func(x, y progression.Target) bool {
		return Target{Target: &x}.same(Target{Target: &y})
	})
}
