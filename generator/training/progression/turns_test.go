package progression

import (
	"slices"
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// sets returns the target of a row that asks for all sets of its prescription.
func sets(r training.Row, e *training.Exercise) Target {
	t := Target{Exercise: e, Row: &r, Prescription: r.Do, PerSide: r.Do.PerSide, Loaded: e.Loaded(), Rest: r.Rest}
	for _, part := range r.Do.Parts {
		for n := range part.Sets {
			t.Sets = append(t.Sets, Set{Amount: part.Low, Top: part.High, Open: part.Open && n == part.Sets-1, RM: part.RM, Share: part.Share})
		}
	}
	return t
}

// inReps, loaded and held are exercises of each measure.
var (
	inReps = &training.Exercise{ID: "squat", Pattern: training.Squat, Measure: training.MeasureReps}
	loaded = &training.Exercise{ID: "back-squat", Pattern: training.Squat, Measure: training.MeasureLoad}
	held   = &training.Exercise{ID: "plank", Pattern: training.Core, Measure: training.MeasureHold}
)

func reps(n, low, high int) quantity.Prescription {
	return quantity.EqualSets(n, low, high, quantity.Repetitions, false)
}

func seconds(n, low, high int) quantity.Prescription {
	return quantity.EqualSets(n, low, high, quantity.Seconds, false)
}

// In a group each exercise waits for the others; those with fewer sets fall out of the last rounds, and the rest after a round is that
// of the last exercise, whichever was done last.
func TestBlocks(t *testing.T) {
	targets := []Target{
		sets(training.Row{Do: reps(3, 8, 8), Group: "A", Rest: 20}, inReps),
		sets(training.Row{Do: seconds(2, 30, 30), Group: "A", Rest: 60}, held),
		sets(training.Row{Do: reps(2, 8, 8), Rest: 90}, inReps),
		sets(training.Row{Do: reps(2, 8, 8), Rest: 90, Group: "B"}, inReps),
		sets(training.Row{Do: reps(2, 8, 8), Rest: 90, Group: "C"}, inReps),
	}
	var lengths []int
	for _, b := range Blocks(targets) {
		lengths = append(lengths, len(b))
	}
	if want := []int{2, 1, 1, 1}; !slices.Equal(lengths, want) {
		t.Errorf("the blocks have %v exercises, want %v", lengths, want)
	}
	b := Blocks(targets)[0]
	if got, want := b.turns(), []turn{{0, 0}, {1, 0}, {0, 1}, {1, 1}, {0, 2}}; !slices.Equal(got, want) {
		t.Errorf("the sets are done in the order %v, want %v", got, want)
	}
	if got, want := b.Between(0), 20+30+60; got != want {
		t.Errorf("between the sets of the first exercise are %d s, want %d", got, want)
	}
	if got, want := b.Between(1), 60+8*4+20; got != want {
		t.Errorf("between the sets of the second are %d s, want %d", got, want)
	}
	if got := Blocks(targets)[1].Between(0); got != 90 {
		t.Errorf("between the sets of an exercise by itself are %d s, want its rest, 90", got)
	}
}

// Where a round begins with the clock, what is left of its time is rest.
func TestBetweenByTheClock(t *testing.T) {
	targets := []Target{sets(training.Row{Do: reps(10, 5, 5), Every: 60}, loaded)}
	if got, want := Blocks(targets)[0].Between(0), 60-5*4; got != want {
		t.Errorf("got %d s, want %d", got, want)
	}
}

// A row of a group has no rest before the next one unless it says so; its last one rests as an exercise by itself does.
func TestRestInTurn(t *testing.T) {
	first, second := row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("row", "3 x 8-12", "8 kg", "2 kg")
	first.Group, second.Group = "A", "A"
	targets := project(t, input(session("A", first, second))).Weeks[0].Sessions[0].Targets
	if targets[0].Rest != 0 || targets[1].Rest != 120 {
		t.Errorf("the rests are %d and %d s, want none and 120", targets[0].Rest, targets[1].Rest)
	}
	first.Every = 180
	targets = project(t, input(session("A", first, second))).Weeks[0].Sessions[0].Targets
	if targets[0].Rest != 0 || targets[1].Rest != 0 {
		t.Errorf("by the clock the rests are %d and %d s, want none", targets[0].Rest, targets[1].Rest)
	}
	alone := row("goblet-squat", "10 x 5", "8 kg", "2 kg")
	alone.Every = 60
	programme := project(t, input(session("A", alone)))
	if s := programme.Weeks[0].Sessions[0]; s.Targets[0].Rest != 0 || s.Minutes != ([2]int{16, 16}) {
		t.Errorf("ten sets that begin each minute rest %d s and take %v minutes, want none and 5 + 1 for the lighter set + 10", s.Targets[0].Rest, s.Minutes)
	}
	first.Every, first.Rest = 0, 15
	targets = project(t, input(session("A", first, second))).Weeks[0].Sessions[0].Targets
	if targets[0].Rest != 15 {
		t.Errorf("the first rest is %d s, want 15", targets[0].Rest)
	}
}
