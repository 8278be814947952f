package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// RunDay is the day of a run against the clock in a test week.
type RunDay struct {
	Week    int
	Day     training.Weekday
	Place   training.DayKind // of the run whose place it takes
	Minutes [2]int           // zero where nobody knows
}

// RunDays returns the days of a test that is a run, nothing for other tests.
func (v *ProgrammePart) RunDays(t progression.Test) []RunDay {
	var list []RunDay
	for i := range v.Programme.Projection.Weeks {
		w := &v.Programme.Projection.Weeks[i]
		if r := w.RunOf(t); r != nil {
			list = append(list, RunDay{w.Number, r.Day, r.Place, r.Minutes})
		}
	}
	return list
}

// TestsWhen says when and how the plan is tested.
func (v *ProgrammePart) TestsWhen() (string, error) {
	key := "tests-when-run"
	if testsExercises(v.Programme.Projection) {
		key = "tests-when"
	}
	return v.renderer.theme.words.Fill(key, "weeks", v.TestWeeks())
}

// testsExercises reports whether some tests are done in a session.
func testsExercises(p *progression.Programme) bool {
	return slices.ContainsFunc(p.Tests, func(t progression.Test) bool { return t.Exercise != nil })
}

// RunWeek is a test week with a run against the clock, as it is run and lifted.
type RunWeek struct {
	Week int
	Days []Day
	Why  []string // sentences about sessions that stand elsewhere than in other weeks
}

// RunWeeks returns the test weeks of the page's programme in which there is a run against the clock.
func (v *ProgrammeView) RunWeeks() []RunWeek {
	p := v.Programme.Projection
	var list []RunWeek
	for i := range p.Weeks {
		w := &p.Weeks[i]
		if len(w.Runs) == 0 {
			continue
		}
		week := RunWeek{Week: w.Number, Days: days(p.RunningWeek)}
		for _, s := range w.Sessions {
			d := &week.Days[s.Day]
			d.Lift, d.After = true, d.Run.Facts().Run == training.Yes
			d.Minutes, d.PerDay, d.Optional = s.Minutes, s.PerDay, s.Optional
		}
		for _, r := range w.Runs {
			week.Days[r.Day].Test, week.Days[r.Day].Run = r.Run, training.Hard // which it is, whatever it takes the place of
		}
		for _, m := range w.Moves {
			week.Why = append(week.Why, v.renderer.theme.words.Sentences(m.Why))
		}
		list = append(list, week)
	}
	return list
}

// WeekTest is a test in one week.
type WeekTest struct {
	progression.Test
	Day string // of a run against the clock, "thu"; empty for what is tested in a session
}

// WeekTests returns what is tested in the week.
func (w *FirstWeek) WeekTests() []WeekTest {
	var list []WeekTest
	if !w.Tests {
		return nil
	}
	for _, t := range w.view.Programme.Projection.Tests {
		test := WeekTest{Test: t}
		if r := w.RunOf(t); r != nil {
			test.Day = r.Day.String()
		}
		list = append(list, test)
	}
	return list
}

// TestDay returns the day of the session that begins with tests, "tue"; empty where only runs are tested.
func (w *FirstWeek) TestDay() string {
	if !w.Tests || !testsExercises(w.view.Programme.Projection) {
		return ""
	}
	return w.Sessions[0].Day.String()
}

// TestWeeks returns the numbers of the test weeks: "1, 8".
func (v *ProgrammePart) TestWeeks() string {
	var numbers []string
	for _, n := range v.Plan.TestWeeks {
		numbers = append(numbers, strconv.Itoa(n))
	}
	return strings.Join(numbers, ", ")
}

// TestKind returns what a test measures, as a word of the theme: the measure of its exercise, or run.
func TestKind(t progression.Test) string {
	if t.Exercise == nil {
		return "run"
	}
	return string(t.Exercise.Measure)
}
