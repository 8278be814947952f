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
	Message, Hint string
}

// Holders returns the words for who holds a thing.
func Holders() []string {
	return []string{"hands", "each hand", "near hand", "far hand", "shoulders", "back", "hips"}
}

// Check finds what is wrong with a figure: words that it does not know, and poses in which not everything touches that should.
func (f Figure) Check() []Problem {
	var list []Problem
	for i, p := range f.Poses {
		for _, message := range append(f.unknownContacts(p), f.hovering(p)...) {
			list = append(list, Problem{Pose: i, Prop: -1, Message: message, Hint: "Change an angle, or what ground says."})
		}
	}
	for i, p := range f.Props {
		if p.At != "" && !slices.Contains(Holders(), p.At) {
			list = append(list, Problem{Pose: -1, Prop: i, Message: fmt.Sprintf("nothing can be held at %q.", p.At),
				Hint: "Choose one of: " + strings.Join(Holders(), ", ") + "."})
		}
		if p.At == "" && !stands(p.Kind) {
			list = append(list, Problem{Pose: -1, Prop: i, Message: fmt.Sprintf("nobody holds the %s.", p.Kind), Hint: `Say who does: at = "hands".`})
		}
	}
	return list
}

func (f Figure) unknownContacts(p Pose) []string {
	var list []string
	for _, text := range p.Ground {
		c, ok := readContact(text)
		switch {
		case !ok:
			list = append(list, fmt.Sprintf("I do not know what %q touches; write it like \"feet\", \"hands\", \"knees\", \"back\" or \"near hand on bench\".", text))
		case c.on != "" && !slices.ContainsFunc(f.Props, func(p Prop) bool { return p.Kind == c.on && stands(p.Kind) }):
			list = append(list, fmt.Sprintf("there is no %s for %q to touch.", c.on, text))
		}
	}
	return list
}

// hovering says what is above the thing that it should touch, once the figure stands.
func (f Figure) hovering(p Pose) []string {
	if p.Air > 0 {
		return nil
	}
	var list []string
	b := f.stand(p)
	for _, c := range p.contacts() {
		heights := f.heights(b, []contact{c})
		if len(heights) == 0 {
			continue
		}
		if above := slices.Max(heights); above > tolerance {
			surface := "floor"
			if c.on != "" {
				surface = c.on
			}
			words, _, _ := strings.Cut(c.text, " on ")
			list = append(list, fmt.Sprintf("in this pose the %s would be %.0f cm above the %s.", words, math.Round(above), surface))
		}
	}
	return list
}
