package markdown

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/diag"
)

// What is composed refers to what is not: links to places, references, footnotes, files; and every place is where it was typed.
func TestComposed(t *testing.T) {
	text := "## U\u0308bung {#u\u0308b}\n\n## A\u0308rger\n\na\u0308 [x](#\u00fcb) [y][\u00f6] z[^\u00e4] [k](b%75%CC%88.md) [l](bu&#776;.md) [m](nix:u)\n\n[o\u0308]: exercise:gro\u0308\u00dfer\n\n[^a\u0308]: Note.\n"
	doc, problems := New(Options{Language: "de"}).Parse(Source{Text: []byte(text), Pos: diag.Position{File: "a.md", Line: 4, Column: 1}})
	if len(doc.Headings) != 2 || doc.Headings[0].ID != "\u00fcb" || doc.Headings[1].ID != "\u00e4rger" {
		t.Errorf("headings: %+v", doc.Headings)
	}
	var targets []string
	for _, r := range doc.Refs {
		targets = append(targets, r.Scheme+":"+r.Target+"#"+r.Fragment)
	}
	if got, want := strings.Join(targets, " "), ":#\u00fcb exercise:gr\u00f6\u00dfer# :b\u00fc.md# :b\u00fc.md#"; got != want {
		t.Errorf("references: %+q, want %+q", got, want)
	}
	if p := doc.Refs[1].Pos; p.Line != 8 || p.Column != 15 || p.Length != 7 {
		t.Errorf("the second reference is at %+v, want 8:15", p)
	}
	if len(problems) != 1 || problems[0].Line != 8 || problems[0].Column != 66 {
		t.Errorf("problems: %+v, want one at 8:66", problems)
	}
}
