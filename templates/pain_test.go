package templates_test

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/scaffold"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// Everything that is printed and lifted from says first that new pain ends the exercise, then which signs end the training, and where
// all of them stand; no scale of pain is left that would let a runner go on.
func TestPainRule(t *testing.T) {
	for _, language := range scaffold.Languages(templates.Files) {
		language := language.String()
		t.Run(language, func(t *testing.T) {
			dir := t.TempDir()
			sitetest.WriteStarter(t, dir)
			settings := filepath.Join(dir, "content/site.toml")
			text, err := os.ReadFile(settings)
			if err != nil {
				t.Fatal(err)
			}
			sitetest.WriteFile(t, settings, []byte(strings.Replace(string(text), `language = "en"`, `language = "`+language+`"`, 1)))
			sitetest.Build(t, dir)
			words := themeWords(t, language)
			stop := words["new-pain"] + "</b> " + words["red-flags"]
			pages := 0
			for _, name := range sitetest.Files(t, filepath.Join(dir, "public/plans")) {
				page := readPage(t, filepath.Join(dir, "public/plans", name))
				sheets := strings.Split(page, `<section class="sheet`)[1:]
				if strings.HasSuffix(name, "/sheet/index.html") && len(sheets) == 0 {
					t.Errorf("%s has no sheets", name)
				}
				for i, sheet := range sheets {
					pages++
					if !strings.Contains(sheet, stop) || !strings.Contains(sheet, "/method/") {
						t.Errorf("page %d of %s does not say when to stop", i+1, name)
					}
				}
			}
			if pages < 20 {
				t.Errorf("%d pages of paper", pages)
			}
			plan := readPage(t, filepath.Join(dir, "public/plans/first-eight-weeks/only-runs/index.html"))
			if !strings.Contains(plan, "<strong>"+words["new-pain"]+"</strong> "+words["red-flags"]) || !strings.Contains(plan, `/method/#_stop"`) {
				t.Error("the page of the plan does not say when to stop")
			}
			method := readPage(t, filepath.Join(dir, "public/method/index.html"))
			for key, sign := range words {
				if strings.HasPrefix(key, "method-stop-") && key != "method-stop-all" && !strings.Contains(method, sign) {
					t.Errorf("the page on the method does not say %q", sign)
				}
			}
			for _, key := range []string{"each-visit", "new-pain", "red-flags"} {
				if strings.ContainsAny(words[key], "0123456789") {
					t.Errorf("%s = %q grades pain", key, words[key])
				}
			}
		})
	}
}

// readPage returns a page's text with its characters as they are read.
func readPage(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(string(data))
}
