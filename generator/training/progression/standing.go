package progression

// standing says what [track.rule] says in words that hold for every session of the exercise. Paper was printed weeks ago: a runner
// who is ahead of the projection or behind it stands at another weight, but still at the top or the bottom of the same range. And
// lifts that grow in the same way share one sentence.
func (t *track) standing(s state, m move) string {
	r := &t.rungs[s.rung]
	if m == eased || m == tapered || t.maintain {
		return t.rule(s, m)
	}
	_, heavier := r.loads.above(s.steps)
	switch {
	case r.model == climb:
		return t.behind(t.say("always-climb", "more", t.more(r.do, r.step)), t.standingDown())
	case !r.exercise.Loaded() && r.model == linear:
		return t.say("always-linear", "more", t.more(r.do, r.step), "top", t.lexicon.amount(r.do, r.do.High))
	case !heavier:
	case r.model == double:
		return t.behind(t.say("always-double"), t.standingBackwards(s, "always-below-bottom"))
	case r.model == linear:
		return t.behind(t.say("always-linear-load"), t.standingBackwards(s, "always-below"))
	case r.model == twoForTwo:
		return t.behind(t.say("always-two-for-two"), t.standingBackwards(s, "always-below"))
	}
	return t.rule(s, m)
}

func (t *track) standingBackwards(s state, name string) string {
	if t.rungs[s.rung].loads.hasBelow(s.steps) {
		return t.say(name)
	}
	return t.backwards(s)
}

func (t *track) standingDown() string {
	if t.easier == nil && len(t.rungs) == 1 {
		return ""
	}
	return t.say("always-rung-down")
}

// nextName names the rung above, and where it begins; it is empty where there is none.
func (t *track) nextName(s state) string {
	if t.rungs[s.rung].model != climb || s.rung+1 == len(t.rungs) {
		return ""
	}
	next := &t.rungs[s.rung+1]
	return t.say("always-next", "exercise", next.exercise.Name, "start", t.lexicon.amount(next.do, next.do.Low))
}
