//go:build unix

package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// The two benchmarks do the same articles. BenchmarkFloor is the least that any generator written in Go with goldmark can do: read
// every file, convert its Markdown, wrap it in one constant page and write it. BenchmarkBuild is the whole build: front matter,
// lists, tags, checks, templates, staging and the manifest. The quotient of their cpu-ms/op is the distance to the limit:
//
//	go test -run '^$' -bench 'Build|Floor' -benchtime 3x ./generator
var benchSizes = []int{1000, 10000}

func BenchmarkBuild(b *testing.B) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			sitetest.WriteArticles(b, dir, n)
			benchmarkBuild(b, dir, n)
		})
	}
}

func benchmarkBuild(b *testing.B, dir string, articles int) {
	like := debug.SetGCPercent(400)
	defer debug.SetGCPercent(like)
	out := filepath.Join(dir, "public")
	measure(b, articles, func() {
		report, err := generator.Build(context.Background(), generator.Options{Dir: dir, Out: out, Theme: templates.Files, Now: benchNow})
		if err != nil || len(report.Problems) > 0 {
			b.Fatal(err, report.Problems)
		}
	}, func() { os.RemoveAll(out) })
}

// BenchmarkBuildWithoutCards is a build whose site says that no pictures of its pages are drawn, for those who share them.
func BenchmarkBuildWithoutCards(b *testing.B) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			sitetest.WriteArticles(b, dir, n, "cards = false")
			benchmarkBuild(b, dir, n)
		})
	}
}

// BenchmarkRebuild is a build in which nothing has changed since the last.
func BenchmarkRebuild(b *testing.B) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			sitetest.WriteArticles(b, dir, n)
			build := func() {
				if _, err := generator.Build(context.Background(), generator.Options{Dir: dir, Theme: templates.Files, Now: benchNow}); err != nil {
					b.Fatal(err)
				}
			}
			build()
			measure(b, n, build, func() {})
		})
	}
}

func BenchmarkFloor(b *testing.B) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			sitetest.WriteArticles(b, dir, n)
			like := debug.SetGCPercent(400)
			defer debug.SetGCPercent(like)
			out := filepath.Join(dir, "floor")
			measure(b, n, func() { floor(b, filepath.Join(dir, "content", "articles"), out) }, func() { os.RemoveAll(out) })
		})
	}
}

var benchNow = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

// measure reports the CPU time of work, which the other users of the machine change less than the time on the clock.
func measure(b *testing.B, articles int, work, clean func()) {
	var spent time.Duration
	for b.Loop() {
		b.StopTimer()
		clean()
		runtime.GC()
		before := cpu()
		b.StartTimer()
		work()
		spent += cpu() - before
	}
	b.ReportMetric(float64(spent.Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(articles)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func floor(b *testing.B, in, out string) {
	files, err := filepath.Glob(filepath.Join(in, "*.md"))
	if err != nil {
		b.Fatal(err)
	}
	work := make(chan string)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
			var page bytes.Buffer
			for f := range work {
				if err := floorPage(md, f, out, &page); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for _, f := range files {
		work <- f
	}
	close(work)
	wg.Wait()
}

func floorPage(md goldmark.Markdown, file, out string, page *bytes.Buffer) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if rest, ok := bytes.CutPrefix(text, []byte("+++\n")); ok {
		_, text, _ = bytes.Cut(rest, []byte("\n+++\n"))
	}
	page.Reset()
	page.WriteString("<!doctype html><html lang=en><head><meta charset=utf-8><title>page</title></head><body><main>")
	if err := md.Convert(text, page); err != nil {
		return err
	}
	page.WriteString("</main></body></html>")
	dir := filepath.Join(out, "articles", strings.TrimSuffix(filepath.Base(file), ".md"))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "index.html"), page.Bytes(), 0o644)
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
