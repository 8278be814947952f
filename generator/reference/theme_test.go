package reference_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/reference"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/templates"
)

// The explanation of themes names everything that a page is given and every function that the theme uses, and nothing else.
func TestThemeIsExplained(t *testing.T) {
	var b bytes.Buffer
	if _, err := reference.Explain(&b, "theme", false); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	sections, functions, _ := strings.Cut(text, "\nFunctions\n")
	explained := map[string][]string{} // by the heading
	heading := ""
	for line := range strings.Lines(sections) {
		if m := regexp.MustCompile(`^  \.(\w+) `).FindStringSubmatch(line); m != nil {
			explained[heading] = append(explained[heading], m[1])
		} else if !strings.HasPrefix(line, " ") && line != "\n" {
			heading = strings.TrimSpace(line)
		}
	}
	for _, given := range render.Words() {
		layout, ok := strings.CutPrefix(given.Template, "layouts/")
		if !ok {
			continue // a list of names, which is made from the types
		}
		layout = strings.TrimSuffix(layout, ".html")
		var words []string
		for heading, list := range explained {
			if heading == "On every page" || regexp.MustCompile(`^The layouts? (.*[ ,])?`+layout+`(,| and |$)`).MatchString(heading) {
				words = append(words, list...)
			}
		}
		slices.Sort(words)
		if d := cmp.Diff(given.Words, words); d != "" {
			t.Errorf("the words of the layout %s (-given +explained):\n%s", layout, d)
		}
	}
	used := usedFunctions(t)
	for name := range used {
		if !regexp.MustCompile(`(?m)(^  |[.] )` + name + ` `).MatchString(functions) {
			t.Errorf("the theme uses the function %s, which is not explained", name)
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^  (\w+) `).FindAllStringSubmatch(functions, -1) {
		if !used[m[1]] {
			t.Errorf("the function %s is explained, but the theme does not use it", m[1])
		}
	}
}

// usedFunctions returns the functions in the theme's templates, without those of the language.
func usedFunctions(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	err := fs.WalkDir(templates.Files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		text, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			return err
		}
		for _, m := range regexp.MustCompile(`\{\{-?[^{}]*\}\}`).FindAllString(string(text), -1) {
			m = regexp.MustCompile(`"[^"]*"`).ReplaceAllString(m, `""`)
			for _, word := range regexp.MustCompile(`(?:[{(| ])([a-z]+)\b`).FindAllStringSubmatch(m, -1) {
				used[word[1]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.Fields("if else with range end template block define eq ne lt le gt ge and or not print len index slice html break continue true false nil") {
		delete(used, word)
	}
	return used
}
