package progression

import (
	"fmt"
	"slices"
	"time"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

// Own is what a runner has changed of a programme for herself. The lifts stay those of the plan: only what their loads can be, with which
// one they begin, and on which days they are done.
type Own struct {
	Weights map[string][]int   // that she has, in thousandths, by the name of a list of the machines
	Starts  map[string]int     // loads with which lifts begin, by their keys
	Days    []training.Weekday // on which she lifts; nil: on those of the plan
	Stands  []Stand            // where she stands, as far as no log tells it
}

// Stand is where a runner stands with the lifts of an exercise.
type Stand struct {
	Exercise string // of the rung
	Amount   int    // of the next visit; 0: the first of the rung
	Load     *int   // in thousandths; nil: that of the lift
}

// Visit is a session of a programme.
type Visit struct{ Week, Session int } // both from 0

// isOwn reports whether the programme is one runner's, and not the plan's.
func (in *Input) isOwn() bool {
	o := &in.Own
	return len(o.Weights) > 0 || len(o.Starts) > 0 || len(o.Days) > 0 || len(o.Stands) > 0 || len(in.Log) > 0 || in.Today != 0
}

// DateOf returns a day as the machines count them; 0 for the zero time.
func DateOf(t time.Time) machine.Date {
	if t.IsZero() {
		return 0
	}
	const day = 24 * 60 * 60
	return machine.Date(t.Unix() / day)
}

// From returns the programme with only some of its weeks to be shown, from the nth on, 0-based, and with the tests only if they are in one
// of them. The weeks keep their numbers.
func (p *Programme) From(n, weeks int) *Programme {
	part := *p
	part.Phases, part.Tests = nil, nil
	for _, phase := range p.Phases {
		first, end := max(phase.First-1, n), min(phase.First-1+phase.Weeks, n+weeks)
		if first < end {
			phase.First, phase.Weeks = first+1, end-first
			part.Phases = append(part.Phases, phase)
		}
	}
	if slices.ContainsFunc(p.Weeks[min(n, len(p.Weeks)):min(n+weeks, len(p.Weeks))], func(w Week) bool { return w.Tests }) {
		part.Tests = p.Tests
	}
	return &part
}

// WeeksShown names the weeks that are shown: "weeks 3 to 6".
func (p *Programme) WeeksShown() string {
	last := p.Phases[len(p.Phases)-1]
	first, end := p.Phases[0].First, last.First+last.Weeks-1
	if first == end {
		return fmt.Sprintf("week %d", first)
	}
	return fmt.Sprintf("weeks %d to %d", first, end)
}

// personal walks the programme, which has been made as the plan says, once more: with the runner's own numbers, by her log, and from there
// as if all went to plan.
func (p *projection) personal() {
	own := machine.Own{Weights: p.in.Own.Weights, Starts: p.in.Own.Starts}
	if len(p.in.Own.Days) > 0 {
		own.Days = p.ownDays()
	}
	p.machines = *p.machines.Personal(own)
	p.walk = machine.NewWalk(&p.machines)
	p.own = true
	for i := range p.out.Weeks {
		p.out.Weeks[i].Sessions = nil
	}
	diary := &machine.Diary{Log: p.in.Log, Monday: DateOf(p.in.Plan.Monday()), Today: p.in.Today}
	for i := range p.out.Phases {
		p.walk.Enter(i)
		for _, l := range p.phases[i] {
			p.beginOwn(l)
		}
		p.walk.Visits(i, func(v *machine.Visit) { p.ownVisit(i, v, diary) })
	}
	p.byTables(p.out.Weeks)
	p.out.Unmatched = diary.Lost()
}

// ownDays gives the programme the weeks that it has with the runner's days, and returns their days for the machines.
func (p *projection) ownDays() map[int][]machine.Day {
	in := p.in.OnDays(p.in.Own.Days)
	in.Own, in.Log, in.Today = Own{}, nil, 0
	other := asPlanned(in)
	if other.problems.HasErrors() {
		p.problems.Add(other.problems...)
		return nil
	}
	p.in.Plan, p.out.Plan, p.out.Phases = in.Plan, in.Plan, other.out.Phases
	p.out.Weeks = other.out.Weeks
	days := map[int][]machine.Day{}
	for _, phase := range other.machines.Phases {
		for _, w := range phase.Weeks {
			days[w.Number] = w.Days
		}
	}
	return days
}

// beginOwn looks at a lift as its phase begins for the runner.
func (p *projection) beginOwn(l *lift) {
	l.began = *p.walk.At(l.index)
	if start, ok := p.in.Own.Starts[p.machines.Lifts[l.index].Key]; ok && l.rungs[0].register >= 0 {
		first := &l.rungs[0].loads
		first.start, l.carriesOn = p.loadOf(l.rungs[0].register, machine.Weight{N: start, Known: true}), false
		l.ownStart = true
	}
}

// ownVisit adds what a visit asks of the runner, and then does it: as she has written down, or where it lies ahead as planned.
func (p *projection) ownVisit(phase int, v *machine.Visit, diary *machine.Diary) {
	week := &p.out.Weeks[v.Week.Number-1]
	rec, ahead := diary.Next(p.walk, v)
	if ahead && p.out.Next == nil {
		p.walk.Stand(v, p.stands(phase))
		p.out.Next = &Visit{v.Week.Number - 1, len(week.Sessions)}
	}
	week.Sessions = append(week.Sessions, p.session(&p.in.Plan.Phases[phase].Sessions[v.Session], v, p.entries[phase][v.Session]))
	if ahead {
		rec = p.walk.Planned(v)
	}
	if rec != nil {
		p.others(rec, week.Sessions[len(week.Sessions)-1].Targets)
		p.walk.Record(v, rec)
	}
}

// others notes the results of a visit that are of other exercises than were asked for.
func (p *projection) others(rec *machine.Record, asked []Target) {
	for _, done := range rec.Lifts {
		i := slices.IndexFunc(asked, func(t Target) bool { return t.Lift == done.Lift })
		if i >= 0 && done.Exercise != "" && done.Exercise != asked[i].Exercise.ID {
			p.out.Others = append(p.out.Others, Other{*rec, done.Exercise, asked[i].Exercise})
		}
	}
}

// stands returns where the runner stands with the lifts of a phase.
func (p *projection) stands(phase int) []machine.Stand {
	var list []machine.Stand
	for _, s := range p.in.Own.Stands {
		for _, l := range p.phases[phase] {
			if slices.ContainsFunc(l.rungs, func(r rung) bool { return r.exercise.ID == s.Exercise }) {
				list = append(list, machine.Stand{Lift: l.index, Exercise: s.Exercise, Amount: s.Amount, Load: s.Load})
			}
		}
	}
	return list
}
