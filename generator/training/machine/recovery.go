package machine

import "slices"

// Recovery is a small machine beside the lifts. It keeps how the runner recovers, from what she writes down of each visit: how the run of
// the next day went, whether a lift hurt, and on which day it was. Where nothing is written down, it stays as it begins, and asks for
// nothing else than the lifts do.
type Recovery struct {
	Runs     []Condition `json:"runs"`                 // of the runner, after each visit with leg lifts; the first one is the beginning
	Pain     []Condition `json:"pain"`                 // of each lift, after each visit on which it was done, or left out for its pain
	PainUpTo int         `json:"pain_up_to,omitempty"` // of 10: as much is not counted as pain
	Breaks   []Break     `json:"breaks"`               // from short to long; the longest that has passed counts
}

// Condition is a state of the recovery: what is left out, and where a good visit and a bad one lead.
type Condition struct {
	Good  int  `json:"good"`
	Bad   int  `json:"bad"`
	Fewer int  `json:"fewer,omitempty"` // of the runs: sets that a leg lift leaves out, as long as one is left; it does not go up meanwhile
	Below bool `json:"below,omitempty"` // of the pain: the lift is done on the rung below, or left out where there is none
}

// Break is some time without a visit. A lift then goes along the break edge of its state. One that has none, because nothing moves it,
// is a weight lighter on the first visit.
type Break struct {
	Days  int  `json:"days"`
	First bool `json:"first,omitempty"` // a lift begins again as the phase began, or where that is no easier, goes along the edge
}

// condition returns a state of a list; where there is none, one that asks for nothing.
func condition(list []Condition, i int) Condition {
	if i < 0 || i >= len(list) {
		return Condition{}
	}
	return list[i]
}

// next returns the state after a visit.
func (c Condition) next(bad bool) int {
	if bad {
		return c.Bad
	}
	return c.Good
}

// hurts reports whether what was felt counts as pain. A yes without a number does.
func (r *Recovery) hurts(f *Felt) bool {
	return f.Pain > r.PainUpTo || f.Hurt && f.Pain == 0
}

// fewer returns how many of so many sets are done of a lift.
func (w *Walk) fewer(rung *Rung, sets int) int {
	if !rung.LegLift || sets < 1 {
		return sets
	}
	return max(sets-condition(w.programme.Recovery.Runs, w.run).Fewer, 1)
}

// below reports whether a lift is left for the rung below it, because it hurts.
func (w *Walk) below(at *Position) bool {
	return condition(w.programme.Recovery.Pain, at.Sore).Below
}

// feel moves the pain of a lift by a visit. A lift that was neither done nor left out for its pain says nothing, unless it hurt.
func (w *Walk) feel(at *Position, r *Result) {
	hurt := w.programme.Recovery.hurts(&r.Felt)
	if hurt || r.any() || w.below(at) {
		at.Sore = condition(w.programme.Recovery.Pain, at.Sore).next(hurt)
	}
}

// tired reports whether a lift waits for the legs: the next run was bad, or a set is left out for earlier ones.
func (w *Walk) tired(rung *Rung, run Run) bool {
	runs := w.programme.Recovery.Runs
	return rung.LegLift && len(runs) > 0 && (run == RunBadly || condition(runs, w.run).Fewer > 0)
}

// hold says whether a lift is the same again after a visit, whatever was done of it. One that was left for the rung below is.
func (w *Walk) hold(l *Lift, at *Position, r *Result, run Run, below bool) {
	hurt := w.programme.Recovery.hurts(&r.Felt)
	if below || hurt || r.any() {
		at.held = below || hurt || w.tired(&l.Rungs[l.States[at.State].Rung], run)
	}
}

// soreBefore returns the pain of the lift with the same exercise in the phase before, the worst of several.
func (w *Walk) soreBefore(l *Lift) int {
	sore := 0
	if w.phase == nil {
		return sore
	}
	for _, i := range w.phase.lifts() {
		if w.programme.Lifts[i].Rungs[0].Exercise == l.Rungs[0].Exercise {
			sore = max(sore, w.at[i].Sore)
		}
	}
	return sore
}

// Come says on which day a visit is, before anything is asked of it. After a break the lifts of its phase go back.
func (w *Walk) Come(v *Visit, on Date) {
	if on == 0 || w.last == 0 {
		return
	}
	taken := w.breaks
	for i, b := range w.programme.Recovery.Breaks {
		if int(on-w.last) >= b.Days {
			w.breaks = max(w.breaks, i+1)
		}
	}
	if w.breaks == taken {
		return
	}
	phase := &w.programme.Phases[v.Phase]
	lifts := phase.lifts()
	for _, i := range lifts {
		w.goBack(lifts, i, w.programme.Recovery.Breaks[w.breaks-1])
	}
	v.Lifts = w.left(phase, v)
}

// goBack lets a lift begin lower after a break.
func (w *Walk) goBack(lifts []int, lift int, b Break) {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	if !b.First || !w.first(l, at) {
		s := &l.States[at.State]
		at.Eased = s.Break == nil && !w.moved(lifts, l.Rungs[s.Rung].Register)
		w.take(l, at, s.Break)
	}
	at.Was, at.Class = w.Is(lift), AfterBreak
}

// first takes a lift back to where the phase began, and reports whether its load or its rung is an easier one by that. What has become
// easier since then stays.
func (w *Walk) first(l *Lift, at *Position) bool {
	before := l.States[at.State].Rung
	state := at.began
	if before < l.States[state].Rung {
		state = l.firstOf(before)
	}
	at.State = state
	rung := &l.Rungs[l.States[state].Rung]
	if rung.Register < 0 || rung.Looks {
		return l.States[state].Rung < before
	}
	r, now, then := &w.programme.Registers[rung.Register], &w.values[rung.Register], w.entered[rung.Register]
	easier := then.Known && now.Known && r.sign()*(now.N-then.N) > 0 || !now.Known && then.Steps < now.Steps
	if easier {
		*now = then
	}
	return easier || l.States[state].Rung < before
}

// moved reports whether one of some lifts moves a register.
func (w *Walk) moved(lifts []int, register int) bool {
	return slices.ContainsFunc(lifts, func(i int) bool {
		l := &w.programme.Lifts[i]
		return l.registers()[register] && l.moves()
	})
}

// moves reports whether a result can move the load of a lift.
func (l *Lift) moves() bool {
	for i := range l.States {
		for _, e := range []*Edge{l.States[i].Up, l.States[i].Week} {
			if e != nil && e.Load > 0 {
				return true
			}
		}
	}
	return false
}

// eased returns the next lighter weight that exists, whatever the steps of the register.
func (p *Programme) eased(r *Register, load Weight) Weight {
	of := *r
	of.Free = false
	if of.Stock >= 0 {
		of.Step = 0
	}
	if lighter, ok := p.Easier(&of, load.N); load.Known && ok {
		load.N = lighter
	}
	return load
}
