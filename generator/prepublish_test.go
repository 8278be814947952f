package generator_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// A text is still the starter's where most of its sentences are, though some words were added; one that was mostly written anew is not.
func TestStarterTexts(t *testing.T) {
	const page = "pages/ask-first.md"
	original, err := fs.ReadFile(content.Files, page)
	if err != nil {
		t.Fatal(err)
	}
	front, body, _ := strings.Cut(strings.TrimPrefix(string(original), "+++"), "+++")
	for _, c := range []struct{ name, body, want string }{
		{"as it was", body, "word for word"},
		{"with lines broken elsewhere", strings.ReplaceAll(body, ". ", ".\n"), "word for word"},
		{"with three words more", strings.TrimSpace(body) + "\n\nAnna says so.\n", "sentences"},
		{"mine", "\n\nSome of it. " + strings.Repeat("I write what I think of it, and why. ", 30) + body[:400], ""},
	} {
		dir := t.TempDir()
		sitetest.WriteStarter(t, dir)
		sitetest.WriteFile(t, filepath.Join(dir, "content", page), []byte("+++"+front+"+++"+c.body))
		report, err := generator.CheckBeforePublishing(context.Background(), sitetest.Options(dir), content.Files)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range report.Problems {
			if p.ID == "starter-text" && p.File == "content/"+page {
				got = p.Message
			}
		}
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
