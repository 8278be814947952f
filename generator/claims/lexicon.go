package claims

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/ascii"
)

// wordID stands for a word or a mark of the phrases.
type wordID uint16

// The ids that no word has.
const (
	inNoPhrase wordID = iota // is that of all words that are in no phrase
	anyNumber                // stands for all numbers in phrases
	firstWord
)

// lexicon gives each word of the phrases an id, by which texts and phrases are compared.
type lexicon struct {
	ids   map[string]wordID
	slots [4096]slot // of words in ASCII letters and digits, each in the first free one from where its hash leads; few are taken
}

// slot holds a word by its hash alone: that another word has the same 64 bits does not happen.
type slot struct {
	hash uint64
	id   wordID
}

// add returns the id of a word in small letters, which is in the lexicon from then on.
func (l *lexicon) add(word string) wordID {
	id, ok := l.ids[word]
	if !ok {
		id = firstWord + wordID(len(l.ids))
		l.ids[word] = id
		if length, hash := hashed(word); length == len(word) {
			*l.slotOf(hash) = slot{hash, id}
		}
	}
	return id
}

// find returns the id of a word, whatever its capitals and apostrophes.
func (l *lexicon) find(word string) wordID {
	return l.ids[strings.ReplaceAll(strings.ToLower(word), "’", "'")]
}

// findSimple returns the length in bytes and the id of the word that a text begins with, whatever its capitals. It is much quicker than find,
// and only for words of letters and digits in ASCII, which most are: the length of others is 0.
func (l *lexicon) findSimple(text string) (length int, id wordID) {
	length, hash := hashed(text)
	if length == 0 || length < len(text) && (text[length] >= utf8.RuneSelf || text[length] == '\'') {
		return 0, inNoPhrase
	}
	return length, l.slotOf(hash).id
}

// slotOf returns the slot with a hash, or the free one where it can be put.
func (l *lexicon) slotOf(hash uint64) *slot {
	for i := hash; ; i++ {
		s := &l.slots[i%uint64(len(l.slots))]
		if s.hash == hash || s.id == inNoPhrase {
			return s
		}
	}
}

// hashed returns how many letters and digits in ASCII a text begins with, and a number for them (FNV-1a), whatever their capitals.
func hashed(text string) (length int, hash uint64) {
	hash = 14695981039346656037
	for ; length < len(text); length++ {
		c := ascii.SmallLetters[text[length]]
		if c == 0 {
			break
		}
		hash = (hash ^ uint64(c)) * 1099511628211
	}
	return length, hash
}

// wordSet is a set of words by their ids.
type wordSet []bool

func (s *wordSet) add(id wordID) {
	*s = grown(*s, id)
	(*s)[id] = true
}

func (s *wordSet) addAll(words wordSet) {
	for id := range words.ids() {
		s.add(id)
	}
}

func (s wordSet) has(id wordID) bool { return at(s, id) }

// ids yields the ids of the words.
func (s wordSet) ids() iter.Seq[wordID] {
	return func(yield func(wordID) bool) {
		for id, isIn := range s {
			if isIn && !yield(wordID(id)) {
				return
			}
		}
	}
}

func (s wordSet) size() int { return len(slices.Collect(s.ids())) }

// at returns what a list says of a word; nothing where the list ends before it.
func at[T any](list []T, id wordID) (of T) {
	if int(id) < len(list) {
		of = list[id]
	}
	return of
}

// grown returns a list with room for a word.
func grown[T any](list []T, id wordID) []T {
	return append(list, make([]T, max(0, int(id)+1-len(list)))...)
}
