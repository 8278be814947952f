package training

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/legpress/legpress/generator/diag"
)

func with(keys ...string) string {
	return strings.Replace(goodPlan, "[weights]", strings.Join(keys, "\n")+"\n[weights]", 1)
}

func TestReadRace(t *testing.T) {
	date := time.Date(2026, 5, 2, 0, 0, 0, 0, time.UTC) // a Saturday
	tests := []struct {
		keys   []string
		want   Race
		monday string
	}{
		{nil, Race{}, "0001-01-01"},
		{[]string{"race_week = 7"}, Race{Week: 7, Day: Sunday}, "0001-01-01"},
		{[]string{"race_day = 2026-05-02"}, Race{Week: 8, Day: Saturday, Date: date}, "2026-03-09"},
		{[]string{"race_day = 2026-05-02", "race_week = 7"}, Race{Week: 7, Day: Saturday, Date: date}, "2026-03-16"},
		{[]string{"race_day = 2026-05-02", "start = 2026-03-09"}, Race{Week: 8, Day: Saturday, Date: date}, "2026-03-09"},
		{[]string{"start = 2026-01-05"}, Race{}, "2026-01-05"},
		{[]string{"start = 2026-01-05T10:00:00"}, Race{}, "2026-01-05"},
	}
	for _, test := range tests {
		p, problems := readPlan("p.toml", with(test.keys...))
		if len(problems) > 0 {
			t.Errorf("%v: %v", test.keys, problems)
		}
		if d := cmp.Diff(test.want, p.Race, cmpopts.IgnoreTypes(diag.Position{})); d != "" {
			t.Errorf("%v (-want +got):\n%s", test.keys, d)
		}
		if got := p.Monday(); got.Format(time.DateOnly) != test.monday || !got.IsZero() && got.Weekday() != time.Monday {
			t.Errorf("%v: the plan begins on %v, want %s", test.keys, got, test.monday)
		}
	}
	race := Race{Week: 8, Day: Sunday}
	for _, test := range []struct{ week, day, want int }{{8, 6, 0}, {8, 3, 3}, {7, 6, 7}, {7, 0, 13}} {
		if got := race.DaysAfter(test.week, Weekday(test.day)); got != test.want {
			t.Errorf("the race is %d days after day %d of week %d, want %d", got, test.day, test.week, test.want)
		}
	}
}

func TestReadTests(t *testing.T) {
	const two = `tests = [{ exercise = "goblet-squat", load = "12 kg", note = "Same bench." }, { run = "3 km" }]`
	p, problems := readPlan("p.toml", with(two))
	want := []Test{{Exercise: Ref{ID: "goblet-squat"}, Load: kg(12_000), Note: "Same bench."}, {Run: "3 km"}}
	if d := cmp.Diff(want, p.Tests, cmpopts.IgnoreTypes(diag.Position{})); d != "" || len(problems) > 0 {
		t.Errorf("-want +got:\n%s\n%v", d, problems)
	}
	if d := cmp.Diff([]int{1, 8}, p.TestWeeks); d != "" {
		t.Errorf("left out, the test weeks are the first and the last: %s", d)
	}
	p, _ = readPlan("p.toml", with(two, "test_weeks = [8, 2]"))
	if d := cmp.Diff([]int{2, 8}, p.TestWeeks); d != "" {
		t.Errorf("test weeks (-want +got):\n%s", d)
	}
}

// Test weeks that are left out are the first and the last week that lie more than ten days before the race or more than seven behind it.
func TestTestWeeksNearRace(t *testing.T) {
	for keys, want := range map[string][]int{
		"race_week = 8":                        {1, 6},
		"race_day = 2026-04-30":                {1, 6}, // a Thursday: eleven days after the Sunday of week 6
		"race_day = 2026-04-29":                {1, 5}, // a Wednesday: ten days
		"race_week = 6":                        {1, 8}, // a Sunday: eight days before the Monday of week 8
		"race_week = 7\nrace_day = 2026-04-27": {1, 4}, // a Monday: seven days
		"race_week = 2":                        {4, 8},
	} {
		p, problems := readPlan("p.toml", with(`tests = [{ run = "3 km" }]`, keys))
		if d := cmp.Diff(want, p.TestWeeks); d != "" || len(problems) > 0 {
			t.Errorf("%s: test weeks (-want +got):\n%s%v", keys, d, problems)
		}
	}
	short := strings.Replace(with(`tests = [{ run = "3 km" }]`, "race_week = 3"), "weeks   = 8", "weeks   = 3", 1)
	if p, problems := readPlan("p.toml", short); len(p.TestWeeks) != 1 || !slices.ContainsFunc(problems, func(x diag.Problem) bool { return x.ID == "no-test-week" }) {
		t.Errorf("three weeks before a race are tested in %v: %v", p.TestWeeks, problems)
	}
}

func TestReadAllowAndMaintain(t *testing.T) {
	p, problems := readPlan("p.toml", with(`allow = { short-plan = "It is a bridge." }`, "maintain = true", `running_week = { mon = "hard", tue = "easy", wed = "easy", thu = "rest", fri = "easy", sat = "long", sun = "rest" }`))
	if len(problems) > 0 {
		t.Error(problems)
	}
	if d := cmp.Diff([]Allowance{{Rule: "short-plan", Reason: "It is a bridge."}}, p.Allow, cmpopts.IgnoreTypes(diag.Position{})); d != "" {
		t.Errorf("allow (-want +got):\n%s", d)
	}
	if p.Allow[0].Pos.Line == 0 || !p.Phases[0].Maintain || p.RunningWeek == nil || p.RunningWeek[0] != Hard {
		t.Errorf("got %+v, maintain %v, running week %v", p.Allow, p.Phases[0].Maintain, p.RunningWeek)
	}
}

func TestReadLiftAt(t *testing.T) {
	for typed, want := range map[string]string{"": "<nil>", `lift_at = "6:30 pm"`: "18:30"} {
		p, problems := readPlan("p.toml", with(typed))
		if got := fmt.Sprint(p.LiftAt); got != want || len(problems) > 0 {
			t.Errorf("%s: lift at %s, want %s; %v", typed, got, want, problems)
		}
	}
}
