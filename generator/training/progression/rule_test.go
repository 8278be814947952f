package progression

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
)

// TestSentences holds the rules and reasons of each model, at the place (week, session of the week; 1-based) where they are new.
func TestSentences(t *testing.T) {
	front := func(e map[string]*training.Exercise) { e["goblet-squat"].Equipment = []string{"dumbbell"} }
	type at struct {
		week, session int
		rule, why     string
	}
	tests := []struct {
		name   string
		row    training.Row
		change func(map[string]*training.Exercise)
		want   []at
	}{
		{"double", row("row", "3 x 8-10", "6 kg", ""), nil, []at{
			{1, 1, "If all sets reach 10: next time 8 kg, start at 8. If not: same weight, one repetition more where you can.",
				"Start: a weight that leaves 3 good repetitions."},
			{1, 2, "If all sets reach 10: next time 8 kg, start at 8. If not: same weight, one repetition more where you can.",
				"One repetition more than last time."},
			{2, 2, "If all sets reach 10: next time 10 kg, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"All sets reached 10, so the next weight that exists: 8 kg."},
			{4, 1, "No more than this, even if it feels light. After the easy week the plan goes on.",
				"Easy week: same weight, fewer sets, so that the work can turn into strength."},
			{5, 1, "If all sets reach 10: next time 12 kg, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"All sets reached 10, so the next weight that exists: 10 kg."},
			{9, 1, "If all sets reach 10: no heavier weight is left, add one repetition or lower it more slowly. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"No heavier weight is left: the same again."},
		}},
		{"double, metres", row("loaded-walk", "3 x 20-30 m", "10 kg", ""), nil, []at{
			{1, 1, "If all sets reach 30 m: next time 12 kg, start at 20 m. If not: same weight, 5 m more where you can. Twice below 20 m: one weight down.",
				"Start: a weight with which you could go on beyond 20 m."},
			{2, 2, "If all sets reach 30 m: no heavier weight is left, add 5 m. If not: same weight, 5 m more where you can. Twice below 20 m: one weight down.",
				"All sets reached 30 m, so the next weight that exists: 12 kg."},
		}},
		{"double, seconds", row("loaded-hold", "3 x 20-30 s", "10 kg", "2 kg"), nil, []at{
			{1, 1, "If all sets reach 30 s: next time 12 kg, start at 20 s. If not: same weight, 5 s more where you can. Twice below 20 s: one weight down.",
				"Start: a weight with which you could go on beyond 20 s."},
		}},
		{"double, seconds with help", row("helped-hold", "3 x 20-30 s", "2 kg", "2 kg"), nil, []at{
			{2, 2, "If all sets reach 30 s: there is no less help, add 5 s. If not: same weight, 5 s more where you can. Twice below 20 s: more help.",
				"All sets reached 30 s, so less help: 0 kg."},
		}},
		{"two-for-two, metres", by(training.TwoForTwo, row("loaded-walk", "3 x 20 m", "10 kg", "")), nil, []at{
			{1, 1, "If the last set reaches 30 m in two sessions running: next time 12 kg. If not: same weight. Twice below 20 m: one weight down.",
				"Start: a weight with which you could go on beyond 20 m."},
		}},
		{"the last set, metres", last(row("loaded-walk", "3 x 20+ m", "10 kg", ""), 30), nil, []at{
			{1, 1, "If the last set reaches 30 m: next time 12 kg. If not: same weight. Twice below 20 m: one weight down.",
				"Start: a weight with which you could go on beyond 20 m."},
		}},
		{"double, after an easy week", row("row", "3 x 8-14", "6 kg", ""), nil, []at{
			{5, 1, "If all sets reach 14: next time 8 kg, start at 8. If not: same weight, one repetition more where you can.",
				"One repetition more than before the easy week."},
		}},
		{"double, below an exercise", row("goblet-squat", "3 x 8-9", "12 kg", ""), front, []at{
			{1, 1, "If all sets reach 9: no heavier weight is left, go on with Front squat. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"Start: a weight that leaves 3 good repetitions."},
		}},
		{"double, above an exercise", row("goblet-squat", "3 x 8-9", "6 kg", ""), front, []at{
			{1, 1, "If all sets reach 9: next time 8 kg, start at 8. If not: same weight, one repetition more where you can. Twice below 8: Box squat instead.",
				"Start: a weight that leaves 3 good repetitions."},
		}},
		{"double, with a step past a gap", row("row", "3 x 8-14", "8 kg", "1 kg"), nil, []at{
			{1, 1, "If all sets reach 14: next time 10 kg, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"Start: a weight that leaves 3 good repetitions."},
		}},
		{"a load that the runner chooses", row("row", "3 x 8-9", "you choose", ""), nil, []at{
			{1, 1, "If all sets reach 9: next time one weight up, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"Start: a weight that you can lift 8 times with 3 good repetitions left."},
			{2, 1, "If all sets reach 9: next time one weight up, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"All sets reached 9, so the next weight that you have."},
		}},
		{"without a list", row("front-squat", "3 x 8-9", "40 kg", "2.5 kg"), nil, []at{
			{2, 1, "If all sets reach 9: next time 45 kg, start at 8. If not: same weight, one repetition more where you can. Twice below 8: one weight down.",
				"All sets reached 9, so the next weight: 42.5 kg."},
		}},
		{"holds", row("knee-hold", "3 x 20-25 s", "", ""), func(e map[string]*training.Exercise) {
			e["push-up-hold"].Harder = training.Ref{}
		}, []at{
			{1, 1, "If all sets last 25 s: next time Push-up hold, start at 20 s. If not: 5 s more where you can.", "Start: the bottom of the range."},
			{1, 2, "If all sets last 25 s: next time Push-up hold, start at 20 s. If not: 5 s more where you can.", "5 s more than last time."},
			{2, 1, "If all sets last 25 s: stay there, it is the last step of the ladder. If not: 5 s more where you can. Twice below 20 s: back to Knee push-up hold.",
				"All sets lasted 25 s, so the next exercise: Push-up hold."},
			{3, 1, "If all sets last 25 s: stay there, it is the last step of the ladder. If not: 5 s more where you can. Twice below 20 s: back to Knee push-up hold.",
				"The top of the ladder's last step: the same again."},
			{4, 2, "No more than this, even if it feels light. With this week the plan ends.",
				"Easy week: fewer sets, so that the work can turn into strength."},
		}},
		{"repetitions, then a load", row("box-squat", "1 x 8-10", "", "2 reps"), nil, []at{
			{1, 1, "If all sets reach 10: next time Goblet squat with a weight that you choose, start at 8. If not: 2 repetitions more where you can.",
				"Start: the bottom of the range."},
			{1, 2, "If all sets reach 10: next time Goblet squat with a weight that you choose, start at 8. If not: 2 repetitions more where you can.",
				"2 repetitions more than last time."},
			{4, 1, "No more than this, even if it feels light. With this week the plan ends.",
				"Easy week: same weight, no more than the bottom of the range, so that the work can turn into strength."},
		}},
		{"the first rung of a ladder from the middle", row("push-up-hold", "3 x 20-25 s", "", ""), nil, []at{
			{1, 1, "If all sets last 25 s: next time Feet-up hold, start at 20 s. If not: 5 s more where you can. Twice below 20 s: Knee push-up hold instead.",
				"Start: the bottom of the range."},
		}},
		{"linear load", row("row", "3 x 5", "6 kg", "2 kg"), nil, []at{
			{1, 1, "If all sets reach 5: next time 8 kg. If not: the same again.", "Start: a weight that leaves 3 good repetitions."},
			{1, 2, "If all sets reach 5: next time 10 kg. If not: the same again. Twice below 5: one weight down.", "All sets reached 5, so the next weight that exists: 8 kg."},
		}},
		{"linear hold", row("one-leg-hold", "3 x 20 s", "", "5 s"), nil, []at{
			{1, 2, "If all sets last 25 s: next time 30 s. If not: the same again.", "5 s more than last time."},
		}},
		{"linear repetitions on a range", by(training.Linear, row("calf-raise", "3 x 8-9", "", "")), nil, []at{
			{1, 1, "If all sets reach 8: next time 9. If not: the same again.", "Start: the bottom of the range."},
			{1, 2, "If all sets reach 9: stay there, it is the top of the range.", "One repetition more than last time."},
			{2, 1, "If all sets reach 9: stay there, it is the top of the range.", "The top of the range: the same again."},
		}},
		{"two-for-two", by(training.TwoForTwo, row("row", "3 x 8", "6 kg", "")), nil, []at{
			{1, 1, "If the last set reaches 10 in two sessions running: next time 8 kg. If not: same weight.", "Start: a weight that leaves 3 good repetitions."},
			{1, 2, "If the last set reaches 10 in two sessions running: next time 8 kg. If not: same weight.", "The same weight again: it counts when it works twice."},
			{2, 1, "If the last set reaches 10 in two sessions running: next time 10 kg. If not: same weight. Twice below 8: one weight down.",
				"The last set reached 10 twice, so the next weight that exists: 8 kg."},
		}},
		{"wave", waves(row("row", "3 x 8", "10 kg", ""), "3 x 8", "3 x 8", "3 x 6", "2 x 6"), nil, []at{
			{1, 1, waveUp, "Start: a weight that leaves 3 good repetitions."},
			{1, 2, waveUp, "The same as last time."},
			{2, 1, waveUp, "Week 2 of the wave: the same weight."},
			{3, 1, waveUp, "Week 3 of the wave: fewer repetitions, so more weight."},
			{5, 1, waveUp, "The light last week of the wave, before the next one begins."},
			{5, 2, waveUp, "The same as last time."},
			{6, 1, waveEnd, "A new wave, one weight heavier than the last."},
			{11, 1, waveEnd, "A new wave with the same weights: no heavier one is left."},
		}},
		{"none", row("calf-raise", "3 x 8", "", ""), nil, []at{
			{1, 1, "The same every time: make it cleaner, not more.", "Start: the number that the plan gives."},
			{5, 1, "The same every time: make it cleaner, not more.", "The same as before the easy week."},
		}},
	}
	for _, test := range tests {
		in := input(session("A", test.row))
		in.Weights = training.Weights{"dumbbell": kg(6, 8, 10, 12)}
		in.Plan.Phases[0].Weeks = test.want[len(test.want)-1].week
		if test.change != nil {
			test.change(in.Exercises)
		}
		p := project(t, in)
		for _, want := range test.want {
			got := p.Weeks[want.week-1].Sessions[want.session-1].Targets[0]
			if got := english().Sentences(got.Rule...); got != want.rule {
				t.Errorf("%s, week %d, session %d, rule:\n got %s\nwant %s", test.name, want.week, want.session, got, want.rule)
			}
			if got := english().Sentences(got.Why); got != want.why {
				t.Errorf("%s, week %d, session %d, why:\n got %s\nwant %s", test.name, want.week, want.session, got, want.why)
			}
		}
	}
}

const (
	waveUp  = "If every set of this wave reaches its number: the next wave is one weight heavier. If not: the same wave again."
	waveEnd = "The next wave is the same: no heavier weight is left."
)

func TestStop(t *testing.T) {
	for reserve, want := range map[int]string{
		0: "Stop each set before your form goes.",
		1: "Stop each set while 1 good repetition is left.",
		3: "Stop each set while 3 good repetitions are left.",
	} {
		in := input()
		in.Runner.Reserve = reserve
		if got := english().Sentences(project(t, in).Stop); got != want {
			t.Errorf("reserve %d: got %q, want %q", reserve, got, want)
		}
	}
}

func TestChosenWeight(t *testing.T) {
	for reserve, want := range map[int]string{
		0: "Start: a weight that you can lift well 8 times.",
		1: "Start: a weight that you can lift 8 times with 1 good repetition left.",
	} {
		in := input(session("A", row("row", "3 x 8-12", "you choose", "")))
		in.Runner.Reserve = reserve
		if got := english().Sentences(project(t, in).Weeks[0].Sessions[0].Targets[0].Why); got != want {
			t.Errorf("reserve %d: got %q, want %q", reserve, got, want)
		}
	}
}
