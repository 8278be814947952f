package sheet

import (
	"math"
	"testing"
)

// The widths are those of Arial at 10 pt, in millimetres.
func TestWidth(t *testing.T) {
	f := newFonts().regular
	for text, want := range map[string]float64{
		"":                  0,
		"Squat":             9.22,
		"3 × 8":             7.94,
		"\u20663 × 8\u2069": 7.94, // the marks take no room
		"“yes”":             7.84,
		"oui\u202f; oui":    12.35,
	} {
		if got := f.width(text, 10); math.Abs(got-want) > 0.1 {
			t.Errorf("%q is %.2f mm wide, want %.2f", text, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	f := newFonts()
	for _, test := range []struct {
		text         string
		font         *font
		width, taken float64
		want         int
	}{
		{"", f.regular, 10, 0, 0},
		{"Squat", f.regular, 10, 0, 1},
		{"Squat squat", f.regular, 10, 0, 2},
		{"Squat squat squat squat squat", f.regular, 20, 0, 3},
		{"Squat", f.bold, 9.6, 0, 2}, // 10 mm wide, 9.2 mm in regular type
		{"Squat", f.regular, 9.6, 0, 1},
		{"Squatsquatsquat", f.regular, 10, 0, 3},
		{"Squat a a Squat", f.regular, 13, 0, 2},
		{"Squat a\u202fa Squat", f.regular, 13, 0, 3}, // no line ends between the two
		{"Squat a\u00a0a Squat", f.regular, 13, 0, 3},
		{"Squat", f.regular, 10, 5, 2}, // half of the line is taken
	} {
		if got := test.font.lines(test.text, 10, test.width, test.taken); got != test.want {
			t.Errorf("%q takes %d lines, want %d", test.text, got, test.want)
		}
	}
}
