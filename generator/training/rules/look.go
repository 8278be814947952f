package rules

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// look is a programme as the rules see it, and what the rule at work has found.
type look struct {
	in     progression.Input
	p      *progression.Programme
	phases []phase
	rule   *Rule
	found  []finding
}

// phase is a phase of the plan with its weeks.
type phase struct {
	*training.Phase
	weeks   []progression.Week
	only    bool // the plan has no other
	legible bool // all of its rows could be read: what is not there is really missing
}

func newLook(p *progression.Programme, in progression.Input) *look {
	l := &look{in: in, p: p}
	for i, days := range p.Phases {
		from := min(days.First-1, len(p.Weeks))
		to := min(from+max(days.Weeks, 0), len(p.Weeks))
		ph := phase{Phase: &in.Plan.Phases[i], weeks: p.Weeks[from:to], only: len(p.Phases) == 1}
		ph.legible = ph.allRowsStand()
		l.phases = append(l.phases, ph)
	}
	return l
}

// allRowsStand reports whether each session of the phase that is trained outside of a taper has all of its rows. The engine
// leaves out what could not be read; a table of weeks may leave its row out.
func (ph *phase) allRowsStand() bool {
	for _, w := range ph.full() {
		for _, s := range w.Sessions {
			if d := ph.definition(s.Name); d == nil || !standIn(d.Rows, s.Targets) {
				return false
			}
		}
	}
	return true
}

// standIn reports whether each row has a target, but for those that a table leaves out.
func standIn(rows []training.Row, targets []progression.Target) bool {
	for i := range rows {
		row := &rows[i]
		stands := slices.ContainsFunc(targets, func(t progression.Target) bool { return t.Row == row })
		if !stands && !slices.ContainsFunc(row.Weeks, quantity.Prescription.IsZero) {
			return false
		}
	}
	return true
}

// definition returns what the plan says of a session, nil where there is none of that name.
func (ph *phase) definition(name string) *training.Session {
	i := slices.IndexFunc(ph.Sessions, func(s training.Session) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return &ph.Sessions[i]
}

// liftingDays returns the days of a week with a session, each once, with or without those that may be left out: rules that warn of too much
// count them, rules that ask for enough do not.
func liftingDays(w *progression.Week, optional bool) []training.Weekday {
	var days []training.Weekday
	for _, s := range w.Sessions {
		if optional || !s.Optional {
			days = append(days, s.Day)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// full returns the weeks that ask for everything: neither easy ones nor those of a taper.
func (ph *phase) full() iter.Seq2[int, *progression.Week] {
	return func(yield func(int, *progression.Week) bool) {
		for i := range ph.weeks {
			if w := &ph.weeks[i]; !w.Light() && !yield(i, w) {
				return
			}
		}
	}
}

// building returns the phases that build strength: all but those that maintain it.
func (l *look) building() []*phase {
	var list []*phase
	for i := range l.phases {
		if !l.phases[i].Maintain {
			list = append(list, &l.phases[i])
		}
	}
	return list
}

func (l *look) builds() bool { return len(l.building()) > 0 }

// performance is a target with the place where it stands.
type performance struct {
	*progression.Target
	phase   *phase
	week    *progression.Week
	session *progression.Session
}

// all returns every target in the order of the plan's days.
func (l *look) all() iter.Seq[performance] {
	return func(yield func(performance) bool) {
		for i := range l.phases {
			ph := &l.phases[i]
			for j := range ph.weeks {
				for k := range ph.weeks[j].Sessions {
					s := &ph.weeks[j].Sessions[k]
					for n := range s.Targets {
						if !yield(performance{&s.Targets[n], ph, &ph.weeks[j], s}) {
							return
						}
					}
				}
			}
		}
	}
}

// full returns the targets of the weeks that ask for everything.
func (l *look) full() iter.Seq[performance] {
	return func(yield func(performance) bool) {
		for x := range l.all() {
			if !x.week.Light() && !yield(x) {
				return
			}
		}
	}
}

// some reports whether there is a target of that kind.
func (l *look) some(kind func(performance) bool) bool {
	for x := range l.all() {
		if kind(x) {
			return true
		}
	}
	return false
}

// run lets a rule look, and returns what it found.
func (l *look) run(r *Rule) []finding {
	l.rule, l.found = r, nil
	r.check(l)
	return l.found
}

// add takes a problem, once for each subject at a place: the worst, or else the first.
func (l *look) add(subject string, p diag.Problem) {
	f := finding{p, subject}
	i := slices.IndexFunc(l.found, f.same)
	switch {
	case i < 0:
		l.found = append(l.found, f)
	case f.Severity < l.found[i].Severity:
		l.found[i] = f
	}
}

func (l *look) problem(s diag.Severity, pos diag.Position, format string, args ...any) diag.Problem {
	return diag.Problem{Position: cmp.Or(pos, l.in.Plan.Pos), Severity: s, ID: l.rule.ID, Message: fmt.Sprintf(format, args...)}
}

func (l *look) errorf(pos diag.Position, format string, args ...any) diag.Problem {
	return l.problem(diag.Error, pos, format, args...)
}

func (l *look) warningf(pos diag.Position, format string, args ...any) diag.Problem {
	return l.problem(diag.Warning, pos, format, args...)
}

func (l *look) notef(pos diag.Position, format string, args ...any) diag.Problem {
	return l.problem(diag.Note, pos, format, args...)
}

// novice reports whether lifting is new to the runner type.
func (l *look) novice() bool { return l.in.Runner.Lifts.Facts().New == training.Yes }

// hardDays counts the hard and long days of the running week.
func (l *look) hardDays() int {
	n := 0
	for _, kind := range l.p.RunningWeek {
		if kind.IsHard() {
			n++
		}
	}
	return n
}

// daysPos is where it is said on which days the phase is lifted.
func (ph *phase) daysPos() diag.Position { return cmp.Or(ph.LiftOnPos, ph.PerWeekPos, ph.Pos) }

// in names the phase behind a statement; nothing where there is only one.
func (ph *phase) in() string {
	if ph.only || ph.Name == "" {
		return ""
	}
	return fmt.Sprintf(" in %q", ph.Name)
}

// subject names the phase at the beginning of a statement.
func (ph *phase) subject() string {
	if ph.only || ph.Name == "" {
		return "this plan"
	}
	return fmt.Sprintf("%q", ph.Name)
}

// sessionPos is the place of the session with the name.
func (ph *phase) sessionPos(name string) diag.Position {
	if d := ph.definition(name); d != nil {
		return cmp.Or(d.Pos, ph.Pos)
	}
	return ph.Pos
}

// doPos is where it stands what a target asks for: in its row, or for a higher rung of a ladder, in the exercise that gives it.
func (l *look) doPos(t *progression.Target) diag.Position {
	pos, e := cmp.Or(t.Row.DoPos, t.Row.WeeksPos, t.Row.StagesPos, t.Row.Exercise.Pos, t.Row.Pos), l.in.Exercises[t.Row.Exercise.ID]
	for range t.Rung {
		if e == nil {
			break
		}
		if e.HarderDo != nil {
			pos = cmp.Or(e.Harder.Pos, e.Pos)
		}
		e = l.in.Exercises[e.Harder.ID]
	}
	return pos
}

// plural returns a number with a word that takes an s: "1 set", "3 sets".
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
