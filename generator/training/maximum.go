package training

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// ask is what an author writes for a maximum that the runner writes down.
const ask = "ask"

func maximaFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "max",
		Doc:  "The weights that percentages are taken of. Each percentage is rounded down to a weight that exists.",
		Any: &tomlfile.Key{
			Name: "exercise", Kind: tomlfile.String,
			Doc:     `The exercise, by its file name, and its weight, or "ask" to print a box for it: then the sheet has the percentages with a box beside each.`,
			Example: `"100 kg"`,
		},
	}
}

// maxima reads the weights that percentages are taken of, in the order of their exercises. One that cannot be read has been reported, and
// counts as one to ask for, so that no row is said to have none.
func (r *reader) maxima(t *tomlfile.Table, rows iter.Seq[*Row]) []Maximum {
	table := t.Table("max")
	if table == nil {
		return nil
	}
	ids := slices.Clone(table.Keys())
	for row := range rows {
		if id := row.Exercise.ID; table.Broken(id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	var list []Maximum
	for _, id := range ids {
		m := Maximum{Exercise: Ref{ID: id, Pos: table.KeyPos(id)}, Pos: table.ValuePos(id), Ask: true}
		if text := table.Text(id); table.Has(id) && !strings.EqualFold(strings.TrimSpace(text.Value), ask) {
			load, ok := parse(r, "max", text, quantity.ParseLoad)
			m.Load, m.Ask = load, !ok
		}
		list = append(list, m)
	}
	return list
}

// Maximum returns what percentages of an exercise are taken of; nil where the plan does not say it.
func (p *Plan) Maximum(exercise string) *Maximum {
	i := slices.IndexFunc(p.Maxima, func(m Maximum) bool { return m.Exercise.ID == exercise })
	if i < 0 {
		return nil
	}
	return &p.Maxima[i]
}

// startsBesideMaxima reports rows whose percentages are taken of a maximum, and that have a start of their own as well.
func (r *reader) startsBesideMaxima(p *Plan) {
	for row := range p.Rows() {
		if row.StartPos != (diag.Position{}) && row.TakesPercent() && p.Maximum(row.Exercise.ID) != nil {
			r.add(row.StartPos, "start-and-max", fmt.Sprintf("the percentages of %s are taken of max, so that it has no start.", row.Exercise.ID), "Take start out, or take the exercise out of max.")
		}
	}
}
