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
		if words := strings.Join(strings.Fields(w.labelOf(n)), " "); words != "" {
			return shorten(words)
		}
	}
	return ""
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
