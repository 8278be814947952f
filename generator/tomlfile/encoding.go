package tomlfile

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/diag"
)

// maxSize is how large a file may be, in bytes. A plan has a few thousand.
const maxSize = 1 << 20

const byteOrderMark = "\xef\xbb\xbf"

// checkReadable returns a problem where a text cannot be read at all, and whether there is one.
func checkReadable(text string, p *positions) (diag.Problem, bool) {
	say := func(id, message, hint string) (diag.Problem, bool) {
		return diag.Problem{Position: p.top(), ID: id, Message: message, Hint: hint}, true
	}
	switch {
	case len(text) > maxSize:
		return say("too-large", fmt.Sprintf("this file is too large: it has %.1f MB.", float64(len(text))/(1<<20)), "1 MB is the most.")
	case isUTF16(text):
		return utf16(p.top()), true
	case !strings.Contains(text, "\n") && strings.Contains(strings.TrimRight(text, "\r"), "\r"):
		return say("line-ends", "the line ends of this file are of a kind that is no longer in use (a carriage return alone).",
			"Set the line ends to LF or Unix in the editor, and save it again.")
	}
	return diag.Problem{}, false
}

// checkEmpty returns a problem where a file is empty that has to say something, and whether it is.
func checkEmpty(in Input, p *positions, f *Format) (diag.Problem, bool) {
	isPart := in.Line != 0
	if isPart || !Blank(strings.TrimPrefix(p.text, byteOrderMark)) || f == nil || !slices.ContainsFunc(f.Keys, func(k Key) bool { return k.Required }) {
		return diag.Problem{}, false
	}
	return EmptyFile(in.File, strings.Replace(exampleOf(f), "For example: ", "Begin it with ", 1)), true
}

// EmptyFile returns the problem of a file without a word, with a hint what to write.
func EmptyFile(file, hint string) diag.Problem {
	return diag.Problem{Position: diag.Position{File: file}, ID: "empty-file", Message: "this file is empty.", Hint: hint + ", or delete it."}
}

// UTF16 returns the problem of a file that is saved as UTF-16; nil if it is not.
func UTF16(file string, text []byte) *diag.Problem {
	if !isUTF16(string(text[:min(len(text), 64)])) {
		return nil
	}
	p := utf16(diag.Position{File: file, Line: 1})
	return &p
}

func utf16(at diag.Position) diag.Problem {
	return diag.Problem{Position: at, ID: "utf-16", Message: "this file is saved as UTF-16.", Hint: "Save it as UTF-8: most editors offer that under Save As, Encoding."}
}

// isUTF16 reports whether the text has the mark of UTF-16, or its pattern of a zero in every other byte.
func isUTF16(text string) bool {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return true
	}
	head := text[:min(len(text), 64)]
	return len(head) >= 4 && strings.Count(head, "\x00")*3 >= len(head)
}

// strayByte is a kind of byte that no file may have.
type strayByte struct {
	id, hint string
	what     func(text string, i int) string
	is       func(text string, i, size int, r rune) bool
}

var strayBytes = [...]strayByte{
	{
		id:   "not-utf-8",
		hint: "Save the file as UTF-8: most editors offer that under Save As, Encoding.",
		what: func(string, int) string { return "there is a character here that is not UTF-8" },
		is:   func(_ string, _, size int, r rune) bool { return r == utf8.RuneError && size == 1 },
	},
	{
		id:   "line-end",
		hint: "Remove it, or set the line ends to LF or Unix in the editor.",
		what: func(string, int) string { return "there is half a line end here (a carriage return alone)" },
		is:   func(text string, i, _ int, r rune) bool { return r == '\r' && !strings.HasPrefix(text[i:], "\r\n") },
	},
	{
		id:   "control-character",
		hint: "Remove it.",
		what: func(text string, i int) string {
			return fmt.Sprintf("there is an invisible control character (%U) here", text[i])
		},
		is: func(_ string, _, _ int, r rune) bool {
			return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f
		},
	},
}

// clean replaces the bytes that no TOML file may have, each by one allowed byte, so that all offsets stay. It returns one problem for
// each kind of them, at the first one. A byte order mark is replaced without a problem.
func clean(text string, p *positions) (string, diag.List) {
	if strings.HasPrefix(text, byteOrderMark) {
		text = "   " + text[len(byteOrderMark):]
	}
	if isClean(text) {
		return text, nil
	}
	first, count := [len(strayBytes)]int{}, [len(strayBytes)]int{}
	out := []byte(text)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		for k := range strayBytes {
			if !strayBytes[k].is(text, i, size, r) {
				continue
			}
			if count[k] == 0 {
				first[k] = i
			}
			count[k]++
			out[i] = substitute(r)
		}
		i += size
	}
	var l diag.List
	for k, s := range strayBytes {
		if count[k] > 0 {
			l.Add(strayProblem(p.at(span{first[k], first[k] + 1}), s.id, s.what(text, first[k]), count[k], s.hint))
		}
	}
	return string(out), l
}

// isClean reports, quickly, whether the text has no stray bytes.
func isClean(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c != 0x7f || c == '\n' || c == '\t' {
			continue
		}
		if c != '\r' || i+1 == len(text) || text[i+1] != '\n' {
			return false
		}
	}
	return utf8.ValidString(text)
}

// substitute returns a letter in the place of a broken letter, so that a name stays a name, and a space in that of an invisible
// character.
func substitute(r rune) byte {
	if r == utf8.RuneError {
		return '_'
	}
	return ' '
}

func strayProblem(at diag.Position, id, what string, count int, hint string) diag.Problem {
	switch count {
	case 1:
		what += "."
	case 2:
		what += ", and in one more place."
	default:
		what += fmt.Sprintf(", and in %d more places.", count-1)
	}
	return diag.Problem{Position: at, ID: id, Message: what, Hint: hint}
}
