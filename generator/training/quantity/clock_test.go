package quantity

import (
	"errors"
	"testing"
)

func TestParseClock(t *testing.T) {
	for typed, want := range map[string]string{
		"18:00": "18:00", "6:05": "06:05", " 06.30 ": "06:30", "18h30": "18:30", "18 h": "18:00", "18 H 15": "18:15",
		"6 pm": "18:00", "6:30 p.m.": "18:30", "12 am": "00:00", "12:15 PM": "12:15", "11am": "11:00", "00:00": "00:00", "23:59": "23:59",
	} {
		got, err := ParseClock(typed)
		if err != nil || got.String() != want {
			t.Errorf("ParseClock(%q) = %v, %v; want %s", typed, got, err, want)
		}
		if again, err := ParseClock(got.String()); again != got || err != nil {
			t.Errorf("%q is printed as %q and read again as %v, %v", typed, got, again, err)
		}
	}
}

func TestParseClockWrong(t *testing.T) {
	for typed, want := range map[string]string{
		"":        `I cannot read "".`,
		"18":      `I cannot read "18".`,
		"evening": `I cannot read "evening".`,
		"18:0":    `I cannot read "18:0".`,
		"24:00":   `no clock shows "24:00".`,
		"18:60":   `no clock shows "18:60".`,
		"18 pm":   `no clock shows "18 pm".`,
		"0 am":    `no clock shows "0 am".`,
		"30 h":    `no clock shows "30 h".`,
	} {
		got, err := ParseClock(typed)
		var e *Error
		if !errors.As(err, &e) || e.Message != want || e.Hint != clockHint {
			t.Errorf("ParseClock(%q) = %v, %v; want %s", typed, got, err, want)
		}
	}
}
