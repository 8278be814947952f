package nfc

import (
	"bytes"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// Letters are composed, and each is known by where it was typed.
func TestCompose(t *testing.T) {
	for _, c := range []struct {
		typed, want string
		composed    string // something in the composed text
		at          int    // where it was typed
	}{
		{"", "", "", 0},
		{"plain text", "plain text", "text", 6},
		{"Übung x", "Übung x", "x", 7},
		{"U\u0308bung x", "Übung x", "x", 8},
		{"U\u0308bung", "Übung", "Ü", 0},
		{"a\u0300 e\u0301 o\u0302 x", "à é ô x", "x", 12},
		{"a\u0300 e\u0301 o\u0302 x", "à é ô x", "ô", 8},
		{"\u212bngstro\u0308m x", "Ångström x", "x", 13},
		{"\u1112\u1161\u11ab x", "한 x", "x", 10},
		{"o\u0323\u0302 x", "ộ x", "x", 6},
		{"\xff u\u0308 x", "\xff ü x", "x", 6},
		{"x\u0316\u0301y", "x\u0316\u0301y", "y", 5}, // there is no one letter for it
	} {
		text := Compose([]byte(c.typed))
		if string(text.Bytes) != c.want {
			t.Errorf("%+q became %+q, want %+q", c.typed, text.Bytes, c.want)
		}
		if got := text.Typed(bytes.Index(text.Bytes, []byte(c.composed))); got != c.at {
			t.Errorf("in %+q %q was typed at %d, want %d", c.typed, c.composed, got, c.at)
		}
	}
}

// Every offset leads to where the same thing was typed, in whatever text.
func FuzzCompose(f *testing.F) {
	for _, s := range []string{"", "Übung", "U\u0308bung e\u0301", "\xff\xcc", "\u0308", "\u1112\u1161\u11ab", "o\u0323\u0302\u0302"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		text := Compose([]byte(typed))
		if string(text.Bytes) != norm.NFC.String(typed) {
			t.Fatalf("%+q became %+q", typed, text.Bytes)
		}
		if got := text.Typed(len(text.Bytes)); got != len(typed) {
			t.Fatalf("the end of %+q is at %d, want %d", typed, got, len(typed))
		}
		for i, b := range text.Bytes {
			if at := text.Typed(i); b < 0x80 && i < 200 && norm.NFC.String(typed[at:]) != string(text.Bytes[i:]) {
				t.Fatalf("byte %d of %+q was not typed at %d of %+q", i, text.Bytes, at, typed)
			}
		}
	})
}
