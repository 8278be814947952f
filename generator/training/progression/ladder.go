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
// to the first rung on which nothing is climbed, or to where it would go in a circle.
func (p *projection) ladder(row *training.Row, first rung) ([]rung, diag.List) {
	rungs := []rung{first}
	for {
		below := rungs[len(rungs)-1]
		above := p.in.Exercises[below.exercise.Harder.ID]
		if below.model != climb || above == nil || !measured(above) || onLadder(rungs, above) {
			return rungs, nil
		}
		do, problems := doAbove(row, &below, above)
		if problems.HasErrors() {
			return rungs, problems
		}
		rungs = append(rungs, rung{
			exercise: above, do: do, step: amountStep(row, above.Measure),
			model: byDefinition(above.Measure, do, false), // a number without a range stays as it is: the row's step was given for its own number
		})
	}
}

func onLadder(rungs []rung, e *training.Exercise) bool {
	return slices.ContainsFunc(rungs, func(r rung) bool { return r.exercise == e })
}

// doAbove returns what is asked for on the next rung: the exercise's harder_do, or the same as on the rung below it.
func doAbove(row *training.Row, below *rung, above *training.Exercise) (quantity.Prescription, diag.List) {
	do, given := below.do, false
	if h := below.exercise.HarderDo; h != nil && !h.IsZero() {
		do, given = *h, true
	}
	if do.Hold == isHold(above) {
		return do, nil
	}
	return do, diag.List{harderDoProblem(row, below.exercise, above, given)}
}

func isHold(e *training.Exercise) bool { return e.Measure == training.MeasureHold }

// measured reports whether it is known what the exercise is counted in.
func measured(e *training.Exercise) bool {
	switch e.Measure {
	case training.MeasureLoad, training.MeasureReps, training.MeasureHold:
		return true
	}
	return false
}

// The steps of an amount where the plan gives none (house rule).
const (
	stepSeconds = 5
	stepReps    = 1
)

// amountStep returns by how many repetitions or seconds the amount grows on a rung.
func amountStep(row *training.Row, m training.Measure) int {
	switch {
	case m == training.MeasureHold && row.Step.Seconds > 0:
		return row.Step.Seconds
	case m == training.MeasureHold:
		return stepSeconds
	case m == training.MeasureReps && row.Step.Reps > 0:
		return row.Step.Reps
	}
	return stepReps
}
