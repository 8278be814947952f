package render

import (
	"html/template"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Description returns what the page is about, for search engines.
func (v *View) Description() string {
	if v.Page.Description == "" && v.Page.Kind == site.Home {
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
func (v *View) Series() []*site.Article {
	a := v.Page.Article
	if parts := v.Site.Series[a.Series]; a.Series != "" && len(parts) > 1 {
		return parts
	}
	return nil
}

// Phase is a phase of a programme that has a name.
type Phase struct {
	Name, Aim   string
	First, Last int // weeks of the plan
}

// Phases returns the phases of the page's programme that have names.
func (v *View) Phases() []Phase {
	var list []Phase
	for i, p := range v.Page.Programme.Phases {
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
	for _, w := range v.Page.Programme.Weeks {
		week := Week{Week: w}
		for _, name := range sessionNames([]progression.Week{w}) {
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
		t.Days, t.Minutes = append(t.Days, s.Day.String()), s.Minutes
		for i, target := range s.Targets {
			if i == len(t.Rows) {
				t.Rows = append(t.Rows, SessionRow{Rest: target.Rest})
			}
			t.Rows[i].Targets = append(t.Rows[i].Targets, target)
		}
	}
	return t
}

// First returns the target that names the row: the first one of the week.
func (r SessionRow) First() progression.Target { return r.Targets[0] }

// Needs returns the equipment of the page's programme, and how many minutes its sessions take, easy weeks and tapers aside.
func (v *View) Needs() Needs {
	var n Needs
	used := map[string]bool{}
	for _, w := range v.Page.Programme.Weeks {
		for _, s := range w.Sessions {
			for _, t := range s.Targets {
				for _, name := range t.Exercise.Equipment {
					used[name] = true
				}
			}
			if !w.Light() {
				n.Minutes = widen(n.Minutes, s.Minutes)
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
	for _, w := range v.Page.Programme.Weeks {
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

// Sheet is what stands on one page of paper: one session over up to four weeks.
type Sheet struct {
	Session     string
	Phase       string
	First, Last int    // weeks of the plan
	Days        string // in words
	Minutes     [2]int // the shortest and the longest of its sessions
	Columns     []SheetColumn
	Rows        []SheetRow
}

// SheetColumn is a week.
type SheetColumn struct {
	Week               int
	Easy, Taper, Tests bool
}

// SheetRow is an exercise.
type SheetRow struct {
	Exercise *training.Exercise
	Do       string
	Rest     int // seconds
	Rule     string
	Note     string
	Cells    [][]SheetCell // a list for each column: the session may come more than once a week
}

// SheetCell is a target.
type SheetCell struct {
	Name   string // of the exercise, where it is another one than the row's
	Target progression.Target
}

// weeksOnSheet is how many weeks stand on one page of paper; four columns of 31 mm fit A4 and Letter.
const weeksOnSheet = 4

// Sheets returns the pages of paper of the page's programme: by phase, four weeks at a time, each session.
func (v *View) Sheets() []Sheet {
	var sheets []Sheet
	p := v.Page.Programme
	for _, phase := range p.Phases {
		for first := phase.First; first < phase.First+phase.Weeks; first += weeksOnSheet {
			last := min(first+weeksOnSheet, phase.First+phase.Weeks) - 1
			weeks := p.Weeks[first-1 : last]
			for _, name := range sessionNames(weeks) {
				sheets = append(sheets, v.sheet(phase, weeks, name))
			}
		}
	}
	return sheets
}

// sessionNames returns the names of the sessions of some weeks, in alphabetical order, each once.
func sessionNames(weeks []progression.Week) []string {
	var names []string
	for _, w := range weeks {
		for _, s := range w.Sessions {
			if !slices.Contains(names, s.Name) {
				names = append(names, s.Name)
			}
		}
	}
	slices.Sort(names)
	return names
}

func (v *View) sheet(phase progression.PhaseDays, weeks []progression.Week, name string) Sheet {
	sheet := Sheet{Session: name, Phase: phase.Name, First: weeks[0].Number, Last: weeks[len(weeks)-1].Number}
	var days []training.Weekday
	rows := map[*training.Row]int{}
	for column, w := range weeks {
		sheet.Columns = append(sheet.Columns, SheetColumn{Week: w.Number, Easy: w.Easy, Taper: w.Taper, Tests: w.Tests})
		for _, s := range w.Sessions {
			if s.Name != name {
				continue
			}
			if !slices.Contains(days, s.Day) {
				days = append(days, s.Day)
			}
			sheet.Minutes = widen(sheet.Minutes, s.Minutes)
			for _, t := range s.Targets {
				at, ok := rows[t.Row]
				if !ok {
					at = len(sheet.Rows)
					rows[t.Row] = at
					sheet.Rows = append(sheet.Rows, v.sheetRow(t, len(weeks)))
				}
				sheet.Rows[at].put(column, t)
			}
		}
	}
	slices.Sort(days)
	sheet.Days = v.days(days)
	return sheet
}

// widen returns the range that holds two ranges, of which the first may be zero: none yet.
func widen(a, b [2]int) [2]int {
	if a == ([2]int{}) {
		return b
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

// sheetRow begins the row of a target. Its head is the exercise with which these weeks begin: a ladder may have been climbed before.
func (v *View) sheetRow(t progression.Target, columns int) SheetRow {
	return SheetRow{Exercise: t.Exercise, Do: v.renderer.theme.prescription(t.Do), Rest: t.Rest, Rule: t.Rule, Note: t.Row.Note, Cells: make([][]SheetCell, columns)}
}

func (r *SheetRow) put(column int, t progression.Target) {
	cell := SheetCell{Target: t}
	if t.Exercise != r.Exercise {
		cell.Name = t.Exercise.Name
	}
	r.Cells[column] = append(r.Cells[column], cell)
}

// days writes days in words: "Tuesday, Friday".
func (v *View) days(days []training.Weekday) string {
	var names []string
	for _, d := range days {
		names = append(names, v.renderer.theme.words.text["day-"+d.String()])
	}
	return strings.Join(names, ", ")
}

// SheetDrawing returns the drawing of an exercise for the sheet, or nothing.
func (v *View) SheetDrawing(e *training.Exercise) template.HTML {
	if x := v.Site.Exercise(e.ID); x != nil && x.Drawn() {
		return v.renderer.figureImage(x, 60, "eager")
	}
	return ""
}
