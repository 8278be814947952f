package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/source"
)

// A source stands beside the line that cites it first, once, and is not read out there. Where nothing has a side, as in a feed, and
// where something else stands there, as beside an exercise, there are no notes.
func TestSideNotes(t *testing.T) {
	const text = "One [B 2018](source:b), two[^x] [B 2018](source:b),\n\n> three [A](source:a).\n\n[^x]: F.\n"
	snapshot := source.New([]source.File{
		{Path: "content/site.toml", Data: []byte("title = \"T\"\nurl = \"https://balanced-stride.com/\"\nmenu = [\"articles\"]\ncards = false\n")},
		{Path: "content/sources.toml", Data: []byte("[a]\ntitle = \"A < B\"\n[b]\nauthors = \"Blagrove RC, Hayes PR\"\nyear = 2018\ntitle = \"Strength\"\njournal = \"Sports\"\n")},
		{Path: "content/articles/x.md", Data: []byte("+++\ntitle = \"X\"\ndate = 2026-01-01\nsummary = \"S.\"\n+++\n" + text)},
		{Path: "content/exercises/squat.toml", Data: []byte("name = \"Squat\"\npattern = \"squat\"\nmeasure = \"reps\"\ncues = [\"Sit.\"]\nabout = \"\"\"\n" + text + "\"\"\"\n")},
	})
	r, s := rendererOf(t, snapshot)
	const b, a = `<span class="beside" aria-hidden="true"> <b>1</b> <bdi>Blagrove 2018. Strength. Sports</bdi></span>`, `<span class="beside" aria-hidden="true"> <b>2</b> <bdi>A &lt; B</bdi></span>`
	for url, want := range map[string]int{"/articles/x/": 1, "/exercises/squat/": 0, "/atom.xml": 0} {
		var page bytes.Buffer
		if problems := r.Page(&page, s.PageAt(url)); len(problems) > 0 {
			t.Fatal(url, problems)
		}
		if n, all := strings.Count(page.String(), b), strings.Count(page.String(), "class=\"beside\""); n != want || all != 2*want || strings.Count(page.String(), a) != want {
			t.Errorf("%s has %d notes, want %d of each source:\n%s", url, all, want, page.String())
		}
		if !strings.Contains(page.String(), "source-2") {
			t.Errorf("%s does not cite", url)
		}
		if want > 0 && !strings.Contains(page.String(), "two<sup class=\"note\"") {
			t.Errorf("the number of a footnote stands beside the text: %s", page.String())
		}
	}
}
