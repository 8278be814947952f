package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
)

// A title and a summary may be as long as they are useful.
func TestLongLines(t *testing.T) {
	parser := New(&Settings{Language: "en", Zone: time.UTC}, markdown.Words{}, nil)
	for _, test := range []struct {
		key    string
		length int
		want   string
	}{
		{"title", 200, "[]"}, {"title", 201, "[long-title 3:9 this title has 201 characters.]"},
		{"summary", 1000, "[]"}, {"summary", 3000, "[long-summary 3:11 this summary has 3000 characters.]"},
	} {
		front := map[string]string{"title": "A", "summary": "B", test.key: strings.Repeat("ü", test.length)}
		text := fmt.Sprintf("+++\nlisted = true\n%[1]s = %[2]q\n", test.key, front[test.key])
		for key, value := range front {
			if key != test.key {
				text += fmt.Sprintf("%s = %q\n", key, value)
			}
		}
		got := []string{}
		for _, p := range parser.Parse(source.File{Path: "content/pages/x.md", Data: []byte(text + "+++\nText.\n")}).Problems {
			got = append(got, fmt.Sprintf("%s %d:%d %s", p.ID, p.Line, p.Column, p.Message))
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%s of %d: got %v, want %s", test.key, test.length, got, test.want)
		}
	}
}

func TestFolded(t *testing.T) {
	for _, pair := range [][2]string{{"Half Marathon", "half-marathon"}, {"half_marathon", "HALF\u00a0 marathon"}, {"Strength ", "strength"}, {"-a", "a"}} {
		if Folded(pair[0]) != Folded(pair[1]) {
			t.Errorf("%q and %q are two words", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"40", "40+"}, {"C", "C++"}, {"U40", "Ü40"}, {"a b", "ab"}} {
		if Folded(pair[0]) == Folded(pair[1]) {
			t.Errorf("%q and %q are one word", pair[0], pair[1])
		}
	}
}
