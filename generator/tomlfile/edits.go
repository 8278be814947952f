package tomlfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// edit is a change to the text that lets the parser read the rest of it. It is never shown to the author.
type edit struct {
	span
	with string
}

// edit notes a change. It replaces earlier changes within its span, but not what was inserted right before it.
func (s *scanner) edit(at span, with string) {
	if s.muted > 0 {
		return
	}
	for n := len(s.edits); n > 0 && s.edits[n-1].isCoveredBy(at); n-- {
		s.edits = s.edits[:n-1]
	}
	s.edits = append(s.edits, edit{at, with})
}

// isCoveredBy reports whether replacing the span at undoes a change.
func (e edit) isCoveredBy(at span) bool {
	return e.end <= at.end && (e.start > at.start || e.start == at.start && e.end > e.start)
}

// compareEdits orders edits by where they begin: an insertion before a replacement, and a larger replacement before a smaller one,
// which is then left out.
func compareEdits(a, b edit) int {
	isReplacement := func(e edit) int { return min(e.end-e.start, 1) }
	return cmp.Or(a.start-b.start, isReplacement(a)-isReplacement(b), b.end-a.end)
}

// insert notes that something is missing at an offset.
func (s *scanner) insert(at int, what string) { s.edit(span{at, at}, what) }

// replaceKeyValue replaces a key and its value by ones that cannot be mistaken for the author's.
func (s *scanner) replaceKeyValue(at span) { s.edit(at, fmt.Sprintf("\"? %d\" = 0", at.start)) }

// applyEdits returns the edited text, and a function from an offset in it to the offset in the original text.
func (s *scanner) applyEdits() (string, func(int) int) {
	if len(s.edits) == 0 {
		return s.text, func(i int) int { return i }
	}
	slices.SortStableFunc(s.edits, compareEdits)
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
