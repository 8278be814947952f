// Package figure draws exercises from text: a figure posed by the angles of its segments, what it touches, and what it holds.
//
// In go poses and props, out comes an SVG in one style. Coaches cannot draw, and the pictures in open collections mostly have
// no clear licence; what this package draws is the author's own.
//
// Angles are in degrees against the vertical, as a standing body hangs: the trunk points up, arms and legs point down, and more
// is forwards, to where the figure looks.
//
//	 180            arms and legs            0            trunk and head
//	  |                                      |  30
//	  o--- 90                                | /
//	 /|                                      |/
//	0 -20                               -90--o-- 90
//
// The figure is placed by what it touches; the angles need not be exact, as the whole of it is tipped by a few degrees until
// everything touches that should.
package figure

import (
	"fmt"
	"strings"
)

// Angle is the angle of a segment in degrees, on the side near the viewer and on the far side.
type Angle struct{ Near, Far int }

// Both returns the angle of a segment whose left and right do the same.
func Both(degrees int) Angle { return Angle{degrees, degrees} }

// View says from where the figure is seen.
type View string

const (
	SideView  View = "side"  // the body seen from its side; the zero View is this one
	FrontView View = "front" // the chest faces the viewer
)

// Pose is one position of the body.
type Pose struct {
	Label    string // what it shows, as a short sentence
	View     View
	Torso    int
	Head     int // against the torso
	UpperArm Angle
	Forearm  Angle
	Hand     Angle // against the forearm
	Thigh    Angle
	Shin     Angle
	Foot     Angle    // against the floor
	Ground   []string // what touches what: "feet", "near hand on bench"
	Air      int      // centimetres between the lowest contact and what it would stand on
}

// Prop is a thing that is held, or that stands there.
type Prop struct {
	Kind   string
	At     string // who holds it; empty where it stands on the floor
	X      int
	Height int
	Width  int
	Turn   int
}

// Figure is an exercise drawn from its poses.
type Figure struct {
	Poses []Pose
	Props []Prop
	Left  bool // the figure faces left
}

// Alt returns the text for those who cannot see the drawing.
func (f Figure) Alt(name string) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(name))
	for i, p := range f.Poses {
		sep := " "
		if i == 0 {
			sep = ": "
		}
		b.WriteString(sep)
		if len(f.Poses) > 1 {
			fmt.Fprintf(&b, "%d. ", i+1)
		}
		b.WriteString(sentence(p.Label))
	}
	return b.String()
}

// sentence closes a text with a full stop, unless it has an end.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
