package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns a text in which nothing is left that a terminal or a reader would act on instead of showing it: "·" stands for
// each control character (line ends among them), each character that turns the direction of the text or takes no room by itself, and each byte that
// is no UTF-8.
func Visible(s string) string {
	if strings.IndexFunc(s, isInvisible) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isInvisible(r) {
			r = '·'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isInvisible reports whether a character is none that is shown: of control (Cc), of format (Cf: directions, joiners, tags), the
// separators of lines and paragraphs, or what stands for broken UTF-8.
func isInvisible(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// running returns a text as one line of running text: line ends and tabs are blanks, and what else is invisible is a "·".
func running(s string) string {
	return Visible(strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(s))
}
