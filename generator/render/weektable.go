package render

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Glance is a session of a programme at one glance: a row for each week, a column for each exercise.
type Glance struct {
	Session string
	Phase   string
	Rows    []*training.Row // the columns, by what the plan says of them
	Weeks   []GlanceWeek
}

// GlanceWeek is a row of a [Glance]. The session may come more than once in the week.
type GlanceWeek struct {
	progression.Week
	Cells [][]GlanceCell
}

// GlanceCell is a target.
type GlanceCell struct {
	Name   string // of the exercise, where it is another one than the column's
	Target progression.Target
}

// Glances returns the sessions of the page's programme, phase by phase.
func (v *ProgrammeView) Glances() []Glance {
	var list []Glance
	p := v.Programme
	for _, phase := range p.Projection.Phases {
		weeks := p.Projection.Weeks[phase.First-1 : phase.First-1+phase.Weeks]
		for _, name := range progression.SessionNames(weeks) {
			g := Glance{Session: name, Phase: phase.Name}
			for _, w := range weeks {
				g.add(w)
			}
			g.fill()
			list = append(list, g)
		}
	}
	return list
}

// add adds a week, unless the session is not in it.
func (g *Glance) add(w progression.Week) {
	row := GlanceWeek{Week: w, Cells: make([][]GlanceCell, len(g.Rows))}
	comes := false
	for _, s := range w.Sessions {
		if s.Name != g.Session {
			continue
		}
		comes = true
		for _, t := range s.Targets {
			column := g.column(t.Row)
			for len(row.Cells) <= column {
				row.Cells = append(row.Cells, nil)
			}
			cell := GlanceCell{Target: t}
			if t.Exercise.ID != t.Row.Exercise.ID {
				cell.Name = t.Exercise.Name
			}
			row.Cells[column] = append(row.Cells[column], cell)
		}
	}
	if comes {
		g.Weeks = append(g.Weeks, row)
	}
}

// fill gives each week a cell for each exercise.
func (g *Glance) fill() {
	for i := range g.Weeks {
		w := &g.Weeks[i]
		w.Cells = append(w.Cells, make([][]GlanceCell, len(g.Rows)-len(w.Cells))...)
	}
}

// column returns the column of a row of the plan.
func (g *Glance) column(row *training.Row) int {
	for i, r := range g.Rows {
		if r == row {
			return i
		}
	}
	g.Rows = append(g.Rows, row)
	return len(g.Rows) - 1
}
