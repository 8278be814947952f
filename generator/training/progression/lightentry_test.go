package progression

import (
	"slices"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// A week is easy by its tables where at least half of its rows show an entry that asks for a fifth less than every other one. By Epley's
// formula 5 at 60 % ask for four fifths of what 5 at 75 % ask for.
func TestEasyByTable(t *testing.T) {
	table := func(exercise string, entries ...string) training.Row {
		r := row(exercise, "3 x 5", "", "")
		for _, e := range entries {
			p := quantity.Prescription{}
			if e != "-" {
				p = must(quantity.ParsePrescription(e))
			}
			r.Weeks = append(r.Weeks, p)
		}
		r.Do = r.Weeks[0]
		return r
	}
	for _, c := range []struct {
		name string
		rows []training.Row
		easy []int // weeks
		want []int
	}{
		{"a fifth", []training.Row{table("goblet-squat", "1 x 5 at 75 %", "1 x 5 at 80 %", "1 x 5 at 60 %")}, nil, []int{3, 6}},
		{"less than a fifth", []training.Row{table("goblet-squat", "1 x 5 at 90 %", "1 x 5 at 95 %", "1 x 4 at 74.2 %")}, nil, nil},
		{"not below every other one", []training.Row{table("goblet-squat", "1 x 5 at 60 %", "1 x 5 at 80 %", "1 x 5 at 60 %, 1 x 1 at 61 %")}, nil, nil},
		{"a week off is none", []training.Row{table("goblet-squat", "1 x 5 at 75 %", "-", "1 x 5 at 60 %")}, nil, []int{3, 6}},
		{"half of the rows", []training.Row{table("goblet-squat", "1 x 5 at 75 %", "1 x 5 at 80 %", "1 x 5 at 60 %"), row("row", "3 x 8-12", "8 kg", "2 kg")}, nil, []int{3, 6}},
		{"a third of them", []training.Row{table("goblet-squat", "1 x 5 at 75 %", "1 x 5 at 80 %", "1 x 5 at 60 %"), row("row", "3 x 8-12", "8 kg", "2 kg"), row("calf-raise", "3 x 8-12", "", "")}, nil, nil},
		{"beside easy weeks of the plan", []training.Row{table("goblet-squat", "1 x 5 at 75 %", "1 x 5 at 60 %")}, []int{2}, []int{3, 5}},
	} {
		ph := phase(6, session("A", c.rows...))
		ph.EasyWeeks = c.easy
		in := input()
		in.Plan.Phases = []training.Phase{ph}
		in.Plan.Maxima = []training.Maximum{{Exercise: training.Ref{ID: "goblet-squat"}, Load: quantity.Load{Thousandths: 30000, Unit: quantity.Kilogram}}}
		var got []int
		for _, w := range project(t, in).Weeks {
			if w.ByTable {
				got = append(got, w.Number)
			}
			if w.ByTable && w.Light() || w.IsEasy() != (w.ByTable || slices.Contains(c.easy, w.Number)) {
				t.Errorf("%s: week %d is easy in two ways or in none: %+v", c.name, w.Number, w)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: easy by table are the weeks %v, want %v", c.name, got, c.want)
		}
	}
}
