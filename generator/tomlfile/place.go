package tomlfile

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
)

// span is a range of bytes of the text.
type span struct{ start, end int }

// places turns offsets into positions. It is not changed once it is made.
type places struct {
	file  string
	first int // the number of the first line
	text  string
	lines []int // the offsets at which the lines begin
}

func newPlaces(in Input, text string) *places {
	p := &places{file: in.File, first: max(in.Line, 1), text: text}
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
	return diag.Position{
		File:   p.file,
		Line:   p.first + i,
		Column: start - p.lines[i] + 1,
		Length: max(min(s.end, end)-start, 0),
	}
}

// top returns the position of the text as a whole: its first line.
func (p *places) top() diag.Position { return diag.Position{File: p.file, Line: p.first} }
