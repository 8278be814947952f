package rules

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Sets a week are counted as they are done: of sessions in turn, of a day with two visits, never of a session that may be left out.
func TestWeeklySetsAsDone(t *testing.T) {
	squats := func(n string) training.Row { return line(t, 1, "squat", n) }
	pulls := line(t, 2, "row", "3 x 5")
	// Deadlifts stand once in three weeks of A B A: half a visit less than two.
	h := byHand(weeks(8, rows(squats("3 x 5"), pulls), rows(line(t, 3, "calf-raise", "2 x 15"), pulls)))
	h.says(t, "in turn", "weekly-sets", "warning calf work has 3 sets a week; fewer than 4 bring little.")

	h = byHand(weeks(8, rows(squats("1 x 5"), pulls), rows(line(t, 3, "deadlift", "1 x 5"), pulls)))
	h.says(t, "squats and hinges count together", "weekly-sets", "warning squat, hinge or single-leg work has 3 sets a week; fewer than 4 bring little.")

	h = byHand(weeks(8, rows(pulls), rows(line(t, 3, "calf-raise", "1 x 15"), pulls)))
	h.says(t, "one and a half visits", "weekly-sets", "warning calf work has 1.5 sets a week; fewer than 4 bring little.")

	twice := rows(line(t, 3, "calf-raise", "1 x 15"), pulls)
	twice.PerDay = 2
	h = byHand(weeks(8, twice))
	h.says(t, "two visits a day", "weekly-sets")

	extra := rows(line(t, 3, "calf-raise", "3 x 15"))
	extra.Optional = true
	h = byHand(weeks(8, rows(line(t, 3, "calf-raise", "1 x 15"), pulls), extra))
	h.says(t, "an extra session is not asked for", "weekly-sets", "warning calf work has 2 sets a week; fewer than 4 bring little.")
}

// Up to six sets are in order, and one is a note; the clock has as many as it has.
func TestSetsPerExerciseOfShapes(t *testing.T) {
	for asked, want := range map[string][]string{
		"6 x 5": nil, "7 x 5": {"warning squat has 7 sets in a session."}, "1 x 5": {"note squat has only 1 set in a session."}, "5 x 3+": nil, "8, 8, 10, 12, 10, 10": nil,
	} {
		byHand(weeks(8, rows(line(t, 1, "squat", asked)))).says(t, asked, "sets-per-exercise", want...)
	}
	clock := line(t, 1, "squat", "10 x 5")
	clock.Every = 60
	byHand(weeks(8, rows(clock))).says(t, "by the clock", "sets-per-exercise")
}

// What warns of too many sessions counts days, extra ones included; what asks for enough does not count those.
func TestSessionsOfShapes(t *testing.T) {
	main, extra := rows(line(t, 1, "squat", "3 x 5")), rows(line(t, 2, "plank", "3 x 30 s"))
	extra.Optional = true
	h := byHand(weeks(8, main, extra))
	h.days = h.days[:2]
	h.says(t, "one a week and an extra one", "sessions-per-week", `warning 1 session a week only keeps what is there; "Runner" is a type for 2 to 3 a week.`)
	h = byHand(weeks(8, main, extra))
	h.runner.SessionsPerWeek = [2]int{1, 2}
	h.says(t, "two and an extra one", "sessions-per-week", `warning 3 sessions a week, but "Runner" is a type for 1 to 2 a week.`)
	twice := rows(line(t, 1, "squat", "3 x 5"))
	twice.PerDay = 2
	byHand(weeks(8, twice)).says(t, "twice a day", "sessions-per-week")
	lone := rows(line(t, 1, "push-up", "3 x 8"))
	pulling := rows(line(t, 2, "row", "3 x 5"), line(t, 3, "squat", "3 x 5"))
	pulling.Optional = true
	byHand(weeks(8, lone, pulling)).says(t, "what may be left out is no pattern", "missing-pattern",
		"warning this plan has no pull.", "warning this plan has no squat or single-leg exercise.")
}

// Between the sets of an exercise of a group lies what the others do.
func TestRestOfShapes(t *testing.T) {
	pair := func(rest int) []training.Row {
		a, b := line(t, 1, "squat", "3 x 8"), line(t, 2, "press", "3 x 8")
		a.Group, b.Group, a.Rest, b.Rest = "A", "A", 0, rest
		return []training.Row{a, b}
	}
	byHand(weeks(8, rows(pair(60)...))).says(t, "a superset", "rest-time")
	byHand(weeks(8, rows(pair(30)...))).says(t, "a superset with little rest", "rest-time",
		"warning 62 s is too short between sets of 8 with squat.")

	alone := func(asked string, rest int) *hand {
		r := line(t, 1, "squat", asked)
		r.Rest = rest
		return byHand(weeks(8, rows(r)))
	}
	alone("12, 10, 5", 90).says(t, "the hardest set needs the longest rest", "rest-time", "warning 90 s is too short between sets of 5 with squat.")
	alone("12, 10, 8", 90).says(t, "sets that differ", "rest-time")
	alone("3 x 40 s", 20).says(t, "by the clock", "rest-time")
	minute := line(t, 1, "squat", "10 x 5")
	minute.Every, minute.Rest = 60, 0
	byHand(weeks(8, rows(minute))).says(t, "each minute", "rest-time", "warning 40 s is too short between sets of 5 with squat.")
	rounds := line(t, 1, "squat", "3 x 5")
	rounds.For, rounds.Rest = 600, 0
	byHand(weeks(8, rows(rounds))).says(t, "for ten minutes", "rest-time")
	help := line(t, 1, "pull-up", "3 x 5")
	help.Rest = 60
	byHand(weeks(8, rows(help))).says(t, "with help", "rest-time", "warning 1 min is too short between sets of 5 with pull-up.")
	band := line(t, 1, "band-row", "3 x 5")
	band.Rest = 60
	byHand(weeks(8, rows(band))).says(t, "with a band", "rest-time")
}

// Seconds by the clock are no hold, and steps are halves of repetitions.
func TestEffortOfShapes(t *testing.T) {
	byHand(weeks(8, rows(line(t, 1, "push-up", "3 x 90 s")))).says(t, "by the clock", "long-hold")
	byHand(weeks(8, rows(line(t, 1, "plank", "3 x 90 s")))).says(t, "a hold", "long-hold", "warning plank is held for up to 90 s.")
	byHand(weeks(8, rows(line(t, 1, "lunge", "2 x 24 steps")))).says(t, "twelve steps on each leg", "rep-range")
	byHand(weeks(8, rows(line(t, 1, "lunge", "2 x 24 steps each side")))).says(t, "24 on each", "rep-range", "note lunge goes up to 24 repetitions; more than 20 bring endurance, not strength.")
	byHand(weeks(8, rows(line(t, 1, "band-row", "3 x 18")))).says(t, "a band is no weight", "rep-range")
	byHand(weeks(8, rows(line(t, 1, "row", "3 x 18")))).says(t, "a weight", "rep-range", "warning row goes up to 18 repetitions; with a weight, more than 15 train endurance.")
	h := byHand(weeks(8, rows(line(t, 1, "squat", "12, 10, 4"))))
	h.runner.Lifts = training.Never
	h.says(t, "the shortest set counts for beginners", "rep-range", "warning squat asks beginners for sets of 4 in their first 8 weeks.")
}

// Two exercises of a kind are neighbours in a round, and from round to round where there is little rest between.
func TestOrderOfShapes(t *testing.T) {
	group := func(rest int, names ...string) []training.Row {
		var list []training.Row
		for i, name := range names {
			asked := "3 x 8"
			if name == "plank" {
				asked = "3 x 30 s"
			}
			r := line(t, i+1, name, asked)
			r.Group, r.Rest = "A", 10
			list = append(list, r)
		}
		list[len(list)-1].Rest = rest
		return list
	}
	byHand(weeks(8, rows(group(20, "squat", "press", "lunge")...))).says(t, "round and round", "same-pattern-in-a-row", "note squat comes right after lunge, and both are squat exercises.")
	byHand(weeks(8, rows(group(90, "squat", "press", "lunge")...))).says(t, "with a rest after the round", "same-pattern-in-a-row")
	byHand(weeks(8, rows(group(90, "squat", "lunge", "press")...))).says(t, "in the round", "same-pattern-in-a-row", "note lunge comes right after squat, and both are squat exercises.")

	second := line(t, 9, "deadlift", "3 x 5")
	byHand(weeks(8, rows(append(group(90, "squat", "plank"), second)...))).says(t, "what fills the rests of a lift", "hold-before-lift")
	byHand(weeks(8, rows(append(group(90, "plank", "squat"), second)...))).says(t, "before the lift of its round", "hold-before-lift", "note plank stands before squat, which needs you fresh.")
	clock := line(t, 9, "squat", "3 x 40 s")
	byHand(weeks(8, rows(line(t, 1, "plank", "3 x 30 s"), clock))).says(t, "by the clock nothing needs one fresh", "hold-before-lift")
}

// A landing each two seconds, and too many are said of the jump that makes them too many.
func TestLandingsOfShapes(t *testing.T) {
	byHand(weeks(8, rows(line(t, 1, "jump", "3 x 40 s")))).says(t, "sixty by the clock", "first-jumps")
	byHand(weeks(8, rows(line(t, 1, "jump", "3 x 42 s")))).says(t, "more by the clock", "first-jumps", "warning session A has 63 landings in week 1; 60 are the most.")
	byHand(weeks(8, rows(line(t, 1, "jump", "4 x 20 m")))).says(t, "over a distance", "first-jumps")
	byHand(weeks(8, rows(line(t, 1, "jump", "5 x 20 m")))).says(t, "over a longer one", "first-jumps", "warning session A has 67 landings in week 1; 60 are the most.")
	byHand(weeks(8, rows(line(t, 1, "jump", "4 x 20"), line(t, 2, "jump", "1 x 5")))).says(t, "once", "first-jumps", "warning session A has 80 landings in week 1; 60 are the most.")
}

// What is not meant to change on paper is no standstill.
func TestStandstillOfShapes(t *testing.T) {
	const still = "from week 1 to week 8."
	changed := func(change func(*training.Row)) *hand {
		r := line(t, 1, "squat", "3 x 5")
		change(&r)
		return byHand(weeks(8, rows(r)))
	}
	changed(func(*training.Row) {}).says(t, "plain", "no-progression", "error squat stays at 5 repetitions "+still)
	changed(func(r *training.Row) { r.Do = do(t, "4 x 4 RM") }).says(t, "the heaviest for four", "no-progression")
	changed(func(r *training.Row) { r.Do = do(t, "3 x 40 s") }).says(t, "by the clock", "no-progression")
	changed(func(r *training.Row) { r.Every = 60 }).says(t, "each minute", "no-progression")
	changed(func(r *training.Row) { r.For = 600 }).says(t, "for ten minutes", "no-progression")
	changed(func(r *training.Row) { r.Do, r.Last = do(t, "3 x 15+"), 25 }).says(t, "25 in the last set lead on", "no-progression")
	changed(func(r *training.Row) { r.Do = do(t, "12, 10, 8") }).says(t, "sets that differ", "no-progression", "error squat stays at 12, 10, 8 "+still)

	circuit := []training.Row{line(t, 1, "lunge", "3 x 40 s"), line(t, 2, "plank", "3 x 40 s")}
	circuit[0].Group, circuit[1].Group = "A", "A"
	byHand(weeks(8, rows(circuit...))).says(t, "a hold in a circuit by the clock", "no-progression")

	extra := rows(line(t, 2, "plank", "3 x 30 s"))
	extra.Optional = true
	h := byHand(weeks(8, rows(line(t, 1, "squat", "3 x 5-12")), extra))
	h.reps = func(_ *training.Row, week, _ int) int { return week + 4 }
	h.says(t, "an extra session moves nothing", "no-progression")

	round := table(t, line(t, 1, "squat", "3 x 8"), "3 x 8", "3 x 8", "3 x 8", "4 x 10")
	h = byHand(weeks(8, rows(round)))
	h.says(t, "cycles that are alike", "no-progression", "note squat asks for the same in all 2 cycles of its table.")
	h.load = func(_ *training.Row, week, _ int) quantity.Load { return kg(40 + 5*((week-1)/4)) }
	h.says(t, "rounds that rise", "no-progression")
	byHand(weeks(4, rows(round))).says(t, "one round", "no-progression")
}

// The rows of one lift are looked at together: squats on Monday and on Wednesday go up by 2.5 kg at each visit, not by 5.
func TestOneLift(t *testing.T) {
	a, b := line(t, 1, "squat", "5 x 5"), line(t, 2, "squat", "5 x 5")
	a.Step.Load = quantity.Load{Thousandths: 2500, Unit: quantity.Kilogram}
	b.Step = a.Step
	visits := 0
	h := byHand(weeks(6, rows(a, line(t, 3, "press", "5 x 5")), rows(b, line(t, 4, "row", "5 x 5"))))
	h.plan.Weights = training.Weights{}
	for n := 40_000; n <= 200_000; n += 2500 {
		h.plan.Weights["barbell"] = append(h.plan.Weights["barbell"], quantity.Load{Thousandths: n, Unit: quantity.Kilogram})
	}
	h.load = func(row *training.Row, _, _ int) quantity.Load {
		if row.Exercise.ID != "squat" {
			return quantity.Load{}
		}
		visits++
		return quantity.Load{Thousandths: 37_500 + 2500*visits, Unit: quantity.Kilogram}
	}
	h.says(t, "one lift in two sessions", "big-step")
	b.Step.Load.Thousandths = 5000
	h = byHand(weeks(6, rows(a), rows(b)))
	visits = 0
	h.plan.Weights = training.Weights{"barbell": {kg(40), {Thousandths: 42_500, Unit: quantity.Kilogram}, kg(45), {Thousandths: 47_500, Unit: quantity.Kilogram}}}
	h.load = func(_ *training.Row, _, _ int) quantity.Load {
		visits++
		return quantity.Load{Thousandths: 37_500 + 2500*visits, Unit: quantity.Kilogram}
	}
	h.says(t, "two lifts", "big-step", "note squat goes from 40 kg to 45 kg in week 1, 13 % more, though there is 42.5 kg.",
		"note squat goes from 42.5 kg to 47.5 kg in week 2, 12 % more, though there is 45 kg.")
}

// A hint can be followed: it proposes no range for sets that differ or are open, and no step for a share of the body.
func TestHintsOfShapes(t *testing.T) {
	for _, test := range []struct {
		exercise, asked string
		share           int
		rule, want      string
	}{
		{"squat", "3 x 5", 0, "no-progression", `Give a range ("3 x 5-9") or a step.`},
		{"squat", "3 x 5", 300, "no-progression", `Give a range: "3 x 5-9".`},
		{"squat", "3 x 5+", 0, "no-progression", "Give it a step, by which the weight goes up."},
		{"squat", "12, 10, 8", 0, "no-progression", "Give it a step, by which the weight goes up."},
		{"squat", "12, 10, 8", 300, "no-progression", "Write a table of weeks, in which the repetitions rise."},
		{"push-up", "12, 10, 8", 0, "no-progression", "Write a table of weeks, in which the repetitions rise."},
		{"squat", "7 x 5", 0, "sets-per-exercise", `Write 2 to 6: "3 x 5".`},
		{"squat", "4 x 5, 4 x 8", 0, "sets-per-exercise", "Take out those that matter least: 2 to 6 are enough."},
	} {
		r := line(t, 1, test.exercise, test.asked)
		r.BodyShare = test.share
		if got := byHand(weeks(8, rows(r))).hints(t, test.rule); len(got) != 1 || got[0] != test.want {
			t.Errorf("%s of %s: %s proposes %q, want %q", test.asked, test.exercise, test.rule, got, test.want)
		}
	}
}

// Nor does a large step propose one.
func TestHintOfALargeStep(t *testing.T) {
	for asked, want := range map[string]string{
		"5 x 3":  `Give it a range, so that repetitions come first: "5 x 3-7".`,
		"5 x 3+": "Begin with a heavier weight, from which the step is smaller in proportion.", "5, 4, 3": "Begin with a heavier weight, from which the step is smaller in proportion.",
	} {
		h := byHand(weeks(4, rows(line(t, 1, "squat", asked))))
		h.load = by(kg(20), kg(25))
		if got := h.hints(t, "big-step"); len(got) != 1 || got[0] != want {
			t.Errorf("%s: big-step proposes %q, want %q", asked, got, want)
		}
	}
}
