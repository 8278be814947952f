package tomlfile

// list reads [ ... ].
func (s *scanner) list(f slot) *node {
	open := s.pos
	s.pos++
	s.end = s.pos
	n := &node{shape: shapeList, origin: originBraces}
	element := slot{key: f.key, closer: ']', repeats: new(repeat)}
	defer element.repeats.finish(s)
	for wantComma := false; ; {
		s.blank()
		switch {
		case s.stopped:
			return n
		case s.peek() == ']':
			s.pos++
			return n
		case s.pos >= len(s.text), s.peek() == '}', s.lineBegins() && s.statementAhead():
			s.reportOpenBracket(open, f)
			s.closeWith("]")
			n.incomplete = true
			return n
		case s.at(",;"):
			s.comma(wantComma)
			wantComma = false
		case wantComma:
			if !n.last().incomplete { // where a bracket is missing, the missing comma follows from that
				s.reportMissingComma()
			}
			s.insert(s.end, ",")
			wantComma = false
		case s.skipCrossing():
		default:
			s.readCrossing()
			n.add(s.element(element))
			wantComma = true
		}
	}
}

// element reads one value of a list.
func (s *scanner) element(f slot) *node {
	start := s.pos
	v := s.value(f)
	if v.shape != shapeBroken && !s.checkAfterValue(f, v) {
		v.shape = shapeBroken
	}
	if v.shape == shapeBroken {
		if s.pos == start {
			s.pos++ // never stand still
		}
		s.edit(span{start, s.pos}, "0")
		s.end = s.pos
	}
	return v
}

// braces reads { ... }.
func (s *scanner) braces(f slot) *node {
	open := s.pos
	s.pos++
	s.end = s.pos
	n := &node{shape: shapeTable, origin: originBraces}
	b := bracesProgress{comma: -1}
	for {
		s.spaces()
		switch {
		case s.stopped:
			return n
		case s.peek() == '}':
			s.trailingComma(b)
			s.pos++
			return n
		case s.pos >= len(s.text), s.peek() == ']', s.lineIsOver() && !b.manyLines && !s.bracesCloseLater():
			s.reportOpenBrace(open, f)
			s.closeWith("}")
			n.incomplete = true
			return n
		case s.lineIsOver():
			if !b.manyLines {
				s.reportManyLines(open, f)
			}
			b.manyLines = true
			s.blank()
		case s.at(",;"):
			b.comma = s.pos
			s.comma(b.wantComma)
			b.wantComma = false
		case b.wantComma:
			s.reportMissingComma()
			s.insert(s.end, ",")
			b.wantComma = false
		default:
			s.keyValue(n, f.key.table(), '}')
			b.comma, b.wantComma = -1, true
		}
	}
}

// bracesProgress is what the scanner has seen of a { ... } so far.
type bracesProgress struct {
	comma     int // offset of the last comma; -1 if a value followed it
	wantComma bool
	manyLines bool
}

func (s *scanner) trailingComma(b bracesProgress) {
	if b.comma < 0 {
		return
	}
	at := span{b.comma, b.comma + 1}
	s.report(at, "comma-before-brace", "there is a comma before the closing }.", "Remove it.")
	s.edit(at, "")
}

// comma reads over a comma, and reports it where none is wanted. A semicolon in its place is reported once on its line.
func (s *scanner) comma(wanted bool) {
	at := span{s.pos, s.pos + 1}
	switch {
	case !wanted:
		s.report(at, "extra-comma", "there is one "+signName(s.peek())+" too many.", "Remove this one.")
		s.edit(at, "")
	case s.peek() == ';':
		s.reportSemicolon(at)
		s.edit(at, ",")
	}
	s.pos = at.end
	s.end = s.pos
}

func signName(sign byte) string {
	if sign == ';' {
		return "semicolon"
	}
	return "comma"
}

func (s *scanner) reportSemicolon(at span) {
	if s.semicolonsUntil < at.start {
		s.report(at, "semicolon", "there is a semicolon where a comma belongs.", "Write , instead of ;")
		s.semicolonsUntil = s.lineEnd()
	}
}

// closeWith closes a bracket that was left open, behind the last thing in it.
func (s *scanner) closeWith(bracket string) {
	if s.at("]}") {
		s.quietUntil = max(s.quietUntil, s.pos+1) // that it closes nothing else is no mistake of its own
	}
	s.insert(s.end, bracket)
	s.pos = s.end
}
