package progression

import (
	"reflect"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training"
)

// runs reads a running week, Monday first: r(est) e(asy) m(edium) h(ard) l(ong).
func runs(s string) training.Week {
	kinds := map[rune]training.DayKind{'r': training.Rest, 'e': training.Easy, 'm': training.Medium, 'h': training.Hard, 'l': training.Long}
	var w training.Week
	for i, r := range s {
		w[i] = kinds[r]
	}
	return w
}

func daysText(days []training.Weekday) string {
	var s []string
	for _, d := range days {
		s = append(s, d.String())
	}
	return strings.Join(s, " ")
}

func TestChoose(t *testing.T) {
	tests := []struct {
		week string
		n    int
		legs legWork
		want string
		why  string
	}{
		{"rmeherl", 2, wholeLegs, "tue fri", "the medium day, and the easy one that is not before the long run"},
		{"rmeherl", 1, wholeLegs, "tue", "the medium day"},
		{"rmeherl", 3, wholeLegs, "tue fri sun", "three with a day between: Sunday, after the long run, is all that is left"},
		{"rmhmhel", 2, wholeLegs, "wed fri", "both medium days stand before hard ones"},
		{"rmhmhel", 2, noLegs, "tue thu", "without legs the medium days are free"},
		{"eeeeeee", 2, wholeLegs, "mon thu", "as even as can be, and early"},
		{"eeeeeee", 3, wholeLegs, "mon wed fri", "as even as can be, and early"},
		{"eeeeeee", 4, wholeLegs, "mon wed fri", "four do not fit with a day between"},
		{"eeeeeee", 4, noLegs, "mon tue thu sat", "four fit without legs"},
		{"eeeeeee", 7, noLegs, "mon tue wed thu fri sat sun", "all"},
		{"mrrrrrm", 2, wholeLegs, "mon thu", "Sunday and Monday stand side by side"},
		{"hrrrrrm", 1, wholeLegs, "mon", "Sunday stands before the hard Monday: after the hard run"},
		{"rhhhhhh", 2, wholeLegs, "sun", "only Sunday is not before a hard run"},
		{"hhhhhhh", 2, wholeLegs, "", "none"},
		{"hhhhhhh", 2, noLegs, "mon thu", "any, where legs rest"},
		{"rmmheel", 2, calves, "tue fri", "Wednesday stands before the hard run"},
		{"rmmehrr", 2, calves, "tue wed", "two days running are all right for calves"},
	}
	for _, test := range tests {
		if got := daysText(choose(runs(test.week), test.n, test.legs)); got != test.want {
			t.Errorf("choose(%s, %d, legs %d) = %q, want %q: %s", test.week, test.n, test.legs, got, test.want, test.why)
		}
	}
}

// TestPhaseDays holds the words about the days.
func TestPhaseDays(t *testing.T) {
	legs, arms := row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("row", "3 x 8-12", "8 kg", "2 kg")
	chosen := func(r training.Row, week string, perWeek int) Input {
		in := input(session("A", r))
		in.Runner.Week = runs(week)
		in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].PerWeek = nil, perWeek
		return in
	}
	given := chosen(legs, "rmeherl", 0)
	given.Plan.Phases[0].LiftOn = []training.Weekday{training.Wednesday, training.Monday, training.Wednesday}
	tests := []struct {
		name    string
		in      Input
		want    string
		why     string
		reasons []string
	}{
		{"chosen", chosen(legs, "rmeherl", 0), "tue fri",
			"Chosen from the running week: medium days first, never the day before a hard or long run, at least two days apart. Run first, lift later in the day.",
			[]string{
				"Tuesday is a medium day, and Wednesday is easy: your legs have a day before the hard run on Thursday.",
				"Friday is an easy day, and Saturday is a rest day: your legs have a day before the long run on Sunday.",
			}},
		{"fewer than wanted", chosen(legs, "rhhhhhh", 3), "sun",
			"Chosen from the running week: medium days first, never the day before a hard or long run. Run first, lift later in the day. 3 sessions would be more than this week has room for, so there is 1.",
			[]string{"Sunday is a hard day, and Monday is a rest day: your legs have a day before the hard run on Tuesday."}},
		{"without hard runs", chosen(legs, "eeeeeee", 1), "mon",
			"Chosen from the running week: medium days first, never the day before a hard or long run. Run first, lift later in the day.",
			[]string{"Monday is an easy day, and Tuesday is easy."}},
		{"without legs", chosen(arms, "mhrrrrr", 1), "mon",
			"Chosen from the running week: medium days first. Run first, lift later in the day.",
			[]string{"Monday is a medium day, and Tuesday is hard."}},
		{"given", given, "mon wed", "The plan names these days.",
			[]string{
				"Monday is a rest day, and Tuesday is medium: your legs have 2 days before the hard run on Thursday.",
				"Wednesday is an easy day, and Thursday is hard.",
			}},
	}
	for _, test := range tests {
		got := project(t, test.in).Phases[0]
		var reasons []string
		for i, r := range got.Reasons {
			reasons = append(reasons, english().Sentences(r.Why))
			if r.Day != got.Days[i] {
				t.Errorf("%s: reason %d is for %s, want %s", test.name, i, r.Day, got.Days[i])
			}
		}
		if why := english().Sentences(got.Why...); daysText(got.Days) != test.want || why != test.why || !reflect.DeepEqual(reasons, test.reasons) {
			t.Errorf("%s:\n got %s\n     %s\n     %q\nwant %s\n     %s\n     %q", test.name, daysText(got.Days), why, reasons, test.want, test.why, test.reasons)
		}
		if got.Chosen != (test.name != "given") {
			t.Errorf("%s: chosen is %v", test.name, got.Chosen)
		}
	}
}

// TestSessionsPerWeek: the phase says how many, or else the runner type, or else there are two.
func TestSessionsPerWeek(t *testing.T) {
	for _, test := range []struct{ phase, runner, want int }{{1, 2, 1}, {0, 3, 3}, {0, 0, 2}} {
		in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")))
		in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].PerWeek = nil, test.phase
		in.Runner.SessionsPerWeek[1] = test.runner
		if got := len(project(t, in).Phases[0].Days); got != test.want {
			t.Errorf("phase %d, runner type %d: got %d days, want %d", test.phase, test.runner, got, test.want)
		}
	}
}

// TestLegs: which patterns leave the legs tired with a load.
func TestLegs(t *testing.T) {
	legs := map[training.Pattern]bool{training.Squat: true, training.Hinge: true, training.SingleLeg: true, training.Jump: true, training.Calf: true}
	for _, pattern := range training.Patterns() {
		in := input(session("B"), session("A", row("nope", "3 x 8", "", ""), row("row", "3 x 8", "8 kg", "")))
		in.Exercises["row"].Pattern = pattern
		in.Runner.Week, in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].PerWeek = runs("rmhrrrr"), nil, 1
		if got := daysText(project(t, in).Phases[0].Days); (got != "tue") != legs[pattern] {
			t.Errorf("%s before a hard day: got %q", pattern, got)
		}
	}
}

// TestCalves: calf raises count as legs where they are loaded or to the limit, are tested or lead up to loaded ones; not where they are the
// treatment.
func TestCalves(t *testing.T) {
	light := row("calf-raise", "3 x 10-15", "", "")
	for _, test := range []struct {
		name   string
		change func(in *Input)
		tired  bool
	}{
		{"body weight", func(*Input) {}, false},
		{"open set", func(in *Input) { in.Plan.Phases[0].Sessions[0].Rows[0] = row("calf-raise", "2 x 10, 1 x 10+", "", "") }, true},
		{"loaded", func(in *Input) { in.Exercises["calf-raise"].Load = training.LoadWeight }, true},
		{"loaded above", func(in *Input) { in.Exercises["calf-raise"].Harder.ID = "weighted" }, true},
		{"treatment", func(in *Input) { in.Exercises["calf-raise"].Load, in.Plan.Kind = training.LoadWeight, training.Rehab }, false},
		{"tested", func(in *Input) { in.Plan.TestWeeks = []int{2} }, true},
		{"tested in a phase of its own", func(in *Input) { in.Plan.TestWeeks = []int{9} }, false},
		{"tested as treatment", func(in *Input) { in.Plan.TestWeeks, in.Plan.Kind = []int{2}, training.Rehab }, false},
	} {
		in := input(session("A", light))
		in.Exercises["weighted"] = &training.Exercise{ID: "weighted", Name: "Weighted", Pattern: training.Calf, Measure: training.MeasureLoad}
		in.Plan.Tests = []training.Test{{Run: "3 km"}, {Exercise: training.Ref{ID: "calf-raise"}}}
		in.Runner.Week, in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].PerWeek = runs("rmhrrrr"), nil, 1
		test.change(&in)
		days, _ := phaseDays(in, &in.Plan.Phases[0], 1)
		if got := daysText(days.Days); (got == "wed") != test.tired {
			t.Errorf("%s: lifted on %s", test.name, got)
		}
	}
}
