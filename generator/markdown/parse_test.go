package markdown

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/diag"
)

func read(t *testing.T, o Options, text string) (*Doc, diag.List) {
	t.Helper()
	doc, problems := New(o).Parse(Source{Text: []byte(text), Pos: diag.Position{File: "a.md", Line: 1, Column: 1}})
	return doc, problems.Sorted()
}

// slotted returns the HTML of a doc with {0} for its first reference, and so on.
func slotted(doc *Doc) string {
	var b strings.Builder
	for _, part := range doc.Parts {
		b.WriteString(string(part.HTML))
		if part.Ref >= 0 {
			fmt.Fprintf(&b, "{%d}", part.Ref)
		}
	}
	return b.String()
}

func callout(kind, word, inside string) string {
	return `<div class="callout-` + kind + `" role="note">` + "\n" + `<p class="kind">` + word + "</p>\n" + inside + "</div>\n"
}

func TestHTML(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"paragraphs", "One\ntwo.\n\nThree  \nfour.", "<p>One\ntwo.</p>\n<p>Three<br>\nfour.</p>\n"},
		{"emphasis", "*a* **b** ~~c~~ `d <e>`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d &lt;e&gt;</code></p>\n"},
		{"code over two lines", "`a\nb`", "<p><code>a b</code></p>\n"},
		{"escapes", `\*a\* \< 1 & 2 &lt; &auml; &#228; &#xe4; &#0; &nosuch; <3`, "<p>*a* &lt; 1 &amp; 2 &lt; ä ä ä \ufffd &amp;nosuch; &lt;3</p>\n"},
		{"entities that are none", "&#; &#x; &#0000065; &#00000065; &#x00041; &#x0000041; &#1; &#99999999; &", "<p>&amp;#; &amp;#x; A &amp;#00000065; A &amp;#x0000041; \ufffd &amp;#99999999; &amp;</p>\n"},
		{"control characters", "a\x01b\x7f", "<p>a\ufffdb\ufffd</p>\n"},
		{"lists", "- a\n- b\n  - c\n\n3. d\n4. e", "<ul><li>a</li>\n<li>b\n<ul><li>c</li>\n</ul>\n</li>\n</ul>\n<ol start=\"3\"><li>d</li>\n<li>e</li>\n</ol>\n"},
		{"loose list", "1. a\n\n2. b", "<ol><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"},
		{"tasks", "- [ ] a\n- [x] b", `<ul><li class="task"><span class="check" role="img" aria-label="To do">☐</span> a</li>` + "\n" +
			`<li class="task"><span class="check" role="img" aria-label="Done">☑</span> b</li>` + "\n</ul>\n"},
		{"quotation, rule", "> a\n\n***", "<blockquote><p>a</p>\n</blockquote>\n<hr>\n"},
		{"video", "![A *row*](https://youtu.be/abc_DEF-123?t=90s)\n\n- ![b](https://vimeo.com/123456/abcdef0123)", `<p class="video"><a href="https://youtu.be/abc_DEF-123?t=90s" ` +
			`data-frame="https://www.youtube-nocookie.com/embed/abc_DEF-123?autoplay=1&amp;start=90">A row</a> <small>Video · YouTube</small></p>` + "\n" +
			`<ul><li><p class="video"><a href="https://vimeo.com/123456/abcdef0123" data-frame="https://player.vimeo.com/video/123456?autoplay=1&amp;dnt=1&amp;h=abcdef0123">b</a> ` +
			"<small>Video · Vimeo</small></p>\n</li>\n</ul>\n"},
		{"callout", "> [!NOTE]\n> a *b*\n>\n> - c", callout("note", "Note", "<p>a <em>b</em></p>\n<ul><li>c</li>\n</ul>\n")},
		{"callout with a block first", "> [!warning]  \n> ```\n> a\n> ```", callout("warning", "Warning", "<pre tabindex=\"0\"><code>a\n</code></pre>\n")},
		{"callouts in a list and in each other", "- a\n\n  > [!TIP]\n  > b\n  > > [!IMPORTANT]\n  > > c", "<ul><li><p>a</p>\n" +
			callout("tip", "Tip", "<p>b</p>\n"+callout("important", "Important", "<p>c</p>\n")) + "</li>\n</ul>\n"},
		{"callout with a card", "> [!CAUTION]\n> ![](exercise:a)", callout("caution", "Caution", "{0}")},
		{"callout of nothing", "> [!NOTE]", callout("note", "Note", "")},
		{"no callouts", "> \\[!NOTE]\n> a\n\n> b\n> [!NOTE]\n\n[!NOTE]\n\n> `[!TIP]`\n\n> [!TIP]\n\n[!TIP]: /c", "<blockquote><p>[!NOTE]\na</p>\n</blockquote>\n" +
			"<blockquote><p>b\n[!NOTE]</p>\n</blockquote>\n<p>[!NOTE]</p>\n<blockquote><p><code>[!TIP]</code></p>\n</blockquote>\n" +
			"<blockquote><p><a href=\"{0}\">!TIP</a></p>\n</blockquote>\n"},
		{"definitions", "Set\n: Repetitions without a rest.", "<dl><dt>Set</dt>\n<dd>Repetitions without a rest.</dd>\n</dl>\n"},
		{"code", "```go \"x\n<a>\n```\n\n    b", "<pre tabindex=\"0\"><code class=\"language-go\">&lt;a&gt;\n</code></pre>\n<pre tabindex=\"0\"><code>b\n</code></pre>\n"},
		{"code in colours", "```toml\n# <a>\nw = \"&\"\n```", "<pre tabindex=\"0\"><code class=\"language-toml\"><span class=\"code-comment\"># &lt;a&gt;\n</span>w = <span class=\"code-string\">&quot;&amp;&quot;\n</span></code></pre>\n"},
		{"language of code", "~~~ a\"&quot;<b\tc\n~~~", "<pre tabindex=\"0\"><code class=\"language-a&quot;&quot;&lt;b\"></code></pre>\n"},
		{"table", "| Week | Load |   |\n|---|--:|:-:|\n| 1 | 8 kg | \"a\\|b\" |", `<div class="table" role="group" tabindex="0" aria-label="Table: Week, Load"><table>` +
			"\n<thead>\n<tr><th scope=\"col\">Week</th><th scope=\"col\" class=\"right\">Load</th><td class=\"center\"></td></tr>\n</thead>\n<tbody>\n" +
			"<tr><td>1</td><td class=\"right\">8\u00a0kg</td><td class=\"center\">“a|b”</td></tr>\n</tbody>\n</table></div>\n"},
		{"table of nothing", "| |\n|-|", `<div class="table" role="group" tabindex="0" aria-label="Table"><table>` + "\n<thead>\n<tr><td></td></tr>\n</thead>\n</table></div>\n"},
		{"headings", "## A *b*\n\nC\n---", "<h2 id=\"a-b\">A <em>b</em>" + anchor("a-b") + "</h2>\n<h2 id=\"c\">C" + anchor("c") + "</h2>\n"},
		{"top heading", "# A", "<h2 id=\"a\">A" + anchor("a") + "</h2>\n"},
		{"heading without words", "##\n\na", "<p>a</p>\n"},

		{"link", `[a *b*](exercise:goblet-squat "T \"t\"")`, `<p><a href="{0}" title="T &quot;t&quot;">a <em>b</em></a></p>` + "\n"},
		{"link without words", `[](exercise:goblet-squat) <plan:first>`, `<p><a href="{0}">{1}</a> <a href="{2}">{3}</a></p>` + "\n"},
		{"reference link", "[a][b] [b]\n\n[b]: ../x.md 'T'", `<p><a href="{0}" title="T">a</a> <a href="{1}" title="T">b</a></p>` + "\n"},
		{"external links", `[a](https://x.y/?a=1&b=ä c) [a](<HTTPS://x.y/a b"c>) <https://x.y> <me@x.y> [t](tel:+49-1) [m](mailto:me@x.y)`,
			`<p>[a](https://x.y/?a=1&amp;b=ä c) <a href="HTTPS://x.y/a%20b%22c">a</a> <a href="https://x.y"><bdi>https://x.y</bdi></a> ` +
				`<a href="mailto:me@x.y"><bdi>me@x.y</bdi></a> <a href="tel:+49-1">t</a> <a href="mailto:me@x.y">m</a></p>` + "\n"},
		{"bare address", "https://x.y", "<p>https://x.y</p>\n"},
		{"link inside a link", "[a <https://x.y> ![b](c.png)](d.md)", `<p><a href="{0}">a https://x.y {1}</a></p>` + "\n"},
		{"no link", "[x](javascript:alert(1)) <javascript:x> [*y*](data:a)", "<p>x javascript:x <em>y</em></p>\n"},
		{"picture in a text", "a ![b *c*](d.png)", "<p>a {0}</p>\n"},
		{"picture alone", "![b](d.png)\n\n- ![b](d.png)", "{0}<ul><li>{1}</li>\n</ul>\n"},
		{"pictures on two lines", "![b](d.png)\n![b](d.png)", "<p>{0}\n{1}</p>\n"},
		{"external picture", "![b < c](https://x.y/d.png)", "b &lt; c"},
		{"cards", "![](exercise:a)\n![](plan:b)\n\n> ![c](runner:d)", "{0}\n{1}<blockquote>{2}</blockquote>\n"},
		{"card in a text", "a ![](exercise:b) c", "<p>a  c</p>\n"},
		{"citations", "[Blagrove 2018](source:b) and [](source:c)<source:b>",
			`<p>Blagrove 2018<sup class="cite">[<a href="#source-1" id="cite-1" role="doc-biblioref" aria-label="Source 1">1</a>]</sup>{0} and ` +
				`<sup class="cite">[<a href="#source-2" id="cite-2" role="doc-biblioref" aria-label="Source 2">2</a>]</sup>{1}` +
				`<sup class="cite">[<a href="#source-1" role="doc-biblioref" aria-label="Source 1">1</a>]</sup>{2}</p>` + "\n"},
		{"footnotes", "a[^x] b[^x]\n\n[^x]: c", `<p>a<sup class="note" id="fnref-1"><a href="#fn-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> ` +
			`b<sup class="note" id="fnref-1-2"><a href="#fn-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>` + "\n" +
			`<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">` + "\n<ol>\n" + `<li id="fn-1"><p>c` + "\u00a0" +
			`<a href="#fnref-1" role="doc-backlink" aria-label="Back to reference 1">↩` + "\ufe0e</a>\u00a0" +
			`<a href="#fnref-1-2" role="doc-backlink" aria-label="Back to reference 1-2">↩` + "\ufe0e</a></p>\n</li>\n</ol>\n</section>\n"},
		{"footnote in a description has no way back", "![a[^1]](b.png)\n\n[^1]: c", "{0}" + `<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">` +
			"\n<ol>\n<li id=\"fn-1\"><p>c</p>\n</li>\n</ol>\n</section>\n"},
		{"raw HTML", "a <b>c</b> <!-- d -->\n\n<div>\ne\n</div>\n\nf", "<p>a c </p>\n<p>f</p>\n"},
	} {
		doc, _ := read(t, Options{Language: "en"}, test.text)
		if got := slotted(doc); got != test.want {
			t.Errorf("%s: %q\ngot  %s\nwant %s", test.name, test.text, got, test.want)
		}
	}
}

func TestRawHTMLLetThrough(t *testing.T) {
	doc, problems := read(t, Options{RawHTML: true}, "a <b x=\"y\"\nz>c</b>\n\n<div>\n*e*\n</div>\n\n<!-- f\ng -->\nh")
	want := "<p>a <b x=\"y\"\nz>c</b></p>\n<div>\n*e*\n</div>\n<!-- f\ng -->\n<p>h</p>\n"
	if got := slotted(doc); got != want || len(problems) > 0 {
		t.Errorf("got %q with %v, want %q", got, problems, want)
	}
}

func TestQuotes(t *testing.T) {
	const text = `"He said 'go'," don't`
	for language, want := range map[string]string{
		"en": "“He said ‘go’,” don’t", "": "“He said ‘go’,” don’t", "xx": "“He said ‘go’,” don’t", "en-GB": "“He said ‘go’,” don’t",
		"de": "„He said ‚go‘,“ don’t", "de-AT": "„He said ‚go‘,“ don’t", "de-CH": "«He said ‹go›,» don’t",
		"fr": "«\u202fHe said “go”,\u202f» don’t", "fr_FR": "«\u202fHe said “go”,\u202f» don’t", "fr-CH": "«He said ‹go›,» don’t",
		"es": "«He said “go”,» don’t", "it": "«He said “go”,» don’t", "nl": "“He said ‘go’,” don’t", "pt": "“He said ‘go’,” don’t",
		"pt-PT": "«He said “go”,» don’t", "pl": "„He said «go»,” don’t", "sv": "”He said ’go’,” don’t", "ja": "「He said 『go』,」 don’t",
	} {
		doc, _ := read(t, Options{Language: language}, text)
		if got := slotted(doc); got != "<p>"+want+"</p>\n" {
			t.Errorf("%s: got %s, want %s", language, got, want)
		}
	}
}

func TestTypography(t *testing.T) {
	for text, want := range map[string]string{
		`a -- b --- c ---- d ... e .. f - g`:    "a – b — c ---- d … e .. f - g",
		`the '90s and '24, rock 'n' roll's end`: "the ’90s and ’24, rock ’n’ roll’s end",
		`'til b\' c`:                            "’til b' c",
		`wait 'til dawn`:                        "wait ’til dawn",
		`the runners' week`:                     "the runners’ week",
		`the 'best runners' week' of all`:       "the ‘best runners’ week’ of all",
		`a 12" box, 6'2" tall, 5'`:              `a 12&quot; box, 6'2&quot; tall, 5'`,
		`("a") ["b"] "*c*" *"d"* **"e"**, "f"!`: "(“a”) [“b”] “<em>c</em>” <em>“d”</em> <strong>“e”</strong>, “f”!",
		"\"over\ntwo lines\"":                   "“over\ntwo lines”",
		`'toll' 'elf' 'nie' 'los'`:              "‘toll’ ‘elf’ ‘nie’ ‘los’",
		`\"a\" &quot;b&quot; \'c\' \-- d`:       "&quot;a&quot; &quot;b&quot; 'c' -- d",
		"lift 20 kg for 90 s, 8-12 kg at 80 %":  "lift 20\u00a0kg for 90\u00a0s, 8-12\u00a0kg at 80\u00a0%",
		"2 sets, 4 kgs, 5\nkm, `3 m`, 6 m":      "2 sets, 4 kgs, 5\nkm, <code>3 m</code>, 6\u00a0m",
		"`\"a\" -- ...`":                        "<code>&quot;a&quot; -- ...</code>",
		`"a ![b "c" d](e.png) f"`:               "“a {0} f”",
	} {
		doc, _ := read(t, Options{Language: "en"}, text)
		if got := slotted(doc); got != "<p>"+want+"</p>\n" {
			t.Errorf("%s:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// TestQuoteEndsWithParagraph has an apostrophe that the next paragraph must not turn into a quotation.
func TestQuoteEndsWithParagraph(t *testing.T) {
	doc, _ := read(t, Options{Language: "en"}, "wait 'til dawn\n\nit's the runners' week, \"so\n\n\"there\"")
	want := "<p>wait ’til dawn</p>\n<p>it’s the runners’ week, “so</p>\n<p>“there”</p>\n"
	if got := slotted(doc); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRefs(t *testing.T) {
	at := func(line, column, length int) diag.Position {
		return diag.Position{File: "a.md", Line: line, Column: column, Length: length}
	}
	for _, test := range []struct {
		text string
		want []Ref
	}{
		{"ü [a](exercise:goblet-squat#cues)", []Ref{{Kind: Link, Scheme: "exercise", Target: "goblet-squat", Fragment: "cues", Pos: at(1, 4, 31)}}},
		{"x\n> * [a](../exercises/a%20b.toml?c=d%20e#%C3%BC)\n", []Ref{{Kind: Link, Target: "../exercises/a b.toml", Query: "?c=d%20e", Fragment: "ü", Pos: at(2, 5, 43)}}},
		{"[a](/articles/x/) [b](#c) [d](<e f.md>)", []Ref{{Kind: Link, Target: "/articles/x/", Pos: at(1, 1, 17)},
			{Kind: Link, Fragment: "c", Pos: at(1, 19, 7)}, {Kind: Link, Target: "e f.md", Pos: at(1, 27, 13)}}},
		{"[](Exercise:a)", []Ref{{Kind: Link, Scheme: "exercise", Target: "a", Pos: at(1, 1, 14)}, {Kind: Name, Scheme: "exercise", Target: "a", Pos: at(1, 1, 14)}}},
		{"a <plan:b>", []Ref{{Kind: Link, Scheme: "plan", Target: "b", Pos: at(1, 3, 8)}, {Kind: Name, Scheme: "plan", Target: "b", Pos: at(1, 3, 8)}}},
		{"\t\n \n  ![a \"b\" *c* `d`](e.png \"F & \\\"g\\\"\")  ", []Ref{{Kind: Picture, Target: "e.png", Alt: "a “b” c d", Title: `F & "g"`, Caption: true, Pos: at(3, 3, 35)}}},
		{"a ![b](./c.png)", []Ref{{Kind: Picture, Target: "./c.png", Alt: "b", Pos: at(1, 3, 13)}}},
		{"[![a](b.png)](c.md)", []Ref{{Kind: Link, Target: "c.md", Pos: at(1, 1, 19)}, {Kind: Picture, Target: "b.png", Alt: "a", Pos: at(1, 2, 11)}}},
		{"- ![x](exercise:a)", []Ref{{Kind: Card, Scheme: "exercise", Target: "a", Alt: "x", Pos: at(1, 3, 16)}}},
		{"| a |\n|---|\n|  [b](c.md) |", []Ref{{Kind: Link, Target: "c.md", Pos: at(3, 4, 9)}}},
		{"-\t[a\n  b](c.md) [d][e]\n\n[e]: f.md", []Ref{{Kind: Link, Target: "c.md", Pos: at(1, 3, 2)}, {Kind: Link, Target: "f.md", Pos: at(2, 12, 6)}}},
		{"## a [b](c.md)\n\nt\n: d <source:s>", []Ref{{Kind: Link, Target: "c.md", Pos: at(1, 6, 9)}, {Kind: Citation, Scheme: "source", Target: "s", Pos: at(4, 5, 10)}}},
	} {
		doc, _ := read(t, Options{Language: "en"}, test.text)
		if diff := cmp.Diff(test.want, doc.Refs); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
	}
}

func TestExternal(t *testing.T) {
	doc, problems := read(t, Options{}, "[a](https://x.y/ä)\n<http://x.y> [m](mailto:a@b.c)")
	want := []External{{"https://x.y/%C3%A4", diag.Position{File: "a.md", Line: 1, Column: 1, Length: 19}},
		{"http://x.y", diag.Position{File: "a.md", Line: 2, Column: 1, Length: 12}}}
	if diff := cmp.Diff(want, doc.External); diff != "" || len(problems) > 0 {
		t.Errorf("problems %v, external (-want +got)\n%s", problems, diff)
	}
}

// TestPositionsInALargerFile reads a text that begins in the middle of a line, as one in a TOML string does.
func TestPositionsInALargerFile(t *testing.T) {
	doc, _ := New(Options{}).Parse(Source{Text: []byte("[a](b)\r\n[c](d) [e\r\nf](g)"), Pos: diag.Position{File: "x.toml", Line: 7, Column: 12}})
	got := []diag.Position{doc.Refs[0].Pos, doc.Refs[1].Pos, doc.Refs[2].Pos}
	want := []diag.Position{{File: "x.toml", Line: 7, Column: 12, Length: 6}, {File: "x.toml", Line: 8, Column: 1, Length: 6},
		{File: "x.toml", Line: 8, Column: 8, Length: 2}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPrefix(t *testing.T) {
	doc, problems := New(Options{}).Parse(Source{Text: []byte("## A\n\n[b](#a) [b](#c)[^1] [](source:s)\n\n[^1]: d"), Prefix: "x-"})
	want := map[string]bool{"x-a": true, "x-fn-1": true, "x-fnref-1": true, "x-cite-1": true}
	if !reflect.DeepEqual(doc.IDs, want) || len(problems) > 0 {
		t.Errorf("ids %v with %v, want %v", doc.IDs, problems, want)
	}
	if a, c := doc.Refs[0].Fragment, doc.Refs[1].Fragment; a != "x-a" || c != "c" {
		t.Errorf("fragments %q and %q, want x-a and c", a, c)
	}
	for _, part := range []string{`href="#x-fn-1"`, `href="#x-fnref-1"`, `href="#x-source-1"`} {
		if !strings.Contains(slotted(doc), part) {
			t.Errorf("no %s in %s", part, slotted(doc))
		}
	}
}

func TestWordsOfTheSite(t *testing.T) {
	doc, _ := read(t, Options{Words: Words{Footnotes: "Fußnoten", Footnote: "Fußnote", Back: "Zurück zu", Source: "Quelle", Table: "<T>", Done: "Getan", Open: "Offen"}},
		"- [ ] a[^1] [](source:s)\n- [x] b\n\n| c |\n|---|\n\n[^1]: d")
	for _, label := range []string{"Fußnoten", "Fußnote 1", "Zurück zu 1", "Quelle 1", "&lt;T&gt;: c", "Getan", "Offen"} {
		if !strings.Contains(slotted(doc), `aria-label="`+label+`"`) {
			t.Errorf("no label %q in %s", label, slotted(doc))
		}
	}
}

// TestParallel is for the race detector too.
func TestParallel(t *testing.T) {
	p := New(Options{Language: "de"})
	want, _ := p.Parse(Source{Text: article(3)})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for seed := range uint64(5) {
				p.Parse(Source{Text: article(seed)})
				if got, _ := p.Parse(Source{Text: article(3)}); !reflect.DeepEqual(got, want) {
					t.Error("a text read beside others came out different")
				}
			}
		})
	}
	wg.Wait()
}

// anchor is the link of a heading to itself.
func anchor(id string) string {
	return `<a class="anchor" href="#` + id + `" aria-hidden="true" tabindex="-1"></a>`
}
