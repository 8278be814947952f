package generator_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/change"
	"github.com/legpress/legpress/generator/sitetest"
)

// A change is told what check will find after it and does not find now: that a ladder has no next step any more. What was there already, and
// what only has another name, is not said.
func TestAhead(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-10-01-mine/index.md"), []byte("+++\ntitle = \"Mine\"\n+++\nSee [this](exercise:nobody).\n\n![](a.svg)\n"))
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-10-01-mine/a.svg"), []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`))
	for _, c := range []struct {
		make func() (*change.Change, error)
		want string
	}{
		{func() (*change.Change, error) { return change.Rename(dir, "article", "mine", "yours") }, ""},
		{func() (*change.Change, error) {
			return change.Remove(dir, change.Thing{Kind: "exercise", ID: "push-up-hold"}, change.Thing{Kind: "exercise", ID: "feet-raised-push-up-hold"}, change.Thing{Kind: "exercise", ID: "push-up"})
		}, "no-progression"},
	} {
		todo, err := c.make()
		if err != nil {
			t.Fatal(err)
		}
		texts, moved := map[string][]byte{}, map[string]string{}
		for _, x := range todo.Texts {
			texts[x.File] = x.Data
		}
		for _, m := range todo.Moved {
			moved[m.From] = m.To
		}
		problems, err := generator.Ahead(sitetest.Options(dir), texts, todo.Gone, moved)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, p := range problems {
			ids = append(ids, p.ID)
		}
		if got := strings.Join(ids, " "); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %+v, want %q", todo.What, problems, c.want)
		}
	}
}
