package rules

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/progression"
)

// calves returns the rule about calf raises that count as work for the legs. What it finds is as bad as it is for squats.
func calves() []*Rule {
	return []*Rule{
		{
			ID: "calf-load", Severity: diag.Error,
			Fix:   "Move the session or the test, or do the calf raises of that day without a load and not to the limit. Where calf raises treat something that a clinician has seen, write kind = \"rehab\".",
			House: true,
			check: (*look).calfLoad, applies: (*look).tiresCalves,
		},
	}
}

// heavyCalves reports whether a target is of calf raises with a load or to the limit.
func (l *look) heavyCalves(x performance) bool {
	limit := slices.ContainsFunc(x.Sets, func(s progression.Set) bool { return s.Open || s.RM })
	return l.in.TiresCalves(x.Exercise, limit)
}

func (l *look) tiresCalves() bool {
	for x := range l.tests() {
		if x.calf {
			return true
		}
	}
	return l.some(l.heavyCalves)
}

func (l *look) calfLoad() {
	for x := range l.all() {
		next := after(x.session.Day)
		if !l.heavyCalves(x) || !l.p.RunningWeek[next].IsHard() || slices.ContainsFunc(x.session.Targets, trainsLegs) {
			continue
		}
		l.add(x.session.Day.String(), l.errorf(x.phase.daysPos(), "%s has heavy calf raises, and %s has the %s run of %s.", x.session.Day.Name(), next.Name(), l.p.RunningWeek[next], l.whoseWeek()).
			WithHint("Calves need a day before it, as legs do. %s", l.betterDays(x.phase, x.session.Day)))
	}
	for x := range l.tests() {
		if !x.calf {
			continue
		}
		if l.p.RunningWeek[after(x.day)].IsHard() && !slices.ContainsFunc(x.targets(), trainsLegs) {
			l.testBeforeHard(x)
		}
		if l.races() {
			l.testNearRace(x)
			l.soonAfterRace(x)
		}
	}
}

// trainsLegs reports whether a target is of those that tire the legs however they are done: of a day with one, another rule says the same.
func trainsLegs(t progression.Target) bool { return t.Exercise.TiresLegs() }

// targets returns what the session of a test asks for; nothing where the test stands alone.
func (x testAt) targets() []progression.Target {
	for _, s := range x.week.Sessions {
		if s.Day == x.day {
			return s.Targets
		}
	}
	return nil
}
