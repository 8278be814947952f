package rules

import (
	"cmp"
	"maps"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Jumps (house rules; Beattie 2017: a low volume).
const (
	weeksBeforeJumps  = 4 // of training the legs, for those to whom lifting is new
	firstJumpWeeks    = 4 // counted from the first one with a jump
	mostFirstLandings = 40
	mostLandings      = 60
	lowestRungs       = 2 // of a ladder of jumps, on which one may begin
)

func jumps(x performance) bool { return x.Exercise.Lands() }

// jumpsAtAll reports whether a plan has jumps or tests of them.
func (l *look) jumpsAtAll() bool {
	return l.some(jumps) || slices.ContainsFunc(l.p.Tests, testsJump)
}

func testsJump(t progression.Test) bool { return t.Exercise != nil && t.Exercise.Lands() }

// oneLegged reports whether the landings of a target are on one leg: its sides are done by themselves, or it goes over a distance, from
// one leg to the other.
func oneLegged(t *progression.Target) bool {
	return t.PerSide || t.Prescription.Steps || t.Prescription.Unit == quantity.Metres
}

// jumpHistory is what was done before a week, and in it so far.
type jumpHistory struct {
	trained int                  // earlier weeks that trained the legs with something else than jumps
	jumped  int                  // weeks with a jump, this one included
	earlier []*training.Exercise // the jumps of earlier weeks, each once
	both    bool                 // one of them was on both legs

	week *progression.Week
	now  []performance // its jumps
	legs bool          // it trains the legs
}

// take moves on to a target.
func (h *jumpHistory) take(x performance) {
	if h.week != x.week {
		h.endWeek()
		h.week = x.week
	}
	switch {
	case jumps(x) && len(h.now) == 0:
		h.jumped++
		h.now = append(h.now, x)
	case jumps(x):
		h.now = append(h.now, x)
	case x.Exercise.Pattern.Facts().LowerBody == training.Yes:
		h.legs = true
	}
}

func (h *jumpHistory) endWeek() {
	if h.legs {
		h.trained++
	}
	for _, x := range h.now {
		h.both = h.both || !oneLegged(x.Target)
		if !slices.Contains(h.earlier, x.Exercise) {
			h.earlier = append(h.earlier, x.Exercise)
		}
	}
	h.now, h.legs = nil, false
}

func (l *look) firstJumps() {
	isNew := l.in.Runner.Lifts.Facts().JumpsNew == training.Yes
	l.earlyTests()
	h := jumpHistory{}
	for x := range l.all() {
		if h.take(x); !jumps(x) {
			continue
		}
		if isNew {
			l.beginsLow(x, &h)
			l.secondKind(x)
		}
		l.landingsIn(x, isNew && h.jumped <= firstJumpWeeks)
		l.jumpAfterLift(x, isNew)
	}
}

// earlyTests reports tests of jumps before the legs are ready for them.
func (l *look) earlyTests() {
	i := slices.IndexFunc(l.p.Weeks, func(w progression.Week) bool { return w.Tests })
	if !l.novice() || i < 0 || l.p.Weeks[i].Number > weeksBeforeJumps {
		return
	}
	for _, t := range l.p.Tests {
		if testsJump(t) {
			l.add("test", l.warningf(cmp.Or(t.Test.Exercise.Pos, t.Pos), "the test of %s stands in week %d, before the legs of a beginner are ready for it.", t.Exercise.InSentence(), l.p.Weeks[i].Number).
				WithHint("Test jumps in week %d or later.", weeksBeforeJumps+1))
		}
	}
}

// beginsLow holds a jump against what was done before: the legs are trained first, and then come two legs before one, and low jumps before
// high ones.
func (l *look) beginsLow(x performance, h *jumpHistory) {
	pos, name := exercisePos(x.Target), x.Exercise.InSentence()
	if l.novice() && h.trained < weeksBeforeJumps {
		l.add("early", l.warningf(pos, "%s stands in week %d, before the legs of a beginner are ready for it.", name, x.week.Number).
			WithHint("Train the legs for %d weeks before the first jump.", weeksBeforeJumps))
	}
	if h.jumped > firstJumpWeeks {
		return
	}
	below := l.jumpsBelow(x.Exercise)
	easier := slices.IndexFunc(below, l.plans)
	switch done := func(e *training.Exercise) bool { return slices.Contains(h.earlier, e) }; {
	case oneLegged(x.Target) && !h.both:
		l.add("one leg", l.warningf(pos, "%s is on one leg, and no week with jumps on two legs comes before week %d.", name, x.week.Number).
			WithHint("%s", l.beginWith(x)))
	case slices.ContainsFunc(below, done):
	case easier >= 0:
		l.add("order", l.warningf(pos, "%s stands in week %d, and no week with %s comes before it, though that is easier.", name, x.week.Number, below[easier].InSentence()).
			WithHint("Begin with %s, and go on to %s in a later week.", below[easier].InSentence(), name))
	case len(below) >= lowestRungs:
		l.add("order", l.warningf(pos, "%s is the first jump, though %s and %s are easier.", name, below[0].InSentence(), below[1].InSentence()).
			WithHint("%s", l.beginWith(x)))
	}
}

// plans reports whether the plan asks for an exercise.
func (l *look) plans(e *training.Exercise) bool {
	return l.some(func(x performance) bool { return x.Exercise == e })
}

// jumpsBelow returns the jumps below one on its ladder, the nearest first.
func (l *look) jumpsBelow(e *training.Exercise) []*training.Exercise {
	var below []*training.Exercise
	for e = l.in.Exercises[e.Easier.ID]; e != nil && e.Lands() && !slices.Contains(below, e); e = l.in.Exercises[e.Easier.ID] {
		below = append(below, e)
	}
	return below
}

// beginWith proposes a jump on two legs that nothing is easier than: of the ladder, or else of the site.
func (l *look) beginWith(x performance) string {
	low := l.jumpsBelow(x.Exercise)
	slices.Reverse(low)
	for _, id := range slices.Sorted(maps.Keys(l.in.Exercises)) {
		if e := l.in.Exercises[id]; e != nil && e.Lands() && len(l.jumpsBelow(e)) == 0 {
			low = append(low, e)
		}
	}
	i := slices.IndexFunc(low, func(e *training.Exercise) bool {
		return !e.PerSide && e.Measure != training.MeasureMetres && e.Name != ""
	})
	if i < 0 {
		return "Begin with small jumps on the spot, on two legs."
	}
	return "Begin with " + low[i].InSentence() + ", on two legs."
}

// secondKind reports a session with another kind of jump.
func (l *look) secondKind(x performance) {
	for i := range x.session.Targets {
		switch t := &x.session.Targets[i]; {
		case t == x.Target:
			return
		case t.Exercise.Lands():
			l.add("kinds", l.warningf(exercisePos(x.Target), "session %s has a second kind of jump, %s.", x.session.Name, x.Exercise.InSentence()).
				WithHint("One is enough: leave this one out, or put it into another session."))
			return
		}
	}
}

// landingsIn reports too many landings in a session, at the jump that makes them too many.
func (l *look) landingsIn(x performance, first bool) {
	before := 0
	for i := range x.session.Targets {
		t := &x.session.Targets[i]
		if t == x.Target {
			break
		}
		if t.Exercise.Lands() {
			before += landingsOf(t)
		}
	}
	most, when := mostLandings, ""
	if first {
		most, when = mostFirstLandings, " in the first weeks with jumps"
	}
	if n := before + landingsOf(x.Target); before <= most && n > most {
		l.add("landings", l.warningf(exercisePos(x.Target), "session %s has %d landings in week %d; %d are the most%s.", x.session.Name, n, x.week.Number, most, when).
			WithHint("Three sets of one kind of jump are enough."))
	}
}

// jumpAfterLift reports a jump that comes when a lift has tired the legs, or in turn with one. Those who have lifted for years may jump in
// turn with a lift.
func (l *look) jumpAfterLift(x performance, isNew bool) {
	tires := func(t progression.Target) bool { return isLift(&t) && t.Exercise.TiresLegs() }
	block, place := x.block()
	from := 0 // of the block, in the session
	for from < len(x.session.Targets)-1 && &x.session.Targets[from] != &block[0] {
		from++
	}
	pos, name, hint := exercisePos(x.Target), x.Exercise.InSentence(), "Put it before the lifts."
	if i := slices.IndexFunc(x.session.Targets[:from], tires); i >= 0 {
		l.add("after", l.warningf(pos, "%s comes after %s, when the legs are tired.", name, x.session.Targets[i].Exercise.InSentence()).WithHint("%s", hint))
		return
	}
	if i := slices.IndexFunc(block, tires); isNew && i >= 0 && (i < place || block.Rounds() > 1) {
		l.add("after", l.warningf(pos, "%s is done in turn with %s, when the legs are tired.", name, block[i].Exercise.InSentence()).WithHint("%s", hint))
	}
}

// How many landings there are in what is not counted in repetitions (house rules): by the clock one each two seconds, over a distance two in
// three metres.
const (
	secondsALanding     = 2
	landingsInMetres    = 2
	metresOfTheLandings = 3
)

// landingsOf counts the landings of a target, those of both sides, each once.
func landingsOf(t *progression.Target) int {
	n := t.Volume()
	switch t.Prescription.Unit {
	case quantity.Seconds:
		n = (n + secondsALanding - 1) / secondsALanding
	case quantity.Metres:
		n = (n*landingsInMetres + metresOfTheLandings - 1) / metresOfTheLandings
	}
	if t.PerSide {
		n *= 2
	}
	return n
}
