package figure

import (
	"fmt"
	"slices"
)

// A joint that bends too far has two angles, of which one is wrong; and one wrong angle bends up to two joints of each side too far.
// So what is said is the angles that are enough to explain all such joints, each with the numbers that it could have.

// strain is a joint that would bend too far, with the sides on which it would.
type strain struct {
	joint
	sides [2]bool
}

// strained returns the joints that would bend too far in a pose, but for those that an angle is part of which is passed over.
func strained(p Pose, passed []string) []strain {
	var list []strain
	for _, j := range joints {
		if slices.ContainsFunc(passed, j.touches) {
			continue
		}
		if s := (strain{j, [2]bool{!j.goes(p, near), !j.goes(p, far)}}); s.sides[near] || s.sides[far] {
			list = append(list, s)
		}
	}
	return list
}

// bent says which angles bend a joint farther than it goes, and returns the pose with values that they could have instead.
func (f Figure) bent(i int, passed []string) ([]Problem, Pose) {
	p := f.Poses[i]
	eased := p
	var list []Problem
	for left := strained(p, passed); len(left) > 0; {
		s := f.likeliest(i, left)
		touched := func(x strain) bool { return x.touches(s.key) }
		first := left[slices.IndexFunc(left, touched)]
		hint := ""
		hint, eased = f.possible(i, eased, s, first)
		list = append(list, Problem{i, -1, s.key, first.message(p), hint})
		left = slices.DeleteFunc(left, touched)
	}
	return list, eased
}

// message says what bends too far, and with which numbers.
func (x strain) message(p Pose) string {
	return fmt.Sprintf("with %s = %s and %s = %s %s.", x.inner, segmentOf(x.inner).written(p), x.key, segmentOf(x.key).written(p), x.says(p, x.sides))
}

// likeliest returns the angle that is most likely wrong: one that this pose changes, that is part of the most joints which bend too
// far, that what the ground says leaves open, with which another number would mend them, that is farthest from what is usual, and that is the largest.
func (f Figure) likeliest(i int, list []strain) segment {
	var best segment
	var most []int
	p := f.Poses[i]
	for _, s := range segments {
		strains := 0
		for _, x := range list {
			strains += counted(x.touches(s.key))
		}
		if strains == 0 {
			continue
		}
		changes := s.differs(p, f.before(i))
		low, high := s.free(p, sidesOf(s, list))
		weight := []int{counted(changes && i > 0), strains, f.open(i, s), counted(changes), counted(low <= high), s.beyondUsual(p), s.largest(p)}
		if slices.Compare(weight, most) >= 0 {
			best, most = s, weight
		}
	}
	return best
}

// open is how open an angle is left by what the ground says: the trunk of a body that lies is as it is, and a foot that does not stand whole
// can point anywhere.
func (f Figure) open(i int, s segment) int {
	standing := slices.ContainsFunc(f.Poses[i].contacts(), func(c contact) bool { return c.is("foot") })
	switch {
	case s.key == "torso" && f.Poses[i].lies():
		return -1
	case s.key == "foot" && len(f.Poses[i].Ground) > 0 && !standing:
		return 1
	}
	return 0
}

// lies reports whether the body lies on its trunk.
func (p Pose) lies() bool {
	return slices.ContainsFunc(p.contacts(), func(c contact) bool {
		return !c.part.arm && !c.part.leg && !c.is("hips") && !thingOf(c.on).upright
	})
}

// counted is 1 for what is so, and otherwise 0.
func counted(so bool) int {
	if so {
		return 1
	}
	return 0
}

// sidesOf returns the sides on which an angle is part of a joint that bends too far; both where the body has it once.
func sidesOf(s segment, list []strain) [2]bool {
	var sides [2]bool
	for _, x := range list {
		for side := range sides {
			sides[side] = sides[side] || x.touches(s.key) && (x.sides[side] || s.key == "torso")
		}
	}
	return sides
}

// free returns the widest range of numbers of an angle, on some sides of a pose, with which no joint of it bends too far. Without one
// low is above high.
func (s segment) free(p Pose, sides [2]bool) (low, high int) {
	low, high = 1, 0
	from := s.low
	for degrees := s.low; degrees <= s.high+1; degrees++ {
		if degrees <= s.high && s.eased(s.with(p, sides, degrees), sides) {
			continue
		}
		if degrees-1-from > high-low {
			low, high = from, degrees-1
		}
		from = degrees + 1
	}
	return low, high
}

// eased reports whether all joints that the angle is part of go as far as they would in a pose.
func (s segment) eased(p Pose, sides [2]bool) bool {
	for _, j := range joints {
		for side, is := range sides {
			if is && j.touches(s.key) && !j.goes(p, side) {
				return false
			}
		}
	}
	return true
}

// possible says which numbers an angle can have, or which other angle could be the wrong one. It returns a pose with the number that is best:
// with it the least of the pose does not fit, and of such numbers it is the nearest.
func (f Figure) possible(i int, eased Pose, s segment, x strain) (string, Pose) {
	other := x.inner
	if other == s.key {
		other = x.key
	}
	sides := sidesOf(s, []strain{x})
	low, high := s.free(f.Poses[i], sides)
	if q, ok := f.atRest(i, eased, s.key); ok {
		return fmt.Sprintf("With upper_arm = %d and forearm = %d the arms lie beside the body: in %s %s.", restingArm, restingForearm, s.key, s.says), q
	}
	if low > high {
		return fmt.Sprintf("Change %s, or %s: in %s %s.", s.key, other, s.key, s.says), eased
	}
	best := f.best(i, eased, s, sides, low, high)
	scene, such := f.scene(), ""
	fits := func(p Pose) bool { return f.fits(scene, i, p) }
	if both := f.double(i, [][2]string{{x.inner, x.key}}, fits); !fits(best) && len(both) > 0 {
		return fmt.Sprintf("Here %s can be from %d to %d: %s. With %s everything fits.", s.key, low, high, s.says, both[0].written()), both[0].Pose
	}
	if n := s.on(best, sides); n != nearestIn(s.on(eased, sides), low, high) {
		such = fmt.Sprintf(", such as %d", n)
	}
	return fmt.Sprintf("Here %s can be from %d to %d%s: %s. Or change %s.", s.key, low, high, such, s.says, other), best
}

// atRest returns a pose on the back with the arms beside the body, where it does not write both of their angles.
func (f Figure) atRest(i int, eased Pose, key string) (Pose, bool) {
	p, before := f.Poses[i], f.before(i)
	arm, forearm := segmentOf("upper_arm"), segmentOf("forearm")
	written := arm.differs(p, before) && forearm.differs(p, before)
	if key != arm.key && key != forearm.key || written || !p.lies() || p.Torso > -45 {
		return eased, false
	}
	eased.UpperArm, eased.Forearm = Both(restingArm), Both(restingForearm)
	return eased, !slices.ContainsFunc(strained(eased, nil), func(x strain) bool { return x.touches(arm.key) || x.touches(forearm.key) })
}

// The angles of arms that lie on the floor beside a body on its back, by the thickness of both: a house rule.
const (
	restingArm     = 80
	restingForearm = 88
)

// best returns a pose with the number of an angle, from a range, with which the least of it does not fit.
func (f Figure) best(i int, p Pose, s segment, sides [2]bool, low, high int) Pose {
	const step = 5
	is := nearestIn(s.on(p, sides), low, high)
	best, least := s.with(p, sides, is), -1
	bodies := f.scene().bodies[:i]
	for by := 0; by <= high-low && least != 0; by += step {
		for _, n := range []int{is + by, is - by} {
			q := s.with(p, sides, n)
			if n < low || n > high {
				continue
			}
			g := f
			g.Poses = append(slices.Clone(f.Poses[:i]), q)
			if wrong := len(g.misfits(g.sceneAfter(bodies), i)); least < 0 || wrong < least {
				best, least = q, wrong
			}
		}
	}
	return best
}

// nearestIn returns the number of a range that is nearest to one.
func nearestIn(n, low, high int) int { return min(max(n, low), high) }
