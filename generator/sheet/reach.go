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
	first := len(out.rungs)
	for i := range l.Rungs {
		out.rungs = append(out.rungs, t.rung(r, l, i))
	}
	for i := range l.States {
		state, sets := &l.States[i], 0
		for _, s := range state.Sets {
			sets += s.Times
		}
		out.sets = max(out.sets, sets)
		if len(state.Sets) == 1 {
			s, at := state.Sets[0], &out.rungs[first+state.Rung]
			unit := quantity.AmountUnit(l.Rungs[state.Rung].Unit)
			at.goal = t.fonts.regular.wider(at.goal, t.Words.Prescription(quantity.EqualSets(s.Times, s.N, max(s.N, s.To), unit, false)))
		}
	}
}

// rung returns the name and the widest load of a rung.
func (t *typesetter) rung(r *Row, l *machine.Lift, at int) rung {
	var out rung
	e := t.exerciseOf(r, l.Rungs[at].Exercise)
	if e == nil {
		return out
	}
	if len(l.Rungs) > 1 {
		out.name = e.Name
	}
	for _, stock := range progression.Stocks(r.first.Row, e, t.Programme.Plan.Weights, t.Weights) {
		for _, load := range stock.Loads {
			here, other := t.both(progression.Target{Exercise: e}, load)
			out.load = t.fonts.regular.wider(out.load, t.fonts.regular.wider(here, other))
		}
	}
	return out
}

// exerciseOf returns an exercise of a row's lift.
func (t *typesetter) exerciseOf(r *Row, id string) *training.Exercise {
	if r.Exercise.ID == id {
		return r.Exercise
	}
	return t.exercise(id)
}
