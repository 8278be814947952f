package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inlineWriter writes the inline content of a text: as HTML, or as plain text.
type inlineWriter struct {
	src    []byte
	quotes *quotes // nil: quotes, dashes and dots stay as typed
	html   bool
	out    []byte
	words  int // written so far

	inWord         bool // the last character was a letter or a digit
	single, double int  // quotations that are open
}

// beginBlock resets what is known of the words before, which another block does not continue.
func (p *inlineWriter) beginBlock() { p.inWord, p.single, p.double = false, 0, 0 }

// text writes the source from one offset to another, with its backslashes and entities resolved.
func (p *inlineWriter) text(from, to int) {
	start := from
	for i := from; i < to; {
		if !special[p.src[i]] {
			i++
			continue
		}
		size, s := p.replace(i, to)
		if size == 0 {
			i++
			continue
		}
		p.plain(p.src[start:i])
		p.chars(s)
		i += size
		start = i
	}
	p.plain(p.src[start:to])
}

// special are the bytes that may have to be changed before they are written.
var special = func() (table [256]bool) {
	for _, c := range []byte(`\&<>"'-.0123456789`) {
		table[c] = true
	}
	for c := range ' ' {
		table[c] = c != '\t' && c != '\n'
	}
	table[0x7f] = true
	return table
}()

// replace returns what is written for the special byte at i, and how many bytes that replaces; 0 where the byte is written as it is.
func (p *inlineWriter) replace(i, to int) (size int, s string) {
	switch c := p.src[i]; c {
	case '\\':
		if i+1 < to && util.IsPunct(p.src[i+1]) {
			return 2, string(p.src[i+1 : i+2])
		}
		return 0, ""
	case '&':
		if size, s = entity(p.src[i:to]); size > 0 {
			return size, s
		}
		return 1, "&"
	case '"', '\'', '-', '.':
		return p.typeset(i, to)
	case '<', '>':
		return 1, string(p.src[i : i+1])
	case '\r': // no end of a line: those are left out
		return 1, " "
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if p.html && p.quotes != nil && hasUnit(p.src[i+1:to]) {
			return 2, string(c) + noBreak
		}
		return 0, ""
	}
	return 1, unreadable
}

// unreadable is written for control characters, which no page may have.
const unreadable = string(utf8.RuneError)

// typeset returns what is printed for the quote, hyphen or dot at i.
func (p *inlineWriter) typeset(i, to int) (size int, s string) {
	c := p.src[i]
	switch {
	case c == '"' && p.quotes != nil:
		return 1, p.doubleQuote(i)
	case c == '"':
		return 1, `"`
	case p.quotes == nil:
		return 0, ""
	case c == '\'':
		return 1, p.singleQuote(i)
	case c == '-':
		return dashes(p.src[i:to])
	case i+2 < to && p.src[i+1] == '.' && p.src[i+2] == '.':
		return 3, "…"
	}
	return 0, ""
}

// entity returns the characters that an entity such as &auml; or &#228; at the start of the text stands for, and its
// length; 0 where there is none.
func entity(text []byte) (size int, s string) {
	end := 1
	for end < len(text) && end < 40 && text[end] != ';' {
		end++
	}
	if end == len(text) || text[end] != ';' {
		return 0, ""
	}
	name := string(text[1:end])
	if number, ok := strings.CutPrefix(name, "#"); ok {
		s, ok = numbered(number)
		if !ok {
			return 0, ""
		}
		return end + 1, s
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return end + 1, string(e.Characters)
	}
	return 0, ""
}

// numbered returns the character with a number, 228 or xe4, of at most seven or six digits.
func numbered(number string) (s string, ok bool) {
	base, digits := 10, 7
	if len(number) > 0 && number[0]|0x20 == 'x' {
		number, base, digits = number[1:], 16, 6
	}
	n, err := strconv.ParseUint(number, base, 32)
	if err != nil || len(number) > digits {
		return "", false
	}
	switch {
	case n == '\r':
		return " ", true
	case n < 0x80 && special[n] && unicode.IsControl(rune(n)):
		return unreadable, true
	}
	return string(util.ToValidRune(rune(n))), true
}

// chars writes a text, escaped if the output is HTML.
func (p *inlineWriter) chars(s string) {
	p.words += countWords(s, &p.inWord)
	if p.html {
		p.out = appendEscaped(p.out, s)
	} else {
		p.out = append(p.out, s...)
	}
}

// verbatim is chars for bytes of the source: code, addresses.
func (p *inlineWriter) verbatim(s []byte) { p.chars(withLineFeeds(string(s))) }

// withLineFeeds returns a text of the source whose lines end in line feeds alone, so that pages are the same on whatever system it was written.
func withLineFeeds(s string) string { return strings.ReplaceAll(s, "\r", "") }

// plain writes bytes of which none needs escaping.
func (p *inlineWriter) plain(s []byte) {
	p.words += countWords(s, &p.inWord)
	p.out = append(p.out, s...)
}

// code writes what stands between backticks; a line end in it is a space, and in a table \| is a |.
func (p *inlineWriter) code(n *ast.CodeSpan) {
	table := inTable(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		s := t.Segment.Value(p.src)
		if rest := len(s) - 1; rest >= 0 && s[rest] == '\n' {
			p.verbatim(s[:rest])
			s = []byte(" ")
		}
		if table {
			s = bytes.ReplaceAll(s, []byte(`\|`), []byte("|"))
		}
		p.verbatim(s)
	}
}

// label writes the words inside a node, fit for a link, an attribute or a table of contents: text, emphasis, code and the descriptions
// of pictures, without links, footnotes and the like.
func (p *inlineWriter) label(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			p.text(c.Segment.Start, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				p.plain([]byte(" "))
			}
		case *ast.AutoLink:
			p.verbatim(c.Label(p.src))
		case *ast.CodeSpan:
			p.element("code", func() { p.code(c) })
		case *ast.Emphasis:
			p.element(emphasis(c), func() { p.label(c) })
		case *east.Strikethrough:
			p.element("del", func() { p.label(c) })
		case *ast.Link:
			p.linkLabel(c)
		default:
			p.label(c)
		}
	}
}

// linkLabel writes the words of a link. Only the site knows the words of [](exercise:goblet-squat); its id is written instead.
func (p *inlineWriter) linkLabel(n *ast.Link) {
	if n.HasChildren() {
		p.label(n)
		return
	}
	if to, wrong := parseAddress(n.Destination); wrong == nil && to.named() && to.scheme != "source" {
		p.chars(strings.ReplaceAll(to.target, "-", " "))
	}
}

// labelOf returns the words inside a node as plain text.
func (p *inlineWriter) labelOf(n ast.Node) string {
	words := inlineWriter{src: p.src, quotes: p.quotes}
	words.label(n)
	return strings.TrimSpace(string(words.out))
}

// resolved returns the text with its backslashes and entities resolved.
func resolved(text []byte) string {
	p := inlineWriter{src: text}
	p.text(0, len(text))
	return string(p.out)
}

// countWords returns how many words begin in a text: runs of letters and digits, and single characters of Chinese and Japanese. inWord
// says whether a word was begun before the text, and is set to whether one goes on behind it.
func countWords[T string | []byte](text T, inWord *bool) int {
	words, in := 0, *inWord
	for i := 0; i < len(text); {
		if text[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))]))
			var n int
			n, in = countRune(r, in)
			words += n
			i += size
			continue
		}
		before := uint8(0)
		if in {
			before = 1
		}
		for ; i < len(text) && text[i] < utf8.RuneSelf; i++ {
			letter := asciiLetters[text[i]]
			words += int(letter &^ before) // without a branch: where words begin nobody can foresee
			before = letter
		}
		in = before == 1
	}
	*inWord = in
	return words
}

// asciiLetters are 1 for the letters and digits of ASCII.
var asciiLetters = func() (table [256]uint8) {
	for c := range rune(utf8.RuneSelf) {
		if isWordRune(c) {
			table[c] = 1
		}
	}
	return table
}()

// countRune is countWords for one character outside ASCII.
func countRune(r rune, inWord bool) (words int, in bool) {
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return 1, false
	case isWordRune(r) && !inWord:
		return 1, true
	case isWordRune(r), r == '’', unicode.IsMark(r): // don’t is one word
		return 0, inWord
	}
	return 0, false
}
