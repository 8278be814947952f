package figure

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Problem is something that cannot be drawn as it is written. One of Pose and Prop is an index, the other is -1.
type Problem struct {
	Pose, Prop    int
	Key           string // the key it is about; empty where it is about the whole
	Message, Hint string
}

// Check finds what is wrong with a figure: words that it does not know, and poses in which not everything touches that should.
func (f Figure) Check() []Problem {
	var list []Problem
	s := f.scene()
	for i := range f.Poses {
		list = append(list, f.unknownContacts(i)...)
		list = append(list, f.beyond(i)...)
		list = append(list, f.marked(i)...)
		if f.Poses[i].Air == 0 {
			list = append(list, f.hovering(s, i)...)
			list = append(list, f.misplaced(s, i)...)
			list = append(list, f.sunk(s, i)...)
			list = append(list, f.through(s, i)...)
		}
	}
	for i := range f.Props {
		list = append(list, f.checkProp(i)...)
	}
	return list
}

func (f Figure) checkProp(i int) []Problem {
	p := f.Props[i]
	var list []Problem
	add := func(key, message, hint string) { list = append(list, Problem{-1, i, key, message, hint}) }
	if p.At != "" && !slices.Contains(Holders(), p.At) {
		add("at", fmt.Sprintf("nothing can be held at %q.", p.At), "Choose one of: "+strings.Join(Holders(), ", ")+".")
	}
	if p.At == "" && thingOf(p.Kind).held != nil {
		add("", fmt.Sprintf("nobody holds the %s.", p.Kind), `Say who does: at = "hands".`)
	}
	if p.At != "" && stands(p.Kind) {
		add("at", fmt.Sprintf("a %s stands there, nobody holds it.", p.Kind), fmt.Sprintf(`Take "at" out, and say what touches it in the pose: ground = "hands on %s".`, p.Kind))
	}
	if stands(p.To) && !slices.ContainsFunc(f.Props, func(q Prop) bool { return q.Kind == p.To }) {
		add("to", fmt.Sprintf("there is no %s for the %s to end at.", p.To, p.Kind), fmt.Sprintf(`Add it: [[prop]] with kind = "%s".`, p.To))
	}
	for _, n := range p.Poses {
		if n < 1 || n > len(f.Poses) {
			add("pose", fmt.Sprintf("there is no pose %d.", n), fmt.Sprintf("Count the [[pose]] tables from 1 to %d, or leave pose out where the %s is there in all of them.", len(f.Poses), p.Kind))
		}
	}
	for _, key := range []string{"x", "height", "width"} {
		n := map[string]int{"x": p.X, "height": p.Height, "width": p.Width}[key]
		if float64(n) != within(n) || n < 0 && key != "x" {
			add(key, fmt.Sprintf("a %s of %d does not fit into a drawing.", key, n), fmt.Sprintf("Write centimetres, %d at the most.", mostCentimetres))
		}
	}
	return list
}

// marked says what is wrong with the arrow and the numbers of a pose.
func (f Figure) marked(i int) []Problem {
	p := f.Poses[i]
	var list []Problem
	add := func(key, message, hint string) { list = append(list, Problem{i, -1, key, message, hint}) }
	if i == 0 && len(p.Arrow) > 0 {
		add("arrow", "no arrow leads to the first pose.", "Write arrow in the pose where the movement ends.")
	}
	if i == 0 && p.Seconds != 0 {
		add("seconds", "no movement leads to the first pose.", "Write seconds in the pose where the movement ends.")
	} else if p.Seconds < 0 || p.Seconds > mostSeconds {
		add("seconds", fmt.Sprintf("a movement cannot take %d seconds.", p.Seconds), fmt.Sprintf("Write 1 to %d, or leave seconds out where it is not slow.", mostSeconds))
	}
	if p.Air < 0 || p.Air > mostCentimetres {
		add("air", fmt.Sprintf("nobody is %d cm in the air.", p.Air), "Write how far a jump leaves the floor, such as air = 20.")
	}
	return list
}

const sayGround = "Change an angle, or what ground says."

func (f Figure) unknownContacts(i int) []Problem {
	var list []Problem
	add := func(message, hint string) { list = append(list, Problem{i, -1, "ground", message, hint}) }
	for _, text := range f.Poses[i].Ground {
		c, ok := readContact(text)
		there := slices.ContainsFunc(f.stance(i).props, func(p Prop) bool { return p.Kind == c.on })
		switch {
		case !ok:
			add(fmt.Sprintf("I do not know what %q touches.", text), `Write it like "feet", "near hand on bench" or "ball on step"; what can touch something: `+strings.Join(Parts(), ", ")+".")
		case c.on != "" && !stands(c.on):
			add(fmt.Sprintf("nothing can rest on %q.", c.on), `Write "on" with a thing that stands there, such as "hands on bench"; or without it, for the floor.`)
		case c.on != "" && !there:
			add(fmt.Sprintf("there is no %s for %q to touch.", c.on, text), fmt.Sprintf(`Add it below the poses: [[prop]] with kind = "%s".`, c.on))
		case thingOf(c.on).hung && !c.is("hand"):
			add(fmt.Sprintf("only hands hang on a %s, not the %s.", c.on, c.words()), fmt.Sprintf(`Write "hands on %s".`, c.on))
		case c.is(side) && f.Poses[i].View != FrontView:
			add("a body that lies on its side is seen from the front.", `Write view = "front" in this pose.`)
		}
	}
	return list
}

// hovering says what is above or before the thing that it should touch, once the figure stands.
func (f Figure) hovering(s scene, i int) []Problem {
	var list []Problem
	for _, c := range f.Poses[i].contacts() {
		add := func(off float64, where string) {
			list = append(list, Problem{i, -1, "ground", fmt.Sprintf("in this pose the %s would be %.0f cm %s the %s.", c.words(), math.Round(off), where, c.surfaceWord()), sayGround})
		}
		if heights := f.stance(i).heights(s.bodies[i], []contact{c}); len(heights) > 0 && slices.Max(heights) > tolerance {
			add(slices.Max(heights), "above")
		}
		if c.is("foot") && !s.bodies[i].front && !thingOf(c.on).upright {
			list = append(list, f.tiptoes(s.bodies[i], i, c)...)
		}
	}
	return list
}

// tiptoes says that a foot which should stand whole does not.
func (f Figure) tiptoes(b body, i int, c contact) []Problem {
	for side, is := range c.side {
		l := b.legs[side]
		off := l.heel.bottom() - l.ball.bottom()
		what, hint := "heel", strings.Replace(strings.Replace(c.text, "feet", "balls", 1), "foot", "ball", 1)
		if off < 0 {
			what, off, hint = "ball of the foot", -off, strings.Replace(strings.Replace(c.text, "feet", "heels", 1), "foot", "heel", 1)
		}
		if is && off > tolerance {
			return []Problem{{i, -1, "ground", fmt.Sprintf("in this pose the %s would be %.0f cm above the %s, though %q says that the whole foot stands.", what, math.Round(off), c.surfaceWord(), c.text), fmt.Sprintf("Write foot = 0, or %q.", hint)}}
		}
	}
	return nil
}
