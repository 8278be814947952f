package tomlfile

import (
	"fmt"
	"unicode/utf8"
)

// oddity is a character that looks like a space, or like nothing, and is neither to TOML.
type oddity struct {
	char  rune
	first span
	count int
}

// isOdd reports whether r looks like a space or takes no room.
func isOdd(r rune) bool {
	switch {
	case r >= 0x2000 && r <= 0x200f, r >= 0x2028 && r <= 0x202f, r >= 0x205f && r <= 0x206f:
		return true
	}
	switch r {
	case 0x85, 0xa0, 0xad, 0x1680, 0x180e, 0x3000, 0xfeff:
		return true
	}
	return false
}

// oddSpace reads over one such character, and has it taken for a space.
func (s *scanner) oddSpace() bool {
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	if !isOdd(r) {
		return false
	}
	at := span{s.pos, s.pos + size}
	s.pos += size
	if s.muted > 0 {
		return true
	}
	s.edits = append(s.edits, edit{at, " "})
	for i := range s.odd {
		if s.odd[i].char == r {
			s.odd[i].count++
			return true
		}
	}
	s.odd = append(s.odd, oddity{r, at, 1})
	return true
}

// sayOddities reports each such character once, at the first place.
func (s *scanner) sayOddities() {
	for _, o := range s.odd {
		p := s.places.at(o.first)
		s.problems.Add(strayProblem(p, "odd-space", fmt.Sprintf("there is %s here, which looks like an ordinary space or like nothing", oddName(o.char)), o.count,
			"Replace it with a space, or remove it."))
	}
}

func oddName(r rune) string {
	switch r {
	case 0xa0, 0x202f:
		return fmt.Sprintf("a non-breaking space (%U)", r)
	case 0xfeff, 0x200b, 0x200c, 0x200d, 0x2060, 0xad:
		return fmt.Sprintf("an invisible character (%U)", r)
	}
	return fmt.Sprintf("an unusual space (%U)", r)
}
