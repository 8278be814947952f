package training

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/legpress/legpress/generator/training/quantity"
)

// Each row of each table says something about everything: what does not hold is said with No, and what there is none of, with an empty list.
func TestTablesAreWhole(t *testing.T) {
	for name, rows := range map[string]any{
		"patterns": patternRows, "models": modelRows, "groups": Groups(), "measures": measureRows, "kinds of load": loadKindRows, "equipment": equipmentRows, "days": dayRows,
		"experiences": experienceRows, "kinds of plans": planKindRows,
	} {
		table, seen := reflect.ValueOf(rows), map[string]bool{}
		for i := range table.Len() {
			row := table.Index(i)
			key := fmt.Sprint(row.Field(0))
			if seen[key] {
				t.Errorf("%s: %s has two rows", name, key)
			}
			seen[key] = true
			for j := range row.NumField() {
				if row.Field(j).IsZero() {
					t.Errorf("%s: the row of %s does not say %s", name, key, row.Type().Field(j).Name)
				}
			}
		}
	}
}

// What a row names in another table is there, and each group has a pattern.
func TestTablesFit(t *testing.T) {
	used := map[Group]bool{}
	for _, p := range patternRows {
		used[p.Group] = true
		for _, g := range slices.Concat([]Group{p.Group}, p.Covers, p.UnloadedCovers) {
			if g.Facts().Group != g {
				t.Errorf("%s: there is no group %q", p.Pattern, g)
			}
		}
	}
	for _, g := range Groups() {
		if !used[g.Group] {
			t.Errorf("no pattern is of the group %q", g.Group)
		}
	}
	for _, m := range measureRows {
		for _, example := range []string{m.Do, m.DoAbove} {
			if do, err := quantity.ParsePrescription(example); err != nil || do.Unit != m.Unit || do.Typed() != example {
				t.Errorf("%s: the example %q reads as %+v, %v, want one in %s", m.Measure, example, do, err, m.Unit)
			}
		}
		if !slices.IsSortedFunc(m.LeastRests, func(a, b LeastRest) int { return a.Top - b.Top }) {
			t.Errorf("%s: the shortest rests %v do not ascend", m.Measure, m.LeastRests)
		}
	}
	places := column(dayRows[:], func(d DayFacts) int { return d.LiftPlace })
	slices.Sort(places)
	for i, place := range places {
		if place != i+1 {
			t.Errorf("the places of the days for lifting are %v, want 1 to %d", places, len(places))
			break
		}
	}
}
