package jekyll_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator/importer/jekyll"
)

// The texts that were published, and their addresses, are those that Jekyll 4.3.1 made.
func TestAddresses(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/addresses.txtar")
	if err != nil {
		t.Fatal(err)
	}
	shared := map[string]fstest.MapFS{}
	for _, site := range archive.Files {
		t.Run(site.Name, func(t *testing.T) {
			settings, rest, _ := strings.Cut(string(site.Data), "=== files")
			how, want, _ := strings.Cut(rest, "=== addresses\n")
			kind, list, _ := strings.Cut(how, "\n")
			files := shared[strings.TrimPrefix(kind, " as in ")]
			if files == nil {
				files = filesOf(list)
				shared[site.Name] = files
			}
			files = maps.Clone(files)
			files["_config.yml"] = &fstest.MapFile{Data: []byte(settings)}
			blog, err := jekyll.Read(files)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range blog.Posts {
				if p.Hidden == "" && (p.Shown || p.Date.Before(time.Date(2090, 1, 1, 0, 0, 0, 0, time.UTC))) {
					base := ""
					if strings.Contains(settings, "baseurl: /b") {
						base = "/b"
					}
					got = append(got, p.From+" | "+strings.TrimPrefix(p.Old[0], base))
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(slices.Collect(strings.Lines(want)), strings.SplitAfter(strings.Join(got, "\n")+"\n", "\n")[:len(got)]); diff != "" {
				t.Errorf("(-as Jekyll made them +got):\n%s", diff)
			}
		})
	}
}

// filesOf makes files of lines with a path each, and the keys of its front matter.
func filesOf(list string) fstest.MapFS {
	files := fstest.MapFS{}
	for line := range strings.Lines(list) {
		name, keys, _ := strings.Cut(strings.TrimSpace(line), " | ")
		text := "---\n" + strings.ReplaceAll(keys, " ;; ", "\n") + "\n---\nRun.\n"
		if keys == "none" {
			text = "Run.\n"
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}
