package sheet

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// reachOf returns how far the machine of a row may go. A row without one goes as far as its targets say.
func (t *typesetter) reachOf(r *Row) reach {
	var out reach
	for i := range t.Programme.Machines.Lifts {
		if l := &t.Programme.Machines.Lifts[i]; l.Key == r.first.Lift {
			t.reach(&out, r, l)
		}
	}
	return out
}

// reach widens what is known to be reached by a lift.
func (t *typesetter) reach(out *reach, r *Row, l *machine.Lift) {
	wider := t.fonts.regular.wider
	for i := range l.States {
		state, sets := &l.States[i], 0
		for _, s := range state.Sets {
			sets += s.Times
		}
		out.sets = max(out.sets, sets)
		if len(state.Sets) == 1 {
			s, unit := state.Sets[0], quantity.AmountUnit(l.Rungs[state.Rung].Unit)
			out.goal = wider(out.goal, t.Words.Prescription(quantity.EqualSets(s.Times, s.N, max(s.N, s.To), unit, false)))
		}
	}
	for i := range l.Rungs {
		e := t.exerciseOf(r, l.Rungs[i].Exercise)
		if e == nil {
			continue
		}
		if len(l.Rungs) > 1 {
			rung := &l.Rungs[i]
			do := quantity.EqualSets(max(out.sets, 1), rung.Low, rung.High, quantity.AmountUnit(rung.Unit), rung.PerSide)
			out.names = append(out.names, e.Name+", "+t.Words.Prescription(do))
		}
		for _, stock := range progression.Stocks(r.first.Row, e, t.Programme.Plan.Weights, t.Weights) {
			for _, load := range stock.Loads {
				here, other := t.both(progression.Target{Exercise: e}, load)
				out.load = wider(out.load, wider(here, other))
			}
		}
	}
}

// exerciseOf returns an exercise of a row's lift.
func (t *typesetter) exerciseOf(r *Row, id string) *training.Exercise {
	if r.Exercise.ID == id {
		return r.Exercise
	}
	return t.exercise(id)
}
