package render

import (
	"fmt"
	"strings"
	"testing"
)

// guideOf returns a guide whose parts have so many chapters each; the last part's belong to the one before them, but the first.
func guideOf(title string, chapters ...int) *BookView {
	b := &book{}
	for i, n := range chapters {
		part := Part{Anchor: fmt.Sprint("part-", i+1), Title: "Part"}
		for j := range n {
			within := i == len(chapters)-1 && j > 0
			part.Chapters = append(part.Chapters, Chapter{Anchor: fmt.Sprint(part.Anchor, "-", j+1), Title: title, Within: within})
		}
		b.parts = append(b.parts, part)
	}
	return &BookView{book: b}
}

// The contents stand on one page, however long the guide is. First the letters get smaller, then what lies within other chapters gives
// way, then the chapters of the longest part; the parts are always there.
func TestContentsPage(t *testing.T) {
	for _, c := range []struct {
		chapters []int
		title    string
		lines    int
		size     int
		short    bool
	}{
		{[]int{3, 1, 2}, "Goblet squat", 9, 1, false},
		{[]int{3, 9, 12, 2}, "Goblet squat", 30, 2, false},
		{[]int{3, 9, 50, 18}, "Goblet squat", 84, 4, false},
		{[]int{3, 9, 50, 18}, "Goblet squat with one dumbbell and a pause at the bottom", 67, 5, false},
		{[]int{3, 9, 100, 40}, "Goblet squat", 117, 5, false},
		{[]int{3, 9, 130, 40}, "Goblet squat", 147, 5, false},
		{[]int{3, 500, 50, 18}, "Goblet squat", 58, 3, true},
		{[]int{3, 10000, 400, 90}, "Goblet squat", 8, 1, true},
	} {
		got := guideOf(c.title, c.chapters...).ContentsPage()
		if len(got.Lines) != c.lines || got.Size != c.size || got.Short != c.short {
			t.Errorf("%v: got %d lines of size %d, short: %t, want %d, %d, %t", c.chapters, len(got.Lines), got.Size, got.Short, c.lines, c.size, c.short)
		}
		parts := 0
		for _, l := range got.Lines {
			if l.Level == "part" {
				parts++
			}
		}
		if parts != len(c.chapters) {
			t.Errorf("%v: %d parts are listed", c.chapters, parts)
		}
	}
	if narrow, wide := width("Squat"), width(strings.Repeat("ス", 5)); narrow != 5 || wide != 10 {
		t.Errorf("five letters are %d and %d wide, want 5 and 10", narrow, wide)
	}
}
