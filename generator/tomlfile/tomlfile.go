// Package tomlfile reads TOML strictly: in go the text of a file and the [Format] it should have, out come a [Table] that
// holds only what fits the format, with a position for every key and value, and every problem there is, in one run.
//
// The values are decoded by BurntSushi/toml. What that cannot tell (where an unknown key stands, which line of which
// repeated table a value is on) comes from this package's own locator. The formats are data, so that the reference and the
// schema of a file format are made from what checks it.
//
// It must not know what the values mean: that is the business of the packages that own the formats.
package tomlfile

import (
	"time"

	"github.com/legpress/legpress/generator/diag"
)

// Kind is a set of the kinds of value that a key takes.
type Kind int

const (
	String   Kind = 1 << iota // text in quotes, one line as a rule
	Markdown                  // text in quotes that is Markdown; usually """
	Integer
	Boolean
	Date     // a TOML date, local date-time or offset date-time
	Strings  // a list of String
	Integers // a list of Integer
	SubTable // [name] or name = { ... }
	Tables   // [[name]] or name = [ { ... }, ... ]
)

// Format describes one table of a file: the keys it takes, in the order in which they are explained.
type Format struct {
	Name string // what an author calls it: "exercise", "session"
	Doc  string // one or two sentences
	Keys []Key
	Any  *Key // where the names are the author's (weights, rules): what each value is; nil otherwise
}

// Key describes one key of a table.
type Key struct {
	Name     string
	Kind     Kind
	Required bool
	OneOf    []string // the words a String, or each of Strings, may be; nil: any
	Doc      string   // one or two sentences
	Example  string   // a value as it is typed: `"3 x 8-12"`
	Table    *Format  // of SubTable and Tables
}

// Input is the text to read.
type Input struct {
	File string // for positions
	Text []byte
	Line int // the number of the text's first line, where it is part of a larger file; 0 is taken as 1
}

// Text is a string with the place it was written at.
type Text struct {
	Value string
	Pos   diag.Position // of the value, quotes included
	Body  diag.Position // of the first byte of the text itself: behind the quotes, and behind the line end that may follow """
}

// Table is what was read of one table. What did not fit the format has been reported and is not in it. A Table is not
// changed after Decode; the zero of each kind stands for a key that is not there.
type Table struct {
	pos    diag.Position
	order  []string
	values map[string]value
	broken map[string]bool
}

// Number is an integer with the place it was written at.
type Number struct {
	Value int
	Pos   diag.Position
}

type value struct {
	kind     Kind
	key, pos diag.Position
	v        any
}

// Decode reads the text.
func Decode(in Input, f *Format) (*Table, diag.List) { panic("being written") }

func (t *Table) Pos() diag.Position                             { return t.pos }
func (t *Table) Keys() []string                                 { return t.order }
func (t *Table) Has(key string) bool                            { return t.values[key].kind != 0 }
func (t *Table) Broken(key string) bool                         { return t.broken[key] }
func (t *Table) Kind(key string) Kind                           { return t.values[key].kind }
func (t *Table) KeyPos(key string) diag.Position                { panic("being written") }
func (t *Table) ValuePos(key string) diag.Position              { panic("being written") }
func (t *Table) Text(key string) Text                           { panic("being written") }
func (t *Table) String(key string) string                       { panic("being written") }
func (t *Table) Texts(key string) []Text                        { panic("being written") }
func (t *Table) Int(key string) int                             { panic("being written") }
func (t *Table) Ints(key string) []Number                       { panic("being written") }
func (t *Table) Bool(key string) bool                           { panic("being written") }
func (t *Table) Time(key string, zone *time.Location) time.Time { panic("being written") }
func (t *Table) Table(key string) *Table                        { panic("being written") }
func (t *Table) Tables(key string) []*Table                     { panic("being written") }
