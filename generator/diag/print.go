package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"
	"golang.org/x/text/width"
)

// Lines hands over one line of a file, 1-based, without its line end; ok is false where there is no such line.
type Lines func(file string, line int) (text string, ok bool)

// Text writes the list for people, sorted, a blank line between problems:
//
//	content/plans/first.toml:11:17: there is no exercise "goblet-sqaut". Did you mean "goblet-squat"?
//	   11 |   { exercise = "goblet-sqaut", do = "3 x 8-12" },
//	      |                ^^^^^^^^^^^^^^
//
// The column it prints counts characters, as editors do. Colour is used only when colored is true.
func (l List) Text(w io.Writer, lines Lines, colored bool) error {
	var b strings.Builder
	p := newPainter(colored)
	for i, problem := range l.Sorted() {
		if i > 0 {
			b.WriteByte('\n')
		}
		problem.text(&b, lines, p)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type painter struct{ place, severity, faint, caret func(a ...any) string }

func newPainter(colored bool) painter {
	paint := func(attributes ...color.Attribute) func(a ...any) string {
		c := color.New(attributes...)
		if colored {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return painter{
		place:    paint(color.Bold),
		severity: paint(color.FgYellow),
		faint:    paint(color.Faint),
		caret:    paint(color.FgRed, color.Bold),
	}
}

// Excerpt is the line that a problem is in, as it is shown to people.
type Excerpt struct {
	Text   string // the line, cut where it is long, with nothing in it that a terminal would act on; "" where it is not known
	Carets string // what is to stand below it
	Column int    // of the problem, 1-based, in characters as editors count; 0: the whole line
}

// Excerpt returns the line that the problem is in.
func (p Problem) Excerpt(lines Lines) Excerpt {
	line, ok := "", false
	if p.Line > 0 && lines != nil {
		line, ok = lines(p.File, p.Line)
	}
	e := Excerpt{}
	if p.Column > 0 {
		e.Column = p.characters(line)
	}
	if !ok {
		return e
	}
	text, from, length := excerpt(line, p.Column, p.Length)
	e.Text = text
	if p.Column > 0 {
		e.Carets = strings.Repeat(" ", from) + strings.Repeat("^", length)
	}
	return e
}

func (p Problem) text(b *strings.Builder, lines Lines, paint painter) {
	e := p.Excerpt(lines)
	b.WriteString(paint.place(p.In(e) + ":"))
	b.WriteByte(' ')
	if p.Severity != Error {
		b.WriteString(paint.severity(p.Severity.String()+":") + " ")
	}
	b.WriteString(p.sentence())
	if p.Explained {
		b.WriteString(paint.faint(" [" + p.ID + "]"))
	}
	b.WriteByte('\n')
	if e.Text == "" {
		return
	}
	gutter := fmt.Sprintf("%5d | ", p.Line)
	b.WriteString(paint.faint(gutter) + e.Text + "\n")
	if carets := strings.TrimLeft(e.Carets, " "); carets != "" {
		indent := e.Carets[:len(e.Carets)-len(carets)]
		b.WriteString(paint.faint("      | ") + indent + paint.caret(carets) + "\n")
	}
}

// sentence is the message and the hint as running text.
func (p Problem) sentence() string {
	if p.Hint == "" {
		return p.Message
	}
	return p.Message + " " + p.Hint
}

// In returns the place as people write it: file, file:line or file:line:column, the column as the excerpt counts it.
func (p Position) In(e Excerpt) string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, e.Column)
}

// characters turns the byte column into a 1-based count of characters.
func (p Position) characters(line string) int {
	if p.Column-1 > len(line) {
		return p.Column
	}
	return utf8.RuneCountInString(line[:p.Column-1]) + 1
}

// widest is how much of a long line is shown, in characters.
const widest = 120

// excerpt returns the line as it is shown (tabs as spaces, nothing that moves the cursor, cut around the place when it is
// long) and where the carets go, in columns of a terminal.
func excerpt(line string, column, length int) (shown string, from, carets int) {
	start := min(max(column-1, 0), len(line))
	end := min(start+max(length, 1), len(line))
	before, marked, after := visible(line[:start]), visible(line[start:end]), visible(line[end:])
	if len(before)+len(marked)+len(after) > widest {
		before, marked, after = cut(before, marked, after)
	}
	return before + marked + after, columns(before), max(columns(marked), 1)
}

// cut shortens what stands before and after the marked text, and the marked text itself, to about widest characters.
func cut(before, marked, after string) (b, m, a string) {
	mr := []rune(marked)
	if len(mr) > widest/2 {
		mr = mr[:widest/2]
	}
	br, ar := []rune(before), []rune(after)
	room := widest - len(mr)
	if keep := room * 2 / 3; len(br) > keep {
		br = append([]rune("…"), br[len(br)-keep:]...)
	}
	if keep := max(room-len(br), 0); len(ar) > keep {
		ar = append(ar[:keep], '…')
	}
	return string(br), string(mr), string(ar)
}

// visible replaces what a terminal would act on: a tab becomes two spaces, other control characters and broken UTF-8 a "·".
func visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteString("  ")
		case r < ' ' || r == utf8.RuneError || (r >= 0x7f && r < 0xa0) || isFormat(r):
			b.WriteRune('·')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isFormat reports whether r would turn the direction of the text or take no room, so that carets would stand in the wrong place.
func isFormat(r rune) bool {
	return r == 0xfeff || (r >= 0x200b && r <= 0x200f) || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069)
}

// columns counts how many columns of a terminal the text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// JSON writes the list for programs: an array of objects with file, line, column (in bytes), length, severity, id, message
// and hint, sorted, one object a line.
func (l List) JSON(w io.Writer) error {
	type object struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Length   int    `json:"length"`
		Severity string `json:"severity"`
		ID       string `json:"id"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	var b strings.Builder
	b.WriteString("[")
	for i, p := range l.Sorted() {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  ")
		o, err := json.Marshal(object{p.File, p.Line, p.Column, p.Length, p.Severity.String(), p.ID, p.Message, p.Hint})
		if err != nil {
			return err
		}
		b.Write(o)
	}
	if len(l) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := io.WriteString(w, b.String())
	return err
}

var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes the list as workflow commands, which GitHub shows beside the lines of a pull request.
func (l List) GitHub(w io.Writer) error {
	var b strings.Builder
	for _, p := range l.Sorted() {
		level := p.Severity.String()
		if p.Severity == Note {
			level = "notice"
		}
		fmt.Fprintf(&b, "::%s file=%s", level, githubProperty.Replace(p.File))
		if p.Line > 0 {
			fmt.Fprintf(&b, ",line=%d", p.Line)
		}
		if p.Column > 0 {
			fmt.Fprintf(&b, ",col=%d", p.Column)
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", githubProperty.Replace(p.ID), githubText.Replace(p.sentence()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
