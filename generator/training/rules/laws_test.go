package rules_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/training/rules"
)

// drawInput draws a plan that need not be sensible: no sessions, a year of weeks, empty phases, holds, ladders, pounds, weights that
// the runner chooses, races, tests, running weeks with gaps.
func drawInput(t *rapid.T, g *gym) progression.Input {
	run := drawWeek(t)
	runner := &training.Runner{
		ID: "drawn", Pos: diag.Position{File: "content/runners/drawn.toml"}, Name: "Drawn", Week: run,
		Reserve: rapid.IntRange(0, 8).Draw(t, "reserve"), MaxExercises: rapid.IntRange(0, 8).Draw(t, "most exercises"),
		SessionsPerWeek: [2]int{rapid.IntRange(0, 3).Draw(t, "least sessions"), rapid.IntRange(0, 7).Draw(t, "most sessions")},
	}
	plan := &training.Plan{
		ID: "drawn", Pos: diag.Position{File: "content/plans/drawn.toml"}, Title: "Drawn", Runners: []training.Ref{{ID: "drawn"}},
		Minutes: [2]int{rapid.IntRange(0, 60).Draw(t, "least minutes"), rapid.IntRange(0, 90).Draw(t, "most minutes")},
	}
	for range rapid.IntRange(0, 3).Draw(t, "phases") {
		plan.Phases = append(plan.Phases, drawPhase(t, g))
	}
	if rapid.Bool().Draw(t, "race") {
		plan.Race = training.Race{Week: rapid.IntRange(1, 20).Draw(t, "race week"), Day: rapid.SampledFrom(training.Weekdays()).Draw(t, "race day")}
	}
	if rapid.Bool().Draw(t, "running week") {
		week := drawWeek(t)
		plan.RunningWeek = &week
	}
	if rapid.Bool().Draw(t, "tests") {
		load := quantity.Load{Thousandths: 8000, Unit: quantity.Kilogram}
		plan.Tests = []training.Test{{Exercise: training.Ref{ID: "goblet-squat"}, Load: load, LoadPos: diag.Position{File: "x", Line: 1}}, {Run: "3 km"}}
		plan.TestWeeks = []int{1, plan.Weeks()}
	}
	return progression.Input{Plan: plan, Runner: runner, Exercises: g.exercises, Weights: g.settings.Weights, Unit: quantity.Kilogram}
}

func drawWeek(t *rapid.T) training.Week {
	var week training.Week
	for i := range week {
		week[i] = rapid.SampledFrom(append(training.DayKinds(), "")).Draw(t, "kind of day")
	}
	return week
}

func drawPhase(t *rapid.T, g *gym) training.Phase {
	p := training.Phase{
		Name: rapid.SampledFrom([]string{"", "Base"}).Draw(t, "name"), Maintain: rapid.IntRange(0, 4).Draw(t, "maintain") == 0,
		Weeks: rapid.SampledFrom([]int{0, 1, 2, 4, 8, 12, 52}).Draw(t, "weeks"), PerWeek: rapid.IntRange(0, 5).Draw(t, "per week"),
		EasyWeeks: rapid.SliceOfNDistinct(rapid.IntRange(1, 12), 0, 3, rapid.ID[int]).Draw(t, "easy weeks"),
		LiftOn:    rapid.SliceOfNDistinct(rapid.SampledFrom(training.Weekdays()), 0, 7, rapid.ID[training.Weekday]).Draw(t, "lift on"),
	}
	slices.Sort(p.LiftOn)
	for i := range rapid.IntRange(0, 3).Draw(t, "sessions") {
		s := training.Session{Name: string(rune('A' + i)), Optional: i > 0 && rapid.IntRange(0, 3).Draw(t, "optional") == 0, PerDay: rapid.IntRange(1, 2).Draw(t, "per day")}
		for range rapid.IntRange(0, 8).Draw(t, "rows") {
			s.Rows = append(s.Rows, drawRow(t, g))
		}
		p.Sessions = append(p.Sessions, s)
	}
	return p
}

func drawRow(t *rapid.T, g *gym) training.Row {
	ids := append(slices.Sorted(maps.Keys(g.exercises)), "nothing")
	r := training.Row{Exercise: training.Ref{ID: rapid.SampledFrom(ids).Draw(t, "exercise")}, Rest: rapid.SampledFrom([]int{0, 15, 60, 120, 600}).Draw(t, "rest")}
	low := rapid.SampledFrom([]int{1, 3, 5, 8, 12, 20, 60}).Draw(t, "low")
	r.Do = quantity.EqualSets(rapid.IntRange(1, 10).Draw(t, "sets"), low, low+rapid.SampledFrom([]int{0, 1, 4, 10}).Draw(t, "range"), "", false)
	e := g.exercises[r.Exercise.ID]
	if e == nil {
		return r
	}
	r.Note = rapid.SampledFrom([]string{"", "AMRAP", "70 % of your max"}).Draw(t, "note")
	r.Progress = rapid.SampledFrom([]training.Model{training.ByDefinition, training.ByDefinition, training.Linear, training.NoProgress}).Draw(t, "progress")
	r.Do.Unit, r.Do.PerSide = e.Measure.Facts().Unit, rapid.Bool().Draw(t, "per side")
	if e.Measure == training.MeasureLoad {
		drawLoad(t, &r)
	}
	drawShape(t, &r)
	return r
}

// drawShape gives a row what few have: a group, a clock, a table with a week that leaves it out, sets that differ, an open one, shares.
func drawShape(t *rapid.T, r *training.Row) {
	r.Group = rapid.SampledFrom([]string{"", "", "A", "B"}).Draw(t, "group")
	r.RestFrom = r.Rest / 2
	switch rapid.IntRange(0, 12).Draw(t, "shape") {
	case 0:
		r.Every = 60
	case 1:
		r.For = 600
	case 2:
		r.Weeks = []quantity.Prescription{r.Do, {}, r.Do.WithSets(2)}
	case 3:
		r.Do = r.Do.Plus(quantity.Part{Sets: 1, Low: 3, High: 3, Open: true})
	case 4:
		r.Do = r.Do.Plus(quantity.Part{Sets: 2, Low: 3, High: 3, Share: 800})
	case 5:
		r.Do = quantity.EqualSets(3, 40, 40, quantity.Seconds, false)
	case 6:
		r.Do.Parts[0].RM = true
	}
}

func drawLoad(t *rapid.T, r *training.Row) {
	r.Progress = rapid.SampledFrom(append(training.Models(), training.ByDefinition)).Draw(t, "progress with a load")
	if r.Progress == training.Wave {
		r.Wave = []quantity.Prescription{quantity.EqualSets(3, 10, 10, quantity.Repetitions, false), quantity.EqualSets(3, 8, 8, quantity.Repetitions, false), quantity.EqualSets(2, 6, 6, quantity.Repetitions, false)}
		r.Do = r.Wave[0]
	}
	load := func(n int, u quantity.Unit) quantity.Load { return quantity.Load{Thousandths: n * 1000, Unit: u} }
	switch rapid.IntRange(0, 3).Draw(t, "load") {
	case 0:
		r.YouChoose = true
	case 1:
		r.Start, r.Weights = load(15, quantity.Pound), []quantity.Load{load(15, quantity.Pound), load(20, quantity.Pound), load(45, quantity.Pound)}
	case 2:
		r.Start, r.Step.Load = load(20, quantity.Kilogram), load(4, quantity.Kilogram)
		r.Weights = []quantity.Load{}
		for n := 20; n <= 500; n += 2 {
			r.Weights = append(r.Weights, load(n, quantity.Kilogram))
		}
	default:
		r.Start = load(20, quantity.Kilogram) // every list has it
	}
}

// Whatever the plan, nothing panics, and what comes out is whole: the same each time, each problem with a rule, a place and a hint,
// each rule judged once, and nothing left once all that was found is allowed or switched off.
func TestLaws(t *testing.T) {
	g := read(t, together(readArchive(t, definitions)))
	projected := 0
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, g)
		p, _ := progression.Project(in)
		if p == nil {
			return
		}
		projected++
		v := rules.Check(p, in, rules.Config{})
		if diff := cmp.Diff(v.Problems, rules.Check(p, in, rules.Config{}).Problems); diff != "" {
			t.Fatalf("the second check differs:\n%s", diff)
		}
		problemsAreWhole(t, v.Problems)
		found := idsOf(v.Problems)
		for _, r := range v.Passed {
			if slices.Contains(found, r.ID) {
				t.Errorf("%s passed and has a problem", r.ID)
			}
		}
		openIsFound(t, v)
		nothingLeft(t, in, p, found)
	})
	if projected == 0 {
		t.Error("none of the drawn plans could be projected")
	}
}

// openIsFound checks that the rules that are open are those of which there is a warning or an error.
func openIsFound(t *rapid.T, v *rules.Verdict) {
	t.Helper()
	for _, r := range rules.All() {
		found := slices.ContainsFunc(v.Problems, func(p diag.Problem) bool { return p.ID == r.ID && p.Severity != diag.Note })
		if slices.ContainsFunc(v.Open, func(o *rules.Rule) bool { return o.ID == r.ID }) != found {
			t.Errorf("%s: found beyond a note %v, open %v", r.ID, found, !found)
		}
	}
}

func problemsAreWhole(t *rapid.T, problems diag.List) {
	for _, p := range problems {
		if rules.Find(p.ID) == nil || p.File == "" || !strings.HasSuffix(p.Message, ".") || !strings.HasSuffix(p.Hint, ".") {
			t.Errorf("a problem is not whole: %+v", p)
		}
	}
}

func idsOf(problems diag.List) []string {
	var ids []string
	for _, p := range problems {
		if !slices.Contains(ids, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// nothingLeft checks that allowances and settings lift exactly what they name.
func nothingLeft(t *rapid.T, in progression.Input, p *progression.Programme, found []string) {
	off := rules.Config{Severity: map[string]rules.Level{}}
	for _, id := range found {
		in.Plan.Allow = append(in.Plan.Allow, training.Allowance{Rule: id, Reason: "Because."})
		off.Severity[id] = rules.Off
	}
	v := rules.Check(p, in, rules.Config{})
	if problems := rules.Problems(in.Plan, []*rules.Verdict{v}, rules.Config{}); len(problems) > 0 || len(v.Allowed) != len(found) {
		t.Errorf("all of %q is allowed, but there is: %v", found, problems)
	}
	if v := rules.Check(p, in, off); len(v.Problems) > 0 || len(v.Allowed) > 0 {
		t.Errorf("all of %q is off, but there is: %v, allowed %v", found, v.Problems, v.Allowed)
	}
}

// No text of a plan makes the engine or the rules panic.
func FuzzPlan(f *testing.F) {
	g := read(f, together(readArchive(f, definitions)))
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archives {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range txtar.Parse(data).Files {
			if strings.HasSuffix(part.Name, ".toml") && !strings.Contains(part.Name, "/") {
				f.Add(part.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		table, _ := tomlfile.Decode(tomlfile.Input{File: "plan.toml", Text: text}, training.PlanFormat())
		p, _ := training.ReadPlan("plan", "plan.toml", table)
		for _, runner := range g.runners {
			in := progression.Input{Plan: p, Runner: runner, Exercises: g.exercises, Weights: g.settings.Weights, Unit: quantity.Kilogram}
			if programme, _ := progression.Project(in); programme != nil {
				rules.Problems(p, []*rules.Verdict{rules.Check(programme, in, rules.Config{})}, rules.Config{})
			}
		}
	})
}
