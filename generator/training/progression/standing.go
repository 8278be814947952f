package progression

import (
	"fmt"

	"github.com/legpress/legpress/generator/training"
)

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
		return t.standingClimb(r)
	case r.exercise.Measure != training.MeasureLoad && r.model == linear:
		return fmt.Sprintf("If all sets reach the number: next time %s more, up to %s. If not: the same again.", counted(r.do, r.step), amount(r.do, r.do.High))
	case !heavier:
	case r.model == double:
		return "If all sets reach the top number: next time one weight up, start at the bottom number. If not: same weight, one more repetition where you can." + t.standingBackwards(s, "the bottom number")
	case r.model == linear:
		return "If all sets reach the number: next time one weight up. If not: the same again." + t.standingBackwards(s, "the number")
	case r.model == twoForTwo:
		return "If the last set has two repetitions more than asked, in two sessions running: next time one weight up. If not: same weight." + t.standingBackwards(s, "the number")
	}
	return t.rule(s, m)
}

func (t *track) standingBackwards(s state, number string) string {
	if t.backwards(s) == "" || !t.rungs[s.rung].loads.hasBelow(s.steps) {
		return t.backwards(s)
	}
	return fmt.Sprintf(" Twice below %s: one weight down.", number)
}

func (t *track) standingClimb(r *rung) string {
	rule := fmt.Sprintf("If all sets reach the top number: next time the next exercise, from its bottom number; on the last step of the ladder stay there. If not: %s more where you can.", counted(r.do, r.step))
	if t.easier == nil && len(t.rungs) == 1 {
		return rule
	}
	return rule + " Twice below the bottom number: one exercise back."
}

// nextName names the rung above, and where it begins; it is empty where there is none.
func (t *track) nextName(s state) string {
	if t.rungs[s.rung].model != climb || s.rung+1 == len(t.rungs) {
		return ""
	}
	next := &t.rungs[s.rung+1]
	return fmt.Sprintf("%s from %s", next.exercise.Name, amount(next.do, next.do.Low))
}
