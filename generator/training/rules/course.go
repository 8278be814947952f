package rules

import (
	"iter"
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// course is a lift on its way through the full weeks of a phase: a row of the plan, or several that are one lift.
type course struct {
	row   *training.Row // the first
	phase *phase
	list  []performance // at least one
}

// courses returns the lifts that are trained in full weeks, in the order in which they first are.
func (l *look) courses() []course {
	var list []course
	index, rows := map[*training.Row]int{}, newLifts()
	for x := range l.full() {
		row := rows.first(x)
		i, ok := index[row]
		if !ok {
			i = len(list)
			list = append(list, course{row: row, phase: x.phase})
			index[row] = i
		}
		list[i].list = append(list[i].list, x)
	}
	return list
}

// lifts knows which rows of the plan are one lift.
type lifts struct {
	firsts []performance // the first target of each
	of     map[*training.Row]*training.Row
}

func newLifts() *lifts { return &lifts{of: map[*training.Row]*training.Row{}} }

// first returns the first row of the lift that a target is one of.
func (s *lifts) first(x performance) *training.Row {
	if row, ok := s.of[x.Row]; ok {
		return row
	}
	i := slices.IndexFunc(s.firsts, func(f performance) bool { return f.phase == x.phase && f.Row.SameLift(x.Row) })
	if i < 0 {
		i = len(s.firsts)
		s.firsts = append(s.firsts, x)
	}
	s.of[x.Row] = s.firsts[i].Row
	return s.of[x.Row]
}

// steps returns each performance that takes a heavier weight, with the weight before it.
func (c course) steps() iter.Seq2[quantity.Load, performance] {
	return func(yield func(quantity.Load, performance) bool) {
		for i := 1; i < len(c.list); i++ {
			before, x := c.list[i-1], c.list[i]
			if from := before.lifted(before.Load); from > 0 && before.Exercise == x.Exercise && x.lifted(x.Load) > from && !yield(before.Load, x) {
				return
			}
		}
	}
}
