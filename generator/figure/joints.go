package figure

import (
	"fmt"
	"math"
)

// joint is a joint between two segments: a row of the table of joints.
type joint struct {
	one, many string // its words, of one side and of both
	inner     string // the angle of its nearer segment
	key       string // the angle of its farther one
	low, high int    // how far it goes, in degrees; house rules, wider than the source, which measures without load and without help
	back      string // which way it bends below 0
	ahead     string // which way it bends above 0
	front     bool   // it is judged in a view from the front too, where it can be seen bent to either side
	// angle returns how far it bends.
	angle func(p Pose, side int) float64
}

// joints is the table of them, with the ranges of the American Academy of Orthopaedic Surgeons (Joint Motion: Method of Measuring and
// Recording, 1965; in Norkin and White, Measurement of Joint Motion, 5th ed. 2016): neck 45 each way, shoulder 180 forwards and 60 back,
// elbow 0 to 150, wrist 80 and 70, hip 120 and 30, knee 0 to 135, ankle 20 up and 50 down. Neck and wrist have their ranges in the table
// of segments, since head and hand are written against what they are joined to. A drawing may go beyond them where
// the trunk bends as well, which is one piece here (shoulder, hip), or where body weight pushes on (a knee in a deep squat, an ankle on
// a step, an elbow below a bar); the foot is one piece too, so that the arch is in the ankle.
var joints = [...]joint{
	{"shoulder", "shoulders", "torso", "upper_arm", -75, 195, "back", "forwards", false, func(p Pose, side int) float64 { return p.UpperArm.of(side) + float64(p.Torso) }},
	{"elbow", "elbows", "upper_arm", "forearm", -10, 160, "the wrong way", "", true, func(p Pose, side int) float64 { return p.Forearm.of(side) - p.UpperArm.of(side) }},
	{"hip", "hips", "torso", "thigh", -40, 145, "back", "forwards", false, func(p Pose, side int) float64 { return p.Thigh.of(side) + float64(p.Torso) }},
	{"knee", "knees", "thigh", "shin", -10, 155, "the wrong way", "", true, func(p Pose, side int) float64 { return p.Thigh.of(side) - p.Shin.of(side) }},
	{"ankle", "ankles", "shin", "foot", -70, 42, "toes down", "toes up", false, func(p Pose, side int) float64 { return p.Foot.of(side) - p.Shin.of(side) }},
}

// at returns the joint's angle in a pose: of all that look alike, the one nearest to what the joint does. Seen from the front it
// may bend to either side.
func (j joint) at(p Pose, side int) int {
	middle := float64(j.low+j.high) / 2
	if p.View == FrontView {
		middle = 0
	}
	a := j.angle(p, side) - middle
	a -= 360 * math.Round(a/360)
	return int(math.Round(a + middle))
}

// goes reports whether the joint bends so far as it would in a pose.
func (j joint) goes(p Pose, side int) bool {
	degrees := j.at(p, side)
	if p.View != FrontView {
		return degrees >= j.low && degrees <= j.high
	}
	return !j.front || max(degrees, -degrees) <= j.high
}

// touches reports whether an angle is one of the joint's.
func (j joint) touches(key string) bool { return j.key == key || j.inner == key }

// says tells how far the joint would bend on the sides where it goes not so far: "the near knee would bend 50 degrees the wrong way;
// 10 is the most".
func (j joint) says(p Pose, sides [2]bool) string {
	side, name := near, "the "+j.many
	switch {
	case !sides[far], sides[near] && j.at(p, near) != j.at(p, far):
		name = "the near " + j.one
	case !sides[near]:
		side, name = far, "the far "+j.one
	}
	degrees, most, way := j.at(p, side), j.high, j.ahead
	switch {
	case p.View == FrontView:
		degrees, way = max(degrees, -degrees), ""
	case degrees < j.low:
		degrees, most, way = -degrees, -j.low, j.back
	}
	if way != "" {
		way = " " + way
	}
	return fmt.Sprintf("%s would bend %d degrees%s; %d is the most", name, degrees, way, most)
}
