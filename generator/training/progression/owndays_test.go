package progression

import (
	"math/bits"
	"slices"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/machine"
)

// Whatever days a runner chooses, the choice says on which days of each week she lifts and what a race leaves out, as a programme that is
// made for her days has it.
func TestChoice(t *testing.T) {
	checked := 0
	for seed := range 150 {
		in := example(seed)
		p, _ := Project(in)
		if p == nil {
			continue
		}
		c := p.Choice()
		for set := uint(seed % 5); set < 1<<daysPerWeek; set += 5 {
			if bits.OnesCount(set) != c.Count {
				continue
			}
			hers, _ := Project(in.OnDays(daysOf(set)))
			if hers == nil {
				t.Fatalf("seed %d: no programme on %v", seed, daysOf(set))
			}
			for i, phase := range hers.Machines.Phases {
				for _, w := range phase.Weeks {
					if want := c.days(daysOf(set), i, w.Number); !slices.Equal(w.Days, want) {
						t.Fatalf("seed %d: week %d on %v: the choice says %v, and the programme has %v", seed, w.Number, daysOf(set), want, w.Days)
					}
					checked++
				}
			}
		}
	}
	if checked < 1000 {
		t.Errorf("only %d weeks", checked)
	}
}

// days returns the days of a week as a reader of the choice finds them.
func (c *DayChoice) days(chosen []training.Weekday, phase, week int) []machine.Day {
	days := chosen
	for _, s := range c.Sets {
		if !slices.Equal(s.Days, chosen) {
			continue
		}
		if s.Phases != nil {
			days = s.Phases[phase]
		}
		if moved, ok := s.Weeks[week]; ok {
			days = moved
		}
	}
	list := make([]machine.Day, len(days))
	for i, d := range days {
		list[i] = machine.Day{Day: int(d), Spare: c.Spares[week][d]}
	}
	return list
}

// A phase with fewer visits than the runner has days takes the best of them; a day before a hard run is no good one.
func TestFewerDays(t *testing.T) {
	week := training.Week{"rest", "hard", "easy", "medium", "rest", "long", "rest"}
	for _, c := range []struct {
		of   []training.Weekday
		n    int
		want []training.Weekday
	}{
		{[]training.Weekday{0, 2, 3}, 1, []training.Weekday{3}},    // Monday is the day before the hard run
		{[]training.Weekday{0, 4}, 1, []training.Weekday{0}},       // both are before one: the earlier
		{[]training.Weekday{1, 2, 3}, 2, []training.Weekday{1, 3}}, // two days running are no good
		{[]training.Weekday{1}, 2, []training.Weekday{1}},
	} {
		if got := best(week, c.of, c.n, wholeLegs); !slices.Equal(got, c.want) {
			t.Errorf("the best %d of %v are %v, want %v", c.n, c.of, got, c.want)
		}
	}
}
