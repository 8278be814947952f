// Package prose turns the texts of other programs into Markdown as Legpress reads it.
//
// In goes HTML, or Markdown with HTML in it, out comes Markdown. What has no counterpart becomes a [Loss]. A mark replaces it until the
// text is finished; then it becomes a note that no page shows, if the author may want it back. Links are found and replaced here; what
// they lead to, only package importer knows.
package prose

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Loss is something that could not be carried over unchanged.
type Loss struct {
	Reason string // what happens to things of this kind, as a sentence without a full stop
	What   string // the thing in question, as it was written
	Noted  bool   // it is kept in the file, in a note that no page shows
}

// Placed is a loss with its line in the text, 1-based; 0 if it is no longer in the text.
type Placed struct {
	Loss
	Line int
}

// Losses are the losses of one text.
type Losses struct{ list []Loss }

// Marks are a number between two private characters of Unicode, which no other text has.
const (
	markStart = '\uE000'
	markEnd   = '\uE001'
)

var markPattern = regexp.MustCompile(`\x{E000}(\d+)\x{E001}`)

// withoutMarks returns a text without the marks in it.
func withoutMarks(text string) string {
	if !strings.ContainsRune(text, markStart) {
		return text
	}
	return markPattern.ReplaceAllString(text, "")
}

// Mark adds a loss, and returns the mark that replaces it in the text.
func (l *Losses) Mark(x Loss) string {
	l.list = append(l.list, x)
	return string(markStart) + strconv.Itoa(len(l.list)-1) + string(markEnd)
}

// Marks returns the marks in a text, without the text.
func Marks(text string) string {
	if !strings.ContainsRune(text, markStart) {
		return ""
	}
	return strings.Join(markPattern.FindAllString(text, -1), "")
}

// StripControls takes what would be read as a mark out of a text from elsewhere, and what nobody can see.
func StripControls(text string) string {
	if !mayHaveControls(text) {
		return text
	}
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r\n", "\n"), "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == markStart, r == markEnd, r < ' ' && r != '\n' && r != '\t', r == 0x7f, r == '\uFEFF':
			return -1
		}
		return r
	}, text)
}

// mayHaveControls reports whether there is a byte in a text that one of the signs has which StripControls takes out.
func mayHaveControls(text string) bool {
	for n := range len(text) {
		if b := text[n]; b < ' ' && b != '\n' && b != '\t' || b == 0x7f || b >= 0xEE {
			return true
		}
	}
	return !utf8.ValidString(text)
}

// PlaceNotes removes the marks from a finished text and writes the notes, each behind the block of its mark. It returns the lines of all
// losses.
func (l *Losses) PlaceNotes(text string) (string, []Placed) {
	s := noteWriter{losses: l, written: make([]bool, len(l.list))}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		s.line(line)
		if len(s.waiting) > 0 && s.isBreak(lines[i+1:]) {
			s.writeNotes()
		}
	}
	for i, x := range l.list {
		if !s.written[i] {
			s.placed = append(s.placed, Placed{x, 0})
		}
	}
	return strings.TrimRight(strings.Join(s.out, "\n"), "\n") + "\n", s.placed
}

type noteWriter struct {
	losses  *Losses
	written []bool
	out     []string
	fence   string // of the code that is open
	waiting []int  // losses whose notes come behind this block
	placed  []Placed
}

// line writes one line without its marks. It leaves out a line of nothing but marks, and a second empty line.
func (s *noteWriter) line(line string) {
	plain := withoutMarks(line)
	gone := plain != line && strings.Trim(plain, " \t>") == ""
	empty := s.fence == "" && strings.TrimSpace(plain) == "" && (len(s.out) == 0 || s.out[len(s.out)-1] == "")
	if gone || empty {
		plain = ""
	} else {
		if plain != line && !strings.HasSuffix(plain, "  ") || strings.Trim(plain, " >") == "" {
			plain = strings.TrimRight(plain, " ")
		}
		s.out = append(s.out, plain)
	}
	if strings.ContainsRune(line, markStart) {
		for _, m := range markPattern.FindAllStringSubmatch(line, -1) {
			s.noteLoss(m[1])
		}
	}
	s.fence = fenceAfter(s.fence, plain)
}

func (s *noteWriter) noteLoss(number string) {
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(s.written) || s.written[i] {
		return
	}
	s.written[i] = true
	if s.losses.list[i].Noted {
		s.waiting = append(s.waiting, i)
		return
	}
	s.placed = append(s.placed, Placed{s.losses.list[i], max(len(s.out), 1)})
}

var (
	continued = regexp.MustCompile(`^(?:[ \t]|[-*+:][ \t]|\d+[.)][ \t]|>|\|)`)
	fenceLine = regexp.MustCompile("^[ \t>]*(?:(?:[-*+]|\\d+[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)$")
)

// isBreak reports whether a block ends here: an empty line or the end comes next, and the text behind it continues no list.
func (s *noteWriter) isBreak(rest []string) bool {
	if s.fence != "" || len(rest) > 0 && strings.TrimSpace(rest[0]) != "" && (len(s.out) > 0 && s.out[len(s.out)-1] != "") {
		return false
	}
	for _, line := range rest {
		if plain := withoutMarks(line); strings.TrimSpace(plain) != "" {
			return !continued.MatchString(plain)
		}
	}
	return true
}

// writeNotes writes the waiting notes as definitions of unused links, the usual form of comments in Markdown.
func (s *noteWriter) writeNotes() {
	for _, i := range s.waiting {
		if len(s.out) > 0 && s.out[len(s.out)-1] != "" {
			s.out = append(s.out, "")
		}
		s.out = append(s.out, note(s.losses.list[i].What), "")
		s.placed = append(s.placed, Placed{s.losses.list[i], len(s.out) - 1})
	}
	s.waiting = nil
}

func note(what string) string {
	return "[//]: # (" + noteEscaper.Replace(strings.Join(strings.Fields(withoutMarks(what)), " ")) + ")"
}

var noteEscaper = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// fenceAfter returns the fence of the code that is open behind a line, with the blanks before it, or "". A line that is indented by four more
// ends nothing.
func fenceAfter(open, line string) string {
	if !strings.Contains(line, "```") && !strings.Contains(line, "~~~") {
		return open
	}
	m := fenceLine.FindStringSubmatch(line)
	switch {
	case m == nil:
		return open
	case open == "" && !(m[1][0] == '`' && strings.Contains(m[2], "`")):
		return strings.Repeat(" ", indent(line)) + m[1]
	case open != "" && m[1][0] == open[len(open)-1] && len(m[1]) >= len(strings.TrimSpace(open)) && strings.TrimSpace(m[2]) == "" && indent(line) < indent(open)+4:
		return ""
	}
	return open
}

// indent returns how many blanks a line begins with; a tab is four, and quotation marks and marks of lists count as well.
func indent(line string) int {
	n := 0
	for _, c := range line {
		switch c {
		case '\t':
			n += 4
		case '`', '~':
			return n
		default:
			n++
		}
	}
	return n
}
