package progression

import (
	"maps"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Project makes the programme. Problems stand at the plan's lines; with errors the programme is nil.
//
// The sessions of a phase take its lifting days in turn, and the turn goes on from week to week: A B A, then B A B. A row
// whose exercise does not exist, or that could not be read, is left out without a word: whoever read it has said so.
func Project(in Input) (*Programme, diag.List) {
	p := &projection{in: in, carried: map[string]carried{}, latest: map[string]carried{}, reached: heights{}, climbing: heights{}}
	p.out = &Programme{Plan: in.Plan, Runner: in.Runner, Unit: in.Unit, RunningWeek: runningWeek(in), Stop: untilPhrase(in.Runner.Reserve)}
	p.tests()
	for i := range in.Plan.Phases {
		p.phase(&in.Plan.Phases[i])
	}
	if p.problems.HasErrors() {
		return nil, p.problems.Sorted()
	}
	return p.out, p.problems.Sorted()
}

// projection is a programme in the making.
type projection struct {
	in       Input
	out      *Programme
	carried  map[string]carried // by exercise, at the end of the phases before this one
	latest   map[string]carried // by exercise, so far
	reached  heights            // at the end of the phases before this one
	climbing heights            // so far
	problems diag.List
}

// carried is where an exercise stands, for a row of a later phase that gives no start.
type carried struct {
	load  quantity.Load // zero: the runner chose it
	steps int           // above the start that the plan gave
}

func (p *projection) phase(phase *training.Phase) {
	days, problems := phaseDays(p.in, phase)
	days.First = len(p.out.Weeks) + 1
	p.problems.Add(problems...)
	p.out.Phases = append(p.out.Phases, days)

	tracks := p.tracks(phase)
	turn := 0
	for n := 1; n <= phase.Weeks; n++ {
		week := p.week(phase, n)
		for _, day := range days.Days {
			if len(phase.Sessions) == 0 {
				break
			}
			i := turn % len(phase.Sessions)
			left := p.spared(&week, day, tracks[i])
			if len(left) == 0 && len(tracks[i]) > 0 {
				continue
			}
			turn++
			week.Sessions = append(week.Sessions, p.session(&phase.Sessions[i], day, &week, left))
		}
		p.out.Weeks = append(p.out.Weeks, week)
	}
	maps.Copy(p.carried, p.latest)
	maps.Copy(p.reached, p.climbing)
}

// week begins the nth week of a phase.
func (p *projection) week(phase *training.Phase, n int) Week {
	week := Week{Number: len(p.out.Weeks) + 1, Phase: phase.Name, Easy: slices.Contains(phase.EasyWeeks, n)}
	week.Tests = len(p.out.Tests) > 0 && slices.Contains(p.in.Plan.TestWeeks, week.Number)
	week.Taper, week.Race = nearRace(p.in.Plan.Race, week.Number)
	return week
}

// tracks returns the tracks of each session of a phase, one for each row.
func (p *projection) tracks(phase *training.Phase) [][]*track {
	tracks := make([][]*track, len(phase.Sessions))
	for i := range phase.Sessions {
		rows := phase.Sessions[i].Rows
		for j := range rows {
			t, problems := p.track(&rows[j], phase.Maintain)
			p.problems.Add(problems...)
			if t == nil { // one mistake is one problem: later phases find a load to carry on
				p.latest[rows[j].Exercise.ID] = carried{}
				continue
			}
			tracks[i] = append(tracks[i], t)
		}
	}
	return tracks
}

func (p *projection) session(of *training.Session, day training.Weekday, week *Week, tracks []*track) Session {
	s := Session{Name: of.Name, Day: day, Optional: of.Optional, PerDay: max(of.PerDay, 1), Targets: make([]Target, 0, len(tracks))}
	for _, t := range tracks {
		target := t.perform(week)
		p.climbing.note(t)
		p.problems.Add(p.missing(t, target.Load, week.Number)...)
		if target.Loaded {
			p.latest[target.Exercise.ID] = carried{target.Load, target.Steps}
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
