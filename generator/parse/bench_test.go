package parse_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/generator/source"
)

// BenchmarkArticle is held against [BenchmarkGoldmark]: with front matter, checks and claims at most 1.5 times as long.
func BenchmarkArticle(b *testing.B) {
	p := parse.New(&parse.Settings{Language: "en", Zone: time.UTC}, markdown.Words{}, nil)
	files := articles(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if f := p.Parse(files[i%len(files)]); len(f.Problems) > 0 {
			b.Fatal(f.Problems)
		}
	}
}

// BenchmarkGoldmark is what goldmark alone takes for the same articles.
func BenchmarkGoldmark(b *testing.B) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	files := articles(b)
	var out bytes.Buffer
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		out.Reset()
		if err := md.Convert(files[i%len(files)].Data, &out); err != nil {
			b.Fatal(err)
		}
	}
}

// articles returns some articles of a site of runners.
func articles(b *testing.B) []source.File {
	dir := b.TempDir()
	sitetest.WriteArticles(b, dir, 200)
	paths, err := filepath.Glob(filepath.Join(dir, "content", "articles", "*.md"))
	if err != nil {
		b.Fatal(err)
	}
	var files []source.File
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, source.File{Path: "content/articles/" + filepath.Base(path), Data: data, Size: int64(len(data))})
	}
	return files
}
