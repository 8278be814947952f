package tomlfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// edit is a change to the text that makes it acceptable to the parser. Edits never reach the author.
type edit struct {
	span
	with string
}

// edit notes a change. It takes the place of the changes within its span; what was inserted right before it stays.
func (s *scanner) edit(at span, with string) {
	if s.muted > 0 {
		return
	}
	for n := len(s.edits); n > 0 && s.edits[n-1].within(at); n-- {
		s.edits = s.edits[:n-1]
	}
	s.edits = append(s.edits, edit{at, with})
}

// within reports whether a change is undone when the span at is replaced.
func (e edit) within(at span) bool {
	return e.end <= at.end && (e.start > at.start || e.start == at.start && e.end > e.start)
}

// inOrder sorts insertions before the replacement that begins at the same place, and a larger replacement before a smaller one,
// which it takes the place of.
func inOrder(a, b edit) int {
	isReplacement := func(e edit) int { return min(e.end-e.start, 1) }
	return cmp.Or(a.start-b.start, isReplacement(a)-isReplacement(b), b.end-a.end)
}

// insert notes something that is missing.
func (s *scanner) insert(at int, what string) { s.edit(span{at, at}, what) }

// replacePair has a name and its value read as something that cannot be mistaken for the author's.
func (s *scanner) replacePair(at span) { s.edit(at, fmt.Sprintf("\"? %d\" = 0", at.start)) }

// repaired returns the text with the edits made, and a function that leads from an offset in it to one in the text.
func (s *scanner) repaired() (string, func(int) int) {
	if len(s.edits) == 0 {
		return s.text, func(i int) int { return i }
	}
	slices.SortStableFunc(s.edits, inOrder)
	var b strings.Builder
	var from, to []int
	next := 0
	copied := func(until int) {
		from, to = append(from, b.Len()), append(to, next)
		b.WriteString(s.text[next:until])
	}
	for _, e := range s.edits {
		if e.start < next {
			continue
		}
		copied(e.start)
		b.WriteString(e.with)
		next = e.end
	}
	copied(len(s.text))
	return b.String(), func(i int) int {
		k, found := slices.BinarySearch(from, i)
		if !found {
			k--
		}
		return min(to[k]+i-from[k], len(s.text))
	}
}
