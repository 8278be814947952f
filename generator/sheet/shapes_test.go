package sheet

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

var (
	barbell = training.Exercise{ID: "squat", Name: "Back squat", Measure: training.MeasureLoad}
	pushUp  = training.Exercise{ID: "push-up", Name: "Push-up", Measure: training.MeasureReps}
)

// target returns a target of these sets.
func target(row training.Row, e training.Exercise, sets ...progression.Set) progression.Target {
	t := progression.Target{Exercise: &e, Row: &row, Rest: 120, Loaded: e.Loaded(), Sets: sets}
	t.Prescription.Unit = quantity.Repetitions
	for _, s := range sets {
		t.Prescription = t.Prescription.Plus(quantity.Part{Sets: 1, Low: s.Amount, High: max(s.Amount, s.Top), Open: s.Open, RM: s.RM, Share: s.Share})
	}
	return t
}

// set returns a set; load is in kilograms, 0 where it is not known.
func set(amount, share, load int) progression.Set {
	s := progression.Set{Amount: amount, Top: amount, Share: share}
	if load > 0 {
		s.Load = kilograms(load)
	}
	return s
}

func open(s progression.Set) progression.Set {
	s.Open = true
	return s
}

// inWords writes a cell: what stands in bold type, "_ kg" for the box of a load, then the boxes with what stands above them.
func inWords(c *Cell) string {
	text := strings.Trim(c.Goal+" · "+c.Load, " ·")
	if c.Loaded {
		text += " _kg"
	}
	for _, s := range c.Sets {
		text += " [" + s.Amount
		if s.Load+s.Share != "" {
			text += "@" + s.Load + s.Share
		}
		if s.Open {
			text += "+"
		}
		text += "]"
	}
	return strings.TrimSpace(text)
}

// Whatever is asked for stands on paper: in the head what holds for all weeks, above the boxes what differs from set to set.
func TestShapes(t *testing.T) {
	rm := func(n int) progression.Set { return progression.Set{Amount: n, Top: n, RM: true} }
	seconds := func(x progression.Target) progression.Target {
		x.Prescription.Unit = quantity.Seconds
		return x
	}
	assisted, pair, band := barbell, barbell, barbell
	assisted.Load, pair.Hands, band.Load = training.LoadAssistance, 2, training.LoadLevel
	yellow := set(10, 0, 0)
	yellow.Load = quantity.Load{Thousandths: 1000, Unit: quantity.Level, Name: "yellow"}
	steps := target(training.Row{}, pushUp, set(10, 0, 0), set(10, 0, 0))
	steps.Prescription.Steps, steps.PerSide = true, true
	known := target(training.Row{}, barbell, set(5, 650, 58))
	known.Maximum = kilograms(90)
	for _, test := range []struct {
		name              string
		target            progression.Target
		do, facts, in     string // in: the cell
		asks, rules, unit string
		maximum           string
	}{
		{name: "equal sets", target: target(training.Row{}, barbell, set(5, 0, 60), set(5, 0, 60)), do: "2 × 5, rest 2 min", in: "2 × 5 · 60 kg _kg [] []"},
		{name: "sets that differ", target: target(training.Row{}, pushUp, set(12, 0, 0), set(10, 0, 0), set(8, 0, 0)), do: "12, 10, 8, rest 2 min", in: "[12] [10] [8]"},
		{name: "with one load", target: target(training.Row{}, barbell, set(12, 0, 40), set(10, 0, 40)), do: "12, 10, rest 2 min", in: "40 kg _kg [12] [10]"},
		{name: "an open set", target: target(training.Row{}, barbell, set(3, 0, 60), open(set(3, 0, 60))), do: "2 × 3+, rest 2 min", in: "2 × 3+ · 60 kg _kg [] [+]",
			rules: "3+: in this set as many good ones as leave your reserve."},
		{name: "back-off sets", target: target(training.Row{}, barbell, set(5, 0, 60), set(8, 850, 50)), do: "5, 8 at 85 %, rest 2 min", in: "[5@60] [8@50]", facts: "Over each box: the weight, and how many."},
		{name: "percentages of a maximum that is asked for", target: target(training.Row{Exercise: training.Ref{ID: "squat"}}, barbell, set(5, 650, 0), open(set(5, 850, 0))),
			do: "5 at 65 %, 5+ at 85 %, rest 2 min", in: "[5@65 %] [5+@85 %]", facts: "Upper boxes: the weight. Lower boxes: how many.", asks: "Your maximum",
			rules: "5+: in this set as many good ones as leave your reserve."},
		{name: "percentages of a maximum that is known", target: known, do: "1 × 5 at 65 %, rest 2 min", maximum: "Percentages of 90 kg. Percentages of 198 lb.", in: "1 × 5 · 58 kg _kg []"},
		{name: "one percentage", target: target(training.Row{}, barbell, set(8, 850, 0), set(8, 850, 0)), do: "2 × 8 at 85 %, rest 2 min", in: "2 × 8 · 85 % _kg [] []"},
		{name: "the heaviest weight", target: target(training.Row{}, barbell, rm(4), rm(4)), do: "2 × 4, the heaviest weight that leaves your reserve, rest 2 min", in: "2 × 4 _kg [] []"},
		{name: "assistance", target: target(training.Row{}, assisted, set(8, 0, 30)), do: "1 × 8, rest 2 min", in: "1 × 8 · 30 kg help _kg []"},
		{name: "two in the hands", target: target(training.Row{}, pair, set(8, 0, 16)), do: "1 × 8, rest 2 min", in: "1 × 8 · 2 × 16 kg _kg []"},
		{name: "a band", target: target(training.Row{}, band, yellow), do: "1 × 10, rest 2 min", in: "1 × 10 · yellow _kg []"},
		{name: "a share of the body", target: target(training.Row{BodyShare: 300}, barbell, set(10, 0, 0)), do: "1 × 10, 30 % of body mass, rest 2 min", in: "1 × 10 _kg []", asks: "30 % of body mass"},
		{name: "by the clock", target: seconds(target(training.Row{Every: 60}, pushUp, set(40, 0, 0), set(40, 0, 0))), do: "2 × 40 s, a round begins every 1 min, rest 2 min", in: "2 × 40 s [] []", facts: "Write down how many you did."},
		{name: "steps", target: steps, do: "2 × 10 steps each side, rest 2 min", in: "2 × 10 [] []"},
		{name: "tempo and rests", target: target(training.Row{Tempo: quantity.Tempo{Down: 3, Up: 3}, Rest: 120, RestFrom: 60, RestAfter: 300}, barbell, set(15, 0, 20)),
			do: "1 × 15, tempo 3-0-3 (down, hold, up), rest 1–2 min, 5 min before the next exercise", in: "1 × 15 · 20 kg _kg []"},
		{name: "a table of weeks", target: target(training.Row{Weeks: []quantity.Prescription{{}}}, pushUp, set(8, 0, 0)), do: "Sets as each week says, rest 2 min", in: "1 × 8 []"},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows := []training.Row{*test.target.Row}
			test.target.Row = &rows[0]
			p := paper(t, training.Session{Name: "A", Rows: rows}, []progression.Target{test.target})
			r := p.Rows[0]
			got := []string{r.Do, inWords(&r.Lines[0][0]), strings.Join(r.Facts, " "), "", "", strings.TrimSpace(r.Maximum.Here + " " + r.Maximum.Other)}
			got[3] = r.Ask
			for _, rule := range p.Rules[:len(p.Rules)-1] { // before what follows from what is written down
				got[4] += rule.Names + ": " + said(rule)
			}
			for i, want := range []string{test.do, test.in, test.facts, test.asks, test.rules, test.maximum} {
				if got[i] != want {
					t.Errorf("%s: got %q, want %q", [...]string{"head", "cell", "facts", "asks", "rules", "maximum"}[i], got[i], want)
				}
			}
			if c := &r.Lines[0][0]; c.Level != (test.name == "a band") {
				t.Errorf("the load has no unit: %v", c.Level)
			}
		})
	}
}

// Exercises that are done in turn stand together, numbered, with their rounds above them.
func TestInTurn(t *testing.T) {
	rows := []training.Row{{}, {Group: "A", Rest: 20}, {Group: "A"}, {Group: "A", Rest: 120}}
	var targets []progression.Target
	for i := range rows {
		x := target(rows[i], pushUp, set(10, 0, 0), set(10, 0, 0))
		x.Row, x.Rest = &rows[i], rows[i].Rest
		targets = append(targets, x)
	}
	p := paper(t, training.Session{Name: "A", Rows: rows}, targets)
	checkStacked(t, p)
	for i, want := range []string{"1||2 × 10", "2a|2a–2c: 2 rounds in turn, 2 min rest after each round|2 × 10, rest 20 s, then 2b", "2b||2 × 10, then 2c", "2c||2 × 10, then 2a"} {
		if r := p.Rows[i]; r.Number+"|"+r.Group+"|"+r.Do != want {
			t.Errorf("row %d: got %q, want %q", i+1, r.Number+"|"+r.Group+"|"+r.Do, want)
		}
	}
}

// checkStacked checks that the lines of a table stand below each other.
func checkStacked(t *testing.T, p *Page) {
	t.Helper()
	y := p.Parts.Weeks.Y + p.Parts.Weeks.Height
	for i, r := range p.Rows {
		for _, b := range []Box{r.GroupBox, r.Box} {
			if b.Height > 0 && math.Abs(b.Y-y) > 1e-9 {
				t.Errorf("row %d stands at %.1f mm, below what ends at %.1f mm", i+1, b.Y, y)
			}
			y += b.Height
		}
	}
	if math.Abs(p.Parts.Log.Y-y) > 1e-9 {
		t.Errorf("the log stands at %.1f mm, below what ends at %.1f mm", p.Parts.Log.Y, y)
	}
}

// Before the work stand light sets, with the loads of the first visit, and behind a pair of exercises its other one.
func TestHead(t *testing.T) {
	row := training.Row{Or: training.Ref{ID: "leg-press"}, WarmUp: quantity.EqualSets(1, 10, 10, quantity.Repetitions, false)}
	x := target(row, barbell, set(5, 0, 60))
	x.WarmUp = []progression.Set{set(10, 400, 20), set(5, 600, 0)}
	rows := []training.Row{row}
	x.Row = &rows[0]
	pages := pagesOf(training.Session{Name: "A", Rows: rows}, []*training.Exercise{{ID: "leg-press", Name: "Leg press"}}, []progression.Target{x})
	r := pages[0].Rows[0]
	if want := "[{10 40 % 20 kg 44 lb} {5 60 %  }]"; fmt.Sprint(r.WarmUp) != want {
		t.Errorf("got %v, want %s", r.WarmUp, want)
	}
	if want := "Back squat or Leg press"; r.Name != want {
		t.Errorf("got %q, want %q", r.Name, want)
	}
}

// Where a session comes every day, a visit has one box for each exercise, and a day one for the pain: twelve weeks, twice a day, take
// three pages.
func TestTally(t *testing.T) {
	rows := make([]training.Row, 2)
	var week progression.Week
	for day := range 7 {
		s := progression.Session{Name: "A", Day: training.Weekday(day), PerDay: 2}
		for i := range rows {
			x := target(rows[i], barbell, set(15, 0, 10), set(15, 0, 10), set(15, 0, 10))
			x.Row, x.Exercise = &rows[i], &barbell
			s.Targets = append(s.Targets, x)
		}
		week.Sessions = append(week.Sessions, s)
	}
	in := inputOf(training.Session{Name: "A", Rows: rows}, nil)
	for n := range 12 {
		week.Number = n + 1
		in.Programme.Weeks = append(in.Programme.Weeks, week)
	}
	in.Programme.Phases[0].Weeks = 12
	pages := Pages(in)
	if len(pages) != 3 || !pages[0].Tally || len(pages[0].Columns) != 4 {
		t.Fatalf("%d pages, with a tally: %v", len(pages), pages[0].Tally)
	}
	row := pages[0].Rows[1]
	if cell := row.Lines[0][3]; len(row.Lines) != 1 || len(cell.Sets) != 14 || cell.Goal != "3 × 15" {
		t.Errorf("a week has %d targets, the first %+v", len(row.Lines), cell)
	}
	if sets := pages[0].Rows[0].Lines[0][0].Sets; sets[0].Box.Y != sets[1].Box.Y || sets[1].Box.Y >= sets[2].Box.Y {
		t.Errorf("the boxes of a day stand at %v, %v, that of the next at %v", sets[0].Box, sets[1].Box, sets[2].Box)
	}
	if logs := pages[0].Logs; len(logs) != 1 || len(logs[0][0].Days) != 7 {
		t.Errorf("a week has %d lines, with %d days", len(logs), len(logs[0][0].Days))
	}
}
