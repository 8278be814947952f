package check

import (
	"io"
	"testing"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// siteOf makes a site of a page about us, an article with an alias, and copied files.
func siteOf(t *testing.T, alias string, copied ...string) *site.Site {
	t.Helper()
	files := []source.File{
		{Path: "content/site.toml", Data: []byte("title = \"T\"\nurl = \"https://example.org/\"\n")},
		{Path: "content/pages/about.md", Data: []byte("+++\ntitle = \"About\"\n+++\nText.\n")},
		{Path: "content/articles/a.md", Data: []byte("+++\ntitle = \"A\"\ndate = 2026-01-01\naliases = [\"" + alias + "\"]\n+++\nText.\n")},
	}
	for _, name := range copied {
		files = append(files, source.File{Path: name})
	}
	snapshot := source.New(files)
	settings, problems := parse.ReadSettings(snapshot)
	parser := parse.New(settings, markdown.Words{}, func(string) (io.ReadCloser, error) { return nil, io.EOF })
	var parsed []*parse.File
	for _, f := range snapshot.Files() {
		parsed = append(parsed, parser.Parse(f))
		problems.Add(parsed[len(parsed)-1].Problems...)
	}
	s, more := site.Join(settings, parsed, site.Options{Future: true})
	if problems.Add(more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct {
		name   string
		alias  string
		copied []string
		want   int // clashes
	}{
		{"nothing clashes", "/old/", []string{"content/static/CNAME", "content/articles/a/x.pdf", "content/static/about/map.png"}, 0},
		{"a file where a page is", "/old/", []string{"content/static/about/index.html"}, 1},
		{"but for capitals", "/old/", []string{"content/static/About/Index.html"}, 1},
		{"two files but for capitals", "/old/", []string{"content/static/a.txt", "content/static/A.txt"}, 1},
		{"a file where a folder is", "/old/", []string{"content/static/articles"}, 1},
		{"a file where a folder of files is", "/old/", []string{"content/static/x", "content/static/x/y.txt"}, 1},
		{"an alias where a page is", "/about/", nil, 1},
		{"an alias where a file is", "/old.html", []string{"content/static/OLD.html"}, 1},
		{"an alias with its index.html", "/about/index.html", nil, 1},
	} {
		s := siteOf(t, c.alias, c.copied...)
		var got diag.List
		for _, p := range Site(s) {
			if p.ID == "same-address" {
				got.Add(p)
			}
		}
		if len(got) != c.want {
			t.Errorf("%s: %d clashes, want %d: %+v", c.name, len(got), c.want, got)
		}
	}
}
