package change_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/change"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
)

// newSite writes the starter to a place where readers may find it, and with words of its own that lead to all of it.
func newSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), content.Files); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "content/site.toml")
	sitetest.WriteFile(t, settings, []byte(strings.Replace(sitetest.ReadFile(t, settings), "https://example.org/", "https://balanced-stride.com/", 1)))
	return dir
}

// errorsIn returns what is wrong with a site.
func errorsIn(t *testing.T, dir string) string {
	t.Helper()
	report, err := generator.Check(t.Context(), sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, p := range report.Problems {
		if p.Severity == 0 || report.Problems.HasErrors() {
			_ = report.Problems.Text(&b, report.Lines, false)
			break
		}
	}
	return b.String()
}

// things are all that the starter has, as its files are called.
func things(t *testing.T, dir string) [][2]string {
	t.Helper()
	var list [][2]string
	for kind, pattern := range map[string]string{"exercise": "exercises/*.toml", "plan": "plans/*.toml", "runner": "runners/*.toml", "article": "articles/*.md", "page": "pages/*.md"} {
		files, err := filepath.Glob(filepath.Join(dir, "content", pattern))
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			id := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
			if kind == "article" {
				id = id[len("2026-01-01-"):]
			}
			list = append(list, [2]string{kind, id})
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int { return strings.Compare(a[0]+a[1], b[0]+b[1]) })
	return list
}

// contents returns the bytes of all files of a site.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range sitetest.Files(t, dir) {
		all[name] = sitetest.ReadFile(t, filepath.Join(dir, name))
	}
	return all
}

// some leaves out most of many like cases where there is little time.
func some(i int) bool { return i%9 == 0 || i%3 == 0 && !testing.Short() && !growthtest.Race }

// Whatever is removed or gets another name, the site has no errors because of it, and is taken back to the byte.
func TestStarter(t *testing.T) {
	for i, thing := range things(t, newSite(t)) {
		if !some(i) {
			continue
		}
		for _, how := range []string{"remove", "rename"} {
			t.Run(how+" "+thing[0]+" "+thing[1], func(t *testing.T) {
				t.Parallel()
				dir := newSite(t)
				before := contents(t, dir)
				plan := func() (*change.Change, error) { return change.Remove(dir, thing[0], thing[1]) }
				if how == "rename" {
					plan = func() (*change.Change, error) { return change.Rename(dir, thing[0], thing[1], "another-name") }
				}
				c, err := plan()
				if err != nil {
					t.Fatal(err)
				}
				if err := c.Do(dir); err != nil {
					t.Fatal(err)
				}
				if found := errorsIn(t, dir); found != "" {
					t.Errorf("%s", found)
				}
				if again, err := plan(); err == nil {
					t.Errorf("a second time: %+v", again)
				}
				if _, _, err := change.Undo(dir); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
					t.Errorf("taken back (-before +after):\n%s", diff)
				}
			})
		}
	}
}
