package templates_test

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"

	"github.com/legpress/legpress/templates"
)

// published returns a script of the theme as it is published: without what only its authors need.
func published(t *testing.T, name string) []byte {
	t.Helper()
	text, err := templates.Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m := minify.New()
	m.AddFunc(".js", js.Minify)
	small, err := m.Bytes(".js", text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return small
}

// No script is written in the one way that the minifier changes: it puts a destructuring whose value begins with a parenthesis, as in
// const [a] = (x.y ?? "").split(" "), in front of the declarations above it, of which one may be x.
func TestScriptsAreMinifiedWell(t *testing.T) {
	moved := regexp.MustCompile(`\b(const|let|var)\s*(\[[^\];()]*\]|\{[^};()]*\})\s*=\s*\(`)
	err := fs.WalkDir(templates.Files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		text, err := templates.Files.ReadFile(name)
		for _, at := range moved.FindAllIndex(text, -1) {
			t.Errorf("%s:%d: %s...: do without the parenthesis", name, 1+bytes.Count(text[:at[0]], []byte("\n")), text[at[0]:at[1]])
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
