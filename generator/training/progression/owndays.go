package progression

import (
	"math/bits"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
)

// OnDays returns the input with the days on which a runner lifts in the place of those that the plan names or that are chosen from the
// running week. A phase that lifts on fewer days than she gives takes the best of them.
func (in Input) OnDays(days []training.Weekday) Input {
	days = given(days)
	plan := *in.Plan
	plan.Phases = slices.Clone(plan.Phases)
	first := 1
	for i := range plan.Phases {
		phase := &plan.Phases[i]
		was, _ := phaseDays(in, phase, first)
		phase.LiftOn = best(runningWeek(in), days, len(was.Days), legWorkOf(in, phase, first))
		first += phase.Weeks
	}
	in.Plan = &plan
	return in
}

// best returns the best n of some days, or all where there are no more: those that spare the legs come before all others.
func best(week training.Week, of []training.Weekday, n int, legs legWork) []training.Weekday {
	if n >= len(of) {
		return of
	}
	var best []training.Weekday
	spares := false
	for set := range uint(1 << len(of)) {
		if bits.OnesCount(set) != n {
			continue
		}
		var days []training.Weekday
		for i, d := range of {
			if set&(1<<i) != 0 {
				days = append(days, d)
			}
		}
		spared := legs.spared(week, days)
		if best == nil || spared && !spares || spared == spares && compareDays(week, days, best) < 0 {
			best, spares = days, spared
		}
	}
	return best
}

// DayChoice is what a programme's days of lifting are chosen from.
type DayChoice struct {
	Count  int                // how many days a runner chooses: those of the phase that has most
	Own    []training.Weekday // the programme's, of that phase
	Days   [daysPerWeek]DayFit
	Apart  bool                               // the legs need a day between two of them
	Spares map[int][daysPerWeek]machine.Spare // by week: what a race leaves out on each day; only of weeks in which it leaves something out
	Sets   []DaySet                           // those of which not every week has all days
}

// Fit says how well lifting stands on a day.
type Fit string

// The kinds of day, seen from the lifting.
const (
	FitGood Fit = "good"
	FitFair Fit = "fair" // there is something better
	FitBad  Fit = "bad"  // a rule forbids it
)

// DayFit says how well lifting stands on a day, and why.
type DayFit struct {
	Fit Fit
	Why phrase.Phrase
}

// DaySet are some days, and in each phase and each week that differs those of them on which there is lifting.
type DaySet struct {
	Days   []training.Weekday
	Phases [][]training.Weekday       // nil: all of them in each phase
	Weeks  map[int][]training.Weekday // with a run against the clock, for which sessions make room
}

// Choice returns what the days of lifting are chosen from.
func (p *Programme) Choice() DayChoice {
	var c DayChoice
	legs := noLegs
	for i := range p.Phases {
		phase := &p.Phases[i]
		if len(phase.Days) > c.Count {
			c.Count, c.Own = len(phase.Days), phase.Days
		}
		legs = max(legs, legWorkOf(p.in, &p.Plan.Phases[i], phase.First))
	}
	c.Apart = legs == wholeLegs
	for _, day := range training.Weekdays() {
		c.Days[day] = fitOf(p.RunningWeek, day, legs)
	}
	c.Spares = p.spares()
	for set := range uint(1 << daysPerWeek) {
		if bits.OnesCount(set) == c.Count {
			if s := p.in.daySet(daysOf(set)); s.Phases != nil || s.Weeks != nil {
				c.Sets = append(c.Sets, s)
			}
		}
	}
	return c
}

// spares returns what a race leaves out on each day of the weeks near it.
func (p *Programme) spares() map[int][daysPerWeek]machine.Spare {
	weeks := map[int][daysPerWeek]machine.Spare{}
	for i := range p.Weeks {
		var days [daysPerWeek]machine.Spare
		for _, day := range training.Weekdays() {
			days[day] = spares(p.Plan.Race, &p.Weeks[i], day)
		}
		if days != [daysPerWeek]machine.Spare{} {
			weeks[p.Weeks[i].Number] = days
		}
	}
	return weeks
}

// daySet returns on which of some days there is lifting in each phase and each week.
func (in Input) daySet(days []training.Weekday) DaySet {
	in = in.OnDays(days)
	p := &projection{in: in, out: &Programme{RunningWeek: runningWeek(in)}, unknown: map[string]bool{}}
	p.tests()
	set := DaySet{Days: days}
	for i := range in.Plan.Phases {
		phase := &in.Plan.Phases[i]
		of, _ := phaseDays(in, phase, len(p.out.Weeks)+1)
		set.Phases = append(set.Phases, of.Days)
		p.machines.Phases = append(p.machines.Phases, machine.Phase{})
		m := &p.machines.Phases[i]
		p.calendar(m, phase, of, nil)
		for _, w := range m.Weeks {
			if lifted := weekdays(w.Days); !slices.Equal(lifted, of.Days) {
				if set.Weeks == nil {
					set.Weeks = map[int][]training.Weekday{}
				}
				set.Weeks[w.Number] = lifted
			}
		}
	}
	if !slices.ContainsFunc(set.Phases, func(of []training.Weekday) bool { return !slices.Equal(of, days) }) {
		set.Phases = nil
	}
	return set
}

// fitOf says how well lifting stands on a day. What the rules forbid is bad, and what they note is fair; see package rules.
func fitOf(week training.Week, day training.Weekday, legs legWork) DayFit {
	next := after(day, 1)
	today := phrase.New("days-today-"+string(week[day].Facts().Kind), "day", day)
	switch {
	case legs > noLegs && week[next].IsHard():
		tomorrow := phrase.New("days-tomorrow-"+string(week[next].Facts().Kind), "day", next)
		return DayFit{FitBad, phrase.New("days-bad-before", "today", today, "tomorrow", tomorrow)}
	case week[day].IsHard():
		return DayFit{FitFair, phrase.New("days-fair-hard", "today", today)}
	}
	if better, ok := freeMedium(week, legs); ok && week[day] != training.Medium {
		return DayFit{FitFair, phrase.New("days-fair-free", "today", today, "day", better)}
	}
	return DayFit{FitGood, dayReason(week, day, legs > noLegs)}
}

// freeMedium returns the first medium day on which lifting spares the legs.
func freeMedium(week training.Week, legs legWork) (training.Weekday, bool) {
	for _, day := range training.Weekdays() {
		if week[day] == training.Medium && legs.spared(week, []training.Weekday{day}) {
			return day, true
		}
	}
	return 0, false
}
