package render

import (
	"slices"
	"time"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Description returns what the page is about, for search engines.
func (v *View) Description() string {
	if v.Page.Description == "" && v.Page.Output == site.Home {
		return v.Settings.Description
	}
	return v.Page.Description
}

// Pattern is a movement pattern and its exercises.
type Pattern struct {
	Pattern   training.Pattern
	Exercises []*site.Exercise
}

// Patterns returns the exercises by movement pattern.
func (v *View) Patterns() []Pattern {
	var list []Pattern
	for _, e := range v.Site.Exercises {
		if n := len(list); n == 0 || list[n-1].Pattern != e.Pattern {
			list = append(list, Pattern{Pattern: e.Pattern})
		}
		last := &list[len(list)-1]
		last.Exercises = append(last.Exercises, e)
	}
	return list
}

// Equipment returns the equipment that the exercises need, in the order in which authors know it.
func (v *View) Equipment() []string {
	used := map[string]bool{}
	for _, e := range v.Site.Exercises {
		for _, name := range equipment(e) {
			used[name] = true
		}
	}
	return slices.DeleteFunc(training.EquipmentNames(), func(name string) bool { return !used[name] })
}

// equipment returns what an exercise needs: "none" where that is nothing.
func equipment(e *site.Exercise) []string {
	if len(e.Equipment) == 0 {
		return training.EquipmentNames()[:1]
	}
	return e.Equipment
}

// Tags returns the tags of the page's article.
func (v *View) Tags() []*site.Tag {
	var list []*site.Tag
	for _, t := range v.Page.Article.Tags {
		if tag := v.Site.Tag(t.Value); tag != nil && !slices.Contains(list, tag) {
			list = append(list, tag)
		}
	}
	return list
}

// Runners returns the runner types that the page's article is for.
func (v *View) Runners() []*site.Runner {
	var list []*site.Runner
	for _, ref := range v.Page.Article.Runners {
		if r := v.Site.Runner(ref.ID); r != nil {
			list = append(list, r)
		}
	}
	return list
}

// Series returns the parts of the series that the page's article belongs to, if there are others.
func (v *View) Series() []*parse.Article {
	a := v.Page.Article
	parts := v.Site.Series[a.Series]
	if a.Series == "" || len(parts) == 1 && parts[0] == a {
		return nil
	}
	return parts
}

// Phase is a phase of a programme that has a name.
type Phase struct {
	Name, Aim   string
	First, Last int // weeks of the plan
}

// Phases returns the phases of the page's programme that have names.
func (v *View) Phases() []Phase {
	var list []Phase
	for i, p := range v.Page.Programme.Projection.Phases {
		if p.Name != "" {
			list = append(list, Phase{Name: p.Name, Aim: v.Page.Plan.Phases[i].Aim, First: p.First, Last: p.First + p.Weeks - 1})
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
	Targets []progression.Target
}

// Weeks returns the weeks of the page's programme.
func (v *View) Weeks() []Week {
	var weeks []Week
	for _, w := range v.Page.Programme.Projection.Weeks {
		week := Week{Week: w}
		for _, name := range progression.SessionNames([]progression.Week{w}) {
			week.Tables = append(week.Tables, sessionTable(w, name))
		}
		weeks = append(weeks, week)
	}
	return weeks
}

func sessionTable(w progression.Week, name string) SessionTable {
	t := SessionTable{Name: name}
	for _, s := range w.Sessions {
		if s.Name != name {
			continue
		}
		t.Days, t.Minutes = append(t.Days, s.Day.String()), progression.Widen(t.Minutes, s.Minutes)
		for _, target := range s.Targets {
			t.put(target)
		}
	}
	return t
}

// put puts a target into the row of its exercise. Near a race a visit may leave out what an earlier one of the week has.
func (t *SessionTable) put(target progression.Target) {
	i := slices.IndexFunc(t.Rows, func(r SessionRow) bool { return r.Targets[0].Row == target.Row })
	if i < 0 {
		i = len(t.Rows)
		t.Rows = append(t.Rows, SessionRow{Rest: target.Rest})
	}
	t.Rows[i].Targets = append(t.Rows[i].Targets, target)
}

// First returns the target that names the row: the first one of the week.
func (r SessionRow) First() progression.Target { return r.Targets[0] }

// Needs returns the equipment of the page's programme, and how many minutes its sessions take, easy weeks and tapers aside.
func (v *View) Needs() Needs {
	var n Needs
	used := map[string]bool{}
	for _, w := range v.Page.Programme.Projection.Weeks {
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
func (v *View) LongPast() time.Time { return site.LongPast() }

// Rules returns one target of each exercise of the programme, in the order in which they are met, for its rule.
func (v *View) Rules() []progression.Target {
	var list []progression.Target
	seen := map[*training.Exercise]bool{}
	for _, w := range v.Page.Programme.Projection.Weeks {
		for _, s := range w.Sessions {
			for _, t := range s.Targets {
				if !w.Light() && !seen[t.Exercise] {
					seen[t.Exercise] = true
					list = append(list, t)
				}
			}
		}
	}
	return list
}

// PlanSources returns the literature that the page's plan names and its text does not cite.
func (v *View) PlanSources() []*training.Source {
	var list []*training.Source
	for _, ref := range v.Page.Plan.Sources {
		x := v.Site.Source(ref.ID)
		if x != nil && !slices.ContainsFunc(v.Citations(), func(c Citation) bool { return c.Source == x }) {
			list = append(list, x)
		}
	}
	return list
}
