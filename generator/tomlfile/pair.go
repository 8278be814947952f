package tomlfile

import (
	"strings"
	"unicode/utf8"
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
	return span{parts[0].start, parts[last].end}, f.key(parts[last].name)
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
	at := s.pos
	switch {
	case s.peek() == '=' && strings.IndexByte("=>", s.byteAt(at+1)) >= 0 && s.byteAt(at+1) != 0:
		s.say(span{at, at + 2}, "equals-sign", "There is "+s.text[at:at+2]+" where = belongs.", "Use a single =")
		s.edit(span{at + 1, at + 2}, "")
		s.pos += 2
		return true
	case s.peek() == '=':
		s.pos++
		return true
	case s.peek() == ':':
		s.say(span{at, at + 1}, "colon", "There is a colon where = belongs.", "Use = instead of :")
		s.pos++
		if s.peek() == '=' {
			s.pos++
		}
		s.edit(span{at, s.pos}, "=")
		return true
	case s.valueAhead(closer):
		s.say(span{start, s.end}, "equals-sign", "The = behind "+written(s.text, parts)+" is missing.", "Write "+written(s.text, parts)+" = "+s.rest(closer))
		s.insert(s.end, "=")
		return true
	}
	return false
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

// token returns a bare value, as far as it goes, and where it ends.
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

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || isOdd(r) }

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
	if first, rest, found := strings.Cut(token, " "); found && shapeOf(first) != shapeBroken && s.anotherBegins(f, end-len(rest)) {
		s.pos += len(first)
		return &node{shape: shapeOf(first)}
	}
	s.sayBare(f, token)
	s.pos = max(end, s.pos)
	return &node{}
}

// commaInNumber returns where a number with a decimal comma inside braces ends, or end where there is none.
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

// anotherBegins reports whether at an offset, behind a value, another one begins, so that only a comma or a line end is missing.
func (s *scanner) anotherBegins(f slot, at int) bool {
	was := s.pos
	defer func() { s.pos = was }()
	s.pos = at
	if f.closer != ']' {
		return s.pairAhead()
	}
	token, _ := s.token(f)
	for _, word := range strings.Fields(token) {
		if shapeOf(word) == shapeBroken {
			return false
		}
	}
	return true
}

// pairAhead reports whether a name and = come next.
func (s *scanner) pairAhead() bool {
	pos, end := s.pos, s.end
	s.muted++
	_, ok := s.name()
	found := ok && s.peek() == '='
	s.muted--
	s.pos, s.end = pos, end
	return found
}

// lineBegins reports whether nothing stands before this place on its line.
func (s *scanner) lineBegins() bool {
	before := strings.TrimRight(s.text[:s.pos], " \t")
	return before == "" || strings.HasSuffix(before, "\n")
}

// statementAhead reports whether what comes next can only be a line of its own, so that an open list must have ended.
func (s *scanner) statementAhead() bool {
	if s.peek() != '[' {
		return s.pairAhead()
	}
	line := strings.TrimSpace(s.line())
	name := strings.Trim(line, "[] ")
	first, _ := utf8.DecodeRuneInString(name)
	return strings.HasSuffix(line, "]") && strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || !isBare(byte(r)) && r != '.' }) < 0 &&
		!isDigit(byte(first)) && shapeOf(name) == shapeBroken && name != ""
}

// separated looks at what stands behind a value, and reports whether the value can be kept.
func (s *scanner) separated(f slot, v *node) bool {
	s.spaces()
	if s.pos >= len(s.text) || s.at(f.ends()) {
		return true
	}
	touches := s.pos == s.end
	switch {
	case f.closer == 0:
		return s.alone(v)
	case f.closer == '}' && s.pairAhead(), f.closer == ']' && s.at(`"'[{`) && (!touches || v.shape != shapeText), v.shape != shapeText && f.closer == ']':
		return true // only the comma is missing
	}
	s.sayMore(v)
	s.tangle(f)
	return false
}

// alone looks at what stands behind a value on a line of its own.
func (s *scanner) alone(v *node) bool {
	rest := strings.TrimSpace(strings.SplitN(s.line(), "#", 2)[0])
	switch {
	case rest == "," || rest == ";":
		s.say(span{s.pos, s.pos + 1}, "line-ends-with-comma", "There is a "+map[string]string{",": "comma", ";": "semicolon"}[rest]+" at the end of this line.", "Remove it.")
		s.edit(span{s.pos, s.pos + 1}, "")
		s.pos++
		s.spaces()
		return true
	case s.pairAhead():
		s.say(span{s.pos, s.lineEnd()}, "two-on-a-line", "Two settings stand on one line.", "Write each on a line of its own.")
		s.insert(s.pos, "\n")
		return true
	case v.shape == shapeText && strings.HasPrefix(rest, ","):
		typed := s.text[v.value.start:s.lineEnd()]
		s.say(span{v.value.start, s.lineEnd()}, "list-without-brackets", "Several values need brackets around them.", "Write ["+strings.TrimSpace(typed)+"]")
	default:
		s.sayMore(v)
	}
	s.pos = s.lineEnd()
	return false
}

// tangle gives up a line in which quotation marks are missing, up to the brackets and commas at its end.
func (s *scanner) tangle(f slot) {
	end := s.lineEnd()
	s.quiet = max(s.quiet, end)
	if f.closer != 0 {
		line := s.text[s.pos+1 : max(end, s.pos+1)]
		end = s.pos + 1 + len(strings.TrimRight(line, " \t\r,;]}"))
	}
	s.pos = max(end, s.pos)
}
