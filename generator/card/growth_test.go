package card

import (
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/colour"
)

// A title that is twice as long takes twice the work at most, also where it is one word.
func TestLongTitles(t *testing.T) {
	p := NewPen(Style{Colours: colour.Theme().Light})
	for name, part := range map[string]string{"one word": "L", "many words": "Long ", "wide letters": "WÜ", "blanks": "a      "} {
		work := func(n int) uint64 {
			title := strings.Repeat(part, n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, lines := p.plain.fit(title)
			runtime.ReadMemStats(&after)
			if len(lines) == 0 || len(lines) > mostLines {
				t.Errorf("%s: %d lines", name, len(lines))
			}
			for _, line := range lines {
				if len([]rune(line)) > 200 {
					t.Errorf("%s: a line has %d letters", name, len([]rune(line)))
				}
			}
			return after.TotalAlloc - before.TotalAlloc
		}
		work(2000)
		if small, large := work(2000), work(8000); large > 8*small+100_000 {
			t.Errorf("%s: for 4 times the letters it took %d bytes instead of %d", name, large, small)
		}
	}
}

// What is cut is the longest beginning that has room with its dots.
func TestCut(t *testing.T) {
	f := NewPen(Style{Colours: colour.Theme().Light}).plain.titles[0]
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("iWü .")), 1, 40, -1).Draw(t, "text")
		room := rapid.IntRange(200, 900).Draw(t, "room")
		got := f.cut(text, room)
		letters := []rune(text)
		want := text
		for f.width(want) > room {
			letters = letters[:len(letters)-1]
			want = string(letters) + "…"
		}
		if got != want {
			t.Fatalf("%q in a room of %d is %q, want %q", text, room, got, want)
		}
	})
}
