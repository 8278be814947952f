package prose

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// strongPattern finds what may be heavy type: two pairs of stars with words between them in one line.
var strongPattern = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)

// Strong writes heavy type so that it is heavy: other programs let blanks and signs stand at its ends where Markdown takes the stars for
// typed ones. Blanks and signs move out of it.
func Strong(text string) string {
	if !strings.Contains(text, "**") {
		return text
	}
	shadow := MaskCode(text)
	var b strings.Builder
	at := 0
	for _, m := range strongPattern.FindAllStringSubmatchIndex(shadow, -1) {
		inside := text[m[2]:m[3]]
		if strings.HasPrefix(text[m[1]:], "*") || strings.HasSuffix(text[:m[0]], "*") || strings.HasSuffix(text[:m[0]], `\`) || !strings.ContainsFunc(inside, unicode.IsLetter) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:m[0]])
		after, _ := utf8.DecodeRuneInString(text[m[1]:])
		b.WriteString(text[at:m[0]] + strong(inside, m[0] > 0 && ofWord(before), m[1] < len(text) && ofWord(after)))
		at = m[1]
	}
	return b.String() + text[at:]
}

// strong writes words as heavy type, between letters or not.
func strong(inside string, behindLetter, beforeLetter bool) string {
	words := strings.TrimLeft(inside, blanks)
	if behindLetter && words == inside {
		words = strings.TrimLeft(strings.TrimLeftFunc(words, isSign), blanks)
	}
	lead := inside[:len(inside)-len(words)]
	whole := words
	words = strings.TrimRight(words, blanks)
	if beforeLetter && words == whole {
		words = strings.TrimRight(strings.TrimRightFunc(words, isSign), blanks)
	}
	if words == "" {
		return inside
	}
	return lead + "**" + words + "**" + whole[len(words):]
}

const blanks = " \t\u00a0"

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isSign reports a sign of punctuation that no markup begins or ends with.
func isSign(r rune) bool {
	return (unicode.IsPunct(r) || unicode.IsSymbol(r)) && !strings.ContainsRune("`[]()<>_~\\!&;", r) && !unicode.In(r, unicode.Co)
}
