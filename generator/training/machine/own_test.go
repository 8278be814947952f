package machine

import (
	"reflect"
	"testing"
)

// ofTwoLists has a squat that is done with dumbbells and kettlebells together, a pull-up with help, and a press with bands.
func ofTwoLists() *Programme {
	return &Programme{
		Lists: []List{
			{Name: "dumbbell", Unit: "kg", Weights: []int{4000, 8000}, Labels: []string{"4 kg", "8 kg"}},
			{Name: "kettlebell", Unit: "kg", Weights: []int{12000}, Labels: []string{"12 kg"}},
			{Name: "machine", Unit: "kg", Weights: []int{0, 5000}, Labels: []string{"0 kg", "5 kg"}},
			{Name: "band", Unit: levels, Weights: []int{1000, 2000}, Labels: []string{"yellow", "red"}},
		},
		Stocks: []Stock{
			{Lists: []int{0, 1}, Weights: []int{4000, 8000, 12000}, Labels: []string{"4 kg", "8 kg", "12 kg"}},
			{Lists: []int{2}, Weights: []int{0, 5000}, Labels: []string{"0 kg", "5 kg"}},
			{Lists: []int{3}, Weights: []int{1000, 2000}, Labels: []string{"yellow", "red"}},
		},
		Registers: []Register{{Unit: "kg", Stock: 0, Start: to(8000)}, {Unit: "kg", Stock: 1, Start: to(5000), Less: true}, {Unit: levels, Stock: 2, Start: to(2000)}},
		Lifts:     []Lift{ofRegister("squat@A", 0), ofRegister("pull-up@A", 1), ofRegister("press@A", 2), ofRegister("squat@B", 0)},
		Phases: []Phase{{Sessions: []Session{{Name: "A", Lifts: []int{0, 1, 2}}}, Weeks: []Week{
			{Number: 1, Days: []Day{{Day: 1}}}, {Number: 2, Days: []Day{{Day: 1, Spare: HeavyLegs}}},
		}}},
	}
}

func ofRegister(key string, register int) Lift {
	return Lift{Key: key, Entry: Entry{Spare: 2}, Rungs: []Rung{{Register: register}}, States: []State{{Sets: []Set{{Times: 3, N: 8}}}}}
}

func TestPersonal(t *testing.T) {
	p := ofTwoLists()
	p.Lifts[3].Entry.From = to(0)
	hers := p.Personal(Own{
		Weights: map[string][]int{"dumbbell": {7500, 2500, 0, mostLoad + 1, -1000}, "kettlebell": {}, "machine": {10000, 0}, "band": {3000, 1000}, "sandbag": {1000}},
		Starts:  map[string]int{"squat@B": 10000, "press@A": 0, "row@A": 1000, "squat@A": mostLoad + 1},
		Days:    map[int][]Day{2: {{Day: 3}}, 9: {{Day: 0}}},
	})
	stocks := []Stock{
		{Lists: []int{0, 1}, Weights: []int{2500, 7500, 12000}, Labels: []string{"2.5 kg", "7.5 kg", "12 kg"}},
		{Lists: []int{2}, Weights: []int{0, 10000}, Labels: []string{"0 kg", "10 kg"}},
		{Lists: []int{3}, Weights: []int{1000}, Labels: []string{"yellow"}},
	}
	if !reflect.DeepEqual(hers.Stocks, stocks) {
		t.Errorf("she has %v, want %v", hers.Stocks, stocks)
	}
	for i, want := range []int{7500, 10000, 1000} {
		if got := *hers.Registers[i].Start; got != want {
			t.Errorf("register %d begins with %d, want %d", i, got, want)
		}
	}
	if hers.Lifts[3].Entry.From != nil || hers.Lifts[3].Entry.Spare != 2 {
		t.Errorf("a lift with a start of her own goes on from another one: %+v", hers.Lifts[3].Entry)
	}
	if weeks := hers.Phases[0].Weeks; weeks[0].Days[0].Day != 1 || weeks[1].Days[0] != (Day{Day: 3}) {
		t.Errorf("her weeks are %v", weeks)
	}
	want := ofTwoLists()
	want.Lifts[3].Entry.From = to(0)
	if !reflect.DeepEqual(p, want) || !reflect.DeepEqual(p.Personal(Own{}), p) {
		t.Errorf("the programme of all has changed, or that of a runner who says nothing is another one")
	}
}

// TestOwnMaximum: percentages are taken of the number that a runner gives, whether she has such a weight or not, and the cycles of her
// table go on from each other.
func TestOwnMaximum(t *testing.T) {
	p := ofTwoLists()
	p.Registers[0].Name, p.Registers[0].Free, p.Lifts[3].Entry.From = "squat", true, to(0)
	hers := p.Personal(Own{Starts: map[string]int{"squat@B": 91000}, Weights: map[string][]int{"dumbbell": {6000}}})
	if got := *hers.Registers[0].Start; got != 91000 || hers.Lifts[3].Entry.From == nil {
		t.Errorf("her maximum is %d, and the lift begins %+v", got, hers.Lifts[3].Entry)
	}
}
