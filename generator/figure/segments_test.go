package figure

import (
	"fmt"
	"strings"
	"testing"
)

// TestSegments has each angle at the ends of its range, held against a list that is written by itself, and a degree beyond them.
func TestSegments(t *testing.T) {
	ranges := map[string][2]int{
		"torso": {-180, 180}, "head": {-60, 60}, "hand": {-80, 80}, "upper_arm": {-270, 270}, "forearm": {-270, 270}, "thigh": {-270, 270}, "shin": {-270, 270}, "foot": {-270, 270},
	}
	for _, s := range segments {
		low, high := ranges[s.key][0], ranges[s.key][1]
		if s.usualLow < low || s.usualHigh > high || s.says == "" {
			t.Errorf("%s is usually from %d to %d and goes from %d to %d: %q", s.key, s.usualLow, s.usualHigh, low, high, s.says)
		}
		for _, degrees := range []int{low, high, low - 1, high + 1, 500, -500} {
			f := Figure{Poses: []Pose{s.with(Pose{}, [2]bool{true, true}, degrees)}}
			got := f.tooFar(0)
			if degrees >= low && degrees <= high {
				if len(got) > 0 {
					t.Errorf("%s = %d: %+v", s.key, degrees, got)
				}
				continue
			}
			if len(got) != 1 || got[0].Key != s.key || got[0].Message != fmt.Sprintf("%s = %d is no angle that can be drawn.", s.key, degrees) || !strings.Contains(got[0].Hint, fmt.Sprintf("from %d to %d: %s.", low, high, s.says)) {
				t.Errorf("%s = %d: %+v", s.key, degrees, got)
			}
		}
	}
}

// TestOneCause has each angle of a squat wrong, on both sides and on one, and in a first pose or in a second: it is named once, and
// nothing that follows from it.
func TestOneCause(t *testing.T) {
	for _, s := range segments {
		for _, degrees := range []int{500, -500, 400, -300} {
			for _, sides := range [][2]bool{{true, true}, {near: true}, {far: true}} {
				for i := range 2 {
					f := squat()
					f.Poses[i] = s.with(f.Poses[i], sides, degrees)
					got := f.Check()
					if len(got) != 1 || got[0].Key != s.key || got[0].Pose != i {
						t.Errorf("pose %d with %s = %s: %+v", i+1, s.key, s.written(f.Poses[i]), got)
					}
				}
			}
		}
	}
}

// TestLikeliest finds the wrong angle among those of the joints that would bend too far.
func TestLikeliest(t *testing.T) {
	for _, test := range []struct {
		change func(p *Pose)
		key    string
		want   string
	}{
		{func(p *Pose) { p.Shin = Both(150) }, "shin", "with thigh = 84 and shin = 150 the knees would bend 66 degrees the wrong way; 10 is the most. Here shin can be from -42 to 70, such as 35: 0 points down from the knee, less than 0 backwards. Or change thigh."},
		{func(p *Pose) { p.Shin = Both(-118) }, "shin", "the knees would bend 202 degrees; 155 is the most."},
		{func(p *Pose) { p.Thigh = Both(-84) }, "thigh", "the hips would bend 52 degrees back; 40 is the most."},
		{func(p *Pose) { p.Thigh.Far = -84 }, "thigh", "with torso = 32 and thigh = [84, -84] the far hip would bend 52 degrees back"},
		{func(p *Pose) { p.Torso = 120 }, "torso", "with torso = 120 and thigh = 84 the hips would bend 204 degrees forwards; 145 is the most. Here torso can be from -97 to 61: 0 is upright"},
		{func(p *Pose) { p.Torso = -150 }, "torso", "with torso = -150 and upper_arm = 22 the shoulders would bend 232 degrees forwards; 195 is the most."},
		{func(p *Pose) { p.Forearm = Both(-158) }, "forearm", "the elbows would bend 180 degrees"},
		{func(p *Pose) { p.Foot = Both(90) }, "foot", "the ankles would bend 104 degrees toes up; 42 is the most."},
		{func(p *Pose) { p.Foot = Both(-90) }, "foot", "the ankles would bend 76 degrees toes down; 70 is the most."},
	} {
		f := squat()
		test.change(&f.Poses[1])
		if got := f.Check(); len(got) != 1 || got[0].Key != test.key || !strings.Contains(messages(f), test.want) {
			t.Errorf("%s: %+v\nwant %s", test.key, got, test.want)
		}
	}
}

// TestLaterPoses are silent about what an earlier one has wrong, also where they change the other angle of the joint, and say what they
// have wrong themselves.
func TestLaterPoses(t *testing.T) {
	f := squat()
	f.Poses[0].Forearm, f.Poses[1].Forearm = Both(-60), Both(-60)
	if got := f.Check(); len(got) != 1 || got[0].Pose != 0 || got[0].Key != "forearm" {
		t.Errorf("the same forearm twice: %+v", got)
	}
	f.Poses[1].Thigh = Both(-84)
	if got := f.Check(); len(got) != 2 || got[1].Pose != 1 || got[1].Key != "thigh" {
		t.Errorf("a thigh as well: %+v", got)
	}
	f = squat()
	f.Poses = append(f.Poses, f.Poses[0])
	for i := range f.Poses {
		f.Poses[i].Ground = []string{"foots"}
	}
	if got := messages(f); strings.Count(got, "foots") != 1 {
		t.Errorf("the same contact in each pose: %s", got)
	}
}

// TestUnread is silent about what follows from a value that could not be read.
func TestUnread(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(f *Figure)
	}{
		{"an angle", func(f *Figure) { f.Poses[1].Shin, f.Poses[1].Unread = Both(100), []string{"shin"} }},
		{"the view", func(f *Figure) { f.Poses[1].Thigh, f.Poses[1].Unread = Angle{84, -84}, []string{"view"} }},
		{"the ground", func(f *Figure) { f.Poses[1].Ground, f.Poses[1].Unread = []string{"hands"}, []string{"ground"} }},
		{"a kind", func(f *Figure) { f.Props[1] = Prop{Unread: []string{"kind"}} }},
		{"who holds it", func(f *Figure) { f.Props[0].At, f.Props[0].Unread = "", []string{"at"} }},
		{"a height", func(f *Figure) { f.Props[1].Height, f.Props[1].Unread = 10, []string{"height"} }},
	} {
		f := squat()
		test.change(&f)
		if got := f.Check(); len(got) > 0 {
			t.Errorf("%s: %+v", test.name, got)
		}
		for i := range f.Poses {
			f.Poses[i].Unread = nil
		}
		for i := range f.Props {
			f.Props[i].Unread = nil
		}
		if got := f.Check(); len(got) == 0 {
			t.Errorf("%s: nothing to be silent about", test.name)
		}
	}
}

// TestMisfit says of what does not touch what it should one thing alone, at the value that is most likely wrong.
func TestMisfit(t *testing.T) {
	reach := func(height int, ground ...string) Figure {
		return Figure{Poses: []Pose{{UpperArm: Both(180), Forearm: Both(180), Ground: ground}}, Props: []Prop{{Kind: "bar", Height: height}}}
	}
	lunge := Figure{Poses: []Pose{{Ground: []string{"feet"}}, {Thigh: Angle{90, 0}, Ground: []string{"near foot"}}}}
	seat := func(change func(f *Figure)) Figure {
		f := squat()
		change(&f)
		return f
	}
	for _, test := range []struct {
		name       string
		f          Figure
		key, want  string
		pose, prop int
	}{
		{"hands below a bar", reach(0, "feet", "hands on bar"), "height", "in pose 1 the hands would reach 203 cm high, but the bar is at 216 cm. Write height = 203 below this [[prop]]", -1, 0},
		{"hands above a bar", reach(150, "feet", "hands on bar"), "height", "would reach 202 cm high, but the bar is at 150 cm. Write height = 202", -1, 0},
		{"near for far", lunge, "ground", `the far foot would be 42 cm below the floor. Did you mean ground = ["far foot"]?`, 1, -1},
		{"a heel in the air", seat(func(f *Figure) { f.Poses[1].Foot = Both(-30) }), "foot", `the heel would be 7 cm above the floor, though "feet" says that the whole foot stands. Write foot = 0, or ground with "balls".`, 1, -1},
		{"a thigh too low", seat(func(f *Figure) { f.Poses[1].Thigh = Both(20) }), "thigh", "the hips would be 32 cm above the box. With thigh = 75, it would fit.", 1, -1},
		{"a box too high", seat(func(f *Figure) { f.Props[1].Height = 80 }), "height", "in pose 2 the feet would be 35 cm above the floor. Without height = 80 it would fit.", -1, 1},
		{"hands above the floor", Figure{Poses: []Pose{{Ground: []string{"feet", "hands"}}}}, "torso", "the hands would be 79 cm above the floor. With torso = 110 and shin = -30, it would fit.", 0, -1},
		{"what no body can do", Figure{Poses: []Pose{{Torso: 45, Thigh: Angle{80, 10}, Shin: Angle{-10, -40}, Ground: []string{"near foot", "far ball", "far hand", "head"}}}}, "ground", "Change an angle, or what ground says.", 0, -1},
	} {
		got := test.f.Check()
		if len(got) != 1 || got[0].Key != test.key || got[0].Pose != test.pose || got[0].Prop != test.prop || !strings.Contains(messages(test.f), test.want) {
			t.Errorf("%s: %+v\nwant %s at %s", test.name, got, test.want, test.key)
		}
	}
}

// TestLying says all that is wrong with a body on its back at once: where its arms lie, and which angles, one or two, bring down what is
// above the floor.
func TestLying(t *testing.T) {
	const arms = "With upper_arm = 80 and forearm = 88 the arms lie beside the body"
	for _, test := range []struct {
		p    Pose
		keys string
		want []string
	}{
		{Pose{Torso: -90, Thigh: Both(60), Ground: []string{"back", "feet"}}, "upper_arm thigh", []string{arms, "the back would be 55 cm above the floor. With thigh = 145, it would fit."}},
		{Pose{Torso: -110, Thigh: Both(110), Shin: Both(-30), Ground: []string{"shoulders", "feet"}}, "upper_arm head", []string{arms, "the head would be 14 cm below the floor. With head = 35, it would fit."}},
		{Pose{Torso: -120, Thigh: Both(90), UpperArm: Both(90), Forearm: Both(90), Ground: []string{"shoulders", "feet"}}, "torso", []string{"With torso = -100 and thigh = 150, it would fit."}},
		{Pose{Torso: 75, UpperArm: Both(30), Forearm: Both(20), Thigh: Both(-50), Shin: Both(-50), Ground: []string{"hands", "balls"}}, "foot", []string{"Here foot can be from -120 to -8", "With shin = -70 and foot = -30 everything fits."}},
	} {
		f := Figure{Poses: []Pose{test.p}}
		var keys []string
		for _, p := range f.Check() {
			keys = append(keys, p.Key)
		}
		if got := strings.Join(keys, " "); got != test.keys {
			t.Errorf("%+v: something is said of %q, want %q", test.p, got, test.keys)
		}
		for _, want := range test.want {
			if !strings.Contains(messages(f), want) {
				t.Errorf("%+v: got %s\nwant %s", test.p, messages(f), want)
			}
		}
	}
}

// TestNoPose says that things without a pose are not drawn.
func TestNoPose(t *testing.T) {
	if got := messages(Figure{Props: []Prop{{Kind: "dumbbell", At: "hands"}}}); !strings.Contains(got, "there is no pose with this dumbbell, so that nothing is drawn. Write the poses first, each below [[pose]].") {
		t.Errorf("said %q", got)
	}
}
