package hugo_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/hugo"
)

// Each archive in testdata/addresses is a site of Hugo. Below want are the addresses as hugo 0.111.3 made them for the default language:
// of each text and each of its aliases, of the lists with their further pages and aliases, without the home page, and of the feeds. They
// were taken from what hugo wrote with layouts that say the kind, the file and the address of a page, and page through all of a list.
func TestAddresses(t *testing.T) {
	names, err := filepath.Glob("testdata/addresses/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no sites", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files, want := fstest.MapFS{}, ""
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			blog, err := hugo.Read(files)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(strings.TrimSpace(want), "\n"), addresses(blog)); diff != "" {
				t.Errorf("(-hugo +import):\n%s", diff)
			}
		})
	}
}

// addresses returns the addresses of what was shown, sorted.
func addresses(blog *importer.Blog) []string {
	var list []string
	for _, p := range blog.Posts {
		for i, old := range p.Old {
			switch {
			case p.Hidden != "":
			case strings.Contains(p.From, "/_index."):
				list = append(list, "list "+withSlash(old))
			case i == 0:
				list = append(list, fmt.Sprintf("page %s %s", p.From, old))
			default:
				list = append(list, fmt.Sprintf("alias %s %s", p.From, withSlash(old)))
			}
		}
	}
	for at := range blog.Lists {
		list = append(list, "list "+withSlash(at))
	}
	for at := range blog.Feeds {
		list = append(list, "feed "+at)
	}
	slices.Sort(list)
	return list
}

func withSlash(at string) string {
	if strings.HasSuffix(at, ".html") || strings.HasSuffix(at, "/") {
		return at
	}
	return at + "/"
}
