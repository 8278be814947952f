package progression

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// compile adds the machine of a lift to those of the programme.
func (p *projection) compile(l *lift) {
	m := machine.Lift{Key: p.key(l), Entry: machine.Entry{Spare: p.in.Runner.Reserve}}
	blocks, first := make([]compiled, len(l.rungs)), make([]int, len(l.rungs)+1)
	for i := range l.rungs {
		blocks[i] = l.states(i)
		first[i+1] = first[i] + len(blocks[i].states)
		l.rungs[i].register = p.register(l, i)
		m.Rungs = append(m.Rungs, l.machineRung(i, p.in.HeavyOnLegs(l.rungs[i].exercise)))
	}
	m.States = make([]machine.State, 0, first[len(blocks)])
	for i := range blocks {
		for _, s := range blocks[i].states {
			s.Rung = i
			for _, e := range []**machine.Edge{&s.Up, &s.Same, &s.Down, &s.Week, &s.Break} {
				*e = placed(*e, i, first)
			}
			m.States = append(m.States, s)
		}
		l.dos = append(l.dos, blocks[i].dos...)
	}
	if l.from != nil {
		m.Entry.From, m.Entry.Same = &l.from.index, l.goesOn()
	}
	l.index = len(p.machines.Lifts)
	p.machines.Lifts = append(p.machines.Lifts, m)
}

// goesOn reports whether the lift of the earlier phase asks for the same, so that what it has earned counts.
func (l *lift) goesOn() bool {
	a, b := l.row(), l.from.row()
	return !l.maintain && !l.from.maintain && slices.EqualFunc(a.Entries(), b.Entries(), quantity.Prescription.Equal) && a.Progress == b.Progress
}

// placed returns an edge of the ith rung that leads to the place which its state has among those of all rungs.
func placed(e *machine.Edge, i int, first []int) *machine.Edge {
	if e == nil {
		return nil
	}
	place := func(to int) int {
		switch to {
		case toAbove:
			return first[i+1]
		case toBelow:
			return first[i-1]
		}
		return first[i] + to
	}
	c := *e
	c.To = place(e.To)
	if e.Else != nil {
		other := place(*e.Else)
		c.Else = &other
	}
	return &c
}

// key names a lift: by its exercise, session and phase, and where another lift has all of them as well, by what it asks for.
func (p *projection) key(l *lift) string {
	key := l.row().Exercise.ID + "@" + l.sessions[0]
	if phase := p.out.Phases[len(p.out.Phases)-1].Name; phase != "" {
		key += "@" + phase
	}
	taken := func(key string) bool {
		return slices.ContainsFunc(p.machines.Lifts, func(m machine.Lift) bool { return m.Key == key })
	}
	if taken(key) {
		key += " " + l.rungs[0].do.Typed()
	}
	unique := key
	for n := 2; taken(unique); n++ {
		unique = fmt.Sprintf("%s, %d", key, n)
	}
	return unique
}

func (l *lift) machineRung(i int, heavy bool) machine.Rung {
	r := &l.rungs[i]
	low, high := r.do.Span()
	m := machine.Rung{
		Exercise: r.exercise.ID, Model: string(r.model), Unit: string(r.do.Unit), Low: low, High: high, Register: r.register, Clock: r.clock,
		PerSide: r.do.PerSide || r.exercise.PerSide, Legs: heavy, LegLift: r.exercise.WorksLegs(),
	}
	if r.model.Facts().Grows == training.Yes {
		m.Step = r.step
	}
	if r.max != nil {
		m.Looks = l.maintain || l.row().Step.IsZero()
	}
	if i == 0 && l.easier != nil {
		m.Easier = l.easier.ID
	}
	if i == 0 && l.harder != nil {
		m.Harder = l.harder.ID
	}
	return m
}

// register returns the register of a rung, -1 where it is done without a load.
func (p *projection) register(l *lift, i int) int {
	r := &l.rungs[i]
	if !r.exercise.Loaded() {
		return -1
	}
	if r.max != nil {
		return p.maximumRegister(l, r)
	}
	reg := machine.Register{
		Stock: -1, Less: r.exercise.LoadedWith().Facts().LessIsHarder == training.Yes, Unit: string(p.in.Unit),
		Free: i == 0 && onlyShares(l.row()) && !l.row().Step.Load.IsZero(),
	}
	stocks := p.in.stocks(l.row(), r.exercise)
	switch {
	case i > 0:
		stocks = p.in.stocks(&training.Row{}, r.exercise)
	case !r.loads.start.IsZero():
		reg.Unit = string(r.loads.start.Unit)
		reg.Step = r.loads.step.StepIn(r.loads.start.Unit).Thousandths
		if !l.carriesOn {
			reg.Start = &r.loads.start.Thousandths
		}
		if r.loads.step.IsZero() && len(r.loads.list) > 0 {
			stocks = whole(stocks, r.loads.start)
		}
	default:
		reg.Step = l.row().Step.Load.Thousandths
	}
	reg.Stock, reg.Unit = p.stock(l, stocks, quantity.Unit(reg.Unit), i == 0 && !r.loads.chosen())
	p.machines.Registers = append(p.machines.Registers, reg)
	return len(p.machines.Registers) - 1
}

// onlyShares reports whether a row lifts only shares of its weight, which then need not exist itself.
func onlyShares(row *training.Row) bool {
	return !slices.ContainsFunc(row.Entries(), func(do quantity.Prescription) bool {
		return slices.ContainsFunc(do.Parts, func(part quantity.Part) bool { return part.Share == 0 && part.Load.IsZero() && !part.RM })
	})
}

// whole returns the first list that has a weight.
func whole(stocks []Stock, start quantity.Load) []Stock {
	i := slices.IndexFunc(stocks, func(s Stock) bool { return slices.Contains(s.Loads, start) })
	return stocks[i : i+1]
}

// maximumRegister returns the register of the load that percentages of an exercise are taken of.
func (p *projection) maximumRegister(l *lift, r *rung) int {
	id := r.exercise.ID
	i := slices.IndexFunc(p.machines.Registers, func(reg machine.Register) bool { return reg.Free && reg.Name == id })
	if i < 0 {
		reg := machine.Register{Name: id, Free: true, Unit: string(p.in.Unit)}
		if !r.max.Load.IsZero() {
			reg.Start, reg.Unit = &r.max.Load.Thousandths, string(r.max.Load.Unit)
		}
		reg.Stock, reg.Unit = p.stock(l, p.in.stocks(l.row(), r.exercise), quantity.Unit(reg.Unit), !r.max.Load.IsZero())
		i = len(p.machines.Registers)
		p.machines.Registers = append(p.machines.Registers, reg)
	}
	if step := l.row().Step.Load; !step.IsZero() {
		p.machines.Registers[i].Step = step.StepIn(quantity.Unit(p.machines.Registers[i].Unit)).Thousandths
	}
	return i
}
