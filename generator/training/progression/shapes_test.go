package progression

import (
	"slices"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// drawShape gives a row one of the shapes that are not so many equal sets, or none of them.
func drawShape(t *rapid.T, in Input, e *training.Exercise, r *training.Row) {
	if r.Progress == training.Wave {
		return
	}
	switch rapid.IntRange(0, 15).Draw(t, "shape") {
	case 0:
		differ(t, r)
	case 1:
		drawMisses(t, r)
	case 2:
		if e.Loaded() {
			low := r.Do.First().Low
			r.Do, r.Progress = r.Do.WithSpan(low, low), training.ByDefinition
			r.Do.Parts[0].Open, r.Last = true, low+rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "last")
		}
	case 3:
		drawWeeks(t, e, r)
	case 4:
		drawStages(t, e, r)
	case 5:
		drawPercent(t, in, e, r)
	case 6:
		if e.Measure.Facts().Unit == quantity.Repetitions {
			*r = training.Row{Exercise: r.Exercise, Start: r.Start, YouChoose: r.YouChoose, Weights: r.Weights}
			r.Do = quantity.EqualSets(3, 40, 40, quantity.Seconds, false)
		}
	case 7:
		if e.Loaded() {
			*r = training.Row{Exercise: r.Exercise, YouChoose: true}
			r.Do = quantity.Prescription{Unit: e.Measure.Facts().Unit, Parts: []quantity.Part{{Sets: 4, Low: 4, High: 4, RM: true}}}
		}
	case 8:
		if e.Loaded() {
			r.Start, r.YouChoose, r.BodyShare = quantity.Load{}, false, 300
		}
	case 10:
		r.Do.Steps = r.Do.Unit == quantity.Repetitions
	case 9:
		r.WarmUp = quantity.Prescription{Unit: quantity.Repetitions, Parts: []quantity.Part{{Sets: 1, Low: 10, High: 10, Share: 400}, {Sets: 1, Low: 5, High: 5, Share: 600}}}
	}
}

// differ makes the sets of a row differ.
func differ(t *rapid.T, r *training.Row) {
	for range rapid.IntRange(1, 2).Draw(t, "more parts") {
		part := r.Do.First()
		part.Sets = rapid.IntRange(1, 3).Draw(t, "sets of a part")
		part.Low += rapid.IntRange(1, 4).Draw(t, "other amount")
		part.High = max(part.High, part.Low)
		r.Do.Parts = append(r.Do.Parts, part)
	}
}

func drawMisses(t *rapid.T, r *training.Row) {
	r.Misses = rapid.IntRange(1, 4).Draw(t, "misses")
	if rapid.Bool().Draw(t, "back") {
		r.Back = 10 * rapid.IntRange(1, 30).Draw(t, "off")
	}
}

func drawWeeks(t *rapid.T, e *training.Exercise, r *training.Row) {
	for range rapid.IntRange(2, 4).Draw(t, "entries") {
		low := rapid.IntRange(3, 12).Draw(t, "reps of a week")
		do := quantity.EqualSets(rapid.IntRange(1, 5).Draw(t, "sets of a week"), low, low+rapid.IntRange(0, 2).Draw(t, "range of a week"), e.Measure.Facts().Unit, false)
		if len(r.Weeks) > 0 && rapid.IntRange(0, 5).Draw(t, "left out") == 0 {
			do = quantity.Prescription{}
		}
		r.Weeks = append(r.Weeks, do)
	}
	r.Do, r.Progress, r.Step.Amount, r.Step.Unit = r.Weeks[0], training.ByDefinition, 0, ""
}

func drawStages(t *rapid.T, e *training.Exercise, r *training.Row) {
	if !e.Loaded() {
		return
	}
	unit := e.Measure.Facts().Unit
	r.Stages = []quantity.Prescription{quantity.EqualSets(5, 3, 3, unit, false), quantity.EqualSets(6, 2, 2, unit, false), quantity.EqualSets(10, 1, 1, unit, false)}
	if rapid.Bool().Draw(t, "stages that differ") {
		r.Stages[0].Parts = append(slices.Clone(r.Stages[0].Parts), quantity.Part{Sets: 1, Low: 8, High: 8})
	}
	r.Do, r.Progress = r.Stages[0], training.ByDefinition
	if rapid.Bool().Draw(t, "misses of stages") {
		drawMisses(t, r)
	}
}

// drawPercent lets a row take percentages: of a maximum that is known or asked for, or of its own weight.
func drawPercent(t *rapid.T, in Input, e *training.Exercise, r *training.Row) {
	if e.LoadedWith().Facts().Weighs != training.Yes { // refused where there is no weight to take a percentage of
		return
	}
	do := quantity.Prescription{Unit: e.Measure.Facts().Unit, Parts: []quantity.Part{{Sets: 1, Low: 5, High: 5, Share: 750}, {Sets: 2, Low: 3, High: 3, Share: 850, Open: true}}}
	step := r.Step
	*r = training.Row{Exercise: r.Exercise, Do: do, Start: r.Start, YouChoose: r.YouChoose, Step: step}
	switch rapid.IntRange(0, 2).Draw(t, "of") {
	case 0:
		r.Do.Parts = slices.Insert(r.Do.Parts, 0, quantity.Part{Sets: 1, Low: 2, High: 2})
	case 1:
		r.Start, r.YouChoose, r.Step.Load = quantity.Load{}, false, quantity.Load{}
		if rapid.Bool().Draw(t, "moves") {
			r.Step.Load = kg(5)[0]
		}
		if rapid.Bool().Draw(t, "table") {
			r.Weeks = []quantity.Prescription{r.Do, r.Do.WithSpan(2, 2)}
		}
		maximum(in, e.ID, rapid.Bool().Draw(t, "ask"))
	}
}

// maximum gives a plan the maximum of an exercise.
func maximum(in Input, exercise string, ask bool) {
	if in.Plan.Maximum(exercise) != nil {
		return
	}
	m := training.Maximum{Exercise: training.Ref{ID: exercise}, Ask: ask}
	if !ask {
		m.Load = kg(90)[0]
	}
	in.Plan.Maxima = append(in.Plan.Maxima, m)
}
