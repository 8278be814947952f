package tomlfile

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
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

// withoutInvisible returns a text without such characters.
func withoutInvisible(text string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, text)
}

// plainWord matches an id or a word of plain letters: no invisible character belongs in it. An old address or an id of a feed may have one.
var plainWord = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]*$`)

// checkUnseen reports a character without width in a value that is a plain word but for it, and returns whether there is none.
func (b *binder) checkUnseen(c *node, x string) bool {
	plain := withoutInvisible(x)
	if plain == x || !plainWord.MatchString(plain) {
		return true
	}
	typed := b.typed(c)
	i := strings.IndexFunc(typed, isInvisible)
	if i < 0 {
		return true // it was typed as an escape
	}
	r, size := utf8.DecodeRuneInString(typed[i:])
	if unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) {
		return true
	}
	start := c.value.start + i
	b.report(span{start, start + size}, "unseen-character", fmt.Sprintf("there is a character here that cannot be seen (%U).", r), "Remove it: "+strconv.Quote(plain))
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
