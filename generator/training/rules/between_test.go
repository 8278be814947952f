package rules

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestBetween: a weight of another rack does not stand between two of the rack that is walked along.
func TestBetween(t *testing.T) {
	pound := func(n int) quantity.Load { return quantity.Load{Thousandths: 1000 * n, Unit: quantity.Pound} }
	pounds := func(n ...int) []quantity.Load {
		var list []quantity.Load
		for _, x := range n {
			list = append(list, pound(x))
		}
		return list
	}
	e := &training.Exercise{Measure: training.MeasureLoad, Equipment: []string{"dumbbell", "kettlebell"}}
	l := &look{in: progression.Input{Plan: &training.Plan{}, Weights: training.Weights{"dumbbell": pounds(10, 15, 20, 25), "kettlebell": pounds(18, 26)}}}
	for _, c := range []struct{ low, high, want int }{
		{15, 20, 0},  // dumbbells
		{18, 26, 0},  // kettlebells
		{10, 20, 15}, // a dumbbell was left out
		{20, 10, 15}, // help, of which less is harder
		{15, 26, 18}, // from one rack to the other
	} {
		want := quantity.Load{}
		if c.want > 0 {
			want = pound(c.want)
		}
		if got := l.between(&training.Row{}, e, pound(c.low), pound(c.high)); got != want {
			t.Errorf("between %d and %d lb: got %v, want %v", c.low, c.high, got, want)
		}
	}
}
