package training

import (
	"fmt"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// WeightsFormat describes the table of the weights that exist, in the settings and in a plan.
func WeightsFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "weights",
		Doc:  "The weights that exist, by equipment, so that no plan asks for one that does not. Use one unit in each list.",
		Any: &tomlfile.Key{
			Name: "equipment", Kind: tomlfile.Strings | tomlfile.SubTable, Table: barFormat(),
			Doc:     `The name of the equipment, and every weight that there is of it; [] where there is none of it. For a bar with plates write what the bar weighs and the plates; all loads that can be put on it follow from that. Bands and pins, which have no weight, are listed by their names from easy to hard: ["yellow", "red", "green"].`,
			Example: `["4 kg", "6 kg", "8 kg"]`, ExampleOf: map[string]string{"barbell": barExample, "trap-bar": barExample},
		},
	}
}

// barExample is how a bar with plates is typed.
const barExample = `{ bar = "20 kg", plates = ["2.5 kg", "5 kg", "10 kg", "20 kg"] }`

// ReadWeights reads the table of weights. What cannot be used is left out; an empty list says that there is none of the equipment.
func ReadWeights(t *tomlfile.Table) (Weights, diag.List) {
	r := &reader{}
	weights := Weights{}
	for _, name := range t.Keys() {
		loads, ok := r.equipmentLoads(t, name)
		if r.isEquipment(t, name) && ok {
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
