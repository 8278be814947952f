package tomlfile

import (
	"fmt"
	"strings"
)

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

// shortText reads "..." or '...' on one line.
func (s *scanner) shortText(f slot) *node {
	start, line := s.pos, s.line()
	size := quotedLength(line)
	if size == 0 && s.textOnLines(f) {
		return &node{}
	}
	if size == 0 {
		s.reportOpenQuote(f, line)
		s.giveUpLine(f)
		return &node{}
	}
	s.pos += size
	n := &node{shape: shapeText, textStart: start + 1}
	if line[0] == '"' && !s.escapes(start+1, s.pos-1) {
		n.shape = shapeBroken
	}
	return n
}

// longText reads """...""" or three single quotes on any number of lines.
func (s *scanner) longText() *node {
	start := s.pos
	quotes := s.text[start : start+3]
	for i := start + 3; i < len(s.text); i++ {
		switch {
		case s.text[i] == '\\' && quotes[0] == '"':
			i++
		case s.text[i] == quotes[0]:
			run := 1
			for s.byteAt(i+run) == quotes[0] {
				run++
			}
			if run >= 3 {
				s.pos = i + run
				return s.closedText(start, i, run)
			}
			i += run - 1
		}
	}
	s.pos = len(s.text)
	s.report(span{start, start + 3}, "missing-quote", "the text that begins here has no closing "+quotes+".", "Write "+quotes+" behind its last line.")
	s.root.incomplete, s.table.incomplete = true, true
	return &node{}
}

// closedText checks a long text: its first quotes are at start, its last at end. Up to two more belong to the text.
func (s *scanner) closedText(start, end, quotes int) *node {
	n := &node{shape: shapeText, textStart: start + 3}
	switch rest := s.text[n.textStart:]; {
	case rest[0] == '\n':
		n.textStart++
	case strings.HasPrefix(rest, "\r\n"):
		n.textStart += 2
	}
	if quotes > 5 {
		s.report(span{end, end + quotes}, "quotes", fmt.Sprintf("there are %d quotation marks in a row here.", quotes), "Three end the text.")
		n.shape = shapeBroken
	}
	if s.text[start] == '"' && !s.escapes(start+3, end+quotes-3) {
		n.shape = shapeBroken
	}
	return n
}

// escapes checks the backslashes in a text, and reports the first wrong one. A backslash at the end of a line, which only a long
// text can have, joins the line with the next.
func (s *scanner) escapes(start, end int) bool {
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
			s.reportBackslash(i, end)
			return false
		}
		i += size
	}
	return true
}
