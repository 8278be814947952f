package figure

import (
	"fmt"
	"math"
)

// joint is a joint between two segments: a row of the table of joints.
type joint struct {
	one, many string // its words, of one side and of both; alike where the body has one of it
	keys      string // what changes its angle, for the author
	key       string // the one of them that is at the farther segment
	low, high int    // how far it goes, in degrees; house rules, wider than the source, which measures without load and without help
	front     bool   // it is judged in a view from the front too, where it can be seen bent to either side
	angle     func(p Pose, side int) float64
}

// joints is the table of them, with the ranges of the American Academy of Orthopaedic Surgeons (Joint Motion: Method of Measuring and
// Recording, 1965; in Norkin and White, Measurement of Joint Motion, 5th ed. 2016): neck 45 each way, shoulder 180 forwards and 60 back,
// elbow 0 to 150, wrist 80 and 70, hip 120 and 30, knee 0 to 135, ankle 20 up and 50 down. A drawing may go beyond them where
// the trunk bends as well, which is one piece here (shoulder, hip), or where body weight pushes on (a knee in a deep squat, an ankle on
// a step, an elbow below a bar); the foot is one piece too, so that the arch is in the ankle.
var joints = [...]joint{
	{"neck", "neck", `"head"`, "head", -60, 60, true, func(p Pose, _ int) float64 { return float64(p.Head) }},
	{"shoulder", "shoulders", `"upper_arm" or "torso"`, "upper_arm", -75, 195, false, func(p Pose, side int) float64 { return p.UpperArm.of(side) + float64(p.Torso) }},
	{"elbow", "elbows", `"forearm" or "upper_arm"`, "forearm", -10, 160, true, func(p Pose, side int) float64 { return p.Forearm.of(side) - p.UpperArm.of(side) }},
	{"wrist", "wrists", `"hand"`, "hand", -80, 80, true, func(p Pose, side int) float64 { return p.Hand.of(side) }},
	{"hip", "hips", `"thigh" or "torso"`, "thigh", -40, 145, false, func(p Pose, side int) float64 { return p.Thigh.of(side) + float64(p.Torso) }},
	{"knee", "knees", `"shin" or "thigh"`, "shin", -10, 155, true, func(p Pose, side int) float64 { return p.Thigh.of(side) - p.Shin.of(side) }},
	{"ankle", "ankles", `"foot" or "shin"`, "foot", -70, 42, false, func(p Pose, side int) float64 { return p.Foot.of(side) - p.Shin.of(side) }},
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

// goes reports whether the joint bends so far.
func (j joint) goes(degrees int, v View) bool {
	if v != FrontView {
		return degrees >= j.low && degrees <= j.high
	}
	return !j.front || max(degrees, -degrees) <= j.high
}

// beyond says which joints would go beyond what they do.
func (f Figure) beyond(i int) []Problem {
	p := f.Poses[i]
	var list []Problem
	for _, j := range joints {
		one, other := j.at(p, near), j.at(p, far)
		nearBad, farBad := !j.goes(one, p.View), !j.goes(other, p.View)
		name, degrees := j.many+" would bend", one
		switch {
		case !nearBad && !farBad:
			continue
		case nearBad && farBad && one == other:
			if j.one == j.many {
				name = j.one + " would bend"
			}
		case nearBad:
			name = "near " + j.one + " would bend"
		default:
			name, degrees = "far "+j.one+" would bend", other
		}
		list = append(list, Problem{i, -1, j.key, fmt.Sprintf("in this pose the %s to %d degrees; it goes from %d to %d.", name, degrees, j.low, j.high), "Change " + j.keys + "."})
	}
	return list
}
