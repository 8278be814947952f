package progression

import "github.com/legpress/legpress/generator/training/phrase"

// paperRule says what [track.rule] says in words that hold for every session of the exercise. Paper was printed weeks ago: a runner
// who is ahead of the projection or behind it stands at another weight, but still at the top or the bottom of the same range. And
// lifts that grow in the same way share one sentence.
func (t *track) paperRule(s state, m move) []phrase.Phrase {
	r := &t.rungs[s.rung]
	if m == eased || m == tapered || t.maintain {
		return t.rule(s, m)
	}
	_, heavier := r.loads.above(s.steps)
	switch {
	case r.model == climb:
		return phrase.List(phrase.New("always-climb", "more", addition(r.do, r.step)), t.paperDown())
	case !r.exercise.Loaded() && r.model == linear:
		return only("always-linear", "more", addition(r.do, r.step), "top", amountOf(r.do, r.do.First().High))
	case !heavier:
	case r.model == double:
		return phrase.List(phrase.New("always-double"), t.paperBackwards(s, "always-below-bottom"))
	case r.model == linear:
		return phrase.List(phrase.New("always-linear-load"), t.paperBackwards(s, "always-below"))
	case r.model == twoForTwo:
		return phrase.List(phrase.New("always-two-for-two"), t.paperBackwards(s, "always-below"))
	}
	return t.rule(s, m)
}

func (t *track) paperBackwards(s state, name string) phrase.Phrase {
	if t.rungs[s.rung].loads.hasBelow(s.steps) {
		return phrase.New(name)
	}
	return t.backwards(s)
}

func (t *track) paperDown() phrase.Phrase {
	if t.easier == nil && len(t.rungs) == 1 {
		return phrase.Phrase{}
	}
	return phrase.New("always-rung-down")
}

// nextName names the rung above, and what is done on it; it is empty where there is none.
func (t *track) nextName(s state) phrase.Phrase {
	if t.rungs[s.rung].model != climb || s.rung+1 == len(t.rungs) {
		return phrase.Phrase{}
	}
	next := &t.rungs[s.rung+1]
	do := next.do
	do.PerSide = do.PerSide || next.exercise.PerSide
	return phrase.New("always-next", "exercise", next.exercise, "do", do)
}
