package tomlfile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is one part of a name: plan.weeks has two.
type part struct {
	name string
	span
	letters bool // it has letters that a name of TOML cannot have without quotes: geräte
}

// name reads a name with its parts. It stops at the first byte that cannot belong to one; ok is false where that is
// before a part is complete.
func (s *scanner) name() (parts []part, ok bool) {
	for {
		s.spaces()
		p, ok := s.part()
		if !ok {
			return parts, false
		}
		parts = append(parts, p)
		s.end = s.pos
		s.spaces()
		if s.peek() != '.' {
			return parts, true
		}
		s.pos++
	}
}

func (s *scanner) part() (part, bool) {
	start := s.pos
	switch c := s.peek(); {
	case s.isLong():
		return part{}, false // the closing quotes of a text that has no opening ones
	case c == '"' || c == '\'':
		text, size := unquote(s.line())
		s.pos += size
		return part{name: text, span: span{start, s.pos}}, size > 0
	}
	p := part{}
	for s.pos < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) || r < utf8.RuneSelf && !isBare(byte(r)) {
			break
		}
		p.letters = p.letters || r >= utf8.RuneSelf
		s.pos += size
	}
	p.name, p.span = s.text[start:s.pos], span{start, s.pos}
	return p, s.pos > start
}

// haveLetters reports whether a part has letters that a name of TOML cannot have without quotes.
func haveLetters(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.letters })
}

// isBare reports whether c may stand in a name without quotes.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// quotedLength returns the length of the "..." or '...' at the start of a line, quotes included; 0 where it has no end.
func quotedLength(line string) int {
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == line[0]:
			return i + 1
		case line[i] == '\\' && line[0] == '"':
			i++
		}
	}
	return 0
}

// unquote returns what the "..." or '...' at the start of a line stands for, and its length; 0 where it cannot be read.
func unquote(line string) (string, int) {
	size := quotedLength(line)
	if size == 0 {
		return "", 0
	}
	text := line[1 : size-1]
	if line[0] == '\'' || strings.IndexByte(text, '\\') < 0 {
		return text, size
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if text[i] == '\\' {
			r, n = escape(text[i:])
		} else if text[i] >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if n == 0 {
			return "", 0
		}
		b.WriteRune(r)
		i += n
	}
	return b.String(), size
}

// escape returns the character that the escape at the start of text stands for, and how long it is; 0 where it is none.
// The escapes for control characters are not accepted, although TOML knows them: they are always a path, typed with
// backslashes, as in "C:\figures".
func escape(text string) (rune, int) {
	if len(text) < 2 {
		return 0, 0
	}
	switch text[1] {
	case 't':
		return '\t', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case '"':
		return '"', 2
	case '\\':
		return '\\', 2
	case 'u':
		return codePoint(text, 6)
	case 'U':
		return codePoint(text, 10)
	}
	return 0, 0
}

func codePoint(text string, size int) (rune, int) {
	if len(text) < size {
		return 0, 0
	}
	n, err := strconv.ParseUint(text[2:size], 16, 32)
	if err != nil || n < ' ' && n != '\t' && n != '\n' && n != '\r' || !utf8.ValidRune(rune(n)) {
		return 0, 0
	}
	return rune(n), size
}

// asTyped returns a name as it is typed: in quotes where there is anything in it that a bare one cannot have.
func asTyped(name string) string {
	if name != "" && !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || !isBare(byte(r)) }) {
		return name
	}
	return strconv.Quote(name)
}
