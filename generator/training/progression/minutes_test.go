package progression

import "testing"

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
