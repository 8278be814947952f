package progression

import (
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// room says which loads there are beside the one that a lift has. All that the rules say of weights follows from it.
type room struct {
	known  bool          // the load is known; where it is not, there may be any beside it
	next   quantity.Load // the harder one; zero where there is none or nothing is known
	easier bool          // there may be an easier one
	even   bool          // the next one is a step harder, whatever load it is
}

// harder reports whether there may be a harder load.
func (r room) harder() bool { return !r.known || !r.next.IsZero() }

// roomNow returns the room of the load that the lift has. Without a list any easier load may be there.
func (x *place) roomNow() room {
	reg := x.register()
	if reg == nil {
		return room{easier: true, even: true}
	}
	r := room{known: x.is.Known, easier: true, even: x.p.machines.Even(reg)}
	if !r.known {
		return r
	}
	if n, ok := x.p.machines.Harder(reg, x.is.N); ok {
		r.next = x.load(machine.Weight{N: n, Known: true})
	}
	if reg.Stock >= 0 {
		_, r.easier = x.p.machines.Easier(reg, x.is.N)
	}
	return r
}
