package site

import (
	"slices"
	"strings"
	"testing"
)

func TestCollation(t *testing.T) {
	tests := []struct{ language, want string }{
		{"en", "Äpfel apple banana Öl Zebra"},
		{"de", "Apfel Äpfel Öl Zug"},
		{"sv", "Apfel Zug Äpfel Öl"},
		{"es", "nube ñu oso"},
		{"fr", "cote côté curé"},
		{"pt", "água asa órfão ovo"},
		{"tlh", "a B c"},
	}
	for _, test := range tests {
		want := strings.Fields(test.want)
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, newCollation(test.language).compare)
		if !slices.Equal(got, want) {
			t.Errorf("in %s: got %q, want %q", test.language, got, want)
		}
	}
}
