package render

import (
	"reflect"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Glance is a session of a programme at one glance: a row for each visit, a column for each exercise.
type Glance struct {
	Session string
	Phase   string
	Columns []GlanceColumn
	Weeks   []GlanceWeek
}

// GlanceColumn is an exercise of a [Glance].
type GlanceColumn struct {
	Exercise *site.Exercise // as the plan names it
	PerSide  bool           // all that is asked for is asked for on each side, and the cells do not repeat it
	row      *training.Row
}

// GlanceWeek are the visits of a week.
type GlanceWeek struct {
	progression.Week
	Visits []GlanceVisit
}

// GlanceVisit is a row of a [Glance]: one visit, or several of the week that ask for the same.
type GlanceVisit struct {
	Days  []training.Weekday
	Date  string // of the first one, "1 Dec"; "" where nobody knows
	Cells []GlanceCell
}

// GlanceCell is a target, or empty.
type GlanceCell struct {
	Name string   // of the exercise, where it is another one than at the visit before, or than the column's
	Goal []string // the sets and the load, "3 × 8 ·" and "8 kg"; where sets differ in load, each kind of them with its load
	Up   bool     // heavier, or a harder exercise, than at the visit before
}

// Glances returns the sessions of the page's programme, phase by phase.
func (v *ProgrammeView) Glances() []Glance {
	var list []Glance
	p := v.Programme
	for _, phase := range p.Projection.Phases {
		weeks := p.Projection.Weeks[phase.First-1 : phase.First-1+phase.Weeks]
		for _, name := range progression.SessionNames(weeks) {
			list = append(list, v.glance(Glance{Session: name, Phase: phase.Name}, weeks))
		}
	}
	return list
}

// glance fills in a session's columns, and then the weeks in which it comes.
func (v *ProgrammeView) glance(g Glance, weeks []progression.Week) Glance {
	for _, w := range weeks {
		for _, s := range w.Sessions {
			if s.Name == g.Session {
				g.Columns = v.widen(g.Columns, s.Targets)
			}
		}
	}
	before := make([]*progression.Target, len(g.Columns))
	for _, w := range weeks {
		week := GlanceWeek{Week: w}
		for _, s := range w.Sessions {
			if s.Name == g.Session {
				week.add(v.visit(&g, w, s, before))
			}
		}
		if len(week.Visits) > 0 {
			g.Weeks = append(g.Weeks, week)
		}
	}
	return g
}

// widen adds the columns of targets whose rows have none yet.
func (v *ProgrammeView) widen(columns []GlanceColumn, targets []progression.Target) []GlanceColumn {
	for _, t := range targets {
		i := slices.IndexFunc(columns, func(c GlanceColumn) bool { return c.row == t.Row })
		if i < 0 {
			i = len(columns)
			columns = append(columns, GlanceColumn{Exercise: v.Site.Exercise(t.Row.Exercise.ID), PerSide: true, row: t.Row})
		}
		columns[i].PerSide = columns[i].PerSide && t.PerSide
	}
	return columns
}

// visit returns the row of a session. Before are the last targets of the columns, which it brings up to date.
func (v *ProgrammeView) visit(g *Glance, w progression.Week, s progression.Session, before []*progression.Target) GlanceVisit {
	words := v.SiteView.renderer.theme.words
	visit := GlanceVisit{Days: []training.Weekday{s.Day}, Cells: make([]GlanceCell, len(g.Columns))}
	if monday := v.Plan.Monday(); !monday.IsZero() {
		visit.Date, _ = words.ShortDate(monday.AddDate(0, 0, 7*(w.Number-1)+int(s.Day))) // no word can be missing
	}
	for i := range s.Targets {
		t := &s.Targets[i]
		at := slices.IndexFunc(g.Columns, func(c GlanceColumn) bool { return c.row == t.Row })
		asked := *t
		asked.PerSide = t.PerSide && !g.Columns[at].PerSide
		cell := GlanceCell{Goal: pieces(Target{Target: &asked, words: words}.goal()), Up: grew(before[at], t)}
		if last := before[at]; last == nil && t.Exercise.ID != t.Row.Exercise.ID || last != nil && t.Exercise.ID != last.Exercise.ID {
			cell.Name = t.Exercise.Name
		}
		visit.Cells[at], before[at] = cell, t
	}
	return visit
}

// longestPiece is how many letters of a target stay on one line of a narrow column.
const longestPiece = 14

// pieces takes a target apart where a line may end: before the load, or where sets of another load follow.
func pieces(goal string) []string {
	at, kept := ", ", ","
	if strings.Count(goal, " · ") == 1 {
		at, kept = " · ", " ·"
	}
	list := strings.Split(goal, at)
	for i, piece := range list {
		if i < len(list)-1 {
			piece += kept
		}
		if width(piece) <= longestPiece {
			piece = strings.ReplaceAll(piece, " ", "\u00a0")
		}
		list[i] = markdown.KeepUnits(piece)
	}
	return list
}

// grew reports whether a target asks for more load than the one before it, or for a harder exercise.
func grew(before, t *progression.Target) bool {
	switch {
	case before == nil:
		return false
	case before.Rung != t.Rung:
		return t.Rung > before.Rung
	case before.Load.IsZero() || t.Load.IsZero() || before.Load.Unit != t.Load.Unit:
		return t.Steps > before.Steps
	}
	return t.Load.Compare(before.Load) > 0
}

// add adds a visit, to the one before it where that asks for the same.
func (w *GlanceWeek) add(visit GlanceVisit) {
	if n := len(w.Visits); n > 0 && reflect.DeepEqual(w.Visits[n-1].Cells, visit.Cells) {
		last := &w.Visits[n-1]
		last.Days = append(last.Days, visit.Days...)
		return
	}
	w.Visits = append(w.Visits, visit)
}

// Marks are the ids of the words that say what is special about the week: "easy-week".
func (w GlanceWeek) Marks() []string {
	var marks []string
	for _, m := range []struct {
		is bool
		id string
	}{{w.Taper, "taper"}, {w.IsEasy() && !w.Taper, "easy-week"}, {w.Tests, "test-week"}, {w.Race, "race"}} {
		if m.is {
			marks = append(marks, m.id)
		}
	}
	return marks
}
