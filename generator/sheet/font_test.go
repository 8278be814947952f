package sheet

import (
	"math"
	"testing"
)

// The widths are those of Arial at 10 pt, in millimetres.
func TestWidth(t *testing.T) {
	f := newFont()
	for text, want := range map[string]float64{
		"":                  0,
		"Squat":             9.22,
		"3 × 8":             7.94,
		"\u20663 × 8\u2069": 7.94, // the marks take no room
		"“yes”":             7.84,
	} {
		if got := f.width(text); math.Abs(got-want) > 0.1 {
			t.Errorf("%q is %.2f mm wide, want %.2f", text, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	f := newFont()
	narrowThenWide := func(line int) float64 {
		if line < 2 {
			return 10
		}
		return 40
	}
	tests := []struct {
		text  string
		wider float64
		room  func(int) float64
		want  int
	}{
		{"", regular, narrowThenWide, 0},
		{"Squat", regular, narrowThenWide, 1},
		{"Squat squat", regular, narrowThenWide, 2},
		{"Squat squat squat squat squat", regular, narrowThenWide, 3},
		{"Squat", bold, narrowThenWide, 2}, // 10.05 mm
		{"Squatsquatsquat", regular, narrowThenWide, 3},
	}
	for _, test := range tests {
		if got := f.lines(test.text, test.wider, test.room); got != test.want {
			t.Errorf("%q, %v as wide, takes %d lines, want %d", test.text, test.wider, got, test.want)
		}
	}
}
