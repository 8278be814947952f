package tomlfile

import (
	"strings"
)

// bare reads a value without quotes or brackets.
func (s *scanner) bare(f slot) *node {
	token, end := s.token(f)
	if shape := shapeOf(token); shape != shapeBroken {
		if n := s.commaInNumber(f, shape, end); n > end {
			end = n
			token = s.text[s.pos:end]
		} else {
			s.pos = end
			return &node{shape: shape}
		}
	}
	if first, rest, found := strings.Cut(token, " "); found && shapeOf(first) != shapeBroken && (f.closer == 0 && beginsRemark(rest) || s.anotherBegins(f, end-len(rest))) {
		s.pos += len(first)
		return &node{shape: shapeOf(first)}
	}
	s.reportBare(f, token)
	s.pos = max(end, s.pos)
	return &node{}
}

// token returns the bare value that comes next, and the offset where it ends.
func (s *scanner) token(f slot) (string, int) {
	end := len(s.text)
	if i := strings.IndexAny(s.text[s.pos:], f.ends()); i >= 0 {
		end = s.pos + i
	}
	token := strings.TrimRightFunc(s.text[s.pos:end], isSpace)
	if f.closer == 0 {
		token = strings.TrimRight(token, ",; ")
	}
	return token, s.pos + len(token)
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || isInvisible(r) }

// commaInNumber returns where a number with a decimal comma ends, as in { load = 2,5 }; for any other value, end.
func (s *scanner) commaInNumber(f slot, shape shape, end int) int {
	if f.closer != '}' || shape != shapeInteger || s.byteAt(end) != ',' || !isDigit(s.byteAt(end+1)) {
		return end
	}
	size := strings.IndexAny(s.text[end+1:], ",]}=\n#")
	if size < 0 || s.text[end+1+size] == '=' {
		return end
	}
	return end + 1 + len(strings.TrimRightFunc(s.text[end+1:end+1+size], isSpace))
}

// anotherBegins reports whether a value begins at an offset behind another one, so that only a comma or a line end is missing.
func (s *scanner) anotherBegins(f slot, at int) bool {
	was := s.pos
	defer func() { s.pos = was }()
	s.pos = at
	if f.closer != ']' {
		return s.keyValueAhead()
	}
	token, _ := s.token(f)
	word, _, _ := strings.Cut(token, " ")
	return shapeOf(word) != shapeBroken
}
