package markdown

import (
	"bytes"
	"slices"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// lines turns offsets into positions in the file that the text is part of.
type lines struct {
	file     []byte
	composed nfc.Text      // how the file's letters were typed
	at       diag.Position // of the first byte
	starts   []int         // offsets of the lines; nil until the first position is asked for
}

// pos returns the position of the bytes from start to stop, or as many of them as stand on the first line.
func (l *lines) pos(start, stop int) diag.Position {
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
		File:   l.at.File,
		Line:   max(l.at.Line, 1) + line,
		Column: typed - l.composed.Typed(l.starts[line]) + 1,
		Length: max(l.composed.Typed(min(stop, l.end(line)))-typed, 0),
	}
	if line == 0 {
		pos.Column += max(l.at.Column, 1) - 1
	}
	return pos
}

func (l *lines) find() {
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

// end returns the offset behind the last byte of a line, its line end and the spaces before that left out.
func (l *lines) end(line int) int {
	stop := len(l.file)
	if line+1 < len(l.starts) {
		stop = l.starts[line+1]
	}
	return l.starts[line] + len(bytes.TrimRight(l.file[l.starts[line]:stop], " \t\r\n"))
}
