package generator_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// TestCaptions shows what the poses of a drawing are as text where no cues stand beside it, and to those who cannot see it in any case.
func TestCaptions(t *testing.T) {
	const poses = "[[pose]]\nlabel = \"Stand tall\"\nground = [\"feet\"]\n[[pose]]\nlabel = \"Sit down\"\ntorso = 30\nthigh = 98\nshin = -28\n"
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.toml":            "title = \"S\"\nurl = \"https://balanced-stride.com/\"\ncards = false\n",
		"exercises/cued.toml":  exercise("cues = [\"Sit between your heels.\"]\n" + poses),
		"exercises/plain.toml": exercise(poses),
	} {
		sitetest.WriteFile(t, filepath.Join(dir, "content", name), []byte(text))
	}
	loader, err := generator.Open(sitetest.Options(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	rev, err := loader.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	for url, shown := range map[string]bool{"/exercises/cued/": false, "/exercises/plain/": true} {
		var b bytes.Buffer
		if problems := rev.Render(&b, rev.Site.PageAt(url)); len(problems) > 0 {
			t.Errorf("%s: %v", url, problems)
		}
		if page := b.String(); strings.Contains(page, "<li>Stand tall</li>") != shown || !strings.Contains(page, `alt="E: 1. Stand tall. 2. Sit down."`) {
			t.Errorf("%s shows its captions: %t, want %t; and a description in any case:\n%s", url, !shown, shown, page)
		}
	}
}
