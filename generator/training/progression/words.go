package progression

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// stopSentence says when to end a set.
func stopSentence(reserve int) string {
	switch {
	case reserve <= 0:
		return "Stop each set before your form goes."
	case reserve == 1:
		return "Stop each set while 1 good repetition is left."
	}
	return fmt.Sprintf("Stop each set while %d good repetitions are left.", reserve)
}

// rule says what to do next, depending on what happened. It fits a narrow cell.
func (t *track) rule(s state, m move) string {
	switch {
	case m == eased:
		return "No more than this, even if it feels light. After the easy week the plan goes on."
	case m == tapered:
		return "No more than this, even if it feels light. Keep it for the race."
	case t.maintain:
		return "The same every time: running comes first now. If a run suffers, leave out a set."
	}
	r := &t.rungs[s.rung]
	switch r.model {
	case double:
		return fmt.Sprintf("If all sets reach %d: %s If not: same weight, one more repetition where you can.%s",
			r.do.High, t.nextLoad(s, fmt.Sprintf(", start at %d", r.do.Low)), t.backwards(s))
	case climb:
		return fmt.Sprintf("If all sets %s: %s If not: %s more where you can.%s",
			reach(r.do, r.do.High), t.nextRung(s), counted(r.do, r.step), t.backwards(s))
	case linear:
		return t.linearRule(s)
	case twoForTwo:
		return fmt.Sprintf("If the last set reaches %d in two sessions running: %s If not: same weight.%s",
			s.amount+2, t.nextLoad(s, ""), t.backwards(s))
	case wave:
		return t.waveRule(s)
	}
	return "The same every time: make it cleaner, not more."
}

func (t *track) linearRule(s state) string {
	r := &t.rungs[s.rung]
	if r.exercise.Measure == training.MeasureLoad {
		return fmt.Sprintf("If all sets reach %d: %s If not: the same again.%s", s.amount, t.nextLoad(s, ""), t.backwards(s))
	}
	after, m := t.longer(s)
	if m == topAmount {
		return fmt.Sprintf("If all sets %s: stay there, it is the top of the range.", reach(r.do, s.amount))
	}
	return fmt.Sprintf("If all sets %s: next time %s. If not: the same again.", reach(r.do, s.amount), amount(r.do, after.amount))
}

func (t *track) waveRule(s state) string {
	weeks := len(t.row.Wave)
	first := s.times - s.times%weeks
	if t.waveState(first+weeks).steps == t.waveState(first).steps {
		return "The next wave is the same: no heavier weight is left."
	}
	return "If every set of this wave reaches its number: the next wave is one weight heavier. If not: the same wave again."
}

// nextLoad says which load comes next, with what else changes then, or what to do where there is none.
func (t *track) nextLoad(s state, then string) string {
	r := &t.rungs[s.rung]
	next, ok := r.loads.above(s.steps)
	switch {
	case r.loads.chosen():
		return fmt.Sprintf("next time one weight up%s.", then)
	case ok:
		return fmt.Sprintf("next time %s%s.", next, then)
	case t.harder != nil:
		return fmt.Sprintf("no heavier weight is left, go on with %s.", t.harder.Name)
	}
	return "no heavier weight is left, add a repetition or lower it more slowly."
}

// nextRung says which exercise comes next, or what to do at the ladder's end.
func (t *track) nextRung(s state) string {
	if s.rung+1 == len(t.rungs) {
		return "stay there, it is the last step of the ladder."
	}
	next := &t.rungs[s.rung+1]
	if next.exercise.Measure == training.MeasureLoad {
		return fmt.Sprintf("next time %s with a weight that you choose, start at %d.", next.exercise.Name, next.do.Low)
	}
	return fmt.Sprintf("next time %s, start at %s.", next.exercise.Name, amount(next.do, next.do.Low))
}

// backwards says when to go back, after a blank; it is empty where there is nothing to go back to.
func (t *track) backwards(s state) string {
	r := &t.rungs[s.rung]
	loaded := r.exercise.Measure == training.MeasureLoad
	switch {
	case loaded && r.loads.hasBelow(s.steps):
		return fmt.Sprintf(" Twice below %d: one weight down.", r.do.Low)
	case s.rung > 0:
		return fmt.Sprintf(" Twice below %s: back to %s.", amount(r.do, r.do.Low), t.rungs[s.rung-1].exercise.Name)
	case t.easier != nil:
		return fmt.Sprintf(" Twice below %s: %s instead.", amount(r.do, r.do.Low), t.easier.Name)
	}
	return ""
}

// why says why the target is what it is.
func (t *track) why(s state, m move, target *Target) string {
	switch m {
	case started:
		return t.whyStart(target)
	case eased:
		return whyEasy(target)
	case tapered:
		return whyTaper(target)
	case more:
		return fmt.Sprintf("%s more than %s.", capital(counted(target.Do, s.amount-t.state.amount)), t.lastTime())
	case heavier:
		return t.whyHeavier(target)
	case climbed:
		below := t.do(t.state)
		return fmt.Sprintf("All sets %s, so the next exercise: %s.", reached(below, below.High), target.Exercise.Name)
	case topLoad:
		return "No heavier weight is left: the same again."
	case topAmount:
		return "The top of the range: the same again."
	case topRung:
		return "The top of the ladder's last step: the same again."
	case confirmed:
		return "The same weight again: it counts when it works twice."
	case waved:
		return t.whyWave(s)
	}
	return "The same as " + t.lastTime() + "."
}

func (t *track) whyStart(target *Target) string {
	r := &t.rungs[0]
	switch {
	case t.carriesOn && r.loads.chosen():
		return "Goes on with your weight of the phase before."
	case t.carriesOn:
		return fmt.Sprintf("Goes on with the weight of the phase before: %s.", target.Load)
	case target.Loaded && r.loads.chosen():
		return "Start: " + chosenWeight(target.Reps, t.reserve)
	case target.Loaded && t.firstPhase:
		return "Start: " + startWeight(t.reserve)
	case target.Loaded:
		return "Start: the weight that the plan gives for this phase."
	case target.Do.Low < target.Do.High:
		return "Start: the bottom of the range."
	}
	return "Start: the number that the plan gives."
}

// startWeight describes the weight that the plan gives for the first session, so that a runner for whom it is wrong can tell.
func startWeight(reserve int) string {
	switch {
	case reserve <= 0:
		return "a weight that you can lift well."
	case reserve == 1:
		return "a weight that leaves 1 good repetition."
	}
	return fmt.Sprintf("a weight that leaves %d good repetitions.", reserve)
}

// chosenWeight describes the weight that the runner has to find.
func chosenWeight(reps, reserve int) string {
	switch {
	case reserve <= 0:
		return fmt.Sprintf("a weight that you can lift well %d times.", reps)
	case reserve == 1:
		return fmt.Sprintf("a weight that you can lift %d times with 1 good repetition left.", reps)
	}
	return fmt.Sprintf("a weight that you can lift %d times with %d good repetitions left.", reps, reserve)
}

func whyEasy(target *Target) string {
	const purpose = ", so that the work can turn into strength."
	what := "fewer sets"
	if target.Sets == target.Do.Sets {
		what = "no more than the bottom of the range"
	}
	if target.Loaded {
		what = "same weight, " + what
	}
	return "Easy week: " + what + purpose
}

func whyTaper(target *Target) string {
	what := "Taper: "
	if target.Loaded {
		what += "same weight, "
	}
	if target.Sets < target.Do.Sets {
		return what + "half the sets, so that you are fresh for the race."
	}
	return what + "no more than this, so that you are fresh for the race."
}

func (t *track) whyHeavier(target *Target) string {
	what := fmt.Sprintf("All sets reached %d", t.state.amount)
	if t.rungs[t.state.rung].model == twoForTwo {
		what = fmt.Sprintf("The last set reached %d twice", t.state.amount+2)
	}
	switch {
	case target.Load.IsZero():
		return what + ", so the next weight that you have."
	case len(t.rungs[0].loads.exist) > 0:
		return fmt.Sprintf("%s, so the next weight that exists: %s.", what, target.Load)
	}
	return fmt.Sprintf("%s, so the next weight: %s.", what, target.Load)
}

func (t *track) whyWave(s state) string {
	weeks := len(t.row.Wave)
	i := s.times % weeks
	switch {
	case i == 0 && t.waveState(s.times-weeks).steps == s.steps:
		return "A new wave with the same weights: no heavier one is left."
	case i == 0:
		return "A new wave, one weight heavier than the last."
	case i == weeks-1:
		return "The light last week of the wave, before the next one begins."
	case s.steps > t.state.steps:
		return fmt.Sprintf("Week %d of the wave: fewer repetitions, so more weight.", i+1)
	}
	return fmt.Sprintf("Week %d of the wave: the same weight.", i+1)
}

// lastTime is what the sheet's last full session of the row is called.
func (t *track) lastTime() string {
	if t.eased {
		return "before the easy week"
	}
	return "last time"
}

// amount writes repetitions as "12" and seconds as "30 s".
func amount(do quantity.Prescription, n int) string {
	if do.Hold {
		return fmt.Sprintf("%d s", n) // as prescriptions are printed
	}
	return fmt.Sprint(n)
}

// counted writes an amount with its unit: "one repetition", "2 repetitions", "5 s".
func counted(do quantity.Prescription, n int) string {
	switch {
	case do.Hold:
		return amount(do, n)
	case n == 1:
		return "one repetition"
	}
	return fmt.Sprintf("%d repetitions", n)
}

func reach(do quantity.Prescription, n int) string {
	if do.Hold {
		return "last " + amount(do, n)
	}
	return "reach " + amount(do, n)
}

func reached(do quantity.Prescription, n int) string {
	if do.Hold {
		return "lasted " + amount(do, n)
	}
	return "reached " + amount(do, n)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
