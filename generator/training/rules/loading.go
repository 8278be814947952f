package rules

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// loading returns the rules about weights: the first, the step from one to the next, and how fast they rise.
func loading() []*Rule {
	return []*Rule{
		heavyStart(),
		bigSteps(),
		fastRise(),
		{
			ID: "linear-range", Severity: diag.Error,
			Fix:     `Write one number, do = "3 x 8", or take progress out, so that the repetitions go up to the top of the range before the weight does.`,
			House:   true,
			check:   (*look).linearRange,
			applies: func(l *look) bool { return l.some(performance.addsWeightOnly) },
		},
		{
			ID: "range-too-narrow", Severity: diag.Warning,
			Fix:   "Widen the range at its top, begin with a heavier weight, where steps are smaller in proportion, or take smaller steps.",
			House: true,
			check: (*look).rangeTooNarrow,
			applies: func(l *look) bool {
				return l.some(func(x performance) bool { return x.known() && x.Prescription.Ranged() })
			},
		},
	}
}

// addsWeightOnly reports whether the weight of a row goes up and its repetitions never do.
func (x performance) addsWeightOnly() bool {
	return x.Loaded && (x.Row.Progress == training.Linear || x.Row.Progress == training.TwoForTwo)
}

func (l *look) linearRange() {
	for x := range l.all() {
		low, high := x.Prescription.Span()
		if !x.addsWeightOnly() || !x.Prescription.Ranged() {
			continue
		}
		p := l.errorf(l.doPos(x.Target), "%s has a range, but with progress = %q the weight goes up and the upper number is never used.", x.Exercise.InSentence(), x.Row.Progress)
		if len(x.Prescription.Parts) > 1 {
			l.add("", p.WithHint("Write one number for each set, or take progress out."))
			continue
		}
		one := x.Prescription.WithSpan(low, low)
		l.add("", p.WithHint("Take progress out, so that %s go up to %d before the weight does. Or write %q.", counted(one), high, one.Typed()))
	}
}

func (l *look) rangeTooNarrow() {
	for _, c := range l.courses() {
		if c.row.Progress != training.ByDefinition || c.varies() || len(c.row.Stages) > 0 {
			continue
		}
		for from, x := range c.steps() {
			if x.known() && !l.skipped(c.row, from, x) {
				l.narrowPart(x, from)
			}
		}
	}
}

// fewShort is by how many repetitions the first set with the next weight may fall short without much harm: the sheet says what to do then
// (house rule).
const fewShort = 3

// narrowPart reports the first range of a row that does not bridge a step.
func (l *look) narrowPart(x performance, from quantity.Load) {
	for _, part := range x.Prescription.Parts {
		if part.Low < part.High && !l.bridges(x, from, x.Load, part.Low, part.High) {
			severity := diag.Note
			if !l.bridges(x, from, x.Load, part.Low-fewShort-spare, part.High) {
				severity = diag.Warning
			}
			low, high := write(x.Exercise, from), write(x.Exercise, x.Load)
			l.add("", l.problem(severity, l.doPos(x.Target), "from %s to %s is %d %% more: after %d repetitions of %s with %s, %d with %s are too many.",
				low, high, percentMore(x.lifted(from), x.lifted(x.Load)), part.High, x.Exercise.InSentence(), low, part.Low, high).WithHint("%s", l.bridge(x, from, part)))
			return
		}
	}
}

// widestRange is the highest top of a range that is proposed.
const widestRange = 20

// bridge proposes a range that bridges a step, or a heavier start.
func (l *look) bridge(x performance, from quantity.Load, part quantity.Part) string {
	size := quantity.Load{Thousandths: x.Load.Thousandths - from.Thousandths, Unit: from.Unit}
	top := part.High
	for top <= widestRange && !l.bridges(x, from, x.Load, part.Low, top) {
		top++
	}
	do := withRange(x.Prescription, part, part.Low, top)
	most, judged := l.first(x.Row, x.Exercise, x.Load)
	heavier := l.bridges(x, x.Load, x.Load.Plus(1, size), part.Low, part.High) && (!judged || x.Load.Grams() <= most.load.Grams()) // heavy-start would say so
	switch wider := top <= widestRange; {
	case wider && heavier:
		return fmt.Sprintf("Try %q, or start at %s.", do.Typed(), x.Load)
	case wider:
		return fmt.Sprintf("Try %q.", do.Typed())
	case heavier:
		return fmt.Sprintf("Start at %s, or take smaller steps.", x.Load)
	}
	for low := part.Low - 1; low >= lowestBottom; low-- {
		if l.bridges(x, from, x.Load, low, widestRange) {
			return fmt.Sprintf("Try %q.", withRange(x.Prescription, part, low, widestRange).Typed())
		}
	}
	if near := part.Low - fewShort - spare; l.bridges(x, from, x.Load, near, part.High) || l.bridges(x, from, x.Load, near, widestRange) {
		if part.High < widestRange {
			return fmt.Sprintf("Try %q: that comes near enough.", withRange(x.Prescription, part, part.Low, widestRange).Typed())
		}
		return "That is near enough where there is nothing in between: the first sets with it may be shorter."
	}
	return fmt.Sprintf("Take smaller steps, or a variation that begins with a heavier weight. If there is nothing in between, say so in the plan, above its first [[session]]: allow = { %s = \"There is no weight between %s and %s.\" }.",
		l.rule.ID, write(x.Exercise, from), write(x.Exercise, x.Load))
}

// lowestBottom is the lowest bottom of a range that is proposed (house rule).
const lowestBottom = 5

// withRange gives the parts of a prescription that are like one of them another range.
func withRange(do quantity.Prescription, like quantity.Part, low, high int) quantity.Prescription {
	return do.With(func(part *quantity.Part) {
		if *part == like {
			part.Low, part.High = low, high
		}
	})
}

// spare is how many repetitions more than the bottom of a range the top of the one before has to show.
const spare = 1

// bridges reports whether a number of repetitions with one weight, and the good ones left, show the strength for the bottom of
// the range with another weight and one repetition to spare. It is Epley's formula, w × (1 + repetitions/30), with the share
// of the body that is lifted added to the weights.
func (l *look) bridges(x performance, from, to quantity.Load, bottom, top int) bool {
	body := x.bodyShare()
	shown := (x.lifted(from) + body) * (30 + top + l.in.Runner.Reserve)
	needed := (x.lifted(to) + body) * (30 + bottom + spare)
	return shown >= needed
}

// bodyShare returns how much of a runner is lifted beside the weight, in grams. A dumbbell may be one of two, which makes the real step
// larger. With help it is all of the body, which [performance.lifted] counts.
func (x performance) bodyShare() int {
	switch f := x.Exercise.Pattern.Facts(); {
	case helped(x.Exercise):
		return 0
	case x.Exercise.IsWorn():
		return f.BodyWorn.Grams()
	default:
		return f.Body.Grams()
	}
}

// highestBottom is the highest bottom of a range that needs its width to reach the next weight: one that begins higher could begin lower
// (house rule).
const highestBottom = 12

// needsMore reports whether the next weight is so far away that a range that ends at the top would not bridge it.
func (l *look) needsMore(x performance, top int) bool {
	next := l.next(x)
	low, _ := x.Prescription.Span()
	return !next.IsZero() && !l.bridges(x, x.Load, next, min(low, highestBottom), top)
}

// next returns the weight after that of a target; none where that is not known.
func (l *look) next(x performance) quantity.Load {
	if !x.known() {
		return quantity.Load{}
	}
	up := 1
	if helped(x.Exercise) {
		up = -1
	}
	if step := x.Row.Step.Load; !step.IsZero() {
		return x.Load.Plus(up, step)
	}
	for _, list := range l.in.WeightsFor(x.Row, x.Exercise) {
		if i := slices.Index(list, x.Load); i >= 0 && i+up >= 0 && i+up < len(list) {
			return list[i+up]
		}
	}
	return quantity.Load{}
}
