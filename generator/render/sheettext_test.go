package render

import "testing"

// The marks take no room on the sheet.
func TestMarksTakeNoRoom(t *testing.T) {
	set := newTypeset()
	if got, want := set.width("\u20668 kg\u2069"), set.width("8 kg"); got != want {
		t.Errorf("got a width of %f mm with marks, want %f", got, want)
	}
}
