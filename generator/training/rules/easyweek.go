package rules

import (
	"fmt"
	"iter"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/progression"
)

// mostHardWeeks is how many weeks may pass without an easy one (Rogerson 2024: every 5.6 weeks, give or take 2.3).
const mostHardWeeks = 6

func (l *look) easyWeek() {
	n, where := 0, (*phase)(nil)
	report := func(end int) {
		if n > mostHardWeeks {
			s := diag.Warning
			if where.reacts() {
				s = diag.Note
			}
			l.add("long", l.problem(s, where.easyPos(), "weeks %d to %d have no easy week among them.", end-n, end-1).WithHint("Write easy_weeks = { every = 4 }."))
		}
		n, where = 0, nil
	}
	for i := range l.phases {
		ph := &l.phases[i]
		for j := range ph.weeks {
			w := &ph.weeks[j]
			if w.Light() || ph.Maintain || lightByTable(w) || ph.Weeks == 1 && l.lightBeforeNext(w) {
				report(w.Number)
				l.easierWeek(ph, w)
				l.easyInTaper(ph, w)
				continue
			}
			if n++; n == mostHardWeeks+1 {
				where = ph
			}
		}
	}
	report(len(l.p.Weeks) + 1)
}

// reacts reports whether at least half of the rows say how they get lighter after misses, so that a tired runner has a way back on paper.
func (ph *phase) reacts() bool {
	light, all := 0, 0
	for _, s := range ph.Sessions {
		for i := range s.Rows {
			all++
			if s.Rows[i].Back > 0 || len(s.Rows[i].Stages) > 0 {
				light++
			}
		}
	}
	return 2*light >= all
}

func (ph *phase) easyPos() diag.Position {
	switch none := (diag.Position{}); {
	case ph.EasyPos != none:
		return ph.EasyPos
	case ph.WeeksPos != none:
		return ph.WeeksPos
	}
	return ph.Pos
}

// lightByTable reports whether a week has nothing to train, or is light because at least half of its exercises show the last week of a wave or
// a light entry of a table.
func lightByTable(w *progression.Week) bool {
	light, all := 0, 0
	for _, s := range w.Sessions {
		for i := range s.Targets {
			all++
			if (performance{Target: &s.Targets[i]}).lightEntry() {
				light++
			}
		}
	}
	return 2*light >= all
}

// lightBeforeNext reports whether at least half of the exercises of a week come back in the next one with a quarter more work, or more
// strength to show. So a plan that has a phase for each week can have an easy one.
func (l *look) lightBeforeNext(w *progression.Week) bool {
	if w.Number >= len(l.p.Weeks) {
		return false
	}
	light, all := 0, 0
	for x := range targetsOf(w) {
		all++
		for next := range targetsOf(&l.p.Weeks[w.Number]) {
			if next.Exercise == x.Exercise && next.session.Name == x.session.Name && lighter(x, next) {
				light++
				break
			}
		}
	}
	return 2*light >= all
}

// lighter reports whether a target asks for at most four fifths of the work or of the strength of another one.
func lighter(x, next performance) bool {
	now, then := x.needs().thirtieths, next.needs().thirtieths
	return 1000*work(x.Target) <= lightStrength*work(next.Target) || 1000*now <= lightStrength*then && now > 0
}

func targetsOf(w *progression.Week) iter.Seq[performance] {
	return func(yield func(performance) bool) {
		for i := range w.Sessions {
			for j := range w.Sessions[i].Targets {
				if !yield(performance{Target: &w.Sessions[i].Targets[j], week: w, session: &w.Sessions[i]}) {
					return
				}
			}
		}
	}
}

// easyInTaper reports an easy week in the taper, which is light without that. What was built would be lost.
func (l *look) easyInTaper(ph *phase, w *progression.Week) {
	if w.Easy && w.Taper && !ph.Maintain {
		l.add(fmt.Sprint("taper ", w.Number), l.problem(diag.Warning, ph.easyPos(), "week %d is easy, and the taper before the race is light already.", w.Number).
			WithHint("Take week %d out of easy_weeks.", w.Number))
	}
}

// easierWeek reports an easy week that asks for as much as the weeks before it.
func (l *look) easierWeek(ph *phase, w *progression.Week) {
	if !w.Easy || w.AfterRace || ph.Maintain { // after a race the engine makes weeks easy, whatever they ask for
		return
	}
	usual, now := 0, 0
	for _, s := range w.Sessions {
		for i := range s.Targets {
			t := &s.Targets[i]
			now += work(t)
			usual += work(ph.usual(t, w.Number))
		}
	}
	if now > 0 && now >= usual {
		l.add("same", l.errorf(ph.easyPos(), "week %d is meant to be easy, but it asks for as much as the week before.", w.Number).
			WithHint("An easy week has one set fewer and the bottom of the range: give the exercises 2 sets or more, or a range."))
	}
}

// usual returns what was last asked of the row of a target before a week, easy weeks aside; what it is prescribed where there
// was nothing before.
func (ph *phase) usual(t *progression.Target, week int) *progression.Target {
	usual := *t
	usual.Sets = nil
	for _, part := range t.Prescription.Parts {
		usual.Sets = append(usual.Sets, slices.Repeat([]progression.Set{{Amount: part.Low}}, part.Sets)...)
	}
	for _, w := range ph.full() {
		for _, s := range w.Sessions {
			for i := range s.Targets {
				if s.Targets[i].Row == t.Row && w.Number < week {
					usual = s.Targets[i]
				}
			}
		}
	}
	return &usual
}

// work compares targets by how many seconds all of their sets take.
func work(t *progression.Target) int { return t.Volume() * secondsEach(t) }
