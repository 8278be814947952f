package importer_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/sitetest"
)

// importBlog imports a blog of one article and two pages into a site of the starter, after somebody has changed it.
func importBlog(t *testing.T, about importer.About, keep bool, change func(dir string)) (dir string, r *importer.Result) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	change(dir)
	day := time.Date(2020, 3, 1, 0, 0, 0, 0, time.UTC)
	blog := &importer.Blog{Home: "https://old.example/", About: about, Lists: map[string]string{"/blog": ""}, Posts: []*importer.Post{
		{Slug: "start", Title: "Start", Date: day, Author: "Ann Lee", Old: []string{"/blog/start/"}, Body: "To begin.\n"},
		{Slug: "moi", Title: "Moi", Page: true, Old: []string{"/moi/"}, Body: "Me.\n"},
		{Slug: "secret", Title: "Secret", Page: true, Hidden: "it says draft: true", Old: []string{"/secret/"}, Body: "Not yet.\n"},
	}}
	r, err := importer.Plan(blog, dir, importer.Options{Now: testNow, Starter: content.Files, KeepStarter: keep})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Write(t.Context(), blog, dir); err != nil {
		t.Fatal(err)
	}
	if !testing.Short() && !growthtest.Race { // the detector sees the checks of whole sites elsewhere
		checkSite(t, dir)
	}
	return dir, r
}

// starterTexts are the articles and the About of the starter.
func starterTexts(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(content.Files, "articles/*.md")
	if err != nil || len(names) < 5 {
		t.Fatalf("%v, %d articles", err, len(names))
	}
	for i := range names {
		names[i] = "content/" + names[i]
	}
	return append(names, "content/pages/about.md")
}

func replaceIn(t *testing.T, name, old, by string) {
	t.Helper()
	text := sitetest.ReadFile(t, name)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	sitetest.WriteFile(t, name, []byte(strings.Replace(text, old, by, 1)))
}

// The starter's articles and About give way to a blog, and nothing else does; what somebody has changed stays, and what it leads to.
func TestGiveWay(t *testing.T) {
	all := starterTexts(t)
	without := func(stay ...string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(name string) bool {
			return slices.ContainsFunc(stay, func(s string) bool { return strings.HasSuffix(name, s+".md") })
		})
	}
	for name, test := range map[string]struct {
		keep   bool
		change func(dir string)
		gone   []string
	}{
		"nothing changed": {false, func(string) {}, all},
		"kept":            {true, func(string) {}, nil},
		"CRLF": {false, func(dir string) {
			name := filepath.Join(dir, "content/articles/2026-03-30-the-sheet.md")
			sitetest.WriteFile(t, name, []byte(strings.ReplaceAll(sitetest.ReadFile(t, name), "\n", "\r\n")))
		}, all},
		"an article changed, which leads to another": {false, func(dir string) {
			replaceIn(t, filepath.Join(dir, "content/articles/2026-06-08-roll-up-the-mat.md"), "[Why heavier, and when](article:heavier-and-when)", "my [Why heavier, and when](article:heavier-and-when)")
		}, without("roll-up-the-mat", "heavier-and-when")},
		"an article of the author's leads to one": {false, func(dir string) {
			sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-01-01-mine.md"), []byte("+++\ntitle = \"Mine\"\n+++\nSee [them](2026-03-30-the-sheet.md).\n"))
		}, without("the-sheet")},
		"the coach stands on the About": {false, func(dir string) {
			replaceIn(t, filepath.Join(dir, "content/site.toml"), "[weights]", "[authors.\"Jo Miller\"]\nabout = \"Runs.\"\nurl = \"/about/\"\n[weights]")
		}, without("about")},
		"a menu of the author's": {false, func(dir string) {
			replaceIn(t, filepath.Join(dir, "content/site.toml"), `menu = ["runners", `, `menu = ["about", "runners", `)
			replaceIn(t, filepath.Join(dir, "content/site.toml"), `"articles", "about"]`, `"articles"]`)
		}, without("about")},
	} {
		t.Run(name, func(t *testing.T) {
			dir, r := importBlog(t, importer.About{}, test.keep, test.change)
			if diff := cmp.Diff(test.gone, r.Gone); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, file := range all {
				_, err := os.Stat(filepath.Join(dir, file))
				if gone := slices.Contains(test.gone, file); gone != (err != nil) {
					t.Errorf("%s: gone %v, want %v", file, err != nil, gone)
				}
			}
			for _, stays := range []string{"plans/first-eight-weeks.toml", "exercises/push-up.toml", "runners/only-runs.toml", "pages/home.md", "pages/ask-first.md"} {
				if _, err := os.Stat(filepath.Join(dir, "content", stays)); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// What the old blog says of itself takes the place of the starter's words, and of no others.
func TestAbout(t *testing.T) {
	about := importer.About{Title: "Les côtes", Description: "Courir \"fort\".", Author: "Zoé", Language: "fr-FR", TimeZone: "Europe/Paris", Menu: []string{"/", "/moi/", "/blog/", "/secret/", "https://shop.example/"}}
	line := func(dir, key string) string {
		for l := range strings.Lines(sitetest.ReadFile(t, filepath.Join(dir, "content/site.toml"))) {
			if strings.HasPrefix(strings.TrimPrefix(l, "# "), key+" =") {
				return strings.TrimSpace(l)
			}
		}
		return ""
	}
	for name, test := range map[string]struct {
		about  importer.About
		change func(dir string)
		want   map[string]string
	}{
		"all of it": {about, func(string) {}, map[string]string{
			"title": `title = "Les côtes"`, "description": `description = "Courir \"fort\"."`, "author": `author = "Zoé"`, "language": `language = "fr-FR"`,
			"timezone": `timezone = "Europe/Paris"`, "menu": `menu = ["runners", "plans", "exercises", "articles", "moi"]`,
		}},
		"nothing known, and one author": {importer.About{}, func(string) {}, map[string]string{
			"title": `title = "Balanced Stride"`, "author": `author = "Ann Lee"`, "language": `language = "en"`, "timezone": "",
			"menu": `menu = ["runners", "plans", "exercises", "articles", "moi"]`,
		}},
		"a title without a description": {importer.About{Title: "Hills"}, func(string) {}, map[string]string{
			"title": `title = "Hills"`, "description": `# description = "Strength training for people who run: a few lifts, on days that leave your legs fresh for running, and a little harder each time. Find the runner you are, print your plan, take a pen."`,
		}},
		"words of the author's": {about, func(dir string) {
			replaceIn(t, filepath.Join(dir, "content/site.toml"), `"Balanced Stride"`, `"My site"`)
			replaceIn(t, filepath.Join(dir, "content/site.toml"), `"Jo Miller"`, `"Sam"`)
		}, map[string]string{"title": `title = "My site"`, "author": `author = "Sam"`, "language": `language = "fr-FR"`}},
		"what is no zone and no language": {importer.About{TimeZone: "Paris", Language: "français"}, func(string) {}, map[string]string{"timezone": "", "language": `language = "en"`}},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := importBlog(t, test.about, false, test.change)
			for key, want := range test.want {
				if got := line(dir, key); got != want {
					t.Errorf("%s: got %s, want %s", key, got, want)
				}
			}
		})
	}
}

// Where the old blog does not say whose it is, the site is signed by a name only if all articles are.
func TestSigned(t *testing.T) {
	for _, test := range []struct {
		authors []string
		want    string
	}{
		{[]string{"Ann", "Ann"}, "\nauthor = \"Ann\"\n"},
		{[]string{"Ann", "Ben"}, "\n# author = \"Jo Miller\"\n"},
		{[]string{"Ann", ""}, "\n# author = \"Jo Miller\"\n"},
		{[]string{""}, "\n# author = \"Jo Miller\"\n"},
	} {
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
			t.Fatal(err)
		}
		blog := &importer.Blog{}
		for i, author := range test.authors {
			blog.Posts = append(blog.Posts, &importer.Post{Slug: fmt.Sprint("post-", i), Title: "Post", Date: testNow.AddDate(-1, 0, i), Author: author, Body: "Words.\n"})
		}
		r, err := importer.Plan(blog, dir, importer.Options{Now: testNow, Starter: content.Files})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(r.Files, func(f importer.File) bool { return f.Path == "content/site.toml" })
		if i < 0 || !strings.Contains(string(r.Files[i].Text), test.want) {
			t.Errorf("%q: %d, want %s", test.authors, i, test.want)
		}
	}
}
