package athlete

import (
	"fmt"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/training/machine"
)

// mostSets is how many sets of a lift are believed (house rule).
const mostSets = 50

// set reads a set of a lift.
func (r *logReader) set(l *line, v *openVisit, felt machine.Felt) {
	exercise := l.cells[exerciseColumn]
	number, counted := r.number(l)
	amount, ok := r.amount(l)
	if !counted || !ok {
		return
	}
	at, number, found := r.place(l, v, number)
	switch {
	case !found && len(r.known.named(v.lifts, exercise)) > 0:
		r.wrong(l, setColumn, "set %s of %s is there twice on this visit.", l.cells[setColumn], exercise).Hint = "Give each set its own number; a second visit of the week needs its own date."
		return
	case !found:
		r.aside(l, exerciseColumn, "session %s of the plan has no %q in week %d.", v.Session, exercise, v.Week)
		return
	}
	done := &v.Lifts[at]
	if text := l.cells[loadColumn]; text != "" {
		lift := r.known.liftOf(v.lifts, done.Lift)
		rung, _ := r.known.rung(lift, exercise)
		load, err := loadOn(&r.known.Machines, &r.known.Machines.Lifts[lift], rung, text)
		if err != nil {
			r.wrong(l, loadColumn, "%v.", err).Hint = err.hint
		} else {
			done.Load = &load
		}
	}
	for len(done.Sets) < number {
		done.Sets = append(done.Sets, nil)
	}
	done.Sets[number-1] = amount
	v.felt[at] = felt
}

// number reads which set it was; 0 where that is not said.
func (r *logReader) number(l *line) (int, bool) {
	text := l.cells[setColumn]
	n, ok := whole(text)
	if text != "" && (!ok || n < 1 || n > mostSets) {
		r.wrong(l, setColumn, "%q is no number of a set.", text).Hint = fmt.Sprintf("Write 1 for the first one, up to %d.", mostSets)
		return 0, false
	}
	return n, true
}

// place returns where in a visit the set of a line belongs, and its number. A number that does not rise begins the next lift with the
// exercise: a session may have heavy and light sets of one.
func (r *logReader) place(l *line, v *openVisit, number int) (at, set int, ok bool) {
	exercise := l.cells[exerciseColumn]
	last := -1
	for i := range v.Lifts {
		if v.Lifts[i].Exercise == exercise {
			last = i
		}
	}
	if last >= 0 && (number == 0 || number > len(v.Lifts[last].Sets)) {
		return last, max(number, len(v.Lifts[last].Sets)+1), true
	}
	for _, lift := range r.known.named(v.lifts, exercise) {
		key := r.known.Machines.Lifts[lift].Key
		if slices.ContainsFunc(v.Lifts, func(d machine.Done) bool { return d.Lift == key }) {
			continue
		}
		v.Lifts = append(v.Lifts, machine.Done{Lift: key, Result: machine.Result{Exercise: exercise}})
		v.at = append(v.at, l.at[exerciseColumn])
		v.felt = append(v.felt, machine.Felt{})
		return len(v.Lifts) - 1, max(number, 1), true
	}
	return 0, 0, false
}

// named returns those of some lifts that can be done with an exercise.
func (k *known) named(lifts []int, exercise string) (list []int) {
	for _, i := range lifts {
		if _, ok := k.rung(i, exercise); ok {
			list = append(list, i)
		}
	}
	return list
}

// liftOf returns the lift with a key among some.
func (k *known) liftOf(lifts []int, key string) int {
	return lifts[slices.IndexFunc(lifts, func(i int) bool { return k.Machines.Lifts[i].Key == key })]
}

// worstPain is the end of the scale.
const worstPain = 10

// felt reads how a set or a visit felt, and how the run of the next day went.
func (r *logReader) felt(l *line) (felt machine.Felt, run machine.Run, ok bool) {
	ok = true
	if text := l.cells[effortColumn]; text != "" && felt.Effort.UnmarshalText([]byte(strings.ToLower(text))) != nil {
		r.wrong(l, effortColumn, "%q is no effort.", l.cells[effortColumn]).Hint = nearest(l.cells[effortColumn], []string{"easy", "ok", "hard"})
		ok = false
	}
	if text := l.cells[nextDayColumn]; text != "" && run.UnmarshalText([]byte(strings.ToLower(text))) != nil {
		r.wrong(l, nextDayColumn, "%q does not say how the next day's run went.", l.cells[nextDayColumn]).Hint = nearest(l.cells[nextDayColumn], []string{"well", "badly"})
		ok = false
	}
	switch text := strings.ToLower(l.cells[painColumn]); text {
	case "", "no":
	case "yes":
		felt.Hurt = true
	default:
		n, whole := whole(text)
		if !whole || n < 0 || n > worstPain {
			r.wrong(l, painColumn, "%q is no pain.", l.cells[painColumn]).Hint = fmt.Sprintf("Write yes or no, or a number from 0 to %d.", worstPain)
			ok = false
		}
		felt.Pain = n
	}
	return felt, run, ok
}

// done returns the visit when all of its lines are read. The effort of all lifts is that of the visit; pain stays with its lift, since one
// that has no line does not hurt.
func (v *openVisit) done() Visit {
	if len(v.Lifts) == 0 {
		return v.Visit
	}
	v.Felt = machine.Felt{}
	sameEffort := !slices.ContainsFunc(v.felt, func(f machine.Felt) bool { return f.Effort != v.felt[0].Effort })
	if sameEffort {
		v.Effort = v.felt[0].Effort
	}
	for i := range v.Lifts {
		if !sameEffort {
			v.Lifts[i].Effort = v.felt[i].Effort
		}
		v.Lifts[i].Hurt, v.Lifts[i].Pain = v.felt[i].Hurt, v.felt[i].Pain
	}
	return v.Visit
}
