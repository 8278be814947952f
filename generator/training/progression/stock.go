package progression

import (
	"strings"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Stock is a list of loads that exist.
type Stock struct {
	Equipment string          // "" where a row has a list of its own
	Loads     []quantity.Load // from light to heavy
	ofPlan    bool            // it is the plan's, not the site's
}

// WeightsFor returns the lists of loads that exist for an exercise, as those of [Stocks].
func (in Input) WeightsFor(row *training.Row, e *training.Exercise) [][]quantity.Load {
	var lists [][]quantity.Load
	for _, s := range Stocks(row, e, in.Plan.Weights, in.Weights) {
		lists = append(lists, s.Loads)
	}
	return lists
}

// Stocks returns the lists of loads that exist for an exercise: the row's; or else the plan's, of each piece of the exercise's equipment
// that the plan lists; or else the site's, without the equipment of which the plan says that there is none. A list of levels is only for
// an exercise that is done with levels, and one of weights only for others. Where nothing is known there is none.
func Stocks(row *training.Row, e *training.Exercise, plan, site training.Weights) []Stock {
	f := e.LoadedWith().Facts()
	var stocks []Stock
	for _, s := range anyStocks(row, e, plan, site) {
		if s.Loads[0].Thousandths == 0 && f.None != training.Yes {
			s.Loads = s.Loads[1:] // 0 kg is something of help only
		}
		if len(s.Loads) > 0 && s.Loads[0].IsLevel() == (f.Named == training.Yes) {
			stocks = append(stocks, s)
		}
	}
	return stocks
}

// anyStocks returns the lists of loads whether they are of the exercise's kind or not.
func anyStocks(row *training.Row, e *training.Exercise, plan, site training.Weights) []Stock {
	if len(row.Weights) > 0 {
		return []Stock{{Loads: row.Weights}}
	}
	var own, others []Stock
	for _, equipment := range e.Equipment {
		list, listed := plan[equipment]
		switch {
		case len(list) > 0:
			own = append(own, Stock{equipment, list, true})
		case !listed && len(site[equipment]) > 0:
			others = append(others, Stock{equipment, site[equipment], false})
		}
	}
	if len(own) > 0 {
		return own
	}
	return others
}

// lacking returns the equipment with any of which an exercise could be done, where there is none of it; nil where there is some, or where
// nothing is known.
func (in Input) lacking(e *training.Exercise) []string {
	need := e.Alternatives()
	for _, equipment := range need {
		list, listed := in.Plan.Weights[equipment]
		if !listed {
			list, listed = in.Weights[equipment]
		}
		if !listed || len(list) > 0 {
			return nil
		}
	}
	return need
}

// available returns the exercise that is meant, if it can be done with what there is; else nil.
func (in Input) available(ref training.Ref) *training.Exercise {
	if e := in.Exercises[ref.ID]; e != nil && in.lacking(e) == nil {
		return e
	}
	return nil
}

// levelNamed returns the level with a name.
func levelNamed(stocks []Stock, name string) (level quantity.Load, ok bool) {
	for _, s := range stocks {
		for _, l := range s.Loads {
			if l.IsLevel() && strings.EqualFold(l.Name, strings.Join(strings.Fields(name), " ")) {
				return l, true
			}
		}
	}
	return quantity.Load{}, false
}
