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

// bent says which angles bend a joint farther than it goes.
func (f Figure) bent(i int, passed []string) []Problem {
	p := f.Poses[i]
	var list []Problem
	for left := strained(p, passed); len(left) > 0; {
		s := f.likeliest(i, left)
		touched := func(x strain) bool { return x.touches(s.key) }
		first := left[slices.IndexFunc(left, touched)]
		list = append(list, Problem{i, -1, s.key, first.message(p), f.possible(i, s, first)})
		left = slices.DeleteFunc(left, touched)
	}
	return list
}

// message says what bends too far, and with which numbers.
func (x strain) message(p Pose) string {
	return fmt.Sprintf("with %s = %s and %s = %s %s.", x.inner, segmentOf(x.inner).written(p), x.key, segmentOf(x.key).written(p), x.says(p, x.sides))
}

// likeliest returns the angle that is most likely wrong: one that this pose changes, that is part of the most joints which bend too
// far, with which another number would mend them, that is farthest from what is usual, and that is the largest.
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
		weight := []int{counted(changes && i > 0), strains, counted(changes), counted(low <= high), s.beyondUsual(p), s.largest(p)}
		if slices.Compare(weight, most) >= 0 {
			best, most = s, weight
		}
	}
	return best
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

// possible says which numbers an angle can have, or which other angle could be the wrong one.
func (f Figure) possible(i int, s segment, x strain) string {
	other := x.inner
	if other == s.key {
		other = x.key
	}
	low, high := s.free(f.Poses[i], sidesOf(s, []strain{x}))
	if low > high {
		return fmt.Sprintf("Change %s, or %s: in %s %s.", s.key, other, s.key, s.says)
	}
	return fmt.Sprintf("Here %s can be from %d to %d: %s. Or change %s.", s.key, low, high, s.says, other)
}
