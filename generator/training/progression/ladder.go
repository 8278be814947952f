package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// rung is one exercise of a ladder with what is asked for on it.
type rung struct {
	exercise *training.Exercise
	do       quantity.Prescription
	model    model
	step     int   // repetitions or seconds by which the amount grows
	loads    loads // where it is done with a load
}

// ladder returns the rungs that a row can climb, the first one included: along [training.Exercise.Harder] to the ladder's end,
// to the first rung on which nothing is climbed, or to where it would go in a circle. Where an exercise is to be kept, the ladder
// ends with it.
func (p *projection) ladder(row *training.Row, first rung, kept *training.Exercise) ([]rung, diag.List) {
	rungs := []rung{first}
	for {
		below := rungs[len(rungs)-1]
		above := p.in.available(below.exercise.Harder)
		ends := below.model != climb && kept == nil || below.exercise == kept
		if ends || above == nil || !measured(above) || onLadder(rungs, above) {
			return rungs, nil
		}
		do, problems := doAbove(row, &below, above)
		if problems.HasErrors() {
			return rungs, problems
		}
		rungs = append(rungs, rung{
			exercise: above, do: do, step: amountStep(row, above),
			model: byDefinition(above.Measure, do, false), // a number without a range stays as it is: the row's step was given for its own number
		})
	}
}

func onLadder(rungs []rung, e *training.Exercise) bool {
	return slices.ContainsFunc(rungs, func(r rung) bool { return r.exercise == e })
}

// heights say where ladders stand: for each exercise from which a row has climbed, the highest that any row has reached.
type heights map[string]*training.Exercise

// note takes down where a row stands, unless another one has come further.
func (h heights) note(t *track) {
	for i := range t.state.rung {
		id := t.rungs[i].exercise.ID
		if before := t.rungOf(h[id]); h[id] == nil || before >= 0 && before < t.state.rung {
			h[id] = t.rungs[t.state.rung].exercise
		}
	}
}

// rungOf returns on which rung of a row an exercise stands, -1 where it stands on none.
func (t *track) rungOf(e *training.Exercise) int {
	return slices.IndexFunc(t.rungs, func(r rung) bool { return r.exercise == e })
}

// goOn lets a row begin where an earlier phase has left its ladder: who has climbed to a harder exercise does not fall back
// because the plan names the one with which the ladder begins. A phase that names a harder one than was reached begins with that.
func (t *track) goOn(reached *training.Exercise) {
	if i := t.rungOf(reached); i > 0 {
		t.state, t.climbedBefore = state{rung: i, amount: t.rungs[i].do.First().Low}, true
	}
}

// stand makes a ladder stand still, with no more sets than the row asks for.
func stand(rungs []rung, most int) {
	for i := range rungs {
		rungs[i].model = stay
		rungs[i].do = rungs[i].do.WithSets(min(rungs[i].do.Sets(), most))
	}
}

// doAbove returns what is asked for on the next rung: the exercise's harder_do, or the same as on the rung below it.
func doAbove(row *training.Row, below *rung, above *training.Exercise) (quantity.Prescription, diag.List) {
	do, given := below.do, false
	if h := below.exercise.HarderDo; h != nil && !h.IsZero() {
		do, given = *h, true
	}
	if do.Unit == above.Measure.Facts().Unit {
		return do, nil
	}
	return do, diag.List{harderDoProblem(row, below.exercise, above, given)}
}

// measured reports whether it is known what the exercise is counted in.
func measured(e *training.Exercise) bool { return e.Measure.Facts().Measure != "" }

// amountStep returns by how much the amount grows on a rung: by the row's step where that is one of the exercise's unit.
func amountStep(row *training.Row, e *training.Exercise) int {
	f := e.Measure.Facts()
	if f.Loaded != training.Yes && row.Step.Unit == f.Unit {
		return row.Step.Amount
	}
	return f.AmountStep
}
