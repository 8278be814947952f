package progression

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
)

const daysPerWeek = 7

// usualSessions is how many sessions a week has where neither the plan nor the runner type says it.
const usualSessions = 2

// phaseDays returns the lifting days of a phase: the plan's, or else days chosen from the running week.
//
// Where a session trains the legs, a chosen day is never followed by a hard or long run (Doma and Deakin 2013: the next day's
// endurance falls by a quarter), and chosen days are at least 48 hours apart (Doma 2015). Where it trains only the calves, or the legs are
// only tested, the first of the two holds. Where the week has no room for all sessions, there are fewer.
func phaseDays(in Input, phase *training.Phase, first int) (PhaseDays, diag.List) {
	legs := legWorkOf(in, phase, first)
	days := PhaseDays{Name: phase.Name, First: first, Weeks: phase.Weeks}
	running, wanted := runningWeek(in), sessionsWanted(in, phase)
	if len(phase.LiftOn) > 0 {
		days.Days = given(phase.LiftOn)
		days.Why = only("days-given")
	} else {
		days.Chosen = true
		days.Days = choose(running, wanted, legs)
		days.Why = chosenDays(len(days.Days), wanted, legs)
	}
	if len(days.Days) == 0 {
		return days, diag.List{noDayProblem(in, phase)}
	}
	for _, day := range days.Days {
		days.Reasons = append(days.Reasons, DayReason{Day: day, Why: dayReason(running, day, legs > noLegs)})
	}
	return days, nil
}

// runningWeek returns the week that the lifting has to fit.
func runningWeek(in Input) training.Week {
	if in.Plan.RunningWeek != nil {
		return *in.Plan.RunningWeek
	}
	return in.Runner.Week
}

// sessionsWanted returns how many sessions a week are to have where the plan names no days. One keeps what was built (Beattie 2017).
func sessionsWanted(in Input, phase *training.Phase) int {
	wanted := cmp.Or(phase.PerWeek, in.Runner.SessionsPerWeek[1], usualSessions)
	if phase.Maintain {
		wanted = cmp.Or(phase.PerWeek, 1)
	}
	return min(max(wanted, 1), daysPerWeek)
}

// legWork is how much of the sessions of a phase the legs have to recover from.
type legWork int

const (
	noLegs    legWork = iota
	calves            // they need a day before a hard or long run
	wholeLegs         // and 48 hours before the next session
)

// legWorkOf returns the most that a session of a phase is for the legs, or a test at the beginning of one.
func legWorkOf(in Input, phase *training.Phase, first int) legWork {
	most := noLegs
	for row := range phase.Rows() {
		most = max(most, in.legWork(row))
	}
	tested := slices.ContainsFunc(in.Plan.TestWeeks, func(n int) bool { return first <= n && n < first+phase.Weeks })
	if tested && slices.ContainsFunc(in.Plan.Tests, func(t training.Test) bool { return in.TestsLegs(in.Exercises[t.Exercise.ID]) }) {
		most = max(most, calves)
	}
	return most
}

// legWork returns what a row is for the legs, on the exercises above it as well.
func (in Input) legWork(row *training.Row) legWork {
	e := in.Exercises[row.Exercise.ID]
	for seen := map[string]bool{}; e != nil && !seen[e.ID]; e = in.Exercises[e.Harder.ID] {
		seen[e.ID] = true
		switch {
		case e.TiresLegs():
			return wholeLegs
		case in.TiresCalves(e, row.ToTheLimit()):
			return calves
		}
	}
	return noLegs
}

// TiresCalves reports whether calf raises leave the legs tired: with a load or to the limit they do, unless they are the treatment.
func (in Input) TiresCalves(e *training.Exercise, limit bool) bool {
	return e.TiresCalves(limit) && in.Plan.Kind.CalvesCount()
}

// TestsLegs reports whether the test of an exercise, which may be nil, leaves the legs tired.
func (in Input) TestsLegs(e *training.Exercise) bool {
	return e != nil && (e.TiresLegs() || in.TiresCalves(e, true))
}

// HeavyOnLegs reports whether an exercise is left out when a race is near.
func (in Input) HeavyOnLegs(e *training.Exercise) bool {
	return e.HeavyOnLegs() && (e.TiresLegs() || in.Plan.Kind.CalvesCount())
}

// given returns the plan's days in the order of the week, each once.
func given(liftOn []training.Weekday) []training.Weekday {
	days := slices.Clone(liftOn)
	slices.Sort(days)
	return slices.DeleteFunc(slices.Compact(days), func(d training.Weekday) bool { return d < 0 || d >= daysPerWeek })
}

// choose returns the best n days of a running week, or as many as there is room for.
func choose(week training.Week, n int, legs legWork) []training.Weekday {
	for ; n > 0; n-- {
		var best []training.Weekday
		for set := range uint(1 << daysPerWeek) {
			if bits.OnesCount(set) != n {
				continue
			}
			days := daysOf(set)
			if !legs.spared(week, days) {
				continue
			}
			if best == nil || compareDays(week, days, best) < 0 {
				best = days
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// daysOf returns the days whose bits are set, Monday's being the lowest.
func daysOf(set uint) []training.Weekday {
	var days []training.Weekday
	for d := range daysPerWeek {
		if set&(1<<d) != 0 {
			days = append(days, training.Weekday(d))
		}
	}
	return days
}

// spared reports whether no day is followed by a hard or long run and, where the legs need it, none by another lifting day, Sunday by
// Monday included.
func (legs legWork) spared(week training.Week, days []training.Weekday) bool {
	for _, d := range days {
		next := after(d, 1)
		if legs > noLegs && week[next].IsHard() || legs == wholeLegs && slices.Contains(days, next) {
			return false
		}
	}
	return true
}

// compareDays orders sets of days: the better kinds of day first, then the more even ones, then the earlier ones.
func compareDays(week training.Week, a, b []training.Weekday) int {
	return cmp.Or(
		cmp.Compare(kindCost(week, a), kindCost(week, b)),
		cmp.Compare(unevenness(a), unevenness(b)),
		slices.Compare(a, b),
	)
}

// kindCost adds up how far the days are from the best kind.
func kindCost(week training.Week, days []training.Weekday) int {
	cost := 0
	for _, d := range days {
		cost += week[d].Facts().LiftPlace
	}
	return cost
}

// unevenness adds up the squares of the days from each session to the next, which is least where they are alike.
func unevenness(days []training.Weekday) int {
	sum := 0
	for i, d := range days {
		gap := int(days[(i+1)%len(days)]-d+daysPerWeek-1)%daysPerWeek + 1
		sum += gap * gap
	}
	return sum
}

// after returns the day n days later.
func after(d training.Weekday, n int) training.Weekday {
	return (d + training.Weekday(n)) % daysPerWeek
}
