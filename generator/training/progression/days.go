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
// endurance falls by a quarter), and chosen days are at least 48 hours apart (Doma 2015). Where the week has no room for all
// sessions, there are fewer.
func phaseDays(in Input, phase *training.Phase) (PhaseDays, diag.List) {
	legs := slices.ContainsFunc(phase.Sessions, func(s training.Session) bool { return trainsLegs(s, in.Exercises) })
	days := PhaseDays{Name: phase.Name, Weeks: phase.Weeks}
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
		days.Reasons = append(days.Reasons, DayReason{Day: day, Why: dayReason(running, day, legs)})
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

// trainsLegs reports whether a session leaves the legs tired.
func trainsLegs(s training.Session, exercises map[string]*training.Exercise) bool {
	return slices.ContainsFunc(s.Rows, func(row training.Row) bool {
		e := exercises[row.Exercise.ID]
		return e != nil && e.TiresLegs()
	})
}

// given returns the plan's days in the order of the week, each once.
func given(liftOn []training.Weekday) []training.Weekday {
	days := slices.Clone(liftOn)
	slices.Sort(days)
	return slices.DeleteFunc(slices.Compact(days), func(d training.Weekday) bool { return d < 0 || d >= daysPerWeek })
}

// choose returns the best n days of a running week, or as many as there is room for.
func choose(week training.Week, n int, legs bool) []training.Weekday {
	for ; n > 0; n-- {
		var best []training.Weekday
		for set := range uint(1 << daysPerWeek) {
			if bits.OnesCount(set) != n {
				continue
			}
			days := daysOf(set)
			if legs && !sparesLegs(week, days) {
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

// sparesLegs reports whether no day is followed by a hard or long run and none by another lifting day, Sunday by Monday included.
func sparesLegs(week training.Week, days []training.Weekday) bool {
	for _, d := range days {
		next := after(d, 1)
		if week[next].IsHard() || slices.Contains(days, next) {
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
