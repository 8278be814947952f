package site_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

var now = time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC)

// join makes a site of files given as path and text.
func join(t *testing.T, o site.Options, files ...string) *site.Site {
	t.Helper()
	settingsText := "title = \"T\"\nurl = \"https://example.org/\"\narticles_per_page = 5\n"
	var list []source.File
	for i := 0; i < len(files); i += 2 {
		if files[i] == "content/site.toml" {
			settingsText += files[i+1]
			continue
		}
		list = append(list, source.File{Path: files[i], Data: []byte(files[i+1])})
	}
	list = append(list, source.File{Path: "content/site.toml", Data: []byte(settingsText)})
	snapshot := source.New(list)
	settings, problems := parse.ReadSettings(snapshot)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	parser := parse.New(settings, markdown.Words{}, func(string) (io.ReadCloser, error) { return nil, io.EOF })
	var parsed []*parse.File
	for _, f := range snapshot.Files() {
		p := parser.Parse(f)
		if len(p.Problems) > 0 {
			t.Errorf("%s: %+v", f.Path, p.Problems)
		}
		parsed = append(parsed, p)
	}
	if o.Now.IsZero() {
		o.Now = now
	}
	s, problems := site.Join(settings, parsed, o)
	if len(problems) > 0 {
		t.Error(problems)
	}
	return s
}

func article(title, date string, more ...string) string {
	return fmt.Sprintf("+++\ntitle = %q\ndate = %s\n%s\n+++\nText.\n\n## A part\n", title, date, strings.Join(more, "\n"))
}

func TestResolve(t *testing.T) {
	s := join(t, site.Options{},
		"content/articles/2026-01-01-start.md", article("Start", "2026-01-01"),
		"content/articles/trip/index.md", article("Trip", "2026-01-02"),
		"content/articles/trip/map.svg", "<svg/>",
		"content/articles/draft.md", article("Draft", "2026-01-03", "draft = true"),
		"content/pages/about.md", "+++\ntitle = \"About\"\n+++\nText.\n",
		"content/exercises/squat.toml", "name = \"Squat\"\npattern = \"squat\"\nmeasure = \"reps\"\ncues = [\"Sit.\"]\n",
		"content/static/notes.pdf", "pdf",
	)
	const from = "content/articles/2026-01-01-start.md"
	for _, c := range []struct{ file, scheme, target, url, name string }{
		{from, "exercise", "squat", "/exercises/squat/", "Squat"},
		{from, "exercise", "squatt", "", ""},
		{from, "article", "trip", "/articles/trip/", "Trip"},
		{from, "article", "draft", "", ""},
		{from, "", "", "/articles/start/", "Start"},
		{from, "", "trip/index.md", "/articles/trip/", "Trip"},
		{from, "", "trip", "/articles/trip/", "Trip"},
		{from, "", "trip/", "/articles/trip/", "Trip"},
		{from, "", "trip/map.svg", "/articles/trip/map.svg", "map.svg"},
		{from, "", "../exercises/squat.toml", "/exercises/squat/", "Squat"},
		{from, "", "../exercises/", "/exercises/", ""},
		{from, "", "../pages/about.md", "/about/", "About"},
		{from, "", "../../../../etc/passwd", "", ""},
		{from, "", "draft.md", "", ""},
		{from, "", "/about", "/about/", "About"},
		{from, "", "/about/index.html", "/about/", "About"},
		{from, "", "/notes.pdf", "/notes.pdf", "notes.pdf"},
		{from, "", "/nope/", "", ""},
		{"content/articles/trip/index.md", "", "map.svg", "/articles/trip/map.svg", "map.svg"},
		{"content/articles/trip/index.md", "", "../2026-01-01-start.md", "/articles/start/", "Start"},
	} {
		got := s.Resolve(c.file, markdown.Ref{Scheme: c.scheme, Target: c.target})
		if got.URL != c.url || got.Name != c.name {
			t.Errorf("Resolve(%s, %s:%s) = %q %q, want %q %q", c.file, c.scheme, c.target, got.URL, got.Name, c.url, c.name)
		}
	}
	if got := s.Resolve(from, markdown.Ref{Target: "draft.md"}); got.Hidden == nil || got.Hidden.Reason != site.Draft {
		t.Errorf("a link to a draft: %+v", got)
	}
	if got := s.Resolve(from, markdown.Ref{Target: "/articles/draft"}); got.Hidden == nil {
		t.Errorf("a link to the address of a draft: %+v", got)
	}
	if p := s.PageAt("/articles/start/"); !p.HasID("a-part") || p.HasID("another") {
		t.Error("HasID of an article")
	}
}

func TestLists(t *testing.T) {
	var files []string
	for i := range 12 {
		tags := `tags = ["Recovery"]`
		if i%2 == 0 {
			tags = `tags = ["recovery", "Kraft & Ausdauer"]`
		}
		files = append(files, fmt.Sprintf("content/articles/a%02d.md", i), article(fmt.Sprint("A", i), fmt.Sprintf("2026-01-%02d", i+1), tags, `series = "S"`))
	}
	s := join(t, site.Options{}, files...)
	var got []string
	for _, p := range s.Pages {
		if p.List == nil || !p.IsHTML() {
			continue
		}
		var names []string
		for _, a := range p.List.Articles {
			names = append(names, a.Title)
		}
		got = append(got, fmt.Sprintf("%s %d/%d of %d, newer %q, older %q: %s", p.URL, p.List.Number, p.List.Count, p.List.Total, p.List.Newer, p.List.Older, strings.Join(names, " ")))
	}
	want := []string{
		`/articles/ 1/3 of 12, newer "", older "/articles/page/2/": A11 A10 A9 A8 A7`,
		`/articles/page/2/ 2/3 of 12, newer "/articles/", older "/articles/page/3/": A6 A5 A4 A3 A2`,
		`/articles/page/3/ 3/3 of 12, newer "/articles/page/2/", older "": A1 A0`,
		`/tags/kraft-and-ausdauer/ 1/2 of 6, newer "", older "/tags/kraft-and-ausdauer/page/2/": A10 A8 A6 A4 A2`,
		`/tags/kraft-and-ausdauer/page/2/ 2/2 of 6, newer "/tags/kraft-and-ausdauer/", older "": A0`,
		`/tags/recovery/ 1/3 of 12, newer "", older "/tags/recovery/page/2/": A11 A10 A9 A8 A7`,
		`/tags/recovery/page/2/ 2/3 of 12, newer "/tags/recovery/", older "/tags/recovery/page/3/": A6 A5 A4 A3 A2`,
		`/tags/recovery/page/3/ 3/3 of 12, newer "/tags/recovery/page/2/", older "": A1 A0`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lists (-want +got):\n%s", diff)
	}
	if parts := s.Series["S"]; len(parts) != 12 || parts[0].Title != "A0" {
		t.Errorf("the series begins with %v", parts[0].Title)
	}
}

func TestHidden(t *testing.T) {
	files := []string{
		"content/articles/a.md", article("A", "2026-09-21T11:59:59Z"),
		"content/articles/b.md", article("B", "2026-09-21T12:00:01Z"),
		"content/articles/c.md", article("C", "2026-01-01", "draft = true"),
		"content/articles/d.md", article("D", "2026-01-01", "expires = 2026-09-21"),
		"content/articles/e.md", article("E", "2026-01-01", "expires = 2026-09-22"),
	}
	for _, c := range []struct {
		o             site.Options
		shown, hidden string
	}{
		{site.Options{}, "A E", "b.md future, c.md draft, d.md expired"},
		{site.Options{Drafts: true}, "A C E", "b.md future, d.md expired"},
		{site.Options{Future: true}, "B A E", "c.md draft, d.md expired"},
		{site.Options{Drafts: true, Future: true}, "B A C E", "d.md expired"},
	} {
		s := join(t, c.o, files...)
		var shown, hidden []string
		for _, a := range s.Articles {
			shown = append(shown, a.Title)
		}
		for _, h := range s.Hidden {
			hidden = append(hidden, strings.TrimPrefix(h.File, "content/articles/")+" "+string(h.Reason))
		}
		if got := strings.Join(shown, " "); got != c.shown {
			t.Errorf("%+v shows %q, want %q", c.o, got, c.shown)
		}
		if got := strings.Join(hidden, ", "); got != c.hidden {
			t.Errorf("%+v hides %q, want %q", c.o, got, c.hidden)
		}
	}
}

func TestSizes(t *testing.T) {
	s := join(t, site.Options{},
		"content/exercises/a.svg", `<?xml version="1.0"?><svg viewBox="0 0 120 80" width="100%"/>`,
		"content/exercises/b.svg", `<svg width="30px" height="40"/>`,
		"content/exercises/c.svg", `not a drawing`,
		"content/pages/p.md", "+++\ntitle = \"P\"\n+++\n![a](../exercises/a.svg) ![b](../exercises/b.svg) ![c](/exercises/c.svg)\n",
	)
	var got []string
	for _, f := range s.Files {
		got = append(got, fmt.Sprint(f.URL, f.Size))
	}
	want := []string{"/exercises/a.svg{120 80}", "/exercises/b.svg{30 40}", "/exercises/c.svg{0 0}"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sizes (-want +got):\n%s", diff)
	}
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("+++\ntitle = \"x\"\ndate = 2026-01-01\n+++\ntext")
	f.Add("+++\n+++\n")
	f.Add("+++")
	f.Add("---\ntitle: x\n---\n")
	f.Add("\ufeff+++\r\ntitle = \"x\"\r\n+++\r\n[x](y)")
	f.Fuzz(func(t *testing.T, text string) {
		settings, _ := parse.ReadSettings(source.New(nil))
		p := parse.New(settings, markdown.Words{}, nil).Parse(source.File{Path: "content/articles/a.md", Data: []byte(text)})
		lines := strings.Count(text, "\n") + 1
		for _, problem := range p.Problems {
			if problem.Line < 0 || problem.Line > lines+1 {
				t.Errorf("line %d of %d: %s", problem.Line, lines, problem.Message)
			}
		}
		if p.Article == nil || p.Article.Doc == nil {
			t.Error("no article")
		}
	})
}
