package tomlfile

import "strings"

// closesLater reports whether the brace that is open at the end of this line is closed in a later one, as opposed to one that
// is never closed. It looks for what cannot stand inside braces.
func (s *scanner) closesLater() bool {
	pos, end := s.pos, s.end
	s.muted++
	defer func() {
		s.muted--
		s.pos, s.end = pos, end
	}()
	s.blank()
	for wantComma := true; s.pos < len(s.text); s.blank() {
		switch {
		case s.peek() == '}':
			return true
		case s.peek() == ',':
			s.pos++
			wantComma = false
		case wantComma && !s.pairAhead(), s.at("{[]"):
			return false
		default:
			if !s.skimPair() {
				return false
			}
			wantComma = true
		}
	}
	return false
}

// skimPair reads over name = value inside braces.
func (s *scanner) skimPair() bool {
	if _, ok := s.name(); !ok || s.peek() != '=' {
		return false
	}
	s.pos++
	s.spaces()
	return s.skimValue('}')
}

// skimValue reads over a value without looking at it. It returns false for a text without an end.
func (s *scanner) skimValue(closer byte) bool {
	s.muted++
	defer func() { s.muted-- }()
	switch s.peek() {
	case '[', '{':
		s.skimBrackets()
	case '"', '\'':
		return s.readText(slot{closer: closer}).shape != shapeBroken
	default:
		_, s.pos = s.token(slot{closer: closer})
	}
	return true
}

// skimBrackets reads over [ ... ] or { ... } without looking at what is in them.
func (s *scanner) skimBrackets() {
	s.muted++
	defer func() { s.muted-- }()
	for depth := 0; s.pos < len(s.text); {
		switch c := s.text[s.pos]; {
		case strings.IndexByte("[{", c) >= 0:
			depth++
			s.pos++
		case strings.IndexByte("]}", c) >= 0:
			depth--
			s.pos++
		case c == '"' || c == '\'':
			s.readText(slot{closer: ']'})
		case c == '#':
			s.pos = s.lineEnd()
		default:
			s.pos++
		}
		if depth <= 0 {
			return
		}
	}
}
