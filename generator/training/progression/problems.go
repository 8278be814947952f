package progression

import (
	"cmp"
	"slices"
	"strings"

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
	}
	if step := stepWanted(r.exercise, p.in.Unit); !row.Step.IsZero() && row.Step.Unit != step.Unit {
		problems.Add(diag.Errorf(position(row, row.StepPos), "wrong-step", "%s is %s, but step is %s.",
			r.exercise.InSentence(), r.exercise.Measure.Facts().Done, row.Step).WithHint("Write step = %q.", step))
	}
	return problems
}

// fits reports whether the row asks for what the exercise is counted in.
func fits(row *training.Row, r *rung) bool {
	unit := r.exercise.Measure.Facts().Unit
	if r.model == wave {
		return !slices.ContainsFunc(row.Wave, func(do quantity.Prescription) bool { return do.Unit != unit })
	}
	return row.Do.Unit == unit
}

func measureProblem(row *training.Row, e *training.Exercise) diag.Problem {
	f := e.Measure.Facts()
	return diag.Errorf(position(row, row.DoPos), "wrong-measure", "%s is %s.", e.InSentence(), f.Counted).WithHint("Write %q.", f.Do)
}

// loadNotWanted says where a row speaks of loads and its exercise has none.
func loadNotWanted(row *training.Row, r *rung) diag.List {
	var problems diag.List
	if !row.Start.IsZero() || row.YouChoose {
		problems.Add(diag.Errorf(position(row, row.StartPos), "start-without-load", "%s is %s and has no weight to start with.",
			r.exercise.InSentence(), r.exercise.Measure.Facts().Done).WithHint(`Take start out, or write measure = "load" in the exercise.`))
	}
	if r.model == twoForTwo || r.model == wave {
		problems.Add(diag.Errorf(row.Pos, "progress-without-load", "progress = %q adds weight, but %s is %s.",
			cmp.Or(row.Progress, training.Wave), r.exercise.InSentence(), r.exercise.Measure.Facts().Done).WithHint("Take progress out: a range grows by itself."))
	}
	return problems
}

// loadProblems says why the loads of a row cannot be known.
func (p *projection) loadProblems(t *track, r *rung) diag.List {
	row, name, l := t.row, r.exercise.InSentence(), &r.loads
	at := position(row, row.StartPos)
	switch {
	case l.chosen() && !row.YouChoose && !t.carriesOn:
		return diag.List{diag.Errorf(at, "no-start", `%s needs a start weight, or start = "you choose" to print an empty box.`, name)}
	case l.chosen():
		return nil
	case !l.step.IsZero() && l.step.Unit != l.start.Unit:
		return diag.List{diag.Errorf(position(row, row.StepPos), "mixed-units", "step is in %s but start is in %s.", l.step.Unit, l.start.Unit).
			WithHint("Use one unit.")}
	case !l.known(l.start):
		return diag.List{diag.Errorf(at, "unknown-weight", "%s is not in your weights (%s).", l.start, listing(l.all(), l.start)).
			WithHint("Use %s.", nearest(l.all(), l.start))}
	case r.model != stay && l.step.IsZero() && l.list == nil:
		return diag.List{diag.Errorf(at, "no-next-weight", "I do not know which weight comes after %s.", l.start).
			WithHint("Write step = %q, or list the weights that you have for %s under [weights] in site.toml.", stepWanted(r.exercise, l.start.Unit), name)}
	}
	return nil
}

// missing says, once for a row, that a session needs a weight that does not exist.
func (t *track) missing(load quantity.Load, week int) diag.List {
	l := &t.rungs[0].loads
	if t.missed || load.IsZero() || l.known(load) {
		return nil
	}
	t.missed = true
	return diag.List{diag.Errorf(position(t.row, t.row.StepPos), "unknown-weight", "%s reaches %s in week %d, which is not in your weights (%s).",
		t.rungs[0].exercise.InSentence(), load, week, listing(l.all(), load)).
		WithHint("Leave out step, and the next weight of the list is taken; or choose another step.")}
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

// position returns the place of a value in a row, or where that is not known, of its exercise or the row.
func position(row *training.Row, at diag.Position) diag.Position {
	return cmp.Or(at, row.Exercise.Pos, row.Pos)
}

// stepWanted returns a usual step for an exercise (house rule).
func stepWanted(e *training.Exercise, u quantity.Unit) quantity.Step {
	if f := e.Measure.Facts(); f.Loaded != training.Yes {
		return quantity.Step{Amount: f.AmountStep, Unit: f.Unit}
	}
	return quantity.Step{Load: quantity.Load{Thousandths: 2000, Unit: quantity.Kilogram}}.In(cmp.Or(u, quantity.Kilogram))
}

// nearest returns the heaviest weight that is no heavier than the one that is wanted, or else the lightest there is.
func nearest(all []quantity.Load, wanted quantity.Load) quantity.Load {
	best := all[0]
	for _, load := range all {
		if load.Compare(wanted) <= 0 {
			best = load
		}
	}
	return best
}

// listed is how many weights a message repeats on either side of the one that it is about.
const listed = 5

// listing writes weights as "6, 8, 10, 12 kg"; of a long list those around the one that is wanted.
func listing(all []quantity.Load, wanted quantity.Load) string {
	i, _ := slices.BinarySearchFunc(all, wanted, quantity.Load.Compare)
	from, to := max(i-listed, 0), min(i+listed, len(all))
	var b strings.Builder
	if from > 0 {
		b.WriteString("..., ")
	}
	for j, load := range all[from:to] {
		if j > 0 {
			b.WriteString(", ")
		}
		text := load.String()
		if next := from + j + 1; next < to && all[next].Unit == load.Unit {
			text = strings.TrimSuffix(text, " "+string(load.Unit))
		}
		b.WriteString(text)
	}
	if to < len(all) {
		b.WriteString(", ...")
	}
	return b.String()
}
