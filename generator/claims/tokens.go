package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word or a punctuation mark, with its offsets in the text. "Don't" is two words, do and n't.
type word struct {
	start, end int
	mark       rune // 0 where it is no mark; no page has a character 0
	id         wordID
	isNumber   bool // in digits or as a word: "8", "2.5", "ten"
	stopsGap   bool // no gap of a phrase may go over it
}

// sentence is a part of a text with its offset.
type sentence struct {
	text string
	at   int
}

// sentences returns the sentences of a text.
func sentences(text string) []sentence {
	var list []sentence
	for start := 0; start < len(text); {
		end, next := sentenceAt(text, start)
		list = append(list, sentence{text[start:end], start})
		start = next
	}
	return list
}

// sentenceAt returns where the sentence ends that begins at start, and where the next one begins.
func sentenceAt(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		if isStop(text[i]) {
			end, next, ends := behindStop(text, i)
			if ends {
				return end, next
			}
			i = end - 1
		}
	}
	return len(text), len(text)
}

// behindStop returns the offset behind a full stop, exclamation or question mark and the marks that follow it, the offset of the word behind
// these, and whether a sentence ends between the two: if white space is there, unless a small letter comes next, as after "e.g.".
func behindStop(text string, at int) (end, next int, ends bool) {
	end = skip(text, at, func(r rune) bool { return strings.ContainsRune(`.!?"'”’»)]`, r) })
	next = skip(text, end, unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(text[next:])
	return end, next, next > end && next < len(text) && !unicode.IsLower(r)
}

func isStop(c byte) bool { return c == '.' || c == '!' || c == '?' }

// skip returns the offset behind the run of such characters that begins at i.
func skip(text string, i int, such func(rune) bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !such(r) {
			break
		}
		i += size
	}
	return i
}

// words returns the words of a sentence. Those of an idiom, which only looks like a negation, are as if they were in no phrase.
func (v *vocabulary) words(s sentence) []word {
	list := make([]word, 0, len(s.text)/5)
	for i := 0; i < len(s.text); {
		w, isWord := v.wordAt(s.text, i)
		i = w.end
		if isWord {
			w.start, w.end = w.start+s.at, w.end+s.at
			list = append(list, w)
		}
	}
	for i := range list {
		if end, ok := v.idioms.matchAt(list, i); ok {
			for k := i; k < end; k++ {
				list[k].id, list[k].stopsGap = inNoPhrase, false
			}
		}
	}
	return list
}

// wordAt returns the word or the mark at offset i. White space, and apostrophes and hyphens inside words, are none.
func (v *vocabulary) wordAt(text string, i int) (w word, isWord bool) {
	if length, id := v.lexicon.findSimple(text[i:]); length > 0 {
		return v.word(text, i, length, id), true
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case unicode.IsSpace(r) || isApostrophe(r):
		return word{start: i, end: i + size}, false
	case !isLetter(r):
		return v.markAt(text, i, r, size)
	}
	spelling := withoutNegation(text[i : i+wordLength(text[i:])])
	return v.word(text, i, len(spelling), v.lexicon.find(spelling)), true
}

func (v *vocabulary) word(text string, i, length int, id wordID) word {
	return word{start: i, end: i + length, id: id, isNumber: v.isNumber(text[i], id), stopsGap: v.gapStops.has(id)}
}

// isNumber reports whether a word is a number, by its first letter and its id.
func (v *vocabulary) isNumber(first byte, id wordID) bool {
	return '0' <= first && first <= '9' || v.numberWords.has(id)
}

// withoutNegation returns a word without the n't at its end. That alone is a word of its own.
func withoutNegation(word string) string {
	for _, negation := range []string{"n't", "n’t"} {
		if at := len(word) - len(negation); at > 0 && strings.EqualFold(word[at:], negation) {
			return word[:at]
		}
	}
	return word
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '%'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// wordLength returns the length of the word at the start of a text in bytes, with the apostrophes inside it. A percent sign is a word of its
// own.
func wordLength(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r == '%' && n > 0 || !isLetter(r) && !(isApostrophe(r) && beginsWithLetter(text[n+size:])) {
			break
		}
		n += size
	}
	return n
}

func beginsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isLetter(r)
}

// markAt returns the punctuation mark at offset i. All dashes are "—", and a hyphen inside a word is none.
func (v *vocabulary) markAt(text string, i int, mark rune, size int) (w word, isWord bool) {
	switch mark {
	case '–', '-', '‐', '‑':
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); isLetter(before) && beginsWithLetter(text[i+size:]) {
			return word{start: i, end: i + size}, false
		}
		mark = '—'
	}
	return word{id: v.lexicon.find(string(mark)), start: i, end: i + size, mark: mark, stopsGap: partsSentence(mark)}, true
}

// partsSentence reports whether a mark stands between two parts of a sentence.
func partsSentence(mark rune) bool { return strings.ContainsRune(".!?;:—()", mark) }
