package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// misfit is something in a pose that does not touch what it should, or goes through what it cannot.
type misfit struct {
	Problem
	about string // what it is of, so that it is said of one pose alone
}

const sayGround = "Change an angle, or what ground says."

// misfit returns the first thing that does not fit in a pose; the others mostly follow from it. In the air nothing has to. Where things
// may be in a wrong place, what lies beside them is not looked for.
func (f Figure) misfit(s scene, i int, placed bool) (misfit, bool) {
	if f.Poses[i].Air != 0 {
		return misfit{}, false
	}
	finders := []func(scene, int) []misfit{f.outOfReach, f.tiptoes, f.hovering, f.sunk}
	if placed {
		finders = append(finders, f.misplaced, f.through)
	}
	for _, find := range finders {
		if list := find(s, i); len(list) > 0 {
			return list[0], true
		}
	}
	return misfit{}, false
}

// outOfReach says that hands which should hang on something do not reach it from where the body stands, or reach beyond it.
func (f Figure) outOfReach(s scene, i int) []misfit {
	hung := func(c contact) bool { return thingOf(c.on).hung }
	hanging, standing := f.Poses[i].contacts(), f.Poses[i].contacts()
	hanging = slices.DeleteFunc(hanging, func(c contact) bool { return !hung(c) })
	st := f.stance(i)
	above, below := st.heights(s.bodies[i], hanging), st.heights(s.bodies[i], slices.DeleteFunc(standing, hung))
	if len(above) == 0 || len(below) == 0 {
		return nil
	}
	off := slices.Min(above) - slices.Min(below)
	if math.Abs(off) <= tolerance {
		return nil
	}
	c := hanging[0]
	bar := slices.IndexFunc(f.Props, func(p Prop) bool { return p.Kind == c.on && p.in(i) })
	reach := math.Round(f.Props[bar].height() + off)
	return []misfit{{Problem{-1, bar, "height", fmt.Sprintf("in pose %d the %s would reach %.0f cm high, but the %s is at %.0f cm.", i+1, c.words(), reach, c.on, f.Props[bar].height()),
		fmt.Sprintf("Write height = %.0f below this [[prop]], or change where the arms point. Whoever hangs needs no other words in ground than %q.", reach, c.text)}, c.text}}
}

// hovering says which part of the body is above what it should touch, once the figure stands: the one that is highest.
func (f Figure) hovering(s scene, i int) []misfit {
	var list []misfit
	highest := tolerance
	for _, c := range f.Poses[i].contacts() {
		if heights := f.stance(i).heights(s.bodies[i], []contact{c}); len(heights) > 0 && slices.Max(heights) > highest {
			highest = slices.Max(heights)
			list = []misfit{{Problem{i, -1, "ground", fmt.Sprintf("in this pose the %s would be %.0f cm above the %s.", c.words(), math.Round(highest), c.surfaceWord()), sayGround}, c.text}}
		}
	}
	return list
}

// tiptoes says that a foot which should stand whole does not.
func (f Figure) tiptoes(s scene, i int) []misfit {
	b := s.bodies[i]
	for _, c := range f.Poses[i].contacts() {
		if !c.is("foot") || b.front || thingOf(c.on).upright {
			continue
		}
		for side, is := range c.side {
			l := b.legs[side]
			off := l.heel.bottom() - l.ball.bottom()
			what, hint := "heel", strings.Replace(strings.Replace(c.text, "feet", "balls", 1), "foot", "ball", 1)
			if off < 0 {
				what, off, hint = "ball of the foot", -off, strings.Replace(strings.Replace(c.text, "feet", "heels", 1), "foot", "heel", 1)
			}
			if is && off > tolerance {
				key := "ground"
				if segmentOf("foot").differs(f.Poses[i], f.before(i)) {
					key = "foot"
				}
				return []misfit{{Problem{i, -1, key, fmt.Sprintf("in this pose the %s would be %.0f cm above the %s, though %q says that the whole foot stands.", what, math.Round(off), c.surfaceWord(), c.text),
					fmt.Sprintf("Write foot = 0, or ground with %q.", hint)}, c.text}}
			}
		}
	}
	return nil
}

// mend is a key with another value, with which everything in a pose fits.
type mend struct {
	key, written string
	change       int // in degrees
}

// explained returns what is said of a misfit: at the value that is most likely wrong, and with another one that would do.
func (f Figure) explained(s scene, i int, w misfit) Problem {
	if w.Prop >= 0 || w.Key == "foot" {
		return w.Problem
	}
	if p, ok := f.withoutSize(s, i, w); ok {
		return p
	}
	list, slip := f.mends(s, i)
	if len(list) == 0 {
		w.Key = f.changed(i, w.Key)
		return w.Problem
	}
	w.Key = list[0].key
	var ways []string
	for _, m := range list[:min(len(list), 2)] {
		ways = append(ways, m.key+" = "+m.written)
	}
	w.Hint = "With " + strings.Join(ways, ", or with ") + ", it would fit."
	if slip {
		w.Hint = "Did you mean " + strings.Join(ways, " or ") + "?"
	}
	return w.Problem
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

// mends returns the values that a pose changes and with another of which everything in it would fit, the least change first. A slip is
// one that is often made: near for far, or a sign.
func (f Figure) mends(s scene, i int) (list []mend, slip bool) {
	p := f.Poses[i]
	if q := p.swapped(); f.fits(s, i, q) {
		return []mend{{key: "ground", written: `["` + strings.Join(q.Ground, `", "`) + `"]`}}, true
	}
	for _, v := range segments {
		if !v.differs(p, f.before(i)) {
			continue
		}
		for _, sides := range v.sidesOf(p) {
			if q := v.with(p, sides, -v.on(p, sides)); f.fits(s, i, q) {
				list = append(list, mend{key: v.key, written: v.written(q)})
			}
		}
	}
	if len(list) > 0 {
		return list, true
	}
	for _, v := range segments {
		if m, ok := f.nearest(s, i, v); ok && v.differs(p, f.before(i)) {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b mend) int { return a.change - b.change })
	return list, false
}

// nearest returns the value of an angle that is nearest to what a pose has and with which everything in it fits.
func (f Figure) nearest(s scene, i int, v segment) (mend, bool) {
	const step, farthest = 5, 120
	p := f.Poses[i]
	for change := step; change <= farthest; change += step {
		for _, by := range []int{change, -change} {
			for _, sides := range v.sidesOf(p) {
				if q := v.with(p, sides, v.on(p, sides)+by); v.beyondUsual(q) <= v.beyondUsual(p) && f.fits(s, i, q) {
					return mend{v.key, v.written(q), change}, true
				}
			}
		}
	}
	return mend{}, false
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

// fits reports whether nothing would be wrong with another pose in the place of one, after those before it.
func (f Figure) fits(s scene, i int, p Pose) bool {
	f.Poses = append(slices.Clone(f.Poses[:i]), p)
	if len(f.tooFar(i)) > 0 || len(strained(p, nil)) > 0 {
		return false
	}
	_, wrong := f.misfit(f.sceneAfter(s.bodies[:i]), i, true)
	return !wrong
}
