package figure

import "fmt"

// segment is a piece of the body whose angle an author writes: a row of the table of segments.
type segment struct {
	key       string
	low, high int // the numbers that can be written; house rules: beyond them a number looks like a smaller one, or no joint goes so far
	// usualLow and usualHigh are what nearly all exercises have, by which a slip is found among several numbers that could be wrong.
	usualLow, usualHigh int
	says                string // what the numbers mean, for the author
	// at returns where the angle is kept; of what the body has once, twice the same place.
	at func(p *Pose) (one, other *int)
}

// segments is the table of them, from the trunk outwards.
var segments = [...]segment{
	{"torso", -180, 180, -125, 110, "0 is upright, 90 is level with the face down, -90 on the back", func(p *Pose) (_, _ *int) { return &p.Torso, &p.Torso }},
	{"head", -60, 60, -60, 60, "less than 0 looks up", func(p *Pose) (_, _ *int) { return &p.Head, &p.Head }},
	{"upper_arm", -270, 270, -90, 190, "0 hangs down, 90 points forwards", func(p *Pose) (_, _ *int) { return p.UpperArm.sides() }},
	{"forearm", -270, 270, -90, 190, "0 hangs down, 90 points forwards, and with 150 the hand is at the shoulder", func(p *Pose) (_, _ *int) { return p.Forearm.sides() }},
	{"hand", -80, 80, -80, 80, "0 is straight", func(p *Pose) (_, _ *int) { return p.Hand.sides() }},
	{"thigh", -270, 270, -110, 155, "0 points down, 90 forwards, less than 0 backwards", func(p *Pose) (_, _ *int) { return p.Thigh.sides() }},
	{"shin", -270, 270, -130, 120, "0 points down from the knee, less than 0 backwards", func(p *Pose) (_, _ *int) { return p.Shin.sides() }},
	{"foot", -270, 270, -110, 110, "0 is level, less than 0 lifts the heel", func(p *Pose) (_, _ *int) { return p.Foot.sides() }},
}

// sides returns where the angle of each side is kept.
func (a *Angle) sides() (one, other *int) { return &a.Near, &a.Far }

// Says returns what the numbers of an angle mean, and between which they are: "0 is upright, …; from -180 to 180".
func Says(key string) string {
	s := segmentOf(key)
	return fmt.Sprintf("%s; from %d to %d", s.says, s.low, s.high)
}

// segmentOf returns the row of a key; every joint is between two keys that have one.
func segmentOf(key string) segment {
	for _, s := range segments {
		if s.key == key {
			return s
		}
	}
	panic("no segment " + key)
}

// of returns the angle of a side in a pose.
func (s segment) of(p Pose, side int) int {
	one, other := s.at(&p)
	if side == far {
		return *other
	}
	return *one
}

// with returns the pose with another angle on the sides.
func (s segment) with(p Pose, sides [2]bool, degrees int) Pose {
	one, other := s.at(&p)
	if sides[near] {
		*one = degrees
	}
	if sides[far] {
		*other = degrees
	}
	return p
}

// written returns the angle as an author writes it: 30, or [20, -10].
func (s segment) written(p Pose) string {
	one, other := s.of(p, near), s.of(p, far)
	if one == other {
		return fmt.Sprint(one)
	}
	return fmt.Sprintf("[%d, %d]", one, other)
}

// differs reports whether an angle is another one than in the pose before.
func (s segment) differs(p, before Pose) bool {
	return s.of(p, near) != s.of(before, near) || s.of(p, far) != s.of(before, far)
}

// beyondUsual is how far an angle is from what is usual, on the side where it is farther.
func (s segment) beyondUsual(p Pose) int {
	one, other := s.of(p, near), s.of(p, far)
	return max(one-s.usualHigh, s.usualLow-one, other-s.usualHigh, s.usualLow-other, 0)
}

// largest is the number of an angle, sign aside, on the side where it is larger.
func (s segment) largest(p Pose) int {
	one, other := s.of(p, near), s.of(p, far)
	return max(one, -one, other, -other)
}

// before returns the pose that a pose begins as; for the first that of a standing body.
func (f Figure) before(i int) Pose {
	if i == 0 {
		return Pose{}
	}
	return f.Poses[i-1]
}

// tooFar says which angles have a number that nobody can mean.
func (f Figure) tooFar(i int) []Problem {
	p := f.Poses[i]
	var list []Problem
	for _, s := range segments {
		one, other := s.of(p, near), s.of(p, far)
		if max(one, other) <= s.high && min(one, other) >= s.low || !s.differs(p, f.before(i)) {
			continue
		}
		list = append(list, Problem{i, -1, s.key, fmt.Sprintf("%s = %s is no angle that can be drawn.", s.key, s.written(p)), fmt.Sprintf("Write a number from %d to %d: %s.", s.low, s.high, s.says)})
	}
	return list
}
