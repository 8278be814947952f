package rules

import (
	"cmp"
	"fmt"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// fastRise is the rule about how fast weights rise for those to whom lifting is new.
func fastRise() *Rule {
	return &Rule{
		ID: "fast-rise", Severity: diag.Warning,
		Fix:     `Take one weight at a time, and let repetitions come first: do = "3 x 8-12" without progress.`,
		House:   true,
		Sources: []string{"acsm-2009"},
		check:   (*look).fastRise, applies: func(l *look) bool { return l.novice() && l.some(performance.weighs) },
	}
}

// weighs reports whether a target has a weight that is known.
func (x performance) weighs() bool { return x.held(x.asked()) > 0 }

func (l *look) fastRise() {
	if !l.novice() {
		return
	}
	for _, c := range l.courses() {
		l.skipsTwice(c)
	}
	l.doubles()
}

// skipsTwice reports two visits running that each leave a weight out and add a large step.
func (l *look) skipsTwice(c course) {
	for i := 2; i < len(c.list); i++ {
		a, b, x := c.list[i-2], c.list[i-1], c.list[i]
		if l.leaps(a, b) && l.leaps(b, x) {
			l.add("skips", l.warningf(cmp.Or(c.row.StepPos, l.doPos(x.Target)), "%s goes from %s to %s and on to %s by week %d: twice running more than %d %% and more than the next weight.",
				x.Exercise.InSentence(), inHands(x.Exercise, a.asked()), inHands(x.Exercise, b.asked()), inHands(x.Exercise, x.asked()), x.week.Number, largeStep).
				WithHint("Take the next weight each time, and stay with it until it is light."))
			return
		}
	}
}

// leaps reports whether a visit adds more than a large step and more than the next weight to the one before it.
func (l *look) leaps(a, b performance) bool {
	from, to := a.asked(), b.asked()
	before, now := b.lifted(from), b.lifted(to)
	return a.Exercise == b.Exercise && before > 0 && 100*(now-before) > largeStep*before && l.skips(b.Row, b.Exercise, from, to)
}

// A rise that is too fast (house rules): within so many weeks to more than twice the weight, and by so many grams in all.
const (
	riseWeeks = 8
	fewGrams  = 15_000
)

// doubles reports exercises whose weight rises to more than its double, once each: those whose first weight is judged, since a number on a stack
// or in a calf raise can double without much being lifted more.
func (l *look) doubles() {
	heaviest := map[*training.Exercise][]performance{} // so far, each heavier than those before it
	far := l.farOpenings()
	told := map[*training.Exercise]bool{}
	for x := range l.full() {
		now, list := x.held(x.asked()), heaviest[x.Exercise]
		if _, judged := l.first(x.Row, x.Exercise, x.asked()); now == 0 || !judged || told[x.Exercise] {
			continue
		}
		if far[x.Target] {
			list = nil
		}
		if from := heaviestBefore(list, x); from != nil && isDouble(from.held(from.asked()), now) {
			l.doubled(*from, x)
			told[x.Exercise] = true
		}
		if n := len(list); n == 0 || now > list[n-1].held(list[n-1].asked()) {
			heaviest[x.Exercise] = append(list, x)
		}
	}
}

// farOpenings returns the targets with which a phase begins far above the one before it, which is what big-step says.
func (l *look) farOpenings() map[*progression.Target]bool {
	far := map[*progression.Target]bool{}
	for _, o := range l.openings() {
		if o.earlier.known() && l.isLargeOpening(o, o.earlier, o.needsAlone()) {
			far[o.Target] = true
		}
	}
	return far
}

// heaviestBefore returns what was the heaviest so many weeks before a target, or else in the first week that has some before it; nil for none. Of
// the weights of that week it is the first of the target's own lift: light and heavy lifts of a week are no rise.
func heaviestBefore(list []performance, x performance) *performance {
	var from *performance
	for i := range list {
		b := &list[i]
		switch n := b.week.Number; {
		case n >= x.week.Number:
			return from
		case from == nil, n > from.week.Number && n <= x.week.Number-riseWeeks:
			from = b
		case n == from.week.Number && !from.Row.SameLift(x.Row):
			from = b
		}
	}
	return from
}

func isDouble(before, now int) bool { return now > 2*before && now-before >= fewGrams }

func (l *look) doubled(from, x performance) {
	l.add("doubles", l.warningf(cmp.Or(x.Row.StepPos, l.doPos(x.Target)), "%s goes from %s in week %d to %s in week %d: more than twice the weight within %d weeks.",
		x.Exercise.InSentence(), from.writeAsked(), max(from.week.Number, x.week.Number-riseWeeks), x.writeAsked(), x.week.Number, riseWeeks).
		WithHint("%s", l.slower(x)))
}

// slower says how a lift can rise more slowly.
func (l *look) slower(x performance) string {
	if x.Prescription.Unit == quantity.Repetitions && !x.Prescription.Ranged() && len(x.Row.Entries()) == 1 {
		return repetitionsFirst(x.Row, x.Prescription)
	}
	return fmt.Sprintf("Let %s come first, over a wider range, or take smaller steps.", counted(x.Prescription))
}
