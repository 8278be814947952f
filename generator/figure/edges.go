package figure

import (
	"fmt"
	"math"
	"slices"
)

// beside is how far a part may reach over the edge of what it rests on, in centimetres: a house rule.
const beside = 1.5

// fromWall is how far from a wall a part that leans on it may be, in centimetres: a house rule. A back is thicker below than above.
const fromWall = 3.5

// misplaced says which part of the body is beside what it should rest on, and what should hang free but does not.
func (f Figure) misplaced(s scene, i int) []misfit {
	var list []misfit
	for _, t := range s.stood[i] {
		for _, c := range f.Poses[i].contacts() {
			if c.on != t.kind || t.hung || t.rides {
				continue
			}
			for side, is := range c.side {
				if problem := s.bodies[i].offEdge(c, side, t); is && problem != "" {
					list = append(list, misfit{Problem{i, -1, "ground", problem, fmt.Sprintf("Move the %s with x, or change an angle.", t.kind)}, c.text})
					break
				}
			}
		}
	}
	return list
}

// offEdge says how a part of the body lies wrong on a thing; it is empty where it lies well.
func (b body) offEdge(c contact, side int, t stood) string {
	pieces := c.part.pieces(b, side)
	if t.upright {
		return b.offFace(c, t, pieces)
	}
	name := c.words()
	left, right := t.edges()
	from, to := span(pieces)
	if c.is(ball) || c.is(toes) {
		from, to = pieces[0].at.x, pieces[0].at.x
	}
	if !c.is("foot") && len(pieces) > 1 && !c.is(ball) && !c.is(toes) {
		from, to = (from+to)/2, (from+to)/2
	}
	if off := max(left-from, to-right); off > beside {
		return fmt.Sprintf("in this pose the %s would reach %.0f cm over the edge of the %s.", name, math.Round(off), t.kind)
	}
	heel := b.legs[side].heel.at.x
	if c.is(ball) && heel > left && heel < right && math.Abs(heel-from) > heelRadius+ballRadius {
		return fmt.Sprintf("in this pose the heel would be over the %s, where it cannot sink; with the ball of the foot on it, the heel is free.", t.kind)
	}
	return ""
}

// offFace says how far a part is from the wall that it leans on: the nearest piece of a limb, and all of a back.
func (b body) offFace(c contact, t stood, pieces []disc) string {
	var gaps []float64
	for _, d := range pieces {
		r := d.r + 1
		if t.gripped {
			r = 0
		}
		gaps = append(gaps, t.face*(t.x-d.at.x)-r)
	}
	off := slices.Min(gaps)
	switch {
	case t.gripped:
		off = gaps[len(gaps)-1]
	case c.part.behind:
		off = slices.Max(gaps)
	}
	if math.Abs(off) <= fromWall {
		return ""
	}
	return fmt.Sprintf("in this pose the %s would be %.0f cm %s the %s.", c.words(), math.Round(math.Abs(off)), map[bool]string{true: "away from", false: "behind the face of"}[off > 0], t.kind)
}
