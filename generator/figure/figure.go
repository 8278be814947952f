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
//
// # How to pose
//
// Write the start and the end of the movement, each as a pose; what a pose leaves out is as in the one before. Begin with what
// touches what, first of all what stays in its place: the poses are put together by the first contact that they share.
//
//	ground = ["ball on step"]            the ball of the foot is on it, the heel is free behind its edge
//	ground = ["near foot on box"]        the whole sole is on it
//	ground = ["far instep on bench"]     the laces are, as of a back foot
//	ground = ["shoulders on bench", "feet"]
//	ground = ["shoulders", "heels on slider"]
//	ground = ["near side"]               it lies on its side, in a view from the front, with torso = 86
//	ground = ["feet", "back on wall"]
//	ground = ["hands on bar"]            it hangs
//
// A thing that stands there is put below what rests on it, so that it needs no place of its own; x moves it from there. One that
// is held stands at its holder. One that is not in all poses, or not at one place, is written once for each place, with the poses
// that this is true of:
//
//	[[prop]]
//	kind = "dumbbell"
//	at   = "palms"
//	turn = 90
//	pose = 1
//
// A knee bends where the shin has a lower number than the thigh, an elbow where the forearm has a higher one than the upper arm.
// In a view from the front the near limbs are on the right of the drawing, and an arm or leg with a higher number is further right.
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
	Arrow    []string // what the arrow follows on the way to this pose; found where there is none
	Seconds  int      // how long the way to this pose takes, where it is slow
	Unread   []string // the keys whose values could not be read; what follows from that is not said
}

// Prop is a thing that is held, or that stands there.
type Prop struct {
	Kind   string
	At     string // who holds it; empty where it stands there
	To     string // where the other end of a band is
	Poses  []int  // the poses in which it is there, counted from 1; all where there is none
	X      int
	Height int
	Width  int
	Turn   int
	Unread []string // likewise
}

// Figure is an exercise drawn from its poses.
type Figure struct {
	Poses []Pose
	Props []Prop
	Left  bool // the figure faces left
	Sign  Sign // how it is done, where poses cannot show it
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
