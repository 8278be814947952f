package tomlfile

import "testing"

func TestBlank(t *testing.T) {
	for _, s := range []string{"", " ", "\t\n", "\u00a0", "\u200b", "\u200b \u2060", "\ufeff", "\u00ad", "\u3164", "\u2800", "\ufe0f", "\u3000", "\u202e"} {
		if !Blank(s) {
			t.Errorf("%q can be seen", s)
		}
	}
	for _, s := range []string{"a", "-", " \u200b.", "0", "💪", "ا", "\u0301a"} {
		if Blank(s) {
			t.Errorf("%q cannot be seen", s)
		}
	}
}
