package machine

// Visit is a session on a day of a week.
type Visit struct {
	Phase    int
	Week     *Week
	Day      *Day
	Session  int // of its phase
	Optional bool
	Lifts    []int // that are done: near a race some are left out, and a table may leave one out in some weeks
}

// Visits walks through the weeks of a phase, which was entered, and calls visit for each session in their order; whoever is called tells
// what was done with [Walk.After]. The sessions take the days in turn, and the turn goes on from week to week. A session of which
// nothing is left takes no turn near a race; where a table leaves it out, the next one has its day.
func (w *Walk) Visits(phase int, visit func(*Visit)) {
	p := &w.programme.Phases[phase]
	lifts, inTurn, optional := p.lifts(), p.sessions(false), p.sessions(true)
	turn, full := 0, 0
	for i := range p.Weeks {
		week := &p.Weeks[i]
		if week.Light == Full {
			if full++; full > 1 {
				w.newWeek(lifts)
			}
		}
		extra := max(len(week.Days)-len(optional), 0)
		for j := range week.Days {
			v := &Visit{Week: week, Day: &week.Days[j], Phase: phase, Optional: j >= extra}
			if v.Optional {
				v.Session = optional[j-extra]
				if v.Lifts = w.left(p, v); len(v.Lifts) > 0 {
					visit(v)
				}
				continue
			}
			turn = w.takeTurn(p, v, inTurn, turn, visit)
		}
	}
}

// takeTurn lets the session whose turn it is have a day, and returns the turn after it.
func (w *Walk) takeTurn(p *Phase, v *Visit, inTurn []int, turn int, visit func(*Visit)) int {
	for range inTurn {
		v.Session = inTurn[turn%len(inTurn)]
		v.Lifts = w.left(p, v)
		all := len(p.Sessions[v.Session].Lifts)
		switch {
		case len(v.Lifts) > 0 || all == 0:
			visit(v)
			return turn + 1
		case v.Day.Spare != Nothing:
			return turn
		}
		turn++
	}
	return turn
}

// sessions returns the sessions of a phase that may be left out, or the others.
func (p *Phase) sessions(optional bool) []int {
	var list []int
	for i := range p.Sessions {
		if p.Sessions[i].Optional == optional {
			list = append(list, i)
		}
	}
	return list
}

// left returns the lifts of a session that are done on a day.
func (w *Walk) left(p *Phase, v *Visit) []int {
	lifts := p.Sessions[v.Session].Lifts
	if v.Day.Spare == Everything {
		return nil
	}
	left := make([]int, 0, len(lifts))
	for _, i := range lifts {
		l, at := &w.programme.Lifts[i], &w.at[i]
		state := at.State
		if v.Week.Light != Full {
			state = at.Was.State
		}
		heavy := v.Day.Spare == HeavyLegs && l.Rungs[l.States[at.Was.State].Rung].Legs
		if !heavy && len(l.States[state].Sets) > 0 {
			left = append(left, i)
		}
	}
	return left
}
