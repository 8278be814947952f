package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// compiled are the states of one rung. Edges that lead out of it lead to the first state of the rung above or below.
type compiled struct {
	states []machine.State
	dos    []quantity.Prescription
}

// Where an edge leads that leaves its rung, until the places of all states are known.
const (
	toAbove = -1
	toBelow = -2
)

func (c *compiled) add(do quantity.Prescription, s machine.State) {
	c.states = append(c.states, s)
	c.dos = append(c.dos, do)
}

// states compiles a rung of a lift.
func (l *lift) states(i int) compiled {
	r := &l.rungs[i]
	c := &compiled{}
	f := r.model.Facts()
	switch {
	case f.Weekly == training.Yes:
		l.weeks(c, r)
	case len(l.row().Stages) > 0 && r.model == training.Staged:
		l.stages(c, r)
	case r.model == training.NoProgress || f.Model == "":
		c.add(r.do, machine.State{Sets: setsOf(r.do, 0, 0)})
	default:
		l.grow(c, i)
	}
	for k := range c.states {
		c.states[k].Break = l.afterBreak(c, i, k)
	}
	return *c
}

// grow compiles a rung whose amount or load goes up: the amounts of its range one after the other, a second visit where the test has to
// be met twice, and after a miss a state for each further one.
func (l *lift) grow(c *compiled, i int) {
	r := &l.rungs[i]
	f := r.model.Facts()
	steps := r.growth()
	c.states = make([]machine.State, 0, len(steps)+2)
	for _, n := range steps {
		c.add(r.do, l.state(r, n))
	}
	top := len(c.states) - 1
	for k := range top {
		on := f.On == training.Yes
		c.states[k].Up = &machine.Edge{To: k + 1, On: on, Easy: on && k+1 < top}
	}
	c.states[top].Up = l.above(i)
	if f.Twice == training.Yes {
		again := l.state(r, 0)
		again.Up, again.Same = c.states[top].Up, &machine.Edge{}
		c.states[top].Up = &machine.Edge{To: 1, Easy: true}
		c.add(r.do, again)
	}
	l.misses(c, i, l.below(i), 0, misses(l.row(), f))
}

// misses lets n visits below the floor, running, lead back. Each but the last leads to a state that remembers it, and that otherwise is as
// the first one of those from a place on.
func (l *lift) misses(c *compiled, i int, back *machine.Edge, first, n int) {
	if n < 1 {
		return
	}
	last := len(c.states)
	down := func(missed int) *machine.Edge {
		if missed == n {
			return back
		}
		return &machine.Edge{To: last + missed - 1}
	}
	for k := first; k < last; k++ {
		c.states[k].Down = down(1)
	}
	for missed := 1; missed < n; missed++ {
		s := c.states[first]
		s.Same, s.Down = &machine.Edge{To: first}, down(missed+1)
		c.add(c.dos[first], s)
	}
}

// above is where the top of a rung leads.
func (l *lift) above(i int) *machine.Edge {
	switch r := &l.rungs[i]; {
	case r.exercise.Loaded():
		return &machine.Edge{Load: 1}
	case r.model == training.Climb && i+1 < len(l.rungs):
		return &machine.Edge{To: toAbove}
	}
	return nil
}

// below is where misses lead back to.
func (l *lift) below(i int) *machine.Edge { return l.lower(i, l.back(0)) }

// lower leads to the bottom of a rung, along an edge that takes load off; without a load, or where there is no lighter one, to the rung
// below.
func (l *lift) lower(i int, back *machine.Edge) *machine.Edge {
	switch {
	case !l.rungs[i].exercise.Loaded() && i == 0:
		return &machine.Edge{}
	case !l.rungs[i].exercise.Loaded():
		return &machine.Edge{To: toBelow}
	case i > 0:
		below := toBelow
		back.Else = &below
	}
	return back
}

// back takes off what the row says, or else a step.
func (l *lift) back(to int) *machine.Edge {
	if off := l.row().Back; off > 0 {
		return &machine.Edge{To: to, Off: off}
	}
	return &machine.Edge{To: to, Load: -1}
}

// misses returns how many visits below the floor, running, lead back.
func misses(row *training.Row, f training.ModelFacts) int {
	if f.Misses != training.NoMisses && row.Misses > 0 {
		return row.Misses
	}
	return int(f.Misses)
}

// stages compiles the sets that follow each other after misses.
func (l *lift) stages(c *compiled, r *rung) {
	row := l.row()
	n := misses(row, r.model.Facts())
	for k, do := range row.Stages {
		first := len(c.states)
		c.add(do, machine.State{Sets: setsOf(do, 0, 0), Up: &machine.Edge{To: first, Load: 1}})
		next := &machine.Edge{To: first + n}
		if k == len(row.Stages)-1 {
			next = l.back(0)
		}
		l.misses(c, 0, next, first, n)
	}
}

// weeks compiles a table of weeks. Where its cycles move a load there is each entry three times: nothing was done in the cycle yet, all of
// what was done was reached, something was missed. A wave goes by the weeks in which it is trained and is as good as done.
func (l *lift) weeks(c *compiled, r *rung) {
	table, plus, always := l.row().Weeks, []int(nil), true
	if r.model == training.Wave {
		table, plus, always = l.row().Wave, wavePlus(l.row().Wave), false
	} else {
		plus = tablePlus(table)
	}
	n, cycles := len(table), []cycle{clean, missed}
	switch {
	case !l.moves(r):
		cycles = []cycle{clean}
	case always:
		cycles = []cycle{untouched, clean, missed}
	}
	place := func(of cycle, k int) int { return slices.Index(cycles, of)*n + k }
	for _, of := range cycles {
		for k, do := range table {
			s := machine.State{Sets: spans(do, l.plus(r, do, plus[k])), Entry: k + 1, Clean: of == clean && len(cycles) > 1}
			if of == untouched {
				s.Up = &machine.Edge{To: place(clean, k)}
			}
			if of != missed && len(cycles) > 1 {
				s.Same, s.Down = &machine.Edge{To: place(missed, k)}, &machine.Edge{To: place(missed, k)}
			}
			s.Week = &machine.Edge{To: place(of, k+1), Always: always}
			if k == n-1 {
				s.Week.To = 0
				if of == clean && len(cycles) > 1 {
					s.Week.Load = 1
				}
			}
			c.add(do, s)
		}
	}
}

// cycle says how the cycle of a table has gone so far.
type cycle int

const (
	untouched cycle = iota
	clean
	missed
)

// moves reports whether the cycles of a table move the load of a rung.
func (l *lift) moves(r *rung) bool {
	if !r.exercise.Loaded() || l.row().Progress == training.NoProgress {
		return false
	}
	if r.max != nil {
		return !l.row().Step.IsZero()
	}
	return r.model == training.Wave || slices.ContainsFunc(l.row().Weeks, ofRow)
}

// ofRow reports whether what is asked for is done with the row's weight: all of it or a share.
func ofRow(do quantity.Prescription) bool {
	return slices.ContainsFunc(do.Parts, func(part quantity.Part) bool { return !part.RM && part.Load.IsZero() })
}

// plus returns how many steps above the row's weight an entry of a table stands. One that says its own weight is not stepped.
func (l *lift) plus(r *rung, do quantity.Prescription, steps int) int {
	if !r.exercise.Loaded() || r.max != nil || slices.ContainsFunc(do.Parts, ownWeight) {
		return 0
	}
	return steps
}

func ownWeight(part quantity.Part) bool { return part.RM || part.Share > 0 || !part.Load.IsZero() }

// wavePlus returns how many steps above its first week each week of a wave stands: one more for each drop in repetitions. The last
// week, the light one, has the load with which the next wave begins, but never more than the heaviest of its own.
func wavePlus(weeks []quantity.Prescription) []int {
	plus, drops := make([]int, len(weeks)), 0
	for i := range weeks {
		if i > 0 && i < len(weeks)-1 && weeks[i].First().Low < weeks[i-1].First().Low {
			drops++
		}
		plus[i] = drops
	}
	plus[len(weeks)-1] = min(1, drops)
	return plus
}

// tablePlus returns how many steps above the row's weight each entry of a table stands: as many as sets times repetitions have fallen
// since they last rose or the cycle began. Of a range the upper number counts. A rise goes back to the row's weight.
func tablePlus(weeks []quantity.Prescription) []int {
	plus, falls, before := make([]int, len(weeks)), 0, 0
	for i, do := range weeks {
		if do.IsZero() {
			continue
		}
		volume := 0
		for _, part := range do.Parts {
			volume += part.Sets * part.High
		}
		switch {
		case volume > before:
			falls = 0
		case volume < before:
			falls++
		}
		plus[i], before = falls, volume
	}
	return plus
}

// state asks for what a rung has after n steps of its amount.
func (l *lift) state(r *rung, n int) machine.State {
	s := machine.State{Sets: setsOf(r.do, n*r.step, 0)}
	last := &s.Sets[len(s.Sets)-1]
	switch r.model.Facts().Beyond {
	case training.TwoMore:
		s.Last, s.Expected = last.N+2*r.step, true
	case training.RowsNumber:
		s.Last = l.row().Last
	}
	return s
}

// growth returns the steps of the amount that a rung goes through: up to the top of the range, or without one as far as is believed.
func (r *rung) growth() []int {
	steps := []int{0}
	if r.model.Facts().Grows != training.Yes || r.step < 1 {
		return steps
	}
	for n := 1; grows(r.do, (n-1)*r.step); n++ {
		steps = append(steps, n)
	}
	return steps
}

// grows reports whether a prescription that has grown by so much can grow further.
func grows(do quantity.Prescription, by int) bool {
	return slices.ContainsFunc(do.Parts, func(part quantity.Part) bool { return grown(do, part, by) < grown(do, part, by+1) })
}

// grown returns the amount of a set that has grown by so much. With a range only what has one grows.
func grown(do quantity.Prescription, part quantity.Part, by int) int {
	if do.Ranged() {
		return min(part.Low+by, part.High)
	}
	return min(part.Low+by, max(part.Low, do.Unit.Most()))
}

// setsOf returns what is asked for by a prescription that has grown by so much, some steps above the row's weight.
func setsOf(do quantity.Prescription, by, plus int) []machine.Set {
	list := make([]machine.Set, len(do.Parts))
	for i, part := range do.Parts {
		set := machine.Set{Times: part.Sets, N: grown(do, part, by), Open: part.Open, RM: part.RM, Share: part.Share, Plus: plus}
		if part.Low < set.N && do.Ranged() {
			set.Low = part.Low
		}
		if !part.Load.IsZero() {
			load := part.Load.Thousandths
			set.Load = &load
		}
		list[i] = set
	}
	return list
}

// spans returns what an entry of a table asks for. Nothing grows there: of a range both ends are asked for.
func spans(do quantity.Prescription, plus int) []machine.Set {
	list := setsOf(do, 0, plus)
	for i, part := range do.Parts {
		if part.Low < part.High {
			list[i].To = part.High
		}
	}
	return list
}
