package athlete

import (
	"fmt"
	"slices"
	"time"

	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
)

// quietDays is after how many days without a visit a coach is told: as many as after which the lifts go back (house rule).
const quietDays = 14

// running is how many times running something has to be said before a coach is told: once is a bad day (house rule).
const running = 2

// Status is where a runner is, and what a coach should look at.
type Status struct {
	Week, Weeks int // of the plan, that of today: 0 before it begins, more than Weeks behind its end
	Next        string
	Last        machine.Date // of the last visit; 0: there is none
	Look        []string     // sentences
}

// WeekText says in which week of the plan the runner is.
func (s *Status) WeekText() string {
	switch {
	case s.Weeks == 0:
		return ""
	case s.Week < 1:
		return "not begun"
	case s.Week > s.Weeks:
		return fmt.Sprintf("over since week %d", s.Weeks)
	}
	return fmt.Sprintf("week %d of %d", s.Week, s.Weeks)
}

// LastVisit says when the runner trained last; "" where that is not known.
func (s *Status) LastVisit() string {
	if s.Last == 0 {
		return ""
	}
	return time.Unix(0, 0).UTC().AddDate(0, 0, int(s.Last)).Format("Mon 2 Jan")
}

// StatusOn says where a runner is on a day.
func (a *Athlete) StatusOn(today time.Time) Status {
	p := a.Programme.Projection
	s := Status{Weeks: len(p.Weeks), Last: a.Log.LastDay(), Week: 1}
	if monday := p.Plan.Monday(); !monday.IsZero() {
		s.Week = weekOn(monday, today)
	}
	if p.Next != nil && s.Week <= s.Weeks {
		w := &p.Weeks[p.Next.Week]
		visit := &w.Sessions[p.Next.Session]
		s.Next = fmt.Sprintf("%s on %s of week %d", visit.Name, visit.Day.Name(), w.Number)
		if monday := p.Plan.Monday(); !monday.IsZero() {
			s.Next = fmt.Sprintf("%s on %s", visit.Name, monday.AddDate(0, 0, (w.Number-1)*7+int(visit.Day)).Format("Mon 2 Jan"))
		}
	}
	s.Look = append(s.quiet(p, today), a.repeated()...)
	return s
}

// weekOn returns the week of a plan in which a day lies.
func weekOn(monday, day time.Time) int {
	days := int(day.Sub(monday) / wholeDay)
	if days < 0 {
		return 0
	}
	return days/7 + 1
}

// quiet says that a runner has not written for long.
func (s *Status) quiet(p *progression.Programme, today time.Time) []string {
	since, what := s.Last, "no visit for %d days"
	if since == 0 {
		since, what = progression.DateOf(p.Plan.Monday()), "no visit in the %d days since the beginning"
	}
	days := int(progression.DateOf(today) - since)
	if since == 0 || s.Week > s.Weeks || days < quietDays {
		return nil
	}
	return []string{fmt.Sprintf(what, days)}
}

// repeated says what was written down of the last visits running: bad runs, and lifts that hurt or were hard.
func (a *Athlete) repeated() (look []string) {
	bad := 0
	for _, v := range a.Log.Visits {
		switch v.Run {
		case machine.RunBadly:
			bad++
		case machine.RunWell:
			bad = 0
		}
	}
	if bad >= running {
		look = append(look, fmt.Sprintf("the next day's run went badly %d times running", bad))
	}
	upTo := a.Programme.Projection.Machines.Recovery.PainUpTo
	hurt := func(f machine.Felt) bool { return f.Pain > upTo || f.Hurt && f.Pain == 0 }
	look = append(look, a.often("hurt on %d visits running: %s", hurt)...)
	return append(look, a.often("hard on %d visits running: %s", func(f machine.Felt) bool { return f.Effort == machine.FeltHard })...)
}

// often says of which lifts something was felt at least on the last visits running.
func (a *Athlete) often(sentence string, is func(machine.Felt) bool) (look []string) {
	var lifts []string
	count := map[string]int{}
	for _, v := range a.Log.Visits {
		for i := range v.Lifts {
			key := v.Lifts[i].Lift
			if !slices.Contains(lifts, key) {
				lifts = append(lifts, key)
			}
			count[key]++
			if !is(v.FeltOf(i)) {
				count[key] = 0
			}
		}
	}
	for _, key := range lifts {
		if count[key] >= running {
			look = append(look, fmt.Sprintf(sentence, count[key], a.exercise(key)))
		}
	}
	return look
}

// exercise returns the name of the exercise with which a lift begins.
func (a *Athlete) exercise(key string) string {
	for _, w := range a.Programme.Projection.Weeks {
		for _, s := range w.Sessions {
			for _, t := range s.Targets {
				if t.Lift == key {
					return t.Exercise.Name
				}
			}
		}
	}
	return key
}
