package figure

import (
	"math"
	"strings"
	"testing"
)

// messages returns what is said of a figure, each with its hint.
func messages(f Figure) string {
	var b strings.Builder
	for _, p := range f.Check() {
		b.WriteString(p.Message + " " + p.Hint + "\n")
	}
	return b.String()
}

// onTiptoe is a calf raise at its lowest.
func onTiptoe(ground string, foot, x int) Figure {
	return Figure{Poses: []Pose{{Foot: Both(foot), Ground: []string{ground}}}, Props: []Prop{{Kind: "step", X: x}}}
}

// TestEdges tells what lies well on a thing from what lies beside it, on either side of each limit.
func TestEdges(t *testing.T) {
	bridge := func(to string, x int) Figure {
		return Figure{Poses: []Pose{{Torso: -44, UpperArm: Both(25), Forearm: Both(60), Thigh: Both(118), Shin: Both(-4), Ground: []string{to + " on bench", "feet"}}}, Props: []Prop{{Kind: "bench", X: x}}}
	}
	wall := func(torso int) Figure {
		return Figure{Poses: []Pose{{Torso: torso, Thigh: Both(15), Shin: Both(15), Ground: []string{"feet", "back on wall"}}}, Props: []Prop{{Kind: "wall"}}}
	}
	tests := []struct {
		name string
		f    Figure
		want string // part of what is said; nothing where it lies well
	}{
		{"the ball on the step, the heel free and low", onTiptoe("balls on step", 22, 0), ""},
		{"the ball on the step, the heel high", onTiptoe("balls on step", -42, 0), ""},
		{"the heel over the step", onTiptoe("balls on step", 22, -16), "the heel would be over the step"},
		{"the ball before the step", onTiptoe("balls on step", 22, 9), "the balls would reach 7 cm over the edge of the step"},
		{"the whole foot on the step", onTiptoe("feet on step", 0, 0), ""},
		{"its toes over the edge", onTiptoe("feet on step", 0, -12), "over the edge of the step. Without x = -12 it would fit."},
		{"a whole foot that is on its toes", onTiptoe("feet on step", -42, 0), `the heel would be 9 cm above the step, though "feet on step" says that the whole foot stands. Write foot = 0, or ground with "balls on step".`},
		{"a whole foot that is on its heel", onTiptoe("feet on step", 20, 0), `the ball of the foot would be 5 cm above the step, though "feet on step" says that the whole foot stands. Write foot = 0, or ground with "heels on step".`},
		{"the shoulders on the bench", bridge("shoulders", -18), ""},
		{"the shoulders beside it", bridge("shoulders", -25), "the shoulders would reach 3 cm over the edge of the bench"},
		{"the back on the wall", wall(0), ""},
		{"the shoulders away from it", wall(12), "the back would be"},
		{"hands on a bar", Figure{Poses: []Pose{{UpperArm: Both(180), Forearm: Both(180), Ground: []string{"hands on bar"}}}, Props: []Prop{{Kind: "bar"}}}, ""},
		{"feet on a bar", Figure{Poses: []Pose{{Ground: []string{"feet on bar"}}}, Props: []Prop{{Kind: "bar"}}}, `only hands hang on a bar, not the feet. Write "hands on bar".`},
		{"on the side", Figure{Poses: []Pose{{View: FrontView, Torso: 86, UpperArm: Both(170), Forearm: Both(170), Thigh: Both(-90), Shin: Both(-90), Ground: []string{"near side"}}}}, ""},
		{"on the side, seen from the side", Figure{Poses: []Pose{{Torso: 86, Ground: []string{"near side"}}}}, `Write view = "front" in this pose.`},
		{"on what is held", Figure{Poses: []Pose{{Ground: []string{"hands on dumbbell"}}}, Props: []Prop{{Kind: "dumbbell", At: "hands"}}}, `nothing can rest on "dumbbell".`},
		{"the only thing there is for another pose", Figure{Poses: []Pose{{Ground: []string{"feet on box"}}, {Ground: []string{"feet on box"}}}, Props: []Prop{{Kind: "box", Poses: []int{1}}}}, `there is no box for "feet on box" to touch.`},
		{"a pose that is not there", Figure{Poses: []Pose{{Ground: []string{"feet"}}}, Props: []Prop{{Kind: "box", Poses: []int{2}}}}, "there is no pose 2. Count the [[pose]] tables from 1 to 1"},
		{"a band to nothing", Figure{Poses: []Pose{{Ground: []string{"feet"}}}, Props: []Prop{{Kind: "band", At: "near ankle", To: "bar"}}}, "there is no bar for the band to end at."},
		{"a bench in the hands", Figure{Poses: []Pose{{Ground: []string{"feet"}}}, Props: []Prop{{Kind: "bench", At: "hands"}}}, "a bench stands there, nobody holds it."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := messages(test.f)
			if test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("said %q, want %q", got, test.want)
			}
		})
	}
}

// TestStood finds each thing where what rests on it needs it: the heel of a calf raise behind the step, the foot of a step-up on the
// box, a slider below the heels in every pose, and a thing of one pose in that alone.
func TestStood(t *testing.T) {
	f := onTiptoe("balls on step", 22, 0)
	s := f.scene()
	left, _ := s.stood[0][0].edges()
	foot := s.bodies[0].legs[near]
	if foot.heel.at.x+heelRadius > left || foot.ball.at.x < left {
		t.Errorf("the step begins at %.1f, the heel is at %.1f, the ball at %.1f", left, foot.heel.at.x, foot.ball.at.x)
	}
	if top := s.stood[0][0].height; foot.heel.bottom() > top-3 {
		t.Errorf("the heel is at %.1f, no lower than the step with %.1f", foot.heel.bottom(), top)
	}
	slide := Figure{Poses: []Pose{
		{Torso: -116, Thigh: Both(116), Shin: Both(5), Foot: Both(20), Ground: []string{"shoulders", "heels on slider"}},
		{Torso: -104, Thigh: Both(100), Shin: Both(70), Foot: Both(60), Ground: []string{"shoulders", "heels on slider"}},
	}, Props: []Prop{{Kind: "slider"}, {Kind: "box", X: 90, Poses: []int{2}}}}
	s = slide.scene()
	for i, b := range s.bodies {
		if off := s.stood[i][0].x - b.legs[near].heel.at.x; math.Abs(off) > 1e-9 {
			t.Errorf("in pose %d the slider is %.1f from the heel", i+1, off)
		}
	}
	if d := s.bodies[0].chest.at.x - s.bodies[1].chest.at.x; math.Abs(d) > 1e-9 {
		t.Errorf("the shoulders slide by %.1f", d)
	}
	if len(s.stood[0]) != 2 || len(s.stood[1]) != 3 {
		t.Errorf("%d and %d things stand there, want 2 and 3", len(s.stood[0]), len(s.stood[1]))
	}
}

// TestParts finds each part once, with pieces, and reads its words for one side and for both.
func TestParts(t *testing.T) {
	b := Figure{Poses: []Pose{{Ground: []string{"feet"}}}}.stance(0).stand()
	seen := map[string]bool{}
	for _, p := range parts {
		if seen[p.one] || p.many == "" || len(p.pieces(b, near)) == 0 {
			t.Errorf("%q: %q, want a word of its own, one for both sides, and pieces", p.one, p.many)
		}
		seen[p.one] = true
		for _, text := range []string{p.one, "near " + p.many, "far  " + p.one + " on  bench"} {
			if c, ok := readContact(text); !ok || !c.is(p.one) {
				t.Errorf("%q is read as %q", text, c.part.one)
			}
		}
	}
	for _, h := range holders {
		if behind, before := h.places(b); len(behind)+len(before) == 0 {
			t.Errorf("nothing is held at %q", h.words)
		}
	}
}

// TestHang has a bar in the middle between the hands that hang on it, closed, and a band that ends there.
func TestHang(t *testing.T) {
	f := Figure{Poses: []Pose{{View: FrontView, UpperArm: Angle{157, -157}, Forearm: Angle{157, -157}, Ground: []string{"hands on bar"}}},
		Props: []Prop{{Kind: "bar"}, {Kind: "band", At: "near foot", To: "bar"}}}
	s := f.scene()
	b, bar := s.bodies[0], s.stood[0][0]
	middle := (b.arms[near].hand.at.x + b.arms[far].hand.at.x) / 2
	if math.Abs(bar.x-middle) > 1e-9 || !bar.front {
		t.Errorf("the bar is at %.1f, the hands are round %.1f", bar.x, middle)
	}
	if y := b.arms[far].hand.at.y; math.Abs(y-bar.height) > 1e-9 || b.arms[far].hand.r != fistRadius {
		t.Errorf("the far hand is at %.1f with radius %.1f, the bar at %.1f", y, b.arms[far].hand.r, bar.height)
	}
	if end := s.otherEnd(f.Props[1], 0); end != (point{bar.x, bar.height}) {
		t.Errorf("the band ends at %+v", end)
	}
	f.Props[1].To = "far foot"
	if end := s.otherEnd(f.Props[1], 0); end != b.legs[far].ball.at {
		t.Errorf("the band ends at %+v, want the far foot", end)
	}
}

// TestFeet has toes flat below a foot on its ball, whether the heel is above or below it; and the edge of a bench at the ankle of a foot
// that lies on it with its laces.
func TestFeet(t *testing.T) {
	for _, foot := range []int{22, -42} {
		l := onTiptoe("balls on step", foot, 0).scene().bodies[0].legs[near]
		if off := l.toe.bottom() - l.ball.bottom(); math.Abs(off) > 1e-9 {
			t.Errorf("with foot = %d the toes are %.1f above the ball", foot, off)
		}
	}
	f := Figure{Poses: []Pose{{Thigh: Angle{12, -22}, Shin: Angle{6, -100}, Foot: Angle{0, -150}, Ground: []string{"near foot", "far instep on bench"}}}, Props: []Prop{{Kind: "bench"}}}
	s := f.scene()
	_, right := s.stood[0][0].edges()
	if ahead := right - s.bodies[0].legs[far].ankle.at.x; ahead < 0 || ahead > 4 {
		t.Errorf("the bench goes on %.1f before the ankle", ahead)
	}
	if c, _ := readContact("side"); c.side != [2]bool{near: true} {
		t.Errorf("on both sides at once: %v", c.side)
	}
}

// TestHangStraight keeps a body that hangs on both hands below the middle of them, and its arrow straight, while its arms bend.
func TestHangStraight(t *testing.T) {
	f := Figure{Poses: []Pose{
		{View: FrontView, UpperArm: Angle{157, -157}, Forearm: Angle{157, -157}, Ground: []string{"hands on bar"}},
		{View: FrontView, UpperArm: Angle{42, -42}, Forearm: Angle{172, -172}, Ground: []string{"hands on bar"}},
	}, Props: []Prop{{Kind: "bar"}}}
	s := f.scene()
	if off := s.bodies[1].pelvis.at.x - s.bodies[0].pelvis.at.x; math.Abs(off) > 1e-9 {
		t.Errorf("it swings %.1f to the side", off)
	}
	for _, w := range f.ways(s, 1) {
		if w.mark.trunk && math.Abs(w.mid.at.x-w.end.at.x) > 1e-9 {
			t.Errorf("the %s swings %.1f half way", w.mark.words, w.mid.at.x-w.end.at.x)
		}
	}
}
