package claims

import (
	"maps"
	"slices"
	"strings"
)

// pattern is a phrase: words that follow each other.
type pattern []step

// step is one word of a phrase, or a gap.
type step struct {
	words map[string]bool // one of these,
	nouns table           // or one of these, which have no gaps
	gap   bool            // up to widest words, whatever they are
	may   bool            // the step can be left out
}

// widest is how many words a gap has at the most.
const widest = 4

// parse reads a phrase. In it
//
//	a|b      is one of two words
//	a(s|ed)  is a word with or without an ending: a, as, aed
//	[a]      may be left out
//	…        stands for up to four words that begin no other thought
//	HARM     is one of the nouns of that name
//	END      says that the sentence ends there, or that a punctuation mark follows
func parse(phrase string) pattern {
	var p pattern
	for field := range strings.FieldsSeq(phrase) {
		inner := strings.TrimSuffix(strings.TrimPrefix(field, "["), "]")
		s := step{gap: field == "…", may: inner != field, words: map[string]bool{}, nouns: table{}}
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

// match returns where a phrase that begins with the word at i ends.
func (p pattern) match(words []word, i int) (end int, ok bool) {
	if len(p) == 0 {
		return i, true
	}
	s, rest := p[0], p[1:]
	if s.gap {
		return rest.matchBehindGap(words, i)
	}
	if next, ok := s.match(words, i); ok {
		if end, ok := rest.match(words, next); ok {
			return end, true
		}
	}
	if s.may {
		return rest.match(words, i)
	}
	return 0, false
}

func (p pattern) matchBehindGap(words []word, i int) (end int, ok bool) {
	for skipped := 0; skipped <= widest; i++ {
		if end, ok := p.match(words, i); ok {
			return end, true
		}
		if i == len(words) || words[i].breaks() {
			return 0, false
		}
		if !words[i].mark {
			skipped++
		}
	}
	return 0, false
}

// match returns where the step ends if it begins at i.
func (s step) match(words []word, i int) (end int, ok bool) {
	switch {
	case s.words["END"] && (i == len(words) || words[i].mark):
		return i, true
	case i == len(words):
		return 0, false
	case s.words[words[i].text]:
		return i + 1, true
	}
	return s.nouns.at(words, i)
}

// firsts returns the words that the phrase can begin with.
func (p pattern) firsts() []string {
	list := slices.Concat(slices.Collect(maps.Keys(p[0].words)), slices.Collect(maps.Keys(p[0].nouns)))
	if p[0].may {
		list = append(list, p[1:].firsts()...)
	}
	return list
}

// table holds phrases by the words that they begin with.
type table map[string][]pattern

func newTable(phrases []string) table {
	t := table{}
	t.add(phrases)
	return t
}

func (t table) add(phrases []string) {
	for _, phrase := range phrases {
		p := parse(phrase)
		firsts := p.firsts()
		slices.Sort(firsts)
		for _, word := range slices.Compact(firsts) {
			t[word] = append(t[word], p)
		}
	}
}

// at returns where the first of the phrases that begins with the word at i ends.
func (t table) at(words []word, i int) (end int, ok bool) {
	for _, p := range t[words[i].text] {
		if end, ok := p.match(words, i); ok {
			return end, true
		}
	}
	return 0, false
}

// begins reports whether the words, marks before them left out, begin with one of the phrases.
func (t table) begins(words []word) bool {
	for i, w := range words {
		if !w.mark {
			_, ok := t.at(words, i)
			return ok
		}
	}
	return false
}

// endIn reports whether the words end with one of the phrases.
func (t table) endIn(words []word) bool {
	for i := range words {
		if end, ok := t.at(words, i); ok && end == len(words) {
			return true
		}
	}
	return false
}

// in reports whether one of the phrases is among the words.
func (t table) in(words []word) bool {
	for i := range words {
		if _, ok := t.at(words, i); ok {
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
