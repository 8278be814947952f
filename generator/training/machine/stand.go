package machine

// Stand is where a runner stands with a lift, as far as no log tells it.
type Stand struct {
	Lift     int
	Exercise string // of the rung
	Amount   int    // of the next visit; 0: the first of the rung
	Load     *int   // nil: that of the register
}

// Stand lets lifts go on from where a runner stands, before anything is asked for on a visit. A lift that was done in this phase stands
// where that has led.
func (w *Walk) Stand(v *Visit, stands []Stand) {
	for _, s := range stands {
		if l, at := &w.programme.Lifts[s.Lift], &w.at[s.Lift]; !at.Done {
			w.stand(l, at, s)
		}
	}
	v.Lifts = w.left(&w.programme.Phases[v.Phase], v)
}

func (w *Walk) stand(l *Lift, at *Position, s Stand) {
	state, ok := l.standing(s.Exercise, s.Amount)
	if !ok {
		return
	}
	at.State = state
	rung := &l.Rungs[l.States[state].Rung]
	if s.Load != nil && rung.Register >= 0 && !rung.Looks {
		w.values[rung.Register].Weight = Weight{*s.Load, true}
	}
	at.Was = Standing{state, w.value(rung.Register)}
}

// standing returns the state on the rung of an exercise that asks for an amount, or for the most below it. Of several it is the first,
// which no miss has led to.
func (l *Lift) standing(exercise string, amount int) (state int, ok bool) {
	best := -1
	for i := range l.States {
		s := &l.States[i]
		if l.Rungs[s.Rung].Exercise != exercise || len(s.Sets) == 0 {
			continue
		}
		if n := s.Amount(); !ok || n <= amount && n > best {
			state, best, ok = i, n, true
		}
	}
	return state, ok
}
