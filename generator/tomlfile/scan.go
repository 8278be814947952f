package tomlfile

import (
	"strings"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
)

const (
	// enough is the number of mistakes in the writing after which a file is not read further.
	enough = 20
	// strange is the number of lines that are no TOML at all, with nothing before them that is, after which a file is not
	// taken for TOML any more.
	strange = 5
	// deepest is how many brackets may stand inside each other, and how many parts a name may have. Nothing that an author
	// needs comes near; without a limit a file of brackets alone could exhaust the stack.
	deepest = 16
)

// What is said where a file is not read to its end.
const (
	manyID      = "too-many-mistakes"
	manyMessage = "there are more mistakes in this file than are named here."
	manyHint    = "Mend these first, then look again."
)

// scanner reads a text as TOML: it is the locator, which remembers where everything stands, and it says what is wrong with
// the writing. It goes on after a mistake, and notes in edits what has to change for a parser to accept the rest.
type scanner struct {
	text   string
	places *places
	format *Format
	pos    int
	end    int // where the last value or comma ended: a missing comma or bracket belongs here
	depth  int // of brackets and braces

	root, table *node   // table: the one that the next lines belong to
	under       *Format // the format of table
	detached    bool    // the next lines belong to nothing, because their header was wrong

	problems diag.List
	edits    []edit
	odd      []oddity
	starts   []int          // where each statement begins
	refused  map[int]string // statements, by their start, that the parser would not take, and what it said

	lineFrom, lineTo int // a part of a line, up to its line end: kept, because long lines are looked through often

	muted      int // how many readers are only looking for an end
	quiet      int // nothing is said about what stands before this offset: it follows from what was said
	good       int // lines that are TOML
	unreadable int // lines that are not
	stopped    bool
}

// scan reads the text.
func scan(text string, f *Format, p *places, refused map[int]string) *scanner {
	root := &node{shape: shapeTable, made: madeHeader}
	s := &scanner{text: text, places: p, format: f, root: root, table: root, under: f, refused: refused, lineTo: -1}
	for s.blank(); !s.stopped && s.pos < len(s.text); s.blank() {
		s.statement()
	}
	s.sayOddities()
	return s
}

// statement reads a header or a name with its value.
func (s *scanner) statement() {
	start := s.pos
	s.starts = append(s.starts, start)
	said, isRefused := s.refused[start]
	if isRefused {
		s.say(span{start, s.lineEnd()}, "unreadable", "this cannot be read: "+said+".", "")
		s.muted++
	}
	isHeader := s.text[start] == '['
	if isHeader {
		s.header()
	} else {
		s.pair(s.table, s.under, 0)
	}
	if isRefused {
		s.muted--
	}
	switch {
	case s.stopped:
		s.edit(span{start, len(s.text)}, "")
		s.root.lost, s.table.lost = true, true
	case s.detached || isRefused:
		s.edit(span{start, s.pos}, "")
	}
}

// say notes a problem, and stops the reading when it was one too many.
func (s *scanner) say(at span, id, message, hint string) {
	if s.muted > 0 || s.stopped || at.start < s.quiet {
		return
	}
	s.problems.Add(diag.Problem{Position: s.places.at(at), ID: id, Message: clip(message, longest), Hint: clip(hint, longest)})
	switch {
	case s.good == 0 && s.unreadable >= strange:
		s.stop("not-toml", "this does not look like TOML.", `A file of this kind has lines like name = "value".`)
	case len(s.problems) >= enough:
		s.stop(manyID, manyMessage, manyHint)
	}
}

// longest is how much of a message is shown, in characters: it may quote a whole line.
const longest = 240

// clip cuts a text after so many characters.
func clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for i := range text {
		if most == 0 {
			return text[:i] + "…"
		}
		most--
	}
	return text
}

func (s *scanner) stop(id, message, hint string) {
	s.stopped = true
	s.problems.Add(diag.Problem{Position: s.places.top(), ID: id, Message: message, Hint: hint})
}

// peek returns the byte that is read next, 0 at the end of the text, where no byte is 0.
func (s *scanner) peek() byte { return s.byteAt(s.pos) }

func (s *scanner) byteAt(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

// at reports whether a byte that is read next is one of set. The end of the text is in no set.
func (s *scanner) at(set string) bool {
	return s.pos < len(s.text) && strings.IndexByte(set, s.text[s.pos]) >= 0
}

// lineEnd returns where the line that is being read ends, without its line end.
func (s *scanner) lineEnd() int {
	if s.pos < s.lineFrom || s.pos > s.lineTo {
		s.lineFrom, s.lineTo = s.pos, len(s.text)
		if n := strings.IndexByte(s.text[s.pos:], '\n'); n >= 0 {
			s.lineTo = s.pos + n
		}
	}
	if s.lineTo > s.pos && s.lineTo < len(s.text) && s.text[s.lineTo-1] == '\r' {
		return s.lineTo - 1
	}
	return s.lineTo
}

// line returns the rest of the line.
func (s *scanner) line() string { return s.text[s.pos:s.lineEnd()] }

// spaces reads over spaces and tabs, and over what only looks like them.
func (s *scanner) spaces() {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == ' ' || c == '\t' || c == '\r':
			s.pos++
		case c >= utf8.RuneSelf && s.oddSpace():
		default:
			return
		}
	}
}

// blank reads over spaces, line ends and comments.
func (s *scanner) blank() {
	for {
		s.spaces()
		switch s.peek() {
		case '\n':
			s.pos++
		case '#':
			s.pos = s.lineEnd()
		default:
			return
		}
	}
}

// lineIsOver reports whether nothing but a comment is left on the line.
func (s *scanner) lineIsOver() bool { return s.pos >= len(s.text) || s.at("\n#") }
