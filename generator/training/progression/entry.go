package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// carried is the load with which a row of a later phase goes on that gives no start.
type carried struct {
	load  quantity.Load // zero: the runner chose it
	steps int           // above the start that the plan gave
}

// carried finds the lift with which a row goes on: that of its exercise in the latest phase that has it. Of several it is the one of the
// session with the same name; where that does not say it, a start is asked for.
func (p *projection) carried(l *lift, e *training.Exercise) (carried, diag.List) {
	row := l.row()
	if !row.Start.IsZero() || row.YouChoose || row.Level != "" || row.BodyShare > 0 {
		return carried{}, nil
	}
	before := p.before(e.ID)
	if len(before) == 0 {
		l.carriesOn = p.unknown[e.ID]
		return carried{}, nil
	}
	if len(before) > 1 {
		before = slices.DeleteFunc(before, func(other *lift) bool { return !slices.Contains(other.sessions, l.sessions[0]) })
	}
	if len(before) != 1 {
		return carried{}, diag.List{severalStarts(row, e)}
	}
	l.from, l.carriesOn = before[0], true
	v, _ := p.walk.Carried(l.from.index, false, e.ID)
	return carried{p.loadOf(p.walk.Register(l.from.index), v.Weight), v.Steps}, nil
}

// before returns the lifts of the latest phase that asked for an exercise with a load of its own.
func (p *projection) before(exercise string) []*lift {
	for i := len(p.phases) - 1; i >= 0; i-- {
		var list []*lift
		for _, l := range p.phases[i] {
			r := l.rungs[0]
			if l.shown[exercise] && (r.max == nil || r.exercise.ID != exercise) {
				list = append(list, l)
			}
		}
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

// loadOf returns a load of a register; the zero Load where it is not known. A level that nobody has named is none.
func (p *projection) loadOf(register int, w machine.Weight) quantity.Load {
	if register < 0 || !w.Known {
		return quantity.Load{}
	}
	r := &p.machines.Registers[register]
	load := quantity.Load{Thousandths: w.N, Unit: quantity.Unit(r.Unit)}
	if load.IsLevel() && r.Stock >= 0 {
		i := slices.Index(p.machines.Stocks[r.Stock].Weights, w.N)
		if i < 0 {
			return quantity.Load{}
		}
		load.Name = p.machines.Stocks[r.Stock].Labels[i]
	}
	return load
}

// begun looks at a lift as its phase begins, and says what is wrong with it then.
func (p *projection) begun(l *lift) {
	l.began = *p.walk.At(l.index)
	if l.began.TooHeavy {
		p.problems.Add(tooHeavy(l.row(), l.rungs[0].exercise, l.rungs[0].loads.start))
	}
}
