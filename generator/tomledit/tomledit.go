// Package tomledit changes single values of a text in TOML and leaves all else as its author wrote it: notes, blanks, the order.
//
// In goes a text that can be read as TOML, out come its values and notes with where they stand, and a text with some of them changed or
// taken out.
// The package must not know what a key means.
package tomledit

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Value is a value of a text, or a table or list of them. Numbers are offsets in bytes.
type Value struct {
	Path string // keys and places in lists from the top: "phase.1.session.0.exercises.3.note"
	Kind Kind
	Text string // of a [Text] what it says, of others as they are written

	Start, End int // the value itself, with its quotes
	from, to   int // what goes when it is taken out: the key and a comma, or whole lines
}

// Kind is a kind of value.
type Kind int

// The kinds of values.
const (
	Text  Kind = iota
	Plain      // a number, a date, true or false
	List
	Table // between curly brackets
	Block // a table of a list, below its [[name]]; it has no value that could be set
)

// Key returns the last key of the path; that of the list for an element of one.
func (v Value) Key() string {
	parts := strings.Split(v.Path, ".")
	for _, part := range slices.Backward(parts) {
		if _, err := strconv.Atoi(part); err != nil {
			return part
		}
	}
	return v.Path
}

// Scan returns the values of a text in their order, a table or list before what is in it. Of a text with mistakes it returns what it finds.
func Scan(data []byte) []Value { return scan(data).found }

// Note is what an author has written behind a #: to the end of a line, or on several lines that have nothing else and follow each other.
type Note struct {
	Text string // without the # of each line and the blank behind it

	start, end int
}

// Notes returns the notes of a text in their order.
func Notes(data []byte) []Note { return scan(data).notes }

func scan(data []byte) *scanner {
	s := &scanner{text: string(data), counts: map[string]int{}}
	for s.skip(); s.at < len(s.text); s.skip() {
		if s.text[s.at] == '[' {
			s.header()
			continue
		}
		start := s.at
		key, ok := s.key()
		if !ok {
			s.at = s.lineEnd(s.at)
			continue
		}
		i := s.value(joined(s.table, key))
		v := &s.found[i]
		v.from, v.to = strings.LastIndexByte(s.text[:start], '\n')+1, s.lineEnd(v.End)
	}
	s.table = ""
	s.endBlocks(len(s.text))
	return s
}

// scanner goes through a text.
type scanner struct {
	text   string
	at     int
	table  string         // the path of the table around: "phase.1.session.0"
	counts map[string]int // of the tables in lists of tables
	found  []Value
	notes  []Note
	blocks []int // those of the values that are blocks and have not ended yet
}

// header reads [name] or [[name]]. A name is read from the last table of each list that it begins with.
func (s *scanner) header() {
	from := s.notesAbove(s.at)
	line, _, _ := strings.Cut(s.text[s.at:], "\n")
	name, behind, _ := strings.Cut(strings.TrimLeft(line, "["), "]")
	s.at += len(line)
	if behind = strings.TrimLeft(behind, "] \t"); strings.HasPrefix(behind, "#") {
		s.at -= len(behind) // a note
	}
	parts := strings.Split(name, ".")
	s.table = ""
	for i, part := range parts {
		s.table = joined(s.table, bare(part))
		if n := s.counts[s.table]; n > 0 && i < len(parts)-1 {
			s.table = joined(s.table, strconv.Itoa(n-1))
		}
	}
	if strings.HasPrefix(line, "[[") {
		n := s.counts[s.table]
		s.counts[s.table]++
		s.table = joined(s.table, strconv.Itoa(n))
	}
	s.endBlocks(from)
	if strings.HasPrefix(line, "[[") {
		s.found = append(s.found, Value{Path: s.table, Kind: Block, from: from})
		s.blocks = append(s.blocks, len(s.found)-1)
	}
}

// notesAbove returns where the notes begin that stand directly above an offset.
func (s *scanner) notesAbove(at int) int {
	at = strings.LastIndexByte(s.text[:at], '\n') + 1
	for at > 0 {
		above := strings.LastIndexByte(s.text[:at-1], '\n') + 1
		if !strings.HasPrefix(strings.TrimSpace(s.text[above:at]), "#") {
			break
		}
		at = above
	}
	return at
}

// endBlocks ends the blocks that the table around now does not belong to.
func (s *scanner) endBlocks(at int) {
	for n := len(s.blocks); n > 0; n-- {
		v := &s.found[s.blocks[n-1]]
		if s.table == v.Path || strings.HasPrefix(s.table, v.Path+".") {
			return
		}
		v.to = at
		s.blocks = s.blocks[:n-1]
	}
}

func joined(path, part string) string {
	if path == "" {
		return part
	}
	return path + "." + part
}

// bare returns a key without quotes and blanks around it.
func bare(key string) string { return strings.Trim(strings.TrimSpace(key), `"'`) }

// key reads a key and the sign behind it, if there is one on this line.
func (s *scanner) key() (string, bool) {
	quote := byte(0)
	for at := s.at; at < len(s.text) && s.text[at] != '\n'; at++ {
		switch c := s.text[at]; {
		case c == '=' && quote == 0:
			key := bare(s.text[s.at:at])
			s.at = at + 1
			return key, true
		case quote == c:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	return "", false
}

// value reads what stands behind a key, and returns its place among the values.
func (s *scanner) value(path string) int {
	s.skip()
	i := len(s.found)
	s.found = append(s.found, Value{Path: path, Start: s.at})
	switch rest := s.text[s.at:]; {
	case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, `'''`):
		s.literal(&s.found[i], rest[:3])
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, `'`):
		s.literal(&s.found[i], rest[:1])
	case strings.HasPrefix(rest, "["):
		s.found[i].Kind = List
		s.elements(']', func(n int) int { return s.value(joined(path, strconv.Itoa(n))) })
	case strings.HasPrefix(rest, "{"):
		s.found[i].Kind = Table
		s.elements('}', func(n int) int {
			key, ok := s.key()
			if !ok {
				key = strconv.Itoa(n)
			}
			return s.value(joined(path, key))
		})
	default:
		s.found[i].Kind = Plain
		end := strings.IndexAny(rest, ",]}#\r\n")
		if end < 0 {
			end = len(rest)
		}
		s.at += len(strings.TrimRight(rest[:end], " \t"))
	}
	s.found[i].End = s.at
	if s.found[i].Kind != Text {
		s.found[i].Text = s.text[s.found[i].Start:s.at]
	}
	return i
}

// elements reads what stands in a list or between curly brackets, until the bracket that ends it.
func (s *scanner) elements(end byte, read func(n int) int) {
	s.at++
	before := s.at // where the one before ends, with its comma
	for n := 0; ; n++ {
		c := s.skip()
		if c == end || c == 0 {
			break
		}
		start := s.at
		i := read(n)
		if s.at == start { // a sign that has no place here
			s.at++
		}
		v := &s.found[i]
		v.from, v.to = start, s.at
		if s.skip() == ',' {
			s.at++
			v.to = s.at
		} else if n > 0 {
			v.from = before // the last one goes with the comma in front of it
			if comma := strings.LastIndexByte(s.text[:before], ','); comma >= 0 && strings.TrimSpace(s.text[comma+1:before]) == "" {
				v.from = comma
			}
		}
		if line := strings.LastIndexByte(s.text[:start], '\n') + 1; strings.TrimSpace(s.text[line:start]) == "" && v.to > s.found[i].End && strings.TrimSpace(s.text[v.to:s.lineEnd(v.to)]) == "" {
			v.from, v.to = line, s.lineEnd(v.to) // it has its lines to itself
		} else if v.to < len(s.text) && s.text[v.to] == ' ' && s.text[v.to-1] == ',' {
			v.to++
		}
		before = s.at
	}
	s.at = min(s.at+1, len(s.text))
}

// literal reads a text between quotes.
func (s *scanner) literal(v *Value, quote string) {
	for s.at += len(quote); s.at < len(s.text) && !strings.HasPrefix(s.text[s.at:], quote) && (len(quote) == 3 || s.text[s.at] != '\n'); s.at++ {
		if s.text[s.at] == '\\' && quote[0] == '"' {
			s.at++
		}
	}
	if s.at < len(s.text) && s.text[s.at] == '\n' && len(quote) == 1 {
		return // it does not end
	}
	s.at = min(s.at+len(quote), len(s.text))
	for len(quote) == 3 && s.at < len(s.text) && s.text[s.at] == quote[0] { // a quote may stand before the quotes that end it
		s.at++
	}
	var read struct{ X string }
	if _, err := toml.Decode("X = "+s.text[v.Start:s.at], &read); err == nil {
		v.Text = read.X
	}
}

// skip goes over blanks, ends of lines and notes, and returns the sign behind them; 0 at the end.
func (s *scanner) skip() byte {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; c {
		case ' ', '\t', '\r', '\n':
			s.at++
		case '#':
			s.note()
		default:
			return c
		}
	}
	return 0
}

// note reads a line of a note, which goes on with the one before if both have their lines to themselves.
func (s *scanner) note() {
	start := s.at
	line, _, _ := strings.Cut(s.text[start:], "\n")
	s.at += len(line)
	line = strings.TrimRight(line, " \t\r")
	text := strings.TrimPrefix(line[1:], " ")
	if n := len(s.notes); n > 0 && s.alone(s.notes[n-1].start) {
		last := &s.notes[n-1]
		if between := s.text[last.end:start]; strings.TrimSpace(between) == "" && strings.Count(between, "\n") == 1 {
			last.Text, last.end = last.Text+"\n"+text, start+len(line)
			return
		}
	}
	s.notes = append(s.notes, Note{text, start, start + len(line)})
}

// alone reports whether there is nothing in front of an offset on its line.
func (s *scanner) alone(at int) bool {
	return strings.TrimSpace(s.text[strings.LastIndexByte(s.text[:at], '\n')+1:at]) == ""
}

// lineEnd returns the offset behind the line that an offset is in.
func (s *scanner) lineEnd(at int) int {
	if end := strings.IndexByte(s.text[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(s.text)
}

// Edit is a change of a text.
type Edit struct {
	from, to int
	by       string
}

// Remove takes a value out, with its key, its comma and what stands behind it on its line.
func Remove(v Value) Edit { return Edit{v.from, v.to, ""} }

// Set puts another text in the place of a value. It stands between the quotes that the old one has, where that can be.
func Set(v Value, text string, old []byte) Edit {
	return Edit{v.Start, v.End, literal(text, strings.HasPrefix(string(old[v.Start:v.End]), `"""`))}
}

// literal writes a text as TOML, on several lines if that is wanted.
func literal(text string, long bool) string {
	escaped := strings.NewReplacer(`\`, `\\`, "\r", `\r`, "\t", `\t`).Replace(text)
	if long {
		return "\"\"\"\n" + strings.ReplaceAll(escaped, `"""`, `""\"`) + `"""`
	}
	return `"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(escaped) + `"`
}

// Apply makes edits, which do not overlap unless one is within another: then the outer one counts. Only that of the last thing in a list
// shares its comma with that of the one before it; where both go, so does the comma of what stays.
func Apply(data []byte, edits ...Edit) []byte {
	slices.SortStableFunc(edits, func(a, b Edit) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	var out []byte
	at := 0
	for _, e := range edits {
		if e.from < at && e.to > at && data[e.from] == ',' {
			out, at = bytes.TrimSuffix(bytes.TrimRight(out, " \t\r\n"), []byte(",")), e.to
		}
		if e.from < at {
			continue
		}
		out = append(append(out, data[at:e.from]...), e.by...)
		at = e.to
	}
	return append(out, data[at:]...)
}

// Rewrite puts another text in the place of a note. Its lines are as far in as the first one.
func Rewrite(n Note, text string, old []byte) Edit {
	line := string(old[bytes.LastIndexByte(old[:n.start], '\n')+1 : n.start])
	margin := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	lines := strings.Split("# "+strings.ReplaceAll(text, "\n", "\n"+margin+"# "), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return Edit{n.start, n.end, strings.Join(lines, "\n")}
}

// Append adds a text to a list.
func Append(list Value, text string, data []byte) Edit {
	end := list.End - 1
	inside := strings.TrimRight(string(data[list.Start+1:end]), " \t\r\n,")
	by := literal(text, false)
	if strings.TrimSpace(inside) != "" {
		by = ", " + by
	}
	at := list.Start + 1 + len(inside)
	return Edit{at, end, by}
}

// Insert puts a text in at an offset.
func Insert(at int, text string) Edit { return Edit{at, at, text} }

// Replace puts a text in the place of what is between two offsets.
func Replace(from, to int, text string) Edit { return Edit{from, to, text} }
