package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// quotes are the quotation marks of a language, with the spaces inside them.
type quotes struct{ open, close, openSingle, closeSingle string }

// marks returns the quotation marks of a string of four: the double pair, then the single one.
func marks(s string) quotes {
	r := []rune(s)
	return quotes{string(r[0]), string(r[1]), string(r[2]), string(r[3])}
}

// quotesOf returns the quotation marks of a language, a BCP 47 tag; of one that is not here, those of English.
func quotesOf(language string) *quotes {
	tag := strings.ToLower(strings.ReplaceAll(language, "_", "-"))
	base, _, _ := strings.Cut(tag, "-")
	for _, t := range []string{tag, base} {
		if t == "fr" || t == "fr-ca" { // narrow no-break spaces inside, so that no mark stands alone on a line
			return &quotes{"«\u202f", "\u202f»", "“", "”"}
		}
		if m, ok := quotesByLanguage[t]; ok {
			q := marks(m)
			return &q
		}
	}
	q := marks("“”‘’")
	return &q
}

var quotesByLanguage = map[string]string{
	"ar": "«»‹›", "ca": "«»“”", "cs": "„“‚‘", "da": "“”‘’", "de": "„“‚‘", "de-ch": "«»‹›", "de-li": "«»‹›", "el": "«»“”", "es": "«»“”",
	"eu": "«»“”", "fa": "«»‹›", "fi": "””’’", "fr-ch": "«»‹›", "gl": "«»“”", "he": "””’’", "hr": "„”‘’", "hu": "„”»«", "is": "„“‚‘", "it": "«»“”",
	"it-ch": "«»‹›", "ja": "「」『』", "nb": "«»‘’", "nn": "«»‘’", "no": "«»‘’", "pl": "„”«»", "pt-pt": "«»“”", "ro": "„”«»",
	"ru": "«»„“", "sk": "„“‚‘", "sl": "„“‚‘", "sv": "””’’", "uk": "«»„“", "zh-hant": "「」『』", "zh-hk": "「」『』", "zh-tw": "「」『』",
}

const apostrophe = "’"

// doubleQuote returns what becomes of the " at i: a quotation mark, or itself where it stands for inches or for nothing.
func (p *inlineWriter) doubleQuote(i int) string {
	opens, closes := canOpenOrClose(charsAround(p.src, i))
	switch {
	case closes && p.double > 0:
		p.double--
		return p.quotes.close
	case opens:
		p.double++
		return p.quotes.open
	}
	return `"`
}

// singleQuote returns what becomes of the ' at i: a quotation mark, an apostrophe, or itself where it stands for feet.
func (p *inlineWriter) singleQuote(i int) string {
	before, after := charsAround(p.src, i)
	opens, closes := canOpenOrClose(before, after)
	switch {
	case unicode.IsDigit(before) && unicode.IsDigit(after): // 6'2
		return "'"
	case isWordRune(before) && unicode.IsLetter(after): // don't
		return apostrophe
	case closes && p.single > 0:
		p.single--
		return p.quotes.closeSingle
	case opens && p.closesLater(i):
		p.single++
		return p.quotes.openSingle
	case opens && isWordRune(after), unicode.IsLetter(before): // 'til, '90s, the runners' week
		return apostrophe
	}
	return "'"
}

// closesLater reports whether a ' that could close a quotation follows the one at i in the same paragraph. It searches only 300 bytes, so
// that a text full of quotes is not read over and over.
func (p *inlineWriter) closesLater(i int) bool {
	text := p.src[i+1 : min(i+1+300, len(p.src))]
	if isShortened(text) {
		return false
	}
	if end := bytes.Index(text, []byte("\n\n")); end >= 0 {
		text = text[:end]
	}
	for j := 1; j < len(text); j++ {
		if text[j] != '\'' || text[j-1] == '\\' {
			continue
		}
		before, after := charsAround(text, j)
		if _, closes := canOpenOrClose(before, after); closes && !isWordRune(after) {
			return true
		}
	}
	return false
}

// isShortened reports whether a ' at the start of a word is an apostrophe and begins no quotation: the '90s, '24, rock 'n' roll.
func isShortened(text []byte) bool {
	digits := 0
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	return digits == 2 || len(text) > 1 && text[1] == '\''
}

// dashes returns what is printed for the hyphens at the start of a text, and how many there are: two are an en dash, three an em dash.
func dashes(text []byte) (size int, s string) {
	for size < len(text) && text[size] == '-' {
		size++
	}
	switch size {
	case 2:
		return 2, "–"
	case 3:
		return 3, "—"
	case 1:
		return 0, ""
	}
	return size, string(text[:size])
}

// KeepUnits returns a text in which no line can end between a number and its unit, as in parsed texts.
func KeepUnits(text string) string {
	b := []byte(text)
	var out []byte
	done := 0
	for i := 0; i+2 < len(b); i++ {
		if b[i] >= '0' && b[i] <= '9' && hasUnit(b[i+1:]) {
			out = append(append(out, b[done:i+1]...), noBreak...)
			done = i + 2
		}
	}
	if done == 0 {
		return text
	}
	return string(append(out, b[done:]...))
}

const noBreak = "\u00a0"

// hasUnit reports whether a text begins with a blank and a unit, so that a number before it must stay on its line.
func hasUnit(text []byte) bool {
	if len(text) < 2 || text[0] != ' ' {
		return false
	}
	end := 1
	for end < len(text) && end < 5 && text[end] >= 'a' && text[end] <= 'z' {
		end++
	}
	if end == 1 && text[1] == '%' {
		return true
	}
	if after, _ := utf8.DecodeRune(text[end:]); isWordRune(after) {
		return false
	}
	switch string(text[1:end]) {
	case "kg", "lb", "lbs", "g", "km", "m", "cm", "mm", "mi", "s", "min", "h":
		return true
	}
	return false
}

// canOpenOrClose reports whether a mark between two characters can open or close what it marks, by CommonMark's rule for emphasis.
func canOpenOrClose(before, after rune) (opens, closes bool) {
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	markBefore, markAfter := util.IsPunctRune(before), util.IsPunctRune(after)
	opens = !spaceAfter && (!markAfter || spaceBefore || markBefore)
	closes = !spaceBefore && (!markBefore || spaceAfter || markAfter)
	return opens, closes
}

// charsAround returns the characters before and after the byte at i; a line end at the ends of the text.
func charsAround(text []byte, i int) (before, after rune) {
	before, after = '\n', '\n'
	if i > 0 {
		before, _ = utf8.DecodeLastRune(text[:i])
	}
	if i+1 < len(text) {
		after, _ = utf8.DecodeRune(text[i+1:])
	}
	return before, after
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
