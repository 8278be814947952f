package figure

import (
	"fmt"
	"slices"
	"strings"
)

// Problem is something that cannot be drawn as it is written. One of Pose and Prop is an index, the other is -1.
type Problem struct {
	Pose, Prop    int
	Key           string // the key it is about; empty where it is about the whole
	Message, Hint string
}

// Check finds what is wrong with a figure: words that it does not know, angles that no body has, and poses in which not everything
// touches that should. What follows from something that is said already, or from what could not be read, is not said.
func (f Figure) Check() []Problem {
	var list []Problem
	s := f.scene()
	told := map[string]bool{}
	var passed []string // angles of which something was said, or which could not be read
	placed := true      // all things are where they should be
	say := func(about string, p Problem) {
		if !told[about] {
			list = append(list, p)
		}
		told[about] = true
	}
	for i, p := range f.Poses {
		passed = slices.DeleteFunc(passed, func(key string) bool { return segmentOf(key).differs(p, f.before(i)) })
		passed = append(passed, p.unreadAngles()...)
		known := placed && len(passed) == 0
		wrong, eased := f.wrongAngles(i, passed)
		for _, wrong := range wrong {
			passed = append(passed, wrong.Key)
			list = append(list, wrong)
		}
		for _, x := range strained(p, nil) { // either of its angles may be the wrong one
			passed = append(passed, x.inner, x.key)
		}
		unknown := f.unknownContacts(i)
		for _, wrong := range unknown {
			say(wrong.Message, wrong)
		}
		list = append(list, f.marked(i)...)
		readable := len(unknown) == 0 && !slices.ContainsFunc(p.Unread, places) && !slices.ContainsFunc(f.Props, Prop.unread)
		sound := readable && len(passed) == 0
		placed = placed && sound
		if !sound {
			if readable && known {
				for _, t := range f.beside(s, i, eased) {
					say(t.about, t.Problem)
				}
			}
			continue
		}
		if w, wrong := f.misfit(s, i, placed); wrong {
			placed = false
			for _, t := range f.said(s, i, w) {
				say(t.about, t.Problem)
				passed = append(passed, t.angles()...)
			}
		}
	}
	for i := range f.Props {
		list = append(list, f.checkProp(i)...)
	}
	return list
}

// angles returns the angle that a problem is about, if it is about one.
func (p Problem) angles() []string {
	for _, s := range segments {
		if s.key == p.Key {
			return []string{s.key}
		}
	}
	return nil
}

// wrongAngles says which angles of a pose cannot be, and returns the pose with others.
func (f Figure) wrongAngles(i int, passed []string) ([]Problem, Pose) {
	list := f.tooFar(i)
	passed = slices.Clone(passed)
	for _, p := range list {
		passed = append(passed, p.Key)
	}
	bent, eased := f.bent(i, passed)
	return append(list, bent...), eased
}

// beside returns what does not fit in a pose with other angles in the place of those that cannot be, so that it is said at once; nothing
// where there are no such angles, or where they decide how high the body is.
func (f Figure) beside(s scene, i int, eased Pose) []told {
	if was := f.Poses[i]; !f.posed(i, eased) || was.Torso != eased.Torso || was.Thigh != eased.Thigh || was.Shin != eased.Shin {
		return nil
	}
	s = f.sceneAfter(s.bodies[:i])
	if w, wrong := f.misfit(s, i, true); wrong {
		return f.said(s, i, w)
	}
	return nil
}

// places reports whether a key of a pose decides where the body is.
func places(key string) bool { return key != "label" && key != "arrow" && key != "seconds" }

// unreadAngles returns the angles that could not be read; all of them where it is not known from where the body is seen.
func (p Pose) unreadAngles() []string {
	var keys []string
	for _, s := range segments {
		if slices.Contains(p.Unread, s.key) || slices.Contains(p.Unread, "view") {
			keys = append(keys, s.key)
		}
	}
	return keys
}

// unread reports whether something could not be read, or is no size that can be drawn, that says what a thing is or where it stands.
func (p Prop) unread() bool {
	return len(p.unfitting()) > 0 || slices.ContainsFunc(p.Unread, func(key string) bool { return key != "at" && key != "to" && key != "turn" })
}

func (f Figure) checkProp(i int) []Problem {
	p := f.Props[i]
	var list []Problem
	add := func(key, message, hint string) { list = append(list, Problem{-1, i, key, message, hint}) }
	if p.At != "" && !slices.Contains(Holders(), p.At) {
		add("at", fmt.Sprintf("nothing can be held at %q.", p.At), "Choose one of: "+strings.Join(Holders(), ", ")+".")
	}
	if len(f.Poses) == 0 {
		add("kind", fmt.Sprintf("there is no pose with this %s, so that nothing is drawn.", orThing(p.Kind)), "Write the poses first, each below [[pose]].")
		return list
	}
	if p.At == "" && thingOf(p.Kind).held != nil && !slices.Contains(p.Unread, "at") {
		add("kind", fmt.Sprintf("nobody holds the %s.", p.Kind), `Say who does: at = "hands".`)
	}
	if p.At != "" && stands(p.Kind) {
		add("at", fmt.Sprintf("a %s stands there, nobody holds it.", p.Kind), fmt.Sprintf(`Take "at" out, and say what touches it in the pose: ground = "hands on %s".`, p.Kind))
	}
	if stands(p.To) && !f.mayStand(p.To) {
		add("to", fmt.Sprintf("there is no %s for the %s to end at.", p.To, p.Kind), fmt.Sprintf(`Add it: [[prop]] with kind = "%s".`, p.To))
	}
	for _, n := range p.Poses {
		if n < 1 || n > len(f.Poses) {
			add("pose", fmt.Sprintf("there is no pose %d.", n), fmt.Sprintf("Count the [[pose]] tables from 1 to %d, or leave pose out where the %s is there in all of them.", len(f.Poses), p.Kind))
		}
	}
	for _, key := range p.unfitting() {
		add(key, fmt.Sprintf("%s = %d does not fit into a drawing.", key, p.sizes()[key]), fmt.Sprintf("Write centimetres, %d at the most.", mostCentimetres))
	}
	return list
}

// sizes returns the numbers of centimetres of a thing by their keys.
func (p Prop) sizes() map[string]int {
	return map[string]int{"x": p.X, "height": p.Height, "width": p.Width}
}

// unfitting returns the keys of those that do not fit into a drawing.
func (p Prop) unfitting() []string {
	var keys []string
	for _, key := range []string{"x", "height", "width"} {
		if n := p.sizes()[key]; float64(n) != within(n) || n < 0 && key != "x" {
			keys = append(keys, key)
		}
	}
	return keys
}

// orThing returns the word for a kind of thing, also where it could not be read.
func orThing(kind string) string {
	if kind == "" {
		return "thing"
	}
	return kind
}

// mayStand reports whether there is a thing of a kind, or one whose kind could not be read.
func (f Figure) mayStand(kind string) bool {
	return slices.ContainsFunc(f.Props, func(q Prop) bool { return q.Kind == kind || slices.Contains(q.Unread, "kind") })
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
		case c.on != "" && !there && !slices.ContainsFunc(f.Props, Prop.unread):
			add(fmt.Sprintf("there is no %s for %q to touch.", c.on, text), fmt.Sprintf(`Add it below the poses: [[prop]] with kind = "%s".`, c.on))
		case thingOf(c.on).hung && !c.is("hand"):
			add(fmt.Sprintf("only hands hang on a %s, not the %s.", c.on, c.words()), fmt.Sprintf(`Write "hands on %s".`, c.on))
		case c.is(side) && f.Poses[i].View != FrontView:
			add("a body that lies on its side is seen from the front.", `Write view = "front" in this pose.`)
		}
	}
	return list
}
