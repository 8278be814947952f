package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// summaryLength is how long a summary is at the most, in characters: what search engines and feeds show.
const summaryLength = 200

// summary returns the first paragraph that has words, as plain text.
func (w *writer) summary(root ast.Node) string {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if _, ok := n.(*ast.Paragraph); !ok || standsAlone(n) {
			continue
		}
		if words := opening(w.labelOf(n)); words != "" {
			return shorten(words)
		}
	}
	return ""
}

// opening returns the words that a text begins with, single blanks between them: all, or more than a summary has.
func opening(text string) string {
	var b strings.Builder
	length := 0 // in characters, with a blank behind each word
	for word := range strings.FieldsSeq(text) {
		if length > summaryLength+1 {
			break
		}
		if length > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		length += utf8.RuneCountInString(word) + 1
	}
	return b.String()
}

// shorten cuts a text after a word, or, in a script without spaces, after a character.
func shorten(text string) string {
	if utf8.RuneCountInString(text) <= summaryLength {
		return text
	}
	end, n := 0, 0
	for end = range text {
		if n == summaryLength {
			break
		}
		n++
	}
	cut := text[:end]
	if space := strings.LastIndexByte(text[:end+1], ' '); space > end/2 {
		cut = text[:space]
	}
	cut = strings.TrimRightFunc(cut, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-(.", r) })
	return cut + "…"
}
