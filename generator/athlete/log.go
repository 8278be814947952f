package athlete

import (
	"cmp"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
)

// Log is what a runner has written down.
type Log struct {
	Visits []Visit
	Tests  []Measured
	Aside  [][]string // lines of what the plan does not have, in the order of the columns: they are kept

	file string
}

// Visit is one visit to the gym.
type Visit struct {
	machine.Record
	line int             // of the file, the first one
	at   []diag.Position // of the exercise of each of its lifts
}

// Measured is what a test has come to.
type Measured struct {
	Week     int          `json:"week"`
	Date     machine.Date `json:"date,omitempty"`
	Exercise string       `json:"exercise"` // or the run, as the plan has it: "3 km"
	Sets     []int        `json:"sets"`
	Load     *int         `json:"load,omitempty"`
}

// columns are those of the file, in its order.
var columns = [...]string{"date", "week", "session", "exercise", "set", "amount", "load", "effort", "pain", "next_day"}

// testSession is what stands in the place of a session where something was measured.
const testSession = "test"

// Records returns the visits as the machines read them, in their order.
func (l *Log) Records() []machine.Record {
	var list []machine.Record
	for _, v := range l.Visits {
		list = append(list, v.Record)
	}
	return list
}

// sorted puts the log into the order of the weeks and days.
func (l *Log) sorted() {
	slices.SortStableFunc(l.Visits, func(a, b Visit) int { return cmp.Or(a.Week-b.Week, int(a.Date-b.Date)) })
	slices.SortStableFunc(l.Tests, func(a, b Measured) int { return cmp.Or(a.Week-b.Week, int(a.Date-b.Date)) })
}

// unmatched says that a week of the plan does not have so many visits.
func (l *Log) unmatched(r *machine.Record) diag.Problem {
	return diag.Warningf(l.at(r), "no-visit", "week %d has no other session %s: this visit moves nothing.", r.Week, r.Session).
		WithHint("Look whether the week and the session are right.")
}

// others says which results are of other exercises than were asked for: once of each exercise, as after a change of the plan there are
// many.
func (l *Log) others(list []progression.Other) (problems diag.List) {
	type pair struct{ done, asked string }
	said := map[pair]bool{}
	for i := range list {
		o := &list[i]
		if key := (pair{o.Done, o.Asked.ID}); !said[key] {
			said[key] = true
			problems.Add(diag.Warningf(l.exercise(&o.Record, o.Done), "other-exercise", "%s was done where %s was asked for: that moves nothing.", o.Done, o.Asked.ID).
				WithHint("Its sets and weights stay in the log."))
		}
	}
	return problems
}

// visit returns the visit of a record, nil where there is none.
func (l *Log) visit(r *machine.Record) *Visit {
	i := slices.IndexFunc(l.Visits, func(v Visit) bool { return v.Week == r.Week && v.Session == r.Session && v.Date == r.Date })
	if i < 0 {
		return nil
	}
	return &l.Visits[i]
}

// at returns where the record of a visit begins.
func (l *Log) at(r *machine.Record) diag.Position {
	at := diag.Position{File: l.file}
	if v := l.visit(r); v != nil {
		at.Line = v.line
	}
	return at
}

// exercise returns where the record of a visit has an exercise.
func (l *Log) exercise(r *machine.Record, id string) diag.Position {
	if v := l.visit(r); v != nil {
		for i, done := range v.Lifts {
			if done.Exercise == id {
				return v.at[i]
			}
		}
	}
	return l.at(r)
}

// known is what the lines of a log can name: a plan's programme, and when it begins.
type known struct {
	*progression.Programme
	monday machine.Date // 0: not said
}

// phase returns the phase of a week.
func (k *known) phase(week int) *machine.Phase {
	for i := range k.Machines.Phases {
		p := &k.Machines.Phases[i]
		if slices.ContainsFunc(p.Weeks, func(w machine.Week) bool { return w.Number == week }) {
			return p
		}
	}
	return nil
}

// lifts returns the lifts of a session in a week.
func (k *known) lifts(week int, session string) (lifts []int, ok bool) {
	phase := k.phase(week)
	if phase == nil {
		return nil, false
	}
	for _, s := range phase.Sessions {
		if s.Name == session {
			return s.Lifts, true
		}
	}
	return nil, false
}

// sessions returns the names of the sessions of a week.
func (k *known) sessions(week int) []string {
	var names []string
	if phase := k.phase(week); phase != nil {
		for _, s := range phase.Sessions {
			names = append(names, s.Name)
		}
	}
	return names
}

// rung returns the rung of a lift on which an exercise is done: its own, or the first one for the exercise below it or one that may be
// done instead.
func (k *known) rung(lift int, exercise string) (rung int, ok bool) {
	l := &k.Machines.Lifts[lift]
	for i, r := range l.Rungs {
		if r.Exercise == exercise {
			return i, true
		}
	}
	return 0, l.Rungs[0].Easier == exercise || k.instead(l.Key) == exercise
}

// instead returns the exercise that may be done in the place of a lift's; "" where there is none.
func (k *known) instead(key string) string {
	for i := range k.Weeks {
		for _, s := range k.Weeks[i].Sessions {
			for _, t := range s.Targets {
				if t.Lift == key {
					return t.Row.Or.ID
				}
			}
		}
	}
	return ""
}

// test returns the exercise or the run of a test; ok is false where the plan has no such test.
func (k *known) test(name string) (t *progression.Test, ok bool) {
	for i := range k.Tests {
		if t := &k.Tests[i]; t.Exercise != nil && t.Exercise.ID == name || t.Exercise == nil && t.Run == name {
			return t, true
		}
	}
	return nil, false
}
