package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

// recovery returns what is done with how a runner feels. All of its numbers are house rules.
//
//   - A bad run on the day after leg lifts: they are the same again. Twice running: one set fewer, until two good ones running.
//   - Pain: the lift is the same again. On two visits running: it is done on the rung below, or left out, until a visit without.
//   - No visit for 14 days: one weight or rung down. For 28: as the phase began.
func recovery(plan *training.Plan) machine.Recovery {
	const well, badOnce, fewer, fewerOneGood = 0, 1, 2, 3
	const free, hurtOnce, below = 0, 1, 2
	return machine.Recovery{
		Runs: []machine.Condition{
			well:         {Good: well, Bad: badOnce},
			badOnce:      {Good: well, Bad: fewer},
			fewer:        {Good: fewerOneGood, Bad: fewer, Fewer: 1},
			fewerOneGood: {Good: well, Bad: fewer, Fewer: 1},
		},
		Pain: []machine.Condition{
			free:     {Good: free, Bad: hurtOnce},
			hurtOnce: {Good: free, Bad: below},
			below:    {Good: free, Bad: below, Below: true},
		},
		PainUpTo: plan.PainUpTo,
		Breaks:   []machine.Break{{Days: 14}, {Days: 28, First: true}},
	}
}

// afterBreak returns where some time without a visit leads from the kth state of a rung: to one weight less, or to the rung below. It is
// nil where nothing moves the lift, which then only has to be found again.
func (l *lift) afterBreak(c *compiled, i, k int) *machine.Edge {
	r := &l.rungs[i]
	f := r.model.Facts()
	looks := r.max != nil && (l.maintain || l.row().Step.IsZero())
	switch {
	case looks, f.Model == "", r.model == training.NoProgress:
		return nil
	case f.Weekly == training.Yes && !l.moves(r):
		return nil
	case f.Weekly == training.Yes:
		return &machine.Edge{To: k, Load: -1}
	case r.model == training.Staged:
		return &machine.Edge{To: c.states[k].Up.To, Load: -1}
	case r.model == training.LinearAmount:
		return &machine.Edge{To: max(k-1, 0)}
	}
	return l.lower(i, &machine.Edge{Load: -1})
}
