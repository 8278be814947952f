package progression

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// gym returns exercises on ladders: squats with a load, rows with a load, push-up holds that become harder holds and then
// push-ups that become loaded ones.
func gym() map[string]*training.Exercise {
	ladder := func(e training.Exercise, harder string) *training.Exercise {
		e.Pos = diag.Position{File: "content/exercises/" + e.ID + ".toml"}
		if harder != "" {
			e.Harder = training.Ref{ID: harder, Pos: diag.Position{File: e.Pos.File, Line: 6, Column: 10}}
		}
		return &e
	}
	all := map[string]*training.Exercise{}
	for _, e := range []*training.Exercise{
		ladder(training.Exercise{ID: "box-squat", Name: "Box squat", Pattern: training.Squat, Measure: training.MeasureReps}, "goblet-squat"),
		ladder(training.Exercise{ID: "goblet-squat", Name: "Goblet squat", Pattern: training.Squat, Measure: training.MeasureLoad, Equipment: []string{"dumbbell", "kettlebell"}}, "front-squat"),
		ladder(training.Exercise{ID: "front-squat", Name: "Front squat", Pattern: training.Squat, Measure: training.MeasureLoad, Equipment: []string{"barbell"}}, ""),
		ladder(training.Exercise{ID: "row", Name: "Bent over row", Pattern: training.Pull, Measure: training.MeasureLoad, Equipment: []string{"dumbbell"}}, ""),
		ladder(training.Exercise{ID: "knee-hold", Name: "Knee push-up hold", Pattern: training.Push, Measure: training.MeasureHold}, "push-up-hold"),
		ladder(training.Exercise{ID: "push-up-hold", Name: "Push-up hold", Pattern: training.Push, Measure: training.MeasureHold}, "feet-up-hold"),
		ladder(training.Exercise{ID: "feet-up-hold", Name: "Feet-up hold", Pattern: training.Push, Measure: training.MeasureHold}, "one-leg-hold"),
		ladder(training.Exercise{ID: "one-leg-hold", Name: "One-leg hold", Pattern: training.Push, Measure: training.MeasureHold}, ""),
		ladder(training.Exercise{ID: "calf-raise", Name: "Calf raise", Pattern: training.Calf, Measure: training.MeasureReps, PerSide: true}, ""),
		ladder(training.Exercise{ID: "walk", Name: "Farmer's walk", Pattern: training.Core, Measure: training.MeasureMetres}, "suitcase-walk"),
		ladder(training.Exercise{ID: "suitcase-walk", Name: "Suitcase walk", Pattern: training.Core, Measure: training.MeasureMetres, PerSide: true}, ""),
		ladder(training.Exercise{ID: "pull-up", Name: "Pull-up", Pattern: training.Pull, Measure: training.MeasureReps, Load: training.LoadAssistance, Equipment: []string{"machine"}}, ""),
		ladder(training.Exercise{ID: "band-walk", Name: "Band walk", Pattern: training.Core, Measure: training.MeasureReps, Load: training.LoadLevel, Equipment: []string{"band"}}, ""),
		ladder(training.Exercise{ID: "loaded-hold", Name: "Loaded hold", Pattern: training.Core, Measure: training.MeasureHold, Load: training.LoadWeight, Equipment: []string{"plate"}}, ""),
		ladder(training.Exercise{ID: "loaded-walk", Name: "Loaded walk", Pattern: training.Carry, Measure: training.MeasureMetres, Load: training.LoadWeight, Equipment: []string{"dumbbell"}}, ""),
		ladder(training.Exercise{ID: "helped-hold", Name: "Helped hold", Pattern: training.Pull, Measure: training.MeasureHold, Load: training.LoadAssistance, Equipment: []string{"machine"}}, ""),
	} {
		all[e.ID] = e
	}
	for _, e := range all {
		if above := all[e.Harder.ID]; above != nil {
			above.Easier = training.Ref{ID: e.ID}
		}
	}
	return all
}

func kg(n ...int) []quantity.Load {
	var loads []quantity.Load
	for _, x := range n {
		loads = append(loads, quantity.Load{Thousandths: x * 1000, Unit: quantity.Kilogram})
	}
	return loads
}

// week is the running week of the runner types: the only medium day is Tuesday.
var week = training.Week{training.Rest, training.Medium, training.Easy, training.Hard, training.Easy, training.Rest, training.Long}

// input returns eight weeks with two sessions each, easy in weeks 4 and 8, for these sessions.
func input(sessions ...training.Session) Input {
	return Input{
		Plan: &training.Plan{ID: "first", Title: "First", Pos: diag.Position{File: planFile}, Phases: []training.Phase{phase(8, sessions...)}},
		Runner: &training.Runner{
			ID: "only-runs", Name: "Nothing outside running", Reserve: 3, SessionsPerWeek: [2]int{1, 2}, Week: week,
		},
		Exercises: gym(),
		Unit:      quantity.Kilogram,
	}
}

// english returns the theme's English words.
var english = sync.OnceValue(func() *words.Words { return words.English(templates.Files) })

func phase(weeks int, sessions ...training.Session) training.Phase {
	p := training.Phase{Weeks: weeks, LiftOn: []training.Weekday{training.Tuesday, training.Friday}, Sessions: sessions}
	for n := 4; n <= weeks; n += 4 {
		p.EasyWeeks = append(p.EasyWeeks, n)
	}
	return p
}

func session(name string, rows ...training.Row) training.Session {
	return training.Session{Name: name, Rows: rows}
}

const planFile = "content/plans/first.toml"

// row returns a row as it would be read from these texts, which stand one after the other on line 11.
func row(exercise, do, start, step string) training.Row {
	at := func(column int) diag.Position {
		return diag.Position{File: planFile, Line: 11, Column: column, Length: 1}
	}
	r := training.Row{Pos: at(1), Exercise: training.Ref{ID: exercise, Pos: at(2)}, Do: must(quantity.ParsePrescription(do)), DoPos: at(3)}
	switch {
	case start == "you choose":
		r.YouChoose, r.StartPos = true, at(4)
	case start != "":
		r.Start, r.StartPos = must(quantity.ParseLoad(start)), at(4)
	}
	if step != "" {
		r.Step, r.StepPos = must(quantity.ParseStep(step)), at(5)
	}
	return r
}

// last lets a row go on where its last set reaches n.
func last(r training.Row, n int) training.Row {
	r.Last = n
	return r
}

func by(m training.Model, r training.Row) training.Row {
	r.Progress = m
	return r
}

func waves(r training.Row, weeks ...string) training.Row {
	for _, w := range weeks {
		r.Wave = append(r.Wave, must(quantity.ParsePrescription(w)))
	}
	r.Progress = training.Wave
	return r
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func project(t testing.TB, in Input) *Programme {
	t.Helper()
	p, problems := Project(in)
	if p == nil || len(problems) > 0 {
		t.Fatalf("Project: %v, problems %v", p, problems)
	}
	return p
}

// course writes what the nth row of a session asks for, a week per bar: repetitions @ load, seconds with an s, the sets where
// they are not those of the prescription, r2 for the second rung.
func course(p *Programme, name string, n int) string {
	var weeks []string
	for _, w := range p.Weeks {
		var targets []string
		for _, s := range w.Sessions {
			if s.Name == name {
				targets = append(targets, short(&s.Targets[n]))
			}
		}
		weeks = append(weeks, strings.Join(targets, " "))
	}
	return strings.Join(weeks, " | ")
}

func short(x *Target) string {
	s := fmt.Sprint(x.Most())
	if x.Prescription.Unit == quantity.Seconds {
		s = fmt.Sprintf("%ds", x.Most())
	}
	if x.Count() != x.Prescription.Sets() {
		s = fmt.Sprintf("%dx%s", x.Count(), s)
	}
	if x.Rung > 0 {
		s = fmt.Sprintf("r%d:%s", x.Rung+1, s)
	}
	switch {
	case !x.Load.IsZero():
		s += "@" + strings.TrimSuffix(x.Load.String(), " kg")
	case x.Loaded:
		s += fmt.Sprintf("@+%d", x.Steps)
	}
	return s
}
