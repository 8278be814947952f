package machine

// Weight is a load in thousandths of its unit, or one that nobody knows yet.
type Weight struct {
	N     int
	Known bool
}

// Value is what a register holds.
type Value struct {
	Weight
	Steps int // taken above the start
}

// grain is what loads are rounded to where the weights that exist are not known: half a kilogram or pound.
const grain = 500

// mostLoad is past all belief: ten tonnes. A walk that goes down from more, step by step, would not end in time.
const mostLoad = 10_000_000

// believed reports whether a load is one that a runner may say.
func believed(n int) bool { return n >= 0 && n <= mostLoad }

// sign is 1 where more is harder, -1 where less is.
func (r *Register) sign() int {
	if r.Less {
		return -1
	}
	return 1
}

// stock returns the weights along which the register moves; nil where it moves by its step alone.
func (p *Programme) stock(r *Register) []int {
	if r.Free || r.Stock < 0 {
		return nil
	}
	return p.Stocks[r.Stock].Weights
}

// Harder returns the load after this one: a step more where there is such a weight, or else the next one that exists. It is not ok
// where there is none.
func (p *Programme) Harder(r *Register, n int) (harder int, ok bool) {
	stock, sign := p.stock(r), r.sign()
	if stock == nil {
		return r.stepped(n, 1)
	}
	for i := range stock {
		x := stock[r.place(i, len(stock))]
		switch {
		case r.Step > 0 && x == n+sign*r.Step:
			return x, true
		case !ok && sign*(x-n) > 0:
			harder, ok = x, true
		}
	}
	return harder, ok
}

// Even reports whether the next load is always one step of the register harder, save that the hardest weight may be less than a step away:
// then the step may be said without the load.
func (p *Programme) Even(r *Register) bool {
	stock := p.stock(r)
	even := stock == nil
	for _, n := range stock {
		to, ok := p.Harder(r, n)
		if !ok {
			continue
		}
		by := r.sign() * (to - n)
		_, more := p.Harder(r, to)
		switch {
		case by == r.Step:
			even = true
		case by > r.Step || more:
			return false
		}
	}
	return even
}

// Easier returns the load before this one: one that is easier by a step or more, or else by as much as there is.
func (p *Programme) Easier(r *Register, n int) (easier int, ok bool) {
	stock, sign := p.stock(r), r.sign()
	if stock == nil {
		return r.stepped(n, -1)
	}
	for i := range stock {
		x := stock[r.place(i, len(stock))]
		if down := sign * (n - x); down >= max(r.Step, 1) || !ok && down > 0 {
			easier, ok = x, true
		}
	}
	return easier, ok
}

// place returns where the ith weight from the easiest on stands in a stock.
func (r *Register) place(i, n int) int {
	if r.Less {
		return n - 1 - i
	}
	return i
}

// stepped is the load some steps further, where there is a step and the load can be had: no load is a help that is not needed any more.
func (r *Register) stepped(n, steps int) (int, bool) {
	to := n + r.sign()*steps*r.Step
	return to, r.Step > 0 && (to > 0 || r.Less && to == 0)
}

// Fit returns the hardest weight that exists and is no harder than this one, or the easiest there is.
func (p *Programme) Fit(r *Register, n int) int {
	if r.Stock < 0 || len(p.Stocks[r.Stock].Weights) == 0 {
		if r.Less {
			n += grain - 1 // with more help it is no harder
		}
		return n / grain * grain
	}
	stock := p.Stocks[r.Stock].Weights
	best := stock[r.place(0, len(stock))]
	for _, x := range stock {
		if r.sign()*(n-x) >= 0 && r.sign()*(x-best) > 0 {
			best = x
		}
	}
	return best
}

// shift moves a value by some steps, as far as there are weights. Of a load that is not known the steps are counted.
func (p *Programme) shift(r *Register, v Value, steps int, exact bool) (to Value, blocked bool) {
	for ; steps > 0; steps-- {
		if v, blocked = p.step(r, v, 1, exact); blocked {
			return v, true
		}
	}
	for ; steps < 0; steps++ {
		if v, blocked = p.step(r, v, -1, exact); blocked {
			return v, true
		}
	}
	return v, false
}

// step moves a value by one step up or down. An exact one goes to weights that do not exist, but to no help of less than nothing.
func (p *Programme) step(r *Register, v Value, by int, exact bool) (to Value, blocked bool) {
	n, ok := v.N, true
	switch {
	case !v.Known:
	case exact && r.Step > 0 && v.N+r.sign()*by*r.Step >= 0:
		n += r.sign() * by * r.Step
	case by > 0:
		n, ok = p.Harder(r, v.N)
	default:
		n, ok = p.Easier(r, v.N)
	}
	if !ok {
		return v, true
	}
	v.N = n
	v.Steps += by
	return v, false
}
