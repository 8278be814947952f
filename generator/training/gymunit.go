package training

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Unit returns the unit in which the plan's weights are written, or else that of the site: where the plan writes none, or some in each
// unit. A sheet is in that unit, since it is what stands on the iron.
func (p *Plan) Unit(site quantity.Unit) quantity.Unit {
	units := map[quantity.Unit]bool{}
	add := func(l quantity.Load) {
		if !l.IsZero() && !l.IsLevel() {
			units[l.Unit] = true
		}
	}
	for _, list := range p.Weights {
		for _, l := range list {
			add(l)
		}
	}
	for _, m := range p.Maxima {
		add(m.Load)
	}
	for _, phase := range p.Phases {
		for _, s := range phase.Sessions {
			for _, r := range s.Rows {
				add(r.Start)
				add(r.Step.Load)
			}
		}
	}
	if len(units) != 1 {
		return site
	}
	for unit := range units {
		site = unit
	}
	return site
}

// OtherUnits warns of weights of the site that are not in its unit, and gives those that a gym of that unit has.
func OtherUnits(t *tomlfile.Table, weights Weights, unit quantity.Unit) diag.List {
	var problems diag.List
	for _, name := range t.Keys() {
		loads := weights[name]
		if len(loads) == 0 || loads[0].IsLevel() || loads[0].Unit == unit {
			continue
		}
		problems.Add(diag.Warningf(t.KeyPos(name), "other-unit", "%s is in %s, but unit is %q. Weights are printed as they are written here.", name, loads[0].Unit, unit).
			WithHint("Write what there is in %s: %s = %s, and start and step of the plans in %s too. Or write unit = %q.", unit, name, gymOf(t, name, loads, unit), unit, loads[0].Unit))
	}
	return problems
}

// gymOf writes the weights that a gym of a unit has in place of others.
func gymOf(t *tomlfile.Table, name string, loads []quantity.Load, unit quantity.Unit) string {
	bar := t.Table(name)
	switch {
	case bar == nil && EquipmentOf(name).Stamped == Yes:
		return quotedLoads(quantity.Stamped(loads, unit))
	case bar == nil:
		return quotedLoads(quantity.Rack(loads[0], loads[len(loads)-1], unit))
	}
	var plates []quantity.Load
	for _, text := range bar.Texts("plates") {
		if l, err := quantity.ParseLoad(text.Value); err == nil {
			plates = append(plates, l)
		}
	}
	return fmt.Sprintf("{ bar = %q, plates = %s }", loads[0].InPlates(unit), quotedLoads(quantity.Plates(plates, unit)))
}

// quotedLoads writes a list of loads as it is typed.
func quotedLoads(loads []quantity.Load) string {
	texts := make([]string, len(loads))
	for i, l := range loads {
		texts[i] = fmt.Sprintf("%q", l.String())
	}
	return "[" + strings.Join(texts, ", ") + "]"
}
