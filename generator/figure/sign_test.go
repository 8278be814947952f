package figure

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// count returns how many shapes of a drawing have an ink, and their box.
func count(f Figure, i ink) (n int, b box) {
	b = nowhere()
	for _, s := range f.layout() {
		if s.ink == i {
			n, b = n+1, b.and(s.box())
		}
	}
	return n, b
}

// TestSigns draws a clock for what is held, steps for what is walked with, and the seconds of a slow movement.
func TestSigns(t *testing.T) {
	plank := Figure{Sign: HoldSign, Poses: []Pose{{Torso: 78, Head: -12, UpperArm: Both(-52), Forearm: Both(18), Thigh: Both(-78), Shin: Both(-78), Foot: Both(-78), Ground: []string{"hands", "toes"}}}}
	if n, b := count(plank, inkSign); n != 1 || b.width() < 2*clockRadius || b.bottom < 0 {
		t.Errorf("%d clocks in %+v", n, b)
	}
	carry := Figure{Sign: WalkSign, Poses: []Pose{{Ground: []string{"feet"}}}}
	if n, b := count(carry, inkTip); n != 3 || b.left < boxOf(carry.panel(carry.scene(), 0)).right {
		t.Errorf("%d steps in %+v", n, b)
	}
	carry.Poses = []Pose{
		{Thigh: Angle{-15, 20}, Shin: Angle{-30, 12}, Ground: []string{"near ball", "far heel"}},
		{Thigh: Angle{20, -15}, Shin: Angle{12, -30}, Ground: []string{"near heel", "far ball"}},
	}
	if n, b := count(carry, inkTip); n > 0 || len(carry.moving(carry.scene(), 1)) > 0 {
		t.Errorf("poses that walk have an arrow, or %d steps in %+v", n, b)
	}
	carry.Poses[1].Arrow = []string{"near hand"}
	if len(carry.moving(carry.scene(), 1)) != 1 {
		t.Error("no arrow where the pose of a walk names one")
	}
	lunge := Figure{Sign: WalkSign, Poses: []Pose{{Ground: []string{"feet"}}, {Thigh: Angle{85, -5}, Shin: Angle{0, -85}, Foot: Angle{0, -60}, Ground: []string{"near foot", "far ball"}}}}
	if len(lunge.moving(lunge.scene(), 1)) == 0 {
		t.Error("no arrow for a lunge that walks")
	}
	slow := squat()
	slow.Poses[1].Seconds = 3
	if svg := slow.SVG(Options{}); !strings.Contains(svg, ">3 s</text>") {
		t.Error("no seconds in the drawing of a slow movement")
	}
	if n, _ := count(slow, inkSign); n != 1 {
		t.Errorf("%d clocks beside the seconds", n)
	}
}

// TestOrder stands the poses in the order in which one reads: beside each other from left to right, from right to left where the figure looks
// left, and below each other from the top.
func TestOrder(t *testing.T) {
	f := squat()
	f.Poses[1].Seconds = 3 // so that the second pose is the one with a text
	for _, left := range []bool{false, true} {
		f.Left = left
		svg := f.SVG(Options{})
		w, _ := parse(t, svg)
		x, err := strconv.ParseFloat(regexp.MustCompile(`<text [^>]* x="([^"]*)"`).FindStringSubmatch(svg)[1], 64)
		if err != nil || left != (x < w/2) {
			t.Errorf("left %v: the text of the second pose is at %.0f of %.0f", left, x, w)
		}
	}
	s := f.scene()
	first, second := f.panel(s, 0), f.panel(s, 1)
	under := column([][]shape{first, second})
	if n := len(first) + 1; boxOf(under[n:]).top > boxOf(under[:n]).bottom {
		t.Error("the second of two poses below each other is not below the first")
	}
}

// TestNothingOverlaps finds signs and their texts free of the body and of each other.
func TestNothingOverlaps(t *testing.T) {
	for _, m := range movements {
		f := m.f
		f.Poses = append([]Pose{}, f.Poses...)
		f.Sign, f.Poses[1].Seconds = HoldSign, 12
		s := f.scene()
		drawn := f.panel(s, 1)
		for _, sign := range f.signs(s, 1, drawn) {
			for _, d := range occupied([]shape{sign}) {
				if !clear(occupied(drawn), d, 0) {
					t.Errorf("%s: a sign overlaps the body at %.0f, %.0f", m.name, d.at.x, d.at.y)
					break
				}
			}
		}
	}
}

// TestLayout puts what is tall beside each other and what is wide below each other.
func TestLayout(t *testing.T) {
	tall := boxOf(squat().layout())
	wide := Figure{Poses: []Pose{
		{Torso: 70, UpperArm: Both(0), Forearm: Both(0), Thigh: Both(-70), Shin: Both(-70), Foot: Both(-70), Ground: []string{"hands", "toes"}},
		{Torso: 84, UpperArm: Both(-80), Forearm: Both(5), Thigh: Both(-84), Shin: Both(-84), Foot: Both(-80), Ground: []string{"hands", "toes"}},
	}}
	flat := boxOf(wide.layout())
	if tall.height() > Height+30 || flat.height() < 110 || flat.width() > 240 {
		t.Errorf("a squat takes %+v, a push-up %+v", tall, flat)
	}
}
