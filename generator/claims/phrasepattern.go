package claims

import (
	"slices"
	"strings"
)

// pattern is a phrase: steps that follow each other.
type pattern []step

// step is one word of a phrase, or a gap.
type step struct {
	words    wordSet // one of these,
	nouns    []table // or one of these, which have no gaps
	isGap    bool    // up to maxGap words, whatever they are
	isNumber bool    // any number
	isEnd    bool    // the end of the sentence, or a punctuation mark, which is no part of the phrase
	optional bool    // the step can be left out
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
func (v *vocabulary) parse(phrase string) pattern {
	var p pattern
	for field := range strings.FieldsSeq(phrase) {
		inner := strings.TrimSuffix(strings.TrimPrefix(field, "["), "]")
		s := step{isGap: field == "…", isNumber: field == "NUMBER", optional: inner != field}
		for _, word := range alternatives(inner) {
			noun, isNoun := v.nouns[word]
			switch {
			case isNoun:
				s.nouns = append(s.nouns, noun)
			case word == "END":
				s.isEnd = true
			case !s.isGap && !s.isNumber:
				s.words.add(v.lexicon.add(word))
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
		if i == len(words) || words[i].stopsGap {
			return 0, false
		}
		if words[i].mark == 0 {
			skipped++
		}
	}
	return 0, false
}

// match returns the index behind the step, if it begins with the word at i.
func (s step) match(words []word, i int) (end int, ok bool) {
	switch {
	case s.isEnd && (i == len(words) || words[i].mark != 0):
		return i, true
	case i == len(words):
		return 0, false
	case s.words.has(words[i].id), s.isNumber && words[i].isNumber:
		return i + 1, true
	}
	for _, noun := range s.nouns {
		if end, ok := noun.matchAt(words, i); ok {
			return end, true
		}
	}
	return 0, false
}

// firstWords returns the words with which the phrase can begin.
func (p pattern) firstWords() wordSet {
	s := p[0]
	words := slices.Clone(s.words)
	for _, noun := range s.nouns {
		for _, n := range slices.Concat(noun...) {
			words.addAll(n.firstWords())
		}
	}
	if s.isNumber {
		words.add(anyNumber)
	}
	if s.optional {
		words.addAll(p[1:].firstWords())
	}
	return words
}

// table holds phrases by the ids of their first words, those that begin with a number by anyNumber.
type table [][]pattern

func (t *table) add(p pattern) {
	for id := range p.firstWords().ids() {
		*t = grown(*t, id)
		(*t)[id] = append((*t)[id], p)
	}
}

// matchAt returns the index behind the first of the phrases that begins with the word at i.
func (t table) matchAt(words []word, i int) (end int, ok bool) {
	for _, p := range at(t, words[i].id) {
		if end, ok := p.match(words, i); ok {
			return end, true
		}
	}
	if words[i].isNumber {
		for _, p := range at(t, anyNumber) {
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
		if w.mark == 0 {
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
