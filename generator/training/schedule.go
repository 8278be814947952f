package training

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// schedule is what a plan or a phase says about its days and easy weeks.
type schedule struct {
	liftOn     []Weekday
	liftOnPos  diag.Position
	perWeek    int
	perWeekPos diag.Position
	maintain   bool
	easy       easyWeeks
}

func (r *reader) schedule(t *tomlfile.Table) schedule {
	s := schedule{
		liftOn: r.weekdays(t), liftOnPos: valuePos(t, "lift_on"),
		perWeekPos: valuePos(t, "sessions_per_week"),
		perWeek:    r.number(t, "sessions_per_week", sessionsAWeek()),
		easy:       r.easyWeeksTyped(t), maintain: t.Bool("maintain"),
	}
	typed := len(t.Texts("lift_on"))
	if typed > 0 && s.perWeek > 0 && typed != s.perWeek {
		r.add(t.ValuePos("sessions_per_week"), "sessions-and-days", fmt.Sprintf("sessions_per_week is %d but lift_on has %s.", s.perWeek, days(typed)), "Remove sessions_per_week: the days say it.")
	}
	return s
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

// orElse returns the days of s or, where it says nothing about them, those of the plan. A number of sessions that differs
// from the plan's days takes their place.
func (s schedule) orElse(plan schedule) schedule {
	switch {
	case len(s.liftOn) > 0:
		return s
	case s.perWeek > 0 && s.perWeek != len(plan.liftOn):
		return schedule{perWeek: s.perWeek, perWeekPos: s.perWeekPos}
	}
	return plan
}

func (r *reader) weekdays(t *tomlfile.Table) []Weekday {
	var list []Weekday
	for _, text := range t.Texts("lift_on") {
		switch d, hint, ok := ParseWeekday(text.Value); {
		case !ok:
			r.add(text.Pos, "unknown-day", fmt.Sprintf("%q is not a day.", text.Value), hint)
		case slices.Contains(list, d):
			r.add(text.Pos, "listed-twice", fmt.Sprintf("%q is listed twice.", text.Value), "Remove one of them.")
		default:
			list = append(list, d)
		}
	}
	slices.Sort(list)
	return list
}

// easyWeeks is what was typed for easy_weeks: numbers of weeks, or every so many; neither where it was left out.
type easyWeeks struct {
	weeks []tomlfile.Number
	every int
	pos   diag.Position
}

func (r *reader) easyWeeksTyped(t *tomlfile.Table) easyWeeks {
	every := t.Table("easy_weeks")
	if every == nil {
		return easyWeeks{weeks: t.Ints("easy_weeks"), pos: valuePos(t, "easy_weeks")}
	}
	n := every.Int("every")
	if every.Has("every") && n < 2 {
		r.add(every.ValuePos("every"), "bad-number", fmt.Sprintf("every = %d would leave no week that is not easy.", n), "Write { every = 4 }.")
		n = 0
	}
	return easyWeeks{every: n, pos: valuePos(t, "easy_weeks")}
}

// easyWeeks returns the easy weeks among the weeks 1 to last, ascending. A last of 0 is not known, and no week is past it.
func (r *reader) easyWeeks(e easyWeeks, last int) []int {
	var weeks []int
	for n := e.every; e.every > 0 && n <= last; n += e.every {
		weeks = append(weeks, n)
	}
	return r.weekNumbers(e.weeks, last, "bad-easy-week", weeks)
}

// weekNumbers adds the numbers of weeks that exist to a list, and returns it ascending.
func (r *reader) weekNumbers(numbers []tomlfile.Number, last int, id string, weeks []int) []int {
	for _, n := range numbers {
		switch {
		case n.Value < 1 || last > 0 && n.Value > last:
			r.noWeek(n.Pos, id, n.Value, last)
		case slices.Contains(weeks, n.Value):
			r.add(n.Pos, "listed-twice", fmt.Sprintf("week %d is listed twice.", n.Value), "Remove one of them.")
		default:
			weeks = append(weeks, n.Value)
		}
	}
	slices.Sort(weeks)
	return weeks
}

// noWeek says that a week is before the first or after the last one.
func (r *reader) noWeek(pos diag.Position, id string, week, last int) {
	if week < 1 {
		r.add(pos, id, fmt.Sprintf("there is no week %d.", week), "The first week is 1.")
		return
	}
	r.add(pos, id, fmt.Sprintf("week %d is after the last week (%d).", week, last), fmt.Sprintf("Write %d or less, or make the plan longer.", last))
}

// shareEasyWeeks gives the plan's easy weeks, which count the weeks of the plan, to the phases that name none.
func (r *reader) shareEasyWeeks(phases []Phase, tables []*tomlfile.Table, plan easyWeeks) {
	total, known := 0, true
	for _, p := range phases {
		total += p.Weeks
		known = known && p.Weeks > 0
	}
	if !known {
		total = 0
	}
	limit := weekCount()
	limit.what = "weeks in all"
	if total > limit.high {
		r.within(tomlfile.Number{Value: total, Pos: phases[len(phases)-1].Pos}, "bad-number", limit)
	}
	easy := r.easyWeeks(plan, total)
	first := 1
	for i := range phases {
		p := &phases[i]
		if !written(tables[i], "easy_weeks") {
			p.EasyWeeks, p.EasyEvery = weeksBetween(easy, first, first+p.Weeks), plan.every
		}
		first += p.Weeks
	}
}

// weeksBetween returns the weeks from first on and before end, counted anew from first.
func weeksBetween(weeks []int, first, end int) []int {
	var list []int
	for _, w := range weeks {
		if first <= w && w < end {
			list = append(list, w-first+1)
		}
	}
	return list
}

// leaveTaperOut takes the easy weeks that come every so many weeks out of the taper, which is light itself, and out of the week before it:
// there would be three light weeks in a row. Those that were named stay.
func (p *Plan) leaveTaperOut() {
	first := 1
	for i := range p.Phases {
		ph := &p.Phases[i]
		if ph.EasyEvery > 0 {
			ph.EasyWeeks = slices.DeleteFunc(ph.EasyWeeks, func(n int) bool { return p.Race.Taper(first+n-1) || p.Race.Taper(first+n) })
		}
		first += ph.Weeks
	}
}
