package reference_test

import (
	"bytes"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

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
	var given []string
	for _, v := range render.Views() {
		given = append(given, members(v.Type)...)
	}
	for _, name := range given {
		if !regexp.MustCompile(`\.` + name + `\b`).MatchString(text) {
			t.Errorf("a page has .%s, which is not explained", name)
		}
	}
	sections, functions, _ := strings.Cut(text, "\nFunctions\n")
	for _, m := range regexp.MustCompile(`(?m)^  (\.\w.*?)(?:   .*)?$`).FindAllStringSubmatch(sections, -1) {
		for _, word := range strings.Fields(m[1]) {
			if name := strings.Split(word, ".")[1]; !slices.Contains(given, name) {
				t.Errorf("%s is explained, but a page has no .%s", word, name)
			}
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

// members returns the exported fields and methods of a pointer's type.
func members(t reflect.Type) []string {
	var names []string
	for m := range t.NumMethod() {
		names = append(names, t.Method(m).Name)
	}
	for _, field := range reflect.VisibleFields(t.Elem()) {
		if field.IsExported() && !field.Anonymous {
			names = append(names, field.Name)
		}
	}
	return names
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
