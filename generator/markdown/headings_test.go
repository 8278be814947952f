package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadings(t *testing.T) {
	doc, _ := read(t, Options{Language: "en", Reserved: []string{"main"}}, strings.Join([]string{
		"# Why *lift*?", "## Don't \"stop\" `x < y`", "## Übung für 走る & 8–12", "### [a](b.md)[^1] ![c](d.png) [e](source:f)", "## Same",
		"### Same {#own}", "## Same", "## Same", "## Same 2", "## Own", "## Source 1", "## ???", "## Main", "## Main 2", "## AT&amp;T", "",
		"[^1]: g"}, "\n\n"))
	want := []Heading{
		{2, "why-lift", "Why lift?", "Why <em>lift</em>?"},
		{2, "dont-stop-x-y", "Don’t “stop” x < y", "Don’t “stop” <code>x &lt; y</code>"},
		{2, "übung-für-走る-8-12", "Übung für 走る & 8–12", "Übung für 走る &amp; 8–12"},
		{3, "a-c-e", "a c e", "a c e"},
		{2, "same", "Same", "Same"},
		{3, "own", "Same", "Same"},
		{2, "same-2", "Same", "Same"},
		{2, "same-3", "Same", "Same"},
		{2, "same-2-2", "Same 2", "Same 2"},
		{2, "own-2", "Own", "Own"},
		{2, "section-source-1", "Source 1", "Source 1"},
		{2, "section", "???", "???"},
		{2, "section-main", "Main", "Main"},
		{2, "section-main-2", "Main 2", "Main 2"},
		{2, "at-t", "AT&T", "AT&amp;T"},
	}
	if diff := cmp.Diff(want, doc.Headings); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, h := range want {
		if !doc.IDs[h.ID] {
			t.Errorf("%s is not among the ids %v", h.ID, doc.IDs)
		}
	}
}

// TestExplicitID gives a heading the words of a later one's own id.
func TestExplicitID(t *testing.T) {
	doc, problems := read(t, Options{}, "## Warm up\n\n> ## Other {#warm-up}\n")
	if got := doc.Headings[0].ID + " " + doc.Headings[1].ID; got != "warm-up-2 warm-up" || len(problems) > 0 {
		t.Errorf("got %s with %v, want warm-up-2 warm-up", got, problems)
	}
}

func TestSummary(t *testing.T) {
	word := strings.Repeat("stride ", 40)
	for text, want := range map[string]string{
		"": "",
		"## A\n\n![b](c.png)\n\n![](plan:d)\n\n> e\n\nF *g*\nh `i` \"j\".\n\nk":                               "F g h i “j”.",
		"A[^1] [b](c.md), [Blagrove](source:d)[](source:d) ![e](f.png) <b>&lt;</b> <https://x.y>.\n\n[^1]: g": "A b, Blagrove e < https://x.y.",
		"Start with [](exercise:goblet-squat).":                                                               "Start with goblet squat.",
		strings.Repeat("a", 200):                                                                              strings.Repeat("a", 200),
		strings.Repeat("a", 201):                                                                              strings.Repeat("a", 200) + "…",
		strings.Repeat("走", 201):                                                                              strings.Repeat("走", 200) + "…",
		word:                                                                                                  strings.TrimSpace(strings.Repeat("stride ", 28)) + "…",
		strings.Repeat("a", 194) + " bcde, fghij":                                                             strings.Repeat("a", 194) + " bcde…",
		strings.Repeat("a", 194) + " bcdef, ghij":                                                             strings.Repeat("a", 194) + "…",
		strings.Repeat("a", 190) + " (b, – cdefghijklmnopqr":                                                  strings.Repeat("a", 190) + " (b…",
	} {
		doc, _ := read(t, Options{Language: "en"}, text)
		if doc.Summary != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, doc.Summary, want)
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                                      0,
		"One two-three, 4 kg.":                  5,
		"don't the runners' **half**way\nhouse": 5,
		"ein Läufer läuft über Bäume":           5,
		"走る人 runs":                              4,
		"a &amp; b \\< c":                       3,
		"## Title\n\n- a\n- b\n\n| c |\n|---|":  4,
		"`a b`\n\n```go\nc d\n```":              4,
		"a[^1] ![b](c.png) [](plan:d) [](source:e)\n\n[^1]: f": 2,
	} {
		doc, _ := read(t, Options{Language: "en"}, text)
		if doc.Words != want {
			t.Errorf("%q: got %d words, want %d", text, doc.Words, want)
		}
	}
}
