package markdown

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/diag"
)

// FuzzParse holds the output to what html.go promises, for any text at all: known elements with known attributes, well
// nested, no address but those an author may link to, every id once, and positions inside the text.
func FuzzParse(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed, "")
	}
	f.Add(string(article(1)), "about-")
	f.Add("## A\n\n[^1]: x\n\n[^1] [](source:a)", `"><b>`)
	parsers := fuzzParsers()
	f.Fuzz(func(t *testing.T, text, prefix string) {
		if !utf8.ValidString(prefix) || strings.ContainsFunc(prefix, unicode.IsControl) || len(text) > 20_000 {
			t.Skip()
		}
		for _, p := range parsers {
			checkText(t, p, text, prefix)
		}
	})
}

// TestSnippets is FuzzParse for texts put together from what an author types.
func TestSnippets(t *testing.T) {
	snippets := strings.Split("[·](·]·![·)·[^1]·[^1]: ·exercise:a·source:b·article:c·https://d.e·f.png·#g·<·>·>\t·\"·'·**·*·_·`·```·~~·|·---·--:·- ·1. ·> ·> [!NOTE]\n·[!tip]·: ·"+
		"# ·## ·### ·{#id}·{·}·\\·&amp;·&·<b>·</b>·<!-- -->·<https://x.y>·<plan:z>·...·--·lift·week·ü·走·  ·\t·\n·\n·\n\n·\r\n·[x] ·[ref]·[ref]: /u·\"t\"", "·")
	parsers := fuzzParsers()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(snippets), 5, 60).Draw(t, "text"), "")
		checkText(t, parsers[rapid.IntRange(0, 1).Draw(t, "parser")], text, "")
	})
}

// Whether lines end as on Windows or as elsewhere, the pages are the same.
func TestLineEnds(t *testing.T) {
	for _, p := range fuzzParsers() {
		for _, text := range seeds() {
			text = strings.ReplaceAll(text, "\r", "")
			here, _ := p.Parse(Source{Text: []byte(text)})
			windows, _ := p.Parse(Source{Text: []byte(strings.ReplaceAll(text, "\n", "\r\n"))})
			if diff := cmp.Diff(here.Parts, windows.Parts); diff != "" || here.Summary != windows.Summary || here.Text() != windows.Text() {
				t.Errorf("%q (-with line feeds +as on Windows):\n%s", text, diff)
			}
		}
	}
}

func fuzzParsers() []*Parser {
	return []*Parser{New(Options{Language: "en", Phrases: claimPhrases()}), New(Options{Language: "fr", Words: Words{Table: `"><script>`, Done: `"'<`}})}
}

// failer is what a test, a fuzz test and a property test have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func checkText(t failer, p *Parser, text, prefix string) {
	t.Helper()
	defer time.AfterFunc(20*time.Second, func() { panic(fmt.Sprintf("reading takes for ever: %q", text)) }).Stop()
	src := Source{Text: []byte(text), Prefix: prefix, Pos: diag.Position{File: "f.md", Line: 3, Column: 5}}
	doc, problems := p.Parse(src)
	if string(src.Text) != text {
		t.Fatalf("the text was changed: %q", text)
	}
	again, problems2 := p.Parse(src)
	if !reflect.DeepEqual(doc, again) || !reflect.DeepEqual(problems, problems2) {
		t.Fatalf("two readings differ: %q", text)
	}
	if got, want := doc.Text(), textOf(doc); got != want {
		t.Fatalf("the words are %q, want %q: %q", got, want, text)
	}
	checkHTML(t, text, prefix, doc)
	checkPositions(t, text, doc, problems)
	checkHeadings(t, text, doc)
	if n := utf8.RuneCountInString(doc.Summary); n > summaryLength+1 || strings.ContainsAny(doc.Summary, "\n\t") {
		t.Fatalf("summary of %d characters, %q: %q", n, doc.Summary, text)
	}
}

func seeds() []string {
	texts := []string{
		"<script>alert(1)</script>", "a <b onclick=x>b</b> <!-- c -->", "[x](javascript:alert(1))", "[x](java\tscript:alert(1))",
		"<javascript:alert(1)>", "[x](<java&#115;cript:x>)", `[x](/a "t\" onclick=\"x")`, `![x" onerror="y](a.png "z\"")`,
		"```\"><script>\nx\n```", "~~~ a&quot;b\n", "## A {#a\"b onclick=\"x\"}", "## A {id=\"a\\\"b\"}", "[a]: javascript:x\n\n[a] [b][a] [a][]",
		"![](exercise:a)\n![](plan:b)", "- ![a](b.png)\n- ![](plan:x)", "[![a](b.png)](c.md)", "[a <https://b.c> d](e)", "[^1] [a[^1]](b) ![c[^1]](d)\n\n[^1]: x [^2]\n[^2]: y [^1]",
		"| a | b |\n|:-:|--:|\n| `\\|` | [x](y) |\n|", "- [ ] a\n- [x] b\n  - [X] c", "t\n: d\n\n: e\n\n    f", "# A\n#### B\n#\n\nC\n===\nD\n---\n",
		"> [!NOTE]\n> a\n> > [!tip]\n> > - b\n\n> [!X]\n\n> [!CAUTION] c", "> a\n>> b\n\n1. a\n2. b\n\n\tc", "&#0; &#x1F600; &amp; &nosuch; \\< \\\\ \x01\x7f\xff", "\"a 'b' c\" it's 'n' '90s 6'2\" -- --- ---- ... ..",
		"[x][y] [y][] \\[x][y] [x](a b) [x] (y) [x]() `[x][y]`", "-\t\t[^1]: x\n\t## h\n\t<div>\n", "[](source:a)[b](source:a) <source:c> <exercise:d> []()",
		"[x](//a.b) [x](www.a.b) [x](a\\b) [x](exercise:) [x](htps://a) [x](http:a) [x](http://[) [x](#) [x](?a#b%20c%00)", "~~a~~ *b* **c** `d`\n\n***\n\n    code",
		"## [](exercise:a) ![b](c.png)[^1] <plan:d>\n\n[^1]: e", "a  \nb\\\nc\r\nd", "\n\n\n![a\nb](c 'd\ne')\n", "[a\nb][c\nd]",
		"> Lifting\n> **pre**vents *all*&nbsp;in\njuries. [Weak\thips](source:a) cause\n\tknee   \n pain[^1]\n\n[^1]: it prevents injuries [](exercise:bullet-proof-knees)",
		"![a](https://youtu.be/abcdefg?t=5) ![b](https://vimeo.com/12345)\n\n![c \"](https://www.youtube.com/watch?v=abc\"def&t=9)\n\n- ![d](https://youtu.be/abcdefg)",
	}
	return append(texts, string(article(2)))
}

// allowed are the elements that html.go makes and the attributes that each may have. A "*" stands for an element that has
// no end.
var allowed = map[string]string{
	"p": "class", "em": "", "strong": "", "code": "class", "del": "", "br": "*", "hr": "*", "blockquote": "", "ul": "", "ol": "start", "li": "class id",
	"h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id", "pre": "tabindex", "dl": "", "dt": "", "dd": "", "table": "", "thead": "",
	"tbody": "", "tr": "", "th": "scope class", "td": "class", "div": "class role tabindex aria-label", "section": "class role aria-label",
	"sup": "class id", "a": "href title id class role aria-label aria-hidden tabindex data-frame", "small": "", "span": "class role aria-label", "bdi": "", "img": "* src alt", "article": "",
}

// inline are the elements that may stand in a paragraph.
var inline = strings.Fields("em strong code del br sup a span bdi img small")

// filled returns the HTML of a doc with something in each slot.
func filled(t failer, text string, doc *Doc) string {
	t.Helper()
	var b strings.Builder
	next := 0
	for _, part := range doc.Parts {
		b.WriteString(string(part.HTML))
		if part.Ref < 0 {
			continue
		}
		if part.Ref != next {
			t.Fatalf("part with reference %d where %d is next: %q", part.Ref, next, text)
		}
		next++
		b.WriteString(map[RefKind]string{Link: "/slot", Name: "Name", Picture: `<img src="/slot" alt="a">`, Card: "<article></article>"}[doc.Refs[part.Ref].Kind])
	}
	if next != len(doc.Refs) {
		t.Fatalf("%d references have a slot, want %d: %q", next, len(doc.Refs), text)
	}
	return b.String()
}

func checkHTML(t failer, text, prefix string, doc *Doc) {
	t.Helper()
	out := filled(t, text, doc)
	if !utf8.ValidString(out) || strings.ContainsFunc(out, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0x7f }) {
		t.Fatalf("output with characters that HTML forbids: %q\nof %q", out, text)
	}
	var open []string
	ids := map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(out)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) > 0 {
				t.Fatalf("output ends with %v open: %s\nof %q", open, out, text)
			}
			if !reflect.DeepEqual(ids, doc.IDs) {
				t.Fatalf("ids %v, want %v: %q", doc.IDs, ids, text)
			}
			return
		case html.TextToken:
		case html.StartTagToken:
			token := z.Token()
			if err := checkTag(token, prefix, open, ids); err != nil {
				t.Fatalf("%v: %s\nof %q", err, out, text)
			}
			if !strings.HasPrefix(allowed[token.Data], "*") {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> inside %v: %s\nof %q", name, open, out, text)
			}
			open = open[:len(open)-1]
		default:
			t.Fatalf("%v %q: %s\nof %q", kind, z.Token(), out, text)
		}
	}
}

func checkTag(token html.Token, prefix string, open []string, ids map[string]bool) error {
	attributes, ok := allowed[token.Data]
	if !ok {
		return fmt.Errorf("element %s", token)
	}
	if len(open) > 0 && strings.Contains(" p h2 h3 h4 h5 h6 dt td th ", " "+open[len(open)-1]+" ") && !slices.Contains(inline, token.Data) {
		return fmt.Errorf("%s inside %v", token, open)
	}
	if token.Data == "a" && slices.Contains(open, "a") {
		return fmt.Errorf("a link inside a link, %s", token)
	}
	for _, a := range token.Attr {
		if !slices.Contains(strings.Fields(attributes), a.Key) {
			return fmt.Errorf("attribute %s", token)
		}
		switch a.Key {
		case "id":
			if ids[a.Val] || !strings.HasPrefix(a.Val, prefix) || len(a.Val) == len(prefix) {
				return fmt.Errorf("id used twice or without prefix, %s", token)
			}
			ids[a.Val] = true
		case "href":
			if !mayLinkTo(a.Val) {
				return fmt.Errorf("address %s", token)
			}
		case "data-frame":
			if !strings.HasPrefix(a.Val, "https://www.youtube-nocookie.com/embed/") && !strings.HasPrefix(a.Val, "https://player.vimeo.com/video/") {
				return fmt.Errorf("frame %s", token)
			}
		case "class":
			if len(strings.Fields(a.Val)) != 1 {
				return fmt.Errorf("class %s", token)
			}
		}
	}
	return nil
}

func mayLinkTo(href string) bool {
	for _, start := range []string{"/slot", "#", "http://", "https://", "mailto:", "tel:"} {
		if strings.HasPrefix(strings.ToLower(href), start) {
			return true
		}
	}
	return false
}

func checkPositions(t failer, text string, doc *Doc, problems diag.List) {
	t.Helper()
	lines := strings.Split(text, "\n")
	at := func(pos diag.Position) string {
		line := pos.Line - 3
		column := pos.Column - 1
		if line == 0 {
			column -= 4
		}
		if pos.File != "f.md" || line < 0 || line >= len(lines) || column < 0 || column+pos.Length > len(lines[line]) {
			t.Fatalf("position %+v outside of the text: %q", pos, text)
		}
		return lines[line][column:]
	}
	for _, ref := range doc.Refs {
		s := at(ref.Pos)
		if !strings.HasPrefix(s, "[") && !strings.HasPrefix(s, "![") && !strings.HasPrefix(s, "<") {
			t.Fatalf("reference %+v begins at %q: %q", ref, s, text)
		}
		if s, rest := s[:ref.Pos.Length], s[ref.Pos.Length:]; strings.TrimSpace(rest) != "" && !strings.ContainsAny(s[len(s)-1:], ")]>") {
			t.Fatalf("reference %+v is %q: %q", ref, s, text)
		}
	}
	for _, e := range doc.External {
		at(e.Pos)
	}
	for _, c := range doc.Phrases {
		if s := at(c.Pos); c.Pos.Length == 0 || c.Text == "" || strings.ContainsAny(s[:1]+s[c.Pos.Length-1:c.Pos.Length], " \t\r") {
			t.Fatalf("claim %+v is %q: %q", c, s, text)
		}
	}
	starts := map[string]string{"raw-html": "<", "unused-footnote": "[^", "undefined-footnote": "[^", "top-heading": "", "undefined-link": "",
		"footnote-in-link": "", "unreadable-link": ""}
	for _, p := range problems {
		if s := at(p.Position); !strings.HasPrefix(s, starts[p.ID]) {
			t.Fatalf("problem %q begins at %q: %q", p.ID, s, text)
		}
		if s := at(p.Position); p.Length > 0 && strings.ContainsAny(s[:1], " \t\r") {
			t.Fatalf("problem %q begins at %q: %q", p.ID, s, text)
		}
		if p.Message == "" || p.Hint == "" || p.ID == "" {
			t.Fatalf("problem without words %+v: %q", p, text)
		}
	}
}

func checkHeadings(t failer, text string, doc *Doc) {
	t.Helper()
	for _, h := range doc.Headings {
		if h.Level < 2 || h.Level > 6 || h.Text == "" || !doc.IDs[h.ID] {
			t.Fatalf("heading %+v: %q", h, text)
		}
		for z := html.NewTokenizer(strings.NewReader(string(h.HTML))); z.Next() != html.ErrorToken; {
			token := z.Token()
			if token.Type == html.TextToken {
				continue
			}
			if !slices.Contains([]string{"em", "strong", "code", "del"}, token.Data) && token.Data != "br" || len(token.Attr) > 0 {
				t.Fatalf("heading with %s: %q", token, text)
			}
		}
	}
}
