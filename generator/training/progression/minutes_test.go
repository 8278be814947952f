package progression

import (
	"testing"

	"github.com/legpress/legpress/generator/training"
	"github.com/legpress/legpress/generator/training/quantity"
)

// TestSeconds holds the sessions by which the formula is defined.
func TestSeconds(t *testing.T) {
	goblet, hinge := row("goblet-squat", "3 x 8-12", "8 kg", "2 kg"), row("front-squat", "3 x 8-12", "8 kg", "2 kg")
	pull, hold := row("row", "3 x 8-14 each side", "8 kg", "2 kg"), row("push-up-hold", "3 x 15-30 s", "", "")
	calf := row("calf-raise", "3 x 10-15 each side", "", "")
	goblet.Rest, hinge.Rest, pull.Rest, hold.Rest, calf.Rest = 120, 120, 90, 60, 60
	tests := []struct {
		exercises int
		low, high int
		minutes   [2]int
	}{
		{3, 1473, 1710, [2]int{25, 29}},
		{4, 1944, 2229, [2]int{32, 37}},
		{5, 2394, 2799, [2]int{40, 47}},
	}
	rows := session("A", goblet, pull, hold, hinge, calf)
	for _, test := range tests {
		in := input(session("A", rows.Rows[:test.exercises]...))
		s := project(t, in).Weeks[0].Sessions[0]
		if low, high := Seconds(s.Targets, false); low != test.low || high != test.high {
			t.Errorf("%d exercises take %d to %d s, want %d to %d", test.exercises, low, high, test.low, test.high)
		}
		if s.Minutes != test.minutes {
			t.Errorf("%d exercises take %v min, want %v", test.exercises, s.Minutes, test.minutes)
		}
	}
}

// TestSecondsEasy: in an easy week there is one number, of the fewer sets at the bottom.
func TestSecondsEasy(t *testing.T) {
	in := input(session("A", row("row", "3 x 8-12", "8 kg", "2 kg")))
	s := project(t, in).Weeks[3].Sessions[0]
	const want = 300 + 2*(8*4+10) + 120 + 45
	if low, high := Seconds(s.Targets, true); low != want || high != want {
		t.Errorf("got %d to %d s, want %d", low, high, want)
	}
}

// TestSecondsBeyond: what has grown beyond its first number takes the time of what it has become.
func TestSecondsBeyond(t *testing.T) {
	in := input(session("A", row("push-up-hold", "2 x 20 s", "", "5 s")))
	s := project(t, in).Weeks[1].Sessions[0]
	const want = 300 + 2*(30+10) + 60
	if low, high := Seconds(s.Targets, false); low != want || high != want {
		t.Errorf("got %d to %d s, want %d", low, high, want)
	}
}

// TestSecondsOfShapes: what each shape of an exercise takes, with the arithmetic. Five minutes to get warm are in all of them.
func TestSecondsOfShapes(t *testing.T) {
	parts := func(parts ...quantity.Part) quantity.Prescription {
		return quantity.Prescription{Parts: parts, Unit: quantity.Repetitions}
	}
	for _, test := range []struct {
		name      string
		rows      []Target
		low, high int
	}{
		{"sets that differ take their own time", []Target{sets(training.Row{Do: parts(quantity.Part{Sets: 1, Low: 12, High: 15}, quantity.Part{Sets: 2, Low: 8, High: 8}), Rest: 60}, inReps)},
			12*4 + 2*8*4 + 3*10 + 2*60, 15*4 + 2*8*4 + 3*10 + 2*60},
		{"an open set may go on for five more", []Target{sets(training.Row{Do: parts(quantity.Part{Sets: 3, Low: 5, High: 5, Open: true}), Rest: 60}, inReps)},
			3*(5*4+10) + 2*60, 3*(5*4+10) + 5*4 + 2*60},
		{"or to the number that leads to the next weight", []Target{sets(training.Row{Do: parts(quantity.Part{Sets: 3, Low: 15, High: 15, Open: true}), Rest: 60, Last: 25}, inReps)},
			3*(15*4+10) + 2*60, 3*(15*4+10) + 10*4 + 2*60},
		{"a tempo says how long a repetition takes", []Target{sets(training.Row{Do: reps(3, 15, 15), Rest: 120, Tempo: quantity.Tempo{Down: 3, Up: 3}}, inReps)},
			3*(15*6+10) + 2*120, 3*(15*6+10) + 2*120},
		{"a step is half a repetition", []Target{sets(training.Row{Do: quantity.Prescription{Parts: []quantity.Part{{Sets: 2, Low: 10, High: 10}}, Unit: quantity.Repetitions, Steps: true, PerSide: true}, Rest: 60}, inReps)},
			2*(2*10*2+10) + 60, 2*(2*10*2+10) + 60},
		{"by the clock a set takes what it says", []Target{sets(training.Row{Do: seconds(3, 40, 40), Rest: 60}, inReps)},
			3*(40+10) + 2*60, 3*(40+10) + 2*60},
		{"a rest may be a range", []Target{sets(training.Row{Do: reps(3, 8, 8), RestFrom: 60, Rest: 90}, inReps)},
			3*(8*4+10) + 2*60, 3*(8*4+10) + 2*90},
		{"warm-up sets take 45 s, long ones more", []Target{sets(training.Row{Do: reps(1, 5, 5), WarmUp: parts(quantity.Part{Sets: 1, Low: 10, High: 10, Share: 400}, quantity.Part{Sets: 2, Low: 3, High: 3, Share: 800})}, loaded)},
			10*4 + 10 + 2*45 + 5*4 + 10, 10*4 + 10 + 2*45 + 5*4 + 10},
		{"the rest after an exercise is more than the change", []Target{sets(training.Row{Do: reps(1, 8, 8), RestAfter: 300}, inReps), sets(training.Row{Do: reps(1, 8, 8), RestAfter: 300}, inReps)},
			2*(8*4+10) + 300, 2*(8*4+10) + 300},
		{"a superset is set up in its rests", []Target{sets(training.Row{Do: reps(4, 8, 8), Group: "A"}, inReps), sets(training.Row{Do: seconds(2, 30, 30), Group: "A", Rest: 60}, held)},
			10 + 4*8*4 + 2*30 + 2*10 + 3*60, 10 + 4*8*4 + 2*30 + 2*10 + 3*60},
		{"ten rounds that begin each minute take ten", []Target{sets(training.Row{Do: reps(10, 5, 5), Every: 60}, inReps)}, 600, 600},
		{"rounds that do not fit take longer", []Target{sets(training.Row{Do: reps(2, 20, 20), Every: 60}, inReps)}, 2*(80+10) + 0, 2 * (80 + 10)},
		{"rounds for ten minutes take ten", []Target{sets(training.Row{Do: reps(3, 5, 5), For: 600, Group: "A"}, inReps), sets(training.Row{Do: reps(3, 5, 5), Group: "A"}, inReps)}, 600, 600},
	} {
		low, high := Seconds(test.rows, false)
		if low-300 != test.low || high-300 != test.high {
			t.Errorf("%s: got %d to %d s, want %d to %d", test.name, low-300, high-300, test.low, test.high)
		}
		took, all := TopMinutes(test.rows), 0
		for _, n := range took {
			all += n
		}
		if most := inMinutes(test.high); len(took) != len(test.rows) || all > most+len(took)/2 {
			t.Errorf("%s: the exercises take %v min, want %d in all, the changes aside", test.name, took, most)
		}
	}
}

// TestPublishedSessions holds the minutes against sessions whose length others state: what is worked out may differ from it by as much as
// is said.
func TestPublishedSessions(t *testing.T) {
	calves := func(n, amount int) []Target {
		r := training.Row{Do: reps(n, amount, amount), RestFrom: 120, Rest: 180, RestAfter: 300, Tempo: quantity.Tempo{Down: 3, Up: 3}}
		return []Target{sets(r, loaded), sets(r, loaded), sets(r, loaded)}
	}
	eccentric := training.Row{Do: reps(3, 15, 15), Rest: 120, RestAfter: 300}
	fives := training.Row{Do: reps(5, 5, 5), RestFrom: 90, Rest: 180}
	station := training.Row{Do: seconds(3, 40, 40), Group: "A", Rest: 20}
	last := station
	last.Rest = 120
	hill := func(low, high, rest int, e *training.Exercise, eachSide bool) Target {
		r := training.Row{Do: seconds(3, low, high), Group: "A", Rest: rest}
		r.Do.PerSide = eachSide
		return sets(r, e)
	}
	for _, test := range []struct {
		name    string
		targets []Target
		stated  [2]int // seconds, with the five minutes to get warm where they are not in it
		off     [2]int // by which ours are longer
	}{
		// Three rounds of six exercises: 3 × (6 × 40 s + 5 × 20 s) + 2 × 120 s = 21 min. The ten seconds are for getting ready.
		{"a runner's circuit", []Target{sets(station, inReps), sets(station, inReps), sets(station, inReps), sets(station, inReps), sets(station, inReps), sets(last, inReps)},
			[2]int{300 + 1260, 300 + 1260}, [2]int{10, 10}},
		// endurancespecific.com, time-poor mountain strength: step-ups of 30 to 60 s on each leg with 30 s behind each, push-up rows 30 s
		// and 30 s rest, deadlifts of 30 s on each leg and 30 s rest, a plank of a minute, and 5:30 to 6:30 a round. Three rounds with
		// nothing between them; ours have ten seconds to begin and ten from round to round.
		{"mountain strength", []Target{hill(30, 60, 30, inReps, false), hill(30, 60, 30, inReps, false), hill(30, 30, 30, inReps, false), hill(30, 30, 30, inReps, true), hill(60, 60, 0, held, false)},
			[2]int{300 + 3*330, 300 + 3*390}, [2]int{30, 30}},
		// Beyer 2015 (heavy slow resistance): three calf exercises, 3 × 15 in the first week to 4 × 6 in the last, six seconds a repetition, 2
		// to 3 min between the sets and 5 between the exercises. Runners wrote down 107 min a week for three visits, 36 min each. In the
		// first week: 3 × (3 × 100 + 2 × 120 s) + 600 s = 37 min, with three light sets before them 39.
		{"heavy slow calf work, first week", calves(3, 15), [2]int{300 + 2140, 300 + 2140}, [2]int{215, 575}},
		{"heavy slow calf work, last week", calves(4, 6), [2]int{300 + 2140, 300 + 2140}, [2]int{227, 767}},
		// The same trial's eccentric group (Alfredson): 3 × 15 with a straight and with a bent knee, 308 min a week for fourteen visits, 22 min
		// each. 2 × (3 × 70 + 2 × 120 s) + 300 s = 20 min.
		{"eccentric calf work", []Target{sets(eccentric, inReps), sets(eccentric, inReps)}, [2]int{300 + 1320, 300 + 1320}, [2]int{-120, -120}},
		// StrongLifts: three lifts of 5 × 5 with 90 s to 3 min between the sets, 45 min as it says of itself, warm-up sets included.
		{"five by five", []Target{sets(fives, loaded), sets(fives, loaded), sets(fives, loaded)}, [2]int{2700, 2700}, [2]int{-615, 465}},
	} {
		low, high := Seconds(test.targets, false)
		if got := [2]int{low - test.stated[0], high - test.stated[1]}; got != test.off {
			t.Errorf("%s takes %d to %d s, which is off by %v, want %v", test.name, low, high, got, test.off)
		}
	}
}
