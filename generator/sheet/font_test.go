package sheet

import "testing"

// The marks take no room on the sheet.
func TestMarksTakeNoRoom(t *testing.T) {
	f := newFont()
	if got, want := f.width("\u20668 kg\u2069"), f.width("8 kg"); got != want {
		t.Errorf("got a width of %f mm with marks, want %f", got, want)
	}
}
