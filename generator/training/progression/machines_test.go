package progression

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// barbellLoads is every load of a barbell of 20 kg, in steps of 2.5 kg.
func barbellLoads() []quantity.Load {
	var loads []quantity.Load
	for n := 20_000; n <= 200_000; n += 2_500 {
		loads = append(loads, quantity.Load{Thousandths: n, Unit: quantity.Kilogram})
	}
	return loads
}

// trained returns what a row asks for in all sessions of a name, or of any session where that is "": "5x5@20", "5@57.5,5+@75".
func trained(p *Programme, session, exercise string) []string {
	var list []string
	for _, w := range p.Weeks {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				if x := &s.Targets[i]; x.Row.Exercise.ID == exercise && (session == "" || s.Name == session) {
					list = append(list, bySet(x))
				}
			}
		}
	}
	return list
}

// bySet writes each set of a target, or so many equal ones.
func bySet(x *Target) string {
	var list []string
	for _, s := range x.Sets {
		text := fmt.Sprint(s.Amount)
		if s.Top > s.Amount {
			text += fmt.Sprint("-", s.Top)
		}
		if s.Open {
			text += "+"
		}
		if !s.Load.IsZero() {
			text += "@" + strings.TrimSuffix(s.Load.String(), " kg")
		}
		list = append(list, text)
	}
	if len(slices.Compact(slices.Clone(list))) == 1 {
		return fmt.Sprintf("%dx%s", len(list), list[0])
	}
	return strings.Join(list, ",")
}

// entries reads a table of weeks.
func entries(r training.Row, weeks ...string) training.Row {
	for _, w := range weeks {
		r.Weeks = append(r.Weeks, must(quantity.ParseEntry(w)))
	}
	i := slices.IndexFunc(r.Weeks, func(do quantity.Prescription) bool { return !do.IsZero() })
	r.Do = r.Weeks[i]
	return r
}

// withBar gives the gym exercises that are done with the bar.
func withBar(in *Input, ids ...string) {
	in.Weights = training.Weights{"barbell": barbellLoads()}
	for _, id := range ids {
		in.Exercises[id] = &training.Exercise{ID: id, Name: id, Pattern: training.Squat, Measure: training.MeasureLoad, Equipment: []string{"barbell"}}
	}
}

// TestOneLift: rows that agree are one lift, in whichever session they stand.
func TestOneLift(t *testing.T) {
	squat := row("squat", "5 x 5", "20 kg", "2.5 kg")
	squat.Misses, squat.Back = 3, 100
	again := squat
	again.Start, again.StartPos, again.Rest, again.Note = quantity.Load{}, diag.Position{}, 180, "slowly"
	in := input(session("A", squat, row("row", "5 x 5", "30 kg", "2.5 kg")), session("B", again, row("deadlift", "1 x 5", "40 kg", "5 kg")))
	withBar(&in, "squat", "deadlift", "row")
	in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].EasyWeeks = []training.Weekday{0, 2, 4}, nil
	p := project(t, in)
	squats, deadlifts := trained(p, "", "squat"), trained(p, "", "deadlift")
	if squats[17] != "5x5@62.5" || deadlifts[8] != "1x5@80" {
		t.Errorf("the 18th squat is %s, the 9th deadlift %s, want 5x5@62.5 and 1x5@80", squats[17], deadlifts[8])
	}
	x := p.Weeks[5].Sessions[2].Targets[0]
	if got, want := english().Sentences(x.Rule...), "If all sets reach 5: next time 65 kg. If not: the same again. Below 5 in 3 sessions running: 10 % less weight."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(p.Machines.Lifts) != 3 || p.Weeks[0].Sessions[0].Targets[0].Lift != p.Weeks[0].Sessions[1].Targets[0].Lift {
		t.Errorf("%d lifts", len(p.Machines.Lifts))
	}
	in.Plan.Phases[0].Sessions[1].Rows[0].Start = kg(25)[0]
	_, problems := Project(in)
	if len(problems) != 1 || problems[0].ID != "two-starts" {
		t.Errorf("two starts of one lift: %v", problems)
	}
}

func TestShapes(t *testing.T) {
	open := row("squat", "3 x 15+", "20 kg", "2.5 kg")
	open.Last = 25
	staged := row("squat", "5 x 3+", "60 kg", "5 kg")
	for _, s := range []string{"5 x 3+", "6 x 2+", "10 x 1+"} {
		staged.Stages = append(staged.Stages, must(quantity.ParsePrescription(s)))
	}
	for _, test := range []struct {
		name string
		row  training.Row
		want string
		rule string // of the first session
	}{
		{"sets that differ", row("squat", "12, 10, 8", "20 kg", "2.5 kg"), "12@20,10@20,8@20 12@22.5,10@22.5,8@22.5 12@25,10@25,8@25 12@27.5,10@27.5,8@27.5",
			"If all sets reach their numbers: next time 22.5 kg. If not: the same again."},
		{"back-off sets", row("squat", "1 x 5, 3 x 8 at 85 %", "60 kg", "2.5 kg"), "5@60,8@50,8@50,8@50 5@62.5,8@52.5,8@52.5,8@52.5 5@65,8@55,8@55,8@55 5@67.5,8@55,8@55,8@55",
			"If all sets reach their numbers: next time 62.5 kg. If not: the same again. Twice below a set’s number: one weight down."},
		{"ranges that differ", row("squat", "1 x 4-6, 2 x 8-12", "20 kg", ""), "4@20,8@20,8@20 5@20,9@20,9@20 6@20,10@20,10@20 6@20,11@20,11@20",
			"If all sets reach the top of their range: next time 22.5 kg, start at the bottom of each range. If not: same weight, one repetition more where you can."},
		{"an open set", row("squat", "5 x 3+", "60 kg", "5 kg"), "3@60,3@60,3@60,3@60,3+@60 3@65,3@65,3@65,3@65,3+@65 3@70,3@70,3@70,3@70,3+@70 3@75,3@75,3@75,3@75,3+@75",
			"If all sets reach 3: next time 65 kg. If not: the same again. Twice below 3: one weight down."},
		{"an open set with a mark", open, "15@20,15@20,15+@20 15@20,15@20,15+@20 15@20,15@20,15+@20 15@20,15@20,15+@20",
			"If the last set reaches 25: next time 22.5 kg. If not: same weight."},
		{"stages", staged, "3@60,3@60,3@60,3@60,3+@60 3@65,3@65,3@65,3@65,3+@65 3@70,3@70,3@70,3@70,3+@70 3@75,3@75,3@75,3@75,3+@75",
			"If all sets reach 3: next time 65 kg. If not: next time 6 × 2+, same weight. If that is missed: 10 × 1+, same weight. If that is missed: 5 × 3+, one weight down."},
		{"a table", entries(row("squat", "4 x 8", "20 kg", "2.5 kg"), "4 x 8", "4 x 6"), "4x8@20 4x8@20 4x6@22.5 4x6@22.5",
			"If every set of this cycle of weeks reaches its number: the next cycle is 2.5 kg heavier. If not: the same cycle again."},
		{"a table that leaves a week out", entries(row("squat", "4 x 8", "20 kg", "2.5 kg"), "-", "4 x 6"), "4x6@20 4x6@20", ""},
		{"a table of ranges", entries(row("squat", "3 x 8", "20 kg", "2.5 kg"), "3 x 8-10", "3 x 10-12"), "3x8-10@20 3x8-10@20 3x10-12@20 3x10-12@20", ""},
		{"heaviest weights", row("squat", "4 x 4 RM", "you choose", ""), "4x4 4x4 4x4 4x4", "At each visit the heaviest weight that leaves your reserve: write it down."},
		{"by the clock", row("calf-raise", "3 x 40 s", "", ""), "3x40 3x40 3x40 3x40", "The same time every time: write down the count, and keep it or beat it in good form."},
	} {
		in := input(session("A", test.row))
		withBar(&in, "squat")
		in.Plan.Phases[0].Weeks = 2
		p := project(t, in)
		if got := strings.Join(trained(p, "A", test.row.Exercise.ID), " "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
		if first := p.Weeks[0].Sessions; test.rule != "" {
			if got := english().Sentences(first[0].Targets[0].Rule...); got != test.rule {
				t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.rule)
			}
		}
	}
}

// TestTables holds where a round stands: fewer repetitions are a step heavier, a new round begins a step higher, and an entry with a
// weight of its own is not stepped.
func TestTables(t *testing.T) {
	for _, test := range []struct {
		name  string
		row   training.Row
		weeks int
		want  string
	}{
		{"press", entries(row("squat", "4 x 8", "20 kg", "2.5 kg"), "4 x 8", "4 x 6", "4 x 8", "4 x 6"), 8,
			"4x8@20 4x6@22.5 4x8@20 4x6@22.5 4x8@22.5 4x6@25 4x8@22.5 4x6@25"},
		{"more and more", entries(row("squat", "3 x 8", "20 kg", "2.5 kg"), "3 x 8", "3 x 10", "4 x 8", "4 x 10"), 5,
			"3x8@20 3x10@20 4x8@20 4x10@20 3x8@22.5"},
		{"the light week is heavier", entries(row("squat", "3 x 8", "20 kg", "2.5 kg"), "3 x 10", "3 x 8", "3 x 6", "3 x 10"), 4,
			"3x10@20 3x8@22.5 3x6@25 3x10@20"},
		{"weights of its own", entries(row("squat", "3 x 8", "40 kg", "2.5 kg"), "3 x 8", "3 x 6 at 50 %", "3 x 5 at 40 kg", "3 x 4 RM"), 5,
			"3x8@40 3x6@20 3x5@40 3x4 3x8@42.5"},
		{"fixed", by(training.NoProgress, entries(row("squat", "3 x 8", "20 kg", ""), "3 x 8", "3 x 10")), 4, "3x8@20 3x10@20 3x8@20 3x10@20"},
	} {
		in := input(session("A", test.row))
		withBar(&in, "squat")
		in.Plan.Phases[0].Weeks, in.Plan.Phases[0].EasyWeeks, in.Plan.Phases[0].LiftOn = test.weeks, nil, []training.Weekday{1}
		if got := strings.Join(trained(project(t, in), "A", "squat"), " "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestTableGoesByTheCalendar: an easy week uses no entry up; a later phase with the same row begins a step heavier.
func TestTableGoesByTheCalendar(t *testing.T) {
	first := entries(row("squat", "4 x 8", "20 kg", "2.5 kg"), "4 x 8", "4 x 6")
	again := first
	again.Start, again.StartPos = quantity.Load{}, diag.Position{}
	in := input()
	in.Plan.Phases = []training.Phase{phase(5, session("A", first)), phase(2, session("A", again))}
	withBar(&in, "squat")
	for i := range in.Plan.Phases {
		in.Plan.Phases[i].LiftOn = []training.Weekday{1}
	}
	in.Plan.Phases[0].EasyWeeks = []int{2}
	if got, want := strings.Join(trained(project(t, in), "A", "squat"), " "), "4x8@20 3x8@20 4x6@22.5 4x8@22.5 4x6@25 4x8@25 4x6@27.5"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestMaximum: percentages of a maximum that one row moves, and that another one looks at.
func TestMaximum(t *testing.T) {
	main := entries(row("squat", "1 x 5 at 65 %", "", "5 kg"),
		"5 at 65 %, 5 at 75 %, 5+ at 85 %", "3 at 70 %, 3 at 80 %, 3+ at 90 %", "5 at 75 %, 3 at 85 %, 1+ at 95 %", "5 at 40 %, 5 at 50 %, 5 at 60 %")
	in := input(session("A", main, row("squat", "5 x 10 at 50 %", "", "")))
	withBar(&in, "squat")
	in.Plan.Maxima = []training.Maximum{{Exercise: training.Ref{ID: "squat"}, Load: kg(90)[0]}}
	in.Plan.Phases[0].Weeks, in.Plan.Phases[0].EasyWeeks, in.Plan.Phases[0].LiftOn = 5, nil, []training.Weekday{1}
	p := project(t, in)
	want := "5@57.5,5@67.5,5+@75 5x10@45 3@62.5,3@70,3+@80 5x10@45 5@67.5,3@75,1+@85 5x10@45 5@35,5@45,5@52.5 5x10@45 5@60,5@70,5+@80 5x10@47.5"
	if got := strings.Join(trained(p, "A", "squat"), " "); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	in.Plan.Maxima[0].Load = kg(45)[0]
	if _, problems := Project(in); len(problems) != 1 || problems[0].Message != "in week 4, 40 % of 45 kg are 18 kg, but the lightest weight for squat is 20 kg." {
		t.Errorf("percentages below the empty bar: %v", problems)
	}
	in.Plan.Maxima[0] = training.Maximum{Exercise: training.Ref{ID: "squat"}, Ask: true}
	if got := trained(project(t, in), "A", "squat")[0]; got != "5,5,5+" {
		t.Errorf("of a maximum that is asked for: %s", got)
	}
	in.Plan.Phases[0].Sessions[0].Rows[1].Step.Load = kg(5)[0]
	if _, problems := Project(in); len(problems) != 1 || problems[0].ID != "two-steps" {
		t.Errorf("two rows that move a maximum: %v", problems)
	}
}

// TestHelp: less help is harder, down to none; levels have names.
func TestHelp(t *testing.T) {
	in := input(session("A", row("pull-up", "3 x 5-6", "10 kg", ""), row("walk-out", "3 x 8", "", "")))
	in.Exercises["pull-up"] = &training.Exercise{ID: "pull-up", Name: "Pull-up", Pattern: training.Pull, Measure: training.MeasureReps, Load: training.LoadAssistance, Equipment: []string{"machine"}}
	in.Exercises["walk-out"] = &training.Exercise{ID: "walk-out", Name: "Walk-out", Pattern: training.Core, Measure: training.MeasureReps, Load: training.LoadLevel, Equipment: []string{"band"}}
	rows := in.Plan.Phases[0].Sessions[0].Rows
	rows[1].Level, rows[1].Progress = "yellow", training.Linear
	levels := []quantity.Load{{Thousandths: 1000, Unit: quantity.Level, Name: "yellow"}, {Thousandths: 2000, Unit: quantity.Level, Name: "red"}}
	in.Weights = training.Weights{"machine": append([]quantity.Load{{Unit: quantity.Kilogram}}, kg(5, 10, 20)...), "band": levels}
	in.Plan.Phases[0].EasyWeeks = nil
	in.Plan.Phases[0].Weeks = 4
	p := project(t, in)
	if got, want := strings.Join(trained(p, "A", "pull-up"), " "), "3x5@10 3x6@10 3x5@5 3x6@5 3x5@0 3x6@0 3x6@0 3x6@0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := strings.Join(trained(p, "A", "walk-out"), " "), "3x8@yellow 3x8@red 3x8@red 3x8@red 3x8@red 3x8@red 3x8@red 3x8@red"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestOptional: a session that may be left out takes the last day and no turn, and moves nothing.
func TestOptional(t *testing.T) {
	squat := row("squat", "3 x 5", "20 kg", "2.5 kg")
	extra := session("C", squat)
	extra.Optional = true
	in := input(session("A", squat), session("B", squat), extra)
	withBar(&in, "squat")
	in.Plan.Phases[0].Weeks, in.Plan.Phases[0].LiftOn = 2, []training.Weekday{0, 2, 4}
	p := project(t, in)
	if got, want := strings.Join(trained(p, "", "squat"), " "), "3x5@20 3x5@22.5 3x5@25 3x5@25 3x5@27.5 3x5@30"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if last := p.Weeks[1].Sessions[2]; last.Name != "C" || !last.Optional || last.Day != 4 {
		t.Errorf("the last session is %s on %s", last.Name, last.Day)
	}
	in.Plan.Phases[0].LiftOn = []training.Weekday{0, 2}
	if _, problems := Project(in); len(problems) != 1 || problems[0].ID != "no-optional-day" {
		t.Errorf("without a day: %v", problems)
	}
}

// TestGoOn: with which weight a row of a later phase goes on.
func TestGoOn(t *testing.T) {
	heavy, light := row("squat", "3 x 5", "60 kg", "2.5 kg"), row("squat", "3 x 8", "40 kg", "2.5 kg")
	none := func(do, step string) training.Row { return row("squat", do, "", step) }
	for _, test := range []struct {
		name   string
		first  []training.Session
		second training.Session
		want   string
	}{
		{"with that of the session of its name", []training.Session{session("A", heavy), session("B", light)}, session("B", none("3 x 8", "5 kg")), "3x8@45"},
		{"the same sets with another step go on", []training.Session{session("A", heavy)}, session("A", none("3 x 5", "5 kg")), "3x5@67.5"},
		{"fewer repetitions", []training.Session{session("A", heavy)}, session("A", none("3 x 3", "5 kg")), "3x3@62.5"},
		{"more repetitions", []training.Session{session("A", row("squat", "3 x 5", "62.5 kg", "2.5 kg"))}, session("A", none("3 x 10", "2.5 kg")), "3x10@55"},
	} {
		in := input()
		in.Plan.Phases = []training.Phase{phase(1, test.first...), phase(1, test.second)}
		in.Runner.Reserve = 2
		withBar(&in, "squat")
		in.Plan.Phases[0].LiftOn, in.Plan.Phases[1].LiftOn = []training.Weekday{0, 2}, []training.Weekday{0}
		list := trained(project(t, in), "", "squat")
		if got := list[len(list)-1]; got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	in := input()
	in.Plan.Phases = []training.Phase{phase(1, session("A", heavy), session("B", light)), phase(1, session("C", none("3 x 5", "5 kg")))}
	withBar(&in, "squat")
	if _, problems := Project(in); len(problems) != 1 || problems[0].ID != "no-start" || !strings.Contains(problems[0].Message, "several sessions") {
		t.Errorf("of several: %v", problems)
	}
}

// TestNoEnd: repetitions that grow without a top end with an error.
func TestNoEnd(t *testing.T) {
	in := input(session("A", row("calf-raise", "2 x 40", "", "5 reps")))
	_, problems := Project(in)
	if len(problems) != 1 || problems[0].ID != "no-end" || !strings.Contains(problems[0].Hint, `do = "2 x 40-50", progress = "linear"`) {
		t.Errorf("got %v", problems)
	}
	in.Plan.Phases[0].Sessions[0].Rows[0] = by(training.Linear, row("calf-raise", "2 x 40-50", "", "5 reps"))
	project(t, in)
}

// TestWarmUp: warm-up sets are shares of the day's heaviest load, in weights that exist.
func TestWarmUp(t *testing.T) {
	squat := row("squat", "3 x 5", "60 kg", "2.5 kg")
	squat.WarmUp = must(quantity.ParseWarmUp("10 at 40 %, 5 at 60 %, 3 at 80 %"))
	in := input(session("A", squat))
	withBar(&in, "squat")
	x := project(t, in).Weeks[0].Sessions[1].Targets[0]
	x.Sets = x.WarmUp
	if got, want := bySet(&x), "10@25,5@37.5,3@50"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
