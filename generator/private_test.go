package generator_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/linktest"
	"github.com/legpress/legpress/generator/sitetest"
)

// secret stands in every file of the runner.
const secret = "Kowalczyk"

// trap lays ways out in which something of a runner could come into the website.
type trap func(t *testing.T, dir string)

// traps returns what a site's author can lay out: links of every kind, addresses, and a public folder that is not one.
func traps() map[string]trap {
	return map[string]trap{
		"nothing": func(*testing.T, string) {},
		"links": func(t *testing.T, dir string) {
			for at, to := range map[string]string{
				"content/static/athletes":          "../../athletes",
				"content/static/whole":             dir + "/athletes",
				"content/static/anna.toml":         "../../athletes/anna.toml",
				"content/static/b":                 "whole",
				"content/articles/anna.md":         "../../athletes/anna.md",
				"content/articles/anna.svg":        "../../athletes/anna.svg",
				"content/articles/athletes":        "../../athletes",
				"content/plans/anna.toml":          "../../athletes/anna.toml",
				"content/moved.toml":               "../athletes/anna.toml",
				"templates/partials/footer.html":   "../../athletes/anna.html",
				"templates/assets/anna.svg":        "../../athletes/anna.svg",
				"templates/layouts/programme.html": "../../athletes/anna.html",
			} {
				link(t, to, filepath.Join(dir, filepath.FromSlash(at)))
			}
		},
		"addresses": func(t *testing.T, dir string) {
			sitetest.WriteFile(t, filepath.Join(dir, "content/articles/trap.md"), []byte("+++\ntitle = \"Trap\"\ndate = 2026-01-02\nimage = \"../../athletes/anna.svg\"\n+++\n\n"+
				"[the log](../../athletes/anna.csv) ![a picture](../../athletes/anna.svg) ![from the top](/athletes/anna.svg)\n"))
		},
		"a public folder in it": func(t *testing.T, dir string) { link(t, "athletes", filepath.Join(dir, "public")) },
	}
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	linktest.Link(t, to, at)
}

// TestAthletesAreNeverPublished: whatever links there are, a website is byte for byte the same with runners and without. What cannot be
// built is not built with them either.
func TestAthletesAreNeverPublished(t *testing.T) {
	build := func(t *testing.T, dir string, drafts bool) (files map[string]string, said string) {
		t.Helper()
		o := sitetest.Options(dir)
		o.Drafts, o.Future = drafts, drafts
		report, err := generator.Build(t.Context(), o)
		if err != nil {
			said = strings.ReplaceAll(err.Error(), dir, "DIR")
		} else {
			var b strings.Builder
			_ = report.Problems.JSON(&b)
			said = b.String()
		}
		files = map[string]string{}
		public := filepath.Join(dir, "public")
		if info, err := os.Lstat(public); err != nil || !info.IsDir() {
			return files, said
		}
		for _, name := range sitetest.Files(t, public) {
			files[name] = sitetest.ReadFile(t, filepath.Join(public, name))
		}
		return files, said
	}
	names := slices.Sorted(maps.Keys(traps()))
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			var got [2]map[string]string
			var said [2]string
			for with := range 2 {
				dir := t.TempDir()
				sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"Site\"\nurl = \"https://example.org/\"\ncards = false\n"))
				sitetest.WriteFile(t, filepath.Join(dir, "content/articles/first.md"), []byte("+++\ntitle = \"First\"\ndate = 2026-01-01\n+++\n\nText.\n"))
				if err := os.Mkdir(filepath.Join(dir, "athletes"), 0o700); err != nil {
					t.Fatal(err)
				}
				if with == 1 {
					for _, file := range []string{"anna.toml", "anna.csv", "anna.html", "anna.md", "anna.svg", "anna-a4.pdf", "index.html"} {
						sitetest.WriteFile(t, filepath.Join(dir, "athletes", file), []byte("name = \""+secret+"\"\n"))
					}
				}
				traps()[name](t, dir)
				before := sitetest.Files(t, filepath.Join(dir, "athletes"))
				got[with], said[with] = build(t, dir, name != "nothing")
				if after := sitetest.Files(t, filepath.Join(dir, "athletes")); !slices.Equal(before, after) {
					t.Errorf("the build has left %v among the runners", after)
				}
			}
			if !maps.Equal(got[0], got[1]) {
				t.Errorf("the website is another one with runners: %v and %v", slices.Sorted(maps.Keys(got[0])), slices.Sorted(maps.Keys(got[1])))
			}
			for file, text := range got[1] {
				if strings.Contains(text, secret) || strings.Contains(file, "anna") {
					t.Errorf("%s is published", file)
				}
			}
			if strings.Contains(said[1], secret) {
				t.Errorf("the report has what stands in a runner's file: %s", said[1])
			}
			if name == "nothing" && len(got[1]) == 0 {
				t.Errorf("nothing is published at all: %s", said[1])
			}
		})
	}
}
