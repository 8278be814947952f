package tomlfile

import (
	"strings"
)

// pair reads name = value into a table. The closer is the brace that the pair stands in, 0 at the start of a line.
func (s *scanner) pair(t *node, f *Format, closer byte) {
	start := s.pos
	parts, ok := s.name()
	if !ok || !s.equals(start, parts, closer) {
		s.sayName(start, t, f, closer)
		s.skipPair(closer)
		s.dropPair(start, closer)
		return
	}
	at, key := s.look(t, f, parts)
	slot := slot{name: written(s.text, parts), at: at, key: key, closer: closer}
	s.spaces()
	v := s.value(slot)
	if v.shape == shapeBroken || !s.separated(slot, v) {
		v.shape = shapeBroken
		s.skipTo(closer)
		t.lost = t.lost || closer != 0 && s.quiet > start
	}
	if s.put(t, parts, v) && v.shape != shapeBroken {
		s.good++
		return
	}
	s.dropPair(start, closer)
}

// look returns the place of a name and what the format says about it.
func (s *scanner) look(t *node, f *Format, parts []part) (span, *Key) {
	for _, p := range parts[:len(parts)-1] {
		f = f.key(p.name).table()
	}
	last := len(parts) - 1
	key := f.key(parts[last].name)
	if key == nil {
		key = s.format.named(parts[last].name) // it may have been meant for the file as a whole
	}
	return span{parts[0].start, parts[last].end}, key
}

// written returns a name as it was typed.
func written(text string, parts []part) string {
	return text[parts[0].start:parts[len(parts)-1].end]
}

// dropPair keeps what was read since start from the parser.
func (s *scanner) dropPair(start int, closer byte) {
	if closer == 0 {
		s.edit(span{start, s.pos}, "")
	} else {
		s.replacePair(span{start, s.pos})
	}
	s.end = s.pos
}

// equals reads over the = behind a name, and over what people type in its place.
func (s *scanner) equals(start int, parts []part, closer byte) bool {
	at, name := s.pos, written(s.text, parts)
	switch next := s.byteAt(at + 1); {
	case s.peek() == '=' && (next == '=' || next == '>'):
		s.pos += 2
		s.say(span{at, s.pos}, "equals-sign", "there is "+s.text[at:s.pos]+" where = belongs.", "Use a single =")
		s.edit(span{at, s.pos}, "=")
	case s.peek() == '=':
		s.pos++
	case s.peek() == ':':
		s.say(span{at, at + 1}, "colon", "there is a colon where = belongs.", "Use = instead of :")
		s.pos++
		if next == '=' {
			s.pos++
		}
		s.edit(span{at, s.pos}, "=")
	case s.valueAhead(closer):
		s.say(span{start, s.end}, "equals-sign", "the = behind "+name+" is missing.", "Write "+name+" = "+s.rest(closer))
		s.insert(s.end, "=")
	default:
		return false
	}
	return true
}

// rest returns what is left of the line, or of what stands between commas.
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

// skipPair reads to the end of a pair whose name cannot be read.
func (s *scanner) skipPair(closer byte) {
	if i := strings.IndexByte(s.rest(closer), '='); i >= 0 {
		s.pos += i + 1
		s.spaces()
		s.skimValue(closer)
	}
	s.skipTo(closer)
}

// skipTo reads to the end of the line, or to what ends a value within brackets.
func (s *scanner) skipTo(closer byte) {
	end := s.lineEnd()
	if closer != 0 {
		if i := strings.IndexAny(s.text[s.pos:end], ",]}"); i >= 0 {
			end = s.pos + i
		}
	}
	s.pos = end
}
