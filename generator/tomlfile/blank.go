package tomlfile

import (
	"strings"
	"unicode"
)

// Blank reports whether a text has nothing in it that anybody could see: it is empty, or there are only blanks and invisible characters.
func Blank(s string) bool { return strings.TrimFunc(s, invisible) == "" }

func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u034f', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u2800', '\u3164', '\uffa0': // soft hyphen, joiner, fillers, an empty Braille cell
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
