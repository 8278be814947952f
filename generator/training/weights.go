package training

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// WeightsFormat describes the table of the weights that exist, in the settings and in a plan.
func WeightsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "weights",
		Doc:  "The weights that exist, by equipment, so that no plan asks for one that does not. Use one unit in each list.",
		Any: &tomlfile.Key{
			Name: "equipment", Kind: tomlfile.Strings | tomlfile.SubTable, Table: barFormat(),
			Doc:     "The name of the equipment, and every weight that there is of it. For a bar with plates write what the bar weighs and the plates; all loads that can be put on it follow from that.",
			Example: `["4 kg", "6 kg", "8 kg"]`,
		},
	}
}

func barFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "bar",
		Doc:  "A bar and the plates that go on it in pairs.",
		Keys: []tomlfile.Key{
			{Name: "bar", Kind: tomlfile.String, Required: true, Doc: "What the empty bar weighs.", Example: `"20 kg"`},
			{Name: "plates", Kind: list, Required: true, Doc: "The plates. One pair of each is taken; name a size twice where there are two pairs of it.", Example: `["1.25 kg", "2.5 kg", "5 kg", "10 kg", "20 kg"]`},
		},
	}
}

// mostPlates is how many plates a bar can be given (house rule); it bounds how many loads can be made of them.
const mostPlates = 30

// ReadWeights reads the table of weights. What cannot be used is left out.
func ReadWeights(t *tomlfile.Table) (Weights, diag.List) {
	r := &reader{}
	weights := Weights{}
	for _, name := range t.Keys() {
		loads := r.equipmentLoads(t, name)
		if r.isEquipment(t, name) && len(loads) > 0 {
			weights[name] = loads
		}
	}
	return weights, r.problems
}

func (r *reader) isEquipment(t *tomlfile.Table, name string) bool {
	known := EquipmentNames()[1:] // there are no weights of "none"
	if slices.Contains(known, name) {
		return true
	}
	hint := diag.DidYouMean(name, known)
	if hint == "" {
		hint = fmt.Sprintf("Choose one of: %s.", commas(known))
	}
	r.add(t.KeyPos(name), "unknown-equipment", fmt.Sprintf("%q is not equipment that I know.", name), hint)
	return false
}

func (r *reader) equipmentLoads(t *tomlfile.Table, name string) []quantity.Load {
	if bar := t.Table(name); bar != nil {
		return r.barLoads(bar)
	}
	return r.loads(t, name)
}

// loads reads a list of weights: in one unit, ascending, each of them once.
func (r *reader) loads(t *tomlfile.Table, key string) []quantity.Load {
	loads := r.oneUnit(t, key, "")
	slices.SortFunc(loads, quantity.Load.Compare)
	return slices.Compact(loads)
}

func (r *reader) barLoads(t *tomlfile.Table) []quantity.Load {
	bar, ok := quantity.Load{}, false
	if t.Has("bar") {
		bar, ok = parse(r, "weight", t.Text("bar"), quantity.ParseLoad)
	}
	plates := r.oneUnit(t, "plates", bar.Unit)
	if len(plates) > mostPlates {
		r.add(t.ValuePos("plates"), "bad-weight", fmt.Sprintf("%d plates are too many for one bar.", len(plates)), fmt.Sprintf("Name %d at the most.", mostPlates))
		return nil
	}
	if !ok {
		return nil
	}
	return quantity.Barbell(bar, plates)
}

// oneUnit reads weights that must be in one unit: that of the bar, if they go on one, or else that of the first.
func (r *reader) oneUnit(t *tomlfile.Table, key string, bar quantity.Unit) []quantity.Load {
	var loads []quantity.Load
	unit, because := bar, "the bar is in"
	if t.Has(key) && len(t.Texts(key)) == 0 {
		r.add(t.ValuePos(key), "empty-value", fmt.Sprintf("there is no weight in %q.", key), `Write it like ["4 kg", "6 kg", "8 kg"], or leave the line out.`)
	}
	for _, text := range t.Texts(key) {
		l, ok := parse(r, "weight", text, quantity.ParseLoad)
		if !ok {
			continue
		}
		if unit == "" {
			unit, because = l.Unit, "the list begins with"
		}
		if l.Unit != unit {
			r.add(text.Pos, "mixed-units", fmt.Sprintf("%q is in %s but %s %s.", text.Value, l.Unit, because, unit), "Use one unit.")
			continue
		}
		loads = append(loads, l)
	}
	return loads
}
