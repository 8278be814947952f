package progression

import (
	"slices"

	"github.com/legpress/legpress/generator/training/quantity"
)

// LightStrength is how much of the strength of all other entries of its table a light one asks for at the most, in thousandths (house rule).
const LightStrength = 800

// LightEntry reports whether a target shows an entry of its table that asks for a fifth less strength, or even less, than every other one:
// week 4 of 5/3/1. Entries that leave the row out are not counted, and loads that are said for some entries alone cannot be compared.
func (t *Target) LightEntry() bool {
	others := t.OtherEntries()
	return len(others) > 0 && !slices.ContainsFunc(others, func(p quantity.Prescription) bool {
		return 1000*AskedStrength(t.Prescription) > LightStrength*AskedStrength(p)
	})
}

// OtherEntries returns the other entries of a target's table; none where the strength that they ask for cannot be compared.
func (t *Target) OtherEntries() []quantity.Prescription {
	others := slices.DeleteFunc(slices.Clone(t.Row.Weeks), func(p quantity.Prescription) bool { return p.IsZero() || p.Equal(t.Prescription) })
	if slices.ContainsFunc(others, func(p quantity.Prescription) bool { return saysLoad(p) != saysLoad(t.Prescription) }) {
		return nil
	}
	return others
}

// saysLoad reports whether an entry of a table says its load.
func saysLoad(p quantity.Prescription) bool {
	return slices.ContainsFunc(p.Parts, func(part quantity.Part) bool { return !part.Load.IsZero() })
}

// AskedStrength returns the strength that an entry of a table asks for, by Epley's formula, in a unit that is the same for all entries whose
// loads are said in the same way. What is found anew asks for all of it.
func AskedStrength(p quantity.Prescription) int {
	most := 0
	for _, part := range p.Parts {
		load, amount := 1000, part.High
		switch {
		case part.RM:
			amount = 0
		case part.Share > 0:
			load = part.Share
		case !part.Load.IsZero():
			load = part.Load.Grams()
		}
		most = max(most, load*(30+amount))
	}
	return most
}

// lightByTables reports whether at least half of the rows of a week show a light entry of their tables.
func (w *Week) lightByTables() bool {
	light, all := 0, 0
	for _, s := range w.Sessions {
		for i := range s.Targets {
			all++
			if s.Targets[i].LightEntry() {
				light++
			}
		}
	}
	return all > 0 && 2*light >= all
}
