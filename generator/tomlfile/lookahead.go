package tomlfile

import "strings"

// keyValueAhead reports whether a name and = come next.
func (s *scanner) keyValueAhead() bool {
	pos, end := s.pos, s.end
	s.muted++
	_, ok := s.name()
	found := ok && s.peek() == '='
	s.muted--
	s.pos, s.end = pos, end
	return found
}

// lineBegins reports whether the scanner is at the first word of a line.
func (s *scanner) lineBegins() bool {
	before := strings.TrimRight(s.text[:s.pos], " \t")
	return before == "" || strings.HasSuffix(before, "\n")
}

// statementAhead reports whether a new header or setting comes next, so that a list which is still open lacks its bracket.
func (s *scanner) statementAhead() bool {
	if s.peek() == '[' {
		return isHeader(s.line())
	}
	return s.keyValueAhead()
}

// isHeader reports whether a line is a header and not a list: there is a bare name in its brackets.
func isHeader(line string) bool {
	line = strings.TrimSpace(line)
	name := strings.Trim(line, "[] ")
	if name == "" || isDigit(name[0]) || shapeOf(name) != shapeBroken {
		return false
	}
	for i := range len(name) {
		if !isBare(name[i]) && name[i] != '.' {
			return false
		}
	}
	return strings.HasSuffix(line, "]")
}

// bracesCloseLater reports whether the brace that is open at the end of this line is closed in a later one, with nothing but keys and
// values in between.
func (s *scanner) bracesCloseLater() bool {
	pos, end := s.pos, s.end
	s.muted++
	defer func() {
		s.muted--
		s.pos, s.end = pos, end
	}()
	for s.blank(); s.pos < len(s.text); s.blank() {
		switch {
		case s.peek() == '}':
			return true
		case s.peek() == ',':
			s.pos++
		case !s.skipKeyValue():
			return false
		}
	}
	return false
}

// skipKeyValue reads over name = value inside braces.
func (s *scanner) skipKeyValue() bool {
	if _, ok := s.name(); !ok || s.peek() != '=' {
		return false
	}
	s.pos++
	s.spaces()
	return s.skipValue('}')
}

// skipValue reads over a value without looking at it. It returns false for a text without an end.
func (s *scanner) skipValue(closer byte) bool {
	s.muted++
	defer func() { s.muted-- }()
	switch s.peek() {
	case '[', '{':
		s.skipBrackets()
	case '"', '\'':
		return s.readText(slot{closer: closer}).shape != shapeBroken
	default:
		_, s.pos = s.token(slot{closer: closer})
	}
	return true
}

// skipBrackets reads over [ ... ] or { ... } without looking at what is in them.
func (s *scanner) skipBrackets() {
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
