package figure

import (
	"fmt"
	"slices"
	"strings"
)

// mend is another pose in the place of one that does not fit, and the keys by which it is another one.
type mend struct {
	Pose
	keys   []string
	change int // in degrees
}

// written returns what is to be written: "thigh = 95 and shin = -10".
func (m mend) written() string {
	var list []string
	for _, key := range m.keys {
		if key == "ground" {
			list = append(list, `ground = ["`+strings.Join(m.Ground, `", "`)+`"]`)
			continue
		}
		list = append(list, key+" = "+segmentOf(key).written(m.Pose))
	}
	return strings.Join(list, " and ")
}

// said returns what is to be said of a misfit and of all others of its pose that stay when it is mended, with how each can be.
func (f Figure) said(s scene, i int, w misfit) []told {
	var list []told
	for rounds := 0; rounds < 4; rounds++ {
		p, q, mended := f.explained(s, i, w)
		list = append(list, told{w.about, p})
		if !mended {
			break
		}
		f.Poses = slices.Clone(f.Poses)
		f.Poses[i] = q
		s = f.sceneAfter(s.bodies[:i])
		next, wrong := f.misfit(s, i, true)
		if !wrong {
			break
		}
		w = next
	}
	return list
}

// told is a problem, and what it is of.
type told struct {
	about string
	Problem
}

// explained returns what is said of a misfit: at the value that is most likely wrong, and with another one that would do; and the pose with
// that, if there is one.
func (f Figure) explained(s scene, i int, w misfit) (Problem, Pose, bool) {
	if w.Prop >= 0 || w.Key == "foot" {
		return w.Problem, Pose{}, false
	}
	if p, ok := f.withoutSize(s, i, w); ok {
		return p, Pose{}, false
	}
	list, slip := f.mends(s, i, w)
	if len(list) == 0 {
		w.Key = f.changed(i, w.Key)
		return w.Problem, Pose{}, false
	}
	w.Key = f.keyOf(i, list[0])
	var ways []string
	for _, m := range list[:min(len(list), 2)] {
		ways = append(ways, m.written())
	}
	w.Hint = "With " + strings.Join(ways, ", or with ") + ", it would fit."
	if slip {
		w.Hint = "Did you mean " + strings.Join(ways, " or ") + "?"
	}
	return w.Problem, list[0].Pose, true
}

// keyOf returns the key of a mend that its pose has written itself, so that the line of it can be named; or else its first one.
func (f Figure) keyOf(i int, m mend) string {
	for _, key := range m.keys {
		if key == "ground" || segmentOf(key).differs(f.Poses[i], f.before(i)) {
			return key
		}
	}
	return m.keys[0]
}

// withoutSize returns what is said where everything would fit if a thing had a usual size, or stood where it stands by itself.
func (f Figure) withoutSize(s scene, i int, w misfit) (Problem, bool) {
	for n, p := range f.Props {
		for _, key := range []string{"x", "height"} {
			if !p.in(i) || !stands(p.Kind) || p.sizes()[key] == 0 {
				continue
			}
			g := f
			g.Props = slices.Clone(f.Props)
			if key == "x" {
				g.Props[n].X = 0
			} else {
				g.Props[n].Height = 0
			}
			if g.fits(s, i, f.Poses[i]) {
				return Problem{-1, n, key, strings.Replace(w.Message, "in this pose", fmt.Sprintf("in pose %d", i+1), 1), fmt.Sprintf("Without %s = %d it would fit.", key, p.sizes()[key])}, true
			}
		}
	}
	return Problem{}, false
}

// changed returns the key that a misfit is reported at: that of an unusual angle which this pose changes; or else that of the ground where
// this pose says what touches what; or else of the first angle that is another one than before.
func (f Figure) changed(i int, key string) string {
	p, before := f.Poses[i], f.before(i)
	unusual, farthest := "", 0
	for _, s := range slices.Backward(segments[:]) {
		if !s.differs(p, before) {
			continue
		}
		key = s.key
		if by := s.beyondUsual(p); by > farthest {
			unusual, farthest = s.key, by
		}
	}
	switch {
	case unusual != "":
		return unusual
	case !slices.Equal(p.Ground, before.Ground):
		return "ground"
	}
	return key
}

// mends returns the ways to mend a misfit, the least change first: a slip that is often made, near for far or a sign; or another value of
// one angle with which everything fits, first of those that the pose changes; or of two of them; or, where no such change is enough for
// everything, a value with which at least this misfit is gone and no other comes.
func (f Figure) mends(s scene, i int, w misfit) (list []mend, slip bool) {
	if list := f.slips(s, i); len(list) > 0 {
		return list, true
	}
	all := func(p Pose) bool { return f.fits(s, i, p) }
	written := func(v segment) bool { return v.differs(f.Poses[i], f.before(i)) }
	any := func(segment) bool { return true }
	for _, of := range []func(segment) bool{written, any} {
		if list := f.single(i, of, all); len(list) > 0 {
			return list, false
		}
	}
	for _, of := range [][][2]string{pairsOf(w), f.Poses[i].free()} {
		if list := f.double(i, of, all); len(list) > 0 {
			return list, false
		}
	}
	most := len(f.misfits(s, i))
	fewer := func(p Pose) bool { return f.fitsBetter(s, i, p, w, most) }
	if list := f.single(i, any, fewer); len(list) > 0 {
		return list, false
	}
	return f.double(i, pairsOf(w), fewer), false
}

// slips returns the slips with which everything in a pose would fit.
func (f Figure) slips(s scene, i int) []mend {
	p := f.Poses[i]
	if q := p.swapped(); f.fits(s, i, q) {
		return []mend{{Pose: q, keys: []string{"ground"}}}
	}
	var list []mend
	for _, v := range segments {
		if !v.differs(p, f.before(i)) {
			continue
		}
		for _, sides := range v.sidesOf(p) {
			if q := v.with(p, sides, -v.on(p, sides)); f.fits(s, i, q) {
				list = append(list, mend{Pose: q, keys: []string{v.key}})
			}
		}
	}
	return list
}

// single returns the mends by one of some angles, each with the value that is nearest to what the pose has.
func (f Figure) single(i int, of func(segment) bool, good func(Pose) bool) []mend {
	var list []mend
	for _, v := range segments {
		if !of(v) {
			continue
		}
		if m, ok := nearest(f.Poses[i], v, good); ok {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b mend) int { return a.change - b.change })
	return list
}

// nearest returns the value of an angle that is nearest to what a pose has and with which the pose is good.
func nearest(p Pose, v segment, good func(Pose) bool) (mend, bool) {
	const step, farthest = 5, 120
	for change := step; change <= farthest; change += step {
		for _, by := range []int{change, -change} {
			for _, sides := range v.sidesOf(p) {
				if q := v.with(p, sides, v.on(p, sides)+by); v.beyondUsual(q) <= v.beyondUsual(p) && good(q) {
					return mend{q, []string{v.key}, change}, true
				}
			}
		}
	}
	return mend{}, false
}

// pairs are the angles of which two together decide where a part of the body is.
var pairs = [...][2]string{{"thigh", "shin"}, {"torso", "thigh"}, {"torso", "shin"}, {"upper_arm", "forearm"}, {"torso", "upper_arm"}, {"shin", "foot"}}

// free returns the pairs that a pose leaves open: the trunk of a body that lies is as it is.
func (p Pose) free() [][2]string {
	return slices.DeleteFunc(slices.Clone(pairs[:]), func(pair [2]string) bool { return p.lies() && pair[0] == "torso" })
}

// pairsOf returns those of them that decide where the part is that a misfit is of.
func pairsOf(w misfit) [][2]string {
	for _, word := range []string{"hand", "elbow", "forearm"} {
		if strings.Contains(w.about, word) {
			return [][2]string{{"upper_arm", "forearm"}, {"torso", "upper_arm"}}
		}
	}
	return [][2]string{{"thigh", "shin"}, {"torso", "thigh"}}
}

// double returns the mend by two of some pairs of angles that changes the least, if there is one.
func (f Figure) double(i int, pairs [][2]string, good func(Pose) bool) []mend {
	const step, farthest = 10, 130
	p := f.Poses[i]
	for change := 2 * step; change <= 2*farthest; change += step {
		for _, pair := range pairs {
			v, w := segmentOf(pair[0]), segmentOf(pair[1])
			for one := step; one < change; one += step {
				if other := change - one; max(one, other) <= farthest {
					if q, ok := both(p, v, w, one, other, good); ok {
						return []mend{{q, pair[:], change}}
					}
				}
			}
		}
	}
	return nil
}

// both returns a pose with two angles changed by so much, in whichever direction, that is good.
func both(p Pose, v, w segment, one, other int, good func(Pose) bool) (Pose, bool) {
	for _, sides := range w.sidesOf(p) {
		if v.of(p, near) != v.of(p, far) && sides[near] && sides[far] {
			sides[far] = false
		}
		for _, by := range [][2]int{{one, other}, {one, -other}, {-one, other}, {-one, -other}} {
			q := w.with(v.with(p, sides, v.on(p, sides)+by[0]), sides, w.on(p, sides)+by[1])
			if v.beyondUsual(q) <= v.beyondUsual(p) && w.beyondUsual(q) <= w.beyondUsual(p) && good(q) {
				return q, true
			}
		}
	}
	return Pose{}, false
}

// sidesOf returns the sides on which an angle can be changed by itself: both at once where it is the same on both.
func (v segment) sidesOf(p Pose) [][2]bool {
	if v.of(p, near) == v.of(p, far) {
		return [][2]bool{{true, true}}
	}
	return [][2]bool{{near: true}, {far: true}}
}

// on returns the angle on the first of some sides.
func (v segment) on(p Pose, sides [2]bool) int {
	if sides[near] {
		return v.of(p, near)
	}
	return v.of(p, far)
}

// swapped returns the pose with near and far the other way round in what touches what.
func (p Pose) swapped() Pose {
	swap := strings.NewReplacer("near ", "far ", "far ", "near ")
	p.Ground = slices.Clone(p.Ground)
	for i, text := range p.Ground {
		p.Ground[i] = swap.Replace(text)
	}
	return p
}

// fits reports whether nothing would be wrong with another pose in the place of one, after those before it. What would be far from that is
// not looked at closely.
func (f Figure) fits(s scene, i int, p Pose) bool {
	const far = 25 // more than a tilt can bring together
	if !f.posed(i, p) {
		return false
	}
	if st := f.stance(i); st.spread(assemble(p, 0, st.grips(), st.touching)) > far {
		return false
	}
	_, wrong := f.misfit(f.sceneAfter(s.bodies[:i]), i, true)
	return !wrong
}

// fitsBetter reports whether a misfit would be gone with another pose in the place of one, and fewer than so many would be left.
func (f Figure) fitsBetter(s scene, i int, p Pose, w misfit, most int) bool {
	if !f.posed(i, p) {
		return false
	}
	left := f.misfits(f.sceneAfter(s.bodies[:i]), i)
	return len(left) < most && !slices.ContainsFunc(left, func(x misfit) bool { return x.about == w.about })
}

// posed puts another pose in the place of one, and reports whether a body can take it.
func (f *Figure) posed(i int, p Pose) bool {
	f.Poses = append(slices.Clone(f.Poses[:i]), p)
	return len(strained(p, nil)) == 0 && len(f.tooFar(i)) == 0
}
