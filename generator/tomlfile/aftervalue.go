package tomlfile

import (
	"strings"
)

// separated looks at what stands behind a value, and reports whether the value can be kept.
func (s *scanner) separated(f slot, v *node) bool {
	s.spaces()
	switch {
	case s.pos == len(s.text) || s.at(f.ends()):
		return true
	case f.closer == 0:
		return s.alone(f, v)
	case f.closer == '}' && s.pairAhead(), f.closer == ']' && s.elementAhead(v):
		return true // only the comma is missing
	}
	s.sayMore(f, v)
	s.tangle(f)
	return false
}

// elementAhead reports whether what stands behind an element is another one, and not the rest of a text with a quotation mark
// in the middle.
func (s *scanner) elementAhead(v *node) bool {
	return v.shape != shapeText || s.at(`"'[{`) && s.pos > v.value.end
}

// alone looks at what stands behind a value on a line of its own.
func (s *scanner) alone(f slot, v *node) bool {
	rest, _, _ := strings.Cut(s.line(), "#")
	rest = strings.TrimSpace(rest)
	here := span{s.pos, s.lineEnd()}
	switch {
	case rest == "," || rest == ";":
		s.sayLineEnd(rest)
		return true
	case s.pairAhead():
		s.say(here, "two-on-a-line", "two settings stand on one line.", "Write each on a line of its own.")
		s.insert(s.pos, "\n")
		return true
	case v.shape == shapeText && rest[0] == ',':
		all := span{v.value.start, s.pos + len(rest)}
		s.say(all, "list-without-brackets", "several values need brackets around them.", "Write "+f.write("["+s.text[all.start:all.end]+"]"))
	default:
		s.sayMore(f, v)
	}
	s.pos = here.end
	return false
}

// sayLineEnd reports a comma or a semicolon at the end of a line, and reads over it.
func (s *scanner) sayLineEnd(sign string) {
	name := "comma"
	if sign == ";" {
		name = "semicolon"
	}
	at := span{s.pos, s.pos + 1}
	s.say(at, "line-ends-with-comma", "there is a "+name+" at the end of this line.", "Remove it.")
	s.edit(at, "")
	s.pos++
	s.spaces()
}

// tangle gives up a line in which quotation marks are missing, up to the brackets and commas at its end.
func (s *scanner) tangle(f slot) {
	end := s.lineEnd()
	if s.muted == 0 {
		s.quiet = max(s.quiet, end)
	}
	if f.closer != 0 {
		first := s.pos + 1 // never stand still
		end = first + len(strings.TrimRight(s.text[first:max(first, end)], " \t\r,;]}"))
	}
	s.pos = end
}
