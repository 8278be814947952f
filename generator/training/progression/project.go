package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
)

// Project makes the programme. Problems stand at the plan's lines; with errors the programme is nil.
//
// The sessions of a phase take its lifting days in turn, and the turn goes on from week to week: A B A, then B A B. A row
// whose exercise does not exist, or that could not be read, is left out without a word: whoever read it has said so.
//
// A runner's own numbers and her log change nothing of how the plan is compiled: she walks the same machines.
func Project(in Input) (*Programme, diag.List) {
	p := asPlanned(in)
	if in.isOwn() && !p.problems.HasErrors() {
		p.personal()
	}
	if p.problems.HasErrors() {
		return nil, p.problems.Sorted()
	}
	p.out.Machines, p.out.in, p.out.lifts = p.machines, p.in, slices.Concat(p.phases...)
	return p.out, p.problems.Sorted()
}

// asPlanned makes the programme as the plan says, as if all went to plan.
func asPlanned(in Input) *projection {
	p := &projection{in: in, unknown: map[string]bool{}}
	p.machines.Recovery = recovery(in.Plan)
	p.walk = machine.NewWalk(&p.machines)
	p.walk.Exact = true
	p.out = &Programme{Plan: in.Plan, Runner: in.Runner, Unit: in.Unit, RunningWeek: runningWeek(in), Stop: untilPhrase(in.Runner.Reserve)}
	p.tests()
	for i := range in.Plan.Phases {
		p.phase(&in.Plan.Phases[i])
	}
	return p
}

// projection is a programme in the making: each phase is compiled to machines, which are then walked as if all went to plan. So a phase
// knows where the ones before it have led.
type projection struct {
	in       Input
	out      *Programme
	machines machine.Programme
	walk     *machine.Walk
	own      bool            // it is walked with a runner's own numbers
	phases   [][]*lift       // so far
	entries  [][][]entry     // by phase and session
	leftOut  []string        // exercises of this phase whose row is left out
	unknown  map[string]bool // those of earlier phases, of which it is not known where they stand
	problems diag.List
}

func (p *projection) phase(phase *training.Phase) {
	days, problems := phaseDays(p.in, phase, len(p.out.Weeks)+1)
	p.problems.Add(problems...)
	p.out.Phases = append(p.out.Phases, days)
	p.phases = append(p.phases, nil)

	sessions := p.lifts(phase)
	p.entries = append(p.entries, sessions)
	n := len(p.machines.Phases)
	p.machines.Phases = append(p.machines.Phases, machine.Phase{})
	p.calendar(&p.machines.Phases[n], phase, days, sessions)
	p.walk.Enter(n)
	for _, l := range p.phases[n] {
		p.begun(l)
	}
	p.walk.Visits(n, func(v *machine.Visit) {
		week := &p.out.Weeks[v.Week.Number-1]
		week.Sessions = append(week.Sessions, p.session(&phase.Sessions[v.Session], v, sessions[v.Session]))
		p.walk.Record(v, p.walk.Planned(v))
	})
	p.byTables(p.out.Weeks[days.First-1:])
	for _, exercise := range p.leftOut {
		p.unknown[exercise] = true
	}
	p.leftOut = nil
}

// byTables notes which weeks are easy by the tables of their rows.
func (p *projection) byTables(weeks []Week) {
	for i := range weeks {
		weeks[i].ByTable = !weeks[i].Light() && weeks[i].lightByTables()
	}
}

// calendar adds the weeks of a phase to the programme, and to what is walked.
func (p *projection) calendar(m *machine.Phase, phase *training.Phase, of PhaseDays, sessions [][]entry) {
	days, legs := of.Days, legWorkOf(p.in, phase, of.First)
	p.problems.Add(noOptionalDay(phase, len(days))...)
	for i, entries := range sessions {
		s := machine.Session{Name: phase.Sessions[i].Name, Optional: phase.Sessions[i].Optional, Lifts: make([]int, 0, len(entries))}
		for _, e := range entries {
			s.Lifts = append(s.Lifts, e.lift.index)
		}
		m.Sessions = append(m.Sessions, s)
	}
	for n := 1; n <= phase.Weeks; n++ {
		week := p.week(phase, n)
		w := machine.Week{Number: week.Number, Light: light(&week), Days: make([]machine.Day, 0, len(days))}
		for _, day := range p.runTests(&week, days, legs) {
			w.Days = append(w.Days, machine.Day{Day: int(day), Spare: spares(p.in.Plan.Race, &week, day)})
		}
		m.Weeks = append(m.Weeks, w)
		p.out.Weeks = append(p.out.Weeks, week)
	}
}

// weekdays returns the days of a week on which there may be a session.
func weekdays(days []machine.Day) []training.Weekday {
	list := make([]training.Weekday, len(days))
	for i, d := range days {
		list[i] = training.Weekday(d.Day)
	}
	return list
}

// light says what a week asks for less.
func light(week *Week) machine.Light {
	switch {
	case week.Taper:
		return machine.Taper
	case week.Easy:
		return machine.Easy
	}
	return machine.Full
}

// week begins the nth week of a phase.
func (p *projection) week(phase *training.Phase, n int) Week {
	week := Week{Number: len(p.out.Weeks) + 1, Phase: phase.Name, Easy: slices.Contains(phase.EasyWeeks, n)}
	week.Tests = len(p.out.Tests) > 0 && slices.Contains(p.in.Plan.TestWeeks, week.Number)
	week.Taper, week.Race = p.in.Plan.Race.Taper(week.Number), p.in.Plan.Race.Week == week.Number
	week.AfterRace = afterRace(p.in.Plan.Race, week.Number)
	week.Easy = week.Easy || week.AfterRace
	return week
}

// session returns what a visit asks for.
func (p *projection) session(of *training.Session, v *machine.Visit, rows []entry) Session {
	week := &p.out.Weeks[v.Week.Number-1]
	s := Session{
		Name: of.Name, Day: training.Weekday(v.Day.Day), Optional: of.Optional, PerDay: max(of.PerDay, 1), Targets: make([]Target, 0, len(v.Lifts)),
	}
	for _, e := range rows {
		if !slices.Contains(v.Lifts, e.lift.index) {
			continue
		}
		x := p.place(e.lift, *v.Week)
		if len(x.asked.Sets) == 0 {
			s.Hurt = append(s.Hurt, e.row)
			continue
		}
		x.afterRace = week.AfterRace
		target := x.target(e)
		if !p.own {
			p.problems.Add(x.faults(target, week.Number)...)
			e.lift.shown[target.Exercise.ID] = true
		}
		s.Targets = append(s.Targets, target)
	}
	restInTurn(s.Targets)
	s.Minutes = Minutes(s.Targets, week.Light())
	if week.Tests && len(week.Sessions) == 0 {
		for i := range s.Minutes {
			s.Minutes[i] += testMinutes(p.out.Tests)
		}
	}
	return s
}

// untilPhrase says when to end a set.
func untilPhrase(reserve int) phrase.Phrase {
	if reserve <= 0 {
		return phrase.New("until-form-goes")
	}
	return phrase.Counted("until-reserve", reserve)
}
