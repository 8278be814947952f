package progression

import (
	"cmp"

	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// place is a lift on a visit, as it is before anything is done.
type place struct {
	p     *projection
	lift  *lift
	m     *machine.Lift
	at    *machine.Position
	is    machine.Standing // in a light week what was last done
	asked machine.Target
	room  room // beside its load
	light machine.Light
	// afterRace says that the week is light because of a race before it.
	afterRace bool
	last      bool // no week comes after this one
}

func (p *projection) place(l *lift, week machine.Week) place {
	light := week.Light
	x := place{p: p, lift: l, m: &p.machines.Lifts[l.index], at: p.walk.At(l.index), is: p.walk.Is(l.index), light: light, last: week.Number == p.in.Plan.Weeks()}
	if light != machine.Full {
		x.is = x.at.Was
	}
	x.asked = p.walk.Show(l.index, light)
	if x.asked.State != x.is.State { // what hurts is left for the rung below
		x.is = machine.Standing{State: x.asked.State, Value: machine.Value{Weight: x.asked.Load, Steps: x.asked.Steps}}
	}
	x.room = x.roomNow()
	return x
}

// state returns what the lift asks for, and rung on what.
func (x *place) state() *machine.State { return &x.m.States[x.is.State] }
func (x *place) rung() *rung           { return &x.lift.rungs[x.state().Rung] }

// was returns the state of the last visit in a full week.
func (x *place) was() *machine.State { return &x.m.States[x.at.Was.State] }

// register returns the register of the rung; nil where it is done without a load.
func (x *place) register() *machine.Register {
	if i := x.rung().register; i >= 0 {
		return &x.p.machines.Registers[i]
	}
	return nil
}

// fewer reports whether sets are left out because the legs have not recovered.
func (x *place) fewer() bool { return x.light == machine.Full && len(x.asked.Sets) < x.state().Count() }

// helped reports whether the load is help, of which less is harder.
func (x *place) helped() bool {
	r := x.register()
	return r != nil && r.Less
}

// load returns a load of the rung's register.
func (x *place) load(w machine.Weight) quantity.Load { return x.p.loadOf(x.rung().register, w) }

// target returns what a row asks for.
func (x *place) target(e entry) Target {
	r := x.rung()
	t := Target{
		Exercise: r.exercise, Row: e.row, Lift: x.m.Key, Rung: x.asked.Rung, Prescription: x.lift.dos[x.is.State],
		PerSide: x.lift.dos[x.is.State].PerSide || r.exercise.PerSide,
		Loaded:  r.exercise.Loaded(),
		Load:    x.load(x.asked.Load), Steps: x.asked.Steps,
		Rest: cmp.Or(e.row.Rest, r.exercise.Measure.Facts().Rest),
		Sets: make([]Set, 0, len(x.asked.Sets)),
	}
	for _, s := range x.asked.Sets {
		t.Sets = append(t.Sets, Set{Amount: s.N, Top: s.To, Open: s.Open, RM: s.RM, Share: s.Share, Load: x.load(s.Load)})
	}
	if r.max != nil {
		t.Maximum = x.load(x.is.Weight)
	}
	if r.max != nil || t.Load.IsZero() || x.asked.Rung == 0 && onlyShares(e.row) { // what shares are taken of is not lifted itself
		t.Load = t.heaviest()
	}
	t.WarmUp = x.warmUp(e, &t)
	t.Rule, t.PaperRule, t.PaperNext, t.Next, t.Why = x.rule(), x.paperRule(), x.paperNext(), x.nextName(), x.why(&t)
	return t
}

// heaviest returns the heaviest load of a set.
func (t *Target) heaviest() quantity.Load {
	var most quantity.Load
	for _, s := range t.Sets {
		if most.IsZero() || s.Load.Compare(most) > 0 {
			most = s.Load
		}
	}
	return most
}

// warmUp returns the light sets before the others: shares of the heaviest load of the day, rounded down to weights that exist. Where that
// is not known the share stands alone.
func (x *place) warmUp(e entry, t *Target) []Set {
	var list []Set
	reg, day := x.register(), t.heaviest()
	for _, part := range e.row.WarmUp.Parts {
		s := Set{Amount: part.Low, Top: part.High, Share: part.Share}
		switch {
		case !part.Load.IsZero():
			s.Load = part.Load
		case reg != nil && !day.IsZero():
			share := cmp.Or(part.Share, wholeLoad)
			s.Load = x.load(machine.Weight{N: x.p.machines.Fit(reg, day.Thousandths*share/wholeLoad), Known: true})
		}
		for range part.Sets {
			list = append(list, s)
		}
	}
	return list
}

// wholeLoad is all of a load, in thousandths.
const wholeLoad = 1000
