package follow

import "testing"

// What differs has a character more on each side, so that a smaller number is not found in a larger one.
func TestDiffering(t *testing.T) {
	for _, c := range [][4]string{
		{"next time 2 kg more, from 8.", "next time one weight up, from 8.", " 2 kg more,", " one weight up,"},
		{"nächstes Mal 2 kg schwerer.", "nächstes Mal ein Gewicht schwerer.", " 2 kg ", " ein Gewicht "},
		{"2 kg more", "one up", "2 kg more", "one up"},
		{"à 5 lb.", "à 10 lb.", " 5 ", " 10 "},
	} {
		if x, y := differing(c[0], c[1]); x != c[2] || y != c[3] {
			t.Errorf("%q and %q differ by %q and %q, want %q and %q", c[0], c[1], x, y, c[2], c[3])
		}
	}
}
