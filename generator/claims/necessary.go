package claims

import (
	"slices"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/ascii"
)

// necessities are the words that phrases cannot do without, in their order. Hardly any sentence has all those of a phrase, so that most are
// known to have no phrase long before phrases are looked for.
type necessities struct {
	byWord [][]need // by the id of the word
	counts []uint8  // how many words each phrase needs
}

// need says that a word can stand for the nth of those that a phrase needs.
type need struct{ phrase, n uint8 }

// mostPhrases is how many phrases there can be.
const mostPhrases = 256

// add adds the words that a phrase needs.
func (ns *necessities) add(p pattern) {
	needed := p.needed()
	for n, words := range slices.Backward(needed) { // so that no word counts for two that follow each other
		for id := range words.ids() {
			ns.byWord = grown(ns.byWord, id)
			ns.byWord[id] = append(ns.byWord[id], need{uint8(len(ns.counts)), uint8(n)})
		}
	}
	ns.counts = append(ns.counts, uint8(len(needed)))
}

// mayClaim reports whether a sentence of a text has all the words that one of the phrases of claims needs.
func (v *vocabulary) mayClaim(text string) bool {
	var had progress
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c != '%' && ascii.SmallLetters[c] == 0 { // a blank or a mark, which no phrase needs
			i++
			if isStop(c) {
				if _, next, ends := behindStop(text, i-1); ends {
					had, i = progress{}, next
				}
			}
			continue
		}
		length, id := v.lexicon.findSimple(text[i:])
		if length == 0 {
			w, _ := v.wordAt(text, i)
			length, id = w.end-i, w.id
		}
		if v.ofClaims.count(id, &had) || v.isNumber(text[i], id) && v.ofClaims.count(anyNumber, &had) {
			return true
		}
		i += length
	}
	return false
}

// progress is how many of the words that each phrase needs were there so far.
type progress [mostPhrases]uint8

// count counts a word for all phrases that need it now, and reports whether one of them has all its words.
func (ns *necessities) count(id wordID, had *progress) bool {
	for _, need := range at(ns.byWord, id) {
		if had[need.phrase] == need.n {
			had[need.phrase]++
			if had[need.phrase] == ns.counts[need.phrase] {
				return true
			}
		}
	}
	return false
}

// needed returns the words that a phrase needs, in order: one of each set.
func (p pattern) needed() []wordSet {
	var list []wordSet
	for _, s := range p {
		if !s.optional && !s.isGap && !s.isEnd {
			list = append(list, s.needed())
		}
	}
	return list
}

// needed returns the words of which a step needs one. Of a noun these are the fewest that it needs, mostly those at its end.
func (s step) needed() wordSet {
	words := slices.Clone(s.words)
	if s.isNumber {
		words.add(anyNumber)
	}
	for _, noun := range s.nouns {
		for _, p := range slices.Concat(noun...) {
			needed := p.needed()
			slices.Reverse(needed)
			words.addAll(slices.MinFunc(needed, func(a, b wordSet) int { return a.size() - b.size() }))
		}
	}
	return words
}
