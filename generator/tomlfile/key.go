package tomlfile

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// part is one part of a name: plan.weeks has two.
type part struct {
	name string
	span
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
	if s.isLong() {
		return part{}, false // the end of a text that has no beginning
	}
	switch s.peek() {
	case '\'':
		end := strings.IndexByte(s.line()[1:], '\'')
		if end < 0 {
			return part{}, false
		}
		s.pos += end + 2
		return part{s.text[start+1 : s.pos-1], span{start, s.pos}}, true
	case '"':
		text, ok := unescape(s.line())
		if !ok {
			return part{}, false
		}
		s.pos += quotedLength(s.line())
		return part{text, span{start, s.pos}}, true
	}
	for s.pos < len(s.text) && isBare(s.text[s.pos]) {
		s.pos++
	}
	return part{s.text[start:s.pos], span{start, s.pos}}, s.pos > start
}

// isBare reports whether c may stand in a name without quotes.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// quotedLength returns the length of the "..." at the start of a line, quotes included; 0 where it has no end.
func quotedLength(line string) int {
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}

// unescape returns what the "..." at the start of a line stands for.
func unescape(line string) (string, bool) {
	n := quotedLength(line)
	if n == 0 {
		return "", false
	}
	line = line[1 : n-1]
	if strings.IndexByte(line, '\\') < 0 {
		return line, true
	}
	var b strings.Builder
	for i := 0; i < len(line); {
		if line[i] != '\\' {
			b.WriteByte(line[i])
			i++
			continue
		}
		r, size := escape(line[i:])
		if size == 0 {
			return "", false
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), true
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
