package sheet

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// A page has the weights around those that it asks for, from the first list that has them.
func TestUsedWeights(t *testing.T) {
	list := func(n, step int) []quantity.Load {
		var loads []quantity.Load
		for i := range n {
			loads = append(loads, kilograms((i+1)*step))
		}
		return loads
	}
	dumbbells, long := progression.Stock{Equipment: "dumbbell", Loads: list(8, 2)}, progression.Stock{Equipment: "barbell", Loads: list(30, 5)}
	tests := []struct {
		name  string
		asked []int // kilograms; 0 where the runner chooses
		stock progression.Stock
		want  string
	}{
		{"some below, more above", []int{6}, dumbbells, "2 4 6 8 10 12 14 kg"},
		{"from the first to the last", []int{8, 4, 6}, dumbbells, "2 4 6 8 10 12 14 16 kg"},
		{"the runner chooses", []int{0}, dumbbells, "2 4 6 8 10 12 14 16 kg"},
		{"a long list is not chosen from", []int{0}, long, ""},
		{"a part of a long list", []int{50}, long, "40 45 50 55 60 65 70 kg"},
		{"all that is asked for, of however many", []int{5, 110}, long, "5 10 15 20 25 30 35 40 45 50 55 60 65 70 75 80 85 90 95 100 105 110 kg"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var used []usedStock
			for _, n := range test.asked {
				load := quantity.Load{}
				if n > 0 {
					load = kilograms(n)
				}
				used = use(used, test.stock, &training.Exercise{}, load)
			}
			got := ""
			if loads := used[0].window(); len(loads) > 0 {
				got = inUnit(loads, quantity.Kilogram)
			}
			if len(used) != 1 || got != test.want {
				t.Errorf("asked for %v kg: got %q in %d lists, want %q", test.asked, got, len(used), test.want)
			}
		})
	}
}

func kilograms(n int) quantity.Load {
	return quantity.Load{Thousandths: n * 1000, Unit: quantity.Kilogram}
}
