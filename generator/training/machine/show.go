package machine

import "slices"

// Target is what is asked for of a lift on a day.
type Target struct {
	State int // that is looked at
	Rung  int
	Load  Weight  // of the register, with the steps of the first set
	Steps int     // of that load above the start
	Sets  []Asked // none: the lift is left out, because it hurts

	Hurt    bool   // it hurt on the last visit: the signs that end the training are shown
	Below   bool   // it hurt on two visits running: the rung is the one below, or there are no sets
	Instead string // the exercise below, where there are no sets and there is one
}

// Asked is one set.
type Asked struct {
	N, To int
	Open  bool
	RM    bool
	Share int
	Load  Weight
}

// Show returns what is asked for: a view, which moves nothing. A light week looks at what was last done: fewer sets, the bottom of
// their ranges, none of them open. What hurts is left for the rung below.
func (w *Walk) Show(lift int, light Light) Target {
	l, position := &w.programme.Lifts[lift], &w.at[lift]
	at := w.Is(lift)
	if light != Full {
		at = position.Was
	}
	rung, below := l.States[at.State].Rung, w.below(position)
	if below && rung > 0 {
		at.State = l.firstOf(rung - 1)
		at.Value = w.value(l.Rungs[rung-1].Register)
	}
	t := w.show(l, at, light)
	t.Hurt, t.Below = position.Sore > 0, below
	if position.Eased || light != Full && position.wasEased {
		w.ease(l, &t)
	}
	if below && rung == 0 {
		t.Sets, t.Instead = []Asked{}, l.Rungs[0].Easier
	}
	return t
}

// firstOf returns the first state of a rung.
func (l *Lift) firstOf(rung int) int {
	return slices.IndexFunc(l.States, func(s State) bool { return s.Rung == rung })
}

// ease takes each load to the next lighter weight.
func (w *Walk) ease(l *Lift, t *Target) {
	register := l.Rungs[t.Rung].Register
	if register < 0 {
		return
	}
	r := &w.programme.Registers[register]
	t.Load = w.programme.eased(r, t.Load)
	for i := range t.Sets {
		t.Sets[i].Load = w.programme.eased(r, t.Sets[i].Load)
	}
}

// show returns what a state asks for with a load.
func (w *Walk) show(l *Lift, at Standing, light Light) Target {
	s := &l.States[at.State]
	rung := &l.Rungs[s.Rung]
	t := Target{State: at.State, Rung: s.Rung, Load: at.Weight, Steps: at.Steps, Sets: make([]Asked, 0, s.Count())}
	for i := range s.Sets {
		set := &s.Sets[i]
		asked := set.asked(light)
		asked.Load = w.load(rung, set, at.Value)
		for n := range set.Times {
			asked.Open = set.Open && light == Full && n == set.Times-1
			t.Sets = append(t.Sets, asked)
		}
	}
	if len(s.Sets) > 0 && rung.Register >= 0 {
		v, _ := w.programme.shift(&w.programme.Registers[rung.Register], at.Value, s.Sets[0].Plus, w.Exact)
		t.Load, t.Steps = v.Weight, v.Steps
	}
	t.Sets = t.Sets[:w.fewer(rung, light.keeps(len(t.Sets)))]
	return t
}

// asked returns what a set asks for in such a week, without its load.
func (s *Set) asked(light Light) Asked {
	a := Asked{N: s.N, To: max(s.N, s.To), RM: s.RM, Share: s.Share}
	if light != Full {
		a.N = s.floor()
		a.To = a.N
	}
	return a
}

// keeps returns how many of so many sets such a week has. In an easy week it is one fewer (house rule; the direction after Rogerson
// 2024); in a taper half of them (house rule, after the taper of running: Bosquet's review halves the volume and keeps the intensity).
func (l Light) keeps(sets int) int {
	switch {
	case l == Easy && sets > 1:
		return sets - 1
	case l == Taper:
		return (sets + 1) / 2
	}
	return sets
}

// load returns the load of a set.
func (w *Walk) load(rung *Rung, set *Set, v Value) Weight {
	switch {
	case set.Load != nil:
		return Weight{*set.Load, true}
	case rung.Register < 0 || set.RM:
		return Weight{}
	}
	return w.programme.loadOf(&w.programme.Registers[rung.Register], set, v, w.Exact)
}

// loadOf returns the load of a set for a value of the register.
func (p *Programme) loadOf(r *Register, set *Set, v Value, exact bool) Weight {
	switch {
	case set.Load != nil:
		return Weight{*set.Load, true}
	case !v.Known:
		return Weight{}
	case set.Share > 0:
		return Weight{p.Fit(r, v.N*set.Share/1000), true}
	}
	v, _ = p.shift(r, v, set.Plus, exact)
	return v.Weight
}
