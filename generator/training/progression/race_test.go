package progression

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestTaper: about two weeks before the race the sets are halved and progress rests; from seven days before it the legs carry no load,
// and the last three days are free.
func TestTaper(t *testing.T) {
	days := []training.Weekday{training.Monday, training.Wednesday, training.Thursday, training.Sunday}
	in := input(session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("push-up-hold", "4 x 15-30 s", "", "5 s")))
	in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].EasyWeeks, in.Plan.Phases[0].Weeks = days, nil, 4
	in.Plan.Race = training.Race{Week: 4, Day: training.Sunday}
	tests := []struct {
		race string
		day  training.Weekday
		want []string // the sessions of the last three weeks
	}{
		{"on Sunday", training.Sunday, []string{
			"mon 12@8 r2:15s, wed 8@10 r2:20s, thu 9@10 r2:25s, sun 10@10 r2:30s",
			"mon 2x8@10 r2:2x15s, wed 2x8@10 r2:2x15s, thu 2x8@10 r2:2x15s, sun r2:2x15s",
			"mon r2:2x15s, wed r2:2x15s",
		}},
		{"on Thursday", training.Thursday, []string{
			"mon 2x8@8 2x15s, wed 2x8@8 2x15s, thu 2x8@8 2x15s, sun 2x8@8 2x15s",
			"mon 2x8@8 2x15s, wed 2x8@8 2x15s, thu 2x15s, sun 2x15s",
			"",
		}},
		{"on Monday", training.Monday, []string{
			"mon 2x8@8 2x15s, wed 2x8@8 2x15s, thu 2x8@8 2x15s, sun 2x8@8 2x15s",
			"mon 2x15s, wed 2x15s, thu 2x15s",
			"",
		}},
		{"on Friday", training.Friday, []string{
			"mon 12@8 r2:15s, wed 8@10 r2:20s, thu 9@10 r2:25s, sun 10@10 r2:30s",
			"mon 2x8@10 r2:2x15s, wed 2x8@10 r2:2x15s, thu 2x8@10 r2:2x15s, sun r2:2x15s",
			"mon r2:2x15s",
		}},
	}
	for _, test := range tests {
		in.Plan.Race.Day = test.day
		p := project(t, in)
		for i, want := range test.want {
			w := &p.Weeks[i+1]
			if got := sessions(w); got != want {
				t.Errorf("race %s, week %d:\n got %s\nwant %s", test.race, w.Number, got, want)
			}
			if w.Taper != (i > 0 || test.day < training.Friday) || w.Race != (i == 2) {
				t.Errorf("race %s, week %d: taper %v, race %v", test.race, w.Number, w.Taper, w.Race)
			}
		}
	}
	got := project(t, in).Weeks[2].Sessions[0]
	if x := got.Targets[0]; !strings.HasPrefix(english().Sentences(x.Why), "Taper: same weight, half the sets") || !strings.Contains(english().Sentences(x.Rule...), "race") {
		t.Errorf("the taper's target says %q and %q", english().Sentences(x.Why), english().Sentences(x.Rule...))
	}
	if got.Minutes[0] != got.Minutes[1] {
		t.Errorf("nobody goes beyond the targets of a taper, but it takes %v minutes", got.Minutes)
	}
}

// TestAfterTheRace: for seven days behind it the legs have no loads, and a week with such a day is easy, whatever the plan says. Then the
// weeks go on where the taper began.
func TestAfterTheRace(t *testing.T) {
	days := []training.Weekday{training.Monday, training.Thursday, training.Sunday}
	in := input(session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("box-squat", "2 x 8-12", "", "")))
	in.Plan.Phases[0].LiftOn, in.Plan.Phases[0].EasyWeeks, in.Plan.Phases[0].Weeks = days, nil, 5
	for _, test := range []struct {
		race training.Weekday
		easy int      // week, 0: none
		want []string // the sessions of the last two weeks
	}{
		{training.Sunday, 4, []string{"mon 1x8, thu 1x8, sun 1x8", "mon 11@8 11, thu 12@8 12, sun 8@10 r2:8@+0"}},
		{training.Saturday, 4, []string{"mon 1x8, thu 1x8, sun 2x8@8 1x8", "mon 11@8 11, thu 12@8 12, sun 8@10 r2:8@+0"}},
		{training.Monday, 4, []string{"mon 1x8, thu 2x8@8 1x8, sun 2x8@8 1x8", "mon 8@8 8, thu 9@8 9, sun 10@8 10"}},
	} {
		in.Plan.Race = training.Race{Week: 3, Day: test.race}
		p := project(t, in)
		for i, want := range test.want {
			w := &p.Weeks[i+3]
			if got := sessions(w); got != want {
				t.Errorf("race on %s, week %d:\n got %s\nwant %s", test.race, w.Number, got, want)
			}
			if after := w.Number == test.easy; w.AfterRace != after || w.Easy != after || w.Taper {
				t.Errorf("race on %s, week %d: after the race %v, easy %v, taper %v", test.race, w.Number, w.AfterRace, w.Easy, w.Taper)
			}
		}
	}
	x := project(t, in).Weeks[3].Sessions[0].Targets[0]
	if got := english().Sentences(x.Why); !strings.HasPrefix(got, "After the race") {
		t.Errorf("the reason is %q", got)
	}
}

func sessions(w *Week) string {
	var list []string
	for _, s := range w.Sessions {
		text := s.Day.String()
		for i := range s.Targets {
			text += " " + short(&s.Targets[i])
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

// TestMaintain: a phase that maintains has one session a week unless it says otherwise; the load is carried on and stays.
func TestMaintain(t *testing.T) {
	build := phase(2, session("A", row("row", "3 x 8-9", "8 kg", "2 kg")))
	keep := phase(3, session("A", row("row", "2 x 8-12", "", "2 kg"), row("push-up-hold", "2 x 15-30 s", "", "")))
	keep.Maintain, keep.LiftOn, keep.EasyWeeks = true, nil, nil
	in := input()
	in.Plan.Phases = []training.Phase{build, keep}
	in.Runner.SessionsPerWeek = [2]int{2, 2}
	p := project(t, in)
	if got, want := course(p, "A", 0), "8@8 9@8 | 8@10 9@10 | 8@10 | 8@10 | 8@10"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := sessions(&p.Weeks[4]); got != "tue 8@10 15s" {
		t.Errorf("the last week is %q", got)
	}
	if got := english().Sentences(p.Weeks[4].Sessions[0].Targets[0].Rule...); !strings.Contains(got, "running comes first") {
		t.Errorf("the rule is %q", got)
	}
}

// TestLadderGoesOn: a phase that names an exercise whose ladder was climbed before begins with the exercise that was reached, at
// its bottom; one that maintains stays there. A harder exercise than was reached, an easier one than the ladder began with, and a
// model that does not climb are taken at their word.
func TestLadderGoesOn(t *testing.T) {
	climbed := "15s 20s | 25s 30s | r2:15s r2:20s | "
	tests := []struct {
		name string
		row  training.Row
		want string
	}{
		{"the same row", row("push-up-hold", "3 x 15-30 s", "", "5 s"), "r2:15s r2:20s | r2:25s r2:30s | r3:15s r3:20s"},
		{"another range", row("push-up-hold", "2 x 20-25 s", "", "5 s"), "r2:20s r2:25s | r3:20s r3:25s | r3:25s r3:25s"},
		{"the exercise that was reached", row("feet-up-hold", "3 x 15-30 s", "", "5 s"), "15s 20s | 25s 30s | r2:15s r2:20s"},
		{"a harder one", row("one-leg-hold", "3 x 15-30 s", "", "5 s"), "15s 20s | 25s 30s | 30s 30s"},
		{"an easier one", row("knee-hold", "3 x 15-30 s", "", "5 s"), "15s 20s | 25s 30s | r2:15s r2:20s"},
		{"no ladder", by(training.NoProgress, row("push-up-hold", "3 x 15-30 s", "", "")), "15s 15s | 15s 15s | 15s 15s"},
	}
	for _, test := range tests {
		in := input()
		in.Plan.Phases = []training.Phase{phase(3, session("A", row("push-up-hold", "3 x 15-30 s", "", "5 s"))), phase(3, session("A", test.row))}
		if got := course(project(t, in), "A", 0); got != climbed+test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, climbed+test.want)
		}
	}
}

func TestLadderIsKept(t *testing.T) {
	for do, want := range map[string]string{"2 x 15-30 s": "r2:15s r2:15s", "2 x 20 s": "r2:20s r2:20s"} {
		keep := phase(1, session("A", row("push-up-hold", do, "", "")))
		keep.Maintain = true
		in := input()
		in.Plan.Phases = []training.Phase{phase(3, session("A", row("push-up-hold", "3 x 15-30 s", "", ""))), keep}
		p := project(t, in)
		if got, want := course(p, "A", 0), "15s 20s | 25s 30s | r2:15s r2:20s | "+want; got != want {
			t.Errorf("%s: got %s, want %s", do, got, want)
		}
		target := p.Weeks[3].Sessions[0].Targets[0]
		if want := "why-start-carried-rung"; target.Why.Code != want || target.Count() != 2 {
			t.Errorf("%s: %d sets because %q, want 2 because %q", do, target.Count(), target.Why.Code, want)
		}
	}
}

// TestTestWeeks: tests stand at the beginning of a test week's first session and take time there.
func TestTestWeeks(t *testing.T) {
	in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")))
	plain := project(t, in)
	in.Plan.Tests = []training.Test{{Exercise: training.Ref{ID: "push-up-hold"}}, {Run: "3 km"}, {Exercise: training.Ref{ID: "nowhere"}}}
	in.Plan.TestWeeks = []int{1, 7}
	p := project(t, in)
	if len(p.Tests) != 2 || p.Tests[0].Exercise.ID != "push-up-hold" || p.Tests[1].Exercise != nil {
		t.Errorf("got the tests %+v", p.Tests)
	}
	for i, w := range p.Weeks {
		want := plain.Weeks[i].Sessions[0].Minutes
		if test := i == 0 || i == 6; w.Tests != test {
			t.Errorf("week %d: tests %v", w.Number, w.Tests)
		} else if test {
			want[0], want[1] = want[0]+minutesPerTest, want[1]+minutesPerTest
		}
		if got := w.Sessions[0].Minutes; got != want {
			t.Errorf("week %d takes %v minutes, want %v", w.Number, got, want)
		}
		if got, want := w.Sessions[1].Minutes, plain.Weeks[i].Sessions[1].Minutes; got != want {
			t.Errorf("the second session of week %d takes %v minutes, want %v", w.Number, got, want)
		}
	}
}

func TestTestProblems(t *testing.T) {
	in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")))
	at := diag.Position{File: planFile, Line: 5, Column: 3}
	in.Plan.Tests = []training.Test{
		{Exercise: training.Ref{ID: "goblet-squat", Pos: at}},
		{Exercise: training.Ref{ID: "calf-raise"}, Load: quantity.Load{Thousandths: 8000, Unit: quantity.Kilogram}, LoadPos: at},
	}
	_, problems := Project(in)
	want := `the test of goblet squat needs a weight. Write the one that it is always done with: load = "12 kg".
calf raise is counted in repetitions and is tested without a weight. Take load out.
`
	var got strings.Builder
	for _, p := range problems {
		if p.Position != at {
			t.Errorf("%q stands at %v", p.Message, p.Position)
		}
		got.WriteString(p.Message + " " + p.Hint + "\n")
	}
	if !sameLines(got.String(), want) {
		t.Errorf("got:\n%swant:\n%s", got.String(), want)
	}
}

func sameLines(a, b string) bool {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, line := range x {
		if !strings.Contains(b, line) {
			return false
		}
	}
	return len(x) == len(y)
}

// TestOwnRunningWeek: a plan's running week takes the place of the runner type's.
func TestOwnRunningWeek(t *testing.T) {
	in := input(session("A", row("goblet-squat", "3 x 8-12", "8 kg", "2 kg")))
	in.Plan.Phases[0].LiftOn = nil
	club := training.Week{training.Medium, training.Easy, training.Rest, training.Medium, training.Rest, training.Long, training.Rest}
	in.Plan.RunningWeek = &club
	p := project(t, in)
	if got := sessions(&p.Weeks[0]); !strings.HasPrefix(got, "mon") || !strings.Contains(got, "thu") {
		t.Errorf("the club's week is lifted on %q", got)
	}
	if p.RunningWeek != club {
		t.Errorf("the programme is made for %v", p.RunningWeek)
	}
}
