package progression

import (
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/quantity"
)

// why says why the target is what it is.
func (t *track) why(s state, m move, target *Target) phrase.Phrase {
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
		return phrase.New("why-climbed"+kind(below), "top", below.First().High, "exercise", target.Exercise)
	case topLoad:
		return phrase.New("why-top-load")
	case topAmount:
		return phrase.New("why-top-amount")
	case topRung:
		return phrase.New("why-top-rung")
	case confirmed:
		return phrase.New("why-confirmed")
	case waved:
		return t.whyWave(s)
	}
	return phrase.New("why-same" + t.since())
}

// since ends the name of a sentence that compares with the row's last full session: before an easy week or a taper, or just before.
func (t *track) since() string {
	if t.afterLight {
		return "-as-before"
	}
	return "-as-last-time"
}

func (t *track) whyMore(do quantity.Prescription, n int) phrase.Phrase {
	if do.Unit == quantity.Repetitions {
		return phrase.Counted("why-more"+t.since(), n)
	}
	return phrase.New("why-more"+kind(do)+t.since(), "n", n)
}

func (t *track) whyStart(target *Target) phrase.Phrase {
	r := &t.rungs[0]
	switch {
	case t.carriesOn && r.loads.chosen():
		return phrase.New("why-start-carried-own")
	case t.carriesOn:
		return phrase.New("why-start-carried", "weight", target.Load)
	case t.climbedBefore:
		return phrase.New("why-start-carried-rung")
	case target.Loaded && r.loads.chosen():
		return t.startChosen(target.Most())
	case target.Loaded && t.firstPhase && t.reserve <= 0:
		return phrase.New("why-start-weight")
	case target.Loaded && t.firstPhase:
		return phrase.Counted("why-start-weight", t.reserve)
	case target.Loaded:
		return phrase.New("why-start-phase")
	case target.Prescription.Ranged():
		return phrase.New("why-start-bottom")
	}
	return phrase.New("why-start-number")
}

// startChosen describes the weight that the runner has to find.
func (t *track) startChosen(reps int) phrase.Phrase {
	if t.reserve <= 0 {
		return phrase.New("why-start-choose", "reps", reps)
	}
	return phrase.Counted("why-start-choose", t.reserve, "reps", reps)
}

func (t *track) whyEasy(target *Target) phrase.Phrase {
	name := "why-easy"
	if target.Loaded {
		name += "-load"
	}
	if target.Count() == target.Prescription.Sets() {
		name += "-bottom"
	}
	return phrase.New(name)
}

func (t *track) whyTaper(target *Target) phrase.Phrase {
	name := "why-taper"
	if target.Loaded {
		name += "-load"
	}
	if target.Count() < target.Prescription.Sets() {
		name += "-half"
	}
	return phrase.New(name)
}

func (t *track) whyHeavier(target *Target) phrase.Phrase {
	name, top := "why-heavier", t.state.amount
	if t.rungs[t.state.rung].model == twoForTwo {
		name, top = "why-heavier-twice", t.state.amount+2
	}
	switch {
	case target.Load.IsZero():
		return phrase.New(name+"-own", "top", top)
	case len(t.rungs[0].loads.exist) > 0:
		return phrase.New(name+"-exists", "top", top, "weight", target.Load)
	}
	return phrase.New(name, "top", top, "weight", target.Load)
}

func (t *track) whyWave(s state) phrase.Phrase {
	weeks := len(t.row.Wave)
	i := s.times % weeks
	switch {
	case i == 0 && t.waveState(s.times-weeks).steps == s.steps:
		return phrase.New("why-wave-same")
	case i == 0:
		return phrase.New("why-wave-new")
	case i == weeks-1:
		return phrase.New("why-wave-light")
	case s.steps > t.state.steps:
		return phrase.New("why-wave-heavier", "n", i+1)
	}
	return phrase.New("why-wave-week", "n", i+1)
}
