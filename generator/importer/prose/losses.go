// Package prose turns the texts of other programs into Markdown as Legpress reads it.
//
// In goes HTML, or Markdown with HTML in it, out comes Markdown. What has no counterpart becomes a [Loss]: a mark stands in its place
// until the text is finished, and then, where the author may want it back, a note that no page shows. Links are found and replaced
// here, but what they lead to is known to package importer alone.
package prose

import (
	"regexp"
	"strconv"
	"strings"
)

// Loss is something that could not be carried over as it was.
type Loss struct {
	Reason string // what happens to things of this kind, as a sentence without a full stop
	What   string // the thing in question, as it was written
	Noted  bool   // it stays in the file, in a note that no page shows
}

// Placed is a loss and the line of the text where it was, 1-based; 0 for one that is no longer in the text.
type Placed struct {
	Loss
	Line int
}

// Losses are those of one text.
type Losses struct{ list []Loss }

// The marks are private characters of Unicode, which mean something only here.
const (
	markStart = '\uE000'
	markEnd   = '\uE001'
)

var markPattern = regexp.MustCompile(`\x{E000}(\d+)\x{E001}`)

// Mark remembers a loss and returns what has to stand in the text in its place.
func (l *Losses) Mark(x Loss) string {
	l.list = append(l.list, x)
	return string(markStart) + strconv.Itoa(len(l.list)-1) + string(markEnd)
}

// Marks returns the marks in a text, without the text.
func Marks(text string) string { return strings.Join(markPattern.FindAllString(text, -1), "") }

// StripControls takes what would be read as a mark out of a text from elsewhere, and what nobody can see.
func StripControls(text string) string {
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

// Settle takes the marks out of a finished text, writes the notes, each behind the block that it belongs to, and says where they are.
func (l *Losses) Settle(text string) (string, []Placed) {
	s := settling{losses: l, seen: make([]bool, len(l.list))}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		s.line(line)
		if len(s.waiting) > 0 && s.isBreak(lines[i+1:]) {
			s.notes()
		}
	}
	for i, x := range l.list {
		if !s.seen[i] {
			s.placed = append(s.placed, Placed{x, 0})
		}
	}
	return strings.TrimRight(strings.Join(s.out, "\n"), "\n") + "\n", s.placed
}

type settling struct {
	losses  *Losses
	seen    []bool
	out     []string
	fence   string // that is open
	waiting []int  // losses whose notes come behind this block
	placed  []Placed
}

// line writes one line without its marks. A line of nothing else is left out, as is a second empty one.
func (s *settling) line(line string) {
	plain := markPattern.ReplaceAllString(line, "")
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
	for _, m := range markPattern.FindAllStringSubmatch(line, -1) {
		s.met(m[1])
	}
	s.fence = fenceAfter(s.fence, plain)
}

func (s *settling) met(number string) {
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(s.seen) || s.seen[i] {
		return
	}
	s.seen[i] = true
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

// isBreak reports whether what was written so far is whole: an empty line or the end comes next, and no list goes on behind it.
func (s *settling) isBreak(rest []string) bool {
	if s.fence != "" || len(rest) > 0 && strings.TrimSpace(rest[0]) != "" && (len(s.out) > 0 && s.out[len(s.out)-1] != "") {
		return false
	}
	for _, line := range rest {
		if plain := markPattern.ReplaceAllString(line, ""); strings.TrimSpace(plain) != "" {
			return !continued.MatchString(plain)
		}
	}
	return true
}

// notes writes what waits as definitions of links that nothing uses, the usual way to write a comment in Markdown.
func (s *settling) notes() {
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
	what = strings.Join(strings.Fields(markPattern.ReplaceAllString(what, "")), " ")
	return "[//]: # (" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(what) + ")"
}

// fenceAfter returns the fence that is open behind a line, or "".
func fenceAfter(open, line string) string {
	m := fenceLine.FindStringSubmatch(line)
	switch {
	case m == nil:
		return open
	case open == "" && !(m[1][0] == '`' && strings.Contains(m[2], "`")):
		return m[1]
	case open != "" && m[1][0] == open[0] && len(m[1]) >= len(open) && strings.TrimSpace(m[2]) == "":
		return ""
	}
	return open
}
