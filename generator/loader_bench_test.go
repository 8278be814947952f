//go:build unix

package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// BenchmarkEdit is what an edit of one file costs: a look at the file or at the whole folder, the site made anew, and a page.
func BenchmarkEdit(b *testing.B) {
	for _, n := range benchSizes {
		dir := b.TempDir()
		sitetest.WriteArticles(b, dir, n)
		for _, e := range fileEdits {
			file := filepath.Join(dir, e.file)
			if e.own != "" {
				text, err := fs.ReadFile(templates.Files, e.own)
				if err != nil {
					b.Fatal(err)
				}
				sitetest.WriteFile(b, file, text)
			}
			for _, look := range []string{"paths", "whole"} {
				b.Run(fmt.Sprint(e.kind, "-", look, "-", n), func(b *testing.B) {
					loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files, PlainNames: true})
					if err != nil {
						b.Fatal(err)
					}
					defer loader.Close()
					if _, err := loader.Load(benchNow); err != nil {
						b.Fatal(err)
					}
					e.measure(b, loader, file, look == "paths")
				})
			}
		}
	}
}

// fileEdit is a kind of edit: a line more at the end of a file.
type fileEdit struct {
	kind, file string
	own        string // the file of the theme whose place the file takes; "" for an article
	line       string // with the number of the edit
}

var fileEdits = []fileEdit{
	{kind: "article", file: "content/articles/a00007.md", line: "\nEdit %d.\n"},
	{kind: "style", file: "templates/assets/style.css", own: "assets/style.css", line: "\n.edit { order: %d }\n"},
	{kind: "template", file: "templates/layouts/article.html", own: "layouts/article.html", line: "\n{{/* %d */}}\n"},
	{kind: "base", file: "templates/layouts/base.html", own: "layouts/base.html", line: "\n<!-- %d -->\n"},
	{kind: "words", file: "templates/words/en.toml", own: "words/en.toml", line: "\n# %d\n"},
}

func (e fileEdit) measure(b *testing.B, loader *generator.Loader, file string, named bool) {
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
		if err := os.WriteFile(file, fmt.Appendf(bytes.Clone(text), e.line, i), 0o644); err != nil {
			b.Fatal(err)
		}
		var r *generator.Revision
		if named {
			r, err = loader.LoadPaths(benchNow, []string{e.file})
		} else {
			r, err = loader.Load(benchNow)
		}
		if err != nil || !r.Sound() {
			b.Fatal(err, r.Problems)
		}
		page.Reset()
		if problems := r.Render(&page, r.Site.PageAt("/articles/a00007/")); len(problems) > 0 || e.own == "" && !bytes.Contains(page.Bytes(), fmt.Appendf(nil, "Edit %d.", i)) {
			b.Fatal(problems, "or the edit is not on the page")
		}
		for _, s := range r.Timings() {
			took[s.Name] += float64(s.Took.Microseconds()) / 1000
		}
	}
	b.ReportMetric(milliseconds(cpu()-began)/float64(b.N), "cpu-ms/op")
	for name, ms := range took {
		b.ReportMetric(ms/float64(b.N), name+"-ms/op")
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		b.Fatal(err)
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
