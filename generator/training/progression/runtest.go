package progression

import (
	"cmp"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
)

// RunTest is a run against the clock in a test week. It has a day of its own, on which nothing is lifted, and takes the place of a hard run,
// or of a medium one in a running week without hard ones. On the day before, the legs are not trained (house rule).
type RunTest struct {
	*training.Test
	Day     training.Weekday
	Place   training.DayKind // of the run whose place it takes
	Minutes [2]int           // with the easy running before and after it; zero where its length is not known
}

// Move is a session that a week has on another day than its phase, because of a run against the clock.
type Move struct {
	From, To training.Weekday
	Dropped  bool // there is no other day for it
	Why      phrase.Phrase
}

// RunOf returns where the week has a test that is a run; nil where there is no day for it.
func (w *Week) RunOf(t Test) *RunTest {
	for i := range w.Runs {
		if w.Runs[i].Test == t.Test {
			return &w.Runs[i]
		}
	}
	return nil
}

// GivesWay reports whether the week has a session less than others, because of a run against the clock.
func (w *Week) GivesWay() bool {
	return slices.ContainsFunc(w.Moves, func(m Move) bool { return m.Dropped })
}

// runPlace is a day on which a run against the clock could be, and what has to give way.
type runPlace struct {
	day     training.Weekday
	days    []training.Weekday // of lifting that remain, in order
	moves   []Move
	tired   bool // the day before has a hard or long run
	nearBy  bool // the race is near, or was a few days ago
	dropped int
}

// runTests finds days for the runs of a test week among those of its phase, and returns the days of lifting that are left.
func (p *projection) runTests(week *Week, days []training.Weekday, legs legWork) []training.Weekday {
	if !week.Tests {
		return days
	}
	for _, t := range p.out.Tests {
		if t.Exercise != nil {
			continue
		}
		place, ok := p.runPlace(week, days, legs)
		if !ok {
			continue
		}
		days, week.Moves = place.days, append(week.Moves, place.moves...)
		week.Runs = append(week.Runs, RunTest{Test: t.Test, Day: place.day, Place: p.out.RunningWeek[place.day], Minutes: runMinutes(t.Run)})
	}
	return days
}

// runPlace returns the best place of a run: far from the race, not after a hard run, with the fewest changes, early in the week.
func (p *projection) runPlace(week *Week, days []training.Weekday, legs legWork) (best runPlace, ok bool) {
	kind := training.Hard
	if !slices.Contains(p.out.RunningWeek[:], training.Hard) {
		kind = training.Medium
	}
	for _, day := range training.Weekdays() {
		taken := slices.ContainsFunc(week.Runs, func(r RunTest) bool { return day-r.Day < 2 && r.Day-day < 2 })
		if p.out.RunningWeek[day] != kind || taken || day == training.Monday && legs > noLegs && p.liftedOn(week.Number-1, training.Sunday) {
			continue
		}
		place := p.clear(week, day, days, legs)
		if !ok || place.compare(best) < 0 {
			best, ok = place, true
		}
	}
	return best, ok
}

func (a runPlace) compare(b runPlace) int {
	order := func(yes bool) int {
		if yes {
			return 1
		}
		return 0
	}
	return cmp.Or(
		order(a.nearBy)-order(b.nearBy), order(a.tired)-order(b.tired), a.dropped-b.dropped, len(a.moves)-len(b.moves), int(a.day-b.day),
	)
}

// liftedOn reports whether a week before has lifting on a day.
func (p *projection) liftedOn(week int, day training.Weekday) bool {
	for i := range p.machines.Phases {
		for _, w := range p.machines.Phases[i].Weeks {
			if w.Number == week && slices.Contains(weekdays(w.Days), day) {
				return true
			}
		}
	}
	return false
}

// clear moves the sessions that stand on the day of a run, and those for the legs on the day before it.
func (p *projection) clear(week *Week, day training.Weekday, days []training.Weekday, legs legWork) runPlace {
	running, race := p.out.RunningWeek, p.in.Plan.Race
	place := runPlace{day: day, tired: running[after(day, daysPerWeek-1)].IsHard()}
	if race.Week > 0 {
		n := race.DaysAfter(week.Number, day)
		place.nearBy = -LegRestDays <= n && n <= training.TestFreeDays
	}
	barred := func(d training.Weekday) bool { return d == day || legs > noLegs && d+1 == day }
	var away []training.Weekday
	for _, d := range days {
		if barred(d) {
			away = append(away, d)
		} else {
			place.days = append(place.days, d)
		}
	}
	for _, from := range away {
		to, ok := place.room(running, from, legs, func(d training.Weekday) bool { return barred(d) || week.besideRun(d, legs) })
		if !ok {
			place.moves, place.dropped = append(place.moves, Move{From: from, Dropped: true, Why: phrase.New("test-session-out", "day", from)}), place.dropped+1
			continue
		}
		place.days = append(place.days, to)
		place.moves = append(place.moves, Move{From: from, To: to, Why: phrase.New("test-session-moved", "day", from, "to", to)})
	}
	slices.Sort(place.days)
	return place
}

// besideRun reports whether a day is that of a run of the week, or where legs are trained the one before.
func (w *Week) besideRun(d training.Weekday, legs legWork) bool {
	return slices.ContainsFunc(w.Runs, func(r RunTest) bool { return r.Day == d || legs > noLegs && d+1 == r.Day })
}

// room returns the best day for a session that has to move: on a good day for lifting, and as near as can be.
func (x *runPlace) room(running training.Week, from training.Weekday, legs legWork, barred func(training.Weekday) bool) (best training.Weekday, ok bool) {
	order := func(d training.Weekday) int {
		return 10*running[d].Facts().LiftPlace + int(max(d-from, from-d))
	}
	for _, d := range training.Weekdays() {
		beside := slices.ContainsFunc(x.days, func(o training.Weekday) bool { return o == after(d, 1) || d == after(o, 1) })
		if slices.Contains(x.days, d) || running[d] == training.Long || barred(d) || !legs.spared(running, []training.Weekday{d}) || beside && legs == wholeLegs {
			continue
		}
		if !ok || order(d) < order(best) {
			best, ok = d, true
		}
	}
	return best, ok
}
