package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
	"github.com/legpress/legpress/generator/training/quantity"
)

// stocks returns the lists of loads that exist for an exercise in this plan.
func (in Input) stocks(row *training.Row, e *training.Exercise) []Stock {
	return Stocks(row, e, in.Plan.Weights, in.Weights)
}

// stock returns the place of the weights that exist for a lift, all lists together, and their unit; -1 where there are none. Weights in
// another unit than that of the load are left out. Where no load is known yet, the unit is that of the first weight.
func (p *projection) stock(l *lift, stocks []Stock, unit quantity.Unit, known bool) (int, string) {
	if !known && len(stocks) > 0 {
		unit = stocks[0].Loads[0].Unit
	}
	var all []quantity.Load
	var lists []int
	for _, s := range stocks {
		own := slices.DeleteFunc(slices.Clone(s.Loads), func(l quantity.Load) bool { return l.Unit != unit })
		if len(own) > 0 {
			all, lists = append(all, own...), append(lists, p.list(l, s.Equipment, own))
		}
	}
	if len(all) == 0 {
		return -1, string(unit)
	}
	stock := machine.Stock{Lists: lists}
	stock.Weights, stock.Labels = weightsOf(all)
	i := slices.IndexFunc(p.machines.Stocks, func(other machine.Stock) bool {
		return slices.Equal(stock.Lists, other.Lists) && slices.Equal(stock.Weights, other.Weights)
	})
	if i < 0 {
		i = len(p.machines.Stocks)
		p.machines.Stocks = append(p.machines.Stocks, stock)
	}
	return i, string(unit)
}

// list returns the place of a list by the name under which a runner may say what she has: the equipment, or where a row has weights of its
// own the lift that has them first, for all rows of that exercise with the same ones. Weights in another unit than the plan's are a list
// beside the others.
func (p *projection) list(l *lift, equipment string, loads []quantity.Load) int {
	m := &p.machines
	named := machine.List{Name: equipment, Unit: string(loads[0].Unit)}
	named.Weights, named.Labels = weightsOf(loads)
	if unit := quantity.Unit(named.Unit); unit != p.in.Unit && unit != quantity.Level {
		named.Name += " " + named.Unit
	}
	i := slices.IndexFunc(m.Lists, func(other machine.List) bool { return other.Name == named.Name })
	if equipment == "" {
		id := l.row().Exercise.ID
		named.Name, named.Exercise = p.key(l), id
		i = slices.IndexFunc(m.Lists, func(other machine.List) bool {
			return other.Exercise == id && slices.Equal(other.Weights, named.Weights) && other.Unit == named.Unit
		})
	}
	if i < 0 {
		m.Lists = append(m.Lists, named)
		return len(m.Lists) - 1
	}
	if of := &m.Lists[i]; of.Weights[0] > named.Weights[0] { // another exercise may be done with none of it: help that is not needed
		of.Weights, of.Labels = named.Weights, named.Labels
	}
	return i
}

// weightsOf returns loads from light to heavy, each once, and what stands on them.
func weightsOf(loads []quantity.Load) (weights []int, labels []string) {
	loads = slices.Clone(loads)
	slices.SortFunc(loads, quantity.Load.Compare)
	for _, load := range slices.Compact(loads) {
		weights, labels = append(weights, load.Thousandths), append(labels, load.String())
	}
	return weights, labels
}
