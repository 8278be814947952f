package tomlfile

import (
	"cmp"
	"strconv"
	"strings"
)

// keyValue reads name = value into a table; closer is '}' inside braces, 0 at the start of a line.
func (s *scanner) keyValue(t *node, f *Format, closer byte) {
	start := s.pos
	parts, ok := s.name()
	if !ok || haveLetters(parts) && !f.closed() || !s.equals(start, parts, closer) {
		s.reportName(start, t, f, closer)
		s.skipBrokenKeyValue(closer)
		s.dropKeyValue(start, closer)
		return
	}
	for _, p := range parts {
		if p.letters {
			s.edit(p.span, strconv.Quote(p.name)) // the binder says that it is unknown
		}
	}
	at, key := s.keyOf(t, f, parts)
	slot := slot{name: typedName(s.text, parts), at: at, key: key, closer: closer, unknown: key == nil && f.closed()}
	s.spaces()
	v := s.value(slot)
	if v.shape == shapeBroken || !s.checkAfterValue(slot, v) {
		v.shape = shapeBroken
		s.skipTo(closer)
		t.incomplete = t.incomplete || closer != 0 && s.quietUntil > start
	}
	if s.setValue(t, parts, v) && v.shape != shapeBroken {
		s.goodLines++
		return
	}
	s.dropKeyValue(start, closer)
}

// keyOf returns the span of a name and what the format says about it.
func (s *scanner) keyOf(t *node, f *Format, parts []part) (span, *Key) {
	for _, p := range parts[:len(parts)-1] {
		f = f.key(p.name).table()
	}
	last := len(parts) - 1
	name := parts[last].name
	return span{parts[0].start, parts[last].end}, cmp.Or(f.named(name), s.format.named(name), f.key(name)) // it may be meant for the file as a whole
}

// typedName returns a name as it was typed.
func typedName(text string, parts []part) string {
	return text[parts[0].start:parts[len(parts)-1].end]
}

// dropKeyValue hides from the parser what was read since start.
func (s *scanner) dropKeyValue(start int, closer byte) {
	if closer == 0 {
		s.edit(span{start, s.pos}, "")
	} else {
		s.replaceKeyValue(span{start, s.pos})
	}
	s.end = s.pos
}

// equals reads over the = behind a name. What people type in its place is reported and read over, too.
func (s *scanner) equals(start int, parts []part, closer byte) bool {
	at, name := s.pos, typedName(s.text, parts)
	switch next := s.byteAt(at + 1); {
	case s.peek() == '=' && (next == '=' || next == '>'):
		s.pos += 2
		s.report(span{at, s.pos}, "equals-sign", "there is "+s.text[at:s.pos]+" where = belongs.", "Use a single =")
		s.edit(span{at, s.pos}, "=")
	case s.peek() == '=':
		s.pos++
	case s.peek() == ':':
		s.report(span{at, at + 1}, "colon", "there is a colon where = belongs.", "Use = instead of :")
		s.pos++
		if next == '=' {
			s.pos++
		}
		s.edit(span{at, s.pos}, "=")
	case s.falseSign(closer) != "":
		sign := s.falseSign(closer)
		s.pos += len(sign)
		s.report(span{at, s.pos}, "equals-sign", "there is "+sign+" where = belongs.", "Use = instead of "+sign)
		s.edit(span{at, s.pos}, "=")
	case s.valueAhead(closer):
		s.report(span{start, s.end}, "equals-sign", "the = behind "+name+" is missing.", "Write "+name+" = "+s.rest(closer))
		s.insert(s.end, "=")
	default:
		return false
	}
	return true
}

// falseSigns are signs that people type in place of =.
const falseSigns = "-–—>→~ "

// falseSign returns the signs in place of = that come next, where a value follows; "" where there are none. A sign right before a digit
// belongs to the number.
func (s *scanner) falseSign(closer byte) string {
	line := s.line()
	size := len(line) - len(strings.TrimLeft(line, falseSigns))
	sign := strings.TrimRight(line[:size], " ")
	if sign == "" || size < len(line) && len(sign) == size && isDigit(line[size]) {
		return ""
	}
	was := s.pos
	defer func() { s.pos = was }()
	s.pos += size
	if !s.valueAhead(closer) {
		return ""
	}
	return sign
}

// rest returns the rest of the line, or, inside brackets, the rest up to the next comma or closing bracket.
func (s *scanner) rest(closer byte) string {
	pos := s.pos
	s.skipTo(closer)
	text := strings.TrimRightFunc(s.text[pos:s.pos], isSpace)
	s.pos = pos
	return text
}

// valueAhead reports whether the rest of the line can be nothing but a value.
func (s *scanner) valueAhead(closer byte) bool {
	switch s.peek() {
	case '"', '\'', '[', '{':
		return true
	}
	token, _ := s.token(slot{closer: closer})
	return shapeOf(token) != shapeBroken
}

// skipBrokenKeyValue reads to the end of a pair whose name cannot be read.
func (s *scanner) skipBrokenKeyValue(closer byte) {
	if i := strings.IndexByte(s.rest(closer), '='); i >= 0 {
		s.pos += i + 1
		s.spaces()
		s.skipValue(closer)
	}
	s.skipTo(closer)
}

// skipTo reads to the end of the line, or, inside brackets, to the next comma or closing bracket.
func (s *scanner) skipTo(closer byte) {
	end := s.lineEnd()
	if closer != 0 {
		if i := strings.IndexAny(s.text[s.pos:end], ",]}"); i >= 0 {
			end = s.pos + i
		}
	}
	s.pos = end
}
