package generator_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/sitetest"
)

const searchedSite = `
-- content/site.toml --
title = "S"
url = "https://balanced-stride.com/base/"
-- content/pages/about.md --
+++
title = "About"
+++
Lift something heavy.
`

// The public folder has the pieces that the root of the search index names and no others, also after an edit, and hosts are told to keep them.
func TestSearchPieces(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteArchive(t, dir, txtar.Parse([]byte(searchedSite)))
	before := wantPieces(t, dir)
	sitetest.WriteFile(t, filepath.Join(dir, "content/pages/about.md"), []byte("+++\ntitle = \"About me\"\n+++\nLift something light.\n"))
	if after := wantPieces(t, dir); slices.ContainsFunc(after, func(name string) bool { return slices.Contains(before, name) }) {
		t.Errorf("other words have the same names: %v and %v", before, after)
	}
	headers := sitetest.ReadFile(t, filepath.Join(dir, "public/_headers"))
	if want := "/base/search/pieces/*\n  Cache-Control: public, max-age=31536000, immutable\n"; !strings.Contains(headers, want) {
		t.Errorf("hosts are told\n%s", headers)
	}
}

// wantPieces builds a site and returns the names of the pieces that its root names, sorted: those that there are.
func wantPieces(t *testing.T, dir string) []string {
	t.Helper()
	if report := sitetest.Build(t, dir); report.Problems.HasErrors() {
		t.Fatal(report.Problems)
	}
	var root struct {
		Shelves []string
		Words   [][2]string
	}
	if err := json.Unmarshal([]byte(sitetest.ReadFile(t, filepath.Join(dir, "public/search/index.json"))), &root); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, word := range root.Words {
		names = append(names, word[1]+".json")
	}
	for _, shelf := range root.Shelves {
		names = append(names, shelf+".json")
	}
	slices.Sort(names)
	if there := sitetest.Files(t, filepath.Join(dir, "public/search/pieces")); !slices.Equal(names, there) {
		t.Errorf("the root names %v, and there are %v", names, there)
	}
	return names
}

// Nothing of the author's can take the place of a piece, or of their folder.
func TestOwnSearchPieces(t *testing.T) {
	for _, file := range []string{"search/pieces/x.json", "search/Pieces/a/b.txt", "search/pieces"} {
		dir := t.TempDir()
		sitetest.WriteArchive(t, dir, txtar.Parse([]byte(searchedSite)))
		sitetest.WriteFile(t, filepath.Join(dir, "content/static", file), []byte("{}"))
		problems := sitetest.Build(t, dir).Problems
		if len(problems) != 1 || problems[0].ID != "kept-folder" {
			t.Errorf("of static/%s is said: %v", file, problems)
		}
	}
}
