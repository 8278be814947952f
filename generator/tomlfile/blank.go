package tomlfile

import (
	"strings"
	"unicode"
)

// Blank reports whether nobody could see anything of a text: it is empty, or has only spaces and invisible characters.
func Blank(s string) bool { return strings.TrimFunc(s, isBlankRune) == "" }

func isBlankRune(r rune) bool {
	switch r {
	case '\u00ad', '\u034f', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u2800', '\u3164', '\uffa0': // soft hyphen, joiner, fillers, an empty Braille cell
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
