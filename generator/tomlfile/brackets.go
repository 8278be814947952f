package tomlfile

// list reads [ ... ].
func (s *scanner) list(f slot) *node {
	open := s.pos
	s.pos++
	s.end = s.pos
	n := &node{shape: shapeList, made: madeBraces}
	element := slot{key: f.key, closer: ']', again: new(repeat)}
	defer element.again.end(s)
	for wantComma := false; ; {
		s.blank()
		switch {
		case s.stopped:
			return n
		case s.peek() == ']':
			s.pos++
			return n
		case s.pos >= len(s.text), s.peek() == '}', s.lineBegins() && s.statementAhead():
			s.sayOpenBracket(open, f)
			s.closeWith("]")
			n.lost = true
			return n
		case s.peek() == ',':
			s.comma(wantComma)
			wantComma = false
		case wantComma:
			if !n.last().lost { // with a missing bracket the comma was said to be missing
				s.sayMissingComma()
			}
			s.insert(s.end, ",")
			wantComma = false
		default:
			n.add(s.element(element))
			wantComma = true
		}
	}
}

// element reads one value of a list.
func (s *scanner) element(f slot) *node {
	start := s.pos
	v := s.value(f)
	if v.shape != shapeBroken && !s.separated(f, v) {
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
	n := &node{shape: shapeTable, made: madeBraces}
	b := bracesState{comma: -1}
	for {
		s.spaces()
		switch {
		case s.stopped:
			return n
		case s.peek() == '}':
			s.trailingComma(b)
			s.pos++
			return n
		case s.pos >= len(s.text), s.peek() == ']', s.lineIsOver() && !b.manyLines && !s.closesLater():
			s.sayOpenBrace(open, f)
			s.closeWith("}")
			n.lost = true
			return n
		case s.lineIsOver():
			if !b.manyLines {
				s.sayManyLines(open, f)
			}
			b.manyLines = true
			s.blank()
		case s.peek() == ',':
			b.comma = s.pos
			s.comma(b.wantComma)
			b.wantComma = false
		case b.wantComma:
			s.sayMissingComma()
			s.insert(s.end, ",")
			b.wantComma = false
		default:
			s.pair(n, f.key.table(), '}')
			b.comma, b.wantComma = -1, true
		}
	}
}

// bracesState is how far the reading of { ... } has come.
type bracesState struct {
	comma     int // where the last one is; -1 behind a pair
	wantComma bool
	manyLines bool
}

func (s *scanner) trailingComma(b bracesState) {
	if b.comma < 0 {
		return
	}
	at := span{b.comma, b.comma + 1}
	s.say(at, "comma-before-brace", "there is a comma before the closing }.", "Remove it.")
	s.edit(at, "")
}

// comma reads over a comma, and reports one that is too many.
func (s *scanner) comma(wanted bool) {
	at := span{s.pos, s.pos + 1}
	if !wanted {
		s.say(at, "extra-comma", "there is one comma too many.", "Remove this one.")
		s.edit(at, "")
	}
	s.pos = at.end
	s.end = s.pos
}

// closeWith has a bracket that was left open end behind the last thing in it.
func (s *scanner) closeWith(bracket string) {
	if s.at("]}") {
		s.quiet = max(s.quiet, s.pos+1) // it closes nothing else, but that follows from this
	}
	s.insert(s.end, bracket)
	s.pos = s.end
}
