package figure

import "testing"

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
