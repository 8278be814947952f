package templates_test

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/scaffold"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// painUpTo finds how much pain a plan calls all right.
var painUpTo = regexp.MustCompile(`(?m)^pain_up_to = (\d)$`)

// Everything that is printed and lifted from says first that new pain ends the exercise, then which signs end the training, and where
// all of them stand. Between them a scale of pain, which lets a runner go on, stands only where the plan says so.
func TestPainRule(t *testing.T) {
	for _, language := range someOf(scaffold.Languages(templates.Files)) {
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
			plans := filepath.Join(dir, "content/plans")
			rehab := filepath.Join(plans, "up-the-ladder.toml")
			sitetest.WriteFile(t, rehab, []byte("kind = \"rehab\"\npain_up_to = 3\n"+sitetest.ReadFile(t, rehab)))
			sitetest.Build(t, dir)
			words := themeWords(t, language)
			after := func(id string) string { // what follows on the sentence about new pain
				n := painUpTo.FindStringSubmatch(sitetest.ReadFile(t, filepath.Join(plans, id+".toml")))
				if n == nil {
					return words["red-flags"]
				}
				return strings.ReplaceAll(words["pain-up-to"], "{n}", n[1]) + " " + words["red-flags"]
			}
			pages := 0
			for _, name := range sitetest.Files(t, filepath.Join(dir, "public/plans")) {
				page := readPage(t, filepath.Join(dir, "public/plans", name))
				id, _, _ := strings.Cut(name, "/")
				sheets := strings.Split(page, `<section class="sheet`)[1:]
				if strings.HasSuffix(name, "/sheet/index.html") && len(sheets) == 0 {
					t.Errorf("%s has no sheets", name)
				}
				for i, sheet := range sheets {
					pages++
					if !strings.Contains(sheet, words["new-pain"]+"</b> "+after(id)) || !strings.Contains(sheet, "/method/") {
						t.Errorf("page %d of %s does not say when to stop", i+1, name)
					}
				}
			}
			if pages < 20 {
				t.Errorf("%d pages of paper", pages)
			}
			for id, runner := range map[string]string{"first-eight-weeks": "only-runs", "up-the-ladder": "no-progression"} {
				plan := readPage(t, filepath.Join(dir, "public/plans", id, runner, "index.html"))
				if !strings.Contains(plan, "<strong>"+words["new-pain"]+"</strong> "+after(id)) || !strings.Contains(plan, `/method/#_stop"`) {
					t.Errorf("the page of the plan %s does not say when to stop", id)
				}
			}
			method := readPage(t, filepath.Join(dir, "public/method/index.html"))
			for key, sign := range words {
				if (strings.HasPrefix(key, "method-stop-") || strings.HasPrefix(key, "method-ask")) && key != "method-stop-all" && !strings.Contains(method, sign) {
					t.Errorf("the page on the method does not say %q", sign)
				}
			}
			for _, key := range []string{"each-day", "new-pain", "red-flags"} {
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
