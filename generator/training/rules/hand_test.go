package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// The programmes of these tests are made by hand, target by target, so that each shape can be looked at by itself.

var exercises = func() map[string]*training.Exercise {
	all := map[string]*training.Exercise{}
	for _, e := range []training.Exercise{
		{ID: "squat", Pattern: training.Squat, Measure: training.MeasureLoad, Equipment: []string{"barbell"}},
		{ID: "deadlift", Pattern: training.Hinge, Measure: training.MeasureLoad, Equipment: []string{"barbell"}},
		{ID: "goblet-squat", Pattern: training.Squat, Measure: training.MeasureLoad, Equipment: []string{"dumbbell"}, Harder: training.Ref{ID: "squat"}},
		{ID: "romanian-deadlift", Pattern: training.Hinge, Measure: training.MeasureLoad, Equipment: []string{"dumbbell"}, Hands: 2, Harder: training.Ref{ID: "deadlift"}},
		{ID: "split-squat", Pattern: training.SingleLeg, Measure: training.MeasureLoad, Equipment: []string{"dumbbell"}, Hands: 2, PerSide: true},
		{ID: "leg-press", Pattern: training.Squat, Measure: training.MeasureLoad, Equipment: []string{"machine"}},
		{ID: "lunge", Pattern: training.Squat, Measure: training.MeasureReps},
		{ID: "press", Pattern: training.Push, Measure: training.MeasureLoad, Equipment: []string{"barbell"}},
		{ID: "row", Pattern: training.Pull, Measure: training.MeasureLoad, Equipment: []string{"barbell"}},
		{ID: "pull-up", Pattern: training.Pull, Measure: training.MeasureReps, Load: training.LoadAssistance, Equipment: []string{"machine"}},
		{ID: "band-row", Pattern: training.Pull, Measure: training.MeasureReps, Load: training.LoadLevel, Equipment: []string{"band"}},
		{ID: "push-up", Pattern: training.Push, Measure: training.MeasureReps},
		{ID: "calf-raise", Pattern: training.Calf, Measure: training.MeasureReps},
		{ID: "plank", Pattern: training.Core, Measure: training.MeasureHold},
		{ID: "carry", Pattern: training.Carry, Measure: training.MeasureMetres, Load: training.LoadWeight, Equipment: []string{"dumbbell"}},
		{ID: "jump", Pattern: training.Jump, Measure: training.MeasureReps},
	} {
		e.Name, e.Pos = strings.ToUpper(e.ID[:1])+e.ID[1:], diag.Position{File: e.ID + ".toml"}
		all[e.ID] = &e
	}
	return all
}()

func kg(n int) quantity.Load { return quantity.Load{Thousandths: 1000 * n, Unit: quantity.Kilogram} }

// do reads a prescription.
func do(t testing.TB, s string) quantity.Prescription {
	t.Helper()
	p, err := quantity.ParsePrescription(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// line returns a row at a line of the plan of its own.
func line(t testing.TB, n int, exercise, asked string) training.Row {
	t.Helper()
	at := func(column int) diag.Position {
		return diag.Position{File: "plan.toml", Line: n, Column: column, Length: 1}
	}
	r := training.Row{Pos: at(1), Exercise: training.Ref{ID: exercise, Pos: at(2)}, Do: do(t, asked), DoPos: at(3), RestPos: at(4), Rest: 180}
	return r
}

// table gives a row a table of weeks; "-" leaves it out.
func table(t testing.TB, r training.Row, weeks ...string) training.Row {
	t.Helper()
	for _, w := range weeks {
		p, err := quantity.ParseEntry(w)
		if err != nil {
			t.Fatal(err)
		}
		r.Weeks = append(r.Weeks, p)
	}
	r.Do, r.DoPos, r.WeeksPos = r.Weeks[0], diag.Position{}, r.DoPos
	return r
}

// hand is a programme in the making.
type hand struct {
	plan   *training.Plan
	runner *training.Runner
	load   func(row *training.Row, week, visit int) quantity.Load // of a row; nil: none
	reps   func(row *training.Row, week, visit int) int           // in place of the bottom; nil, 0: the bottom
	days   []training.Weekday
}

func byHand(phases ...training.Phase) *hand {
	plan := &training.Plan{ID: "plan", Pos: diag.Position{File: "plan.toml"}, Runners: []training.Ref{{ID: "runner"}}, Phases: phases}
	week := training.Week{training.Rest, training.Easy, training.Rest, training.Easy, training.Rest, training.Easy, training.Rest}
	runner := &training.Runner{ID: "runner", Pos: diag.Position{File: "runner.toml"}, Name: "Runner", Reserve: 2, SessionsPerWeek: [2]int{2, 3}, MaxExercises: 6, Lifts: training.Years, Week: week}
	return &hand{plan: plan, runner: runner, days: []training.Weekday{training.Monday, training.Wednesday, training.Friday}}
}

func weeks(n int, sessions ...training.Session) training.Phase {
	for i := range sessions {
		sessions[i].Pos = diag.Position{File: "plan.toml", Line: 100 * (i + 1)}
		if sessions[i].Name == "" {
			sessions[i].Name = string(rune('A' + i))
		}
	}
	return training.Phase{Weeks: n, Sessions: sessions, Pos: diag.Position{File: "plan.toml", Line: 1}}
}

func rows(list ...training.Row) training.Session { return training.Session{Rows: list} }

// programme lays the sessions on the days in turn, those that may be left out on the last day of the week.
func (h *hand) programme() *progression.Programme {
	p := &progression.Programme{Plan: h.plan, Runner: h.runner, RunningWeek: h.runner.Week}
	visits := map[*training.Row]int{}
	for i := range h.plan.Phases {
		ph := &h.plan.Phases[i]
		p.Phases = append(p.Phases, progression.PhaseDays{First: len(p.Weeks) + 1, Weeks: ph.Weeks, Days: h.days})
		var turn, optional []*training.Session
		for j := range ph.Sessions {
			if s := &ph.Sessions[j]; s.Optional {
				optional = append(optional, s)
			} else {
				turn = append(turn, s)
			}
		}
		n, full := 0, 0
		for number := 1; number <= ph.Weeks; number++ {
			w := progression.Week{Number: len(p.Weeks) + 1, Easy: slices.Contains(ph.EasyWeeks, number)}
			for _, day := range h.days[:len(h.days)-len(optional)] {
				w.Sessions = append(w.Sessions, h.session(turn[n%len(turn)], day, &w, full, visits))
				n++
			}
			for k, s := range optional {
				w.Sessions = append(w.Sessions, h.session(s, h.days[len(h.days)-1-k], &w, full, visits))
			}
			if !w.Easy {
				full++
			}
			p.Weeks = append(p.Weeks, w)
		}
	}
	return p
}

func (h *hand) session(of *training.Session, day training.Weekday, w *progression.Week, full int, visits map[*training.Row]int) progression.Session {
	s := progression.Session{Name: of.Name, Day: day, Optional: of.Optional, PerDay: max(of.PerDay, 1)}
	for i := range of.Rows {
		row := &of.Rows[i]
		asked := row.Do
		if len(row.Weeks) > 0 {
			asked = row.Weeks[full%len(row.Weeks)]
		}
		if asked.IsZero() {
			continue
		}
		s.Targets = append(s.Targets, h.target(row, asked, w, visits[row]))
		visits[row]++
	}
	s.Minutes = progression.Minutes(s.Targets, w.Easy)
	return s
}

func (h *hand) target(row *training.Row, asked quantity.Prescription, w *progression.Week, visit int) progression.Target {
	e := exercises[row.Exercise.ID]
	t := progression.Target{Exercise: e, Row: row, Prescription: asked, PerSide: asked.PerSide, Loaded: e.Loaded(), Rest: row.Rest}
	if h.load != nil {
		t.Load = h.load(row, w.Number, visit)
	}
	for _, part := range asked.Parts {
		for n := range part.Sets {
			set := progression.Set{Amount: part.Low, Top: part.High, Open: part.Open && n == part.Sets-1, RM: part.RM, Share: part.Share, Load: t.Load}
			if h.reps != nil {
				set.Amount = max(set.Amount, h.reps(row, w.Number, visit))
			}
			if part.Share > 0 {
				set.Load.Thousandths = set.Load.Thousandths * part.Share / 1000
			}
			t.Sets = append(t.Sets, set)
		}
	}
	if w.Easy && len(t.Sets) > 1 {
		t.Sets = t.Sets[:len(t.Sets)-1]
	}
	return t
}

// found returns what a rule finds in the programme, as severity, line and message.
func (h *hand) found(t testing.TB, id string) []string {
	t.Helper()
	in := progression.Input{Plan: h.plan, Runner: h.runner, Exercises: exercises, Weights: h.plan.Weights, Unit: quantity.Kilogram}
	var said []string
	for _, p := range Check(h.programme(), in, Config{}).Problems {
		if p.ID == id {
			said = append(said, p.Severity.String()+" "+p.Message)
		}
	}
	return said
}

// hints returns what is proposed to mend what a rule finds.
func (h *hand) hints(t testing.TB, id string) []string {
	t.Helper()
	in := progression.Input{Plan: h.plan, Runner: h.runner, Exercises: exercises, Weights: h.plan.Weights, Unit: quantity.Kilogram}
	var hints []string
	for _, p := range Check(h.programme(), in, Config{}).Problems {
		if p.ID == id {
			hints = append(hints, p.Hint)
		}
	}
	return hints
}

// says checks that a rule says what is expected, and nothing else.
func (h *hand) says(t *testing.T, name, id string, want ...string) {
	t.Helper()
	if got := h.found(t, id); !slices.Equal(got, want) {
		t.Errorf("%s: %s says\n\t%s\nwant\n\t%s", name, id, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
