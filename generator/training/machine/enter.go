package machine

import "maps"

// Enter begins a phase: every lift of it, from its start or from where another one stands.
func (w *Walk) Enter(phase int) {
	w.begin()
	maps.Copy(w.top, w.climbing)
	p := &w.programme.Phases[phase]
	for _, i := range p.lifts() {
		w.enter(i)
	}
	copy(w.entered, w.values)
	w.phase = p
}

// lifts returns the lifts of a phase, each once.
func (p *Phase) lifts() []int {
	var lifts []int
	seen := map[int]bool{}
	for _, s := range p.Sessions {
		for _, i := range s.Lifts {
			if !seen[i] {
				seen[i] = true
				lifts = append(lifts, i)
			}
		}
	}
	return lifts
}

func (w *Walk) enter(lift int) {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	*at = Position{State: l.Begin, Sore: w.soreBefore(l)}
	if l.Entry.From != nil {
		w.goOn(l, at)
	}
	if to, ok := w.top[l.Rungs[0].Exercise]; ok {
		at.State = l.climbed(to, at.State)
	}
	at.Was, at.began = w.Is(lift), at.State
}

// climbed returns the first state of the rung that has an exercise; where none has, or the first one, the state that is given.
func (l *Lift) climbed(exercise string, state int) int {
	for i := range l.States {
		if rung := l.States[i].Rung; rung > 0 && l.Rungs[rung].Exercise == exercise {
			return i
		}
	}
	return state
}

// goOn gives the register of a lift what the lift of the earlier phase has.
func (w *Walk) goOn(l *Lift, at *Position) {
	from, rung := *l.Entry.From, &l.Rungs[0]
	if rung.Register < 0 || rung.Looks {
		return
	}
	p, r, v := w.programme, &w.programme.Registers[rung.Register], &w.values[rung.Register]
	up := false
	if r.Name == "" {
		*v, up = w.Carried(from, l.Entry.Same, rung.Exercise)
	}
	if up || l.Entry.Same && w.clean(from) {
		*v, at.Blocked = p.shift(r, *v, 1, w.Exact)
	}
	if v.Known && !l.Entry.Same {
		at.Lowered, at.TooHeavy = w.lower(l, at, r, v)
	}
	if v.Known && !w.Exact && p.stock(r) != nil { // a runner's own weights may be others than those of the lift before
		v.N = p.Fit(r, v.N)
	}
}

// lower takes a load down to the heaviest that exists with which the state needs no more than the last visit of the lift from which it
// goes on. It is too heavy where there is none. Only of weights that are lifted so many times is known how much they need.
func (w *Walk) lower(l *Lift, at *Position, r *Register, v *Value) (lowered, tooHeavy bool) {
	p, from := w.programme, *l.Entry.From
	before := &p.Lifts[from].States[w.at[from].Was.State]
	old, rung := &p.Lifts[from].Rungs[before.Rung], &l.Rungs[0]
	s := &l.States[at.State]
	known := r.Name == "" && !r.Less && r.Unit != levels && rung.Unit == repetitions && old.Unit == repetitions && !rung.Clock && !old.Clock
	if !known || old.Register < 0 || s.Amount() <= before.Amount() {
		return false, false
	}
	most := p.need(&p.Registers[old.Register], before, w.at[from].Was.Value, l.Entry.Spare)
	if p.need(r, s, *v, l.Entry.Spare) <= most {
		return false, false
	}
	lower := *v
	for p.need(r, s, lower, l.Entry.Spare) > most {
		next, ok := p.lighter(r, lower.N)
		if !ok {
			return false, true
		}
		lower.N = next
		lower.Steps--
	}
	*v = lower
	return true, false
}

// lighter returns the next lighter weight that exists, or where that is not known the one that is a step lighter.
func (p *Programme) lighter(r *Register, n int) (lighter int, ok bool) {
	stock := p.stock(r)
	if stock == nil {
		return r.stepped(n, -1)
	}
	for _, x := range stock {
		if x < n {
			lighter, ok = x, true
		}
	}
	return lighter, ok
}

// Units, as package quantity names them.
const (
	levels      = "level" // loads that have a name and no weight
	repetitions = "reps"
)

// clean reports whether the cycle of a table in which a lift stands was done, and nothing of it missed.
func (w *Walk) clean(lift int) bool {
	return w.programme.Lifts[lift].States[w.at[lift].State].Clean
}

// Carried returns the load that a later phase takes over of a lift: what was last lifted, or where the same goes on the load of the row,
// and whether the last visit has earned a step more. Where the lift stands on another exercise the load is not known.
func (w *Walk) Carried(lift int, same bool, exercise string) (v Value, up bool) {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	s := &l.States[at.Was.State]
	rung := &l.Rungs[s.Rung]
	if rung.Register < 0 || rung.Exercise != exercise {
		return Value{}, false
	}
	now := w.values[rung.Register]
	switch {
	case same && (s.Entry > 0 || now.Steps <= at.Was.Steps):
		return now, false
	case same:
		return at.Was.Value, true
	case len(s.Sets) == 0:
		return at.Was.Value, false
	}
	v, _ = w.programme.shift(&w.programme.Registers[rung.Register], at.Was.Value, s.Sets[0].Plus, w.Exact)
	return v, false
}

// epley is the number of repetitions at which a load is half of what can be lifted once. Epley, B. (1985), Boyd Epley Workout: a load
// that is lifted n times is 30/(30+n) of that.
const epley = 30

// need is how much the hardest set of a state needs with a load.
func (p *Programme) need(r *Register, s *State, v Value, spare int) int {
	most := 0
	for i := range s.Sets {
		set := &s.Sets[i]
		if load := p.loadOf(r, set, v, false); load.Known {
			most = max(most, load.N*(epley+set.N+spare))
		}
	}
	return most
}
