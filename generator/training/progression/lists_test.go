package progression

import (
	"fmt"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestLists: a runner may say of each list by its name which weights she has. A row's own list has one as well, and rows of an exercise with
// the same one share it.
func TestLists(t *testing.T) {
	own, again := row("row", "3 x 8-12", "8 kg", ""), row("row", "3 x 5-8", "8 kg", "")
	own.Weights, again.Weights = kg(4, 8, 12), kg(4, 8, 12)
	other := row("goblet-squat", "3 x 8-12", "8 kg", "")
	other.Weights = kg(4, 8, 12)
	in := input(session("A", own, row("goblet-squat", "3 x 8-12", "8 kg", ""), row("goblet-squat", "3 x 5", "", "")), session("B", again, other))
	in.Plan.Phases[0].Sessions[0].Rows[2].YouChoose = true
	in.Weights = training.Weights{"dumbbell": kg(4, 6, 8, 10), "kettlebell": append(kg(8, 12), quantity.Load{Thousandths: 20000, Unit: quantity.Pound})}
	in.Exercises["goblet-squat"].Equipment = []string{"dumbbell", "kettlebell"}
	m := project(t, in).Machines
	var got []string
	for _, l := range m.Lists {
		got = append(got, fmt.Sprint(l.Name, l.Weights))
	}
	for _, l := range m.Lifts {
		stock := m.Stocks[m.Registers[l.Rungs[0].Register].Stock]
		got = append(got, fmt.Sprint(l.Key, stock.Lists, stock.Weights))
	}
	want := []string{
		"row@A[4000 8000 12000]", "dumbbell[4000 6000 8000 10000]", "kettlebell[8000 12000]", "goblet-squat@B[4000 8000 12000]",
		"row@A[0] [4000 8000 12000]", "goblet-squat@A[1] [4000 6000 8000 10000]", "goblet-squat@A 3 x 5[1 2] [4000 6000 8000 10000 12000]",
		"row@B[0] [4000 8000 12000]", "goblet-squat@B[3] [4000 8000 12000]",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
