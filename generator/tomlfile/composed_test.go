package tomlfile

import (
	"strings"
	"testing"
)

// Names and values are composed, what is Markdown is as it was typed, and every place is where it was typed.
func TestComposed(t *testing.T) {
	author := &Format{Name: "author", Keys: []Key{{Name: "about", Kind: Markdown}, {Name: "url", Kind: String}}}
	format := &Format{Name: "site", Keys: []Key{
		{Name: "author", Kind: String}, {Name: "tags", Kind: Strings}, {Name: "about", Kind: Markdown},
		{Name: "authors", Kind: SubTable, Table: &Format{Any: &Key{Name: "name", Kind: SubTable, Table: author}}},
	}}
	text := "author = \"Zoe\u0308\"\ntags = [\"u\u0308\", \"o\\u0308\", \"x\"]\nabout = \"\"\"\nLa\u0308uft, \u00fc\n\"\"\"\n[authors]\n\"Zoe\u0308\" = { about = \"a\u0308\", url = \"u\", urk = 1 }\n"
	table, problems := Decode(Input{File: "a.toml", Text: []byte(text)}, format)
	if table.String("author") != "Zo\u00eb" || table.Texts("tags")[0].Value != "\u00fc" || table.Texts("tags")[1].Value != "\u00f6" {
		t.Errorf("got %+q, %v", table.String("author"), table.Texts("tags"))
	}
	if got := table.String("about"); got != "La\u0308uft, \u00fc\n" {
		t.Errorf("Markdown is %+q", got)
	}
	if p := table.Texts("tags")[2].Pos; p.Line != 2 || p.Column != 27 || p.Length != 3 {
		t.Errorf("x is at %+v, want 2:27", p)
	}
	zoe := table.Table("authors").Table("Zo\u00eb")
	if zoe == nil || zoe.String("url") != "u" {
		t.Fatalf("there is no such author: %+q", table.Table("authors").Keys())
	}
	if p := zoe.ValuePos("url"); p.Line != 7 || p.Column != 34 || p.Length != 3 {
		t.Errorf("url is at %+v, want 7:34", p)
	}
	if len(problems) != 1 || problems[0].Line != 7 || problems[0].Column != 39 || problems[0].Length != 3 {
		t.Errorf("problems: %+v, want one at 7:39", problems)
	}
}

// Two keys that become one are one that stands there twice, with both places.
func TestComposedTwice(t *testing.T) {
	format := &Format{Name: "authors", Any: &Key{Name: "name", Kind: String}}
	_, problems := Decode(Input{File: "a.toml", Text: []byte("\"Zo\u00eb\" = \"a\"\n\n\"Zoe\u0308\" = \"b\"\n")}, format)
	if len(problems) != 1 || problems[0].Line != 3 || !strings.Contains(problems[0].Message+problems[0].Hint, "line 1") {
		t.Errorf("got %+v, want one problem in line 3 that names line 1", problems)
	}
}
