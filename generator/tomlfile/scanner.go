package tomlfile

import (
	"strings"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
)

const (
	// maxMistakes is the number of syntax errors after which a file is not read further.
	maxMistakes = 20
	// maxUnreadable is how many lines at the top of a file may be no TOML before the whole file is taken for something else.
	maxUnreadable = 5
	// maxDepth is how many brackets may stand inside each other, and how many parts a name may have. Nothing that an author
	// needs comes near; without a limit a file of brackets alone could exhaust the stack.
	maxDepth = 16
)

// What is said where a file is not read to its end.
const (
	manyID      = "too-many-mistakes"
	manyMessage = "there are more mistakes in this file than are named here."
	manyHint    = "Mend these first, then look again."
)

// scanner reads a text as TOML: it notes where everything is and reports syntax errors. It goes on after an error, and collects in
// edits what has to change for the parser to read the rest.
type scanner struct {
	text      string
	positions *positions
	format    *Format
	pos       int
	end       int // where the last value or comma ended, which is where a missing comma or bracket belongs
	depth     int // of brackets and braces

	root, table *node   // table: the one that the next lines belong to
	tableFormat *Format // the format of table
	detached    bool    // the following lines belong to no table, because their header was wrong

	problems        diag.List
	edits           []edit
	invisible       []invisibleChar
	statementStarts []int          // where each statement begins
	refused         map[int]string // what the parser said of statements that it refused, by their start

	lineStart, lineStop int // the last answer of lineEnd: long lines are asked for often

	muted           int    // above 0, nothing is reported: the scanner only looks ahead
	quietUntil      int    // nothing is reported before this offset: it follows from what was
	crossing        string // the signs that the last crossed out line begins with
	semicolonsUntil int    // no semicolon in place of a comma is reported before this offset: the one before it said it
	goodLines       int    // lines that are TOML
	unreadableLines int    // lines that are not
	stopped         bool
}

// scan reads the text.
func scan(text string, f *Format, p *positions, refused map[int]string) *scanner {
	root := &node{shape: shapeTable, origin: originHeader}
	s := &scanner{text: text, positions: p, format: f, root: root, table: root, tableFormat: f, refused: refused, lineStop: -1}
	for s.blank(); !s.stopped && s.pos < len(s.text); s.blank() {
		s.statement()
	}
	s.reportInvisible()
	return s
}

// statement reads a header or a name with its value.
func (s *scanner) statement() {
	start := s.pos
	s.statementStarts = append(s.statementStarts, start)
	said, isRefused := s.refused[start]
	if isRefused {
		s.report(span{start, s.lineEnd()}, "unreadable", "this cannot be read: "+said+".", "")
		s.muted++
	}
	isHeader := s.text[start] == '['
	if isHeader {
		s.header()
	} else {
		s.keyValue(s.table, s.tableFormat, 0)
	}
	if isRefused {
		s.muted--
	}
	switch {
	case s.stopped:
		s.edit(span{start, len(s.text)}, "")
		s.root.incomplete, s.table.incomplete = true, true
	case s.detached || isRefused:
		s.edit(span{start, s.pos}, "")
	}
}

// report notes a problem, and stops the scanner when there are too many.
func (s *scanner) report(at span, id, message, hint string) {
	if s.muted > 0 || s.stopped || at.start < s.quietUntil {
		return
	}
	s.problems.Add(diag.Problem{Position: s.positions.at(at), ID: id, Message: shorten(message, maxMessage), Hint: shorten(hint, maxMessage)})
	switch {
	case s.goodLines == 0 && s.unreadableLines >= maxUnreadable:
		s.stop("not-toml", "this does not look like TOML.", `A file of this kind has lines like name = "value".`)
	case len(s.problems) >= maxMistakes:
		s.stop(manyID, manyMessage, manyHint)
	}
}

// maxMessage is how much of a message is shown, in characters: it may quote a whole line.
const maxMessage = 240

// shorten cuts a text after so many characters.
func shorten(text string, most int) string {
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
	s.problems.Add(diag.Problem{Position: s.positions.top(), ID: id, Message: message, Hint: hint})
}

// peek returns the next byte; 0 at the end of the text, which has no byte 0 itself.
func (s *scanner) peek() byte { return s.byteAt(s.pos) }

func (s *scanner) byteAt(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

// at reports whether the next byte is one of set. The end of the text is in no set.
func (s *scanner) at(set string) bool {
	return s.pos < len(s.text) && strings.IndexByte(set, s.text[s.pos]) >= 0
}

// lineEnd returns the offset where the current line ends, before its line break.
func (s *scanner) lineEnd() int {
	if s.pos < s.lineStart || s.pos > s.lineStop {
		s.lineStart, s.lineStop = s.pos, len(s.text)
		if n := strings.IndexByte(s.text[s.pos:], '\n'); n >= 0 {
			s.lineStop = s.pos + n
		}
	}
	if s.lineStop > s.pos && s.lineStop < len(s.text) && s.text[s.lineStop-1] == '\r' {
		return s.lineStop - 1
	}
	return s.lineStop
}

// line returns the rest of the current line.
func (s *scanner) line() string { return s.text[s.pos:s.lineEnd()] }

// spaces reads over spaces and tabs, and over characters that look like them.
func (s *scanner) spaces() {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == ' ' || c == '\t' || c == '\r':
			s.pos++
		case c >= utf8.RuneSelf && s.skipInvisible():
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
