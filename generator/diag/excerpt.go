package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Lines hands over one line of a file, 1-based, without its line end; ok is false where there is no such line.
type Lines func(file string, line int) (text string, ok bool)

// Excerpt is the line that a problem is in, as it is shown to people.
type Excerpt struct {
	Text   string // the line, cut where it is long, with nothing in it that a terminal would act on; "" where it is not known
	Carets string // what is to stand below it
	Column int    // of the problem, 1-based, in characters as editors count; 0: the whole line
}

// ExcerptWidth is how wide an excerpt is where nothing else is known, in columns.
const ExcerptWidth = 120

// Excerpter draws excerpts. It goes on from the last problem, so that in the order of a sorted list no long line is read twice. It is for
// one goroutine.
type Excerpter struct {
	lines Lines
	width int

	last         Position // whose line is kept
	line         string
	known        bool
	bytes, runes int // counted on the line so far
}

// NewExcerpter returns what draws excerpts of at most so many columns.
func NewExcerpter(lines Lines, width int) *Excerpter { return &Excerpter{lines: lines, width: width} }

// Of returns the line that a problem is in. A whole line that is no text, of a file in UTF-16 for instance, is not shown.
func (e *Excerpter) Of(p Problem) Excerpt {
	e.read(p.Position)
	x := Excerpt{}
	if p.Column > 0 {
		x.Column = e.characters(p.Column - 1)
	}
	if !e.known || p.Column == 0 && strings.Contains(e.line, "\x00") {
		return x
	}
	text, from, length := excerpt(e.line, p.Column, p.Length, e.width)
	x.Text = text
	if p.Column > 0 {
		x.Carets = strings.Repeat(" ", from) + strings.Repeat("^", length)
	}
	return x
}

func (e *Excerpter) read(at Position) {
	if e.last.File == at.File && e.last.Line == at.Line {
		return
	}
	*e = Excerpter{lines: e.lines, width: e.width, last: at}
	if at.Line > 0 && e.lines != nil {
		e.line, e.known = e.lines(at.File, at.Line)
	}
}

// characters returns the 1-based column in characters, given the number of bytes before it.
func (e *Excerpter) characters(before int) int {
	if before > len(e.line) {
		return before + 1
	}
	for before > 0 && before < len(e.line) && !utf8.RuneStart(e.line[before]) {
		before--
	}
	if before < e.bytes {
		e.bytes, e.runes = 0, 0
	}
	e.runes += utf8.RuneCountInString(e.line[e.bytes:before])
	e.bytes = before
	return e.runes + 1
}

// cell is what a terminal shows as one: a letter with its marks, for instance.
type cell struct {
	text     string
	from, to int // in the line, in bytes
	columns  int // of a terminal
}

// excerpt returns the line as it is shown, cut around the marked text if it has more columns, and where the carets go. If the marked text
// itself has to be cut, the excerpt ends with it.
func excerpt(line string, column, length, width int) (shown string, from, carets int) {
	start := min(max(column-1, 0), len(line))
	end := min(start+max(length, 1), len(line))
	// Only the part of a long line is read that can be shown: a column holds a few characters at most.
	most := 4 * width
	low, high := back(line, start, most), forward(line, start, most)
	all := cells(line, low, high)
	first := 0
	for first < len(all) && all[first].to <= start {
		first++
	}
	last := first
	for last < len(all) && all[last].from < end {
		last++
	}
	before, marked, after := all[:first], all[first:last], all[last:]
	fits := low == 0 && high == len(line) && columns(all) <= width
	if long := width * 2 / 3; !fits && columns(marked) > long || high < end {
		marked, after, high = cutEnd(marked, long, true), nil, len(line)
	}
	room := width - max(columns(marked), 1)
	rest := columns(after)
	if high < len(line) {
		rest++ // for the dots
	}
	before = cutStart(before, max(room*2/3, room-rest), low > 0)
	after = cutEnd(after, room-columns(before), high < len(line))
	return text(before) + text(marked) + text(after), columns(before), max(columns(marked), 1)
}

// back returns the place so many characters before another one, or the line's start.
func back(line string, at, characters int) int {
	for ; at > 0 && characters > 0; characters-- {
		_, size := utf8.DecodeLastRuneInString(line[:at])
		at -= size
	}
	return at
}

// forward returns the place so many characters after another one, or the line's end.
func forward(line string, at, characters int) int {
	for ; at < len(line) && characters > 0; characters-- {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

// cells returns a part of a line as it is shown: a tab as two blanks, invisible characters as "·". An emoji that joins several is shown as
// its parts, because terminals differ in how wide they draw the whole.
func cells(line string, from, to int) []cell {
	list := make([]cell, 0, to-from)
	state := -1
	for rest := line[from:to]; rest != ""; {
		if plain(rest) {
			list = append(list, cell{rest[:1], from, from + 1, 1})
			from, rest, state = from+1, rest[1:], -1
			continue
		}
		var whole string
		whole, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		shown := Visible(strings.ReplaceAll(whole, "\t", "  "))
		list = append(list, cell{shown, from, from + len(whole), uniseg.StringWidth(shown)})
		from += len(whole)
	}
	return list
}

// plain reports, quickly, whether a text begins with a visible ASCII character that is a cell of its own.
func plain(s string) bool {
	return ' ' <= s[0] && s[0] <= '~' && (len(s) == 1 || s[1] < utf8.RuneSelf)
}

func columns(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.columns
	}
	return n
}

func text(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// cutEnd returns the beginning of what does not fit in so many columns, with dots behind it. More says that there is more anyway.
func cutEnd(cells []cell, room int, more bool) []cell {
	if !more && columns(cells) <= room {
		return cells
	}
	n, used := 0, 1 // for the dots
	for n < len(cells) && used+cells[n].columns <= room {
		used += cells[n].columns
		n++
	}
	return append(cells[:n:n], cell{text: "…", columns: 1})
}

// cutStart is cutEnd for the end of what does not fit.
func cutStart(cells []cell, room int, more bool) []cell {
	if !more && columns(cells) <= room {
		return cells
	}
	n, used := len(cells), 1 // for the dots
	for n > 0 && used+cells[n-1].columns <= room {
		n--
		used += cells[n].columns
	}
	return append([]cell{{text: "…", columns: 1}}, cells[n:]...)
}
