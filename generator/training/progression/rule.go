package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// rule says what to do next, depending on what happened. It says where the edges of the machine lead, and fits a narrow cell.
func (x *place) rule() []phrase.Phrase {
	switch {
	case x.asked.Below:
		return only("next-pain")
	case x.light == machine.Easy && x.last:
		return only("next-easy-last")
	case x.light == machine.Easy:
		return only("next-easy")
	case x.light == machine.Taper:
		return only("next-taper")
	case x.lift.maintain:
		return only("next-maintain")
	case x.fewer():
		return only("next-fewer")
	}
	r := x.rung()
	switch r.model {
	case training.Double:
		return phrase.List(x.all("next-double", "then", x.nextLoad(true), "more", addition(r.do, r.step)), x.backwards())
	case training.Climb:
		return phrase.List(x.all("next-climb"+kind(r.do), "then", x.nextRung(), "more", addition(r.do, r.step)), x.backwards())
	case training.Linear:
		return phrase.List(x.all("next-linear-load", "then", x.nextLoad(false)), x.backwards())
	case training.LinearAmount:
		return x.linearRule()
	case training.TwoForTwo:
		return phrase.List(phrase.New("next-two-for-two", "top", number(r.do, x.state().Last), "then", x.nextLoad(false)), x.backwards())
	case training.LastSet:
		return phrase.List(phrase.New("next-last-set", "top", number(r.do, x.state().Last), "then", x.nextLoad(false)), x.backwards())
	case training.Staged:
		return x.stagesRule()
	case training.Wave, training.ByWeeks:
		return x.weeksRule()
	}
	return x.fixedRule()
}

// all says what happens if all sets reach the top. Sets that differ have numbers of their own.
func (x *place) all(code string, pairs ...any) phrase.Phrase {
	top := x.top()
	for _, s := range top.Sets {
		if s.N != top.Sets[0].N {
			return phrase.New(code+"-each", pairs...)
		}
	}
	if x.rung().exercise.Loaded() {
		return phrase.New(code, append(pairs, "top", number(x.rung().do, top.Amount()))...)
	}
	return phrase.New(code, append(pairs, "top", top.Amount())...)
}

// top returns the state to which reaching everything leads on the rung, as long as only the amount goes up.
func (x *place) top() *machine.State {
	s := x.state()
	for s.Up != nil && s.Up.On {
		s = &x.m.States[s.Up.To]
	}
	return s
}

// stagesRule says what follows each miss, down to where the stages begin again.
func (x *place) stagesRule() []phrase.Phrase {
	list := []phrase.Phrase{x.all("next-stages", "then", x.nextLoad(false))}
	for s, behind := x.state(), false; s != nil; behind = true {
		var next phrase.Phrase
		next, s = x.nextStage(s, behind)
		list = append(list, next)
	}
	return phrase.List(list...)
}

func (x *place) linearRule() []phrase.Phrase {
	r, s := x.rung(), x.state()
	switch {
	case len(s.Sets) > 1:
		return only("next-linear-each", "more", addition(r.do, r.step))
	case s.Up == nil:
		return only("next-linear-top"+kind(r.do), "top", s.Amount())
	}
	return only("next-linear"+kind(r.do), "top", s.Amount(), "after", x.m.States[s.Up.To].Amount())
}

// weeksRule says what the end of a cycle leads to.
func (x *place) weeksRule() []phrase.Phrase {
	name := "next-wave"
	if x.rung().model == training.ByWeeks {
		name = "next-table"
	}
	if x.rung().do.First().RM {
		return only("next-rm")
	}
	if !x.lift.moves(x.rung()) {
		return only("next-table-fixed")
	}
	if !x.room.harder() {
		return only(name + "-same")
	}
	switch step := x.lift.row().Step.Load; {
	case x.rung().max != nil:
		return only("next-table-max", "step", phrase.Step(step))
	case name == "next-table" && !step.IsZero():
		return only("next-table-step", "step", phrase.Step(step))
	}
	return only(name)
}

// fixedRule says what to do with what does not go up by itself.
func (x *place) fixedRule() []phrase.Phrase {
	r := x.rung()
	switch {
	case r.clock:
		return only("next-clock")
	case r.do.First().RM:
		return only("next-rm")
	}
	return only("next-same")
}

// nextLoad says which load comes next, where to begin with it if it begins anew, or what to do where there is none.
func (x *place) nextLoad(anew bool) phrase.Phrase {
	r, start := x.rung(), ""
	if anew {
		start = "-start"
	}
	step := x.lift.row().Step.Load
	first := number(r.do, r.do.First().Low)
	if startsDiffer(r.do) {
		first = phrase.New("next-own-bottom")
	}
	next := x.room.next
	switch help := x.helped(); {
	case help && !x.room.known:
		return phrase.New("next-less-help"+start, "start", first)
	case help && !next.IsZero():
		return phrase.New("next-help"+start, "weight", next, "start", first)
	case help && x.lift.harder == nil:
		return phrase.New("next-no-help"+slower(r.do), "more", addition(r.do, r.step))
	case x.register().Free && !step.IsZero(): // shares are lifted, and not the load itself
		return phrase.New("next-max-up", "step", phrase.Step(step))
	case !x.room.known && !step.IsZero() && x.state().Rung == 0:
		return phrase.New("next-step-up"+start, "step", phrase.Step(step), "start", first)
	case !x.room.known:
		return phrase.New("next-weight-up"+start, "start", first)
	case !next.IsZero():
		return phrase.New("next-weight"+start, "weight", next, "start", first)
	case x.lift.harder != nil:
		return phrase.New("next-no-weight-harder", "exercise", x.lift.harder)
	}
	return phrase.New("next-no-weight"+slower(r.do), "more", addition(r.do, r.step))
}

// slower ends the name of a sentence that is another one where there are no repetitions, which could be slower.
func slower(do quantity.Prescription) string {
	if do.Unit == quantity.Repetitions {
		return ""
	}
	return "-amount"
}

// nextRung says which exercise comes next, or what to do at the ladder's end.
func (x *place) nextRung() phrase.Phrase {
	next := x.above()
	switch {
	case next == nil:
		return phrase.New("next-last-rung")
	case next.exercise.Loaded():
		return phrase.New("next-rung-load", "exercise", next.exercise, "start", number(next.do, next.do.First().Low))
	}
	return phrase.New("next-rung", "exercise", next.exercise, "start", amountOf(next.do, next.do.First().Low))
}

// above returns the rung to which the top of this one leads; nil where it leads nowhere.
func (x *place) above() *rung {
	if e := x.top().Up; e != nil && x.m.States[e.To].Rung > x.state().Rung {
		return &x.lift.rungs[x.m.States[e.To].Rung]
	}
	return nil
}

// backwards says when to go back; it is empty where there is nothing to go back to.
func (x *place) backwards() phrase.Phrase {
	r := x.rung()
	e, n := x.back()
	bottom, loaded := bottomOf(r.do), r.exercise.Loaded()
	switch {
	case e == nil:
		return phrase.Phrase{}
	case loaded && x.room.easier && x.helped() && n == 2:
		return phrase.New("next-more-help", "bottom", bottom)
	case loaded && x.room.easier && e.Off > 0:
		return phrase.Counted("next-back", n, "bottom", bottom, "percent", e.Off/10)
	case loaded && x.room.easier && n == 2:
		return phrase.New("next-weight-down", "bottom", bottom)
	case loaded && x.room.easier:
		return phrase.Counted("next-weight-down-after", n, "bottom", bottom)
	case x.state().Rung > 0:
		return phrase.New("next-rung-down", "bottom", bottom, "exercise", x.lift.rungs[x.state().Rung-1].exercise)
	case x.lift.easier != nil:
		return phrase.New("next-easier", "bottom", bottom, "exercise", x.lift.easier)
	}
	return phrase.Phrase{}
}

// bottomOf returns what no set may be below: a number, or where sets differ, the number of each.
func bottomOf(do quantity.Prescription) any {
	if startsDiffer(do) {
		return phrase.New("next-own-number")
	}
	return amountOf(do, do.First().Low)
}

// startsDiffer reports whether not all sets begin with the same number.
func startsDiffer(do quantity.Prescription) bool {
	return slices.ContainsFunc(do.Parts, func(part quantity.Part) bool { return part.Low != do.First().Low })
}

// back returns the edge to which misses lead, and how many of them it takes from the beginning; nil where none leads back.
func (x *place) back() (e *machine.Edge, n int) {
	s := &x.m.States[0]
	for i := range x.m.States {
		if x.m.States[i].Rung == x.state().Rung {
			s = &x.m.States[i]
			break
		}
	}
	for n = 1; s.Down != nil; n++ {
		next := &x.m.States[s.Down.To]
		if s.Down.Load != 0 || s.Down.Off != 0 || next.Rung != x.state().Rung || next.Same == nil || n > len(x.m.States) {
			return s.Down, n
		}
		s = next
	}
	return nil, 0
}

// nextStage says with which sets a miss goes on from a state, and returns the state to which that leads; nil where it leads nowhere. Behind
// the sentence of an earlier stage it is another one.
func (x *place) nextStage(from *machine.State, behind bool) (phrase.Phrase, *machine.State) {
	s, n := from, 1
	for s.Down != nil && s.Down.Load == 0 && s.Down.Off == 0 && x.m.States[s.Down.To].Same != nil && n < len(x.m.States) {
		s = &x.m.States[s.Down.To]
		n++
	}
	if s.Down == nil {
		return phrase.Phrase{}, nil
	}
	do := x.lift.dos[s.Down.To]
	do.PerSide = false
	next := &x.m.States[s.Down.To]
	switch {
	case s.Down.Off > 0:
		return phrase.Counted("next-stage-back", n, "do", do, "percent", s.Down.Off/10), nil
	case s.Down.Load < 0:
		return phrase.Counted("next-stage-down", n, "do", do), nil
	case behind:
		return phrase.Counted("next-stage-then", n, "do", do), next
	}
	return phrase.Counted("next-stage", n, "do", do), next
}

// addition is what is added, within a sentence: "one repetition", "2 repetitions", "5 s".
func addition(do quantity.Prescription, n int) any {
	switch {
	case do.Unit == quantity.Repetitions && do.Steps:
		return phrase.Counted("next-more-steps", n)
	case do.Unit == quantity.Repetitions:
		return phrase.Counted("next-more", n)
	}
	return amountOf(do, n)
}

// number is so many of what a prescription counts, within a sentence that speaks of repetitions where it says nothing else.
func number(do quantity.Prescription, n int) any {
	if do.Unit == quantity.Repetitions {
		return n
	}
	return amountOf(do, n)
}

// amountOf returns so many of what a prescription counts.
func amountOf(do quantity.Prescription, n int) phrase.Amount {
	return phrase.Amount{N: n, Unit: do.Unit}
}

// only returns a single phrase as a list.
func only(code string, pairs ...any) []phrase.Phrase {
	return []phrase.Phrase{phrase.New(code, pairs...)}
}

// kind ends the name of a sentence that is another one for seconds than for repetitions.
func kind(do quantity.Prescription) string {
	return "-" + string(do.Unit)
}
