package rules

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// by returns the loads of a row, one for each week, the last one for all that follow.
func by(loads ...quantity.Load) func(*training.Row, int, int) quantity.Load {
	return func(_ *training.Row, week, _ int) quantity.Load { return loads[min(week, len(loads))-1] }
}

// Where sets and weights go up and down, each target is held by Epley's formula against the highest before it.
func TestRiseOfTablesAndPercentages(t *testing.T) {
	h := byHand(weeks(4, rows(table(t, line(t, 1, "press", "4 x 8"), "4 x 8", "4 x 6"))))
	h.load = by(kg(20), quantity.Load{Thousandths: 22_500, Unit: quantity.Kilogram})
	h.says(t, "a table of eights and sixes", "big-step")
	h.load = by(kg(20), kg(25))
	h.says(t, "with twice the step", "big-step", "note in week 2, press asks for 18 % more strength than before: 6 repetitions with 25 kg after 8 repetitions with 20 kg.")
	h.plan.Weights = training.Weights{"barbell": {kg(20), kg(22), kg(25)}}
	h.runner.Lifts = training.Never
	h.says(t, "which need not be, for a beginner", "big-step", "warning in week 2, press asks for 18 % more strength than before: 6 repetitions with 25 kg after 8 repetitions with 20 kg, though there is 22 kg.")

	h = byHand(weeks(2, rows(table(t, line(t, 1, "press", "4 x 8"), "4 x 8", "4 x 6"))))
	h.runner.Lifts = training.Never
	h.load = by(kg(20), grams(22_400))
	h.says(t, "nobody knows the weights, but this is a small step", "big-step")
	h.load = by(kg(20), grams(26_300))
	h.says(t, "up to a quarter", "big-step", "warning in week 2, press asks for 25 % more strength than before: 6 repetitions with 26.3 kg after 8 repetitions with 20 kg.")
	h.load = by(kg(20), grams(26_500))
	h.says(t, "more than a quarter", "big-step", "error in week 2, press asks for 26 % more strength than before: 6 repetitions with 26.5 kg after 8 repetitions with 20 kg.")
	h.plan.Weights = training.Weights{"barbell": {kg(20), grams(26_500)}}
	h.says(t, "there is none between", "big-step", "note in week 2, press asks for 26 % more strength than before: 6 repetitions with 26.5 kg after 8 repetitions with 20 kg.")

	ranges := table(t, line(t, 1, "row", "3 x 8-10"), "3 x 8-10", "3 x 10-12", "3 x 8-10")
	h = byHand(weeks(3, rows(ranges)))
	h.load = by(kg(10), kg(10), kg(12))
	h.says(t, "the top of a range is what was shown", "big-step")

	cycle := table(t, line(t, 1, "squat", "3 x 5"), "5 at 65 %, 5 at 75 %, 5+ at 85 %", "3 at 70 %, 3 at 80 %, 3+ at 90 %", "5 at 75 %, 3 at 85 %, 1+ at 95 %", "5 at 40 %, 5 at 50 %, 5 at 60 %")
	h = byHand(weeks(8, rows(cycle)))
	h.load = by(kg(100), kg(100), kg(100), kg(100), kg(105))
	h.says(t, "percentages of a training maximum", "big-step")
	h.load = by(kg(100), kg(100), kg(100), kg(100), kg(120))
	h.says(t, "that jumps", "big-step", "note in week 5, squat asks for 13 % more strength than before: 5 repetitions with 102 kg after 5 repetitions with 85 kg.")
}

// Less help is harder; nobody knows how heavy a level is, or a share of a body.
func TestStepsOfOtherLoads(t *testing.T) {
	help := line(t, 1, "pull-up", "3 x 5")
	h := byHand(weeks(4, rows(help)))
	h.plan.Weights = training.Weights{"machine": {kg(10), kg(15), kg(20), kg(25), kg(30)}}
	h.load = by(kg(30), kg(20))
	h.says(t, "ten kilograms less help", "big-step", "note pull-up goes from 30 kg of help to 20 kg of help in week 2, 29 % more, though there is 25 kg.")
	h.load = by(kg(20), kg(30))
	h.says(t, "more help", "big-step")
	h.load = by(kg(15), kg(10))
	h.says(t, "a step within a tenth", "big-step")

	ranged := line(t, 1, "pull-up", "3 x 5-6")
	h = byHand(weeks(4, rows(ranged)))
	h.load = by(kg(30), kg(20))
	h.says(t, "a range that does not bridge it", "range-too-narrow", "warning from 30 kg of help to 20 kg of help is 29 % more: after 6 repetitions of pull-up with 30 kg of help, 5 with 20 kg of help are too many.")

	band := func(rank int, name string) quantity.Load {
		return quantity.Load{Thousandths: 1000 * rank, Unit: quantity.Level, Name: name}
	}
	h = byHand(weeks(4, rows(line(t, 1, "band-row", "3 x 5-6"))))
	h.load = by(band(1, "yellow"), band(2, "red"))
	h.says(t, "levels", "big-step")
	h.says(t, "levels with a range", "range-too-narrow")

	share := line(t, 1, "squat", "3 x 5")
	share.BodyShare = 300
	h = byHand(weeks(4, rows(share)))
	h.load = by(kg(20), kg(30))
	h.says(t, "a share of the body", "big-step")

	metres := line(t, 1, "carry", "3 x 20-30 m")
	h = byHand(weeks(4, rows(metres)))
	h.load = by(kg(16), kg(24))
	h.says(t, "a distance", "range-too-narrow")
}

// Each range of a row has to bridge the step.
func TestRangesThatDiffer(t *testing.T) {
	h := byHand(weeks(4, rows(line(t, 1, "press", "12-20, 8-9"))))
	h.load = by(kg(20), kg(24))
	h.says(t, "the second is too narrow", "range-too-narrow", "warning from 20 kg to 24 kg is 20 % more: after 9 repetitions of press with 20 kg, 8 with 24 kg are too many.")
	h = byHand(weeks(4, rows(line(t, 1, "press", "12-20, 8-16"))))
	h.load = by(kg(20), kg(24))
	h.says(t, "both are wide", "range-too-narrow")
}

// Heavy and light days of a week are no growth of each other.
func TestAllAtOnceOnLightDays(t *testing.T) {
	heavy, light := line(t, 1, "squat", "3 x 5"), line(t, 2, "squat", "2 x 4")
	h := byHand(weeks(4, rows(heavy), rows(light)))
	h.load = func(row *training.Row, week, _ int) quantity.Load { return kg(row.DoPos.Line*-20 + 100 + week) }
	h.says(t, "heavy after light", "all-at-once")

	h = byHand(weeks(4, rows(table(t, line(t, 1, "squat", "2 x 4"), "2 x 4", "3 x 5"))))
	h.load = by(kg(60), kg(65))
	h.says(t, "a table", "all-at-once", "warning in week 2, squat gets more weight, more repetitions and more sets at once: from 2 × 4 repetitions with 60 kg to 3 × 5 repetitions with 65 kg.")

	h = byHand(weeks(4, rows(table(t, line(t, 1, "pull-up", "2 x 4"), "2 x 4", "3 x 5"))))
	h.load = by(kg(30), kg(25))
	h.says(t, "less help", "all-at-once", "warning in week 2, pull-up gets less help, more repetitions and more sets at once: from 2 × 4 repetitions with 30 kg of help to 3 × 5 repetitions with 25 kg of help.")
	h.load = by(kg(25), kg(30))
	h.says(t, "more help", "all-at-once")
}

// More sets of fewer repetitions are no jump, and a single week is judged by what comes next.
func TestVolumeOfShapes(t *testing.T) {
	fours := table(t, line(t, 1, "squat", "3 x 12 RM"), "3 x 12 RM", "3 x 12 RM", "4 x 10 RM", "4 x 10 RM")
	byHand(weeks(4, rows(fours))).says(t, "four tens after three twelves", "volume-jump")
	fours = table(t, line(t, 1, "squat", "3 x 12"), "3 x 12", "4 x 12")
	byHand(weeks(2, rows(fours))).says(t, "four twelves", "volume-jump", "warning week 2 has 12 sets, 33 % more than any week before it.")

	phase := func(asked string) training.Phase { return weeks(1, rows(line(t, 1, "squat", asked))) }
	byHand(phase("3 x 8"), phase("5 x 8"), phase("3 x 8"), phase("3 x 8")).says(t, "one week only", "volume-jump")
	byHand(phase("3 x 8"), phase("5 x 8"), phase("5 x 8")).says(t, "a week and the next", "volume-jump", "warning week 2 has 15 sets, 66 % more than any week before it.")

	extra := rows(line(t, 2, "row", "3 x 8"))
	extra.Optional = true
	base := weeks(2, rows(line(t, 1, "squat", "3 x 8")))
	more := weeks(2, rows(line(t, 1, "squat", "3 x 8")), rows(line(t, 2, "row", "6 x 8")))
	more.Sessions[1].Optional = true
	byHand(base, more).says(t, "an extra session counts", "volume-jump", "warning week 3 has 12 sets, 33 % more than any week before it.")
}

// A light entry of a table is an easy week, and so is a week of its own before a harder one.
func TestEasyWeeksOfShapes(t *testing.T) {
	const tooLong = "warning weeks 1 to 8 have no easy week among them."
	cycle := func(last string) *hand {
		return byHand(weeks(8, rows(table(t, line(t, 1, "squat", "3 x 5"), "5 at 65 %, 5 at 75 %, 5+ at 85 %", "3 at 70 %, 3 at 80 %, 3+ at 90 %", "5 at 75 %, 3 at 85 %, 1+ at 95 %", last))))
	}
	cycle("5 at 40 %, 5 at 50 %, 5 at 60 %").says(t, "a light week of percentages", "easy-week")
	cycle("5 at 60 %, 5 at 70 %, 5 at 80 %").says(t, "one that is not light", "easy-week", tooLong)
	byHand(weeks(8, rows(table(t, line(t, 1, "squat", "3 x 10"), "3 x 10", "3 x 8", "3 x 6", "2 x 6")))).says(t, "two thirds of the work", "easy-week")
	byHand(weeks(8, rows(table(t, line(t, 1, "squat", "3 x 10"), "5 x 5", "4 x 4", "3 x 3")))).says(t, "fewer but heavier", "easy-week", tooLong)

	byHand(weeks(8, rows(table(t, line(t, 1, "squat", "5 x 5"), "5 x 5 at 60 kg", "5 x 5")))).says(t, "weights that cannot be compared", "easy-week", tooLong)

	week := func(asked string) training.Phase { return weeks(1, rows(line(t, 1, "squat", asked))) }
	byHand(week("3 x 8"), week("3 x 8"), week("3 x 9"), week("2 x 8"), week("3 x 8"), week("3 x 9"), week("3 x 9"), week("3 x 9")).says(t, "phases of a week", "easy-week")
	byHand(week("3 x 8"), week("3 x 8"), week("3 x 9"), week("3 x 8"), week("3 x 8"), week("3 x 9"), week("3 x 9"), week("3 x 9")).says(t, "all alike", "easy-week", tooLong)
	var alike []training.Phase
	for range 8 {
		alike = append(alike, weeks(1, rows(line(t, 1, "squat", "3 x 8")), rows(line(t, 2, "squat", "2 x 8"))))
	}
	h := byHand(alike...)
	h.days = h.days[:2]
	h.says(t, "a light day in each week", "easy-week", tooLong)

	reacts := line(t, 1, "squat", "5 x 5")
	reacts.Misses, reacts.Back = 3, 100
	byHand(weeks(8, rows(reacts))).says(t, "who misses goes back", "easy-week", "note weeks 1 to 8 have no easy week among them.")

	easy := weeks(4, rows(line(t, 1, "squat", "12, 10, 8")))
	easy.EasyWeeks = []int{1, 4}
	byHand(easy).says(t, "sets that differ", "easy-week")
}

// A table may leave a row out in a week; that is not a row that could not be read.
func TestRowLeftOut(t *testing.T) {
	h := byHand(weeks(8, rows(line(t, 1, "squat", "3 x 8"), table(t, line(t, 2, "plank", "3 x 30 s"), "-", "3 x 30 s"))))
	h.says(t, "left out", "missing-pattern", "warning this plan has no pull.", "warning this plan has no push.")
}

// A percentage is known where the plan says of what, or asks for it.
func TestPercentOfAMaximum(t *testing.T) {
	h := byHand(weeks(8, rows(line(t, 1, "squat", "3 x 8"))))
	h.plan.WarmUp = "Two light sets at 50 % of your best."
	h.says(t, "of nothing", "untested-percent", "warning a share of a maximum means nothing without a test.")
	h.plan.Maxima = []training.Maximum{{Exercise: training.Ref{ID: "squat"}, Ask: true}}
	h.says(t, "of a maximum", "untested-percent")
}

// A plan promises its minutes for the sessions that it asks for.
func TestMinutesOfAnExtraSession(t *testing.T) {
	extra := rows(line(t, 2, "plank", "2 x 30 s"))
	extra.Optional = true
	h := byHand(weeks(8, rows(line(t, 1, "squat", "5 x 8")), extra))
	h.plan.Minutes = [2]int{15, 40}
	h.says(t, "a short one", "session-minutes")
	h.plan.Phases[0].Sessions[1].Optional = false
	if got := h.found(t, "session-minutes"); len(got) != 1 {
		t.Errorf("one that is asked for: got %q, want one warning", got)
	}
}
