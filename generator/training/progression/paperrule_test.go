package progression

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// A rule for paper names no weight and no number that only some sessions have.
func TestPaperRule(t *testing.T) {
	const double = "All sets at the top number: next time one weight up, from the bottom number. A set below the top number: one repetition more where you can."
	stages := func(r training.Row, more ...string) training.Row {
		for _, do := range more {
			r.Stages = append(r.Stages, must(quantity.ParsePrescription(do)))
		}
		return r
	}
	for _, test := range []struct {
		name string
		row  training.Row
		week int
		want string
	}{
		{"double", row("row", "3 x 8-10", "8 kg", ""), 1, double + " Twice below the bottom number: one weight or exercise down."},
		{"double, with the lightest weight", row("row", "3 x 8-10", "6 kg", ""), 1, double},
		{"double, with the heaviest weight", row("row", "3 x 8-10", "12 kg", ""), 1,
			"If all sets reach 10: no heavier weight is left, add one repetition or lower it more slowly. If not: same weight, one repetition more where you can. Twice below 8: one weight down."},
		{"double, easy week at the end", row("row", "3 x 8-10", "8 kg", ""), 4, "No more than this, even if it feels light."},
		{"a load that the runner chooses", row("row", "3 x 8-10", "you choose", ""), 1, double + " Twice below the bottom number: one weight or exercise down."},
		{"two for two", by(training.TwoForTwo, row("row", "3 x 8", "8 kg", "")), 1,
			"If the last set has 2 repetitions more than asked, in two sessions running: next time one weight up. If not: same weight. Twice below the number: one weight down."},
		{"two for two, metres", by(training.TwoForTwo, row("loaded-walk", "3 x 20 m", "10 kg", "")), 1,
			"If the last set has 10 m more than asked, in two sessions running: next time one weight up. If not: same weight. Twice below the number: one weight down."},
		{"linear", by(training.Linear, row("row", "3 x 5", "8 kg", "")), 1,
			"If all sets reach the number: next time one weight up. If not: the same again. Twice below the number: one weight down."},
		{"linear, repetitions", by(training.Linear, row("calf-raise", "2 x 10-16", "", "2 reps")), 2,
			"If all sets reach the number: next time 2 repetitions more, up to 16. If not: the same again."},
		{"the last set", last(row("row", "3 x 15+", "8 kg", "2 kg"), 25), 1, "If the last set reaches 25: next time 2 kg more. If not: same weight. Twice below the number: one weight down."},
		{"stages", stages(row("row", "5 x 3+", "8 kg", "2 kg"), "5 x 3+", "6 x 2+"), 1,
			"If all sets reach their numbers: next time 2 kg more. If not: next time 6 × 2+, same weight. If that is missed: 5 × 3+, one weight down."},
		{"no ladder", row("calf-raise", "3 x 12-15", "", ""), 1, "If all sets reach 15: stay there, it is the last step of the ladder. If not: one repetition more where you can."},
		{"climb", row("knee-hold", "3 x 15-30 s", "", ""), 1,
			"All sets at the top number: next time the next exercise, from its bottom number; on the last one stay. A set below the top number: 5 s more where you can. Twice below the bottom number: one weight or exercise down."},
	} {
		in := input(session("A", test.row))
		in.Weights = training.Weights{"dumbbell": kg(6, 8, 10, 12)}
		in.Plan.Phases[0].Weeks = test.week
		got := english().Sentences(project(t, in).Weeks[test.week-1].Sessions[0].Targets[0].PaperRule...)
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// Beside the name of an exercise, its rule has the numbers of its range and the exercise above it.
func TestPaperNext(t *testing.T) {
	for _, test := range []struct {
		name string
		row  training.Row
		want string
	}{
		{"double", row("row", "3 x 8-10", "8 kg", ""), "All sets at 10: next time one weight up, from 8."},
		{"with a step", row("row", "3 x 8-10", "8 kg", "2 kg"), "All sets at 10: next time 2 kg more, from 8."},
		{"with the heaviest weight", row("row", "3 x 8-10", "12 kg", ""), ""},
		{"ranges that differ", row("row", "8-10, 6-8", "8 kg", "2 kg"), ""},
		{"climb", row("knee-hold", "3 x 15-30 s", "", ""), "All sets at 30 s: next time Push-up hold, 3 × 15–30 s."},
		{"no ladder", row("calf-raise", "3 x 12-15", "", ""), ""},
	} {
		in := input(session("A", test.row))
		in.Weights = training.Weights{"dumbbell": kg(6, 8, 10, 12)}
		in.Plan.Phases[0].Weeks = 1
		if got := english().Sentences(project(t, in).Weeks[0].Sessions[0].Targets[0].PaperNext); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestNext(t *testing.T) {
	in := input(session("A", row("knee-hold", "3 x 15-30 s", "", ""), row("row", "3 x 8-10", "8 kg", "2 kg")))
	in.Plan.Phases[0].Weeks = 30
	p := project(t, in)
	first, last := p.Weeks[0].Sessions[0].Targets, p.Weeks[29].Sessions[0].Targets
	if got, want := english().Sentences(first[0].Next), in.Exercises["knee-hold"].Harder.ID; got == "" || got != in.Exercises[want].Name+", 3 × 15–30 s" {
		t.Errorf("after %s comes %q", first[0].Exercise.Name, got)
	}
	if last[0].Exercise == first[0].Exercise || !last[0].Next.IsZero() {
		t.Errorf("after %s, the last step, comes %q", last[0].Exercise.Name, last[0].Next.Code)
	}
	if !first[1].Next.IsZero() {
		t.Errorf("after a lift comes %q", first[1].Next.Code)
	}
}
