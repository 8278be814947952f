package figure

import (
	"fmt"
	"strings"
	"testing"
)

// bent returns a pose in which a joint of the near side is at some degrees, and nothing else is out of its range.
func bent(j joint, degrees int) Pose {
	p := Pose{Ground: []string{"feet"}, Air: 1}
	switch j.key {
	case "upper_arm":
		p.UpperArm, p.Forearm = Angle{degrees, 0}, Angle{degrees, 0}
	case "forearm":
		p.Forearm = Angle{degrees, 0}
	case "thigh":
		p.Thigh, p.Shin, p.Foot = Angle{degrees, 0}, Angle{degrees, 0}, Angle{degrees, 0}
	case "shin":
		p.Shin, p.Foot = Angle{-degrees, 0}, Angle{-degrees, 0}
	case "foot":
		p.Foot = Angle{degrees, 0}
	}
	return p
}

// ranges holds the table against a list that is written by itself, so that no range changes unseen.
var ranges = map[string][2]int{
	"shoulder": {-75, 195}, "elbow": {-10, 160}, "hip": {-40, 145}, "knee": {-10, 155}, "ankle": {-70, 42},
}

// TestJoints has each joint at the ends of its range and a degree beyond them.
func TestJoints(t *testing.T) {
	seen := map[string]bool{}
	for _, j := range joints {
		if seen[j.one] || j.low >= 0 || j.high <= 0 || j.many == "" || j.key == "" || j.inner == "" {
			t.Errorf("%+v: want a word of its own, a range round 0, and its keys", j)
		}
		seen[j.one] = true
		if ranges[j.one] != [2]int{j.low, j.high} {
			t.Errorf("the %s goes from %d to %d, want %v", j.one, j.low, j.high, ranges[j.one])
		}
		for _, degrees := range []int{j.low, j.high, j.low - 1, j.high + 1} {
			good := degrees >= j.low && degrees <= j.high
			f := Figure{Poses: []Pose{bent(j, degrees)}}
			got, _ := f.bent(0, nil)
			want := fmt.Sprintf("the near %s would bend %d degrees", j.one, max(degrees, -degrees))
			if good && len(got) > 0 || !good && (len(got) != 1 || got[0].Key != j.key || !strings.Contains(got[0].Message, want)) {
				t.Errorf("the %s at %d: %+v, want %q", j.one, degrees, got, want)
			}
		}
	}
}

// TestJointsLookAlike has angles that are drawn alike, and a view from the front, where a joint is seen bent to either side.
func TestJointsLookAlike(t *testing.T) {
	for _, p := range []Pose{
		{Torso: -90, UpperArm: Both(260), Forearm: Both(-100), Thigh: Both(175), Shin: Both(85), Foot: Both(85)},
		{UpperArm: Both(-180), Forearm: Both(180)},
		{View: FrontView, UpperArm: Angle{42, -42}, Forearm: Angle{172, -172}, Thigh: Angle{30, -30}, Shin: Angle{-60, 60}},
	} {
		if got, _ := (Figure{Poses: []Pose{p}}).bent(0, nil); len(got) > 0 {
			t.Errorf("%+v: %+v", p, got)
		}
	}
	both, _ := Figure{Poses: []Pose{{Shin: Both(20), Foot: Both(20)}}}.bent(0, nil)
	one, _ := Figure{Poses: []Pose{{Shin: Angle{0, 20}, Foot: Angle{0, 20}}}}.bent(0, nil)
	if len(both) != 1 || !strings.Contains(both[0].Message, "the knees would bend 20 degrees the wrong way; 10 is the most") || len(one) != 1 || !strings.Contains(one[0].Message, "the far knee would") {
		t.Errorf("both: %+v, one: %+v", both, one)
	}
}

// TestThrough tells a limb that lies on something from one that goes through it.
func TestThrough(t *testing.T) {
	plank := func(thigh int) Figure {
		return Figure{Poses: []Pose{{View: FrontView, Torso: 76, UpperArm: Angle{0, -112}, Forearm: Angle{85, 10}, Thigh: Angle{thigh, -88}, Shin: Angle{thigh, -88}, Ground: []string{"near forearm", "far ankle on bench"}}},
			Props: []Prop{{Kind: "bench", Height: 36}}}
	}
	lean := func(torso int) Figure {
		return Figure{Poses: []Pose{{Torso: torso, Thigh: Both(18), Shin: Both(18), UpperArm: Both(5), Forearm: Both(5), Ground: []string{"feet", "hips on wall"}}}, Props: []Prop{{Kind: "wall"}}}
	}
	stand := Figure{Poses: []Pose{{Torso: 0, Thigh: Angle{0, 0}, Shin: Angle{0, 0}, UpperArm: Both(170), Forearm: Both(170), Ground: []string{"hands"}}}}
	for _, test := range []struct {
		name string
		f    Figure
		want string
	}{
		{"a leg above the floor", plank(-74), ""},
		{"a leg a little in the floor", plank(-72), "the near heel would be 4 cm below the floor."},
		{"a leg in the floor", plank(-50), "the near heel would be 32 cm below the floor."},
		{"a body in the floor", stand, "the near toes would be"},
		{"a back along a wall", lean(2), ""},
		{"a head in the wall", lean(-12), "the head would go 15 cm into the wall. Did you mean torso = 12?"},
		{"a thigh in the box that it does not touch", Figure{Poses: []Pose{{Ground: []string{"feet"}}}, Props: []Prop{{Kind: "box"}}}, ""},
	} {
		if got := messages(test.f); test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
