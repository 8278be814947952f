package site_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// A site that is made from the one before takes over the pages of the articles that are the same, and has the pages that it would have
// without it.
func TestJoinAfterAnEdit(t *testing.T) {
	settings := &parse.Settings{Title: "T", URL: "https://example.org/", Language: "en", Zone: time.UTC, PerPage: 5, Cards: true}
	parser := parse.New(settings, markdown.Words{}, nil)
	read := func(name, text string) *parse.File {
		return parser.Parse(source.File{Path: "content/articles/2026-01-0" + name + ".md", Data: []byte("+++\ntitle = \"A\"\n+++\n" + text + "\n")})
	}
	kept, edited := read("1-kept", "Kept"), read("2-edited", "Edited")
	before, _ := site.Join(settings, []*parse.File{kept, edited}, site.Options{Now: now})
	files := []*parse.File{kept, read("2-edited", "Edited again")}
	after, _ := site.Join(settings, files, site.Options{Now: now, Before: before})
	cold, _ := site.Join(settings, files, site.Options{Now: now})

	if after.PageAt("/articles/kept/") != before.PageAt("/articles/kept/") {
		t.Error("the page of an article that is the same was made anew")
	}
	if diff := cmp.Diff(pages(cold), pages(after)); diff != "" {
		t.Errorf("pages (-without the site before +with it):\n%s", diff)
	}
}

// pages returns the addresses, descriptions and cards of a site's pages.
func pages(s *site.Site) []string {
	var list []string
	for _, p := range s.Pages {
		list = append(list, p.URL+" "+p.Description+" "+s.CardURL(p.URL))
	}
	return list
}
