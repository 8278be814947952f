package render

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
)

// The most rows and sets of the sheet on the home page: it stands beside the title, and on a phone below it (house rules).
const (
	mostSheetRows = 4
	mostSheetSets = 4
)

// FirstSheet is the top of a real sheet as the home page shows it, with its first boxes filled in as a runner would.
type FirstSheet struct {
	*site.Programme
	Session string
	Week    int
	Day     string    // "tue"
	Date    time.Time // of that day; zero where nobody knows when the plan begins
	After   bool      // the session comes after a run
	Loaded  bool      // some row has a box for its load
	Sets    []int     // the numbers of the boxes, from 1 on
	Rows    []FirstRow
	Cut     bool // the session goes on below
	words   *words.Words
}

// FirstRow is an exercise of it.
type FirstRow struct {
	Exercise *site.Exercise
	Goal     string // "3 × 8"
	Load     string // "2 × 8 kg"; empty where there is none or the runner chooses
	Rest     string
	Loaded   bool
	Written  string   // into the box for the load: "8"
	Boxes    []string // one for each set, with what is written into it
	Gap      int      // how many boxes fewer than the longest row
	state    string   // the word for how far it is filled in
}

// Sheet returns the top of the first sheet of the site's first programme that is a runner's whole strength training; nil where there is
// none.
func (v *HomeView) Sheet() *FirstSheet {
	p := firstWhole(v.Site.Runners)
	if p == nil {
		return nil
	}
	session := firstSession(p.Projection)
	if session == nil {
		return nil
	}
	s := &FirstSheet{Programme: p, Session: session.Name, Week: weekOf(p.Projection, session), Day: session.Day.String(), words: v.renderer.theme.words,
		After: p.Projection.RunningWeek[session.Day].Facts().Run == training.Yes, Cut: len(session.Targets) > mostSheetRows}
	if monday := p.Plan.Monday(); !monday.IsZero() {
		s.Date = monday.AddDate(0, 0, 7*(s.Week-1)+int(session.Day))
	}
	for i := range session.Targets[:min(len(session.Targets), mostSheetRows)] {
		s.add(v, &session.Targets[i])
	}
	s.fillIn(session.Targets)
	return s
}

// weekOf returns the number of the week that has a session.
func weekOf(p *progression.Programme, s *progression.Session) int {
	for _, w := range p.Weeks {
		for i := range w.Sessions {
			if &w.Sessions[i] == s {
				return w.Number
			}
		}
	}
	return 0
}

// add adds a row that nothing is written into.
func (s *FirstSheet) add(v *HomeView, t *progression.Target) {
	shown := v.renderer.shown(t)
	row := FirstRow{Exercise: v.Site.Exercise(t.Exercise.ID), Goal: markdown.KeepUnits(strings.ReplaceAll(s.words.Prescription(t.Asked()), " × ", "\u00a0×\u00a0")), Loaded: t.Loaded, state: "first-sheet-empty",
		Boxes: make([]string, min(len(t.Sets), mostSheetSets))}
	if t.Rest > 0 {
		row.Rest = s.words.Duration(t.Rest)
	}
	if part := shown.Parts(); len(part) == 1 {
		row.Load = markdown.KeepUnits(s.words.LoadOf(t.Exercise, t.Sets[0].Load))
	}
	s.Loaded = s.Loaded || t.Loaded
	for len(s.Sets) < len(row.Boxes) {
		s.Sets = append(s.Sets, len(s.Sets)+1)
	}
	s.Rows = append(s.Rows, row)
}

// fillIn writes into the boxes what a runner would who keeps to the plan: the first row is done, the second is not finished. A row whose
// load nobody knows stays empty: no number is invented.
func (s *FirstSheet) fillIn(targets []progression.Target) {
	filled := 0
	for i := range s.Rows {
		row, t := &s.Rows[i], &targets[i]
		row.Gap = len(s.Sets) - len(row.Boxes)
		if filled == 2 || !s.known(t) {
			continue
		}
		until := len(row.Boxes)
		if row.state = "first-sheet-done"; filled == 1 {
			until, row.state = max(until-1, 1), "first-sheet-begun"
		}
		row.Written = s.digits(t)
		for set := range row.Boxes[:until] {
			row.Boxes[set] = s.words.Figures(strconv.Itoa(t.Sets[set].Amount))
		}
		filled++
	}
}

// known reports whether all that is written down of a target is a number that stands on the sheet.
func (s *FirstSheet) known(t *progression.Target) bool {
	load := t.Sets[0].Load
	return !t.Loaded || !load.IsZero() && load.Unit == s.Projection.Unit
}

// Columns returns how many columns of boxes there are.
func (s *FirstSheet) Columns() int {
	if s.Loaded {
		return len(s.Sets) + 1
	}
	return len(s.Sets)
}

// LongestWord returns how many letters the longest word in the names of the exercises has: on a phone, names with one of more than 12 have a
// line of their own, and those with one of more than 20 have smaller type and no drawing beside them anywhere (house rules). A word may break behind a hyphen, and where its author
// has written a soft one.
func (s *FirstSheet) LongestWord() int {
	breaks := func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '\u00ad' }
	most := 0
	for _, r := range s.Rows {
		for _, word := range strings.FieldsFunc(r.Exercise.Name, breaks) {
			most = max(most, utf8.RuneCountInString(word))
		}
	}
	return most
}

// digits writes a load without its unit, which stands above the boxes.
func (s *FirstSheet) digits(t *progression.Target) string {
	if !t.Loaded {
		return ""
	}
	number, _, _ := strings.Cut(t.Sets[0].Load.String(), " ")
	return s.words.Figures(s.words.Number(number))
}

// Unit returns the unit of the loads that are written down.
func (s *FirstSheet) Unit() quantity.Unit { return s.Projection.Unit }

// Label says what is to be seen, for those who do not.
func (s *FirstSheet) Label() (string, error) {
	var rows []string
	for _, r := range s.Rows {
		text, err := s.words.Fill(r.state, "exercise", r.Exercise.Name)
		if err != nil {
			return "", err
		}
		rows = append(rows, text)
	}
	return s.words.Fill("first-sheet", "plan", s.Plan.Title, "name", s.Session, "rows", strings.Join(rows, " "))
}
