package rules

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// opening is the first target of a lift in a phase, or its first on a new rung, with what is known from before.
type opening struct {
	performance
	earlier record // of the same exercise
	below   record // of the exercises from which a ladder leads to it
}

// record is what earlier targets say of an exercise.
type record struct {
	exercise *training.Exercise
	most     strength // that one of them asked for, on the weight alone; zero: not known
	of       performance
}

// known reports whether there is something to hold a weight against.
func (r record) known() bool { return r.most.thirtieths > 0 }

// openings returns the openings of all lifts in the order of the plan's days.
func (l *look) openings() []opening {
	all := slices.Collect(l.all())
	var list []opening
	last := map[*training.Row]*training.Exercise{} // by the first row of a lift: what it last asked for
	lifts := newLifts()
	for i, x := range all {
		row := lifts.first(x)
		if last[row] == x.Exercise {
			continue
		}
		climbed := last[row] != nil
		last[row] = x.Exercise
		o := opening{performance: x, earlier: recordOf(all[:i], x, false, func(e *training.Exercise) bool { return e == x.Exercise })}
		o.below = recordOf(all[:i], x, climbed, func(e *training.Exercise) bool { return leadsTo(e, x.Exercise) })
		list = append(list, o)
	}
	return list
}

// leadsTo reports whether a ladder goes from one exercise to the next.
func leadsTo(e, above *training.Exercise) bool {
	return e.Harder.ID == above.ID && above.ID != "" || above.Easier.ID == e.ID && e.ID != ""
}

// recordOf returns what targets before an opening say of a kind of exercises, where the phase that trained them last before that of the
// opening knows a weight: one that the runner chose there says nothing of the next. Within a lift that has climbed its own phase counts.
func recordOf(before []performance, x performance, climbed bool, is func(*training.Exercise) bool) record {
	var r record
	last := (*phase)(nil)
	for _, b := range slices.Backward(before) {
		if !is(b.Exercise) || b.phase == x.phase && !climbed {
			continue
		}
		if last == nil {
			last = b.phase
		}
		if b.phase != last && !r.known() {
			return record{}
		}
		if now := b.shownAlone(); now.thirtieths > r.most.thirtieths {
			r = record{b.Exercise, now, b}
		}
	}
	if !r.known() {
		return r
	}
	for _, b := range before { // what the phase itself has asked for by now
		if now := b.shownAlone(); is(b.Exercise) && now.thirtieths > r.most.thirtieths {
			r = record{b.Exercise, now, b}
		}
	}
	return r
}

// asked returns the heaviest weight that a target asks for, one of those in its hands; zero where none is known. Of a share of the body it is that
// of a runner of usual mass.
func (x performance) asked() quantity.Load {
	if share := x.Row.BodyShare; share > 0 && x.Rung == 0 {
		return quantity.Load{Thousandths: bodyMass * share / 1000 / max(x.Exercise.Hands, 1), Unit: quantity.Kilogram}
	}
	most := quantity.Load{}
	for _, s := range slices.Concat(x.Sets, x.WarmUp) {
		if !s.RM && !s.Load.IsZero() && s.Load.Compare(most) > 0 {
			most = s.Load
		}
	}
	return most
}

// writeAsked writes that weight: "16 kg", "2 × 8 kg", "20 kg (30 % of body mass)".
func (x performance) writeAsked() string {
	if share := x.Row.BodyShare; share > 0 {
		return quantity.FormatBodyShare(share)
	}
	return inHands(x.Exercise, x.asked())
}

// inHands writes a weight as it is held: "16 kg", "2 × 8 kg".
func inHands(e *training.Exercise, load quantity.Load) string {
	if e.Hands > 1 {
		return fmt.Sprintf("%d × %s", e.Hands, load)
	}
	return load.String()
}
