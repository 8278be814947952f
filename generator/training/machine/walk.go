package machine

import "slices"

// Walk is a runner's way through a programme. A programme is walked phase by phase, each of them once.
type Walk struct {
	// Exact takes a step that the plan names even to a weight that does not exist: so a plan is found out that asks for one.
	Exact bool

	programme *Programme
	values    []Value           // by register
	at        []Position        // by lift
	top       map[string]string // by the exercise from which a lift has climbed, the highest reached before this phase
	climbing  map[string]string // the same so far

	phase   *Phase  // that was entered last
	entered []Value // by register, as its phase began, or as soon as the runner has said the load
	run     int     // the condition of the legs, of [Recovery.Runs]
	last    Date    // of the last visit of which it is known
	breaks  int     // how many of the breaks have been taken since then
}

// Standing is a state with the load of its register.
type Standing struct {
	State int
	Value
}

// Position is where a runner stands with a lift: in a state, with what was done last.
type Position struct {
	State    int
	Was      Standing // when the lift was last done in a full week; before the first time, what it begins with
	Done     bool     // it has been done
	Class    Class    // of the last result
	Light    bool     // the last visit was in an easy week or a taper
	Blocked  bool     // there was no such load as the last edge leads to
	Lowered  bool     // a phase has begun with less than the one before, as the repetitions rise
	TooHeavy bool     // it should have, and there is no weight that is light enough
	Sore     int      // the condition of the lift, of [Recovery.Pain]
	Eased    bool     // the next visit is a weight lighter, after a break
	wasEased bool     // the last one in a full week was
	began    int      // the state in which the phase began
	inWeek   bool     // it has been done since the last full week began
	held     bool     // it hurt on the last visit, or the legs had not recovered: it is the same again, and so is the week of its table
}

// NewWalk begins a walk.
func NewWalk(p *Programme) *Walk {
	return &Walk{programme: p, top: map[string]string{}, climbing: map[string]string{}}
}

// At returns where the runner stands with a lift.
func (w *Walk) At(lift int) *Position { return &w.at[lift] }

// Is returns the state of a lift and the load that it has now.
func (w *Walk) Is(lift int) Standing {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	return Standing{at.State, w.value(l.Rungs[l.States[at.State].Rung].Register)}
}

// value returns what a register holds; nothing where there is none.
func (w *Walk) value(register int) Value {
	if register < 0 {
		return Value{}
	}
	return w.values[register]
}

// begin takes up the registers and lifts that the programme has had added since the last phase.
func (w *Walk) begin() {
	p := w.programme
	for i := len(w.values); i < len(p.Registers); i++ {
		var v Value
		if start := p.Registers[i].Start; start != nil {
			v.Weight = Weight{*start, true}
		}
		w.values, w.entered = append(w.values, v), append(w.entered, v)
	}
	for len(w.at) < len(p.Lifts) {
		w.at = append(w.at, Position{})
	}
}

// After moves a lift by what was done on a visit of whose next day nothing is said. In a light week and in a session that may be left out
// nothing moves but its pain.
func (w *Walk) After(v *Visit, lift int, r *Result) { w.after(v, lift, r, RunNotSaid) }

func (w *Walk) after(v *Visit, lift int, r *Result, run Run) {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	at.Light = v.Week.Light != Full
	defer w.note(lift)
	below := w.below(at)
	w.feel(at, r)
	w.hold(l, at, r, run, below)
	if at.Light || v.Optional || below || !r.any() || l.another(at, r) {
		return
	}
	w.takeLoad(l, at, r)
	at.Eased, at.wasEased = at.Eased && at.held, at.Eased
	at.Was, at.Done, at.inWeek, at.Lowered = w.Is(lift), true, true, false
	s := &l.States[at.State]
	at.Class = w.class(l, s, r, run)
	switch at.Class {
	case Up:
		w.up(l, at, r)
	case Below:
		w.take(l, at, s.Down)
	default:
		if !at.held || s.Week == nil {
			w.take(l, at, s.Same)
		}
	}
}

// another reports whether another exercise was done than that of the rung on which a lift stands, as before a plan was changed. Its amounts
// and loads say nothing of this one.
func (l *Lift) another(at *Position, r *Result) bool {
	return r.Exercise != "" && r.Exercise != l.Rungs[l.States[at.State].Rung].Exercise
}

// class says what a result is, with how it felt and how the legs recover. What was not reached because it hurt is no miss: the sheet
// says to stop.
func (w *Walk) class(l *Lift, s *State, r *Result, run Run) Class {
	class := l.Class(s, r)
	switch {
	case w.programme.Recovery.hurts(&r.Felt):
		return Pain
	case class == Up && w.tired(&l.Rungs[s.Rung], run):
		return BadRun
	}
	return class
}

// up goes on as far as the result meets the state that is reached, and one edge further where it felt easy and the last edge says so.
func (w *Walk) up(l *Lift, at *Position, r *Result) {
	for range l.States { // no longer than there are states
		e := l.States[at.State].Up
		w.take(l, at, e)
		switch {
		case e == nil:
			return
		case e.On && l.Class(&l.States[at.State], r) == Up:
			continue
		case e.Easy && r.Effort == FeltEasy:
			w.take(l, at, l.States[at.State].Up)
		}
		return
	}
}

// takeLoad lets the register follow the load that was taken, where that is the load of the register. One that was harder and hurt is not
// asked for again, nor one that was lighter for this visit alone.
func (w *Walk) takeLoad(l *Lift, at *Position, r *Result) {
	s := &l.States[at.State]
	rung := &l.Rungs[s.Rung]
	if r.Load == nil || rung.Register < 0 || rung.Looks || len(s.Sets) == 0 {
		return
	}
	register, first := &w.programme.Registers[rung.Register], &s.Sets[0]
	if register.Free || first.Share > 0 || first.Load != nil {
		return
	}
	v := &w.values[rung.Register]
	shown, _ := w.programme.shift(register, *v, first.Plus, w.Exact)
	more := register.sign() * (*r.Load - shown.N)
	switch {
	case !shown.Known:
	case more == 0, more > 0 && w.programme.Recovery.hurts(&r.Felt):
		return
	case at.Eased && register.sign()*(*r.Load-w.programme.eased(register, shown.Weight).N) >= 0:
		return
	}
	v.Weight = Weight{*r.Load, true}
	below, _ := w.programme.shift(register, *v, -first.Plus, false)
	v.Weight = below.Weight
	if first := &w.entered[rung.Register]; !first.Known {
		*first = *v
	}
}

// take goes along an edge. A nil one stays.
func (w *Walk) take(l *Lift, at *Position, e *Edge) {
	at.Blocked = false
	if e == nil {
		return
	}
	rung := &l.Rungs[l.States[at.State].Rung]
	if rung.Register >= 0 && !rung.Looks && !w.move(rung.Register, e) {
		at.Blocked = true
		switch {
		case e.Else != nil:
			at.State = *e.Else
			return
		case e.Load > 0 && e != l.States[at.State].Week:
			return
		}
	}
	at.State = e.To
}

// move moves a register as an edge says, and reports whether there was such a load.
func (w *Walk) move(register int, e *Edge) bool {
	p, r, v := w.programme, &w.programme.Registers[register], &w.values[register]
	blocked := false
	if e.Load != 0 {
		*v, blocked = p.shift(r, *v, e.Load, w.Exact)
	}
	if e.Off != 0 {
		blocked = !p.off(r, v, e.Off)
	}
	return !blocked
}

// off takes some thousandths off a load: to the hardest weight that is no harder than what is left, and is lighter than before.
func (p *Programme) off(r *Register, v *Value, thousandths int) bool {
	if !v.Known {
		v.Steps--
		return true
	}
	left := v.N - r.sign()*v.N*thousandths/1000
	if !r.Free {
		left = p.Fit(r, left)
	}
	if r.sign()*(v.N-left) <= 0 {
		return false
	}
	v.N = left
	v.Steps--
	return true
}

// newWeek moves the lifts of a phase that go by weeks, when a full week begins that is not the first one.
func (w *Walk) newWeek(lifts []int) {
	for _, i := range lifts {
		l, at := &w.programme.Lifts[i], &w.at[i]
		if e := l.States[at.State].Week; e != nil && !at.held && (e.Always || at.inWeek) {
			w.take(l, at, e)
		}
		at.inWeek = false
	}
}

// Register returns the register of what was last done of a lift, -1 where that is done without a load.
func (w *Walk) Register(lift int) int {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	return l.Rungs[l.States[at.Was.State].Rung].Register
}

// Reached returns the exercise of the highest rung that was reached from another exercise; "" where nothing was climbed from there.
func (w *Walk) Reached(exercise string) string { return w.climbing[exercise] }

// note takes down on which rung a lift stands, unless another one has come further on the same ladder.
func (w *Walk) note(lift int) {
	l, at := &w.programme.Lifts[lift], &w.at[lift]
	rung := l.States[at.Was.State].Rung
	for i := range rung {
		id := l.Rungs[i].Exercise
		before := slices.IndexFunc(l.Rungs, func(r Rung) bool { return r.Exercise == w.climbing[id] })
		if w.climbing[id] == "" || before >= 0 && before < rung {
			w.climbing[id] = l.Rungs[rung].Exercise
		}
	}
}
