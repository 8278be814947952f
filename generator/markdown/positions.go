package markdown

import (
	"bytes"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// positions turns offsets of the text into positions in the file that it is part of.
type positions struct {
	file     []byte
	composed nfc.Text      // maps offsets to those in the file, where letters are not composed
	first    diag.Position // of the first byte
	starts   []int         // offsets of the lines; nil until the first position is asked for
}

// pos returns the position of the bytes from start to stop, or as many of them as stand on the first line.
func (l *positions) pos(start, stop int) diag.Position {
	if l.starts == nil {
		l.find()
	}
	start = min(max(start, 0), len(l.file))
	line, found := slices.BinarySearch(l.starts, start)
	if !found {
		line--
	}
	typed := l.composed.Typed(start)
	pos := diag.Position{
		File:   l.first.File,
		Line:   max(l.first.Line, 1) + line,
		Column: typed - l.composed.Typed(l.starts[line]) + 1,
		Length: max(l.composed.Typed(min(stop, l.end(line)))-typed, 0),
	}
	if line == 0 {
		pos.Column += max(l.first.Column, 1) - 1
	}
	return pos
}

func (l *positions) find() {
	l.starts = make([]int, 1, 1+bytes.Count(l.file, []byte("\n")))
	for at := 0; ; {
		i := bytes.IndexByte(l.file[at:], '\n')
		if i < 0 {
			return
		}
		at += i + 1
		l.starts = append(l.starts, at)
	}
}

// end returns the offset behind the last byte of a line, without its line end and the spaces before that.
func (l *positions) end(line int) int {
	stop := len(l.file)
	if line+1 < len(l.starts) {
		stop = l.starts[line+1]
	}
	return l.starts[line] + len(bytes.TrimRight(l.file[l.starts[line]:stop], " \t\r\n"))
}
