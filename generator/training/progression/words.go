package progression

import (
	"fmt"

	"github.com/legpress/legpress/generator/training/quantity"
)

// Lexicon returns a sentence of the pages' language by its name, with the values of pairs filled in. The names are those of the
// theme's words that begin with next-, always-, why-, until- and days-.
type Lexicon func(name string, pairs ...any) string

// Say returns a sentence; nothing where there is no lexicon.
func (l Lexicon) Say(name string, pairs ...any) string {
	if l == nil {
		return ""
	}
	return l(name, pairs...)
}

// Counted returns the sentence for a number of things.
func (l Lexicon) Counted(name string, n int, pairs ...any) string {
	if n == 1 {
		return l.Say(name+"-one", append(pairs, "n", n)...)
	}
	return l.Say(name+"-many", append(pairs, "n", n)...)
}

// untilSentence says when to end a set.
func (l Lexicon) untilSentence(reserve int) string {
	if reserve <= 0 {
		return l.Say("until-form-goes")
	}
	return l.Counted("until-reserve", reserve)
}

// amount writes repetitions as "12" and seconds as "30 s".
func (l Lexicon) amount(do quantity.Prescription, n int) string {
	if do.Unit == quantity.Repetitions {
		return fmt.Sprint(n)
	}
	return l.Say(string(do.Unit), "n", n)
}

// kind ends the name of a sentence that is another one for seconds than for repetitions.
func kind(do quantity.Prescription) string {
	return "-" + string(do.Unit)
}

// rule says what to do next, depending on what happened. It fits a narrow cell.
func (t *track) rule(s state, m move) string {
	switch {
	case m == eased:
		return t.say("next-easy")
	case m == tapered:
		return t.say("next-taper")
	case t.maintain:
		return t.say("next-maintain")
	}
	r := &t.rungs[s.rung]
	switch r.model {
	case double:
		return t.behind(t.say("next-double", "top", r.do.High, "then", t.nextLoad(s, true)), t.backwards(s))
	case climb:
		return t.behind(t.say("next-climb"+kind(r.do), "top", r.do.High, "then", t.nextRung(s), "more", t.more(r.do, r.step)), t.backwards(s))
	case linear:
		return t.linearRule(s)
	case twoForTwo:
		return t.behind(t.say("next-two-for-two", "top", s.amount+2, "then", t.nextLoad(s, false)), t.backwards(s))
	case wave:
		return t.waveRule(s)
	}
	return t.say("next-same")
}

// behind puts a second sentence behind the first, if there is one.
func (t *track) behind(first, second string) string {
	if second == "" {
		return first
	}
	return first + " " + second
}

func (t *track) linearRule(s state) string {
	r := &t.rungs[s.rung]
	if r.exercise.Loaded() {
		return t.behind(t.say("next-linear-load", "top", s.amount, "then", t.nextLoad(s, false)), t.backwards(s))
	}
	after, m := t.longer(s)
	if m == topAmount {
		return t.say("next-linear-top"+kind(r.do), "top", s.amount)
	}
	return t.say("next-linear"+kind(r.do), "top", s.amount, "after", after.amount)
}

func (t *track) waveRule(s state) string {
	weeks := len(t.row.Wave)
	first := s.times - s.times%weeks
	if t.waveState(first+weeks).steps == t.waveState(first).steps {
		return t.say("next-wave-same")
	}
	return t.say("next-wave")
}

// nextLoad says which load comes next, where to begin with it if it begins anew, or what to do where there is none.
func (t *track) nextLoad(s state, anew bool) string {
	r := &t.rungs[s.rung]
	start := ""
	if anew {
		start = "-start"
	}
	next, ok := r.loads.above(s.steps)
	switch {
	case r.loads.chosen():
		return t.say("next-weight-up"+start, "start", r.do.Low)
	case ok:
		return t.say("next-weight"+start, "weight", next, "start", r.do.Low)
	case t.harder != nil:
		return t.say("next-no-weight-harder", "exercise", t.harder.Name)
	}
	return t.say("next-no-weight")
}

// nextRung says which exercise comes next, or what to do at the ladder's end.
func (t *track) nextRung(s state) string {
	if s.rung+1 == len(t.rungs) {
		return t.say("next-last-rung")
	}
	next := &t.rungs[s.rung+1]
	if next.exercise.Loaded() {
		return t.say("next-rung-load", "exercise", next.exercise.Name, "start", next.do.Low)
	}
	return t.say("next-rung", "exercise", next.exercise.Name, "start", t.lexicon.amount(next.do, next.do.Low))
}

// backwards says when to go back; it is empty where there is nothing to go back to.
func (t *track) backwards(s state) string {
	r := &t.rungs[s.rung]
	bottom := t.lexicon.amount(r.do, r.do.Low)
	loaded := r.exercise.Loaded()
	switch {
	case loaded && r.loads.hasBelow(s.steps):
		return t.say("next-weight-down", "bottom", bottom)
	case s.rung > 0:
		return t.say("next-rung-down", "bottom", bottom, "exercise", t.rungs[s.rung-1].exercise.Name)
	case t.easier != nil:
		return t.say("next-easier", "bottom", bottom, "exercise", t.easier.Name)
	}
	return ""
}

// more writes what is added, within a sentence: "one repetition", "2 repetitions", "5 s".
func (t *track) more(do quantity.Prescription, n int) string {
	if do.Unit == quantity.Repetitions {
		return t.lexicon.Counted("next-more", n)
	}
	return t.lexicon.amount(do, n)
}

// why says why the target is what it is.
func (t *track) why(s state, m move, target *Target) string {
	switch m {
	case started:
		return t.whyStart(target)
	case eased:
		return t.whyEasy(target)
	case tapered:
		return t.whyTaper(target)
	case more:
		return t.whyMore(target.Prescription, s.amount-t.state.amount)
	case heavier:
		return t.whyHeavier(target)
	case climbed:
		below := t.do(t.state)
		return t.say("why-climbed"+kind(below), "top", below.High, "exercise", target.Exercise.Name)
	case topLoad:
		return t.say("why-top-load")
	case topAmount:
		return t.say("why-top-amount")
	case topRung:
		return t.say("why-top-rung")
	case confirmed:
		return t.say("why-confirmed")
	case waved:
		return t.whyWave(s)
	}
	return t.say("why-same" + t.since())
}

// since ends the name of a sentence that compares with the row's last full session: before an easy week or a taper, or just before.
func (t *track) since() string {
	if t.eased {
		return "-as-before"
	}
	return "-as-last-time"
}

func (t *track) whyMore(do quantity.Prescription, n int) string {
	if do.Unit == quantity.Repetitions {
		return t.lexicon.Counted("why-more"+t.since(), n)
	}
	return t.say("why-more"+kind(do)+t.since(), "n", n)
}

func (t *track) whyStart(target *Target) string {
	r := &t.rungs[0]
	switch {
	case t.carriesOn && r.loads.chosen():
		return t.say("why-start-carried-own")
	case t.carriesOn:
		return t.say("why-start-carried", "weight", target.Load)
	case t.climbedBefore:
		return t.say("why-start-carried-rung")
	case target.Loaded && r.loads.chosen():
		return t.startChosen(target.Amount)
	case target.Loaded && t.firstPhase && t.reserve <= 0:
		return t.say("why-start-weight")
	case target.Loaded && t.firstPhase:
		return t.lexicon.Counted("why-start-weight", t.reserve)
	case target.Loaded:
		return t.say("why-start-phase")
	case target.Prescription.Low < target.Prescription.High:
		return t.say("why-start-bottom")
	}
	return t.say("why-start-number")
}

// startChosen describes the weight that the runner has to find.
func (t *track) startChosen(reps int) string {
	if t.reserve <= 0 {
		return t.say("why-start-choose", "reps", reps)
	}
	return t.lexicon.Counted("why-start-choose", t.reserve, "reps", reps)
}

func (t *track) whyEasy(target *Target) string {
	name := "why-easy"
	if target.Loaded {
		name += "-load"
	}
	if target.Sets == target.Prescription.Sets {
		name += "-bottom"
	}
	return t.say(name)
}

func (t *track) whyTaper(target *Target) string {
	name := "why-taper"
	if target.Loaded {
		name += "-load"
	}
	if target.Sets < target.Prescription.Sets {
		name += "-half"
	}
	return t.say(name)
}

func (t *track) whyHeavier(target *Target) string {
	name, top := "why-heavier", t.state.amount
	if t.rungs[t.state.rung].model == twoForTwo {
		name, top = "why-heavier-twice", t.state.amount+2
	}
	switch {
	case target.Load.IsZero():
		return t.say(name+"-own", "top", top)
	case len(t.rungs[0].loads.exist) > 0:
		return t.say(name+"-exists", "top", top, "weight", target.Load)
	}
	return t.say(name, "top", top, "weight", target.Load)
}

func (t *track) whyWave(s state) string {
	weeks := len(t.row.Wave)
	i := s.times % weeks
	switch {
	case i == 0 && t.waveState(s.times-weeks).steps == s.steps:
		return t.say("why-wave-same")
	case i == 0:
		return t.say("why-wave-new")
	case i == weeks-1:
		return t.say("why-wave-light")
	case s.steps > t.state.steps:
		return t.say("why-wave-heavier", "n", i+1)
	}
	return t.say("why-wave-week", "n", i+1)
}
