package training

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/training/quantity"
)

// TestOtherUnits: weights that are not in the site's unit are named with those that a gym of that unit has, and nothing is said of them
// once these are written.
func TestOtherUnits(t *testing.T) {
	for _, c := range []struct {
		unit             quantity.Unit
		name, list, want string
	}{
		{quantity.Pound, "dumbbell", `["2 kg", "4 kg", "6 kg", "8 kg", "10 kg", "12 kg", "14 kg"]`, `["5 lb", "10 lb", "15 lb", "20 lb", "25 lb", "30 lb"]`},
		{quantity.Pound, "kettlebell", `["8 kg", "12 kg", "16 kg"]`, `["18 lb", "26 lb", "35 lb"]`},
		{quantity.Pound, "sandbag", `["5 kg", "200 kg"]`, `["10 lb", "50 lb", "90 lb", "130 lb", "170 lb", "210 lb", "250 lb", "290 lb", "330 lb", "370 lb", "410 lb"]`},
		{quantity.Pound, "barbell", `{ bar = "20 kg", plates = ["1.25 kg", "2.5 kg", "5 kg", "10 kg", "20 kg"] }`, `{ bar = "45 lb", plates = ["2.5 lb", "5 lb", "10 lb", "25 lb", "45 lb"] }`},
		{quantity.Kilogram, "barbell", `{ bar = "45 lb", plates = ["2.5 lb", "5 lb", "10 lb", "25 lb", "35 lb", "45 lb"] }`, `{ bar = "20 kg", plates = ["1.25 kg", "2.5 kg", "5 kg", "10 kg", "15 kg", "20 kg"] }`},
		{quantity.Kilogram, "dumbbell", `["10 lb", "15 lb", "20 lb"]`, `["4 kg", "6 kg", "8 kg", "10 kg"]`},
		{quantity.Kilogram, "dumbbell", `["4 kg"]`, ""},
		{quantity.Pound, "band", `["yellow", "red"]`, ""},
		{quantity.Pound, "band", `[]`, ""},
	} {
		said := otherUnits(t, c.name+" = "+c.list, c.unit)
		if !strings.Contains(said, c.want) || (said == "") != (c.want == "") {
			t.Errorf("%s = %s in a gym in %s: got %q, want %s", c.name, c.list, c.unit, said, c.want)
		}
		if c.want != "" {
			if said := otherUnits(t, c.name+" = "+c.want, c.unit); said != "" {
				t.Errorf("%s = %s in a gym in %s: got %q, want nothing", c.name, c.want, c.unit, said)
			}
		}
	}
}

// otherUnits returns what is said of weights beside the unit of a site.
func otherUnits(t *testing.T, text string, unit quantity.Unit) string {
	t.Helper()
	table, problems := decode("site.toml", text, WeightsFormat())
	weights, more := ReadWeights(table)
	if problems.Add(more...); len(problems) > 0 {
		t.Fatalf("%s: %v", text, problems)
	}
	var said []string
	for _, p := range OtherUnits(table, weights, unit) {
		said = append(said, p.Message+" "+p.Hint)
	}
	return strings.Join(said, "\n")
}

func TestUnitOfAPlan(t *testing.T) {
	for text, want := range map[string]quantity.Unit{
		goodPlan: quantity.Kilogram,
		strings.NewReplacer(`"10 kg", "8 kg", "8 kg"`, `"10 lb"`, `start = "8 kg", step = "2 kg"`, `start = "20 lb"`, ` kg"`, ` lb"`).Replace(goodPlan): quantity.Pound,
		strings.Replace(goodPlan, `"10 kg", "8 kg", "8 kg"`, `"10 lb"`, 1):                                                                              quantity.Pound,
	} {
		plan, _ := readPlan("p.toml", text)
		if got := plan.Unit(quantity.Pound); got != want {
			t.Errorf("the plan is in %s, want %s:\n%s", got, want, text)
		}
	}
}
