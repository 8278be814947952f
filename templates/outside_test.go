package templates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/sitetest"
)

// TestOutsideIsNamed holds that readers are told what a site asks of other websites: on the page about, or else at the foot of every page,
// in the site's language; and that a site which asks nothing says nothing.
func TestOutsideIsNamed(t *testing.T) {
	const asks = "[outside]\nforms = [\"https://f.example\", \"https://f.example:8443\"]\nframes = [\"https://b.example\", \"https://a.example\"]\n"
	const form, frames = "Was du in ein Formular schreibst, geht an f.example.", "anderer Websites, die dabei erfahren, dass du das liest: b.example, a.example."
	for _, test := range []struct {
		settings, page string
		want           map[string]bool // the pages, and whether they say it
	}{
		{asks, "about", map[string]bool{"about/index.html": true, "index.html": false, "plans/index.html": false}},
		{asks, "contact", map[string]bool{"contact/index.html": true, "index.html": true, "plans/index.html": true}},
		{"", "contact", map[string]bool{"contact/index.html": false, "index.html": false}},
	} {
		dir := t.TempDir()
		sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte("title = \"O\"\nurl = \"https://example.com/\"\nlanguage = \"de\"\n"+test.settings))
		sitetest.WriteFile(t, filepath.Join(dir, "content/pages/"+test.page+".md"), []byte("+++\ntitle = \"P\"\n+++\n\nText.\n"))
		if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
			t.Fatal(report.Problems)
		}
		for page, want := range test.want {
			data, err := os.ReadFile(filepath.Join(dir, "public", page))
			if err != nil {
				t.Fatal(err)
			}
			if got := [2]bool{strings.Contains(string(data), form), strings.Contains(string(data), frames)}; got != [2]bool{want, want} {
				t.Errorf("with the page %s and %q, %s names forms and frames: %v, want %v", test.page, test.settings, page, got, want)
			}
		}
	}
}
