package tomlfile

import (
	"strings"
)

// checkAfterValue checks what follows a value, and reports whether the value can be used.
func (s *scanner) checkAfterValue(f slot, v *node) bool {
	s.spaces()
	s.skipCrossing()
	switch {
	case s.pos == len(s.text) || s.at(f.ends()):
		return true
	case f.closer == 0:
		return s.checkRestOfLine(f, v)
	case f.closer == '}' && s.keyValueAhead(), f.closer == ']' && s.elementAhead(v):
		return true // only the comma is missing
	}
	s.reportMore(f, v)
	s.giveUpLine(f)
	return false
}

// elementAhead reports whether another element follows the element v, and not the rest of a text with a quotation mark in its
// middle.
func (s *scanner) elementAhead(v *node) bool {
	return v.shape != shapeText || s.at(`"'[{`) && s.pos > v.value.end
}

// checkRestOfLine checks what follows a value outside brackets, on the same line, and reports whether the value can be used.
func (s *scanner) checkRestOfLine(f slot, v *node) bool {
	rest, _, _ := strings.Cut(s.line(), "#")
	rest = strings.TrimSpace(rest)
	here := span{s.pos, s.lineEnd()}
	switch {
	case rest == "," || rest == ";":
		s.reportLineEnd(rest)
		return true
	case s.keyValueAhead():
		s.report(here, "two-on-a-line", "two settings stand on one line.", "Write each on a line of its own.")
		s.insert(s.pos, "\n")
		return true
	case beginsRemark(rest) && s.pos > v.value.end:
		s.report(here, "comment", "a remark begins with #.", "Write # before this.")
		s.edit(here, "")
		s.pos = here.end
		return true
	case v.shape == shapeText && rest[0] == ',':
		all := span{v.value.start, s.pos + len(rest)}
		s.report(all, "list-without-brackets", "several values need brackets around them.", "Write "+f.assignment("["+s.text[all.start:all.end]+"]"))
	default:
		s.reportMore(f, v)
	}
	s.pos = here.end
	return false
}

// reportLineEnd reports a comma or a semicolon at the end of a line, and reads over it.
func (s *scanner) reportLineEnd(sign string) {
	at := span{s.pos, s.pos + 1}
	s.report(at, "line-ends-with-comma", "there is a "+signName(sign[0])+" at the end of this line.", "Remove it.")
	s.edit(at, "")
	s.pos++
	s.spaces()
}

// giveUpLine reads over a line in which quotation marks are missing, up to the brackets and commas at its end.
func (s *scanner) giveUpLine(f slot) {
	end := s.lineEnd()
	if s.muted == 0 {
		s.quietUntil = max(s.quietUntil, end)
	}
	if f.closer != 0 {
		first := s.pos + 1 // never stand still
		end = first + len(strings.TrimRight(s.text[first:max(first, end)], " \t\r,;]}"))
	}
	s.pos = end
}
