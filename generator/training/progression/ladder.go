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
	model    training.Model
	step     int               // repetitions or seconds by which the amount grows
	clock    bool              // its sets last so long, and are counted
	loads    loads             // where it is done with a load of its own
	max      *training.Maximum // where its percentages are taken of one; nil: none
	register int               // of its machine; -1: done without a load
}

// ladder returns the rungs that a row can climb, the first one included: along [training.Exercise.Harder] to the ladder's end,
// to the first rung on which nothing is climbed, or to where it would go in a circle. Where an exercise is to be kept, the ladder
// ends with it.
func (p *projection) ladder(row *training.Row, first rung, kept *training.Exercise) ([]rung, diag.List) {
	rungs := []rung{first}
	for {
		below := rungs[len(rungs)-1]
		above := p.in.available(below.exercise.Harder)
		ends := below.model != training.Climb && kept == nil || below.exercise == kept
		if ends || above == nil || !measured(above) || onLadder(rungs, above) {
			return rungs, nil
		}
		do, problems := doAbove(row, &below, above)
		if problems.HasErrors() {
			return rungs, problems
		}
		rungs = append(rungs, rung{
			exercise: above, do: do, step: amountStep(row, above),
			model: training.ByDo(do, above, false), // a number without a range stays as it is: the row's step was given for its own number
		})
	}
}

func onLadder(rungs []rung, e *training.Exercise) bool {
	return slices.ContainsFunc(rungs, func(r rung) bool { return r.exercise == e })
}

// stand makes a ladder stand still, with no more sets than the row asks for.
func stand(rungs []rung, most int) {
	for i := range rungs {
		rungs[i].model = training.NoProgress
		if rungs[i].do.Sets() > most {
			rungs[i].do = rungs[i].do.WithSets(most)
		}
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
	if !e.Loaded() && row.Step.Unit == f.Unit {
		return row.Step.Amount
	}
	return f.AmountStep
}
