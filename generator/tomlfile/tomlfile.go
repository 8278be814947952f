// Package tomlfile reads TOML strictly.
//
// In go the text of a file and the [Format] it should have. Out come a [Table] that holds only what fits the format, with a
// position for every key and value, and all problems of the file at once.
//
// The work has three steps. A scanner notes where every key and value is, and reports syntax errors in an author's words; it goes on
// after an error, and hides from the parser what cannot be read. The parser, BurntSushi/toml, makes the values. The binder checks the
// values against the format. Formats are data, so that the reference and the schemas are made from what checks the files.
//
// The rules are those of TOML 1.0, which editors know: braces stay on one line and have no comma before the closing one. A
// time may lack its seconds. Backslashes in "..." may stand for \" \\ \n \r \t and for characters by number; the escapes for
// control characters are refused, because they are always paths: "C:\bench".
//
// Letters are composed, as package nfc does it: names that look the same are the same. Only the value of a Markdown is as it was typed, so
// that positions in it are right.
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

// maxRounds is how often a text is read again because the parser refused a line in which the scanner found no error.
const maxRounds = 8

// Decode reads the text. The Table is never nil: it holds what fits the format, whatever else is wrong with the file.
func Decode(in Input, f *Format) (*Table, diag.List) {
	p := newPositions(in)
	if problem, bad := checkReadable(p.text, p); bad {
		return &Table{pos: p.top(), incomplete: true}, diag.List{problem}
	}
	if problem, bad := checkEmpty(in, p, f); bad {
		return &Table{pos: p.top(), incomplete: true}, diag.List{problem}
	}
	text, problems := clean(p.text, p)
	root, values, found := read(text, f, p)
	problems.Add(found...)
	b := binder{positions: p}
	t := b.bindFile(root, values, f)
	problems.Add(b.problems...)
	return t, problems
}

// read scans and parses the text. Where the parser refuses a line in which the scanner found no error, the text is read again without
// that line.
func read(text string, f *Format, p *positions) (*node, map[string]any, diag.List) {
	refused := map[int]string{}
	for range maxRounds {
		s := scan(text, f, p, refused)
		repaired, back := s.applyEdits()
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
	root := &node{shape: shapeTable, incomplete: true}
	return root, nil, diag.List{diag.Errorf(p.top(), "not-toml", "this file cannot be read as TOML.")}
}

// startOf returns the offset where the statement around an offset begins.
func (s *scanner) startOf(offset int) int {
	start := 0
	for _, i := range s.statementStarts {
		if i <= offset {
			start = i
		}
	}
	return start
}
