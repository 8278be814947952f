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
	for _, find := range f.finders(i, placed) {
		if list := find(s, i); len(list) > 0 {
			return list[0], true
		}
	}
	return misfit{}, false
}

// misfits returns all that does not fit in a pose, though much of it may follow from something else.
func (f Figure) misfits(s scene, i int) []misfit {
	var list []misfit
	for _, find := range f.finders(i, true) {
		list = append(list, find(s, i)...)
	}
	return list
}

// finders returns what finds the misfits of a pose, those first from which others follow.
func (f Figure) finders(i int, placed bool) []func(scene, int) []misfit {
	if f.Poses[i].Air != 0 {
		return nil
	}
	finders := []func(scene, int) []misfit{f.outOfReach, f.tiptoes, f.hovering, f.sunk}
	if placed {
		finders = append(finders, f.misplaced, f.through)
	}
	return finders
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

// hovering says which parts of the body are above what they should touch, once the figure stands: the highest first.
func (f Figure) hovering(s scene, i int) []misfit {
	var list []misfit
	highest := tolerance
	for _, c := range f.Poses[i].contacts() {
		if heights := f.stance(i).heights(s.bodies[i], []contact{c}); len(heights) > 0 && slices.Max(heights) > tolerance {
			at := len(list)
			if slices.Max(heights) > highest {
				highest, at = slices.Max(heights), 0
			}
			list = slices.Insert(list, at, misfit{Problem{i, -1, "ground", fmt.Sprintf("in this pose the %s would be %.0f cm above the %s.", c.words(), math.Round(slices.Max(heights)), c.surfaceWord()), sayGround}, c.text})
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
