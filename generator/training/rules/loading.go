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

// loadsKnown reports whether there is a weight that the runner does not choose.
func (l *look) loadsKnown() bool { return l.some(performance.known) }

// steps returns each performance that takes a heavier weight, with the weight before it.
func (c course) steps() iter.Seq2[quantity.Load, performance] {
	return func(yield func(quantity.Load, performance) bool) {
		for i := 1; i < len(c.list); i++ {
			before, x := c.list[i-1], c.list[i]
			if before.known() && x.known() && before.Exercise == x.Exercise && x.lifted(x.Load) > x.lifted(before.Load) && !yield(before.Load, x) {
				return
			}
		}
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
		l.add("", p.WithHint("Take progress out, so that repetitions go up to %d before the weight does. Or write %q.", high, one.Typed()))
	}
}

// largeStep is the step above which a smaller one is wanted, in percent (ACSM 2009).
const largeStep = 10

func (l *look) bigStep() {
	for _, c := range l.courses() {
		if c.varies() {
			l.bigRise(c)
			continue
		}
		for from, x := range c.steps() {
			if x.isLarge(from) {
				l.oneBigStep(c.row, from, x)
			}
		}
	}
}

// varies reports whether sets and weights go up and down by a table, a wave or percentages, so that the weight alone says little.
func (c course) varies() bool {
	return c.shares() || len(c.row.Weeks) > 0 || len(c.row.Wave) > 0
}

// shares reports whether sets take a share of a weight, or have one of their own.
func (c course) shares() bool {
	return slices.ContainsFunc(c.row.Do.Parts, func(p quantity.Part) bool { return p.Share > 0 || !p.Load.IsZero() })
}

// skipped reports whether a step is larger than it has to be, which is what big-step is about.
func (l *look) skipped(row *training.Row, from quantity.Load, x performance) bool {
	return x.isLarge(from) && !l.between(row, x.Exercise, from, x.Load).IsZero()
}

func (x performance) isLarge(from quantity.Load) bool {
	before := x.lifted(from)
	return 100*(x.lifted(x.Load)-before) > largeStep*before
}

func (l *look) oneBigStep(row *training.Row, from quantity.Load, x performance) {
	name, more := x.Exercise.InSentence(), percentMore(x.lifted(from), x.lifted(x.Load))
	pos := cmp.Or(row.StepPos, l.doPos(x.Target))
	low, high := write(x.Exercise, from), write(x.Exercise, x.Load)
	if between := l.between(row, x.Exercise, from, x.Load); !between.IsZero() {
		l.add("", l.problem(l.stepSeverity(), pos, "%s goes from %s to %s in week %d, %d %% more, though there is %s.", name, low, high, x.week.Number, more, between).
			WithHint(`Take a smaller step. If %s is not for this exercise, list its own: weights = ["%s", "%s"].`, between, from, x.Load))
		return
	}
	if !x.Prescription.Ranged() {
		l.add("", l.notef(pos, "%s goes from %s to %s in week %d, %d %% more, and has no range to bridge it.", name, low, high, x.week.Number, more).
			WithHint("%s", repetitionsFirst(row, x.Prescription)))
	}
}

// stepSeverity returns what a step is that is larger than it has to be. Who has lifted before knows what it means.
func (l *look) stepSeverity() diag.Severity {
	if l.novice() {
		return diag.Warning
	}
	return diag.Note
}

// bigRise reports each target of a row that needs much more strength than any before it has shown.
func (l *look) bigRise(c course) {
	var best strength
	for _, x := range c.list {
		now := x.needs()
		if best.thirtieths > 0 && 100*now.thirtieths > (100+largeStep)*best.thirtieths {
			severity, though := diag.Note, ""
			if between := l.between(c.row, x.Exercise, best.load, now.load); !between.IsZero() {
				severity, though = l.stepSeverity(), fmt.Sprintf(", though there is %s", between)
			}
			l.add("", l.problem(severity, l.doPos(x.Target), "in week %d, %s asks for %d %% more strength than before: %s after %s%s.", x.week.Number, x.Exercise.InSentence(),
				percentMore(best.thirtieths, now.thirtieths), x.oneSet(now), x.oneSet(best), though).
				WithHint("Let repetitions or weight rise less from one entry to the next, or take a smaller step."))
		}
		if shown := x.shows(); shown.thirtieths > best.thirtieths {
			best = shown
		}
	}
}

// oneSet writes a set: "6 repetitions with 25 kg".
func (x performance) oneSet(s strength) string {
	return fmt.Sprintf("%s with %s", x.Prescription.Unit.Text(s.amount), write(x.Exercise, s.load))
}

// between returns the smallest weight that exists between two, or none.
func (l *look) between(row *training.Row, e *training.Exercise, a, b quantity.Load) quantity.Load {
	if a.Compare(b) > 0 {
		a, b = b, a
	}
	lists := l.in.WeightsFor(row, e)
	both := func(list []quantity.Load) bool { return slices.Contains(list, a) && slices.Contains(list, b) }
	if slices.ContainsFunc(lists, both) { // it is walked along: a kettlebell of 18 lb does not stand between dumbbells of 15 and 20 lb
		lists = slices.DeleteFunc(lists, func(list []quantity.Load) bool { return !both(list) })
	}
	all := slices.Concat(lists...)
	slices.SortFunc(all, quantity.Load.Compare)
	for _, w := range all {
		if w.Compare(a) > 0 && w.Compare(b) < 0 {
			return w
		}
	}
	return quantity.Load{}
}

// repetitionsFirst proposes a range that is used. Sets that differ, or are open, cannot be given one.
func repetitionsFirst(row *training.Row, do quantity.Prescription) string {
	if first := do.First(); len(do.Parts) > 1 || first.Open {
		return "Begin with a heavier weight, from which the step is smaller in proportion."
	}
	low, high := do.Span()
	if row.Progress == training.Linear || row.Progress == training.TwoForTwo {
		return fmt.Sprintf("Write do = %q and take progress out, so that repetitions come first.", do.WithSpan(low, high+4).Typed())
	}
	return fmt.Sprintf("Give it a range, so that repetitions come first: %q.", do.WithSpan(low, high+4).Typed())
}

// percentMore returns how much more one number is than another, in percent, rounded to the nearest.
func percentMore(from, to int) int { return (200*(to-from) + from) / (2 * from) }

func (l *look) rangeTooNarrow() {
	for _, c := range l.courses() {
		if c.row.Progress != training.ByDefinition || c.varies() || len(c.row.Stages) > 0 {
			continue
		}
		for from, x := range c.steps() {
			if !l.skipped(c.row, from, x) {
				l.narrowPart(x, from)
			}
		}
	}
}

// narrowPart reports the first range of a row that does not bridge a step.
func (l *look) narrowPart(x performance, from quantity.Load) {
	for _, part := range x.Prescription.Parts {
		if part.Low < part.High && !l.bridges(x, from, x.Load, part.Low, part.High) {
			low, high := write(x.Exercise, from), write(x.Exercise, x.Load)
			l.add("", l.warningf(l.doPos(x.Target), "from %s to %s is %d %% more: after %d repetitions of %s with %s, %d with %s are too many.",
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
	do := withTop(x.Prescription, part, top)
	heavier := l.bridges(x, x.Load, x.Load.Plus(1, size), part.Low, part.High)
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

// withTop gives the parts of a prescription that are like one of them another top.
func withTop(do quantity.Prescription, like quantity.Part, top int) quantity.Prescription {
	return do.With(func(part *quantity.Part) {
		if *part == like {
			part.High = top
		}
	})
}

// bridges reports whether a number of repetitions with one weight, and the good ones left, show the strength for the bottom of
// the range with another weight and one repetition to spare. It is Epley's formula, w × (1 + repetitions/30), with the share
// of the body that is lifted added to the weights.
func (l *look) bridges(x performance, from, to quantity.Load, bottom, top int) bool {
	body := x.bodyShare()
	shown := (x.lifted(from) + body) * (30 + top + l.in.Runner.Reserve)
	needed := (x.lifted(to) + body) * (30 + bottom + 1)
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

// needsMore reports whether the next weight is so far away that a range that ends at the top would not bridge it.
func (l *look) needsMore(x performance, top int) bool {
	next := l.next(x)
	low, _ := x.Prescription.Span()
	return !next.IsZero() && !l.bridges(x, x.Load, next, low, top)
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
