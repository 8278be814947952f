package markup_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/legpress/legpress/generator/importer/markup"
	"github.com/legpress/legpress/generator/importer/prose"
)

// at returns the tree of HTML and the element with the id "x" in it.
func at(t *testing.T, src string) (body, x *html.Node) {
	t.Helper()
	body, err := markup.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	found := markup.All(body, func(n *html.Node) bool { return markup.Attribute(n, "id") == "x" })
	if len(found) != 1 {
		t.Fatalf("%s has %d elements", src, len(found))
	}
	return body, found[0]
}

// A tree can be changed anywhere in it.
func TestTree(t *testing.T) {
	for _, test := range []struct {
		name, src, want string
		change          func(*html.Node)
	}{
		{"replaced", `<p>a<b id="x">b</b>c</p>`, `<p>a<i>d</i>ec</p>`, func(n *html.Node) { markup.Replace(n, "<i>d</i>e") }},
		{"taken out", `<p>a<b id="x">b</b>c</p>`, `<p>ac</p>`, markup.Remove},
		{"begun", `<div id="x">a</div>`, `<div id="x"><p>b</p>a</div>`, func(n *html.Node) { markup.Prepend(n, "<p>b</p>") }},
		{"renamed", `<div id="x" class="y">a</div>`, `<blockquote>a</blockquote>`, func(n *html.Node) { markup.Rename(n, atom.Blockquote) }},
		{"cut", `<div><p>a</p><p>b<i id="x">c</i>d</p><p>e</p></div>f`, `<div><p>a</p><p>b<i id="x">c</i></p></div>`, func(n *html.Node) {
			if rest := markup.CutBehind(n); rest != "d<p>e</p>f" {
				t.Errorf("cut off: %q", rest)
			}
		}},
	} {
		body, x := at(t, test.src)
		test.change(x)
		if got := markup.Inside(body); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// An element that was replaced, or whose parent was, is no longer in its tree.
func TestUnder(t *testing.T) {
	body, x := at(t, `<div><p><b id="x">a</b></p></div>`)
	if !markup.Under(x, body) {
		t.Error("it is not in the tree that it is in")
	}
	markup.Replace(x.Parent, "<p>b</p>")
	if markup.Under(x, body) {
		t.Error("it is in the tree that its parent was taken from")
	}
}

// Pieces stand where their signs were, footnotes below the text in the order in which they were added, those of footnotes last.
func TestPieces(t *testing.T) {
	var p markup.Pieces
	var l prose.Losses
	inner := p.Hold("*held*")
	first := p.Footnote("<p>one " + inner + "</p><p>more</p>")
	second := p.Footnote("two")
	src := "<p>a" + first + " b" + second + " c" + first + "</p>" + p.Callout("<p>d</p>") + "<p>\uE00299\uE003e</p>"
	want := "a[^1] b[^2] c[^1]\n\n> [!NOTE]\n> \n> d\n\ne\n\n[^1]: one *held* more\n\n[^2]: two"
	if got := p.ToMarkdown(src, &l); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text that is longer than it may be is refused, and wrong bytes in UTF-8 do not make another encoding of it.
func TestReadText(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"a", "a"}, {"\uFEFFä", "ä"}, {"\xE4", "ä"}, {"äöü\xE4", "äöü\uFFFD"}, {"\xFF\xFEa\x00\xE4\x00", "aä"}, {"\xFE\xFF\x00a", "a"}, {"", ""},
	} {
		got, err := markup.ReadText(strings.NewReader(test.in), 100)
		if err != nil || string(got) != test.want {
			t.Errorf("%q: got %q, %v, want %q", test.in, got, err, test.want)
		}
	}
	if _, err := markup.ReadText(strings.NewReader("abc"), 2); !errors.Is(err, markup.ErrTooLarge) {
		t.Errorf("got %v, want that it is too large", err)
	}
}
