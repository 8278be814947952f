package tomlfile

import (
	"fmt"
	"unicode/utf8"
)

// invisibleChar is a character that looks like a space or like nothing, and that TOML takes for neither.
type invisibleChar struct {
	char  rune
	first span
	count int
}

// isInvisible reports whether r looks like a space, or takes no room.
func isInvisible(r rune) bool {
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

// skipInvisible reads over one such character as over a space, and counts it.
func (s *scanner) skipInvisible() bool {
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	if !isInvisible(r) {
		return false
	}
	at := span{s.pos, s.pos + size}
	s.pos += size
	if s.muted > 0 {
		return true
	}
	s.edits = append(s.edits, edit{at, " "})
	for i := range s.invisible {
		if s.invisible[i].char == r {
			s.invisible[i].count++
			return true
		}
	}
	s.invisible = append(s.invisible, invisibleChar{r, at, 1})
	return true
}

// reportInvisible reports each such character once, at the first place.
func (s *scanner) reportInvisible() {
	for _, o := range s.invisible {
		p := s.positions.at(o.first)
		s.problems.Add(strayProblem(p, "odd-space", fmt.Sprintf("there is %s here, which looks like an ordinary space or like nothing", invisibleName(o.char)), o.count,
			"Replace it with a space, or remove it."))
	}
}

func invisibleName(r rune) string {
	switch r {
	case 0xa0, 0x202f:
		return fmt.Sprintf("a non-breaking space (%U)", r)
	case 0xfeff, 0x200b, 0x200c, 0x200d, 0x2060, 0xad:
		return fmt.Sprintf("an invisible character (%U)", r)
	}
	return fmt.Sprintf("an unusual space (%U)", r)
}
