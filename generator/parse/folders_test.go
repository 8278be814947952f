package parse

import (
	"testing"

	"github.com/legpress/legpress/generator/source"
)

// A file in TOML is what its words say, wherever it lies; a text with a day is an article.
func TestMeantAt(t *testing.T) {
	const exercise, plan, sources = "pattern = \"squat\"\nmeasure = \"reps\"\n", "weeks = 8\n[[session]]\n", "[a-2020]\nauthors = \"A\"\nyear = 2020\n"
	for _, c := range []struct{ file, text, want string }{
		{"content/exercises/a.toml", exercise, ""},
		{"content/plans/a.toml", exercise, "content/exercises/a.toml"},
		{"content/plans/a.md", exercise, "content/exercises/a.toml"},
		{"content/a.toml", plan, "content/plans/a.toml"},
		{"content/plan/a.toml", plan, "content/plans/a.toml"},
		{"content/exercises/a.toml", "pattern = \"squat\"\n" + plan, ""},
		{"content/exercises/a.toml", "weeks = 8\n", ""},
		{"content/exercises/a.toml", "The weeks = 8\nsession of a plan\n", ""},
		{"content/papers.toml", sources, "content/sources.toml"},
		{"content/papers.md", sources, "content/sources.toml"},
		{"content/sources.toml", plan, ""},
		{"content/pages/a.toml", "+++\ntitle = \"A\"\n+++\n", "content/pages/a.md"},
		{"content/plans/2026-01-02-a.md", "+++\ntitle = \"A\"\n+++\n", "content/articles/2026-01-02-a.md"},
		{"content/plans/a/index.md", "+++\ndate = 2026-01-02\n+++\n", "content/articles/a/index.md"},
		{"content/plans/a.md", "+++\ntitle = \"A\"\n+++\n" + exercise, "content/pages/a.md"},
		{"content/static/a.toml", exercise, ""},
		{"content/static/a.md", "+++\n+++\n", ""},
		{"content/static/site.toml.txt", "", ""},
		{"content/site.toml.txt", "", SettingsFile},
		{"content/plans/a", "", "content/plans/a.toml"},
		{"content/articles/2026-01-02-a/Makefile", "", ""},
	} {
		if got := MeantAt(source.File{Path: c.file, Data: []byte(c.text)}); got != c.want {
			t.Errorf("%s with %q: %q, want %q", c.file, c.text, got, c.want)
		}
	}
}
