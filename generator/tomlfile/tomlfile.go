// Package tomlfile reads TOML strictly: in go the text of a file and the [Format] it should have, out come a [Table] that
// holds only what fits the format, with a position for every key and value, and every problem there is, in one run.
//
// A scanner reads the text first: it is the locator, which knows where every key, value and element stands, and it says in
// an author's words what is wrong with the writing. It goes on after a mistake; what it cannot use is kept from the parser,
// BurntSushi/toml, which makes the values. The binder then holds the values against the format. The formats are data, so
// that the reference and the schema of a file format are made from what checks it.
//
// The rules are those of TOML 1.0, which editors know: braces stay on one line and have no comma before the closing one. A
// time may lack its seconds. Backslashes in "..." may stand for \" \\ \n \r \t and for characters by number; the escapes for
// control characters are refused, because they are always paths: "C:\bench".
//
// Letters are composed, as package nfc does it: names that look the same are the same. The value of a Markdown is as it was typed, so that
// the places in it are right.
//
// It must not know what the values mean: that is the business of the packages that own the formats.
package tomlfile

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/legpress/legpress/generator/diag"
)

// Input is the text to read.
type Input struct {
	File string // for positions
	Text []byte
	Line int // the number of the text's first line, where it is part of a larger file; 0 is taken as 1
}

// rounds is how often a text is read again after the parser refused a line that the scanner had nothing to say about.
const rounds = 8

// Decode reads the text. It fails by problems only; the Table is never nil, and holds what fits the format whatever else was
// wrong.
func Decode(in Input, f *Format) (*Table, diag.List) {
	p := newPlaces(in)
	if problem, bad := unfit(p.text, p); bad {
		return &Table{pos: p.top(), lost: true}, diag.List{problem}
	}
	text, problems := clean(p.text, p)
	root, values, found := read(text, f, p)
	problems.Add(found...)
	b := binder{places: p}
	t := b.file(root, values, f)
	problems.Add(b.problems...)
	return t, problems
}

// read finds where everything is and has the parser read the values. Where the parser refuses what the scanner let pass, the
// text is read again without that line.
func read(text string, f *Format, p *places) (*node, map[string]any, diag.List) {
	refused := map[int]string{}
	for range rounds {
		s := scan(text, f, p, refused)
		repaired, back := s.repaired()
		var values any
		_, err := toml.Decode(repaired, &values)
		if err == nil {
			root, _ := values.(map[string]any)
			return s.root, root, s.problems
		}
		var e toml.ParseError
		if !errors.As(err, &e) {
			break
		}
		start := s.startOf(back(e.Position.Start))
		refused[start] = strings.TrimSuffix(e.Message, ".")
	}
	root := &node{shape: shapeTable, lost: true}
	return root, nil, diag.List{diag.Errorf(p.top(), "not-toml", "this file cannot be read as TOML.")}
}

// startOf returns where the statement that an offset is in begins.
func (s *scanner) startOf(offset int) int {
	start := 0
	for _, i := range s.starts {
		if i <= offset {
			start = i
		}
	}
	return start
}
