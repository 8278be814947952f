package progression

import (
	"reflect"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestVectors holds the programmes by which the engine is defined: two sessions a week, weeks 4 and 8 easy.
func TestVectors(t *testing.T) {
	site := training.Weights{"dumbbell": kg(2, 4, 6, 8, 10, 12, 14, 16), "barbell": kg(20, 25, 30)}
	kettlebells := row("goblet-squat", "3 x 8-12", "8 kg", "")
	kettlebells.Weights = kg(8, 12, 16)
	tests := []struct {
		name string
		row  training.Row
		want string
	}{
		{"goblet squat", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"),
			"8@8 9@8 | 10@8 11@8 | 12@8 8@10 | 2x8@10 2x8@10 | 9@10 10@10 | 11@10 12@10 | 8@12 9@12 | 2x8@12 2x8@12"},
		{"row", row("row", "3 x 8-14", "8 kg", "2 kg"),
			"8@8 9@8 | 10@8 11@8 | 12@8 13@8 | 2x8@8 2x8@8 | 14@8 8@10 | 9@10 10@10 | 11@10 12@10 | 2x8@10 2x8@10"},
		{"hold", row("push-up-hold", "3 x 15-30 s", "", "5 s"),
			"15s 20s | 25s 30s | r2:15s r2:20s | r2:2x15s r2:2x15s | r2:25s r2:30s | r3:15s r3:20s | r3:25s r3:30s | r3:2x15s r3:2x15s"},
		{"kettlebells", kettlebells,
			"8@8 9@8 | 10@8 11@8 | 12@8 8@12 | 2x8@12 2x8@12 | 9@12 10@12 | 11@12 12@12 | 8@16 9@16 | 2x8@16 2x8@16"},
	}
	for _, test := range tests {
		in := input(session("A", test.row))
		in.Weights = site
		if got := course(project(t, in), "A", 0); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestModels(t *testing.T) {
	site := training.Weights{"dumbbell": kg(6, 8, 10, 12)}
	tests := []struct {
		name string
		row  training.Row
		want string
	}{
		{"double at the heaviest weight", row("row", "2 x 8-9", "10 kg", ""), "8@10 9@10 | 8@12 9@12 | 9@12 9@12 | 1x8@12 1x8@12 | 9@12 9@12"},
		{"double with a load that the runner chooses", row("row", "2 x 8-9", "you choose", ""), "8@+0 9@+0 | 8@+1 9@+1 | 8@+2 9@+2 | 1x8@+2 1x8@+2 | 8@+3 9@+3"},
		{"double with one set", row("row", "1 x 8-10", "6 kg", ""), "8@6 9@6 | 10@6 8@8 | 9@8 10@8 | 8@8 8@8 | 8@10 9@10"},
		{"holds without a step", row("one-leg-hold", "2 x 10-18 s", "", ""), "10s 15s | 18s 18s | 18s 18s | 1x10s 1x10s | 18s 18s"},
		{"repetitions", row("calf-raise", "2 x 8-10", "", ""), "8 9 | 10 10 | 10 10 | 1x8 1x8 | 10 10"},
		{"repetitions with a step", row("calf-raise", "2 x 8-13", "", "2 reps"), "8 10 | 12 13 | 13 13 | 1x8 1x8 | 13 13"},
		{"linear load", row("row", "3 x 5", "6 kg", "2 kg"), "5@6 5@8 | 5@10 5@12"},
		{"linear load from a list", by(training.Linear, row("row", "3 x 5", "8 kg", "")), "5@8 5@10 | 5@12 5@12 | 5@12 5@12 | 2x5@12 2x5@12 | 5@12 5@12"},
		{"linear load on a range", by(training.Linear, row("row", "3 x 5-8", "8 kg", "")), "5@8 5@10 | 5@12 5@12 | 5@12 5@12 | 2x5@12 2x5@12 | 5@12 5@12"},
		{"linear hold", row("push-up-hold", "2 x 20 s", "", "5 s"), "20s 25s | 30s 35s | 40s 45s | 1x45s 1x45s | 50s 55s"},
		{"linear repetitions", row("calf-raise", "2 x 10", "", "2 reps"), "10 12 | 14 16 | 18 20 | 1x20 1x20 | 22 24"},
		{"linear repetitions on a range", by(training.Linear, row("box-squat", "2 x 8-10", "", "")), "8 9 | 10 10 | 10 10 | 1x8 1x8 | 10 10"},
		{"two-for-two", by(training.TwoForTwo, row("row", "3 x 8", "8 kg", "")), "8@8 8@8 | 8@10 8@10 | 8@12 8@12 | 2x8@12 2x8@12 | 8@12 8@12"},
		{"none", row("row", "3 x 8", "8 kg", ""), "8@8 8@8 | 8@8 8@8 | 8@8 8@8 | 2x8@8 2x8@8 | 8@8 8@8"},
		{"none without a list", row("goblet-squat", "3 x 8", "8 kg", ""), "8@8 8@8 | 8@8 8@8"},
		{"a table of weeks alone is a wave", by(training.ByDefinition, waves(row("goblet-squat", "3 x 8", "6 kg", "1 kg"), "3 x 8", "3 x 6", "2 x 6")),
			"8@6 8@6 | 6@7 6@7 | 6@7 6@7 | 1x6@7 1x6@7"},
		{"none on a range", by(training.NoProgress, row("calf-raise", "3 x 8-12", "", "")), "8 8 | 8 8 | 8 8 | 2x8 2x8 | 8 8"},
		{"wave", waves(row("goblet-squat", "3 x 8", "6 kg", "1 kg"), "3 x 8", "3 x 6", "3 x 4", "2 x 4"),
			"8@6 8@6 | 6@7 6@7 | 4@8 4@8 | 2x4@8 2x4@8 | 4@7 4@7 | 8@7 8@7 | 6@8 6@8 | 2x6@8 2x6@8 | 4@9 4@9 | 4@8 4@8 | 8@8 8@8"},
		{"wave with equal weeks", waves(row("goblet-squat", "3 x 8", "6 kg", "1 kg"), "3 x 8", "4 x 8", "3 x 6", "2 x 6"),
			"8@6 8@6 | 8@6 8@6 | 6@7 6@7 | 2x6@7 2x6@7 | 6@7 6@7 | 8@7 8@7"},
		{"wave without a drop", waves(row("goblet-squat", "3 x 8", "6 kg", "1 kg"), "3 x 8", "4 x 8", "2 x 8"),
			"8@6 8@6 | 8@6 8@6 | 8@6 8@6 | 1x8@6 1x8@6 | 8@7 8@7"},
		{"wave at the heaviest weight", waves(row("row", "3 x 8", "10 kg", ""), "3 x 8", "3 x 6", "3 x 4", "2 x 4"),
			"8@10 8@10 | 6@12 6@12 | 4@12 4@12 | 2x4@12 2x4@12 | 4@12 4@12 | 8@12 8@12"},
	}
	for _, test := range tests {
		in := input(session("A", test.row))
		in.Plan.Phases[0].Weeks, in.Plan.Phases[0].EasyWeeks = 1+countBars(test.want), []int{4, 8}
		if test.row.Exercise.ID == "row" {
			in.Weights = site
		}
		if got := course(project(t, in), "A", 0); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func countBars(s string) int {
	n := 0
	for _, r := range s {
		if r == '|' {
			n++
		}
	}
	return n
}

// TestEasyFirst: an easy week before the first session asks for the start, and then the plan begins.
func TestEasyFirst(t *testing.T) {
	in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")))
	in.Plan.Phases[0].Weeks, in.Plan.Phases[0].EasyWeeks = 2, []int{1}
	if got, want := course(project(t, in), "A", 0), "2x8@8 2x8@8 | 8@8 9@8"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLadder(t *testing.T) {
	climb := must(quantity.ParsePrescription("3 x 5-6"))
	fixed := must(quantity.ParsePrescription("2 x 5"))
	tests := []struct {
		name   string
		row    training.Row
		change func(map[string]*training.Exercise)
		want   string
	}{
		{"to repetitions, and their further rungs", row("knee-hold", "3 x 20-25 s", "", ""), func(e map[string]*training.Exercise) {
			e["push-up-hold"].Measure, e["feet-up-hold"].Measure = training.MeasureReps, training.MeasureReps
			e["knee-hold"].HarderDo = &climb
			e["feet-up-hold"].Harder = training.Ref{}
		}, "20s 25s | r2:5 r2:6 | r3:5 r3:6 | r3:2x5 r3:2x5 | r3:6 r3:6"},
		{"to a load that the runner chooses", row("box-squat", "3 x 5-6", "", ""), nil,
			"5 6 | r2:5@+0 r2:6@+0 | r2:5@+1 r2:6@+1 | r2:2x5@+1 r2:2x5@+1 | r2:5@+2 r2:6@+2"},
		{"other repetitions on the next rung", row("box-squat", "3 x 14-15", "", ""), func(e map[string]*training.Exercise) {
			e["box-squat"].HarderDo = &climb
		}, "14 15 | r2:5@+0 r2:6@+0 | r2:5@+1 r2:6@+1"},
		{"a rung without a range", row("box-squat", "3 x 14-15", "", "1 rep"), func(e map[string]*training.Exercise) {
			e["box-squat"].HarderDo = &fixed
		}, "14 15 | r2:5@+0 r2:5@+0 | r2:5@+0 r2:5@+0"},
		{"the step is for its own measure", row("knee-hold", "3 x 20-30 s", "", "10 s"), func(e map[string]*training.Exercise) {
			e["push-up-hold"].Measure, e["push-up-hold"].Harder = training.MeasureReps, training.Ref{}
			e["knee-hold"].HarderDo = &climb
		}, "20s 30s | r2:5 r2:6 | r2:6 r2:6"},
		{"in a circle", row("knee-hold", "3 x 20-25 s", "", ""), func(e map[string]*training.Exercise) {
			e["push-up-hold"].Harder = training.Ref{ID: "knee-hold"}
		}, "20s 25s | r2:20s r2:25s | r2:25s r2:25s"},
		{"to itself", row("knee-hold", "3 x 20-25 s", "", ""), func(e map[string]*training.Exercise) {
			e["knee-hold"].Harder = training.Ref{ID: "knee-hold"}
		}, "20s 25s | 25s 25s"},
		{"to nowhere", row("knee-hold", "3 x 20-25 s", "", ""), func(e map[string]*training.Exercise) {
			delete(e, "push-up-hold")
		}, "20s 25s | 25s 25s"},
	}
	for _, test := range tests {
		in := input(session("A", test.row))
		in.Plan.Phases[0].Weeks = 1 + countBars(test.want)
		if test.change != nil {
			test.change(in.Exercises)
		}
		if got := course(project(t, in), "A", 0); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestTurns: sessions take the days in turn, and the turn goes on across weeks and begins anew with a phase.
func TestTurns(t *testing.T) {
	in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")), session("B", row("calf-raise", "3 x 8-12", "", "")))
	in.Plan.Phases[0].LiftOn = []training.Weekday{training.Saturday, training.Monday, training.Wednesday}
	in.Plan.Phases[0].Weeks = 3
	in.Plan.Phases = append(in.Plan.Phases, in.Plan.Phases[0])
	p := project(t, in)
	var got []string
	for _, w := range p.Weeks {
		s := ""
		for _, x := range w.Sessions {
			s += x.Name + " " + x.Day.String() + " "
		}
		got = append(got, s)
	}
	want := []string{
		"A mon B wed A sat ", "B mon A wed B sat ", "A mon B wed A sat ",
		"A mon B wed A sat ", "B mon A wed B sat ", "A mon B wed A sat ",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := course(p, "A", 0), "8@8 9@8 | 10@8 | 11@8 12@8 | 8@8 9@8 | 10@8 | 11@8 12@8"; got != want {
		t.Errorf("each row moves once per performed session: got %s, want %s", got, want)
	}
}

// TestCarry: a row without a start goes on with the load with which an earlier phase ended.
func TestCarry(t *testing.T) {
	tests := []struct {
		name          string
		first, second training.Row
		want          string
		steps         int // of the last target
		why           string
	}{
		{"a load", row("row", "3 x 8-9", "8 kg", "2 kg"), row("row", "3 x 5-6", "", "1 kg"),
			"8@8 9@8 | 8@10 9@10 | 5@10 6@10 | 5@11 6@11", 2, "Goes on with the weight of the phase before: 10 kg."},
		{"a load from the list", row("row", "3 x 8-9", "8 kg", ""), row("row", "3 x 5-6", "", ""),
			"8@8 9@8 | 8@10 9@10 | 5@10 6@10 | 5@11 6@11", 2, "Goes on with the weight of the phase before: 10 kg."},
		{"the runner's own", row("row", "3 x 8-9", "you choose", ""), row("row", "3 x 5-6", "", ""),
			"8@+0 9@+0 | 8@+1 9@+1 | 5@+1 6@+1 | 5@+2 6@+2", 2, "Goes on with your weight of the phase before."},
		{"the runner chooses anew", row("row", "3 x 8-9", "8 kg", "2 kg"), row("row", "3 x 5-6", "you choose", ""),
			"8@8 9@8 | 8@10 9@10 | 5@+0 6@+0 | 5@+1 6@+1", 1, "Start: a weight that you can lift 5 times with 3 good repetitions left."},
		{"a start of its own", row("row", "3 x 8-9", "8 kg", "2 kg"), row("row", "3 x 5-6", "12 kg", "2 kg"),
			"8@8 9@8 | 8@10 9@10 | 5@12 6@12 | 5@14 6@14", 1, "Start: the weight that the plan gives for this phase."},
	}
	for _, test := range tests {
		in := input(session("A", test.first))
		in.Weights = training.Weights{"dumbbell": kg(8, 10, 11, 12, 14)}
		in.Plan.Phases = []training.Phase{phase(2, session("A", test.first)), phase(2, session("A", test.second))}
		p := project(t, in)
		if got := course(p, "A", 0); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
		if got := p.Weeks[3].Sessions[1].Targets[0].Steps; got != test.steps {
			t.Errorf("%s: got %d steps at the end, want %d", test.name, got, test.steps)
		}
		if got := english().Sentences(p.Weeks[2].Sessions[0].Targets[0].Why); got != test.why {
			t.Errorf("%s: got %q, want %q", test.name, got, test.why)
		}
		if p.Phases[1].First != 3 || p.Phases[1].Weeks != 2 {
			t.Errorf("%s: the second phase is %+v", test.name, p.Phases[1])
		}
	}
}

// TestTarget holds what a target says beside its numbers.
func TestTarget(t *testing.T) {
	side := row("row", "3 x 8-12 each side", "8 kg", "2 kg")
	slow := row("row", "3 x 8-12", "8 kg", "2 kg")
	slow.Rest = 180
	in := input(session("A", side, slow, row("calf-raise", "2 x 10-15", "", ""), row("push-up-hold", "2 x 20-30 s", "", "")))
	var got [][3]any
	for _, x := range project(t, in).Weeks[0].Sessions[0].Targets {
		got = append(got, [3]any{x.PerSide, x.Loaded, x.Rest})
	}
	want := [][3]any{{true, true, 120}, {false, true, 180}, {true, false, 90}, {false, false, 60}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("per side, loaded, rest: got %v, want %v", got, want)
	}
}

// TestLeftOut: what is not there or could not be read is left out, and nothing falls over.
func TestLeftOut(t *testing.T) {
	unread := row("row", "3 x 8-12", "8 kg", "2 kg")
	unread.Start = quantity.Load{} // typed, but no load
	step := row("row", "3 x 8-12", "8 kg", "2 kg")
	step.Step = quantity.Step{} // likewise
	counted := row("calf-raise", "3 x 8-12", "", "")
	counted.Exercise.ID = "uncounted"
	nothing := training.Row{Exercise: training.Ref{ID: "row"}}
	in := input(session("A", row("nope", "3 x 8", "", ""), unread, step, counted, nothing, by(training.Wave, row("row", "3 x 8", "8 kg", ""))), session("B"))
	in.Plan.Phases = append(in.Plan.Phases, phase(2, session("A", row("row", "3 x 8", "", ""))), phase(0), phase(1))
	in.Exercises["uncounted"] = &training.Exercise{ID: "uncounted"}
	p := project(t, in)
	if got := len(p.Weeks[0].Sessions[0].Targets); got != 0 {
		t.Errorf("got %d targets, want none", got)
	}
	if got := p.Weeks[0].Sessions[0].Minutes; got != [2]int{} {
		t.Errorf("an empty session takes %v minutes", got)
	}
	if got := len(p.Weeks[10].Sessions); got != 0 {
		t.Errorf("got %d sessions of a phase without any", got)
	}
}
