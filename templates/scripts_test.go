package templates_test

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"testing"

	"github.com/legpress/legpress/templates"
)

// No script is written in the one way that the minifier changes: it puts a destructuring whose value begins with a parenthesis, as in
// const [a] = (x.y ?? "").split(" "), in front of the declarations above it, of which one may be x.
func TestScriptsAreMinifiedWell(t *testing.T) {
	moved := regexp.MustCompile(`\b(const|let|var)\s*[\[{][^=;]*[\]}]\s*=\s*\(`)
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
