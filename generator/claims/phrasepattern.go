package claims

import (
	"maps"
	"slices"
	"strings"
)

// pattern is a phrase: steps that follow each other.
type pattern []step

// step is one word of a phrase, or a gap.
type step struct {
	words    map[string]bool // one of these,
	nouns    table           // or one of these, which have no gaps
	isGap    bool            // up to maxGap words, whatever they are
	isNumber bool            // any number
	optional bool            // the step can be left out
}

// maxGap is how many words a gap may have.
const maxGap = 4

// parse reads a phrase. In it
//
//	a|b      is one of two words
//	a(s|ed)  is a word with or without an ending: a, as, aed
//	[a]      may be left out
//	…        stands for up to four words that begin no other thought
//	HARM     is one of the nouns of that name
//	NUMBER   is a number, in digits or as a word
//	END      says that the sentence ends there, or that a punctuation mark follows
func parse(phrase string) pattern {
	var p pattern
	for field := range strings.FieldsSeq(phrase) {
		inner := strings.TrimSuffix(strings.TrimPrefix(field, "["), "]")
		s := step{isGap: field == "…", isNumber: field == "NUMBER", optional: inner != field, words: map[string]bool{}, nouns: table{}}
		for _, word := range alternatives(inner) {
			if list, ok := nouns[word]; ok {
				s.nouns.add(strings.Split(list, ", "))
			} else {
				s.words[word] = true
			}
		}
		p = append(p, s)
	}
	return p
}

// alternatives returns the words of "a(s|ed)|b": a, as, aed, b.
func alternatives(s string) []string {
	var list []string
	for s != "" {
		end := strings.IndexAny(s, "(|")
		switch {
		case end < 0:
			return append(list, s)
		case s[end] == '|':
			list, s = append(list, s[:end]), s[end+1:]
			continue
		}
		word := s[:end]
		endings, rest, _ := strings.Cut(s[end+1:], ")")
		list = append(list, word)
		for _, ending := range strings.Split(endings, "|") {
			list = append(list, word+ending)
		}
		s = strings.TrimPrefix(rest, "|")
	}
	return list
}

// match returns the index behind the last word of the phrase, if it begins with the word at i.
func (p pattern) match(words []word, i int) (end int, ok bool) {
	if len(p) == 0 {
		return i, true
	}
	s, rest := p[0], p[1:]
	if s.isGap {
		return rest.matchAfterGap(words, i)
	}
	if next, ok := s.match(words, i); ok {
		if end, ok := rest.match(words, next); ok {
			return end, true
		}
	}
	if s.optional {
		return rest.match(words, i)
	}
	return 0, false
}

func (p pattern) matchAfterGap(words []word, i int) (end int, ok bool) {
	for skipped := 0; skipped <= maxGap; i++ {
		if end, ok := p.match(words, i); ok {
			return end, true
		}
		if i == len(words) || words[i].stopsGap() {
			return 0, false
		}
		if !words[i].isMark {
			skipped++
		}
	}
	return 0, false
}

// match returns the index behind the step, if it begins with the word at i.
func (s step) match(words []word, i int) (end int, ok bool) {
	switch {
	case s.words["END"] && (i == len(words) || words[i].isMark):
		return i, true
	case i == len(words):
		return 0, false
	case s.words[words[i].text], s.isNumber && words[i].isNumber:
		return i + 1, true
	}
	return s.nouns.matchAt(words, i)
}

// isNumber reports whether a word is a number: "8", "2.5", "ten".
func isNumber(text string) bool { return '0' <= text[0] && text[0] <= '9' || numberWords[text] }

// anyNumber stands for all numbers; no word is like it.
const anyNumber = "#"

var numberWords = setOf("two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several")

// firstWords returns the words with which the phrase can begin.
func (p pattern) firstWords() []string {
	list := slices.Concat(slices.Collect(maps.Keys(p[0].words)), slices.Collect(maps.Keys(p[0].nouns)))
	if p[0].isNumber {
		list = append(list, anyNumber)
	}
	if p[0].optional {
		list = append(list, p[1:].firstWords()...)
	}
	return list
}

// table holds phrases by their first words, those that begin with a number by anyNumber.
type table map[string][]pattern

func newTable(phrases []string) table {
	t := table{}
	t.add(phrases)
	return t
}

func (t table) add(phrases []string) {
	for _, phrase := range phrases {
		p := parse(phrase)
		firsts := p.firstWords()
		slices.Sort(firsts)
		for _, word := range slices.Compact(firsts) {
			t[word] = append(t[word], p)
		}
	}
}

// matchAt returns the index behind the first of the phrases that begins with the word at i.
func (t table) matchAt(words []word, i int) (end int, ok bool) {
	for _, p := range t[words[i].text] {
		if end, ok := p.match(words, i); ok {
			return end, true
		}
	}
	if words[i].isNumber {
		for _, p := range t[anyNumber] {
			if end, ok := p.match(words, i); ok {
				return end, true
			}
		}
	}
	return 0, false
}

// beginsWith reports whether the words begin with one of the phrases, punctuation before them left out.
func (t table) beginsWith(words []word) bool {
	for i, w := range words {
		if !w.isMark {
			_, ok := t.matchAt(words, i)
			return ok
		}
	}
	return false
}

// endsWith reports whether the words end with one of the phrases.
func (t table) endsWith(words []word) bool {
	for i := range words {
		if end, ok := t.matchAt(words, i); ok && end == len(words) {
			return true
		}
	}
	return false
}

// occursIn reports whether the words have one of the phrases anywhere.
func (t table) occursIn(words []word) bool {
	for i := range words {
		if _, ok := t.matchAt(words, i); ok {
			return true
		}
	}
	return false
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range alternatives(words) {
		set[w] = true
	}
	return set
}
