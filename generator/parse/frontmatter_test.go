package parse

import (
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
)

func parseText(name, text string) *File {
	return New(&Settings{Language: "en", Zone: time.UTC}, markdown.Words{}, nil).Parse(source.File{Path: name, Data: []byte(text)})
}

// What is clear is read, and every place in it is right: the link that leads nowhere stands in the last line.
func TestBeginningsThatAreRead(t *testing.T) {
	for text, line := range map[string]int{
		"+++\ntitle = \"A\"\n+++\nText [x](nix:y).":               4,
		"\n\n+++\ntitle = \"A\"\n+++\nText [x](nix:y).":           6,
		" \t\r\n+++ \r\ntitle = \"A\"\r\n+++\r\nText [x](nix:y).": 5,
		"+++\rtitle = \"A\"\r+++\rText [x](nix:y).":               4,
		"\r\r+++\rtitle = \"A\"\r+++\r\rText [x](nix:y).":         7,
		"+++\ntitle = \"A\"\r+++\r\nText [x](nix:y).":             4,
		"\ufeff\n+++\ntitle = \"A\"\n +++\t\nText [x](nix:y).":    5,
	} {
		p := parseText("content/pages/a.md", text)
		if p.Page == nil || p.Page.Title != "A" || len(p.Problems) != 1 || p.Problems[0].Line != line || p.Problems[0].Column != 6 {
			t.Errorf("%q: %+v, want the problem at %d:6", text, p.Problems, line)
		}
		shown, _ := source.New([]source.File{{Path: "content/pages/a.md", Data: []byte(text)}}).Line("content/pages/a.md", line)
		if shown != "Text [x](nix:y)." {
			t.Errorf("%q: line %d is %q", text, line, shown)
		}
	}
	p := parseText("content/pages/a.md", "\n\n+++\ntitel = \"A\"\n+++\n")
	if p.Problems[0].Line != 4 && p.Problems[len(p.Problems)-1].Line != 4 {
		t.Errorf("a mistake below empty lines: %+v, want line 4", p.Problems)
	}
}

// What is not clear gets its own sentence.
func TestBeginningsThatAreNot(t *testing.T) {
	for _, c := range []struct {
		text, id, want string
		line           int
	}{
		{"++++\ntitle = \"A\"\n++++\n", "front-matter", "here are 4", 1},
		{"\n++\ntitle = \"A\"\n++\n", "front-matter", "here are 2", 2},
		{"+++ title = \"A\"\n+++\n", "front-matter", "stands behind the +++", 1},
		{"---\ntitle: A\n---\n", "front-matter", "between lines of ---", 1},
		{"\n\n----\ntitle: A\n----\n", "front-matter", "between lines of ----", 3},
		{"title = \"A\"\n", "front-matter", "no front matter", 1},
		{"\n\n", "empty-file", "empty", 0},
		{"", "empty-file", "empty", 0},
		{"\n+++\ntitle = \"A\"\n", "front-matter", "has no end", 2},
		{"\xff\xfe+\x00+\x00+\x00\n\x00", "utf-16", "saved as UTF-16", 1},
		{"\xfe\xff\x00+\x00+\x00+\x00\n", "utf-16", "saved as UTF-16", 1},
		{"+\x00+\x00+\x00\n\x00t\x00", "utf-16", "saved as UTF-16", 1},
		{"\x00+\x00+\x00+\x00\n\x00t", "utf-16", "saved as UTF-16", 1},
	} {
		p := parseText("content/articles/2026-01-01-a.md", c.text)
		var found diag.List
		for _, problem := range p.Problems {
			if problem.ID == c.id {
				found.Add(problem)
			}
		}
		if len(found) != 1 || !strings.Contains(found[0].Message, c.want) || found[0].Line != c.line || found[0].Hint == "" {
			t.Errorf("%q: %+v, want %s in line %d", c.text, p.Problems, c.want, c.line)
		}
	}
}

// The hint for an ending in capitals is a name that is read.
func TestCapitalEndings(t *testing.T) {
	for name, want := range map[string]string{
		"content/articles/2026-01-01-foo.MD": "2026-01-01-foo.md", "content/pages/foo.Md": "foo.md", "content/articles/x/index.MD": "index.md",
		"content/exercises/row.TOML": "row.toml", "content/plans/p.Toml": "p.toml", "content/sources.TOML": "sources.toml", "content/pages/p.TOML": "p.toml",
	} {
		p := parseText(name, "+++\ntitle = \"A\"\n+++\n")
		if len(p.Problems) != 1 || p.Problems[0].ID != "file-ending" || !strings.Contains(p.Problems[0].Hint, ": "+want+".") {
			t.Errorf("%s: %+v, want %s", name, p.Problems, want)
		}
	}
}
