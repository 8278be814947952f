package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// heavyStart is the rule about the first weight of an exercise.
func heavyStart() *Rule {
	return &Rule{
		ID: "heavy-start", Severity: diag.Error,
		Fix:   `Begin lighter, or write start = "you choose" and let the runner find the weight. Where this type of runner has lifted for longer, say so in its file: lifts = "months" or "years".`,
		House: true,
		check: (*look).heavyStart, applies: (*look).limitsFirst,
	}
}

// muchTooHeavy is how heavy a weight is that is far too heavy, in percent of the heaviest first one (house rule).
const muchTooHeavy = 150

// limitsFirst reports whether there is a first weight that the rule judges.
func (l *look) limitsFirst() bool {
	if l.in.Runner.Lifts.Facts().AnyStart() {
		return false
	}
	judged := func(x performance) bool {
		_, ok := l.first(x.Row, x.Exercise, x.asked())
		return ok
	}
	return l.some(judged) || slices.ContainsFunc(l.p.Tests, func(t progression.Test) bool { return t.Exercise != nil && !t.Load.IsZero() })
}

func (l *look) heavyStart() {
	for _, o := range l.openings() {
		if o.earlier.known() {
			continue // see big-step
		}
		most, ok := l.first(o.Row, o.Exercise, o.asked())
		if ok && o.asked().Grams() > most.load.Grams() {
			l.add("", l.problem(most.severity(o.asked()), cmp.Or(o.Row.StartPos, l.doPos(o.Target)), "%s begins with %s in week %d; %s begins with %s at most.",
				o.Exercise.InSentence(), o.writeAsked(), o.week.Number, l.who(), inHands(o.Exercise, most.load)).WithHint("%s", l.lighter(o.performance, most.load)))
		}
	}
	for i := range l.p.Tests {
		l.heavyTest(&l.p.Tests[i])
	}
}

// heavyTest reports a test with a weight that is too heavy to begin with, and that nothing before it led to.
func (l *look) heavyTest(t *progression.Test) {
	if t.Exercise == nil || t.Load.IsZero() || len(l.in.Plan.TestWeeks) == 0 {
		return
	}
	most, ok := l.first(&training.Row{}, t.Exercise, t.Load)
	week := l.in.Plan.TestWeeks[0]
	led := func(x performance) bool {
		return x.week.Number < week && x.Exercise == t.Exercise && x.asked().Compare(t.Load) >= 0
	}
	if !ok || t.Load.Grams() <= most.load.Grams() || l.some(led) {
		return
	}
	l.add("", l.problem(most.severity(t.Load), cmp.Or(t.LoadPos, t.Pos), "%s is tested with %s in week %d; %s begins with %s at most.",
		t.Exercise.InSentence(), inHands(t.Exercise, t.Load), week, l.who(), inHands(t.Exercise, most.load)).
		WithHint("%s", lighterTest(l.existing(&training.Row{}, t.Exercise, most.load))))
}

func lighterTest(load quantity.Load) string {
	if load.IsZero() {
		return "Test something that is done with less weight, or with none."
	}
	return fmt.Sprintf("Test with less: load = %q.", load)
}

// who names those who have not lifted for so long that a first weight cannot be too heavy.
func (l *look) who() string {
	if l.novice() {
		return "who has never lifted"
	}
	return "who has lifted for some months"
}

// heaviest is the heaviest first weight of an exercise, and what is far too heavy.
type heaviest struct {
	load, far quantity.Load
}

func (h heaviest) severity(load quantity.Load) diag.Severity {
	if load.Grams() > h.far.Grams() {
		return diag.Error
	}
	return diag.Warning
}

// first returns the heaviest weight with which an exercise may begin, each of those in its hands, in the unit of a load that it is done
// with. It is not ok where that is not judged.
func (l *look) first(row *training.Row, e *training.Exercise, load quantity.Load) (h heaviest, ok bool) {
	with, experience := l.doneWith(row, e, load), l.in.Runner.Lifts.Facts()
	weighs := e.LoadedWith().Facts().Weighs == training.Yes && with.Weighed != training.No
	if load.IsZero() || !weighs || e.Pattern.Facts().First.Judged != training.Yes || experience.AnyStart() {
		return h, false
	}
	h.load = l.firstOfNew(e, with, load.Unit)
	h.load.Thousandths *= experience.Start
	bar := with.Bar == training.Yes
	if bar && load.Unit == quantity.Pound && experience.Start > 1 {
		h.load.Thousandths += platesOfPounds
	}
	h.far = h.load
	if bar && e.WorksOneLeg() { // the bar alone is too heavy then, but no lighter one may be there
		h.far = l.bareBar(with.Name, load.Unit)
		h.far.Thousandths *= experience.Start
	}
	h.far.Thousandths = h.far.Thousandths * muchTooHeavy / 100
	return h, true
}

// firstOfNew returns how heavy a weight may be with which those begin to whom lifting is new.
func (l *look) firstOfNew(e *training.Exercise, with training.EquipmentFacts, u quantity.Unit) quantity.Load {
	first, hands := e.Pattern.Facts().First, max(e.Hands, 1)
	switch {
	case e.WorksOneLeg():
		load := first.OneLeg.In(u)
		load.Thousandths /= hands
		return load
	case with.Bar == training.Yes && !first.FromFloor.IsZero():
		return first.FromFloor.In(u)
	case with.Bar == training.Yes:
		return l.bareBar(with.Name, u)
	case hands > 1:
		return first.Each.In(u)
	}
	return first.One.In(u)
}

// platesOfPounds is how much heavier a bar of 45 lb with two plates of 25 lb is than two such bars, which are what 20 kg with two
// plates of 10 kg are.
const platesOfPounds = 5000

// doneWith returns with which of its pieces of equipment an exercise is done: with the first that there is of the weight, or else the first
// that is lifted.
func (l *look) doneWith(row *training.Row, e *training.Exercise, load quantity.Load) training.EquipmentFacts {
	for _, s := range progression.Stocks(row, e, l.in.Plan.Weights, l.in.Weights) {
		if s.Equipment != "" && slices.Contains(s.Loads, load) {
			return training.EquipmentOf(s.Equipment)
		}
	}
	for _, name := range e.Alternatives() {
		if f := training.EquipmentOf(name); f.Lifted == training.Yes && (e.Hands < 2 || f.Bar != training.Yes) {
			return f
		}
	}
	return training.EquipmentFacts{}
}

// lightestBar is the lightest bar that plates go on, in grams (house rule): what is lighter in a list is a bar of a fixed weight.
const lightestBar = 15_000

// bareBar returns what the bar of a kind weighs by itself: the lightest of the list, or what such bars usually weigh.
func (l *look) bareBar(name string, u quantity.Unit) quantity.Load {
	list := l.in.Plan.Weights[name]
	if len(list) == 0 {
		list = l.in.Weights[name]
	}
	if len(list) > 0 && list[0].Unit == u && list[0].Grams() >= lightestBar {
		return list[0]
	}
	return training.BareBar().In(u)
}

// existing returns the heaviest weight that there is and that is not above a load; zero where all are heavier.
func (l *look) existing(row *training.Row, e *training.Exercise, most quantity.Load) quantity.Load {
	best, lists := quantity.Load{}, l.in.WeightsFor(row, e)
	for _, w := range slices.Concat(lists...) {
		if w.Unit == most.Unit && w.Grams() <= most.Grams() && (best.IsZero() || w.Grams() > best.Grams()) {
			best = w
		}
	}
	if len(lists) == 0 {
		return most
	}
	return best
}

// lighter says how a row can begin lighter.
func (l *look) lighter(x performance, most quantity.Load) string {
	load := l.existing(x.Row, x.Exercise, most)
	switch {
	case x.Row.BodyShare > 0:
		share := most.Grams() * max(x.Exercise.Hands, 1) * 100 / bodyMass
		return fmt.Sprintf("Write start = %q, or a weight.", quantity.FormatBodyShare(10*share))
	case !x.Maximum.IsZero() && l.novice(): // who has no maximum yet
		return fmt.Sprintf("Take smaller shares, or a smaller number in max: this is a share of %s.", x.Maximum)
	case !x.Maximum.IsZero():
		return fmt.Sprintf(`Take smaller shares, or let the runner write the maximum down: max = { %s = "ask" }. This is a share of %s.`, x.Exercise.ID, x.Maximum)
	case x.Row.Start.IsZero() || x.namesWeights():
		return fmt.Sprintf("Ask for %s or less.", inHands(x.Exercise, cmp.Or(load, most)))
	case load.IsZero():
		return `Take an exercise that is done with less weight, or write start = "you choose".`
	}
	return fmt.Sprintf(`Write start = %q or less, or start = "you choose".`, load)
}

// namesWeights reports whether sets of a target say their own weights.
func (x performance) namesWeights() bool {
	return slices.ContainsFunc(x.Prescription.Parts, func(p quantity.Part) bool { return !p.Load.IsZero() })
}
