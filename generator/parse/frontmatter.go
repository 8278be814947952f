package parse

import (
	"bytes"
	"fmt"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
)

// split separates the front matter from the text below it, or returns the problem that keeps it from that. It skips empty lines above, and
// takes a carriage return alone for the end of a line, as some old editors write it.
func split(f source.File) (tomlfile.Input, markdown.Source, *diag.Problem) {
	if p := tomlfile.UTF16(f.Path, f.Data); p != nil {
		return tomlfile.Input{}, markdown.Source{}, p
	}
	data := source.LineFeeds(bytes.TrimPrefix(f.Data, []byte("\ufeff")))
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	line := 1
	for len(bytes.TrimSpace(first)) == 0 && len(rest) > 0 {
		first, rest, _ = bytes.Cut(rest, []byte("\n"))
		line++
	}
	if !bytes.Equal(bytes.TrimSpace(first), fence) {
		p := noFrontMatter(diag.Position{File: f.Path, Line: line, Column: 1}, first)
		if tomlfile.Blank(string(data)) {
			p = tomlfile.EmptyFile(f.Path, `Begin it with a line of +++, then title = "...", then another line of +++`)
		}
		return tomlfile.Input{}, markdown.Source{}, &p
	}
	begin := line
	var crowded *diag.Problem // the first line that only begins with +++
	for at := 0; at < len(rest); {
		line++
		end, next := len(rest), len(rest)
		if i := bytes.IndexByte(rest[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		if bytes.Equal(bytes.TrimSpace(rest[at:end]), fence) {
			body := markdown.Source{Text: rest[next:], Pos: diag.Position{File: f.Path, Line: line + 1, Column: 1}}
			return tomlfile.Input{File: f.Path, Text: rest[:at], Line: begin + 1}, body, nil
		}
		if crowded == nil && bytes.HasPrefix(rest[at:end], fence) {
			p := diag.Errorf(diag.Position{File: f.Path, Line: line, Column: 1, Length: end - at}, "front-matter", "something stands behind the +++ that ends the front matter.").
				WithHint("Write it in the next line, and leave +++ alone in its own.")
			crowded = &p
		}
		at = next
	}
	if crowded != nil {
		return tomlfile.Input{}, markdown.Source{}, crowded
	}
	p := diag.Errorf(diag.Position{File: f.Path, Line: begin, Column: 1, Length: 3}, "front-matter", "the front matter that begins here has no end.").
		WithHint("Write a second line of +++ below it.")
	return tomlfile.Input{}, markdown.Source{}, &p
}

// noFrontMatter returns the problem of a file whose first line is not +++. The hint depends on what that line looks like.
func noFrontMatter(at diag.Position, first []byte) diag.Problem {
	p := diag.Errorf(at, "front-matter", "this file has no front matter.").
		WithHint(`Begin it with a line of +++, then title = "...", then another line of +++.`)
	switch first = bytes.TrimSpace(first); {
	case len(first) > 1 && len(bytes.Trim(first, "-")) == 0:
		p.Message = fmt.Sprintf("the front matter of this file stands between lines of %s.", clipped(string(first)))
		p.Hint = `Use +++ and write title = "..." with an equals sign and quotes.`
	case len(first) > 1 && len(bytes.Trim(first, "+")) == 0:
		p.Message = fmt.Sprintf("the front matter begins with a line of three +, and here are %d.", len(first))
		p.Hint = "Write +++ above and below it."
	case bytes.HasPrefix(first, fence):
		p.Message = "something stands behind the +++ that begins the front matter."
		p.Hint = "Write it in the next line, and leave +++ alone in its own."
	}
	return p
}

var fence = []byte("+++")
