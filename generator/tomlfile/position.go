package tomlfile

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// span is a range of bytes of the text.
type span struct{ start, end int }

// places turns offsets into positions. It is not changed once it is made.
type places struct {
	file  string
	first int // the number of the first line
	text  string
	lines []int // the offsets at which the lines begin

	typed    []byte // the text before its letters were composed
	composed nfc.Text
}

func newPlaces(in Input) *places {
	composed := nfc.Compose(in.Text)
	text := string(composed.Bytes)
	p := &places{file: in.File, first: max(in.Line, 1), text: text, typed: in.Text, composed: composed}
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
func (p *places) line(offset int) int {
	i, found := slices.BinarySearch(p.lines, offset)
	if !found {
		i--
	}
	return i
}

// number returns the number of the line an offset is in, as people count.
func (p *places) number(offset int) int { return p.first + p.line(offset) }

// at returns the position of a span, underlined to the end of its first line at the most.
func (p *places) at(s span) diag.Position {
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

// asTyped returns what was typed for the text at an offset. Where backslashes or line ends make that another text, it is as it is here.
func (p *places) asTyped(offset int, text string) string {
	if !strings.HasPrefix(p.text[offset:], text) {
		return text
	}
	return string(p.typed[p.composed.Typed(offset):p.composed.Typed(offset+len(text))])
}

// top returns the position of the text as a whole: its first line.
func (p *places) top() diag.Position { return diag.Position{File: p.file, Line: p.first} }
