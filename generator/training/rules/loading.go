package rules

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// loading returns the rules about the step from one weight to the next.
func loading() []*Rule {
	return []*Rule{
		{
			ID: "big-step", Severity: diag.Warning,
			Fix:     "Take a smaller step, or leave step out, and the next weight of the list is taken. If there is none, write a range of repetitions.",
			Sources: []string{"acsm-2009"},
			check:   (*look).bigStep, applies: (*look).loadsKnown,
		},
		{
			ID: "range-too-narrow", Severity: diag.Warning,
			Fix:   "Widen the range at its top, begin with a heavier weight, where steps are smaller in proportion, or take smaller steps.",
			House: true,
			check: (*look).rangeTooNarrow,
			applies: func(l *look) bool {
				return l.loadsKnown() && l.some(func(x performance) bool { return x.Loaded && x.Prescription.Ranged() })
			},
		},
	}
}

// loadsKnown reports whether there is a weight that the runner does not choose.
func (l *look) loadsKnown() bool {
	return l.some(func(x performance) bool { return !x.Load.IsZero() })
}

// steps returns each performance that takes a heavier weight, with the weight before it.
func (c course) steps() iter.Seq2[quantity.Load, performance] {
	return func(yield func(quantity.Load, performance) bool) {
		for i := 1; i < len(c.list); i++ {
			before, x := c.list[i-1].Load, c.list[i]
			if !before.IsZero() && x.Load.Compare(before) > 0 && !yield(before, x) {
				return
			}
		}
	}
}

// largeStep is the step above which a smaller one is wanted, in percent (ACSM 2009).
const largeStep = 10

func (l *look) bigStep() {
	for _, c := range l.courses() {
		for from, x := range c.steps() {
			if isLarge(from, x.Load) {
				l.oneBigStep(c.row, from, x)
			}
		}
	}
}

// skipped reports whether a step is larger than it has to be, which is what big-step is about.
func (l *look) skipped(row *training.Row, from quantity.Load, x performance) bool {
	return isLarge(from, x.Load) && !l.between(row, x.Exercise, from, x.Load).IsZero()
}

func isLarge(from, to quantity.Load) bool {
	return 100*(to.Grams()-from.Grams()) > largeStep*from.Grams()
}

func (l *look) oneBigStep(row *training.Row, from quantity.Load, x performance) {
	name, more := x.Exercise.InSentence(), percentMore(from, x.Load)
	pos := cmp.Or(row.StepPos, l.doPos(x.Target))
	if between := l.between(row, x.Exercise, from, x.Load); !between.IsZero() {
		l.add("", l.warningf(pos, "%s goes from %s to %s in week %d, %d %% more, though there is %s.", name, from, x.Load, x.week.Number, more, between).
			WithHint(`Take a smaller step. If %s is not for this exercise, list its own: weights = ["%s", "%s"].`, between, from, x.Load))
		return
	}
	if !x.Prescription.Ranged() || row.Progress == training.Linear || row.Progress == training.TwoForTwo {
		l.add("", l.notef(pos, "%s goes from %s to %s in week %d, %d %% more, and has no range to bridge it.", name, from, x.Load, x.week.Number, more).
			WithHint("%s", repetitionsFirst(row, x.Prescription)))
	}
}

// between returns the smallest weight that exists between two, or none.
func (l *look) between(row *training.Row, e *training.Exercise, low, high quantity.Load) quantity.Load {
	all := slices.Concat(l.in.WeightsFor(row, e)...)
	slices.SortFunc(all, quantity.Load.Compare)
	for _, w := range all {
		if w.Compare(low) > 0 && w.Compare(high) < 0 {
			return w
		}
	}
	return quantity.Load{}
}

// repetitionsFirst proposes a range that is used.
func repetitionsFirst(row *training.Row, do quantity.Prescription) string {
	if low, high := do.Span(); low == high {
		do = do.WithSpan(low, high+4)
	}
	if row.Progress == training.Linear || row.Progress == training.TwoForTwo {
		return fmt.Sprintf("Write do = %q and take progress out, so that repetitions come first.", do.Typed())
	}
	return fmt.Sprintf("Give it a range, so that repetitions come first: %q.", do.Typed())
}

// percentMore returns how much heavier a weight is, in percent, rounded to the nearest.
func percentMore(from, to quantity.Load) int {
	w := from.Grams()
	return (200*(to.Grams()-w) + w) / (2 * w)
}

func (l *look) rangeTooNarrow() {
	for _, c := range l.courses() {
		if c.row.Progress != training.ByDefinition {
			continue
		}
		for from, x := range c.steps() {
			low, high := x.Prescription.Span()
			if low < high && !l.skipped(c.row, from, x) && !l.bridges(x, from, x.Load, high) {
				l.add("", l.warningf(l.doPos(x.Target), "from %s to %s is %d %% more: after %d repetitions of %s with %s, %d with %s are too many.",
					from, x.Load, percentMore(from, x.Load), high, x.Exercise.InSentence(), from, low, x.Load).WithHint("%s", l.bridge(x, from)))
			}
		}
	}
}

// widestRange is the highest top of a range that is proposed.
const widestRange = 20

// bridge proposes a range that bridges a step, or a heavier start.
func (l *look) bridge(x performance, from quantity.Load) string {
	size := quantity.Load{Thousandths: x.Load.Thousandths - from.Thousandths, Unit: from.Unit}
	low, high := x.Prescription.Span()
	top := high
	for top <= widestRange && !l.bridges(x, from, x.Load, top) {
		top++
	}
	do := x.Prescription.WithSpan(low, top)
	heavier := l.bridges(x, x.Load, x.Load.Plus(1, size), high)
	switch wider := top <= widestRange; {
	case wider && heavier:
		return fmt.Sprintf("Try %q, or start at %s.", do.Typed(), x.Load)
	case wider:
		return fmt.Sprintf("Try %q.", do.Typed())
	case heavier:
		return fmt.Sprintf("Start at %s, or take smaller steps.", x.Load)
	}
	return "Take smaller steps, or a variation that begins with a heavier weight."
}

// bridges reports whether a number of repetitions with one weight, and the good ones left, show the strength for the bottom of
// the range with another weight and one repetition to spare. It is Epley's formula, w × (1 + repetitions/30), with the share
// of the body that is lifted added to the weights.
func (l *look) bridges(x performance, from, to quantity.Load, top int) bool {
	body := bodyShare(x.Exercise)
	shown := (from.Grams() + body) * (30 + top + l.in.Runner.Reserve)
	low, _ := x.Prescription.Span()
	needed := (to.Grams() + body) * (30 + low + 1)
	return shown >= needed
}

// bodyShare returns how much of a runner is lifted beside the weight, in grams. A dumbbell may be one of two, which makes the real step larger.
func bodyShare(e *training.Exercise) int {
	f := e.Pattern.Facts()
	if e.IsWorn() {
		return f.BodyWorn.Grams()
	}
	return f.Body.Grams()
}

// needsMore reports whether the next weight is so far away that a range that ends at the top would not bridge it.
func (l *look) needsMore(x performance, top int) bool {
	next := l.next(x)
	return !next.IsZero() && !l.bridges(x, x.Load, next, top)
}

// next returns the weight after that of a target; none where that is not known.
func (l *look) next(x performance) quantity.Load {
	if x.Load.IsZero() {
		return quantity.Load{}
	}
	if step := x.Row.Step.Load; !step.IsZero() {
		return x.Load.Plus(1, step)
	}
	for _, list := range l.in.WeightsFor(x.Row, x.Exercise) {
		if i := slices.Index(list, x.Load); i >= 0 && i+1 < len(list) {
			return list[i+1]
		}
	}
	return quantity.Load{}
}
