package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns a text with a "·" for everything that a terminal would act on instead of showing it: control characters (line ends among
// them), characters that change the direction of the text or have no width, and bytes that are no UTF-8.
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

// isInvisible reports whether a character is not shown: a control character (Cc), one of format (Cf: directions, joiners, tags), a separator
// of lines or paragraphs, or the one for broken UTF-8.
func isInvisible(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// running returns a text on one line: line ends and tabs become blanks, other invisible characters "·".
func running(s string) string {
	return Visible(strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(s))
}
