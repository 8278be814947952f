package search

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/legpress/legpress/generator/ascii"
)

// place is what stands between a word and the one before it.
type place uint32

const (
	apart       place = iota // a sign, or it is the first
	afterBlank               // blanks
	afterHyphen              // one hyphen
	joined                   // it is two words that a hyphen joins, written as one: "pushup"
	placeBits   = 2
)

// siblings are letters that some keyboards lack, and how they are written there. They have no accent that could be taken off.
var siblings = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'ς': "σ"}

// cutter cuts texts into words. Between two texts it keeps its buffers.
type cutter struct{ text, word []byte }

// cut calls each with the folded words of a text in their order. A word lasts until the next call.
//
// Words are letters and digits. They are folded: capitals are made small, accents and signs that do not show are taken off, and what is
// one letter or several is written as several, so that "ubung" finds "Übung", "strasse" "Straße" and "five" "ﬁve".
func (c *cutter) cut(text string, each func(word []byte, at place)) {
	c.text, c.word = norm.NFKD.AppendString(c.text[:0], text), c.word[:0]
	at, next := apart, apart
	for rest := c.text; len(rest) > 0; {
		if small := ascii.SmallLetters[rest[0]]; small != 0 {
			if len(c.word) == 0 {
				at = next
			}
			c.word, rest = append(c.word, small), rest[1:]
			continue
		}
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		switch {
		case isOfWord(r):
			if len(c.word) == 0 {
				at = next
			}
			c.add(unicode.ToLower(r))
			continue
		case r >= utf8.RuneSelf && unicode.In(r, unicode.M, unicode.Cf):
			continue
		case len(c.word) > 0:
			each(c.word, at)
			c.word, next = c.word[:0], first(r)
		case next != afterBlank || !unicode.IsSpace(r):
			next = apart
		}
	}
	if len(c.word) > 0 {
		each(c.word, at)
	}
}

// first returns what a sign right behind a word makes of the next word.
func first(r rune) place {
	switch {
	case unicode.IsSpace(r):
		return afterBlank
	case r == '-' || r == '\u2010':
		return afterHyphen
	}
	return apart
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// add adds a small letter outside ASCII to the word.
func (c *cutter) add(r rune) {
	if as, found := siblings[r]; found {
		c.word = append(c.word, as...)
	} else {
		c.word = utf8.AppendRune(c.word, r)
	}
}

// vocabulary gives words numbers in the order in which they come.
type vocabulary struct {
	ids    map[string]uint32
	words  []string
	sorted []uint32 // their numbers among the words of all vocabularies

	cutter cutter
	before []byte
}

func newVocabulary() *vocabulary { return &vocabulary{ids: map[string]uint32{}} }

func (v *vocabulary) id(word []byte) uint32 {
	id, known := v.ids[string(word)]
	if !known {
		id = uint32(len(v.words))
		v.words = append(v.words, string(word))
		v.ids[v.words[id]] = id
	}
	return id
}

// content returns the words of a document. Those that a hyphen joins come a second time as one word.
func (v *vocabulary) content(d *Doc) content {
	t := content{vocabulary: v}
	for f, text := range d.fields() {
		v.before = v.before[:0]
		v.cutter.cut(text, func(word []byte, at place) {
			t.words = append(t.words, v.id(word)<<placeBits|uint32(at))
			if at == afterHyphen && !digitsMeet(v.before, word) {
				t.words = append(t.words, v.id(append(v.before, word...))<<placeBits|uint32(joined))
			}
			v.before = append(v.before[:0], word...)
		})
		t.ends[f] = len(t.words)
	}
	return t
}

// digitsMeet reports whether two words would be one number if they were written as one.
func digitsMeet[T string | []byte](a, b T) bool {
	return len(a) > 0 && isDigit(a[len(a)-1]) && isDigit(b[0])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// merge numbers the words of all vocabularies in their order.
func (m *maker) merge() {
	ids := map[string]uint32{}
	for _, v := range m.vocabularies {
		for _, word := range v.words {
			if _, known := ids[word]; !known {
				ids[word] = 0
				m.words = append(m.words, word)
			}
		}
		v.ids = nil
	}
	slices.Sort(m.words)
	for i, word := range m.words {
		ids[word] = uint32(i)
	}
	for _, v := range m.vocabularies {
		v.sorted = make([]uint32, len(v.words))
		for i, word := range v.words {
			v.sorted[i] = ids[word]
		}
	}
	m.findCompounds(ids)
}

// compound is a word that is two others. Where these stand with a blank between them, it may be what they mean: "push up", where others
// write "pushup" or "push-up".
type compound struct{ second, both uint32 }

// findCompounds finds the compounds among all words. A single letter is too often a word to be a part of one: "a part".
func (m *maker) findCompounds(ids map[string]uint32) {
	m.compounds = make([][]compound, len(m.words))
	for both, word := range m.words {
		for end := 2; end <= len(word)-2; end++ {
			if digitsMeet(word[:end], word[end:]) {
				continue
			}
			first, known := ids[word[:end]]
			if !known {
				continue
			}
			if second, known := ids[word[end:]]; known {
				m.compounds[first] = append(m.compounds[first], compound{second, uint32(both)})
			}
		}
	}
	for _, list := range m.compounds {
		slices.SortFunc(list, func(a, b compound) int { return cmp.Compare(a.second, b.second) })
	}
}

// compound returns the compound of two words, if there is one.
func (m *maker) compound(first, second uint32) (both uint32, known bool) {
	list := m.compounds[first]
	i, known := slices.BinarySearchFunc(list, second, func(c compound, second uint32) int { return cmp.Compare(c.second, second) })
	if !known {
		return 0, false
	}
	return list[i].both, true
}
