package render

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

func kg(n int) quantity.Load {
	return quantity.Load{Thousandths: 1000 * n, Unit: quantity.Kilogram}
}

func band(name string, rank int) quantity.Load {
	return quantity.Load{Thousandths: 1000 * rank, Unit: quantity.Level, Name: name}
}

var (
	squat  = &training.Exercise{ID: "back-squat", Name: "Back squat", Measure: training.MeasureLoad}
	press  = &training.Exercise{ID: "press", Name: "Dumbbell press", Measure: training.MeasureLoad, Hands: 2}
	pullUp = &training.Exercise{ID: "pull-up", Name: "Pull-up", Measure: training.MeasureReps, Load: training.LoadAssistance}
	row    = &training.Exercise{ID: "row", Name: "Band row", Measure: training.MeasureReps, Load: training.LoadLevel}
	jump   = &training.Exercise{ID: "jump", Name: "Squat jump", Measure: training.MeasureReps}
)

// asked returns a target in repetitions with these sets.
func asked(e *training.Exercise, row training.Row, sets ...progression.Set) Target {
	for i := range sets {
		sets[i].Top = max(sets[i].Top, sets[i].Amount)
	}
	do := quantity.Prescription{Unit: quantity.Repetitions}
	return Target{Target: &progression.Target{Exercise: e, Row: &row, Loaded: e.Loaded(), Prescription: do, Sets: sets}, words: words.English(templates.Files)}
}

// TestTarget: each part of a target says its sets and their load, and the whole of it fits into one line.
func TestTarget(t *testing.T) {
	for _, c := range []struct {
		name   string
		target Target
		parts  string
		goal   string
	}{
		{"equal sets", asked(squat, training.Row{}, progression.Set{Amount: 8, Load: kg(8)}, progression.Set{Amount: 8, Load: kg(8)}), "2 × 8 · 8 kg (18 lb)", "2 × 8 · 8 kg"},
		{"sets that differ, one load", asked(squat, training.Row{}, progression.Set{Amount: 12, Load: kg(8)}, progression.Set{Amount: 10, Load: kg(8)}),
			"12, 10 · 8 kg (18 lb)", "12, 10 · 8 kg"},
		{"percentages of a known maximum", asked(squat, training.Row{}, progression.Set{Amount: 5, Share: 750, Load: kg(60)}, progression.Set{Amount: 5, Open: true, Share: 850, Load: kg(70)}),
			"1 × 5 at 75 % · 60 kg (132 lb) | 1 × 5+ at 85 % · 70 kg (154 lb)", "1 × 5 · 60 kg, 1 × 5+ · 70 kg"},
		{"percentages of one that is not known", asked(squat, training.Row{}, progression.Set{Amount: 3, Share: 675}, progression.Set{Amount: 3, Share: 675}), "2 × 3 at 67.5 %", "2 × 3 at 67.5 %"},
		{"the heaviest", asked(squat, training.Row{}, progression.Set{Amount: 4, RM: true}), "1 × 4 RM · the heaviest weight that leaves your reserve", "1 × 4 RM"},
		{"nobody says", asked(squat, training.Row{}, progression.Set{Amount: 4}), "1 × 4 · you choose", "1 × 4"},
		{"a share of the body", asked(squat, training.Row{BodyShare: 300}, progression.Set{Amount: 4}), "1 × 4 · 30 % of body mass", "1 × 4"},
		{"two in the hands", asked(press, training.Row{}, progression.Set{Amount: 8, Load: kg(16)}), "1 × 8 · 2 × 16 kg (35 lb)", "1 × 8 · 2 × 16 kg"},
		{"help", asked(pullUp, training.Row{}, progression.Set{Amount: 8, Load: kg(30)}), "1 × 8 · 30 kg (66 lb) help", "1 × 8 · 30 kg help"},
		{"no help left", asked(pullUp, training.Row{}, progression.Set{Amount: 8, Load: kg(0)}), "1 × 8 · 0 kg help", "1 × 8 · 0 kg help"},
		{"a band", asked(row, training.Row{}, progression.Set{Amount: 8, Load: band("red", 2)}), "1 × 8 · red", "1 × 8 · red"},
		{"no load", asked(jump, training.Row{}, progression.Set{Amount: 8, Top: 10}), "1 × 8–10", "1 × 8–10"},
	} {
		var parts []string
		for _, p := range c.target.Parts() {
			text, err := p.inFull()
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, text)
		}
		if got := strings.Join(parts, " | "); got != c.parts {
			t.Errorf("%s: %q, want %q", c.name, got, c.parts)
		}
		if got := c.target.goal(); got != c.goal {
			t.Errorf("%s: %q, want %q", c.name, got, c.goal)
		}
	}
}

// TestStepsOfAnOwnLoad: one more step of a load that the runner chose is heavier, of help and of bands it is harder.
func TestStepsOfAnOwnLoad(t *testing.T) {
	for _, c := range []struct {
		exercise *training.Exercise
		want     string
	}{{squat, "2 steps heavier"}, {pullUp, "2 steps harder"}, {row, "2 steps harder"}} {
		target := asked(c.exercise, training.Row{BodyShare: 300}, progression.Set{Amount: 8})
		target.Steps = 2
		if got, err := target.Weight(); got != c.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", c.exercise.Name, got, err, c.want)
		}
	}
}

// TestChartLevels: the line of a chart goes up with what is harder, and is that of the heaviest set.
func TestChartLevels(t *testing.T) {
	at := func(e *training.Exercise, loads ...quantity.Load) progression.Target {
		target := asked(e, training.Row{})
		for _, l := range loads {
			target.Sets = append(target.Sets, progression.Set{Amount: 8, Load: l})
		}
		return *target.Target
	}
	share := func(of ...int) progression.Target {
		target := asked(squat, training.Row{})
		for _, s := range of {
			target.Sets = append(target.Sets, progression.Set{Amount: 5, Share: s})
		}
		return *target.Target
	}
	w := words.English(templates.Files)
	for _, c := range []struct {
		easier, harder progression.Target
		label          string // of the harder one
	}{
		{at(squat, kg(50), kg(40)), at(squat, kg(40), kg(52)), "52 kg"},
		{at(pullUp, kg(30)), at(pullUp, kg(20), kg(25)), "20 kg"},
		{at(pullUp, kg(5)), at(pullUp, kg(0)), "0 kg"},
		{at(row, band("yellow", 1)), at(row, band("red", 2), band("yellow", 1)), "red"},
		{share(650, 750, 850), share(750, 900, 850), "90 %"},
	} {
		if level(c.easier) >= level(c.harder) {
			t.Errorf("%v is at %d, %v at %d", c.easier.Sets, level(c.easier), c.harder.Sets, level(c.harder))
		}
		if got := label(w, c.harder, quantity.Kilogram); got != c.label {
			t.Errorf("%v is called %q, want %q", c.harder.Sets, got, c.label)
		}
	}
}

// TestSeveralLifts: an exercise that goes on as another lift in the next phase is one line; heavy and light in the same weeks are two.
func TestSeveralLifts(t *testing.T) {
	week := func(lifts ...string) progression.Week {
		var s progression.Session
		for _, lift := range lifts {
			target := asked(squat, training.Row{Exercise: training.Ref{ID: "back-squat"}}, progression.Set{Amount: 5})
			target.Lift = lift
			s.Targets = append(s.Targets, *target.Target)
		}
		return progression.Week{Sessions: []progression.Session{s}}
	}
	phases := []progression.PhaseDays{{First: 1, Weeks: 1}, {First: 2, Weeks: 1}}
	for _, c := range []struct {
		weeks []progression.Week
		want  bool
	}{
		{[]progression.Week{week("squat@A"), week("squat@B")}, false},
		{[]progression.Week{week("squat@A", "squat@A"), week("squat@A")}, false},
		{[]progression.Week{week("squat@A"), week("squat@A", "squat@B")}, true},
	} {
		if got := severalLifts(&progression.Programme{Phases: phases, Weeks: c.weeks})["back-squat"]; got != c.want {
			t.Errorf("%+v: %v, want %v", c.weeks, got, c.want)
		}
	}
}
