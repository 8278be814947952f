package progression

import (
	"fmt"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestProblems holds what is said about a row that cannot be projected: column (2 the exercise, 3 do, 4 start, 5 step), id and
// the sentences.
func TestProblems(t *testing.T) {
	lb := row("row", "3 x 8-12", "8 kg", "5 lb")
	pounds := row("row", "3 x 8-12", "20 lb", "")
	many := row("row", "3 x 8", "21 kg", "")
	for n := 2; n <= 60; n += 2 {
		many.Weights = append(many.Weights, kg(n)...)
	}
	tests := []struct {
		name   string
		row    training.Row
		change func(*Input)
		want   string
	}{
		{"no start", row("goblet-squat", "3 x 8-12", "", "2 kg"), nil,
			`11:2 no-start: goblet squat needs a start weight, or start = "you choose" to print an empty box. `},
		{"start not in the list", row("row", "3 x 8-12", "9 kg", "1 kg"), nil,
			`11:4 unknown-weight: 9 kg is not in your weights: the nearest are 8 and 10 kg (dumbbell). Write start = "8 kg" and leave out step.`},
		{"start below the list", row("row", "3 x 8-12", "5 kg", ""), nil,
			`11:4 unknown-weight: 5 kg is not in your weights: the lightest is 6 kg (dumbbell). Write start = "6 kg", or add 5 kg to dumbbell below [weights] in site.toml.`},
		{"start in the wrong unit for the list", pounds, nil,
			`11:4 unknown-weight: 20 lb is not in your weights: the nearest are 8 and 10 kg (dumbbell). Write start = "8 kg".`},
		{"a long list", many, nil,
			`11:4 unknown-weight: 21 kg is not in this row's weights: the nearest are 20 and 22 kg. Write start = "20 kg", or add 21 kg to weights of this row.`},
		{"a later load", row("row", "3 x 8-9", "10 kg", "1 kg"), nil,
			`11:5 unknown-weight: bent over row reaches 11 kg in week 2, which is not in your weights: the nearest are 10 and 12 kg (dumbbell). Leave out step, and the next weight of the list is taken.`},
		{"above the list", row("row", "3 x 8-9", "12 kg", "2 kg"), nil,
			`11:5 unknown-weight: bent over row reaches 14 kg in week 2, which is not in your weights: the heaviest is 12 kg (dumbbell). Leave out step, and the next weight of the list is taken.`},
		{"neither list nor step", row("goblet-squat", "3 x 8-12", "8 kg", ""), nil,
			`11:4 no-next-weight: I do not know which weight comes after 8 kg. Write step = "2 kg", or list the weights that there are below [weights] in site.toml, such as dumbbell = ["8 kg", "10 kg", "12 kg"].`},
		{"neither list nor step, in pounds", row("goblet-squat", "3 x 8-12", "20 lb", ""), nil,
			`11:4 no-next-weight: I do not know which weight comes after 20 lb. Write step = "5 lb", or list the weights that there are below [weights] in site.toml, such as dumbbell = ["20 lb", "25 lb", "30 lb"].`},
		{"two units", lb, nil, `11:5 mixed-units: step is in lb but start is in kg. Leave out step, and the next weight of the list is taken.`},
		{"hold without seconds", row("push-up-hold", "3 x 8-12", "", ""), nil,
			`11:3 wrong-measure: push-up hold is measured in seconds. Write "3 x 15-30 s".`},
		{"load with metres", row("row", "3 x 20 m", "8 kg", "2 kg"), nil,
			`11:3 wrong-measure: bent over row is counted in repetitions. Write "3 x 8-12". To count metres, write measure = "metres" and load = "weight" in the exercise.`},
		{"repetitions with metres", row("calf-raise", "3 x 20 m", "", ""), nil,
			`11:3 wrong-measure: calf raise is counted in repetitions. Write "3 x 8-12". To count metres, write measure = "metres" in the exercise.`},
		{"metres with a weight to start with", row("walk", "3 x 20-40 m", "8 kg", ""), nil,
			`11:4 start-without-load: farmer's walk is measured in metres and has no weight to start with. Take start out, or write load = "weight" in the exercise.`},
		{"seconds with a weight to start with", row("push-up-hold", "3 x 15-30 s", "8 kg", ""), nil,
			`11:4 start-without-load: push-up hold is measured in seconds and has no weight to start with. Take start out, or write load = "weight" in the exercise.`},
		{"hold with a load step", row("push-up-hold", "3 x 15-30 s", "", "2 kg"), nil,
			`11:5 wrong-step: push-up hold is measured in seconds, but step is 2 kg. Write step = "5 s", or load = "weight" in the exercise.`},
		{"load with a step of seconds", row("row", "3 x 8-12", "8 kg", "5 s"), nil,
			`11:5 wrong-step: bent over row is done with a weight, but step is 5 s. Write step = "2 kg".`},
		{"load with a step of repetitions, in pounds", row("row", "3 x 8-12", "8 kg", "1 rep"), func(in *Input) { in.Unit = quantity.Pound },
			`11:5 wrong-step: bent over row is done with a weight, but step is 1 rep. Write step = "5 lb".`},
		{"repetitions with a load step", row("calf-raise", "3 x 8-12", "", "2 kg"), nil,
			`11:5 wrong-step: calf raise is counted in repetitions, but step is 2 kg. Write step = "1 rep", or measure = "load" in the exercise.`},
		{"a number of the last set without a load", func() training.Row {
			r := row("calf-raise", "3 x 15+", "", "")
			r.Last, r.LastPos = 25, r.DoPos
			return r
		}(), nil,
			`11:3 progress-without-load: last = 25 adds weight, but calf raise is counted in repetitions. Take "last" out, and write a range, which grows by itself.`},
		{"stages without a load", func() training.Row {
			r := row("calf-raise", "3 x 12", "", "")
			r.Stages = []quantity.Prescription{r.Do, r.Do.WithSpan(8, 8)}
			r.StagesPos = r.DoPos
			return r
		}(), nil,
			`11:3 progress-without-load: a list of stages adds weight, but calf raise is counted in repetitions. Write a range in place of stages, which grows by itself, or a table: weeks = ["3 x 8", "3 x 10"].`},
		{"start without a load", row("calf-raise", "3 x 8-12", "8 kg", ""), nil,
			`11:4 start-without-load: calf raise is counted in repetitions and has no weight to start with. Take start out, or write measure = "load" in the exercise.`},
		{"choosing without a load", row("push-up-hold", "3 x 15-30 s", "you choose", ""), nil,
			`11:4 start-without-load: push-up hold is measured in seconds and has no weight to start with. Take start out, or write load = "weight" in the exercise.`},
		{"two-for-two without a load", by(training.TwoForTwo, row("calf-raise", "3 x 8", "", "")), nil,
			`11:1 progress-without-load: progress = "two-for-two" adds weight, but calf raise is counted in repetitions. Take progress out: a range grows by itself.`},
		{"wave without a load", waves(row("calf-raise", "3 x 8", "", ""), "3 x 8", "3 x 6", "2 x 6"), nil,
			`11:1 progress-without-load: progress = "wave" adds weight, but calf raise is counted in repetitions. Take progress out: a range grows by itself.`},
		{"a ladder to repetitions", row("knee-hold", "3 x 15-30 s", "", ""), func(in *Input) {
			in.Exercises["push-up-hold"].Measure, in.Exercises["push-up-hold"].ID = training.MeasureReps, "push-up"
		}, `6:10 no-harder-do: push-up is counted in reps but knee-hold in seconds. Give the reps for the next step: harder_do = "3 x 5-10".`},
		{"a ladder to a hold", row("box-squat", "3 x 8-12", "", ""), func(in *Input) {
			in.Exercises["goblet-squat"].Measure = training.MeasureHold
		}, `6:10 no-harder-do: goblet-squat is counted in seconds but box-squat in reps. Give the seconds for the next step: harder_do = "3 x 10-20 s".`},
		{"a ladder with the wrong numbers", row("box-squat", "3 x 8-12", "", ""), func(in *Input) {
			do := must(quantity.ParsePrescription("3 x 20 s"))
			in.Exercises["box-squat"].HarderDo = &do
		}, `6:10 wrong-harder-do: harder_do is for goblet-squat, which is counted in reps. Write harder_do = "3 x 5-10".`},
		{"no day", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), func(in *Input) {
			in.Runner.Week, in.Plan.Phases[0].LiftOn = runs("hhhhhhl"), nil
		}, `0:0 no-lifting-day: the running week of "Nothing outside running" leaves no day: after each one comes a hard or long run. ` +
			`Name the days yourself, lift_on = ["tue", "fri"], or make the running week of that runner type easier.`},
	}
	for _, test := range tests {
		in := input(session("A", test.row))
		in.Weights = training.Weights{"dumbbell": kg(6, 8, 10, 12)}
		if test.row.Exercise.ID == "goblet-squat" {
			in.Weights = nil
		}
		if test.change != nil {
			test.change(&in)
		}
		p, problems := Project(in)
		if p != nil || len(problems) != 1 {
			t.Errorf("%s: got a programme: %v, and problems %v; want one problem", test.name, p != nil, problems)
			continue
		}
		x := problems[0]
		if got := fmt.Sprintf("%d:%d %s: %s %s", x.Line, x.Column, x.ID, x.Message, x.Hint); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestAllProblems: all mistakes are said in one run, each of them once, and none that follows from another.
func TestAllProblems(t *testing.T) {
	in := input(session("A", row("push-up-hold", "3 x 8", "8 kg", "2 kg"), row("row", "3 x 8-12", "", "")))
	in.Plan.Phases = append(in.Plan.Phases, phase(4, session("A", row("row", "3 x 5-8", "", "2 kg"))))
	_, problems := Project(in)
	var got []string
	for _, p := range problems {
		got = append(got, p.ID)
	}
	if want := "[no-start wrong-measure start-without-load wrong-step]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestWeights: a row's list stands before the plan's, and that before the site's, for each piece of equipment.
func TestWeights(t *testing.T) {
	own := row("goblet-squat", "3 x 8-9", "8 kg", "")
	own.Weights = kg(8, 9)
	plain := row("goblet-squat", "3 x 8-9", "8 kg", "")
	second := row("goblet-squat", "3 x 8-9", "16 kg", "")
	stepped := row("goblet-squat", "3 x 8-9", "10 kg", "2 kg")
	tests := []struct {
		name       string
		row        training.Row
		site, plan training.Weights
		want       string
	}{
		{"the site's", plain, training.Weights{"dumbbell": kg(8, 10), "kettlebell": kg(8, 12)}, nil, "8@8 9@8 | 8@10 9@10"},
		{"the plan's", plain, training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"dumbbell": kg(8, 11)}, "8@8 9@8 | 8@11 9@11"},
		{"the plan's of the second equipment", plain, training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"kettlebell": kg(8, 12)}, "8@8 9@8 | 8@12 9@12"},
		{"the plan has no dumbbell", plain, training.Weights{"dumbbell": kg(8, 10), "kettlebell": kg(8, 12)}, training.Weights{"dumbbell": nil}, "8@8 9@8 | 8@12 9@12"},
		{"the site has no dumbbell", plain, training.Weights{"dumbbell": nil, "kettlebell": kg(8, 12)}, nil, "8@8 9@8 | 8@12 9@12"},
		{"the plan has a dumbbell", plain, training.Weights{"dumbbell": nil}, training.Weights{"dumbbell": kg(8, 10)}, "8@8 9@8 | 8@10 9@10"},
		{"the row's, where there is none", own, training.Weights{"kettlebell": kg(8)}, training.Weights{"dumbbell": nil}, "8@8 9@8 | 8@9 9@9"},
		{"the plan's of other equipment", plain, training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"barbell": kg(8, 11)}, "8@8 9@8 | 8@10 9@10"},
		{"the row's", own, training.Weights{"dumbbell": kg(8, 10)}, training.Weights{"dumbbell": kg(8, 11)}, "8@8 9@8 | 8@9 9@9"},
		{"the list that has the start", second, training.Weights{"dumbbell": kg(8, 10), "kettlebell": kg(12, 16, 20)}, nil, "8@16 9@16 | 8@20 9@20"},
		{"a step through both lists", stepped, training.Weights{"dumbbell": kg(8, 10), "kettlebell": kg(12, 16)}, nil, "8@10 9@10 | 8@12 9@12"},
	}
	for _, test := range tests {
		in := input(session("A", test.row))
		in.Plan.Phases[0].Weeks, in.Weights, in.Plan.Weights = 2, test.site, test.plan
		if got := course(project(t, in), "A", 0); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// TestNoStart: a row whose sets say their own weights needs no start, as long as all of them do.
func TestNoStart(t *testing.T) {
	entries := func(weeks ...string) training.Row {
		r := row("goblet-squat", "3 x 8", "", "")
		for _, entry := range weeks {
			r.Weeks = append(r.Weeks, must(quantity.ParseEntry(entry)))
		}
		r.Do = r.Weeks[0]
		return r
	}
	for _, test := range []struct {
		row  training.Row
		want string
	}{
		{row("goblet-squat", "4 x 4 RM", "", ""), "[]"},
		{entries("3 x 12 RM", "4 x 8 RM"), "[]"},
		{entries("3 x 8 at 8 kg", "3 x 5 at 10 kg"), "[]"},
		{entries("3 x 12 RM", "4 x 8"), "[no-start]"},
		{entries("3 x 12 RM", "1 x 5 RM, 3 x 8"), "[no-start]"},
	} {
		in := input(session("A", test.row))
		in.Weights = training.Weights{"dumbbell": kg(6, 8, 10, 12)}
		_, problems := Project(in)
		ids := []string{}
		for _, p := range problems {
			ids = append(ids, p.ID)
		}
		if fmt.Sprint(ids) != test.want {
			t.Errorf("%v: got %v, want %s", test.row.Entries(), problems, test.want)
		}
	}
}
