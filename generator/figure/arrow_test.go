package figure

import (
	"math"
	"testing"
)

// movements are exercises with what their arrow should follow, and where to: up is 90 degrees, forwards 0.
var movements = []struct {
	name    string
	f       Figure
	follows []string // of each arrow, one of these
	to      []float64
}{
	{"a squat goes down and back", squat(), []string{"hips", "chest"}, []float64{-115}},
	{"a head goes down", Figure{Poses: []Pose{
		{Ground: []string{"feet"}},
		{Torso: 32, Head: -20, Thigh: Both(84), Shin: Both(-14), Ground: []string{"feet"}, Arrow: []string{"head"}},
	}}, []string{"head"}, []float64{-90}},
	{"a hinge goes back with the hips, forwards and down with the chest", Figure{Poses: []Pose{
		{Thigh: Both(6), Shin: Both(-6), Ground: []string{"feet"}},
		{Torso: 68, Head: -10, UpperArm: Both(-14), Forearm: Both(-10), Thigh: Both(28), Shin: Both(-8), Ground: []string{"feet"}},
	}}, []string{"hips", "chest"}, []float64{180, -45}},
	{"a calf raise goes up with the heel", Figure{Poses: []Pose{
		{UpperArm: Both(40), Forearm: Both(70), Foot: Both(22), Ground: []string{"balls on step"}},
		{UpperArm: Both(40), Forearm: Both(70), Foot: Both(-42), Ground: []string{"balls on step"}},
	}, Props: []Prop{{Kind: "step"}}}, []string{"near heel"}, []float64{90}},
	{"a row goes up with the hand", Figure{Poses: []Pose{
		{Torso: 70, UpperArm: Angle{-2, 14}, Forearm: Angle{0, 10}, Thigh: Both(15), Shin: Both(-8), Ground: []string{"feet"}},
		{Torso: 70, UpperArm: Angle{-78, 14}, Forearm: Angle{0, 10}, Thigh: Both(15), Shin: Both(-8), Ground: []string{"feet"}},
	}, Props: []Prop{{Kind: "dumbbell", At: "near hand"}}}, []string{"near hand", "near elbow"}, []float64{120}},
	{"a jump goes straight up", Figure{Poses: []Pose{
		{Torso: 28, Thigh: Both(68), Shin: Both(-26), Ground: []string{"feet"}},
		{Torso: 3, Thigh: Both(3), Shin: Both(-5), Foot: Both(-60), Ground: []string{"feet"}, Air: 24},
	}}, []string{"hips", "chest"}, []float64{90}},
	{"an arm and the other leg go apart", Figure{Poses: []Pose{
		{Torso: -90, UpperArm: Both(180), Forearm: Both(180), Thigh: Both(180), Shin: Both(90), Foot: Both(90), Ground: []string{"back"}},
		{Torso: -90, UpperArm: Angle{255, 180}, Forearm: Angle{255, 180}, Thigh: Angle{180, 102}, Shin: Angle{90, 98}, Foot: Angle{90, 110}, Ground: []string{"back"}},
	}}, []string{"near hand", "far knee", "far heel", "far toes"}, []float64{-135, -50}},
	{"what the pose names", Figure{Poses: []Pose{
		{Torso: 55, Thigh: Both(68), Shin: Both(-15), Ground: []string{"feet"}},
		{UpperArm: Both(8), Forearm: Both(8), Ground: []string{"feet"}, Arrow: []string{"near hand"}},
	}, Props: []Prop{{Kind: "barbell", At: "hands"}}}, []string{"near hand"}, []float64{90}},
}

// TestArrows follows what moves, the way it moves, beside the body, above the floor, and not over the head.
func TestArrows(t *testing.T) {
	for _, m := range movements {
		t.Run(m.name, func(t *testing.T) {
			s := m.f.scene()
			choices := m.f.moving(s, 1)
			if len(choices) != len(m.to) {
				t.Fatalf("%d arrows, want %d", len(choices), len(m.to))
			}
			for i, ways := range choices {
				w := longest(ways)
				found := false
				for _, name := range m.follows {
					found = found || name == w.mark.words
				}
				d := w.track().direction()
				if off := math.Remainder(math.Atan2(d.y, d.x)*180/math.Pi-m.to[i], 360); !found || math.Abs(off) > 35 {
					t.Errorf("it follows the %s to %.0f degrees, want %v to %.0f", w.mark.words, math.Atan2(d.y, d.x)*180/math.Pi, m.follows, m.to[i])
				}
			}
			drawn := m.f.panel(s, 1)
			taken := occupied(drawn)
			head := s.bodies[1].head
			for _, a := range m.f.arrows(s, 1, drawn) {
				if b := boxOf([]shape{a}); b.top > head.at.y && b.right > head.at.x-head.r && b.left < head.at.x+head.r && choices[0][0].mark.trunk {
					t.Errorf("it stands over the head: %+v", b)
				}
				if low := boxOf([]shape{a}).bottom; low < 0 {
					t.Errorf("it begins %.1f below the floor", -low)
				}
				for _, c := range a.curves {
					for _, p := range []point{c[0], c[3]} {
						if !clear(taken, disc{p, 0}, 0) {
							t.Errorf("it ends in the body, at %.0f, %.0f", p.x, p.y)
						}
					}
				}
			}
		})
	}
}

// TestNoArrow draws none where the pose asks for none, nothing moves, or there is no pose before.
func TestNoArrow(t *testing.T) {
	count := func(f Figure) (n int) {
		for _, s := range f.layout() {
			if s.ink == inkPointed {
				n++
			}
		}
		return n
	}
	f := squat()
	if n := count(f); n != 1 {
		t.Errorf("%d arrows, want 1", n)
	}
	f.Poses[1].Arrow = []string{NoArrow}
	if n := count(f); n != 0 {
		t.Errorf("%d arrows, want none", n)
	}
	still := Figure{Poses: []Pose{{Ground: []string{"feet"}}, {Ground: []string{"feet"}}}}
	if n := count(still); n != 0 {
		t.Errorf("%d arrows, want none where nothing moves", n)
	}
}
