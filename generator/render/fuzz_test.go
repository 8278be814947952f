package render_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/words"
	"github.com/legpress/legpress/templates"
)

// rendererOf reads a site without pictures, and returns what renders it in the theme as it is built in.
func rendererOf(t testing.TB, snapshot *source.Snapshot) (*render.Renderer, *site.Site) {
	t.Helper()
	settings, _ := parse.ReadSettings(snapshot)
	theme, err := plainTheme()
	if err != nil {
		t.Fatal(err)
	}
	parser := parse.New(settings, words.English(templates.Files).Reading(), func(string) (io.ReadCloser, error) { return nil, io.EOF })
	var parsed []*parse.File
	for _, f := range snapshot.Files() {
		parsed = append(parsed, parser.Parse(f))
	}
	s, _ := site.Join(settings, parsed, site.Options{Future: true})
	r, problems := render.New(theme, s)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return r, s
}

// pagesOf renders the article, the list, the exercise and the home page of a site whose every text is the given one.
func pagesOf(t testing.TB, title, body string) []byte {
	exercise := fmt.Sprintf("name = %q\npattern = \"squat\"\nmeasure = \"reps\"\ncues = [%q]\npicture = \"x.svg\"\npicture_alt = %q\npicture_credit = %q\nabout = %q\n", title, title, title, title, body)
	snapshot := source.New([]source.File{
		{Path: "content/site.toml", Data: fmt.Appendf(nil, "title = %q\ndescription = %q\nauthor = %q\nurl = \"https://balanced-stride.com/\"\nmenu = [\"articles\"]\ncards = false\n", title, title, title)},
		{Path: "content/articles/a.md", Data: fmt.Appendf(nil, "+++\ntitle = %q\nsummary = %q\nauthor = %q\ndate = 2026-01-01\ntags = [%q]\nseries = %q\n+++\n%s", title, title, title, title, title, body)},
		{Path: "content/exercises/x.toml", Data: []byte(exercise)},
		{Path: "content/exercises/x.svg", Data: []byte("<svg/>")},
		{Path: "content/articles/x.svg", Data: []byte("<svg/>")},
	})
	r, s := rendererOf(t, snapshot)
	var all bytes.Buffer
	for _, p := range s.Pages {
		if p.Output == site.ExercisePage && p.Exercise.Pattern == "" {
			continue // its definition could not be read, which the build reports
		}
		var one bytes.Buffer
		if problems := r.Page(&one, p); len(problems) > 0 {
			t.Fatal(p.URL, problems)
		}
		switch {
		case p.IsHTML():
			all.Write(one.Bytes())
		case p.Output == site.JSONFeedFile:
			all.WriteString(feedContent(t, one.Bytes()))
		}
	}
	return all.Bytes()
}

// plainTheme returns the default theme in English, which is loaded once: that takes far longer than all the rest of a small site.
var plainTheme = sync.OnceValues(func() (*render.Theme, error) {
	plain := source.New([]source.File{{Path: "content/site.toml", Data: []byte("title = \"T\"\nauthor = \"A\"\nurl = \"https://balanced-stride.com/\"\n")}})
	settings, _ := parse.ReadSettings(plain)
	theme, problems, err := render.Load(templates.Files, plain, settings, words.English(templates.Files), false)
	if len(problems) > 0 {
		err = errors.Join(err, fmt.Errorf("%v", problems))
	}
	return theme, err
})

// feedContent returns the HTML that a feed reader shows.
func feedContent(t testing.TB, feed []byte) string {
	var f struct {
		Items []struct {
			Content string `json:"content_html"`
		}
	}
	if err := json.Unmarshal(feed, &f); err != nil || len(f.Items) != 1 {
		t.Fatalf("%v in the feed %s", err, feed)
	}
	return f.Items[0].Content
}

// Whatever an author writes, no page gets an element or an attribute that runs code.
func FuzzPages(f *testing.F) {
	for _, seed := range []struct{ title, body string }{
		{"Plain", "Text with [a link](exercise:x) and ![](exercise:x) and ![alt](x.svg \"title\")."},
		{`<script>alert(1)</script>`, "<script>alert(1)</script>\n\n![<script>](x.svg '\"><script>')"},
		{`<img src=x onerror=alert(1)>`, "[](exercise:x) and [](article:a) and ![](exercise:x)"},
		{`" onmouseover="alert(1)`, "[x](javascript:alert(1)) [y](data:text/html,x) [z](x.svg#\"onload=alert(1))\n\n![](exercise:x)"},
		{"{{.Site}}</title>", "[](exercise:x) [](source:none)[^1]\n\n[^1]: `<b>`"},
		{"a\u202eb", "## <img src=x onerror=alert(1)>\n\n| a | b |\n|--|--|\n| <svg onload=x> | [](article:a) |"},
	} {
		f.Add(seed.title, seed.body)
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		z := html.NewTokenizer(bytes.NewReader(pagesOf(t, title, body)))
		for z.Next() != html.ErrorToken {
			token := z.Token()
			if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
				continue
			}
			if token.String() == `<script type="application/ld+json">` {
				if z.Next(); !json.Valid(z.Raw()) {
					t.Errorf("linked data %s for title %q, body %q", z.Raw(), title, body)
				}
				continue
			}
			if own := token.String(); strings.HasPrefix(own, `<form id="_search"`) || own == `<form class="search" role="search" action="/search/">` || strings.HasPrefix(own, `<script type="module" src="/assets/search.`) {
				continue
			}
			switch token.Data {
			case "script", "iframe", "object", "embed", "form", "base", "svg", "math":
				t.Errorf("an element %s for title %q, body %q", token, title, body)
			}
			for _, a := range token.Attr {
				value := strings.ToLower(strings.TrimSpace(a.Val))
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || (a.Key == "href" || a.Key == "src") && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:")) {
					t.Errorf("an attribute %s=%q for title %q, body %q", a.Key, a.Val, title, body)
				}
			}
		}
	})
}
