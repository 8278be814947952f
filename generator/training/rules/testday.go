package rules

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// testDays returns the rule about the days of tests.
func testDays() []*Rule {
	return []*Rule{
		{
			ID: "test-day", Severity: diag.Warning,
			Fix:   "Test in a week that is more than ten days before the race, test_weeks = [1, 12]. For a run against the clock leave a hard or medium run of the week free of lifting on its day and of leg work on the day before.",
			House: true,
			check: (*look).testDay, applies: (*look).testsAnything,
		},
	}
}

func (l *look) testsAnything() bool {
	for i := range l.p.Weeks {
		if l.p.Weeks[i].Tests {
			return true
		}
	}
	return false
}

func (l *look) testDay() {
	if l.races() {
		for x := range l.tests() {
			l.testBeforeRace(x)
		}
	}
	for i := range l.phases {
		ph := &l.phases[i]
		for j := range ph.weeks {
			if w := &ph.weeks[j]; w.Tests {
				l.runDays(ph, w)
			}
		}
	}
}

// testBeforeRace reports a test in the last days before the race. Those of the last week that tire the legs are found by other rules.
func (l *look) testBeforeRace(x testAt) {
	days := l.in.Plan.Race.DaysAfter(x.week.Number, x.day)
	told := days <= progression.LegFreeDays && (x.run() || x.legs() || x.calf)
	if days < 1 || days > training.TestFreeDays || told {
		return
	}
	l.add("", l.warningf(x.pos(), "%s is %s before the race.", x.name(), plural(days, "day")).
		WithHint("Nothing is tested in the last %d days: %s", training.TestFreeDays, l.testEarlier()))
}

// testEarlier names the last week in which a plan with a race can be tested.
func (l *look) testEarlier() string {
	race := l.in.Plan.Race
	for n := race.Week; n > 0; n-- {
		if race.DaysAfter(n, training.Sunday) > training.TestFreeDays {
			return fmt.Sprintf("test in week %d or before.", n)
		}
	}
	return "take the tests out."
}

// runDays reports the runs of a test week for which there is no day, and sessions that give way to one.
func (l *look) runDays(ph *phase, w *progression.Week) {
	for _, t := range l.p.Tests {
		if t.Exercise == nil && w.RunOf(t) == nil {
			l.add("none", l.warningf(t.Pos, "there is no day for the test over %s in week %d.", t.Run, w.Number).
				WithHint("It takes the place of a hard run, or of a medium one where there is none, with no lifting on that day and none for the legs on the day before: give the running week such a day, or take the test out."))
		}
	}
	if len(ph.LiftOn) == 0 {
		return // the days are the engine's, and the page says why a week has others
	}
	for _, m := range w.Moves {
		if m.Dropped {
			l.add(m.From.String(), l.warningf(ph.daysPos(), "in week %d the run against the clock leaves no day for the session on %s.", w.Number, m.From.Name()).
				WithHint("The run needs a day without lifting, and the day before it one without work for the legs. Lift on fewer days, or take that week out of test_weeks."))
			continue
		}
		p := l.notef(ph.daysPos(), "in week %d the session on %s moves to %s, because of the run against the clock.", w.Number, m.From.Name(), m.To.Name())
		if l.alwaysAfterLegs(ph) {
			p = l.warningf(ph.daysPos(), "on these days the run against the clock in week %d would be on the day after legs, so that the session on %s moves to %s.", w.Number, m.From.Name(), m.To.Name())
		}
		l.add(m.From.String(), p.WithHint("To choose the days yourself, leave a hard or medium run free of lifting, and the day before it as well."))
	}
}

// alwaysAfterLegs reports whether each run whose place a test could take follows a day of the phase with work for the legs.
func (l *look) alwaysAfterLegs(ph *phase) bool {
	kind := training.Medium
	if slices.Contains(l.p.RunningWeek[:], training.Hard) {
		kind = training.Hard
	}
	for _, d := range training.Weekdays() {
		if l.p.RunningWeek[after(d)] == kind && !slices.Contains(ph.LiftOn, d) {
			return false
		}
	}
	return true
}
