package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training/quantity"
)

// bigOpening reports a lift that begins a phase, or a new rung, with much more than anything before it asked for. A smaller step can be
// taken there: the phase before can lead further, in repetitions if there is no weight between.
func (l *look) bigOpening(o opening) {
	before, after, now := o.earlier, "", o.needsAlone()
	hint := l.nearer
	if !before.known() {
		most, judged := l.first(o.Row, o.Exercise, o.asked())
		if before = o.below; !before.known() || !judged || o.asked().Grams() <= most.load.Grams() {
			return // somebody may begin with it who has never done the like
		}
		after = before.exercise.InSentence() + " with "
		hint = func(opening, record, strength) string { return l.lighter(o.performance, most.load) }
	}
	if !l.isLargeOpening(o, before, now) {
		return
	}
	l.add("", l.problem(l.openingSeverity(before.most, now), cmp.Or(o.Row.StartPos, l.doPos(o.Target)),
		"in week %d, %s begins with %s, %d %% more than any week before asked for: %s%s.", o.week.Number, o.Exercise.InSentence(), o.setWith(now),
		percentMore(before.most.thirtieths, now.thirtieths), after, before.of.setWith(before.most)).WithHint("%s", hint(o, before, now)))
}

// isLargeOpening reports whether an opening needs much more than what is known from before. It does not where it is the next weight that there
// is, to which the repetitions of the one before it led.
func (l *look) isLargeOpening(o opening, before record, now strength) bool {
	if !before.most.isFar(now, largeStep) {
		return false
	}
	counted := o.Prescription.Unit == quantity.Repetitions && before.of.Prescription.Unit == quantity.Repetitions
	bridged := counted && before.exercise == o.Exercise && !before.most.isFar(now, hugeStep) && !l.skips(o.Row, o.Exercise, before.most.load, now.load) &&
		l.bridges(o.performance, before.most.load, now.load, now.amount, before.most.amount)
	return !bridged
}

// openingSeverity returns what the step to an opening is. Those who have lifted before may have found more than their plan asked for.
func (l *look) openingSeverity(before, now strength) diag.Severity {
	far := before.isFar(now, hugeStep)
	switch {
	case l.novice() && far:
		return diag.Error
	case l.novice(), far:
		return diag.Warning
	}
	return diag.Note
}

// setWith writes a set: "8 repetitions with 2 × 8 kg".
func (x performance) setWith(s strength) string {
	if x.Row.BodyShare > 0 && s.load.IsZero() {
		return fmt.Sprintf("%s with %s", x.Prescription.Unit.Text(s.amount), x.writeAsked())
	}
	return fmt.Sprintf("%s with %s", x.Prescription.Unit.Text(s.amount), inHands(x.Exercise, s.load))
}

// nearer proposes the heaviest weight that is no large step.
func (l *look) nearer(o opening, before record, now strength) string {
	best := quantity.Load{}
	for _, w := range slices.Concat(l.in.WeightsFor(o.Row, o.Exercise)...) {
		step := strength{now.thirtieths / max(o.held(now.load), 1) * o.held(w), w, now.amount}
		if w.Unit == now.load.Unit && o.lifted(w) > o.lifted(best) && !l.isLargeOpening(o, before, step) {
			best = w
		}
	}
	if best.IsZero() || o.Row.Start.IsZero() {
		return "Begin lighter or with fewer repetitions, or let the weeks before lead further."
	}
	return fmt.Sprintf("Write start = %q.", best)
}
