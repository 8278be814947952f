package tomlfile

import "testing"

// A text in place of a list is split where it names words or weights, and only there.
func TestListOf(t *testing.T) {
	weights := slot{key: &Key{Kind: Strings, Example: `"4 kg"`}, closer: ']'}
	words := slot{key: &Key{Kind: Strings, Example: `"strength"`}, closer: ']'}
	for _, c := range []struct {
		slot slot
		text string
		want string
	}{
		{weights, "4, 6, 8, 12 kg", `["4 kg", "6 kg", "8 kg", "12 kg"]`},
		{weights, "4,6,8 kg", `["4 kg", "6 kg", "8 kg"]`},
		{weights, "4 kg; 6 kg", `["4 kg", "6 kg"]`},
		{weights, "2,5 kg", `["2.5 kg"]`},
		{weights, "2,5, 5, 7,5 kg", `["2.5 kg", "5 kg", "7.5 kg"]`},
		{weights, "9 lb, 13 lb", `["9 lb", "13 lb"]`},
		{weights, "4, 6, 8", `["4 kg", "6 kg", "8 kg"]`},
		{weights, "yellow, red, green", `["yellow", "red", "green"]`},
		{words, "strength, getting started", `["strength", "getting started"]`},
		{words, "strength; planning;", `["strength", "planning"]`},
		{words, "strength", `["strength"]`},
		{words, "Sit down, and then stand up", `["Sit down, and then stand up"]`},
		{words, "Up, down.", `["Up, down."]`},
	} {
		if got := c.slot.listOf(c.text); got != c.want {
			t.Errorf("%q is the list %s, want %s", c.text, got, c.want)
		}
	}
}
