package rules

import (
	"cmp"
	"iter"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// race returns the rules about the race, and about tests.
func race() []*Rule {
	return []*Rule{
		{
			ID: "lift-near-race", Severity: diag.Error,
			Fix:     "Put the tests of a plan with a race into an earlier week: test_weeks = [1, 14].",
			House:   true,
			Sources: []string{"bosquet-2007"},
			check:   (*look).liftNearRace, applies: (*look).races,
		},
		{
			ID: "after-race", Severity: diag.Error,
			Fix:     "Put tests of the legs and runs against the clock into a later week: test_weeks = [1, 12]. To say yourself that the week after the race is easy, name it in easy_weeks.",
			House:   true,
			Sources: []string{"takayama-2017", "martinez-navarro-2021"},
			check:   (*look).afterRace, applies: (*look).goesOn,
		},
	}
}

func (l *look) races() bool { return l.in.Plan.Race.Week > 0 }

// testAt is a test on the day of a test week on which it is done.
type testAt struct {
	progression.Test
	phase *phase
	week  *progression.Week
	day   training.Weekday
	calf  bool // of calf raises that count as work for the legs
}

// run reports whether the test is a run against the clock.
func (x testAt) run() bool { return x.Exercise == nil }

// legs reports whether the exercise that is tested tires the legs however it is done. Calf raises are looked at by a rule of their own.
func (x testAt) legs() bool { return !x.run() && x.Exercise.TiresLegs() }

// name names the test in a sentence.
func (x testAt) name() string {
	if x.run() {
		return "the test over " + x.Run
	}
	return "the test of " + x.Exercise.InSentence()
}

func (x testAt) pos() diag.Position { return cmp.Or(x.Test.Test.Exercise.Pos, x.Pos) }

// tests goes through the tests of all test weeks. They are done in the first session of their week; a run has a day of its own, and one for
// which there is none is not among them.
func (l *look) tests() iter.Seq[testAt] {
	return func(yield func(testAt) bool) {
		for i := range l.phases {
			ph := &l.phases[i]
			for j := range ph.weeks {
				w := &ph.weeks[j]
				if !w.Tests {
					continue
				}
				for _, t := range l.p.Tests {
					x := testAt{Test: t, phase: ph, week: w, day: ph.firstDay(w)}
					if x.run() {
						run := w.RunOf(t)
						if run == nil {
							continue
						}
						x.day = run.Day
					} else {
						x.calf = l.in.TiresCalves(t.Exercise, true)
					}
					if !yield(x) {
						return
					}
				}
			}
		}
	}
}

// firstDay returns the day of a week's first session, or in a week without one the day on which it would be.
func (ph *phase) firstDay(w *progression.Week) training.Weekday {
	switch {
	case len(w.Sessions) > 0:
		return w.Sessions[0].Day
	case len(ph.LiftOn) > 0:
		return ph.LiftOn[0]
	}
	return training.Monday
}

func (l *look) liftNearRace() {
	race := l.in.Plan.Race
	for x := range l.all() {
		if l.in.HeavyOnLegs(x.Exercise) {
			l.nearRace(race.DaysAfter(x.week.Number, x.session.Day), cmp.Or(x.phase.sessionPos(x.session.Name), race.Pos), x.Exercise.InSentence())
		}
	}
	for x := range l.tests() {
		if x.run() || x.legs() {
			l.testNearRace(x)
		}
	}
}

// testNearRace reports a test that tires the legs too few days before the race.
func (l *look) testNearRace(x testAt) {
	days := l.in.Plan.Race.DaysAfter(x.week.Number, x.day)
	if days < 1 || days > progression.LegFreeDays {
		return
	}
	p := l.warningf(x.pos(), "%s is %s before the race.", x.name(), plural(days, "day"))
	if days <= progression.LiftFreeDays {
		p.Severity = diag.Error
	}
	l.add("", p.WithHint("Nothing is tested in the last %d days: %s", training.TestFreeDays, l.testEarlier()))
}

// goesOn reports whether there are weeks behind the race.
func (l *look) goesOn() bool { return l.races() && l.in.Plan.Race.Week < len(l.p.Weeks) }

func (l *look) afterRace() {
	for x := range l.tests() {
		if x.run() || x.legs() {
			l.soonAfterRace(x)
		}
	}
	for i := range l.phases {
		ph := &l.phases[i]
		for j := range ph.weeks {
			if w := &ph.weeks[j]; w.AfterRace && !slices.Contains(ph.EasyWeeks, j+1) && l.restsFrom(ph, w) {
				l.add("week", l.notef(l.in.Plan.Race.Pos, "week %d lies within %d days after the race: it is an easy week, and loads and jumps for the legs are left out on those days.", w.Number, progression.LegRestDays).
					WithHint("To say so yourself, name week %d in easy_weeks.", w.Number))
			}
		}
	}
}

// restsFrom reports whether the plan asks for something heavy for the legs on a day on which they rest from the race.
func (l *look) restsFrom(ph *phase, w *progression.Week) bool {
	resting := slices.ContainsFunc(l.p.Phases[l.index(ph)].Days, func(d training.Weekday) bool {
		return l.in.Plan.Race.DaysAfter(w.Number, d) >= -progression.LegRestDays
	})
	heavy := false
	for row := range ph.Rows() {
		e := l.in.Exercises[row.Exercise.ID]
		heavy = heavy || e != nil && l.in.HeavyOnLegs(e)
	}
	return resting && heavy
}

// index returns which phase of the plan it is, from 0.
func (l *look) index(ph *phase) int {
	return slices.IndexFunc(l.phases, func(p phase) bool { return p.Phase == ph.Phase })
}

// soonAfterRace reports a test that tires the legs too few days after the race.
func (l *look) soonAfterRace(x testAt) {
	days := -l.in.Plan.Race.DaysAfter(x.week.Number, x.day)
	if days < 1 || days > progression.LegRestDays {
		return
	}
	p := l.warningf(x.pos(), "%s is %s after the race.", x.name(), plural(days, "day"))
	if days <= progression.SoreDays {
		p.Severity = diag.Error
	}
	l.add("", p.WithHint("The legs rest from it for %d days: move it to a later week.", progression.LegRestDays))
}

// nearRace reports something that tires the legs too few days before the race.
func (l *look) nearRace(days int, pos diag.Position, what string) {
	switch {
	case days < 1:
	case days <= progression.LiftFreeDays:
		l.add("", l.errorf(pos, "%s is %s before the race.", what, plural(days, "day")).WithHint("The last %d days are free: move it to an earlier week.", progression.LiftFreeDays))
	case days <= progression.LegFreeDays:
		l.add("", l.warningf(pos, "%s is %d days before the race.", what, days).WithHint("The legs need more than %d days: move it to an earlier week.", progression.LegFreeDays))
	}
}
