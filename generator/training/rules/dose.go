package rules

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// dose returns the rules about how much.
func dose() []*Rule {
	return []*Rule{
		{
			ID: "sessions-per-week", Severity: diag.Error,
			NotFor:  besideOthers(),
			Fix:     "Take days out of lift_on, or lower sessions_per_week. If one session a week is meant to keep strength during the season, write maintain = true in that phase.",
			Sources: []string{"blagrove-2018", "alexander-2020", "beattie-2017", "nuzzo-2024"},
			check:   (*look).sessionsPerWeek,
		},
		{
			ID: "short-plan", Severity: diag.Warning,
			NotFor:  besideOthers(),
			House:   true,
			Fix:     "Add weeks. A plan that only maintains strength may be short: write maintain = true.",
			Sources: []string{"alexander-2020", "eihara-2022"},
			check:   (*look).shortPlan, applies: (*look).builds,
		},
		{
			ID: "sets-per-exercise", Severity: diag.Warning,
			NotFor:  besideOthers(),
			House:   true,
			Fix:     `Write two to six sets: do = "3 x 8-12".`,
			Sources: []string{"acsm-2026", "iversen-2021", "spiering-2021"},
			check:   (*look).setsPerExercise,
		},
		{
			ID: "weekly-sets", Severity: diag.Warning,
			NotFor:  besideOthers(),
			Fix:     "Add a set or a second session, or leave the movement out.",
			Sources: []string{"iversen-2021", "spiering-2021"},
			check:   (*look).weeklySets,
		},
		{
			ID: "leg-sets", Severity: diag.Warning,
			NotFor: byClinician(),
			Fix:    "Take out what matters least: three sets of two or three lifts for the legs are enough for a session.",
			House:  true,
			check:  (*look).legSets, applies: (*look).trainsLegs,
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
		l.sessionCount(&l.phases[i])
	}
}

// sessionsAWeek returns on how many days the weeks that ask for everything have a session, at the most: with those that may be left out, and
// without them. Two visits on a day are one.
func (ph *phase) sessionsAWeek() (all, asked int) {
	for _, w := range ph.full() {
		all = max(all, len(liftingDays(w, true)))
		asked = max(asked, len(liftingDays(w, false)))
	}
	return all, asked
}

// tooFew reports whether one session a week, beside those that may be left out, is less than suits the runner.
func (l *look) tooFew(ph *phase) bool {
	_, asked := ph.sessionsAWeek()
	return asked == 1 && l.in.Runner.SessionsPerWeek[0] > 1 && !ph.Maintain
}

func (l *look) sessionCount(ph *phase) {
	n, _ := ph.sessionsAWeek()
	least, top := l.in.Runner.SessionsPerWeek[0], l.in.Runner.SessionsPerWeek[1]
	switch {
	case n > tooManySessions:
		l.add("many", l.errorf(ph.daysPos(), "%d sessions a week%s leave no room for the runs.", n, ph.in()).WithHint("Two are enough, three the most."))
	case n > mostSessions:
		l.add("many", l.warningf(ph.daysPos(), "%d sessions a week%s are more than running has room for.", n, ph.in()).WithHint("Two are enough, three the most."))
	case top > 0 && n > top:
		l.add("many", l.warningf(ph.daysPos(), "%s a week%s, but %q is a type for %s.", plural(n, "session"), ph.in(), l.in.Runner.Name, sessionSpan(least, top)).
			WithHint("Take a day out, or give sessions_per_week of the runner type more."))
	case l.tooFew(ph):
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

// Sets of an exercise in a session (ACSM 2026: two to three; programmes with five or six are in wide use, and the limit is a house rule).
const (
	fewestSets = 2
	usualSets  = 3 // that are proposed
	mostSets   = 6
)

func (l *look) setsPerExercise() {
	for x := range l.full() {
		name := x.Exercise.InSentence()
		switch {
		case x.Count() > mostSets && !x.byTheClock():
			l.add("", l.warningf(l.doPos(x.Target), "%s has %d sets in a session.", name, x.Count()).
				WithHint("%s", fewerSets(x.Prescription)))
		case x.Count() < fewestSets && !x.phase.Maintain && !x.lightEntry() && !x.byTheClock():
			l.add("", l.notef(l.doPos(x.Target), "%s has only 1 set in a session.", name).
				WithHint("More bring more: %q.", x.Prescription.WithSets(usualSets).Typed()))
		}
	}
}

// fewerSets proposes a number of sets. Where they differ, which of them matter is the author's to say.
func fewerSets(do quantity.Prescription) string {
	if len(do.Parts) > 1 {
		return "Take out those that matter least: 2 to 6 are enough."
	}
	return fmt.Sprintf("Write 2 to 6: %q.", do.WithSets(usualSets).Typed())
}

// leastWeeklySets is the least that a movement needs in a week (Iversen 2021); one set keeps it (Spiering 2021).
const leastWeeklySets = 4

func (l *look) weeklySets() {
	for i := range l.phases {
		if ph := &l.phases[i]; ph.legible && !l.tooFew(ph) {
			for _, m := range l.movements(ph) {
				l.movementSets(ph, m)
			}
		}
	}
}

// movement is what is trained of a kind of movements in a phase.
type movement struct {
	name  string
	first performance
	sets  map[string]int // in all full weeks, by session
}

// movements returns what is trained in the full weeks of a phase, in the order in which it first is. What may be left out is not asked
// for, and of jumps the landings are counted.
func (l *look) movements(ph *phase) []*movement {
	var list []*movement
	for x := range l.full() {
		group := x.Exercise.Pattern.Facts().Group.Facts()
		if x.phase != ph || x.Exercise.Lands() || group.Needed != training.Yes || x.session.Optional {
			continue
		}
		i := slices.IndexFunc(list, func(m *movement) bool { return m.name == group.Sets })
		if i < 0 {
			i = len(list)
			list = append(list, &movement{name: group.Sets, first: x, sets: map[string]int{}})
		}
		list[i].sets[x.session.Name] += x.Count() * visitsOn(x.session)
	}
	return list
}

// visitsOn returns how often a session is done on its day.
func visitsOn(s *progression.Session) int { return max(s.PerDay, 1) }

// tenths is how finely sets a week are counted.
const tenths = 10

// aWeek returns how many tenths of a set there are a week, rounded to the nearest, as they are done: of a session that comes three times in
// two weeks half as many more than once. Sessions take turns in easy weeks, too.
func (m *movement) aWeek(ph *phase) int {
	all, full, weeks := ph.visits()
	sum := 0 // of thousandths
	for _, name := range slices.Sorted(maps.Keys(m.sets)) {
		sum += 100 * tenths * m.sets[name] * all[name] / (full[name] * weeks)
	}
	return (sum + 50) / 100
}

// visits returns how often each session is done, in the weeks before a taper and in the full ones, and how many weeks those before a taper are.
func (ph *phase) visits() (all, full map[string]int, weeks int) {
	all, full = map[string]int{}, map[string]int{}
	for _, w := range ph.weeks {
		if w.Taper {
			continue
		}
		weeks++
		for _, s := range w.Sessions {
			all[s.Name]++
			if !w.Light() {
				full[s.Name]++
			}
		}
	}
	return all, full, weeks
}

// movementSets reports a movement with too few sets a week.
func (l *look) movementSets(ph *phase, m *movement) {
	least := leastWeeklySets
	if ph.Maintain {
		least = 1
	}
	n := m.aWeek(ph)
	if n >= least*tenths {
		return
	}
	l.add(m.name, l.warningf(l.doPos(m.first.Target), "%s has %s a week%s; fewer than %d bring little.", m.name, setsInTenths(n), ph.in(), least).
		WithHint("Add a set, or train it in another session too."))
}

// setsInTenths writes a number of sets: "3 sets", "1.5 sets".
func setsInTenths(n int) string {
	if n%tenths == 0 {
		return plural(n/tenths, "set")
	}
	return fmt.Sprintf("%d.%d sets", n/tenths, n%tenths)
}
