package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/site"
)

const (
	squat  = "name = \"Squat\"\npattern = \"squat\"\nmeasure = \"reps\"\ncues = [\"Sit.\"]\n"
	runner = "name = \"New\"\nsessions_per_week = 2\nrunning_week = { mon = \"rest\", tue = \"medium\", wed = \"easy\", thu = \"rest\", fri = \"medium\", sat = \"easy\", sun = \"long\" }\n"
	plan   = "title = \"P\"\nrunners = [\"new\"]\nweeks = 8\n[[session]]\nname = \"A\"\nexercises = [{ exercise = \"squat\", do = \"3 x 8-20\" }]\n"
)

func page(title string, more ...string) string {
	return fmt.Sprintf("+++\ntitle = %q\n%s\n+++\nText.\n", title, strings.Join(more, "\n"))
}

func TestHiddenDefinitions(t *testing.T) {
	files := []string{
		"content/exercises/lunge.toml", "draft = true\n" + squat,
		"content/exercises/squat.toml", "draft = false\n" + squat,
		"content/pages/club.md", page("Club", "draft = true"),
		"content/plans/p.toml", plan,
		"content/plans/winter.toml", "draft = true\nlisted = false\n" + plan,
		"content/runners/new.toml", runner,
		"content/runners/old.toml", "draft = true\n" + runner,
	}
	s := join(t, site.Options{}, files...)
	var got []string
	for _, h := range s.Hidden {
		got = append(got, fmt.Sprintf("%s %s %s %q %s", h.File, h.URL, h.ID(), h.Title, h.Reason))
	}
	want := []string{
		`content/exercises/lunge.toml /exercises/lunge/ lunge "Squat" draft`,
		`content/pages/club.md /club/ club "Club" draft`,
		`content/plans/winter.toml /plans/winter/ winter "P" draft`,
		`content/runners/old.toml /runners/old/ old "New" draft`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
	for _, c := range []struct{ scheme, target, file string }{
		{"exercise", "lunge", "content/exercises/lunge.toml"},
		{"exercise", "squat", ""},
		{"runner", "old", "content/runners/old.toml"},
		{"plan", "winter", "content/plans/winter.toml"},
		{"plan", "lunge", ""},
		{"", "../plans/winter.toml", "content/plans/winter.toml"},
		{"", "/plans/winter", "content/plans/winter.toml"},
		{"", "/plans/winter/index.html", "content/plans/winter.toml"},
		{"", "/plans/winter/new/sheet/", "content/plans/winter.toml"},
		{"", "/plans/winter/new/plan.json", "content/plans/winter.toml"},
		{"", "/exercises/lunge/drawing.svg", "content/exercises/lunge.toml"},
		{"", "/club/", "content/pages/club.md"},
		{"", "/winter/", ""},
		{"", "/", ""},
	} {
		h := s.Resolve("content/articles/x.md", markdown.Ref{Scheme: c.scheme, Target: c.target}).Hidden
		if h != nil && h.File != c.file || h == nil && c.file != "" {
			t.Errorf("Resolve(%s:%s) is hidden as %+v, want %q", c.scheme, c.target, h, c.file)
		}
	}
	if !s.IDs("plan")["winter"] || !s.IDs("exercise")["lunge"] || !s.IDs("runner")["old"] {
		t.Error("the name of a draft is free")
	}
	shown := join(t, site.Options{Drafts: true}, files...)
	if len(shown.Hidden) > 0 || shown.Plan("winter") == nil || shown.Exercise("lunge") == nil || shown.Runner("old") == nil {
		t.Errorf("with drafts there are hidden ones: %+v", shown.Hidden)
	}
	for url, want := range map[string]bool{"/plans/winter/": true, "/plans/winter/new/sheet/": true, "/plans/p/new/": false, "/exercises/lunge/": true, "/exercises/squat/": false, "/runners/old/": true, "/club/": true, "/": false} {
		if p := shown.PageAt(url); p == nil || p.Draft() != want {
			t.Errorf("%s: %+v, want a draft: %v", url, p, want)
		}
	}
}

func TestUnlisted(t *testing.T) {
	s := join(t, site.Options{},
		"content/articles/a.md", article("A", "2026-01-01", `tags = ["Rest"]`, `series = "S"`, "listed = true"),
		"content/articles/b.md", article("B", "2025-01-01", `tags = ["rest", "Secret"]`, `series = "S"`, "listed = false", `aliases = ["/old-b/"]`),
		"content/articles/2024.md", article("C", "2024-01-01", "listed = false"),
		"content/articles/d.md", article("D", "2024-02-01", `runners = ["new"]`),
		"content/exercises/squat.toml", squat,
		"content/pages/club.md", page("Club", "listed = false"),
		"content/plans/club.toml", "listed = false\n"+plan,
		"content/plans/p.toml", "listed = true\n"+plan,
		"content/runners/new.toml", runner,
	)
	var addresses []string
	for p := range s.UnlistedPages() {
		addresses = append(addresses, p.URL)
	}
	slices.Sort(addresses)
	if want := []string{"/articles/2024/", "/articles/b/", "/club/", "/plans/club/"}; !slices.Equal(addresses, want) {
		t.Errorf("unlisted are %q, want %q", addresses, want)
	}
	for _, p := range s.Pages {
		of := strings.HasPrefix(p.URL, "/plans/club/") || slices.ContainsFunc(addresses, func(a string) bool { return p.URL == a || strings.Contains(p.URL, a[:len(a)-1]+".") })
		if p.Unlisted() != of || of && p.Listed() {
			t.Errorf("%s: unlisted %v, want %v; in the sitemap %v", p.URL, p.Unlisted(), of, p.Listed())
		}
		if p.Output == site.RedirectPage && !s.LeadsToUnlisted(p) {
			t.Errorf("%s leads to what is unlisted", p.URL)
		}
	}
	if len(s.Articles) != 2 || len(s.Plans) != 1 || len(s.Standalone) != 0 || len(s.Tags) != 1 || len(s.Series["S"]) != 1 {
		t.Errorf("lists: %d articles, %d plans, %d pages, %d tags, %d in the series", len(s.Articles), len(s.Plans), len(s.Standalone), len(s.Tags), len(s.Series["S"]))
	}
	if len(s.Years) > 0 { // the address of 2024 is that of an article, so that one year is left
		t.Errorf("years: %+v", s.Years)
	}
	if s.Tag("rest") == nil || s.Tag("rest") != s.Tag("Rest") || s.Tag("Secret") != nil {
		t.Error("an unlisted article leads to the tags that others have, and to no others")
	}
	if e, r := s.Exercise("squat"), s.Runner("new"); len(e.Programmes) != 1 || len(r.Programmes) != 1 {
		t.Errorf("%d and %d programmes are named, want 1 and 1", len(e.Programmes), len(r.Programmes))
	}
	if n := len(s.Plan("club").Programmes); n != 1 {
		t.Errorf("the unlisted plan has %d programmes", n)
	}
	if !slices.ContainsFunc(s.PDFs(), func(p site.PDF) bool { return p.URL == "/plans/club/new/club-new-a4.pdf" }) {
		t.Errorf("an unlisted plan has no PDF: %+v", s.PDFs())
	}
}
