package progression

import (
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// rule says what to do next, depending on what happened. It fits a narrow cell.
func (t *track) rule(s state, m move) []phrase.Phrase {
	switch {
	case m == eased:
		return only("next-easy")
	case m == tapered:
		return only("next-taper")
	case t.maintain:
		return only("next-maintain")
	}
	r := &t.rungs[s.rung]
	switch r.model {
	case double:
		return phrase.List(phrase.New("next-double", "top", r.do.First().High, "then", t.nextLoad(s, true)), t.backwards(s))
	case climb:
		return phrase.List(phrase.New("next-climb"+kind(r.do), "top", r.do.First().High, "then", t.nextRung(s), "more", addition(r.do, r.step)), t.backwards(s))
	case linear:
		return t.linearRule(s)
	case twoForTwo:
		return phrase.List(phrase.New("next-two-for-two", "top", s.amount+2, "then", t.nextLoad(s, false)), t.backwards(s))
	case wave:
		return t.waveRule(s)
	}
	return only("next-same")
}

func (t *track) linearRule(s state) []phrase.Phrase {
	r := &t.rungs[s.rung]
	if r.exercise.Loaded() {
		return phrase.List(phrase.New("next-linear-load", "top", s.amount, "then", t.nextLoad(s, false)), t.backwards(s))
	}
	after, m := t.longer(s)
	if m == topAmount {
		return only("next-linear-top"+kind(r.do), "top", s.amount)
	}
	return only("next-linear"+kind(r.do), "top", s.amount, "after", after.amount)
}

func (t *track) waveRule(s state) []phrase.Phrase {
	weeks := len(t.row.Wave)
	first := s.times - s.times%weeks
	if t.waveState(first+weeks).steps == t.waveState(first).steps {
		return only("next-wave-same")
	}
	return only("next-wave")
}

// nextLoad says which load comes next, where to begin with it if it begins anew, or what to do where there is none.
func (t *track) nextLoad(s state, anew bool) phrase.Phrase {
	r := &t.rungs[s.rung]
	start := ""
	if anew {
		start = "-start"
	}
	next, ok := r.loads.above(s.steps)
	switch {
	case r.loads.chosen():
		return phrase.New("next-weight-up"+start, "start", r.do.First().Low)
	case ok:
		return phrase.New("next-weight"+start, "weight", next, "start", r.do.First().Low)
	case t.harder != nil:
		return phrase.New("next-no-weight-harder", "exercise", t.harder)
	}
	return phrase.New("next-no-weight")
}

// nextRung says which exercise comes next, or what to do at the ladder's end.
func (t *track) nextRung(s state) phrase.Phrase {
	if s.rung+1 == len(t.rungs) {
		return phrase.New("next-last-rung")
	}
	next := &t.rungs[s.rung+1]
	if next.exercise.Loaded() {
		return phrase.New("next-rung-load", "exercise", next.exercise, "start", next.do.First().Low)
	}
	return phrase.New("next-rung", "exercise", next.exercise, "start", amountOf(next.do, next.do.First().Low))
}

// backwards says when to go back; it is empty where there is nothing to go back to.
func (t *track) backwards(s state) phrase.Phrase {
	r := &t.rungs[s.rung]
	bottom := amountOf(r.do, r.do.First().Low)
	loaded := r.exercise.Loaded()
	switch {
	case loaded && r.loads.hasBelow(s.steps):
		return phrase.New("next-weight-down", "bottom", bottom)
	case s.rung > 0:
		return phrase.New("next-rung-down", "bottom", bottom, "exercise", t.rungs[s.rung-1].exercise)
	case t.easier != nil:
		return phrase.New("next-easier", "bottom", bottom, "exercise", t.easier)
	}
	return phrase.Phrase{}
}

// addition is what is added, within a sentence: "one repetition", "2 repetitions", "5 s".
func addition(do quantity.Prescription, n int) any {
	if do.Unit == quantity.Repetitions {
		return phrase.Counted("next-more", n)
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
