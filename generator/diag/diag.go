// Package diag has the problems of a site's files. All packages report what is wrong with the content by them.
//
// In go facts: a file, a line, a column, a sentence. Out comes a [List], which sorts itself into file order and prints as
// text for people, as JSON for programs or as annotations for GitHub. Excerpts and carets are drawn when a list is
// printed, from lines that the caller provides; a Problem holds no source text.
//
// Bad content is a Problem and never an error: errors are kept for the machine (a full disk) and for bugs.
package diag

import (
	"cmp"
	"fmt"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Severity says what a problem does to a build.
type Severity int

const (
	Error   Severity = iota // the build fails
	Warning                 // the build goes on; the author should look
	Note                    // worth knowing
)

func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Position is a place in a file. The zero Line stands for the file as a whole.
type Position struct {
	File   string // slash-separated, relative to the site's folder
	Line   int    // 1-based; 0: the whole file
	Column int    // 1-based, in bytes; 0: the whole line
	Length int    // bytes to underline on that line; 0 is drawn as one
}

// Problem is one thing that is wrong, in words that a coach understands.
type Problem struct {
	Position
	Severity Severity
	ID       string // a stable, readable name: "unknown-key", "no-progression"
	Message  string // what is wrong, as a sentence without the position
	Hint     string // what to do instead, as a sentence; may be empty

	Explained bool // there is more to read about problems with this ID, which is printed for that
}

// Errorf returns an error at a position, without a hint.
func Errorf(pos Position, id, format string, args ...any) Problem {
	return Problem{Position: pos, Severity: Error, ID: id, Message: fmt.Sprintf(format, args...)}
}

// Warningf returns a warning at a position, without a hint.
func Warningf(pos Position, id, format string, args ...any) Problem {
	return Problem{Position: pos, Severity: Warning, ID: id, Message: fmt.Sprintf(format, args...)}
}

// Notef returns a note at a position, without a hint.
func Notef(pos Position, id, format string, args ...any) Problem {
	return Problem{Position: pos, Severity: Note, ID: id, Message: fmt.Sprintf(format, args...)}
}

// WithHint returns the problem with a sentence that says what to do instead.
func (p Problem) WithHint(format string, args ...any) Problem {
	p.Hint = fmt.Sprintf(format, args...)
	return p
}

// List is any number of problems. Phases append to it; nobody changes a problem that is in it.
type List []Problem

// Add appends problems.
func (l *List) Add(p ...Problem) { *l = append(*l, p...) }

// Sorted returns the problems in file order (file, line, column, then severity, id and message), each of them once.
func (l List) Sorted() List {
	s := slices.Clone(l)
	slices.SortFunc(s, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Hint, b.Hint),
			cmp.Compare(a.Length, b.Length),
		)
	})
	return slices.Compact(s)
}

// FirstOfKind is how many problems of a kind are shown to people before the others are only counted (house rule): enough to see what
// is wrong with all of them.
const FirstOfKind = 20

// Shown is a problem that is shown, and how many of its kind come after it that are not.
type Shown struct {
	Problem
	More int
}

// Rest says how many more there are: "and 9,980 more like this"; "" where there are none.
func (s Shown) Rest() string {
	if s.More == 0 {
		return ""
	}
	return message.NewPrinter(language.English).Sprintf("and %d more like this", s.More)
}

// First returns the first problems of each kind, in file order; all of them where most is 0. A kind is a severity and an ID. The
// last one of a kind says how many more there are.
func (l List) First(most int) []Shown {
	type kind struct {
		severity Severity
		id       string
	}
	found := map[kind]int{}
	last := map[kind]int{}
	var list []Shown
	for _, p := range l.Sorted() {
		k := kind{p.Severity, p.ID}
		found[k]++
		if most > 0 && found[k] > most {
			list[last[k]].More++
			continue
		}
		last[k] = len(list)
		list = append(list, Shown{Problem: p})
	}
	return list
}

// Count returns how many problems have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, p := range l {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether the list would fail a build.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }
