package importer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/importer"
)

// What the site would get wrong is escaped where it stands, and nothing else is.
func TestEscape(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), fstest.MapFS{"site.toml": {Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\n")}}); err != nil {
		t.Fatal(err)
	}
	for body, want := range map[string]string{
		"| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 |\n": "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |\n| 4 | 5 |\n",
		"| r  | read |\n\nWords.\n":                        "\\| r  | read |\n\nWords.\n",
		"```\nx\n    ```\ny\n```\n\n[b](/b/)\n":            "```\nx\n    ```\ny\n```\n\n[b](2020-01-02-b.md)\n",
		"1. a\n\n    ```\n    x\n    ```\n\n2. [b](/b/)\n": "1. a\n\n    ```\n    x\n    ```\n\n2. [b](2020-01-02-b.md)\n",
		"[0]: #0\n\n[0] and [b](/b/#nowhere)\n":            "[0]: #0\n\n\\[0] and [b](2020-01-02-b.md)\n",
		"[[b](/b/)](/b/) and [x [b](/b/) y](/b/)\n":        "[b](2020-01-02-b.md) and [x b y](2020-01-02-b.md)\n",
		"a [](/b/) b [ ](https://c.example/) c\n":          "a  b  c\n",
		"**a: **b\n": "**a:** b\n",
	} {
		day := time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC)
		blog := &importer.Blog{Home: "https://old.example/", Posts: []*importer.Post{{Slug: "a", Title: "A", Date: day, Body: body}, {Slug: "b", Title: "B", Date: day, Old: []string{"/b/"}, Body: "B.\n"}}}
		r, err := importer.Plan(blog, dir, importer.Options{Now: testNow})
		if err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(string(r.Files[0].Text), "\n+++\n\n")
		if got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
		for _, p := range problems(r) {
			if p.Severity == diag.Error {
				t.Errorf("%q: %v", body, p)
			}
		}
	}
}

// The second page of a list that the site has itself is no old address.
func TestFurtherPages(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), fstest.MapFS{"site.toml": {Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\n")}}); err != nil {
		t.Fatal(err)
	}
	blog := &importer.Blog{Home: "https://old.example/", Lists: map[string]string{"/tags/hill/page/2/": "hill", "/articles/page/2/": "", "/tags/hill/page/9/": "hill", "/articles/2020/page/2/": ""}}
	for i := range 30 {
		blog.Posts = append(blog.Posts, &importer.Post{Slug: fmt.Sprint("a", i), Title: "A", Date: time.Date(2020, 1, 1+i, 0, 0, 0, 0, time.UTC), Tags: []string{"hill"}, Body: "A.\n"})
	}
	r, err := importer.Plan(blog, dir, importer.Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems(r) {
		if p.Severity == diag.Error {
			t.Error(p)
		}
	}
	if moved := string(r.Files[len(r.Files)-1].Text); !strings.Contains(moved, `"/tags/hill/page/9/" = "/tags/hill/"`) || strings.Contains(moved, "page/2/") {
		t.Errorf("got %s", moved)
	}
}
