package render

import (
	"slices"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
)

// Day is a day of the running week.
type Day struct {
	Day      string // "tue"
	Run      training.DayKind
	Test     string // in place of that run: what is run against the clock
	Lift     bool
	After    bool   // lifting comes after a run
	Optional bool   // lifting may be left out
	PerDay   int    // how often there is lifting on this day
	Minutes  [2]int // of lifting, each time
}

// RunningWeek returns the runner type's week, with the lifting days of the first of its programmes that is made for this week and is all
// of its strength training.
func (v *RunnerView) RunningWeek() []Day {
	r := v.Runner
	for _, p := range r.Programmes {
		if p.Plan.Kind == training.WholePlan && p.Projection.RunningWeek == r.Week {
			return liftingDays(p, p.Projection.Phases[0])
		}
	}
	return days(r.Week)
}

func days(run training.Week) []Day {
	list := make([]Day, len(run))
	for i, kind := range run {
		list[i] = Day{Day: training.Weekday(i).String(), Run: kind}
	}
	return list
}

// liftingDays returns a programme's running week with the lifting days of a phase.
func liftingDays(p *site.Programme, phase progression.PhaseDays) []Day {
	list := days(p.Projection.RunningWeek)
	for i := range list {
		d := &list[i]
		if slices.Contains(phase.Days, training.Weekday(i)) {
			d.Lift, d.After = true, d.Run.Facts().Run == training.Yes
			d.lifts(p.Projection.Weeks[phase.First-1:phase.First-1+phase.Weeks], training.Weekday(i))
		}
	}
	return list
}

// lifts says how long the sessions of some weeks take on the day, light weeks aside, how often they are done on it, and whether all of them
// may be left out.
func (d *Day) lifts(weeks []progression.Week, day training.Weekday) {
	asked := false
	for _, w := range weeks {
		for _, s := range w.Sessions {
			if s.Day != day {
				continue
			}
			d.Optional, asked = d.Optional || s.Optional, asked || !s.Optional
			d.PerDay = max(d.PerDay, s.PerDay)
			if !w.Light() {
				d.Minutes = progression.Widen(d.Minutes, s.Minutes)
			}
		}
	}
	d.Optional = d.Optional && !asked
}

// LiftingWeek is the running week with the lifting days of one or more phases.
type LiftingWeek struct {
	progression.PhaseDays
	Last    int // week of the plan; the first one is First
	Days    []Day
	Why     string // these days
	Reasons []Reason
}

// Reason says why a session stands on a day.
type Reason struct {
	Day training.Weekday
	Why string // a sentence
}

// LiftingWeeks returns the weeks of the page's programme, one for phases in a row that are lifted on the same days for the
// same reasons.
func (v *ProgrammeView) LiftingWeeks() []LiftingWeek {
	var list []LiftingWeek
	words := v.SiteView.renderer.theme.words
	for _, p := range v.Programme.Projection.Phases {
		last := p.First + p.Weeks - 1
		days := liftingDays(v.Programme, p)
		why, reasons := words.Sentences(p.Why...), make([]Reason, len(p.Reasons))
		for i, r := range p.Reasons {
			reasons[i] = Reason{r.Day, words.Sentences(r.Why)}
		}
		if n := len(list); n > 0 && list[n-1].Why == why && slices.Equal(list[n-1].Reasons, reasons) {
			list[n-1].Last = last
			list[n-1].Days = widenDays(list[n-1].Days, days)
			continue
		}
		list = append(list, LiftingWeek{PhaseDays: p, Last: last, Days: days, Why: why, Reasons: reasons})
	}
	return list
}

func widenDays(a, b []Day) []Day {
	for i := range a {
		if b[i].Lift {
			a[i].Minutes = progression.Widen(a[i].Minutes, b[i].Minutes)
			a[i].Optional, a[i].PerDay = a[i].Optional && b[i].Optional, max(a[i].PerDay, b[i].PerDay)
		}
	}
	return a
}

// Race returns what the page's plan leads up to; nil where there is no race.
func (v *ProgrammeView) Race() *training.Race {
	if race := &v.Plan.Race; race.Week > 0 {
		return race
	}
	return nil
}

// GoesOn reports whether the page's programme goes on behind its race.
func (v *ProgrammeView) GoesOn() bool {
	return slices.ContainsFunc(v.Programme.Projection.Weeks, func(w progression.Week) bool { return w.AfterRace })
}
