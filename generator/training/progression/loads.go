package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// loads are the weights of a row, from its start upwards. The zero loads are those that the runner chooses: their steps are
// counted, and nothing is known of them.
type loads struct {
	start  quantity.Load
	step   quantity.Load     // zero: the next weight of the list
	list   []quantity.Load   // where there is no step: from the start upwards, of the first piece of equipment that has the start
	exist  [][]quantity.Load // the weights for the exercise's pieces of equipment; none: not known
	before int               // steps taken in earlier phases
}

// loads returns the weights of a row: from its own start, or from where an earlier phase ended.
func (p *projection) loads(row *training.Row, e *training.Exercise, before carried, carriesOn bool) loads {
	l := loads{start: row.Start}
	if level, ok := levelNamed(Stocks(row, e, p.in.Plan.Weights, p.in.Weights), row.Level); ok {
		l.start = level
	}
	if carriesOn {
		l.start, l.before = before.load, before.steps
	}
	if row.YouChoose || l.start.IsZero() {
		return loads{before: l.before}
	}
	l.step = row.Step.Load
	l.exist = p.in.WeightsFor(row, e)
	if l.step.IsZero() {
		l.list = listFrom(l.exist, l.start)
	}
	return l
}

// listFrom returns the first list that has the start, from there upwards.
func listFrom(lists [][]quantity.Load, start quantity.Load) []quantity.Load {
	for _, list := range lists {
		if i := slices.Index(list, start); i >= 0 {
			return list[i:]
		}
	}
	return nil
}

func (l *loads) chosen() bool { return l.start.IsZero() }

// known reports whether the load is one of those that exist. Without a list all do.
func (l *loads) known(load quantity.Load) bool {
	if l.chosen() || len(l.exist) == 0 {
		return true
	}
	return slices.ContainsFunc(l.exist, func(list []quantity.Load) bool { return slices.Contains(list, load) })
}
