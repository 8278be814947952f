package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/fatih/color"
)

// Printer writes problems for people, sorted, a blank line between them:
//
//	content/plans/first.toml:11:17: there is no exercise "goblet-sqaut". Did you mean "goblet-squat"?
//	   11 |   { exercise = "goblet-sqaut", do = "3 x 8-12" },
//	      |                ^^^^^^^^^^^^^^
//
// The column it prints counts characters, as editors do.
type Printer struct {
	Lines   Lines
	Colored bool
	Width   int // of the terminal, in columns, where excerpts have to fit; 0: as wide as they are by themselves
	Most    int // problems of a kind, the others being counted; 0: all
}

// Print writes the list.
func (r Printer) Print(w io.Writer, l List) error {
	var b strings.Builder
	p := newPainter(r.Colored)
	excerpts := NewExcerpter(r.Lines, ExcerptWidth)
	for i, one := range l.First(r.Most) {
		if i > 0 {
			b.WriteByte('\n')
		}
		gutter := fmt.Sprintf("%5d | ", one.Line)
		if r.Width > 0 {
			excerpts.width = max(r.Width, narrowest) - len(gutter)
		}
		one.text(&b, excerpts.Of(one.Problem), gutter, p)
		if one.More > 0 {
			fmt.Fprintf(&b, "\n%s\n", p.faint(one.Rest()+"; --all shows them"))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// narrowest is the least width of excerpts, in columns: narrower ones would say nothing.
const narrowest = 32

// Text writes all of the list as a [Printer] does. Colour is used only when colored is true.
func (l List) Text(w io.Writer, lines Lines, colored bool) error {
	return Printer{Lines: lines, Colored: colored}.Print(w, l)
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

func (p Problem) text(b *strings.Builder, e Excerpt, gutter string, paint painter) {
	b.WriteString(paint.place(p.In(e) + ":"))
	b.WriteByte(' ')
	if p.Severity != Error {
		b.WriteString(paint.severity(p.Severity.String()+":") + " ")
	}
	b.WriteString(running(p.sentence()))
	if p.Explained {
		b.WriteString(paint.faint(" [" + Visible(p.ID) + "]"))
	}
	b.WriteByte('\n')
	if e.Text == "" {
		return
	}
	b.WriteString(paint.faint(gutter) + e.Text + "\n")
	if carets := strings.TrimLeft(e.Carets, " "); carets != "" {
		indent := e.Carets[:len(e.Carets)-len(carets)]
		b.WriteString(paint.faint(strings.Repeat(" ", len(gutter)-2)+"| ") + indent + paint.caret(carets) + "\n")
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
	file := Visible(p.File)
	switch {
	case p.Line == 0:
		return file
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", file, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", file, p.Line, e.Column)
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
		b.WriteString(escapeInvisible(string(o)))
	}
	if len(l) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// escapeInvisible returns JSON in which each character that a terminal would act on is escaped.
func escapeInvisible(text string) string {
	if strings.IndexFunc(text, isInvisible) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if !isInvisible(r) || r == utf8.RuneError {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}

// GitHub writes the list as workflow commands, which GitHub shows beside the lines of a pull request. What is invisible, and has no
// escape there, is a "·".
func (l List) GitHub(w io.Writer) error {
	escapes := []string{"%", "%25", "\r", "%0D", "\n", "%0A"}
	escape := func(s string, as *strings.Replacer) string {
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			lines[i] = Visible(strings.TrimSuffix(line, "\r"))
		}
		return as.Replace(strings.Join(lines, "\n"))
	}
	text := strings.NewReplacer(escapes...)
	property := strings.NewReplacer(append(escapes, ":", "%3A", ",", "%2C")...)
	var b strings.Builder
	for _, p := range l.Sorted() {
		level := p.Severity.String()
		if p.Severity == Note {
			level = "notice"
		}
		fmt.Fprintf(&b, "::%s file=%s", level, escape(p.File, property))
		if p.Line > 0 {
			fmt.Fprintf(&b, ",line=%d", p.Line)
		}
		if p.Column > 0 {
			fmt.Fprintf(&b, ",col=%d", p.Column)
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", escape(p.ID, property), escape(p.sentence(), text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
