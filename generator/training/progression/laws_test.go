package progression

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// exerciseIDs are the exercises of the gym that a drawn row may name; one does not exist.
var exerciseIDs = []string{"box-squat", "goblet-squat", "front-squat", "row", "knee-hold", "one-leg-hold", "calf-raise", "walk", "pull-up", "band-walk", "loaded-hold", "nope"}

// drawInput draws a plan that is mostly in order.
func drawInput(t *rapid.T) Input {
	in := input()
	in.Weights = training.Weights{}
	for _, equipment := range []string{"dumbbell", "kettlebell", "barbell", "machine", "plate"} {
		n := rapid.SliceOfNDistinct(rapid.IntRange(1, 30), 0, 8, rapid.ID[int]).Draw(t, equipment)
		slices.Sort(n)
		if len(n) > 0 {
			in.Weights[equipment] = kg(n...)
		}
	}
	in.Weights["band"] = []quantity.Load{{Thousandths: 1000, Unit: quantity.Level, Name: "yellow"}, {Thousandths: 2000, Unit: quantity.Level, Name: "red"}}
	for i := range in.Runner.Week {
		in.Runner.Week[i] = rapid.SampledFrom(training.DayKinds()).Draw(t, "kind")
	}
	in.Runner.SessionsPerWeek[1] = rapid.IntRange(0, 7).Draw(t, "sessions per week")
	in.Plan.Phases = nil
	for range rapid.IntRange(1, 3).Draw(t, "phases") {
		in.Plan.Phases = append(in.Plan.Phases, drawPhase(t, in))
	}
	return in
}

func drawPhase(t *rapid.T, in Input) training.Phase {
	p := training.Phase{Weeks: rapid.IntRange(0, 12).Draw(t, "weeks"), PerWeek: rapid.IntRange(0, 4).Draw(t, "per week")}
	p.Maintain = rapid.IntRange(0, 3).Draw(t, "maintain") == 0
	p.EasyWeeks = rapid.SliceOfNDistinct(rapid.IntRange(1, 12), 0, 3, rapid.ID[int]).Draw(t, "easy weeks")
	p.LiftOn = rapid.SliceOfNDistinct(rapid.SampledFrom(training.Weekdays()), 0, 4, rapid.ID[training.Weekday]).Draw(t, "lift on")
	for range rapid.IntRange(0, 3).Draw(t, "sessions") {
		var s training.Session
		for range rapid.IntRange(0, 3).Draw(t, "rows") {
			s.Rows = append(s.Rows, drawRow(t, in))
		}
		p.Sessions = append(p.Sessions, s)
	}
	return p
}

func drawRow(t *rapid.T, in Input) training.Row {
	r := training.Row{Exercise: training.Ref{ID: rapid.SampledFrom(exerciseIDs).Draw(t, "exercise")}}
	e := in.Exercises[r.Exercise.ID]
	low := rapid.IntRange(1, 10).Draw(t, "low")
	r.Do = quantity.EqualSets(rapid.IntRange(1, 4).Draw(t, "sets"), low, low+rapid.IntRange(0, 8).Draw(t, "range"), "", false)
	if e == nil {
		return r
	}
	r.Do.Unit = e.Measure.Facts().Unit
	stepped := rapid.Bool().Draw(t, "stepped")
	switch {
	case e.Loaded():
		drawLoad(t, in, e, &r, stepped && e.Load != training.LoadLevel)
		r.Progress = rapid.SampledFrom(append(training.Models(), training.ByDefinition)).Draw(t, "progress")
	case r.Do.Unit == quantity.Repetitions && stepped:
		r.Step = quantity.Step{Amount: rapid.IntRange(1, 3).Draw(t, "step"), Unit: quantity.Repetitions}
	case stepped:
		r.Step = quantity.Step{Amount: rapid.IntRange(1, 10).Draw(t, "step"), Unit: r.Do.Unit}
	}
	if !e.Loaded() {
		r.Progress = rapid.SampledFrom([]training.Model{training.ByDefinition, training.Linear, training.NoProgress}).Draw(t, "progress")
	}
	if r.Progress == training.Wave {
		drawWave(t, &r)
	}
	drawShape(t, in, e, &r)
	return r
}

func drawLoad(t *rapid.T, in Input, e *training.Exercise, r *training.Row, stepped bool) {
	if e.Load != training.LoadLevel && rapid.IntRange(0, 5).Draw(t, "own weights") == 0 {
		r.Weights = kg(4, 8, 12, 16)
	}
	lists := [][]quantity.Load{r.Weights}
	for _, equipment := range e.Equipment {
		if r.Weights == nil {
			lists = append(lists, in.Weights[equipment])
		}
	}
	all := slices.Concat(lists...)
	switch how := rapid.IntRange(0, 5).Draw(t, "start"); {
	case how == 0:
		r.YouChoose = true
	case how == 1: // carried on, or a mistake
	case len(all) == 0:
		r.Start, stepped = kg(10)[0], true
	default:
		r.Start = rapid.SampledFrom(all).Draw(t, "start weight")
	}
	if r.Start.IsLevel() {
		r.Start, r.Level = quantity.Load{}, r.Start.Name
	}
	if stepped && (len(all) == 0 || rapid.IntRange(0, 3).Draw(t, "step in a list") == 0) {
		r.Step.Load = kg(rapid.IntRange(1, 4).Draw(t, "step"))[0]
	}
}

// drawWave draws weeks of fewer and fewer repetitions and a light one.
func drawWave(t *rapid.T, r *training.Row) {
	reps := 12
	for range rapid.IntRange(2, 4).Draw(t, "weeks of the wave") {
		r.Wave = append(r.Wave, quantity.EqualSets(3, reps, reps, quantity.Repetitions, false))
		reps -= rapid.IntRange(1, 2).Draw(t, "drop")
	}
	r.Wave = append(r.Wave, quantity.EqualSets(2, reps, reps, quantity.Repetitions, false))
	r.Do = r.Wave[0]
}

// performance is a target with the week it stands in.
type performance struct {
	*Target
	week *Week
}

// performances returns what each row of a phase is asked, in order of time.
func performances(p *Programme, phase int) map[*training.Row][]performance {
	rows := map[*training.Row][]performance{}
	from := p.Phases[phase].First - 1
	for i := from; i < from+p.Phases[phase].Weeks; i++ {
		for _, s := range p.Weeks[i].Sessions {
			for j := range s.Targets {
				x := &s.Targets[j]
				rows[x.Row] = append(rows[x.Row], performance{x, &p.Weeks[i]})
			}
		}
	}
	return rows
}

// TestLaws draws plans and holds what is true of every programme.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		p, problems := Project(in)
		again, problemsAgain := Project(in)
		if !reflect.DeepEqual(p, again) || !reflect.DeepEqual(problems, problemsAgain) {
			t.Fatalf("the same input gave two programmes")
		}
		if (p == nil) != problems.HasErrors() {
			t.Fatalf("programme %v with problems %v", p, problems)
		}
		if p == nil {
			return
		}
		sameData(t, p, again)
		checkLadders(t, p)
		for phase := range p.Phases {
			for row, list := range performances(p, phase) {
				for _, x := range list {
					checkTarget(t, in, row, x)
				}
				checkEasy(t, list)
				checkJumps(t, list)
			}
		}
		for _, w := range p.Weeks {
			checkWeek(t, &w)
		}
	})
}

func sameData(t *rapid.T, p, again *Programme) {
	a, err := p.JSON(english().Sentences)
	b, _ := again.JSON(english().Sentences)
	if err != nil || !bytes.Equal(a, b) || !bytes.Equal(p.CSV(",", english().Sentences), again.CSV(",", english().Sentences)) {
		t.Fatalf("the same programme gave other data: %v", err)
	}
}

// checkTarget: the load exists, is the row's start and so many steps, and there is something to do.
func checkTarget(t *rapid.T, in Input, row *training.Row, x performance) {
	var exist []quantity.Load
	for _, equipment := range x.Exercise.Equipment {
		exist = append(exist, in.Weights[equipment]...)
	}
	if row.Weights != nil {
		exist = row.Weights
	}
	if !x.Load.IsZero() && len(exist) > 0 && !slices.Contains(exist, x.Load) {
		t.Fatalf("week %d: %s of %s is not in %v", x.week.Number, x.Load, x.Exercise.ID, exist)
	}
	up := 1
	if x.Exercise.LoadedWith().Facts().LessIsHarder == training.Yes {
		up = -1
	}
	stepped := row.Start.Plus(up*x.Steps, row.Step.Load) // help of less than a step goes down to what there is
	if !onlyShares(row) && !row.Start.IsZero() && !row.Step.Load.IsZero() && stepped.Thousandths >= 0 && x.Load != stepped {
		t.Fatalf("%s is not %s and %d steps of %s", x.Load, row.Start, x.Steps, row.Step)
	}
	if x.Count() < 1 || x.Most() < 1 || x.Prescription.Unit != x.Exercise.Measure.Facts().Unit && !training.ByClock(row, x.Exercise) || x.Rest <= 0 || english().Sentences(x.Rule...) == "" || english().Sentences(x.Why) == "" {
		t.Fatalf("week %d: %+v", x.week.Number, x.Target)
	}
}

// checkEasy: an easy week asks for no more than the session before it, and has the same rung and load.
func checkEasy(t *rapid.T, list []performance) {
	for i := 1; i < len(list); i++ {
		was, is := list[i-1], list[i]
		if !is.week.Easy {
			continue
		}
		if is.Rung != was.Rung || is.Load != was.Load || is.Steps != was.Steps {
			t.Fatalf("easy week %d has %s on rung %d after %s on rung %d", is.week.Number, is.Load, is.Rung, was.Load, was.Rung)
		}
		if is.Volume() > was.Volume() || is.Count() > was.Count() {
			t.Fatalf("easy week %d is harder: %+v after %+v", is.week.Number, is.Target, was.Target)
		}
	}
}

// checkLadders: a row that climbs, or keeps what was climbed, begins where a phase before it has left the ladder of its exercise.
func checkLadders(t *rapid.T, p *Programme) {
	reached := map[string]*training.Exercise{} // by the exercise that a row names
	for phase := range p.Phases {
		now := map[string]*training.Exercise{}
		for row, list := range performances(p, phase) {
			id := row.Exercise.ID
			climbs := p.Plan.Phases[phase].Maintain || training.ModelOf(row, list[0].Exercise) == training.Climb
			if at := reached[id]; at != nil && climbs && list[0].Rung == 0 {
				t.Fatalf("phase %d begins with %s, though %s was reached", phase+1, id, at.ID)
			}
			if last := list[len(list)-1]; last.Rung > 0 {
				now[id] = last.Exercise
			}
		}
		maps.Copy(reached, now)
	}
}

// checkJumps: load and amount never go up together, and a load goes up by one step, unless a table says so.
func checkJumps(t *rapid.T, list []performance) {
	list = slices.DeleteFunc(slices.Clone(list), func(x performance) bool { return x.week.Easy })
	for i := 1; i < len(list); i++ {
		was, is := list[i-1], list[i]
		if is.Rung < was.Rung || is.Rung > was.Rung+1 {
			t.Fatalf("from rung %d to %d", was.Rung, is.Rung)
		}
		if is.Rung > was.Rung {
			continue
		}
		up := is.Steps - was.Steps
		if up > 1 && len(is.Row.Weeks) == 0 {
			t.Fatalf("week %d: %d steps of load at once", is.week.Number, up)
		}
		if up > 0 && len(is.Row.Weeks) == 0 && (is.Most() > was.Most() || is.Count() > was.Count()) {
			t.Fatalf("week %d: load and amount go up together: %+v after %+v", is.week.Number, is.Target, was.Target)
		}
	}
}

// checkWeek: its sessions are on days of their own, in order, and take from fewer to more minutes.
func checkWeek(t *rapid.T, w *Week) {
	for i, s := range w.Sessions {
		if i > 0 && s.Day <= w.Sessions[i-1].Day {
			t.Fatalf("week %d: %s after %s", w.Number, s.Day, w.Sessions[i-1].Day)
		}
		if s.Minutes[0] > s.Minutes[1] || w.Easy && s.Minutes[0] != s.Minutes[1] {
			t.Fatalf("week %d: %v minutes", w.Number, s.Minutes)
		}
	}
}

// TestEasyFreezes: with and without easy weeks, the other weeks ask for the same.
func TestEasyFreezes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input()
		in.Weights = training.Weights{"dumbbell": kg(4, 6, 8, 10, 12, 14, 16, 18, 20)}
		s := session("A", drawRow(t, in))
		with, without := phase(12, s), phase(12, s)
		without.Weeks, without.EasyWeeks = 9, nil
		var got [2][]string
		for i, p := range []training.Phase{with, without} {
			in.Plan.Phases = []training.Phase{p}
			programme, _ := Project(in)
			if programme == nil {
				return
			}
			for _, list := range performances(programme, 0) {
				for _, x := range list {
					if !x.week.Easy {
						got[i] = append(got[i], short(x.Target))
					}
				}
			}
		}
		if !slices.Equal(got[0], got[1]) {
			t.Fatalf("with easy weeks %v, without %v", got[0], got[1])
		}
	})
}

// TestChosenDays: chosen days spare the legs, and there are some wherever a day is not followed by a hard or long run.
func TestChosenDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var w training.Week
		for i := range w {
			w[i] = rapid.SampledFrom(training.DayKinds()).Draw(t, "kind")
		}
		n := rapid.IntRange(1, 7).Draw(t, "n")
		days := choose(w, n, wholeLegs)
		for i, d := range days {
			if k := w[(d+1)%7]; k == training.Hard || k == training.Long {
				t.Fatalf("%v: %s stands before a %s day", w, d, k)
			}
			if next := days[(i+1)%len(days)]; len(days) > 1 && (next-d+7)%7 < 2 {
				t.Fatalf("%v: %s and %s stand side by side", w, d, next)
			}
		}
		free := slices.ContainsFunc(w[:], func(k training.DayKind) bool { return !k.IsHard() })
		if (len(days) > 0) != free || len(days) > n {
			t.Fatalf("%v: got %d days of %d", w, len(days), n)
		}
	})
}

// TestAnything: whatever stands in the definitions, nothing falls over or goes on for ever.
func TestAnything(t *testing.T) {
	ids := []string{"a", "b", "c", "d"}
	measures := append(training.Measures(), "", "other")
	do := rapid.Make[*quantity.Prescription]()
	rapid.Check(t, func(t *rapid.T) {
		in := Input{Plan: &training.Plan{}, Runner: rapid.Make[*training.Runner]().Draw(t, "runner"), Exercises: map[string]*training.Exercise{}}
		if in.Runner == nil {
			in.Runner = &training.Runner{}
		}
		for _, id := range ids {
			in.Exercises[id] = &training.Exercise{
				ID: id, Measure: rapid.SampledFrom(measures).Draw(t, "measure"), Equipment: ids,
				Harder: training.Ref{ID: rapid.SampledFrom(ids).Draw(t, "harder")}, HarderDo: do.Draw(t, "harder do"),
			}
		}
		for range 2 {
			phase := training.Phase{
				Weeks: rapid.IntRange(-1, 9).Draw(t, "weeks"), PerWeek: rapid.Int().Draw(t, "per week"),
				Maintain: rapid.Bool().Draw(t, "maintain"), EasyWeeks: rapid.Make[[]int]().Draw(t, "easy weeks"), LiftOn: rapid.Make[[]training.Weekday]().Draw(t, "lift on"),
			}
			row := rapid.Make[training.Row]()
			for range 2 {
				r := row.Draw(t, "row")
				r.Exercise.ID = rapid.SampledFrom(ids).Draw(t, "exercise")
				r.Progress = rapid.SampledFrom(append(training.Models(), "", "other")).Draw(t, "progress")
				phase.Sessions = append(phase.Sessions, training.Session{Rows: []training.Row{r}})
			}
			in.Plan.Phases = append(in.Plan.Phases, phase)
		}
		in.Weights = rapid.Make[training.Weights]().Draw(t, "weights")
		if p, _ := Project(in); p != nil {
			p.CSV(",", english().Sentences)
			data, err := p.JSON(english().Sentences)
			if err != nil {
				t.Fatal(err)
			}
			if _, name, missing := bytes.Cut(data, []byte("no word ")); missing {
				t.Fatalf("the theme has no sentence %.40s", name)
			}
		}
	})
}
