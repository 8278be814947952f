package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// bigSteps is the rule about the step from one weight to the next.
func bigSteps() *Rule {
	return &Rule{
		ID: "big-step", Severity: diag.Error,
		Fix:     "Take a smaller step, or leave step out, and the next weight of the list is taken. If there is none, write a range of repetitions. Begin a new phase near what the one before it led to.",
		House:   true,
		Sources: []string{"acsm-2009"},
		check:   (*look).bigStep, applies: (*look).loadsKnown,
	}
}

// loadsKnown reports whether there is a weight that the runner does not choose.
func (l *look) loadsKnown() bool { return l.some(performance.weighs) }

// Steps in percent: above which a smaller one is wanted (ACSM 2009), and above which it is far too much for who has never lifted (house rule).
const (
	largeStep = 10
	hugeStep  = 25
)

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
	for _, o := range l.openings() {
		l.bigOpening(o)
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
	if x.known() && !x.Prescription.Ranged() {
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
		if best.isFar(now, largeStep) {
			severity, though := l.riseSeverity(c.row, x, best, now)
			l.add("", l.problem(severity, l.doPos(x.Target), "in week %d, %s asks for %d %% more strength than before: %s after %s%s.", x.week.Number, x.Exercise.InSentence(),
				percentMore(best.thirtieths, now.thirtieths), x.oneSet(now), x.oneSet(best), though).
				WithHint("Let repetitions or weight rise less from one entry to the next, or take a smaller step."))
		}
		if shown := x.shows(); shown.thirtieths > best.thirtieths {
			best = shown
		}
	}
}

// riseSeverity returns what a rise within a row is, and what to say of weights that it skips. Where it skips none, no smaller step could be taken.
func (l *look) riseSeverity(row *training.Row, x performance, best, now strength) (s diag.Severity, though string) {
	if !l.skips(row, x.Exercise, best.load, now.load) {
		return diag.Note, ""
	}
	if between := l.between(row, x.Exercise, best.load, now.load); !between.IsZero() {
		though = fmt.Sprintf(", though there is %s", between)
	}
	if l.novice() && best.isFar(now, hugeStep) {
		return diag.Error, though
	}
	return l.stepSeverity(), though
}

// usualStep is the step to the next weight where it is not known which there are: a pair of the smallest plates (house rule).
func usualStep() training.Heaviest {
	return training.Heaviest{Kilogram: quantity.Load{Thousandths: 2500, Unit: quantity.Kilogram}, Pound: quantity.Load{Thousandths: 5000, Unit: quantity.Pound}}
}

// skips reports whether there is a weight between two.
func (l *look) skips(row *training.Row, e *training.Exercise, a, b quantity.Load) bool {
	if len(l.in.WeightsFor(row, e)) == 0 {
		return max(a.Grams(), b.Grams())-min(a.Grams(), b.Grams()) > usualStep().In(b.Unit).Grams()
	}
	return !l.between(row, e, a, b).IsZero()
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

// counted names what the sets of a prescription count: "repetitions", "seconds", "metres".
func counted(do quantity.Prescription) string {
	if do.Unit == quantity.Repetitions {
		return "repetitions"
	}
	return string(do.Unit)
}

// percentMore returns how much more one number is than another, in percent, rounded to the nearest.
func percentMore(from, to int) int { return (200*(to-from) + from) / (2 * from) }
