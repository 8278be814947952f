package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word in small letters or a punctuation mark, with its offsets in the text. "Don't" is two words, do and n't.
type word struct {
	text       string
	start, end int
	isMark     bool
	isNumber   bool
}

// sentence is a part of a text with its offset.
type sentence struct {
	text string
	at   int
}

// sentences cuts a text after each full stop, exclamation or question mark that white space follows, unless a small letter comes next, as
// after "e.g.".
func sentences(text string) []sentence {
	var list []sentence
	start := 0
	for i := 0; i < len(text); i++ {
		if !isStop(text[i]) {
			continue
		}
		end := skip(text, i, func(r rune) bool { return strings.ContainsRune(`.!?"'”’»)]`, r) })
		next := skip(text, end, unicode.IsSpace)
		if r, _ := utf8.DecodeRuneInString(text[next:]); next > end && next < len(text) && !unicode.IsLower(r) {
			list = append(list, sentence{text[start:end], start})
			start = next
		}
		i = end - 1
	}
	if start < len(text) {
		list = append(list, sentence{text[start:], start})
	}
	return list
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

// words returns the words of a sentence. Those of an idiom, which only looks like a negation, are made empty.
func (v *vocabulary) words(s sentence) []word {
	list := make([]word, 0, len(s.text)/5)
	for i := 0; i < len(s.text); {
		w := next(s.text, i)
		i = w.end
		if w.text != "" {
			w.start, w.end, w.isNumber = w.start+s.at, w.end+s.at, isNumber(w.text)
			list = append(list, w)
		}
	}
	for i := range list {
		if end, ok := v.idioms.matchAt(list, i); ok {
			for k := i; k < end; k++ {
				list[k].text = ""
			}
		}
	}
	return list
}

// partsSentence reports whether the word is a mark between two parts of a sentence.
func (w word) partsSentence() bool { return w.isMark && strings.Contains(".!?;:—()", w.text) }

// stopsGap reports whether no gap of a phrase may go over the word.
func (w word) stopsGap() bool { return w.partsSentence() || gapStopWords[w.text] }

var gapStopWords = setOf(gapStops)

// next returns the word or the mark at offset i. White space, and apostrophes and hyphens inside words, come as words without text.
func next(text string, i int) word {
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case unicode.IsSpace(r) || isApostrophe(r):
		return word{start: i, end: i + size}
	case !isLetter(r):
		return word{text: markAt(text, i, size), start: i, end: i + size, isMark: true}
	}
	end := i + wordLength(text[i:])
	w := strings.ReplaceAll(strings.ToLower(text[i:end]), "’", "'")
	if rest, ok := strings.CutSuffix(w, "n't"); ok && rest != "" {
		return word{text: rest, start: i, end: i + strings.LastIndexAny(text[i:end], "nN")}
	}
	return word{text: w, start: i, end: end}
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

// markAt returns the punctuation mark at offset i. All dashes are returned as "—", and a hyphen inside a word as "".
func markAt(text string, i, size int) string {
	switch mark := text[i : i+size]; mark {
	case "—", "–", "-", "‐", "‑":
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); mark != "—" && isLetter(before) && beginsWithLetter(text[i+size:]) {
			return ""
		}
		return "—"
	default:
		return mark
	}
}
