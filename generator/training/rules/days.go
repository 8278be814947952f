package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// days returns the rules about the running week.
func days() []*Rule {
	return []*Rule{
		{
			ID: "hard-day-after-legs", Severity: diag.Error,
			Fix:     "Move the session in lift_on to a day that an easy, a medium or a free day follows. Or leave lift_on out, and the days are chosen so.",
			Sources: []string{"doma-2013", "doma-2019"},
			check:   (*look).hardDayAfterLegs, applies: (*look).trainsOrTestsLegs,
		},
		{
			ID: "leg-days-too-close", Severity: diag.Error,
			Fix:     "Leave at least one day between them in lift_on, or make one of the two sessions one without legs.",
			Sources: []string{"doma-2015", "doma-2019"},
			check:   (*look).legDaysTooClose, applies: (*look).trainsLegs,
		},
		{
			ID: "lift-day", Severity: diag.Note,
			Fix:     "Move the session to a medium day. On a hard day, run first and lift at least three hours later.",
			House:   true,
			Sources: []string{"robineau-2016", "schumann-2022"},
			check:   (*look).liftDay, applies: (*look).daysGiven,
		},
		{
			ID: "too-hard-too-often", Severity: diag.Warning,
			Fix:   "Take a session out, or give the runner type reserve = 3.",
			House: true,
			check: (*look).tooHardTooOften,
			applies: func(l *look) bool {
				return l.hardDays() >= manyHardDays
			},
		},
	}
}

func onLegs(x performance) bool { return x.Exercise.TiresLegs() }

func (l *look) trainsLegs() bool { return l.some(onLegs) }

func (l *look) trainsOrTestsLegs() bool {
	for x := range l.tests() {
		if x.legs() {
			return true
		}
	}
	return l.trainsLegs()
}

// legDay is a session that trains the legs.
type legDay struct {
	phase  *phase
	week   int
	day    training.Weekday
	number int // of the day, from the plan's first Monday
}

// legDays returns the sessions that train the legs, in order.
func (l *look) legDays() []legDay {
	var list []legDay
	for x := range l.all() {
		number := 7*x.week.Number + int(x.session.Day)
		if n := len(list); onLegs(x) && (n == 0 || list[n-1].number != number) {
			list = append(list, legDay{x.phase, x.week.Number, x.session.Day, number})
		}
	}
	return list
}

func after(d training.Weekday) training.Weekday { return (d + 1) % 7 }

func (l *look) hardDayAfterLegs() {
	for _, d := range l.legDays() {
		next := after(d.day)
		if !l.p.RunningWeek[next].IsHard() {
			continue
		}
		run := "the " + string(l.p.RunningWeek[next]) + " run"
		l.add(d.day.String(), l.errorf(d.phase.daysPos(), "%s trains the legs, and %s has %s of %s.", d.day.Name(), next.Name(), run, l.whoseWeek()).
			WithHint("Legs need a day before it. %s", l.betterDays(d.phase, d.day)))
	}
	for x := range l.tests() {
		if x.legs() && l.p.RunningWeek[after(x.day)].IsHard() {
			l.testBeforeHard(x)
		}
	}
}

// testBeforeHard reports a test on the day before a hard or long run. A session on that day that trains the legs says it for both.
func (l *look) testBeforeHard(x testAt) {
	next := after(x.day)
	l.add(x.day.String(), l.errorf(x.phase.daysPos(), "%s begins with %s, and %s has the %s run of %s.", x.day.Name(), x.name(), next.Name(), l.p.RunningWeek[next], l.whoseWeek()).
		WithHint("Legs need a day before it. %s", l.betterDays(x.phase, x.day)))
}

// whoseWeek names the running week.
func (l *look) whoseWeek() string {
	if l.in.Plan.RunningWeek != nil {
		return "this running week"
	}
	return fmt.Sprintf("%q", l.in.Runner.Name)
}

// betterDays proposes where a session could stand instead of a day.
func (l *look) betterDays(ph *phase, instead training.Weekday) string {
	var free []string
	for _, d := range l.freeDays(ph, instead) {
		free = append(free, d.String())
	}
	switch len(free) {
	case 0:
		return "Take this day out: the running week has no room for it."
	case 1, 2:
		return fmt.Sprintf("Move it to %s.", strings.Join(free, " or "))
	}
	return fmt.Sprintf("Move it to %s.", strings.Join(free[:2], " or "))
}

// freeDays returns the days on which a session of legs could stand in place of one on another day: medium days first, then
// easy ones, then the rest.
func (l *look) freeDays(ph *phase, instead training.Weekday) []training.Weekday {
	taken := slices.DeleteFunc(slices.Clone(ph.LiftOn), func(d training.Weekday) bool { return d == instead })
	var free []training.Weekday
	for _, d := range training.Weekdays() {
		beside := slices.Contains(taken, after(d)) || slices.ContainsFunc(taken, func(t training.Weekday) bool { return t == d || after(t) == d })
		if d != instead && !beside && !l.p.RunningWeek[after(d)].IsHard() && l.p.RunningWeek[d] != training.Long {
			free = append(free, d)
		}
	}
	slices.SortStableFunc(free, func(a, b training.Weekday) int { return cmp.Compare(l.dayCost(a), l.dayCost(b)) })
	return free
}

// dayCost orders days by how well lifting fits on them.
func (l *look) dayCost(d training.Weekday) int { return l.p.RunningWeek[d].Facts().LiftPlace }

func (l *look) legDaysTooClose() {
	days := l.legDays()
	for i := 1; i < len(days); i++ {
		a, b := days[i-1], days[i]
		if b.number-a.number > 1 {
			continue
		}
		l.add(a.day.String(), l.errorf(b.phase.daysPos(), "%s and %s both train the legs, on two days running.", a.day.Name(), b.day.Name()).
			WithHint("Leave at least 48 hours. %s", l.betterDays(b.phase, b.day)))
	}
}

// daysGiven reports whether the plan names days: those that the engine chooses are the best there are.
func (l *look) daysGiven() bool {
	return slices.ContainsFunc(l.phases, func(ph phase) bool { return len(ph.LiftOn) > 0 })
}

func (l *look) liftDay() {
	for i := range l.phases {
		ph := &l.phases[i]
		for _, d := range ph.LiftOn {
			switch kind := l.p.RunningWeek[d]; {
			case kind.IsHard():
				l.add(d.String(), l.notef(ph.daysPos(), "%s is a %s day of %s.", d.Name(), kind, l.whoseWeek()).
					WithHint("Run first, and lift at least 3 hours later; or lift on a medium day."))
			case kind != training.Medium && !l.misplaced(ph, d):
				l.besideMedium(ph, d)
			}
		}
	}
}

// misplaced reports whether a day is one on which other rules forbid legs: those say where the session should stand.
func (l *look) misplaced(ph *phase, d training.Weekday) bool {
	return l.p.RunningWeek[after(d)].IsHard() || slices.ContainsFunc(ph.LiftOn, func(b training.Weekday) bool { return after(b) == d })
}

// besideMedium notes a session on an easy or free day where a medium day would have had room for it.
func (l *look) besideMedium(ph *phase, d training.Weekday) {
	free := l.freeDays(ph, d)
	if len(free) == 0 || l.p.RunningWeek[free[0]] != training.Medium {
		return
	}
	l.add(d.String(), l.notef(ph.daysPos(), "%s is %s day of %s, which is better left alone.", d.Name(), l.p.RunningWeek[d].Facts().Article, l.whoseWeek()).
		WithHint("%s is a medium day with room: write %q.", free[0].Name(), free[0]))
}

// Beside this many hard and long runs a week lifting has to stay moderate (house rules).
const (
	manyHardDays    = 3
	hardSessions    = 2
	moderateReserve = 3
)

func (l *look) tooHardTooOften() {
	if l.in.Runner.Reserve >= moderateReserve {
		return
	}
	for i := range l.phases {
		ph := &l.phases[i]
		for _, w := range ph.full() {
			if n := len(liftingDays(w, true)); n > hardSessions && n <= mostSessions { // more are too many for everybody
				l.add("", l.warningf(ph.daysPos(), "%d sessions a week%s, with %s left in each set, stand beside %d hard or long runs.", n, ph.in(), plural(l.in.Runner.Reserve, "good repetition"), l.hardDays()).
					WithHint("Take a session out, or give %q reserve = 3.", l.in.Runner.Name))
			}
		}
	}
}
