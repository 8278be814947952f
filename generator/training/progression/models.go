package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// model is how a rung progresses: what the plan says, or where it says nothing, what follows from measure, range and step.
type model int

const (
	stay      model = iota // nothing changes
	double                 // repetitions to the top of the range, then the next load at the bottom (Plotkin 2022; ACSM 2009)
	climb                  // repetitions or seconds to the top of the range, then the next rung at the bottom
	linear                 // a step each session
	twoForTwo              // the next load after two sessions (the two-for-two rule of Graves and Baechle)
	wave                   // a table of weeks
)

func modelOf(row *training.Row, m training.Measure) model {
	switch row.Progress {
	case training.Linear:
		return linear
	case training.TwoForTwo:
		return twoForTwo
	case training.Wave:
		return wave
	case training.NoProgress:
		return stay
	}
	if len(row.Wave) > 0 {
		return wave
	}
	return byDefinition(m, row.Do, !row.Step.IsZero())
}

func byDefinition(m training.Measure, do quantity.Prescription, stepped bool) model {
	switch {
	case !do.Ranged() && stepped:
		return linear
	case !do.Ranged():
		return stay
	case m.Facts().Loaded == training.Yes:
		return double
	}
	return climb
}

// state is what a row asks for in a session.
type state struct {
	rung   int // rungs above the plan's exercise
	amount int // repetitions or seconds of a set
	steps  int // of load above the rung's first one
	times  int // two-for-two: sessions before this one with the same load; wave: weeks trained before this one
}

// move is what became of a state since the session before.
type move int

const (
	started   move = iota
	eased          // an easy week
	tapered        // the race is near
	same           // nothing changes
	more           // the amount went up
	heavier        // the load went up
	climbed        // the next rung
	topLoad        // there is no heavier weight
	topAmount      // there is nothing above the range
	topRung        // there is no harder exercise
	confirmed      // two-for-two: the same once more
	waved          // the next week of the wave
)

// start is the state of the first session.
func (t *track) start() state {
	if t.rungs[0].model == wave {
		return t.waveState(0)
	}
	return state{amount: t.rungs[0].do.First().Low}
}

// next returns the state of the session after the last performed one, in which everything went to plan, and what moved. Load and
// amount never go up together.
//
// Linear and two-for-two take a range at its bottom; what is linear in repetitions or seconds ends at its top. A wave moves
// once a week, however often it is trained.
func (t *track) next(sameWeek bool) (state, move) {
	s, r := t.state, &t.rungs[t.state.rung]
	loaded := r.exercise.Loaded()
	switch {
	case r.model == double && s.amount < r.do.First().High:
		return s.plus(1, r.do.First().High), more
	case r.model == double, r.model == linear && loaded:
		return t.heavier(s)
	case r.model == climb && s.amount < r.do.First().High:
		return s.plus(r.step, r.do.First().High), more
	case r.model == climb:
		return t.climb(s)
	case r.model == linear:
		return t.longer(s)
	case r.model == twoForTwo && s.times == 0:
		s.times = 1
		return s, confirmed
	case r.model == twoForTwo:
		return t.heavier(s)
	case r.model == wave && !sameWeek:
		return t.waveState(s.times + 1), waved
	}
	return s, same
}

// plus returns the state with more repetitions or seconds, up to a top.
func (s state) plus(n, top int) state {
	s.amount = min(s.amount+n, top)
	return s
}

// heavier takes the next load and starts at the bottom; with the heaviest one all stays as it is.
func (t *track) heavier(s state) (state, move) {
	r := &t.rungs[s.rung]
	if s.steps >= r.loads.most() {
		return s, topLoad
	}
	return state{rung: s.rung, amount: r.do.First().Low, steps: s.steps + 1}, heavier
}

// climb takes the next rung and starts at the bottom; on the last one all stays as it is.
func (t *track) climb(s state) (state, move) {
	if s.rung+1 == len(t.rungs) {
		return s, topRung
	}
	return state{rung: s.rung + 1, amount: t.rungs[s.rung+1].do.First().Low}, climbed
}

// longer adds a step of repetitions or seconds, up to the top of the range where there is one.
func (t *track) longer(s state) (state, move) {
	r := &t.rungs[s.rung]
	switch {
	case r.do.First().Low >= r.do.First().High:
		s.amount += r.step
		return s, more
	case s.amount < r.do.First().High:
		return s.plus(r.step, r.do.First().High), more
	}
	return s, topAmount
}

// waveState returns the state in the nth week in which the row is trained, from 0. Each drop in repetitions adds a step of load,
// and each wave begins one step above the one before. The last week, the light one, has the load with which the next
// wave begins, but never more than the heaviest of its own.
func (t *track) waveState(n int) state {
	weeks := t.row.Wave
	i, steps := n%len(weeks), n/len(weeks)
	if i == len(weeks)-1 {
		steps += min(1, drops(weeks[:i]))
	} else {
		steps += drops(weeks[:i+1])
	}
	return state{amount: weeks[i].First().Low, steps: min(steps, t.rungs[0].loads.most()), times: n}
}

// drops counts how often the repetitions go down from one week to the next.
func drops(weeks []quantity.Prescription) int {
	n := 0
	for i := 1; i < len(weeks); i++ {
		if weeks[i].First().Low < weeks[i-1].First().Low {
			n++
		}
	}
	return n
}
