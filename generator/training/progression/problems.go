package progression

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// mismatches says where a row does not fit what its exercise is counted in.
func (p *projection) mismatches(row *training.Row, r *rung) diag.List {
	var problems diag.List
	if !fits(row, r) {
		problems.Add(measureProblem(row, r.exercise))
	}
	if !r.exercise.Loaded() {
		problems.Add(loadNotWanted(row, r)...)
	} else {
		problems.Add(p.wrongKind(row, r.exercise)...)
		problems.Add(p.foreignStep(row, r.exercise)...)
	}
	if step := stepWanted(r.exercise, p.in.Unit); !row.Step.IsZero() && row.Step.Unit != step.Unit && !training.ByClock(row, r.exercise) {
		problems.Add(diag.Errorf(position(row, row.StepPos), "wrong-step", "%s is %s, but step is %s.",
			r.exercise.InSentence(), r.exercise.Measure.Facts().Done, row.Step).WithHint("Write step = %q%s.", step, orWeight(row, r.exercise)))
	}
	return problems
}

// fits reports whether the row asks for what the exercise is counted in.
func fits(row *training.Row, r *rung) bool {
	unit := r.exercise.Measure.Facts().Unit
	if r.model == training.Wave {
		return !slices.ContainsFunc(row.Wave, func(do quantity.Prescription) bool { return do.Unit != unit })
	}
	return row.Do.Unit == unit || r.clock
}

func measureProblem(row *training.Row, e *training.Exercise) diag.Problem {
	f := e.Measure.Facts()
	problem := diag.Errorf(position(row, row.DoPos), "wrong-measure", "%s is %s.", e.InSentence(), f.Counted)
	if row.Do.Unit == quantity.Metres {
		return problem.WithHint("Write %q. To count metres, write %s in the exercise.", f.Do, inMetres(e))
	}
	return problem.WithHint("Write %q.", f.Do)
}

// inMetres returns what to write in an exercise so that it is counted in metres, with its load.
func inMetres(e *training.Exercise) string {
	if kind := e.LoadedWith(); kind != "" {
		return fmt.Sprintf("measure = %q and load = %q", training.MeasureMetres, kind)
	}
	return fmt.Sprintf("measure = %q", training.MeasureMetres)
}

// loadNotWanted says where a row speaks of loads and its exercise has none.
func loadNotWanted(row *training.Row, r *rung) diag.List {
	var problems diag.List
	if !row.Start.IsZero() || row.YouChoose {
		problems.Add(diag.Errorf(position(row, row.StartPos), "start-without-load", "%s is %s and has no weight to start with.",
			r.exercise.InSentence(), r.exercise.Measure.Facts().Done).WithHint("Take start out, or write %s in the exercise.", withWeight(r.exercise)))
	}
	if at, key, hint := movesByLoad(row, r.model); key != "" {
		problems.Add(diag.Errorf(at, "progress-without-load", "%s adds weight, but %s is %s.",
			key, r.exercise.InSentence(), r.exercise.Measure.Facts().Done).WithHint("%s", hint))
	}
	return problems
}

// withWeight returns what to write in an exercise that is done without a load, so that it is done with a weight.
func withWeight(e *training.Exercise) string {
	if e.Measure == training.MeasureReps {
		return fmt.Sprintf("measure = %q", training.MeasureLoad)
	}
	return fmt.Sprintf("load = %q", training.LoadWeight)
}

// orWeight offers the weight that a row speaks of in its step and its exercise has not.
func orWeight(row *training.Row, e *training.Exercise) string {
	if e.Loaded() || row.Step.Load.IsZero() {
		return ""
	}
	return ", or " + withWeight(e) + " in the exercise"
}

// movesByLoad returns what in a row leads to the next load, with its place, and what to write without one; no key where nothing does.
func movesByLoad(row *training.Row, m training.Model) (at diag.Position, key, hint string) {
	switch m {
	case training.TwoForTwo, training.Wave:
		return row.Pos, fmt.Sprintf("progress = %q", cmp.Or(row.Progress, training.Wave)), "Take progress out: a range grows by itself."
	case training.LastSet:
		return position(row, row.LastPos), fmt.Sprintf("last = %d", row.Last), `Take "last" out, and write a range, which grows by itself.`
	case training.Staged:
		return position(row, row.StagesPos), "a list of stages", `Write a range in place of stages, which grows by itself, or a table: weeks = ["3 x 8", "3 x 10"].`
	}
	return at, "", ""
}

// harderDoProblem says that the repetitions or seconds of the next rung are not known, or are not of its kind.
func harderDoProblem(row *training.Row, below, above *training.Exercise, given bool) diag.Problem {
	at, f := cmp.Or(below.Harder.Pos, below.Pos, row.Pos), above.Measure.Facts()
	if given {
		return diag.Errorf(at, "wrong-harder-do", "harder_do is for %s, which is counted in %s.", above.ID, f.Unit).
			WithHint("Write harder_do = %q.", f.DoAbove)
	}
	return diag.Errorf(at, "no-harder-do", "%s is counted in %s but %s in %s.", above.ID, f.Unit, below.ID, below.Measure.Facts().Unit).
		WithHint("Give the %s for the next step: harder_do = %q.", f.Unit, f.DoAbove)
}

// noDayProblem says that the running week has no room.
func noDayProblem(in Input, phase *training.Phase) diag.Problem {
	at := cmp.Or(phase.LiftOnPos, phase.Pos, in.Plan.Pos)
	return diag.Errorf(at, "no-lifting-day", "the running week of %q leaves no day: after each one comes a hard or long run.", in.Runner.Name).
		WithHint(`Name the days yourself, lift_on = ["tue", "fri"], or make the running week of that runner type easier.`)
}

// noOptionalDay says that there is no lifting day for a session that may be left out, beyond those that the other sessions need.
func noOptionalDay(phase *training.Phase, days int) diag.List {
	need, first := len(phase.Sessions), (*training.Session)(nil)
	for i := range phase.Sessions {
		if s := &phase.Sessions[i]; s.Optional && first == nil {
			first = s
		}
	}
	if first == nil || days == 0 || days >= need {
		return nil
	}
	return diag.List{diag.Errorf(first.Pos, "no-optional-day", "there are %d lifting days a week for %d sessions, so that there is none beyond those for session %s, which may be left out.", days, need, first.Name).
		WithHint("Name %d days in lift_on, or take optional out.", need)}
}

// position returns the place of a value in a row, or where that is not known, of its exercise or the row.
func position(row *training.Row, at diag.Position) diag.Position {
	return cmp.Or(at, row.Exercise.Pos, row.Pos)
}

// stepWanted returns a usual step for an exercise (house rule).
func stepWanted(e *training.Exercise, u quantity.Unit) quantity.Step {
	if f := e.Measure.Facts(); !e.Loaded() {
		return quantity.Step{Amount: f.AmountStep, Unit: f.Unit}
	}
	return quantity.Step{Load: quantity.Load{Thousandths: 2000, Unit: quantity.Kilogram}}.In(cmp.Or(u, quantity.Kilogram))
}
