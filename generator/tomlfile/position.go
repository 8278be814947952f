package tomlfile

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// span is a range of bytes of the text, its end not included.
type span struct{ start, end int }

// positions turns offsets of the text into positions of the file. It does not change.
type positions struct {
	file  string
	first int // the number of the first line
	text  string
	lines []int // the offsets at which the lines begin

	typed    []byte // the text before its letters were composed
	composed nfc.Text
}

func newPositions(in Input) *positions {
	composed := nfc.Compose(in.Text)
	text := string(composed.Bytes)
	p := &positions{file: in.File, first: max(in.Line, 1), text: text, typed: in.Text, composed: composed}
	p.lines = make([]int, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		p.lines = append(p.lines, i)
	}
	return p
}

// line returns the index of the line an offset is in.
func (p *positions) line(offset int) int {
	i, found := slices.BinarySearch(p.lines, offset)
	if !found {
		i--
	}
	return i
}

// lineNumber returns the number of the line an offset is in, 1-based.
func (p *positions) lineNumber(offset int) int { return p.first + p.line(offset) }

// at returns the position of a span; its length ends with its first line.
func (p *positions) at(s span) diag.Position {
	i := p.line(s.start)
	end := len(p.text)
	if i+1 < len(p.lines) {
		end = p.lines[i+1] - 1
	}
	if end > p.lines[i] && p.text[end-1] == '\r' {
		end--
	}
	start := min(s.start, end)
	typed := p.composed.Typed(start)
	return diag.Position{
		File:   p.file,
		Line:   p.first + i,
		Column: typed - p.composed.Typed(p.lines[i]) + 1,
		Length: max(p.composed.Typed(min(s.end, end))-typed, 0),
	}
}

// asTyped returns a text as it was typed at an offset, before its letters were composed. Where the file has it with backslashes or
// other line ends, the text is returned as it is.
func (p *positions) asTyped(offset int, text string) string {
	if !strings.HasPrefix(p.text[offset:], text) {
		return text
	}
	return string(p.typed[p.composed.Typed(offset):p.composed.Typed(offset+len(text))])
}

// top returns the position of the text as a whole: its first line.
func (p *positions) top() diag.Position { return diag.Position{File: p.file, Line: p.first} }
