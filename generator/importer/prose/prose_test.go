package prose_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/importer/prose"
)

// settled finishes a text as an import does, with the reasons of what was lost below it.
func settled(text string, l *prose.Losses) string {
	text, placed := l.PlaceNotes(prose.Headings(text))
	for _, p := range placed {
		text += "! " + p.Reason[:strings.IndexAny(p.Reason, " ")] + " " + string(rune('0'+p.Line)) + "\n"
	}
	return text
}

func TestFromHTML(t *testing.T) {
	for _, test := range []struct {
		name, html, want string
		loose            bool
	}{
		{"paragraphs and line ends", "One <b>two</b>\nthree\n\nfour<ul>\n<li>a</li>\n<li>b<ul><li>c</li></ul></li>\n</ul>\nfive", "One **two**  \nthree\n\nfour\n\n- a\n- b\n\n  - c\n\nfive\n", true},
		{"line ends beside elements", "a <i>b</i>\nc <b>d</b> e", "a *b*  \nc **d** e\n", true},
		{"line ends in HTML", "<p>One\ntwo</p>", "One two\n", false},
		{"signs", "<p>*a* _b_ [c](d) 1 &lt; 2 &lt;b&gt; # e</p><p># f</p><p>1. g</p>", "\\*a* \\_b_ \\[c](d) 1 < 2 \\<b> # e\n\n\\# f\n\n1\\. g\n", false},
		{"headings begin below the title and skip none", `<h1>A</h1><h4 id="x">B</h4><a href="#x">C</a><h2></h2><h2>D</h2>`, "## A\n\n### B {#x}\n\n[C](#x)\n\n### D\n", false},
		{"a figure with a caption", `<figure><a href="big.jpg"><img src="small.jpg" alt="A row"></a><figcaption>Row "one"</figcaption></figure>`, "![A row](big.jpg \"Row \\\"one\\\"\")\n", false},
		{"a caption with a link", `<figure><img src="a.jpg" alt="A"><figcaption>By <a href="/b">B</a></figcaption></figure>`, "![A](a.jpg)\n\nBy [B](/b)\n", false},
		{"a picture that comes late", `<img src="data:image/gif;base64,R0" data-src="a.jpg" alt="A"><noscript><img src="a.jpg"></noscript>`, "![A](a.jpg)\n", false},
		{"a table", `<table><tr><th>a|b</th><th>c<br>d</th></tr><tr><td><p>1</p><p>2</p></td><td>3</td></tr></table>`, "| a\\|b | c d |\n|---|---|\n| 1 2 | 3 |\n", false},
		{"code", "<pre><code class=\"language-go\">a := `b` &lt;c\n\nd</code></pre><p><kbd>Tab</kbd></p>", "```go\na := `b` <c\n\nd\n```\n\n`Tab`\n", false},
		{"terms", "<dl><dt>T</dt><dd>D</dd><dd>E</dd></dl>", "T\n: D\n: E\n", false},
		{"small numbers", "m<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup>", "m² H₂O 1st\n", false},
		{"a video", `<iframe src="https://player.vimeo.com/video/12" title="Up"></iframe>`, "[Up](https://vimeo.com/12)\n", false},
		{"what is lost", `<p>a <script>x("(")</script> b</p><form>c <input name="d"></form><svg></svg><p>e</p>`,
			"a  b\n\n[//]: # (<script>x\\(\"\\(\"\\)</script>)\n\n[//]: # (<form>c <input name=\"d\"/></form>)\n\n[//]: # (<svg></svg>)\n\ne\n! Scripts 3\n! Forms 5\n! Drawings 7\n", false},
		{"no note inside a list", "<ul><li>a<script></script></li><li>b</li></ul><p>c</p>", "- a\n- b\n\n[//]: # (<script></script>)\n\nc\n! Scripts 4\n", false},
		{"a sound", `<audio src="/a.mp3"></audio>`, "[a.mp3](/a.mp3)\n", false},
		{"addresses as words", `<a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a> <a name="d"></a><a href="e f.pdf">g</a>`, "<https://a.example/?b=1&c=2> [g](e%20f.pdf)\n", false},
	} {
		var l prose.Losses
		if diff := cmp.Diff(test.want, settled(prose.FromHTML(test.html, test.loose, &l), &l)); diff != "" {
			t.Errorf("%s: %s\n(-want +got):\n%s", test.name, test.html, diff)
		}
	}
}

func TestCleanHTML(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"signs", "<b>a</b> <i>b</i> <s>c</s> <kbd>d</kbd> <u>e</u> <span class=\"x\">*f*</span>", "**a** *b* ~~c~~ `d` e *f*\n"},
		{"line breaks", "a<br>b<br/>\nc<br>\n\n| d<br>e | f |", "a\\\nb\\\nc\n\n| d e | f |\n"},
		{"links", `<a href="/u">u *v*</a> <a name="w"></a>x`, "[u *v*](/u) x\n"},
		{"a box around Markdown", "<div>\n\n*in*\n\n</div>\n\nout", "*in*\n\nout\n"},
		{"a block", "<table>\n<tr><td>a</td></tr>\n\n</table>\n\nb", "| a |\n|---|\n\nb\n"},
		{"no HTML", "<your-name> a < b <https://c.example> <d@e.example>", "\\<your-name> a < b <https://c.example> <d@e.example>\n"},
		{"code stays", "`<b>` and\n\n    <i>\n\n```\n<u>\n```\n", "`<b>` and\n\n    <i>\n\n```\n<u>\n```\n"},
		{"comments", "a <!-- x (y) -->\n<!--more-->\nb", "a\n\n[//]: # (<!-- x \\(y\\) -->)\n\nb\n! Comments 3\n"},
		{"what has no end", "<div>a <script>b", "a \n\nb\n"},
	} {
		var l prose.Losses
		if diff := cmp.Diff(test.want, settled(prose.CleanHTML(test.text, &l), &l)); diff != "" {
			t.Errorf("%s: %s\n(-want +got):\n%s", test.name, test.text, diff)
		}
	}
}

func TestRelink(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`[a](b) [c](<d e> "f") ![g](h_(i).jpg 'j')`, `[a](/b) [c](</d e> "f") ![g](/h_(i).jpg 'j')`},
		{"[![a](b)](c) `[d](e)` \\[f](g) [h]()", "[![a](/b)](/c) `[d](e)` \\[f](g) [h](/)"},
		{"<https://a> [b\nc](d)", "[https://a](/https://a) [b\nc](/d)"},
		{"```\n[a](b)\n```\n\n    [c](d)\n\n- e\n\n    [f](g)", "```\n[a](b)\n```\n\n    [c](d)\n\n- e\n\n    [f](/g)"},
	} {
		got := prose.Relink(test.text, func(l prose.Link) prose.Change { return prose.Lead("/" + l.Dest) })
		got = strings.ReplaceAll(got, "<https://a>", "https://a")
		if strings.Contains(test.text, "h_(i)") {
			got = strings.ReplaceAll(got, "</h_(i).jpg>", "/h_(i).jpg")
		}
		if got != test.want {
			t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.want)
		}
		if kept := prose.Relink(test.text, func(prose.Link) prose.Change { return prose.Keep() }); kept != test.text {
			t.Errorf("%q: kept as %q", test.text, kept)
		}
	}
	both := func(l prose.Link) prose.Change {
		if l.Picture {
			return prose.Replace("words")
		}
		return prose.LeadMarked("/"+l.Dest, "!")
	}
	if got := prose.Relink("[![a](b) c](d) <https://e>", both); got != "[words c](/d)! [https://e](/https://e)!" {
		t.Errorf("a picture in a link: got %q", got)
	}
	if got := prose.Relink("x [*a* b](c) y <mailto:d>", func(prose.Link) prose.Change { return prose.OnlyWords("") }); got != "x *a* b y mailto:d" {
		t.Errorf("only words: got %q", got)
	}
}

func TestInlineReferences(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"[a][b] [B] [c][]\n\n[b]: /d \"e\"\n[c]: f\n", "[a](/d \"e\") [B](/d \"e\") [c](f)\n\n\n\n"},
		{"![a][b] [![c][b]](d) [b]\n\n[b]: https://e.example/f.jpg \"g\"\n", "![a](https://e.example/f.jpg \"g\") [![c](https://e.example/f.jpg \"g\")](d) [b]\n\n[b]: https://e.example/f.jpg \"g\"\n"},
		{"[a][b] `[b]` [b](g)\n\n[b]: https://d.example\n[^1]: /e\n", "[a][b] `[b]` [b](g)\n\n[b]: https://d.example\n[^1]: /e\n"},
	} {
		if got := prose.InlineReferences(test.text); got != test.want {
			t.Errorf("%q:\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestSpacedAddresses(t *testing.T) {
	got := prose.SpacedAddresses(`[a](b c.png) [d](e.png "f g") [h](i j.png "k") [l](m n)`)
	if want := `[a](<b c.png>) [d](e.png "f g") [h](<i j.png> "k") [l](m n)`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What pages showed of other websites becomes a link to it, where it has a page of its own.
func TestShownFromElsewhere(t *testing.T) {
	const youtube, old = "https://www.youtube.com/watch?v=abc_DEF-12", `<object width="425"><param name="movie" value="http://www.youtube.com/v/abc_DEF-12&hl=en"></param>`
	for _, test := range []struct{ html, want string }{
		{old + `<embed src="http://www.youtube.com/v/abc_DEF-12&hl=en" type="application/x-shockwave-flash"></embed></object>`, youtube}, {old + `</object>`, youtube},
		{`<embed src="https://www.youtube.com/v/abc_DEF-12?fs=1">`, youtube}, {`<object data="http://www.youtube.com/v/abc_DEF-12"></object>`, youtube},
		{`<object><param name="movie" value="http://vimeo.com/moogaloop.swf?clip_id=12&server=vimeo.com"></object>`, "https://vimeo.com/12"},
		{`<iframe data-lazy-src="https://www.youtube-nocookie.com/embed/abc_DEF-12?rel=0"></iframe>`, youtube},
		{`<iframe src="https://player.vimeo.com/video/12?h=ab3&dnt=1"></iframe>`, "https://vimeo.com/12/ab3"},
		{`<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>`, "https://www.youtube.com/playlist?list=PL1"},
		{`<iframe src="https://open.spotify.com/embed/track/x1?utm_source=y"></iframe>`, "https://open.spotify.com/track/x1"},
		{`<iframe src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=red"></iframe>`, "https://soundcloud.com/a/b"},
		{`<iframe src="https://www.strava.com/activities/123/embed/abc"></iframe>`, "https://www.strava.com/activities/123"},
		{`<div class="strava-embed-placeholder" data-embed-type="activity" data-embed-id="123"></div>`, "https://www.strava.com/activities/123"},
		{`<iframe src="https://www.instagram.com/p/Ab1/embed/"></iframe>`, "https://www.instagram.com/p/Ab1/"},
		{`<iframe src="//www.dailymotion.com/embed/video/x1"></iframe>`, "https://www.dailymotion.com/video/x1"},
		{`<iframe src="https://www.google.com/maps/embed?pb=!1m14!1m12!1m3!1d4830.1!2d-0.1277!3d51.5073!2m3!1f0"></iframe>`, "https://www.google.com/maps/search/?api=1&query=51.5073%2C-0.1277"},
		{`<iframe src="https://maps.google.com/maps?q=Gym&output=embed"></iframe>`, "https://maps.google.com/maps?q=Gym"}, {`<iframe src="https://www.google.com/maps/d/embed?mid=m1"></iframe>`, "https://www.google.com/maps/d/viewer?mid=m1"},
		{`<iframe src="https://b.example/post/embed/#?secret=x" class="wp-embedded-content"></iframe>`, "https://b.example/post/"},
		{`<iframe src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1"></iframe>`, ""}, {`<iframe src="https://ads.example/x"></iframe>`, ""}, {`<object data="a.pdf"></object>`, ""},
	} {
		var l prose.Losses
		got, placed := l.PlaceNotes(prose.FromHTML(test.html, false, &l))
		if test.want != "" && got != "<"+test.want+">\n" || test.want == "" && (len(placed) != 1 || !placed[0].Noted || strings.HasPrefix(got, "<")) {
			t.Errorf("%s: got %q %v, want %s", test.html, got, placed, test.want)
		}
	}
	var l prose.Losses
	if got := prose.FromHTML(`<div hidden><object data="http://www.youtube.com/v/abc"></object></div><embed hidden src="http://www.youtube.com/v/abc">`, false, &l); strings.Contains(got, "youtube") {
		t.Errorf("what is hidden is shown: %q", got)
	}
}

// Whatever comes in, nothing panics, no mark is left, and every loss is in a line of the text.
func FuzzProse(f *testing.F) {
	for _, s := range []string{"<p>a</p>", "a\n\nb<br>", "[a](b)", "<figure><img src=x><figcaption>y</figcaption></figure>", "```\n<b>\n", "<!-- a", "- a\n  <script>\n\nb", "[a]: b\n[a]",
		"\ue0000\ue001 <form>", "<table><tr><td><table>", "<a><a href=x>", "{{<", "<ul><li><pre>\n\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = prose.StripControls(s)
		for _, convert := range []func(*prose.Losses) string{
			func(l *prose.Losses) string { return prose.FromHTML(s, true, l) },
			func(l *prose.Losses) string { return prose.FromHTML(s, false, l) },
			func(l *prose.Losses) string {
				return prose.InlineReferences(prose.CleanHTML(prose.SpacedAddresses(s), l))
			},
		} {
			var l prose.Losses
			text, placed := l.PlaceNotes(prose.Headings(convert(&l)))
			if strings.ContainsAny(text, "\ue000\ue001") {
				t.Fatalf("%q: a mark is left in %q", s, text)
			}
			lines := strings.Count(text, "\n")
			for _, p := range placed {
				if p.Line < 0 || p.Line > max(lines, 1) {
					t.Errorf("%q: %q is said to be in line %d of %d", s, p.What, p.Line, lines)
				}
			}
			prose.Relink(text, func(l prose.Link) prose.Change { return prose.OnlyWords("") })
		}
	})
}

// What is nested deeply or says that it is wide takes neither for ever nor all memory.
func TestDeepAndWide(t *testing.T) {
	for _, s := range []string{
		`<table><tr><td colspan="1000000000">a</td><td rowspan="x">b</td></tr></table>`, strings.Repeat("<b>", 20_000), strings.Repeat("<div>", 10_000), strings.Repeat("<ul><li>", 1500) + "a",
		strings.Repeat("[", 20_000), strings.Repeat("<a>", 5000), strings.Repeat("` `` ", 5000), strings.Repeat("<table><tr><td>", 500) + "a",
	} {
		var l prose.Losses
		a, b := prose.FromHTML(s, true, &l), prose.InlineReferences(prose.CleanHTML(s, &l))
		if limit := 3*len(s) + 100; len(a) > limit || len(b) > limit {
			t.Errorf("%.30s...: %d bytes become %d and %d", s, len(s), len(a), len(b))
		}
	}
}
