package render

import (
	"slices"
	"time"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// RunnerView is what layouts/runner.html has.
type RunnerView struct {
	BaseView
	TextPart
	Runner *site.Runner
}

// PlanView is what layouts/plan.html has.
type PlanView struct {
	BaseView
	TextPart
	Plan *site.Plan
}

// PlansView is what layouts/plans.html has.
type PlansView struct{ BaseView }

// ProgrammePart is what the page of a programme and its sheet have.
type ProgrammePart struct {
	Programme *site.Programme
	Plan      *site.Plan
	renderer  *Renderer
}

func (v *BaseView) programme() ProgrammePart {
	return ProgrammePart{v.page.Programme, v.page.Plan, v.renderer}
}

// Stop returns when to end a set.
func (v *ProgrammePart) Stop() string {
	return v.renderer.theme.words.Sentences(v.Programme.Projection.Stop)
}

// ProgrammeView is what layouts/programme.html has.
type ProgrammeView struct {
	BaseView
	TextPart
	ProgrammePart
}

// SheetView is what layouts/sheet.html has.
type SheetView struct {
	BaseView
	ProgrammePart
}

// Phase is a phase of a programme that has a name.
type Phase struct {
	Name, Aim   string
	First, Last int // weeks of the plan
}

// Phases returns the phases of the page's programme that have names.
func (v *ProgrammeView) Phases() []Phase {
	var list []Phase
	for i, p := range v.Programme.Projection.Phases {
		if p.Name != "" {
			list = append(list, Phase{Name: p.Name, Aim: v.Plan.Phases[i].Aim, First: p.First, Last: p.First + p.Weeks - 1})
		}
	}
	return list
}

// Week is a week of a programme, as a table for each of its sessions.
type Week struct {
	progression.Week
	Tables []SessionTable
}

// SessionTable is a session in one week: a row for each exercise, a column for each day on which it is done.
type SessionTable struct {
	Name    string
	Minutes [2]int
	Days    []string // "tue"
	Rows    []SessionRow
}

// SessionRow is an exercise of a session in one week.
type SessionRow struct {
	Rest    int // seconds
	Targets []Target
}

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
	for _, s := range w.Sessions {
		if s.Name != name {
			continue
		}
		t.Days, t.Minutes = append(t.Days, s.Day.String()), progression.Widen(t.Minutes, s.Minutes)
		for i := range s.Targets {
			t.put(Target{&s.Targets[i], v.SiteView.renderer.theme.words})
		}
	}
	return t
}

// put puts a target into the row of its exercise. Near a race a visit may leave out what an earlier one of the week has.
func (t *SessionTable) put(target Target) {
	i := slices.IndexFunc(t.Rows, func(r SessionRow) bool { return r.Targets[0].Row == target.Row })
	if i < 0 {
		i = len(t.Rows)
		t.Rows = append(t.Rows, SessionRow{Rest: target.Rest})
	}
	t.Rows[i].Targets = append(t.Rows[i].Targets, target)
}

// First returns the target that names the row: the first one of the week.
func (r SessionRow) First() Target { return r.Targets[0] }

// Needs returns the equipment of the page's programme, and how many minutes its sessions take, easy weeks and tapers aside.
func (v *ProgrammeView) Needs() Needs {
	var n Needs
	used := map[string]bool{}
	for _, w := range v.Programme.Projection.Weeks {
		for _, s := range w.Sessions {
			for _, t := range s.Targets {
				for _, name := range t.Exercise.Equipment {
					used[name] = true
				}
			}
			if !w.Light() {
				n.Minutes = progression.Widen(n.Minutes, s.Minutes)
			}
		}
	}
	n.Equipment = slices.DeleteFunc(training.EquipmentNames(), func(name string) bool { return !used[name] })
	return n
}

// Needs is what a programme asks for besides effort.
type Needs struct {
	Equipment []string
	Minutes   [2]int
}

// LongPast returns the Monday from which the events are counted that the page's script moves to another one.
func (v *ProgrammeView) LongPast() time.Time { return site.LongPast() }

// Rules returns one target of each exercise of the programme, in the order in which they are met, for its rule.
func (v *ProgrammeView) Rules() []Target { return v.SiteView.renderer.rulesOf(v.Programme) }

func (r *Renderer) rulesOf(p *site.Programme) []Target {
	var list []Target
	seen := map[*training.Exercise]bool{}
	for _, w := range p.Projection.Weeks {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				t := &s.Targets[i]
				if !w.Light() && !seen[t.Exercise] {
					seen[t.Exercise] = true
					list = append(list, Target{t, r.theme.words})
				}
			}
		}
	}
	return list
}

// PlanSources returns the literature that the page's plan names and its text does not cite.
func (v *ProgrammeView) PlanSources() []*training.Source {
	var list []*training.Source
	for _, ref := range v.Plan.Sources {
		x := v.Site.Source(ref.ID)
		if x != nil && !slices.ContainsFunc(v.Citations(), func(c Citation) bool { return c.Source == x }) {
			list = append(list, x)
		}
	}
	return list
}
