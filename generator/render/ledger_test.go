package render

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// ledgerOf returns the first ledger of a plan with one session of a squat and a press, of which these are the weeks.
func ledgerOf(t *testing.T, monday string, weeks ...progression.Week) *Ledger {
	t.Helper()
	plan := &training.Plan{Phases: []training.Phase{{Sessions: []training.Session{{Name: "A", Rows: make([]training.Row, 2)}}}}}
	if monday != "" {
		start, err := time.Parse(time.DateOnly, monday)
		if err != nil {
			t.Fatal(err)
		}
		plan.Start = start
	}
	for i := range weeks {
		weeks[i].Number = i + 1
		for j := range weeks[i].Sessions {
			s := &weeks[i].Sessions[j]
			s.Name, s.PerDay = "A", 1
			for k := range s.Targets {
				x := &s.Targets[k]
				n := map[string]int{"squat": 0, "press": 1}[x.Lift]
				x.Row = &plan.Phases[0].Sessions[0].Rows[n]
			}
		}
	}
	p := &progression.Programme{Plan: plan, Unit: quantity.Kilogram, Weeks: weeks, Phases: []progression.PhaseDays{{First: 1, Weeks: len(weeks)}}}
	r := &Renderer{theme: &Theme{words: words.English(templates.Files)}, site: &site.Site{Definitions: &site.Definitions{}}}
	v := &ProgrammeView{BaseView: BaseView{SiteView: SiteView{Site: r.site, renderer: r}}, ProgrammePart: ProgrammePart{&site.Programme{Projection: p}, &site.Plan{Plan: plan}, r}}
	return &v.Ledgers()[0]
}

func visit(day training.Weekday, targets ...Target) progression.Session {
	s := progression.Session{Day: day}
	for _, x := range targets {
		s.Targets = append(s.Targets, *x.Target)
	}
	return s
}

func lifted(lift string, e *training.Exercise, rung int, loads ...quantity.Load) Target {
	x := asked(e, training.Row{})
	x.Lift, x.Rung = lift, rung
	for _, l := range loads {
		x.Sets = append(x.Sets, progression.Set{Amount: 8, Top: 8, Load: l})
	}
	return x
}

// written writes a ledger as lines: the week, the days, and of each cell what is asked for, ^ where it has grown, and another exercise.
func written(t *testing.T, l *Ledger) string {
	t.Helper()
	var lines []string
	for _, w := range l.Weeks {
		for _, line := range w.Lines {
			days, err := line.Days()
			dates, err2 := line.Dates()
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			text := strings.TrimSpace(strings.Join([]string{string(rune('0' + w.Number)), days, dates}, " "))
			for _, c := range line.Cells {
				text += " |"
				if c == nil {
					continue
				}
				for _, p := range c.Parts {
					text += " " + p.Do + " " + string(p.Weight)
					if p.Up {
						text += "^"
					}
				}
				if c.Name != "" {
					text += " " + c.Name
				}
			}
			lines = append(lines, strings.ReplaceAll(text, "\u00a0", " "))
		}
	}
	return strings.Join(lines, "\n")
}

func TestLedger(t *testing.T) {
	press20 := lifted("press", press, 0, kg(20))
	for _, c := range []struct {
		name, monday string
		weeks        []progression.Week
		want         string
	}{
		{"only what was never as heavy has grown", "", []progression.Week{
			{Sessions: []progression.Session{visit(0, lifted("squat", squat, 0, kg(50)), press20), visit(3, lifted("squat", squat, 0, kg(40)), press20)}},
			{Sessions: []progression.Session{visit(0, lifted("squat", squat, 0, kg(50)), press20), visit(3, lifted("squat", squat, 0, kg(52), kg(40)), press20)}},
		}, "1 Mon | 1 × 8 50 kg | 1 × 8 2 × 20 kg\n1 Thu | 1 × 8 40 kg | 1 × 8 2 × 20 kg\n2 Mon | 1 × 8 50 kg | 1 × 8 2 × 20 kg\n2 Thu | 1 × 8 52 kg^ 1 × 8 40 kg | 1 × 8 2 × 20 kg"},
		{"what a visit leaves out leaves its place empty, and dates are known from the Monday on", "2026-11-30", []progression.Week{
			{Sessions: []progression.Session{visit(0, lifted("squat", squat, 0, kg(50)), press20), visit(4, press20)}},
		}, "1 Mon 30 Nov | 1 × 8 50 kg | 1 × 8 2 × 20 kg\n1 Fri 4 Dec | | 1 × 8 2 × 20 kg"},
		{"a harder exercise is named where it begins", "", []progression.Week{
			{Sessions: []progression.Session{visit(0, lifted("squat", squat, 0, kg(50))), visit(3, lifted("squat", jump, 1, kg(10))), visit(5, lifted("squat", jump, 1, kg(10)))}},
			{Sessions: []progression.Session{visit(0, lifted("squat", jump, 1, kg(10))), visit(3, lifted("squat", jump, 1, kg(10)))}},
		}, "1 Mon | 1 × 8 50 kg\n1 Thu | 1 × 8 10 kg^ Squat jump\n1 Sat | 1 × 8 10 kg\n2 Mon | 1 × 8 10 kg\n2 Thu | 1 × 8 10 kg"},
		{"many visits that ask for the same are one line", "2026-11-30", []progression.Week{
			{Sessions: []progression.Session{visit(0, press20), visit(1, press20), visit(2, press20), visit(4, lifted("press", press, 0, kg(22)))}},
		}, "1 Mon–Wed 30 Nov – 2 Dec | 1 × 8 2 × 20 kg\n1 Fri 4 Dec | 1 × 8 2 × 22 kg^"},
	} {
		if d := cmp.Diff(c.want, unmarked(written(t, ledgerOf(t, c.monday, c.weeks...)))); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// unmarked takes the weights of the other unit out of a text.
func unmarked(text string) string {
	for {
		before, rest, found := strings.Cut(text, "<data")
		if !found {
			return text
		}
		_, rest, _ = strings.Cut(rest, ">")
		text = before + strings.Replace(rest, "</data>", "", 1)
	}
}

// A weight stands on the page in both units; what has none stands there once.
func TestBothUnits(t *testing.T) {
	l := ledgerOf(t, "", progression.Week{Sessions: []progression.Session{visit(0, lifted("squat", squat, 0, kg(8)), lifted("press", row, 0, band("red", 2)))}})
	for i, want := range []string{"<data value=\"18\u00a0lb\">8\u00a0kg</data>", "red"} {
		if got := string(l.Weeks[0].Lines[0].Cells[i].Parts[0].Weight); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
