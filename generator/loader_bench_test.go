//go:build unix

package generator_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// BenchmarkEdit is what an edit of one article costs: a look at its file, the parsing of it, the site made anew, and its page.
func BenchmarkEdit(b *testing.B) {
	for _, n := range benchSizes {
		dir := b.TempDir()
		sitetest.WriteArticles(b, dir, n)
		for _, look := range []string{"paths", "whole"} {
			b.Run(fmt.Sprint(look, "-", n), func(b *testing.B) {
				loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files})
				if err != nil {
					b.Fatal(err)
				}
				defer loader.Close()
				if _, err := loader.Load(benchNow); err != nil {
					b.Fatal(err)
				}
				edit(b, loader, dir, look)
			})
		}
	}
}

func edit(b *testing.B, loader *generator.Loader, dir, look string) {
	const name = "content/articles/a00007.md"
	file := filepath.Join(dir, name)
	text, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	var page bytes.Buffer
	took := map[string]float64{}
	i := 0
	began := cpu()
	for b.Loop() {
		i++
		if err := os.WriteFile(file, fmt.Appendf(bytes.Clone(text), "\nEdit %d.\n", i), 0o644); err != nil {
			b.Fatal(err)
		}
		var e *generator.Revision
		if look == "paths" {
			e, err = loader.LoadPaths(benchNow, []string{name})
		} else {
			e, err = loader.Load(benchNow)
		}
		if err != nil || !e.Sound() {
			b.Fatal(err, e.Problems)
		}
		page.Reset()
		if problems := e.Render(&page, e.Site.PageAt("/articles/a00007/")); len(problems) > 0 || !bytes.Contains(page.Bytes(), fmt.Appendf(nil, "Edit %d.", i)) {
			b.Fatal(problems, "or the edit is not on the page")
		}
		for _, s := range e.Timings() {
			took[s.Name] += float64(s.Took.Microseconds()) / 1000
		}
	}
	b.ReportMetric(milliseconds(cpu()-began)/float64(b.N), "cpu-ms/op")
	for name, ms := range took {
		b.ReportMetric(ms/float64(b.N), name+"-ms/op")
	}
}

// BenchmarkRender is what a page costs from the site to its bytes, for each kind of page of which there are many.
func BenchmarkRender(b *testing.B) {
	dir := b.TempDir()
	sitetest.WriteArticles(b, dir, 1000)
	loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files})
	if err != nil {
		b.Fatal(err)
	}
	defer loader.Close()
	e, err := loader.Load(benchNow)
	if err != nil {
		b.Fatal(err)
	}
	for _, kind := range []site.Output{site.ArticlePage, site.ListPage, site.AtomFile} {
		var pages []*site.Page
		for _, p := range e.Site.Pages {
			if p.Output == kind {
				pages = append(pages, p)
			}
		}
		b.Run(kind.String(), func(b *testing.B) {
			var page bytes.Buffer
			i := 0
			for b.Loop() {
				page.Reset()
				if problems := e.Render(&page, pages[i%len(pages)]); len(problems) > 0 {
					b.Fatal(problems)
				}
				i++
			}
		})
	}
}
