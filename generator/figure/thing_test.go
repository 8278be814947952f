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

// TestOnHips has things on the hips of a body on its back lie above them, whichever way it is turned to the floor, and hang where it stands.
func TestOnHips(t *testing.T) {
	bridge := Pose{Torso: -119, Head: 45, UpperArm: Both(88), Forearm: Both(90), Thigh: Both(119), Ground: []string{"shoulders", "feet"}}
	for _, kind := range []string{"kettlebell", "dumbbell"} {
		f := Figure{Poses: []Pose{bridge, {Ground: []string{"feet"}}}, Props: []Prop{{Kind: kind, At: "hips"}}}
		s := f.scene()
		for i, lies := range []bool{true, false} {
			hips := s.bodies[i].pelvis
			_, before := holderOf("hips").places(s.bodies[i])
			b := boxOf(s.drawHeld(f.Props[0], before[0], i))
			if onTop := b.bottom > hips.at.y; onTop != lies && kind == "kettlebell" || lies && b.bottom < hips.at.y {
				t.Errorf("pose %d: the %s is in %+v, with the hips at %.0f", i+1, kind, b, hips.at.y)
			}
		}
	}
}
