package words_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Each word is asked for by a template or by the program: under its name, as one of a number of things, or by how its name begins.
func TestEveryWordIsAsked(t *testing.T) {
	var all bytes.Buffer
	for _, dir := range []string{"../../templates", ".."} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.go") || path.Ext(name) != ".go" && path.Ext(name) != ".html" {
				return err
			}
			data, err := os.ReadFile(path.Join(dir, name))
			all.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	quoted := map[string]bool{}
	for _, name := range regexp.MustCompile(`"([a-z0-9-]+)"`).FindAllSubmatch(all.Bytes(), -1) {
		quoted[string(name[1])] = true
	}
	phrases := regexp.MustCompile(`^(?:next|always|why|until|days)-`) // package progression holds them against what programmes say
	for _, name := range slices.Sorted(maps.Keys(wordsOf(t, "en"))) {
		counted := strings.TrimSuffix(strings.TrimSuffix(name, "-one"), "-many")
		begins, _, _ := strings.Cut(name, "-")
		if !quoted[name] && !quoted[counted] && !quoted[begins+"-"] && !phrases.MatchString(name) {
			t.Errorf("nothing asks for %s", name)
		}
	}
}
