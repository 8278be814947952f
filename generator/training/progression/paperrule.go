package progression

import (
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// paperRule says what [place.rule] says in words that hold for every session of the exercise. Paper was printed weeks ago: a runner
// who is ahead of the projection or behind it stands at another weight, but still at the top or the bottom of the same range. And
// lifts that grow in the same way share one sentence.
func (x *place) paperRule() []phrase.Phrase {
	r := x.rung()
	if x.asked.Below || x.fewer() {
		return x.rule()
	}
	switch {
	case x.light == machine.Easy:
		return only("always-light")
	case x.light != machine.Full || x.lift.maintain:
		return x.rule()
	case r.model == training.Climb && len(x.lift.rungs) > 1:
		return phrase.List(phrase.New("always-climb"), notAll(r), x.paperDown())
	case r.model == training.LinearAmount && r.do.Ranged():
		return only("always-linear", "more", addition(r.do, r.step), "top", amountOf(r.do, r.do.First().High))
	case r.model == training.LinearAmount:
		return only("always-linear-on", "more", addition(r.do, r.step))
	case r.max != nil || !x.room.harder() || x.helped():
	case r.model == training.Double:
		return phrase.List(x.paperUp("always-double"), notAll(r), x.paperBackwards("always-below-bottom"))
	case r.model == training.Linear:
		return phrase.List(x.paperUp("always-linear-load"), x.paperBackwards("always-below"))
	case r.model == training.TwoForTwo:
		return phrase.List(x.paperUp("always-two-for-two", "more", addition(r.do, 2*r.step)), x.paperBackwards("always-below"))
	case r.model == training.LastSet:
		return phrase.List(phrase.New("next-last-set", "top", number(r.do, x.state().Last), "then", x.paperLoad()), x.paperBackwards("always-below"))
	case r.model == training.Staged:
		list := x.stagesRule()
		list[0] = phrase.New("next-stages-each", "then", x.paperLoad())
		return list
	}
	return x.rule()
}

// notAll says what to do while not all sets have reached the top of a range. It is a sentence of its own: exercises share it that go on to
// different loads.
func notAll(r *rung) phrase.Phrase {
	return phrase.New("always-not-all", "more", addition(r.do, max(r.step, 1)))
}

// paperNext is the first sentence of [place.paperRule] with the numbers and the next exercise of the rung itself, for the place beside its
// name. It is empty where that sentence speaks of no range.
func (x *place) paperNext() phrase.Phrase {
	r := x.rung()
	if x.lift.maintain || r.max != nil || len(r.do.Parts) != 1 || !r.do.Ranged() {
		return phrase.Phrase{}
	}
	top, low := number(r.do, r.do.First().High), number(r.do, r.do.First().Low)
	switch {
	case r.model == training.Climb && len(x.lift.rungs) > 1:
		if next := x.nextName(); !next.IsZero() {
			return phrase.New("always-beside-climb", "top", top, "next", next)
		}
	case r.model == training.Double && x.room.harder() && !x.helped():
		return x.paperUp("always-beside-double", "top", top, "low", low)
	}
	return phrase.Phrase{}
}

// paperStep returns the step from any load to the next one, where the coach gave one and the weights that exist follow it; else zero.
func (x *place) paperStep() quantity.Load {
	if x.state().Rung == 0 && x.room.even {
		return x.lift.row().Step.Load
	}
	return quantity.Load{}
}

// paperLoad says which load comes next, from whatever load.
func (x *place) paperLoad() phrase.Phrase {
	if step := x.paperStep(); !step.IsZero() {
		return phrase.New("next-step-up", "step", phrase.Step(step))
	}
	return phrase.New("next-weight-up")
}

// paperUp says how much heavier the next load is, where it is always as much.
func (x *place) paperUp(code string, pairs ...any) phrase.Phrase {
	if step := x.paperStep(); !step.IsZero() {
		return phrase.New(code+"-step", append(pairs, "step", phrase.Step(step))...)
	}
	return phrase.New(code, pairs...)
}

func (x *place) paperBackwards(code string) phrase.Phrase {
	if e, n := x.back(); x.room.easier && e != nil && e.Off == 0 && n == 2 {
		return phrase.New(code)
	}
	return x.backwards()
}

func (x *place) paperDown() phrase.Phrase {
	if x.lift.easier == nil && len(x.lift.rungs) == 1 {
		return phrase.Phrase{}
	}
	return phrase.New("always-below-bottom")
}

// nextName names the rung above, and what is done on it; it is empty where there is none.
func (x *place) nextName() phrase.Phrase {
	next := x.above()
	if next == nil || x.rung().model != training.Climb {
		return phrase.Phrase{}
	}
	do := next.do
	do.PerSide = do.PerSide || next.exercise.PerSide
	return phrase.New("always-next", "exercise", next.exercise, "do", do)
}
