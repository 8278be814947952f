package progression

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/training"
)

// TestRunTests: a run against the clock takes the place of a hard run, or of a medium one where there is none; sessions on its day, and those
// for the legs on the day before, move or are left out.
func TestRunTests(t *testing.T) {
	legs, arms := row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("row", "3 x 8-12", "8 kg", "2 kg")
	for _, test := range []struct {
		name, week, on string
		row            training.Row
		runs           int
		want           string
	}{
		{"hard run", "rmehmrl", "tue fri", legs, 1, "thu hard; tue fri"},
		{"the day before has legs", "rmehmrl", "wed", legs, 1, "thu hard; tue; wed to tue"},
		{"the day before has arms", "rmehmrl", "wed", arms, 1, "thu hard; wed"},
		{"a session on its day", "rmehmrl", "mon thu", legs, 1, "thu hard; mon fri; thu to fri"},
		{"medium run", "rmremrl", "tue fri", legs, 1, "tue medium; wed fri; tue to wed"},
		{"no room", "hrhrhrl", "mon wed fri", legs, 1, "wed hard; mon fri; wed out"},
		{"not after a hard run", "rhhrrrl", "sat", arms, 1, "tue hard; sat"},
		{"two runs", "rhrrhrl", "sat", arms, 2, "tue hard; fri hard; sat"},
		{"two runs and one day", "rhhrrrr", "sat", arms, 2, "tue hard; sat"},
		{"no run", "rerrerl", "tue", legs, 1, "tue"},
		{"Monday after Sunday's legs", "hrrrhrr", "sun", legs, 1, "mon hard; sun"},
	} {
		in := input(session("A", test.row))
		in.Runner.Week = runs(test.week)
		ph := &in.Plan.Phases[0]
		ph.LiftOn = nil
		for _, d := range strings.Fields(test.on) {
			day, _, _ := training.ParseWeekday(d)
			ph.LiftOn = append(ph.LiftOn, day)
		}
		in.Plan.TestWeeks = []int{1, 2}
		for range test.runs {
			in.Plan.Tests = append(in.Plan.Tests, training.Test{Run: "3 km"})
		}
		p := project(t, in)
		if got := runsOf(&p.Weeks[0]); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if w := &p.Weeks[2]; len(w.Runs)+len(w.Moves) > 0 {
			t.Errorf("%s: a week without tests has %s", test.name, runsOf(w))
		}
		if test.name == "Monday after Sunday's legs" && !strings.HasPrefix(runsOf(&p.Weeks[1]), "fri") {
			t.Errorf("the second week has %s", runsOf(&p.Weeks[1]))
		}
	}
}

// runsOf writes the runs of a week, the days of its sessions and those that have moved.
func runsOf(w *Week) string {
	var parts, days []string
	for _, r := range w.Runs {
		parts = append(parts, fmt.Sprint(r.Day, " ", r.Place))
	}
	for _, s := range w.Sessions {
		days = append(days, s.Day.String())
	}
	parts = append(parts, strings.Join(days, " "))
	for _, m := range w.Moves {
		if m.Dropped {
			parts = append(parts, m.From.String()+" out")
		} else {
			parts = append(parts, fmt.Sprint(m.From, " to ", m.To))
		}
	}
	return strings.Join(parts, "; ")
}

// TestRunTestsNearRace: a run stands more than seven days behind a race where its week has such a day, and else early in it.
func TestRunTestsNearRace(t *testing.T) {
	in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")))
	in.Runner.Week, in.Plan.Phases[0].LiftOn = runs("hrrhrrr"), []training.Weekday{training.Saturday}
	in.Plan.Tests, in.Plan.TestWeeks = []training.Test{{Run: "3 km"}}, []int{4, 6}
	for race, behind := range map[training.Weekday]training.Weekday{
		training.Friday: training.Monday, training.Thursday: training.Monday, training.Wednesday: training.Thursday, training.Monday: training.Thursday,
	} {
		in.Plan.Race = training.Race{Week: 5, Day: race}
		p := project(t, in)
		if a, b := p.Weeks[3].Runs[0].Day, p.Weeks[5].Runs[0].Day; a != training.Monday || b != behind {
			t.Errorf("race on %s: runs on %s and %s, want mon and %s", race, a, b, behind)
		}
	}
}

func TestRunMinutes(t *testing.T) {
	for run, want := range map[string][2]int{
		"3 km": {37, 46}, "5K": {45, 60}, "1.5 km": {31, 36}, "1,5 km": {31, 36}, "1000 m": {29, 32}, "1 mile": {32, 37}, "2 miles on the track": {38, 48}, "12 min": {37, 37},
		"10 km": {65, 95}, "16 km": {}, "the hill behind the church": {}, "3 kmh": {}, "61 min": {},
	} {
		if got := runMinutes(run); got != want {
			t.Errorf("%s takes %v minutes, want %v", run, got, want)
		}
	}
}

// TestRaceLaws draws plans with a race and with runs against the clock: the week after a race has nothing heavy for the legs and is easy, and
// on the day of a run nothing is lifted, nor are the legs trained on the day before.
func TestRaceLaws(t *testing.T) {
	seen := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		last := max(in.Plan.Weeks(), 1)
		in.Plan.Race = training.Race{Week: rapid.IntRange(1, last).Draw(t, "race week"), Day: rapid.SampledFrom(training.Weekdays()).Draw(t, "race day")}
		in.Plan.Tests = []training.Test{{Run: "3 km"}, {Exercise: training.Ref{ID: "calf-raise"}}}
		in.Plan.TestWeeks = rapid.SliceOfNDistinct(rapid.IntRange(1, last), 1, min(4, last), rapid.ID[int]).Draw(t, "test weeks")
		in.Exercises["calf-raise"].Load = rapid.SampledFrom([]training.LoadKind{"", training.LoadWeight}).Draw(t, "load of calf raises")
		p, _ := Project(in)
		if p == nil {
			return
		}
		for i := range p.Weeks {
			for _, s := range p.Weeks[i].Sessions {
				days := -in.Plan.Race.DaysAfter(p.Weeks[i].Number, s.Day)
				if days >= 1 && days <= 7 && !p.Weeks[i].Light() {
					t.Fatalf("week %d is not light, %d days after the race", p.Weeks[i].Number, days)
				}
				for _, x := range s.Targets {
					if days >= 1 && days <= 7 && in.HeavyOnLegs(x.Exercise) {
						t.Fatalf("%s %d days after the race", x.Exercise.ID, days)
					}
					seen["after"] = seen["after"] || days >= 1 && days <= 7
				}
			}
			for _, r := range p.Weeks[i].Runs {
				seen["run"] = true
				checkRun(t, p, i, r.Day)
			}
		}
	})
	if len(seen) < 2 && !testing.Short() { // the quick lane draws too few to be sure
		t.Errorf("only %v was drawn", seen)
	}
}

// checkRun: nothing is lifted on the day of a run, and the legs rest on the day before.
func checkRun(t *rapid.T, p *Programme, week int, day training.Weekday) {
	tired := func(w, d int) bool {
		return w >= 0 && slices.ContainsFunc(p.Weeks[w].Sessions, func(s Session) bool {
			return int(s.Day) == d && slices.ContainsFunc(s.Targets, func(x Target) bool { return x.Exercise.TiresLegs() || x.Exercise.TiresCalves(false) })
		})
	}
	for _, s := range p.Weeks[week].Sessions {
		if s.Day == day {
			t.Fatalf("week %d: a session on the day of the run", week+1)
		}
	}
	if before := int(day) - 1; before >= 0 && tired(week, before) || before < 0 && tired(week-1, int(training.Sunday)) {
		t.Fatalf("week %d: legs on the day before the run", week+1)
	}
}
