package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/render/qrcode"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Sheet is what stands on one page of paper: one session over up to four weeks.
type Sheet struct {
	Number, Of  int // of the programme's pages of paper, the test card among them
	Session     string
	Phase       string
	First, Last int    // weeks of the plan
	Days        string // in words
	Minutes     [2]int // the shortest and the longest of its sessions
	Dense       bool   // there is much to print
	Columns     []SheetColumn
	Rows        []SheetRow
	Rules       []SheetRule
	Weights     []SheetWeights
}

// SheetColumn is a week.
type SheetColumn struct {
	Week               int
	Easy, Taper, Tests bool
	Visits             []struct{} // one for each time that the session comes
}

// SheetRow is an exercise.
type SheetRow struct {
	Exercise *training.Exercise
	New      bool // no sheet before this one has it
	Do       string
	Rest     int // seconds
	Note     string
	Cues     []string
	Next     []string      // the exercises above it on its ladder, as far as these weeks lead
	Beside   bool          // the box of the load stands beside the target: there is no room for it beside those of the sets
	Cells    [][]SheetCell // a list for each column: the session may come more than once a week
}

// SheetCell is a target, and with it what there is to write down.
type SheetCell struct {
	Name     string // of the exercise, where it is another one than what stands above
	Goal     string // "3 × 8"
	Loaded   bool
	Load     quantity.Load // in the site's unit
	Sets     []struct{}
	exercise *training.Exercise
}

// Other returns the load in the other unit.
func (c SheetCell) Other() quantity.Load { return c.Load.In(c.Load.Unit.Other()) }

// SheetRule is what to do next time. What grows in the same way shares a rule.
type SheetRule struct {
	Names string // of the exercises, or the kind of light week
	Text  string
}

// Sheets returns the pages of paper of the page's programme: phase by phase, up to four weeks at a time, each session.
func (v *View) Sheets() ([]Sheet, error) {
	f, err := newFitter(v)
	if err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, phase := range v.Page.Programme.Projection.Phases {
		phaseSheets, err := v.phaseSheets(phase, f)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, phaseSheets...)
	}
	of := len(sheets) + v.testCards()
	seen := map[string]bool{}
	for i := range sheets {
		sheets[i].Number, sheets[i].Of = i+1, of
		for j := range sheets[i].Rows {
			row := &sheets[i].Rows[j]
			row.New, seen[row.Exercise.ID] = !seen[row.Exercise.ID], true
		}
	}
	return sheets, nil
}

// testCards returns how many pages of paper the tests take.
func (v *View) testCards() int { return min(len(v.Page.Programme.Projection.Tests), 1) }

// LastSheet returns the number of the last page of paper.
func (v *View) LastSheet() (int, error) {
	sheets, err := v.Sheets()
	return len(sheets) + v.testCards(), err
}

// phaseSheets lays out a phase: as many weeks side by side as leave each session on one page, with two cues for each exercise
// at least, or with one. Where not even two weeks do, four stand side by side and the table goes on overleaf.
func (v *View) phaseSheets(phase progression.PhaseDays, f *fitter) ([]Sheet, error) {
	for _, cues := range []int{2, 1} {
		for n := weeksOnSheet; n > 1; n-- {
			sheets, fit, err := v.cut(phase, n, cues, f)
			if fit || err != nil {
				return sheets, err
			}
		}
	}
	sheets, _, err := v.cut(phase, weeksOnSheet, 2, f)
	return sheets, err
}

// cut makes the sheets of a phase with at most n weeks each, and about as many on each of them; dense ones have that many cues.
func (v *View) cut(phase progression.PhaseDays, n, denseCues int, f *fitter) (sheets []Sheet, fit bool, err error) {
	fit = true
	parts := (phase.Weeks + n - 1) / n
	for part := range parts {
		first, last := phase.First-1+part*phase.Weeks/parts, phase.First-1+(part+1)*phase.Weeks/parts
		weeks := v.Page.Programme.Projection.Weeks[first:last]
		for _, name := range sessionNames(weeks) {
			s, err := v.sheet(phase, weeks, name)
			if err != nil {
				return nil, false, err
			}
			fit = f.fit(&s, denseCues) && fit
			sheets = append(sheets, s)
		}
	}
	return sheets, fit, nil
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

func (v *View) sheet(phase progression.PhaseDays, weeks []progression.Week, name string) (Sheet, error) {
	b := &sheetBuilder{view: v, rows: map[*training.Row]int{}}
	b.Session, b.Phase = name, phase.Name
	b.First, b.Last = weeks[0].Number, weeks[len(weeks)-1].Number
	b.Columns = make([]SheetColumn, len(weeks))
	for column := range weeks {
		if err := b.week(column, &weeks[column]); err != nil {
			return Sheet{}, err
		}
	}
	slices.Sort(b.days)
	b.Days = v.days(b.days)
	b.Weights = v.sheetWeights(b.targets)
	b.rules()
	b.order()
	return b.Sheet, nil
}

// sheetBuilder gathers what stands on a sheet.
type sheetBuilder struct {
	Sheet
	view    *View
	rows    map[*training.Row]int // where each row stands
	days    []training.Weekday
	targets []progression.Target // in full weeks
	light   []SheetRule          // of light weeks
}

func (b *sheetBuilder) week(column int, w *progression.Week) error {
	b.Columns[column] = SheetColumn{Week: w.Number, Easy: w.Easy, Taper: w.Taper, Tests: w.Tests}
	for _, s := range w.Sessions {
		if s.Name != b.Session {
			continue
		}
		b.Columns[column].Visits = append(b.Columns[column].Visits, struct{}{})
		b.Minutes = widen(b.Minutes, s.Minutes)
		if !slices.Contains(b.days, s.Day) {
			b.days = append(b.days, s.Day)
		}
		for _, t := range s.Targets {
			if err := b.put(column, w, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// put puts a target into the row of its exercise. The head of a row is the exercise with which these weeks begin: a ladder may
// have been climbed before.
func (b *sheetBuilder) put(column int, w *progression.Week, t progression.Target) error {
	at, ok := b.rows[t.Row]
	if !ok {
		at = len(b.Sheet.Rows)
		b.rows[t.Row] = at
		b.Sheet.Rows = append(b.Sheet.Rows, SheetRow{
			Exercise: t.Exercise, Do: b.view.renderer.theme.words.Prescription(t.Prescription), Rest: t.Rest, Note: t.Row.Note, Cues: t.Exercise.Cues,
			Cells: make([][]SheetCell, len(b.Columns)),
		})
	}
	row := &b.Sheet.Rows[at]
	cell, err := b.cell(t)
	if err != nil {
		return err
	}
	if t.Exercise != row.above(column) {
		cell.Name = t.Exercise.Name
	}
	row.Cells[column] = append(row.Cells[column], cell)
	if t.Next != "" && !slices.Contains(row.Next, t.Next) {
		row.Next = append(row.Next, t.Next)
	}
	b.note(w, t)
	return nil
}

// order puts the rows into the order of the plan. The first of these weeks may leave some out, because a race is near.
func (b *sheetBuilder) order() {
	var rows []SheetRow
	for _, phase := range b.view.Page.Plan.Phases {
		for _, session := range phase.Sessions {
			for i := range session.Rows {
				if at, ok := b.rows[&session.Rows[i]]; ok {
					rows = append(rows, b.Sheet.Rows[at])
				}
			}
		}
	}
	b.Sheet.Rows = rows
}

// above returns the exercise that a reader of a column takes the next visit to be.
func (r *SheetRow) above(column int) *training.Exercise {
	if visits := r.Cells[column]; len(visits) > 0 {
		return visits[len(visits)-1].exercise
	}
	return r.Exercise
}

func (b *sheetBuilder) cell(t progression.Target) (SheetCell, error) {
	t.PerSide = false // the row's head says so
	goal, err := b.view.renderer.theme.target(t)
	return SheetCell{exercise: t.Exercise, Goal: goal, Loaded: t.Loaded, Load: t.Load.In(b.view.Settings.Unit), Sets: make([]struct{}, t.Sets)}, err
}

// note keeps a target for its rule.
func (b *sheetBuilder) note(w *progression.Week, t progression.Target) {
	if !w.Light() {
		b.targets = append(b.targets, t)
		return
	}
	kind := "light-easy"
	if w.Taper {
		kind = "light-taper"
	}
	rule := SheetRule{b.view.renderer.theme.words.Text(kind), t.PaperRule}
	if !slices.Contains(b.light, rule) {
		b.light = append(b.light, rule)
	}
}

// rules gathers the rules of the exercises, each with the names of those that share it, and after them those of light weeks.
func (b *sheetBuilder) rules() {
	seen := map[*training.Exercise]bool{}
	for _, t := range b.targets {
		if seen[t.Exercise] {
			continue
		}
		seen[t.Exercise] = true
		i := slices.IndexFunc(b.Sheet.Rules, func(r SheetRule) bool { return r.Text == t.PaperRule })
		if i < 0 {
			b.Sheet.Rules = append(b.Sheet.Rules, SheetRule{t.Exercise.Name, t.PaperRule})
			continue
		}
		b.Sheet.Rules[i].Names += ", " + t.Exercise.Name
	}
	b.Sheet.Rules = append(b.Sheet.Rules, b.light...)
}

// widen returns the range that holds two ranges, of which the first may be zero: none yet.
func widen(a, b [2]int) [2]int {
	if a == ([2]int{}) {
		return b
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

// days writes days in words, with the reminder that lifting comes behind the run: "Tuesday, Friday, 3+ h after the run". Where there
// is a run on some of them only, it stands behind each of those, in brackets.
func (v *View) days(days []training.Weekday) string {
	words, later := v.renderer.theme.words, 0
	for _, d := range days {
		if v.Page.Programme.Projection.RunningWeek[d].Facts().Run == training.Yes {
			later++
		}
	}
	var names []string
	for _, d := range days {
		name := words.Text("day-" + d.String())
		if later < len(days) && v.Page.Programme.Projection.RunningWeek[d].Facts().Run == training.Yes {
			name += " (" + words.Text("hours-later") + ")"
		}
		names = append(names, name)
	}
	if later > 0 && later == len(days) {
		names = append(names, words.Text("hours-later"))
	}
	return strings.Join(names, ", ")
}

// RedFlags returns the sentences that say which signs end the training, with the address of the page that names them all. They stand
// on everything that is printed and lifted from. The address goes without its https://, as one would type it: room is short there.
func (v *View) RedFlags() (string, error) {
	words := v.renderer.theme.words
	flags, err := words.Fill("red-flags")
	if !v.Settings.Reachable() {
		return flags, err
	}
	_, address, _ := strings.Cut(v.Settings.Printed("/method/"), "://")
	more, moreErr := words.Fill("red-flags-more", "address", address)
	return flags + " " + more, cmp.Or(err, moreErr)
}

// SheetDrawing returns the drawing of a row's exercise, or nothing. It is described once; later sheets repeat what has been seen.
func (v *View) SheetDrawing(r SheetRow) template.HTML {
	x := v.Site.Exercise(r.Exercise.ID)
	if x == nil || !x.Drawn() {
		return ""
	}
	return v.renderer.sheetImage(x, !r.New)
}

// codeID is the id under which the QR code of a page is repeated.
const codeID = "_qr"

// Code returns the page's address as a QR code: the drawing on the first sheet, a repetition of it on the others; nothing where the
// address leads nowhere.
func (v *View) Code(sheet int) (template.HTML, error) {
	if !v.Settings.Reachable() {
		return "", nil
	}
	address := absolute(v.Settings, v.Page.Programme.URL)
	c, err := qrcode.New(address)
	if err != nil || sheet > 1 {
		return template.HTML(c.Again(codeID)), err
	}
	return template.HTML(c.SVG(codeID, address)), nil
}
