package rules

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

// dose returns the rules about how much.
func dose() []*Rule {
	return []*Rule{
		{
			ID: "sessions-per-week", Severity: diag.Error,
			Fix:     "Take days out of lift_on, or lower sessions_per_week. If one session a week is meant to keep strength during the season, write maintain = true in that phase.",
			Sources: []string{"blagrove-2018", "alexander-2020", "beattie-2017", "nuzzo-2024"},
			check:   (*look).sessionsPerWeek,
		},
		{
			ID: "short-plan", Severity: diag.Warning,
			House:   true,
			Fix:     "Add weeks. A plan that only maintains strength may be short: write maintain = true.",
			Sources: []string{"alexander-2020", "eihara-2022"},
			check:   (*look).shortPlan, applies: (*look).builds,
		},
		{
			ID: "sets-per-exercise", Severity: diag.Warning,
			House:   true,
			Fix:     `Write two to four sets: do = "3 x 8-12".`,
			Sources: []string{"acsm-2026", "iversen-2021", "spiering-2021"},
			check:   (*look).setsPerExercise,
		},
		{
			ID: "weekly-sets", Severity: diag.Warning,
			Fix:     "Add a set or a second session, or leave the movement out.",
			Sources: []string{"iversen-2021", "spiering-2021"},
			check:   (*look).weeklySets,
		},
	}
}

// How many sessions a week are many (Blagrove 2018: two or three).
const (
	mostSessions    = 3
	tooManySessions = 4
)

func (l *look) sessionsPerWeek() {
	for i := range l.phases {
		l.sessionCount(&l.phases[i], l.phases[i].sessionsAWeek())
	}
}

// sessionsAWeek returns how many sessions the weeks that ask for everything have at the most.
func (ph *phase) sessionsAWeek() int {
	most := 0
	for _, w := range ph.full() {
		most = max(most, len(w.Sessions))
	}
	return most
}

// tooFew reports whether one session a week is less than suits the runner.
func (l *look) tooFew(ph *phase, sessions int) bool {
	return sessions == 1 && l.in.Runner.SessionsPerWeek[0] > 1 && !ph.Maintain
}

func (l *look) sessionCount(ph *phase, n int) {
	least, top := l.in.Runner.SessionsPerWeek[0], l.in.Runner.SessionsPerWeek[1]
	switch {
	case n > tooManySessions:
		l.add("many", l.errorf(ph.daysPos(), "%d sessions a week%s leave no room for the runs.", n, ph.in()).WithHint("Two are enough, three the most."))
	case n > mostSessions:
		l.add("many", l.warningf(ph.daysPos(), "%d sessions a week%s are more than running has room for.", n, ph.in()).WithHint("Two are enough, three the most."))
	case top > 0 && n > top:
		l.add("many", l.warningf(ph.daysPos(), "%s a week%s, but %q is a type for %s.", plural(n, "session"), ph.in(), l.in.Runner.Name, sessionSpan(least, top)).
			WithHint("Take a day out, or give sessions_per_week of the runner type more."))
	case l.tooFew(ph, n):
		l.add("few", l.warningf(ph.daysPos(), "1 session a week%s only keeps what is there; %q is a type for %s.", ph.in(), l.in.Runner.Name, sessionSpan(least, top)).
			WithHint("Add a day. If it is meant to keep strength, write maintain = true."))
	}
}

func sessionSpan(least, top int) string {
	if least == top {
		return fmt.Sprintf("%d a week", top)
	}
	return fmt.Sprintf("%d to %d a week", least, top)
}

// Weeks of a plan: the shortest programmes that worked had six (Alexander 2020); those with ten or more did most (Eihara 2022). Eight
// is a house rule.
const (
	fewestWeeks  = 6
	fewWeeks     = 8
	economyWeeks = 10
)

func (l *look) shortPlan() {
	n := len(l.p.Weeks)
	pos := cmp.Or(l.in.Plan.Phases[len(l.in.Plan.Phases)-1].WeeksPos, l.in.Plan.Pos)
	switch {
	case n == 0: // how long it lasts could not be read
	case n < fewestWeeks:
		l.add("", l.warningf(pos, "a plan of %s is too short to bring much: programmes that helped runners lasted 6 weeks or more.", plural(n, "week")).
			WithHint("Make it at least 8 weeks, or maintain = true if it only keeps what is there."))
	case n < fewWeeks:
		l.add("", l.notef(pos, "%d weeks are a beginning; most of the gain comes later.", n).WithHint("Say what comes next, or make it 8 weeks or more."))
	case n < economyWeeks && l.promisesEconomy():
		l.add("", l.notef(pos, "this plan promises running economy in %d weeks; that took 10 weeks or more in the studies.", n).
			WithHint("Make it longer, or promise less."))
	}
}

// promisesEconomy reports whether the title or the summary speaks of running economy.
func (l *look) promisesEconomy() bool {
	return strings.Contains(strings.ToLower(l.in.Plan.Title+" "+l.in.Plan.Summary), "running economy")
}

// Sets of an exercise in a session (ACSM 2026: two to three; the fourth is a house rule).
const (
	fewestSets = 2
	mostSets   = 4
)

func (l *look) setsPerExercise() {
	for x := range l.full() {
		name := x.Exercise.InSentence()
		switch {
		case x.Count() > mostSets:
			l.add("", l.warningf(l.doPos(x.Target), "%s has %d sets in a session.", name, x.Count()).
				WithHint("Write 2 to 4: %q.", x.Prescription.WithSets(mostSets-1).Typed()))
		case x.Count() < fewestSets && !x.phase.Maintain && !x.lightOfWave():
			l.add("", l.warningf(l.doPos(x.Target), "%s has only 1 set in a session.", name).
				WithHint("Write 2 to 4: %q.", x.Prescription.WithSets(mostSets-1).Typed()))
		}
	}
}

// lightOfWave reports whether the target is that of a wave's light week.
func (x performance) lightOfWave() bool {
	n := len(x.Row.Wave)
	return n > 0 && x.Prescription.Equal(x.Row.Wave[n-1])
}

// leastWeeklySets is the least that a movement needs in a week (Iversen 2021); one set keeps it (Spiering 2021).
const leastWeeklySets = 4

func (l *look) weeklySets() {
	for i := range l.phases {
		ph, sets, firsts := &l.phases[i], map[training.Group]int{}, []performance(nil)
		for x := range l.full() {
			if x.phase != ph || x.Exercise.Lands() || !ph.legible || l.tooFew(ph, ph.sessionsAWeek()) {
				continue
			}
			m := x.Exercise.Pattern.Facts().Group
			if sets[m] == 0 {
				firsts = append(firsts, x)
			}
			sets[m] += x.countedSets()
		}
		for _, x := range firsts {
			m := x.Exercise.Pattern.Facts().Group
			l.movementSets(m.Facts().Sets, x, sets[m], ph.fullWeeks())
		}
	}
}

// countedSets returns the sets of a target. A single set where there should be more is what sets-per-exercise is about: it counts
// as those that it should be.
func (x performance) countedSets() int {
	if x.phase.Maintain {
		return x.Count()
	}
	return max(x.Count(), fewestSets)
}

// movementSets reports a movement with too few sets a week, on average over the weeks that ask for everything: sessions that
// take turns share them.
func (l *look) movementSets(movement string, first performance, sets, weeks int) {
	least := leastWeeklySets
	if first.phase.Maintain {
		least = 1
	}
	if movement == "" || sets >= least*weeks {
		return
	}
	number := plural(sets/weeks, "set")
	switch {
	case sets < weeks:
		number = "less than 1 set"
	case sets%weeks > 0:
		number = "about " + number
	}
	l.add(movement, l.warningf(l.doPos(first.Target), "%s has %s a week%s; fewer than %d bring little.", movement, number, first.phase.in(), least).
		WithHint("Add a set, or train it in another session too."))
}
