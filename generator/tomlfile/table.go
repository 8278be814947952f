package tomlfile

import (
	"slices"
	"time"

	"github.com/legpress/legpress/generator/diag"
)

// Text is a string with the place it was written at.
type Text struct {
	Value string
	Pos   diag.Position // of the value, quotes included
	Body  diag.Position // of the first byte of the text itself: behind the quotes, and behind the line end that may follow """
}

// Number is an integer with the place it was written at.
type Number struct {
	Value int
	Pos   diag.Position
}

// Table is what was read of one table. What did not fit the format was reported and is not in it. A Table is not changed after
// Decode. Its methods return the zero value for a key that is not there.
type Table struct {
	pos        diag.Position
	order      []string
	values     map[string]value
	broken     map[string]bool
	incomplete bool // a part could not be read: any key may have been typed there
}

// value is what a key was given; v is a Text, []Text, Number, []Number, bool, moment, *Table or []*Table, as kind says.
type value struct {
	kind     Kind
	key, pos diag.Position
	v        any
}

// dateTime is a date and time as it was typed; without an offset it belongs to no zone yet.
type dateTime struct {
	time      time.Time
	hasOffset bool
}

// Pos returns the place of the table's header or opening brace; for a whole file that of its first line.
func (t *Table) Pos() diag.Position { return t.pos }

// Keys returns the keys that are there and fit, in the order of the file.
func (t *Table) Keys() []string { return t.order }

// Has reports whether the key is there and its value fits.
func (t *Table) Has(key string) bool { return t.values[key].kind != 0 }

// Broken reports whether the key was typed, or may have been, but cannot be used. That was reported, so that the key must not be
// called missing.
func (t *Table) Broken(key string) bool { return t.broken[key] || t.incomplete && !t.Has(key) }

// Partial reports whether something in the table, or in those within it, was typed or may have been and cannot be used. It does not look at
// the keys of the table itself that are named.
func (t *Table) Partial(except ...string) bool {
	other := func(key string) bool { return !slices.Contains(except, key) }
	for key := range t.broken {
		if other(key) {
			return true
		}
	}
	for key, value := range t.values {
		for _, inner := range value.tables() {
			if other(key) && inner.Partial() {
				return true
			}
		}
	}
	return t.incomplete
}

// tables returns the tables that a key was given.
func (v value) tables() []*Table {
	switch within := v.v.(type) {
	case *Table:
		return []*Table{within}
	case []*Table:
		return within
	}
	return nil
}

// Kind returns the kind of the key's value; 0 where the key is not there.
func (t *Table) Kind(key string) Kind { return t.values[key].kind }

// KeyPos returns the place of the key; that of the table where the key is not there.
func (t *Table) KeyPos(key string) diag.Position {
	if v, ok := t.values[key]; ok {
		return v.key
	}
	return t.pos
}

// ValuePos returns the place of the key's value; that of the table where the key is not there.
func (t *Table) ValuePos(key string) diag.Position {
	if v, ok := t.values[key]; ok {
		return v.pos
	}
	return t.pos
}

// Text returns the value of a String or Markdown.
func (t *Table) Text(key string) Text { return get[Text](t, key) }

// String returns the value of a String or Markdown without its place.
func (t *Table) String(key string) string { return t.Text(key).Value }

// Texts returns the values of Strings, each with its own place; a single String counts as one.
func (t *Table) Texts(key string) []Text {
	if text, ok := t.values[key].v.(Text); ok {
		return []Text{text}
	}
	return get[[]Text](t, key)
}

// Int returns the value of an Integer.
func (t *Table) Int(key string) int { return get[Number](t, key).Value }

// Ints returns the values of Integers, each with its own place; a single Integer counts as one.
func (t *Table) Ints(key string) []Number {
	if n, ok := t.values[key].v.(Number); ok {
		return []Number{n}
	}
	return get[[]Number](t, key)
}

// Bool returns the value of a Boolean.
func (t *Table) Bool(key string) bool { return get[bool](t, key) }

// Time returns the value of a Date in a zone; nil is UTC. What was typed without an offset is local time there.
func (t *Table) Time(key string, zone *time.Location) time.Time {
	m, ok := t.values[key].v.(dateTime)
	if !ok {
		return time.Time{}
	}
	if zone == nil {
		zone = time.UTC
	}
	if m.hasOffset {
		return m.time.In(zone)
	}
	year, month, day := m.time.Date()
	hour, minute, second := m.time.Clock()
	return time.Date(year, month, day, hour, minute, second, m.time.Nanosecond(), zone)
}

// Table returns the value of a SubTable; nil where it is not there.
func (t *Table) Table(key string) *Table { return get[*Table](t, key) }

// Tables returns the values of Tables, in the order of the file.
func (t *Table) Tables(key string) []*Table { return get[[]*Table](t, key) }

// get returns the value of a key, or the zero of its type.
func get[T any](t *Table, key string) T {
	v, _ := t.values[key].v.(T)
	return v
}
