package figure

import (
	"math"
	"testing"
)

// Each kind of thing has a size, and either stands on the floor or is held; and it can be drawn so.
func TestThings(t *testing.T) {
	seen := map[string]bool{}
	for _, x := range things {
		if x.kind == "" || seen[x.kind] || x.width == 0 || x.height == 0 || (x.standing == nil) == (x.held == nil) {
			t.Errorf("%q: %+v, want a kind of its own, a size, and either standing or held", x.kind, x)
			continue
		}
		seen[x.kind] = true
		drawn := 0
		if x.standing != nil {
			drawn = len(x.standing(stood{thing: x}))
		} else {
			drawn = len(x.held(hold{width: x.width, height: x.height}))
		}
		if drawn == 0 {
			t.Errorf("nothing is drawn of a %s", x.kind)
		}
	}
}

// TestPalms holds a dumbbell upright by its upper end, at the chest and before the arms.
func TestPalms(t *testing.T) {
	f := Figure{Poses: []Pose{{UpperArm: Both(-8), Forearm: Both(148), Ground: []string{"feet"}}}, Props: []Prop{{Kind: "dumbbell", At: "palms", Turn: 90}}}
	s := f.scene()
	b, drawn := s.bodies[0], f.panel(s, 0)
	weight, hand := drawn[len(drawn)-1], b.arms[near].hand.at
	at := weight.box()
	if weight.ink != inkProp {
		t.Fatal("the dumbbell is not drawn last")
	}
	if math.Abs(at.top-hand.y-dumbbellHead) > .1 || math.Abs(at.height()-thingOf("dumbbell").width) > .1 || math.Abs((at.left+at.right)/2-hand.x) > .1 {
		t.Errorf("it lies in %+v, and the hands are at %+v", at, hand)
	}
	if front := b.chest.at.x + b.chest.r; at.left > front || at.left < b.chest.at.x || at.bottom > b.chest.at.y || at.top < b.chest.at.y {
		t.Errorf("it lies in %+v, and the chest ends at %.1f, %.1f", at, front, b.chest.at.y)
	}
}
