package tomlfile

import (
	"fmt"
	"strings"
)

// slot is what is known about a value before it is read.
type slot struct {
	name   string // "" for an element of a list
	at     span   // of the name
	key    *Key   // nil where the name is unknown
	closer byte   // the bracket that the value stands in: 0 at the start of a line, ']' or '}' else
}

// ends are the bytes that end a bare value.
func (f slot) ends() string {
	if f.closer == 0 {
		return "\n#"
	}
	return "\n#,]}"
}

// value reads a value. It returns a broken one, and never nil, where it could not.
func (s *scanner) value(f slot) *node {
	start := s.pos
	n := s.readValue(f)
	n.value = span{start, s.pos}
	s.end = s.pos
	return n
}

func (s *scanner) readValue(f slot) *node {
	switch s.peek() {
	case '"', '\'':
		return s.readText(f)
	case '[', '{':
		if s.depth == deepest {
			return s.tooDeep()
		}
		s.depth++
		defer func() { s.depth-- }()
		if s.peek() == '[' {
			return s.list(f)
		}
		return s.braces(f)
	}
	return s.bare(f)
}

func (s *scanner) readText(f slot) *node {
	if s.isLong() {
		return s.longText()
	}
	return s.shortText(f)
}

// isLong reports whether three quotation marks come next.
func (s *scanner) isLong() bool {
	rest := s.text[s.pos:]
	return strings.HasPrefix(rest, `"""`) || strings.HasPrefix(rest, "'''")
}

// tooDeep reads over brackets that are not looked into.
func (s *scanner) tooDeep() *node {
	s.say(span{s.pos, s.pos + 1}, "too-deep", fmt.Sprintf("More than %d brackets stand inside each other here.", deepest), "")
	s.skimBrackets()
	return &node{}
}

// shortText reads "..." or '...' on one line.
func (s *scanner) shortText(f slot) *node {
	start, line := s.pos, s.line()
	size := quotedLength(line)
	if line[0] == '\'' {
		size = strings.IndexByte(line[1:], '\'') + 2
		if size == 1 {
			size = 0
		}
	}
	if size == 0 {
		s.sayOpenQuote(f, line)
		s.tangle(f)
		return &node{}
	}
	s.pos += size
	n := &node{shape: shapeText, body: start + 1}
	if line[0] == '"' && !s.escapes(start+1, s.pos-1) {
		n.shape = shapeBroken
	}
	return n
}

// longText reads """...""" or three single quotes on any number of lines.
func (s *scanner) longText() *node {
	start := s.pos
	quote := s.text[start]
	body := start + 3
	for i := body; i < len(s.text); i++ {
		switch {
		case s.text[i] == '\\' && quote == '"':
			i++
		case s.text[i] == quote:
			run := 1
			for s.byteAt(i+run) == quote {
				run++
			}
			if run < 3 {
				i += run - 1
				continue
			}
			s.pos = i + run
			return s.closedText(start, i, run)
		}
	}
	s.say(span{start, start + 3}, "missing-quote", fmt.Sprintf("The text that begins here has no closing %s.", s.text[start:body]),
		fmt.Sprintf("Write %s behind its last line.", s.text[start:body]))
	s.pos = len(s.text)
	s.root.lost, s.table.lost = true, true
	return &node{}
}

// closedText checks a long text: its first quotes are at start, its last at end. Up to two more belong to the text.
func (s *scanner) closedText(start, end, quotes int) *node {
	n := &node{shape: shapeText, body: start + 3}
	if strings.HasPrefix(s.text[n.body:end+quotes], "\r\n") {
		n.body++
	}
	if s.text[n.body] == '\n' {
		n.body++
	}
	if quotes > 5 {
		s.say(span{end, end + quotes}, "quotes", fmt.Sprintf("There are %d quotation marks in a row here.", quotes), "Three end the text.")
		n.shape = shapeBroken
	}
	if s.text[start] == '"' && !s.longEscapes(start+3, end+quotes-3) {
		n.shape = shapeBroken
	}
	return n
}

// escapes checks the backslashes in a text, and reports the first that is wrong.
func (s *scanner) escapes(start, end int) bool {
	for i := start; i < end; {
		n := strings.IndexByte(s.text[i:end], '\\')
		if n < 0 {
			return true
		}
		i += n
		_, size := escape(s.text[i:end])
		if size == 0 {
			s.sayBackslash(i, end)
			return false
		}
		i += size
	}
	return true
}

// longEscapes does the same where a backslash at the end of a line joins it with the next.
func (s *scanner) longEscapes(start, end int) bool {
	for i := start; i < end; {
		n := strings.IndexByte(s.text[i:end], '\\')
		if n < 0 {
			return true
		}
		i += n
		rest := strings.TrimLeft(s.text[i+1:end], " \t\r")
		if strings.HasPrefix(rest, "\n") {
			i = end - len(rest)
			continue
		}
		_, size := escape(s.text[i:end])
		if size == 0 {
			s.sayBackslash(i, end)
			return false
		}
		i += size
	}
	return true
}

// list reads [ ... ].
func (s *scanner) list(f slot) *node {
	open := s.pos
	s.pos++
	s.end = s.pos
	n := &node{shape: shapeList, made: madeBraces}
	element := slot{key: f.key, closer: ']'}
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
			if !wantComma {
				s.sayExtraComma(s.pos)
				s.edit(span{s.pos, s.pos + 1}, "")
			}
			s.pos++
			s.end = s.pos
			wantComma = false
		case wantComma:
			s.sayMissingComma()
			s.insert(s.end, ",")
			wantComma = false
		default:
			n.add(s.element(element))
			wantComma = true
		}
	}
}

// closeWith has a bracket that was left open end behind the last thing in it.
func (s *scanner) closeWith(bracket string) {
	if s.at("]}") {
		s.quiet = max(s.quiet, s.pos+1) // it closes nothing else, but that follows from this
	}
	s.insert(s.end, bracket)
	s.pos = s.end
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
	b := bracesState{open: open, comma: -1}
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
			s.sayOpenBrace(open)
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
			if !b.wantComma {
				s.sayExtraComma(s.pos)
				s.edit(span{s.pos, s.pos + 1}, "")
			}
			b.comma = s.pos
			s.pos++
			s.end = s.pos
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
	open, comma int // comma: where the last one is, -1 behind a pair
	wantComma   bool
	manyLines   bool
}

func (s *scanner) trailingComma(b bracesState) {
	if b.comma < 0 {
		return
	}
	s.say(span{b.comma, b.comma + 1}, "comma-before-brace", "There is a comma before the closing }.", "Remove the comma before }.")
	s.edit(span{b.comma, b.comma + 1}, "")
}
