package diag

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("l", 200)
	for _, c := range []struct {
		name           string
		line           string
		column, length int
		width          int
		text, carets   string
	}{
		{"short", "name = 1", 8, 1, 30, "name = 1", "       ^"},
		{"whole line", "name = 1", 0, 0, 30, "name = 1", ""},
		{"no length", "name = 1", 1, 0, 30, "name = 1", "^"},
		{"behind the end", "name =", 7, 1, 30, "name =", "      ^"},
		{"far behind the end", "name =", 99, 3, 30, "name =", "      ^"},
		{"empty line", "", 1, 1, 30, "", "^"},
		{"exactly as wide", strings.Repeat("x", 30), 30, 1, 30, strings.Repeat("x", 30), strings.Repeat(" ", 29) + "^"},
		{"marked as wide", strings.Repeat("x", 30), 2, 29, 30, strings.Repeat("x", 30), " " + strings.Repeat("^", 29)},
		{"one too wide", strings.Repeat("x", 30) + "y", 1, 1, 30, strings.Repeat("x", 29) + "…", "^"},
		{"long before", long + "HERE", 201, 4, 30, "…" + strings.Repeat("l", 25) + "HERE", strings.Repeat(" ", 26) + "^^^^"},
		{"long after", "HERE" + long, 1, 4, 30, "HERE" + strings.Repeat("l", 25) + "…", "^^^^"},
		{"long around", long + "HERE" + long, 201, 4, 30, "…" + strings.Repeat("l", 16) + "HERE" + strings.Repeat("l", 8) + "…", strings.Repeat(" ", 17) + "^^^^"},
		{"a long value", `a = "` + long + `" # why`, 5, 202, 30, `a = "` + strings.Repeat("l", 18) + "…", "    " + strings.Repeat("^", 20)},
		{"a tab", "\tname = 1", 2, 4, 30, "  name = 1", "  ^^^^"},
		{"Chinese", "深蹲 = 深蹲", 10, 6, 30, "深蹲 = 深蹲", "       ^^^^"},
		{"Chinese, cut", strings.Repeat("深", 30) + "x", 91, 1, 30, "…" + strings.Repeat("深", 14) + "x", strings.Repeat(" ", 29) + "^"},
		{"an emoji", "👍 = x", 8, 1, 30, "👍 = x", "     ^"},
		{"a letter with its mark", "u\u0308ber = x", 10, 1, 30, "u\u0308ber = x", "       ^"},
		{"on the mark of a letter", "au\u0308b", 3, 2, 30, "au\u0308b", " ^"},
		{"within a character", "aüb", 3, 1, 30, "aüb", " ^"},
		{"a family", "👩\u200d👧 = x", 15, 1, 30, "👩·👧 = x", "        ^"},
		{"colours", "\x1b[31mred = x", 12, 1, 30, "·[31mred = x", "           ^"},
		{"no UTF-8", "\xff\xfe = x", 6, 1, 30, "·· = x", "     ^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := NewExcerpter(func(string, int) (string, bool) { return c.line, true }, c.width)
			got := e.Of(Problem{Position: Position{"x", 1, c.column, c.length}})
			if got.Text != c.text || got.Carets != c.carets {
				t.Errorf("got\n|%s|\n|%s|, want\n|%s|\n|%s|", got.Text, got.Carets, c.text, c.carets)
			}
		})
	}
}

// Whatever a line holds, its excerpt fits, is a part of it, and has the carets below what is marked.
func TestExcerptsFit(t *testing.T) {
	letters := rapid.SampledFrom([]string{"a", "b", " ", "\t", "ü", "u\u0308", "深", "👍", "👩\u200d👧", "👍🏽", "🇩🇪", "❤\ufe0f", "\x1b", "\u202e", "\xff", "ก\u0e33", "a\u0301\u0302\u0303"})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(letters, 0, 200).Draw(t, "line"), "")
		width := rapid.IntRange(20, 120).Draw(t, "width")
		column := rapid.IntRange(1, len(line)+2).Draw(t, "column")
		length := rapid.IntRange(0, len(line)+2).Draw(t, "length")
		text, from, carets := excerpt(line, column, length, width)
		if n := uniseg.StringWidth(text); n > width || from+carets > width {
			t.Fatalf("%d columns and carets to %d in a width of %d: %q", n, from+carets, width, text)
		}
		if got := Visible(text); got != text {
			t.Fatalf("%q is not safe", text)
		}
		whole := Visible(strings.ReplaceAll(line, "\t", "  "))
		part := strings.TrimSuffix(strings.TrimPrefix(text, "…"), "…")
		if !strings.Contains(whole, part) {
			t.Fatalf("%q is no part of %q", part, whole)
		}
		if part == whole && column <= len(line) && utf8.RuneStart(line[column-1]) && line[column-1] != 0xff {
			before := Visible(strings.ReplaceAll(line[:column-1], "\t", "  "))
			if n := uniseg.StringWidth(before); from > n {
				t.Fatalf("the carets begin in column %d, %q ends in column %d", from, before, n)
			}
		}
	})
}

// Each line is asked for once, and a long one is not gone through again for each problem in it.
func TestExcerptsOfOneLine(t *testing.T) {
	work := func(n int) (asked int, bytes uint64, list []Excerpt) {
		line := strings.Repeat("a<b> ", n)
		e := NewExcerpter(func(string, int) (string, bool) { asked++; return line, true }, 80)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for i := range n {
			list = append(list, e.Of(Problem{Position: Position{"x", 1, 5*i + 2, 3}}))
		}
		runtime.ReadMemStats(&after)
		return asked, after.TotalAlloc - before.TotalAlloc, list
	}
	asked, small, list := work(1000)
	if asked != 1 {
		t.Errorf("the line was asked for %d times", asked)
	}
	for i, x := range list {
		if x.Column != 5*i+2 {
			t.Fatalf("problem %d is in column %d, want %d", i, x.Column, 5*i+2)
		}
	}
	if _, large, _ := work(4000); large > 8*small {
		t.Errorf("for 4 times as many problems it took %d bytes instead of %d", large, small)
	}
}

// What is counted on the way through a line is what counting from its start gives, in whatever order it is asked for.
func TestColumnsInCharacters(t *testing.T) {
	line := "aü深\xff👍 u\u0308x"
	e := NewExcerpter(func(string, int) (string, bool) { return line, true }, 80)
	var got, want []string
	for _, column := range []int{1, 2, 3, 4, 7, 8, 12, 5, 1, 99, 16, len(line) + 1} {
		got = append(got, fmt.Sprint(column, ": ", e.Of(Problem{Position: Position{"x", 1, column, 1}}).Column))
		n := column
		if column <= len(line)+1 {
			at := column - 1
			for at > 0 && at < len(line) && !utf8.RuneStart(line[at]) {
				at--
			}
			n = utf8.RuneCountInString(line[:at]) + 1
		}
		want = append(want, fmt.Sprint(column, ": ", n))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

// A line of a file in UTF-16 shows nobody anything. A stray byte in a text is shown.
func TestNoExcerptOfNoText(t *testing.T) {
	lines := func(string, int) (string, bool) { return "\xff\xfet\x00i\x00", true }
	e := NewExcerpter(lines, ExcerptWidth)
	if got := e.Of(Problem{Position: Position{File: "a.toml", Line: 1}}); got.Text != "" {
		t.Errorf("the whole line is shown: %q", got.Text)
	}
	if got := e.Of(Problem{Position: Position{File: "a.toml", Line: 1, Column: 4}}); got.Text == "" {
		t.Error("the stray byte is not shown")
	}
}
