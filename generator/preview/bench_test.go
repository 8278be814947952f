//go:build unix

package preview_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/preview"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

// previewed is a preview that a benchmark looks at, with one tab.
type previewed struct {
	b    *testing.B
	url  string
	conn *websocket.Conn
}

const (
	benchFile = "content/articles/a00007.md"
	benchPage = "/articles/a00007/"
)

// beginPreview starts a preview and returns how long it took until the first page was there.
func beginPreview(b *testing.B, dir string) (p *previewed, first time.Duration) {
	b.Helper()
	began := time.Now()
	shown, err := preview.New(preview.Options{Site: generator.Options{Dir: dir, Theme: templates.Files, Drafts: true, Future: true}})
	if err != nil {
		b.Fatal(err)
	}
	l, err := preview.Listen("127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- shown.Serve(ctx, l) }()
	b.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			b.Error(err)
		}
	})
	p = &previewed{b: b, url: "http://" + l.Addr().String()}
	page, hash := p.fetch()
	if !strings.Contains(page, "</html>") {
		b.Fatalf("the first page: %s", page)
	}
	first = time.Since(began)
	if p.conn, _, err = websocket.Dial(ctx, p.url+"/_legpress/live", nil); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { p.conn.CloseNow() })
	if err := p.conn.Write(ctx, websocket.MessageText, fmt.Appendf(nil, `{"type":"here","page":%q,"hash":%q}`, benchPage, hash)); err != nil {
		b.Fatal(err)
	}
	p.await("problems")
	return p, first
}

func (p *previewed) fetch() (page, hash string) {
	p.b.Helper()
	answer, err := http.Get(p.url + benchPage)
	if err != nil {
		p.b.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		p.b.Fatal(err)
	}
	return string(data), answer.Header.Get("X-Legpress-Hash")
}

// await waits for a message of a type.
func (p *previewed) await(kind string) {
	p.b.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	for {
		_, data, err := p.conn.Read(ctx)
		if err != nil {
			p.b.Fatal(err)
		}
		var m struct{ Type string }
		if err := json.Unmarshal(data, &m); err != nil {
			p.b.Fatal(err)
		}
		if m.Type == kind {
			return
		}
	}
}

// save saves a text as editors do.
func save(how, file string, text []byte) error {
	if how == "write" {
		return os.WriteFile(file, text, 0o644)
	}
	if err := os.WriteFile(file+".tmp", text, 0o644); err != nil {
		return err
	}
	return os.Rename(file+".tmp", file)
}

// BenchmarkPreview is the time from a save to what the browser needs of it: the tab is told that its page is another one, and fetches it, or
// that the stylesheet is. On a machine that does other things, too, the fastest says more than the mean. heap-MB is what lies in memory when
// all is done, first-ms the time from the start to the first page.
func BenchmarkPreview(b *testing.B) {
	like := debug.SetGCPercent(400)
	defer debug.SetGCPercent(like)
	for _, n := range []int{1000, 10000} {
		dir := b.TempDir()
		sitetest.WriteArticles(b, dir, n)
		for _, s := range saves {
			if own, ok := strings.CutPrefix(s.file, "templates/"); ok {
				text, err := fs.ReadFile(templates.Files, own)
				if err != nil {
					b.Fatal(err)
				}
				sitetest.WriteFile(b, filepath.Join(dir, s.file), text)
			}
			b.Run(fmt.Sprint(s.name, "-", n), func(b *testing.B) {
				p, first := beginPreview(b, dir)
				time.Sleep(3 * time.Second) // the files grow old enough for their time stamps to be believed
				file := filepath.Join(dir, s.file)
				text, err := os.ReadFile(file)
				if err != nil {
					b.Fatal(err)
				}
				var took []time.Duration
				for b.Loop() {
					b.StopTimer()
					time.Sleep(300 * time.Millisecond) // nobody saves again while the folder is still looked at
					b.StartTimer()
					began := time.Now()
					edit := fmt.Sprintf(s.edit, len(took)+1)
					if err := save(s.how, file, bytes.Replace(text, []byte(s.at), []byte(edit+s.at), 1)); err != nil {
						b.Fatal(err)
					}
					if s.news == "style" {
						p.await("style")
					}
					for page := ""; s.news == "page" && !strings.Contains(page, strings.TrimSpace(edit)); page, _ = p.fetch() { // a part of the file may have been seen before the whole
						p.await("page")
					}
					took = append(took, time.Since(began))
				}
				if err := os.WriteFile(file, text, 0o644); err != nil {
					b.Fatal(err)
				}
				slices.Sort(took)
				b.ReportMetric(milliseconds(took[0]), "fastest-ms")
				b.ReportMetric(milliseconds(took[len(took)/2]), "median-ms")
				b.ReportMetric(milliseconds(took[len(took)-1]), "slowest-ms")
				b.ReportMetric(milliseconds(first), "first-ms")
				b.ReportMetric(heap(), "heap-MB")
			})
		}
	}
}

// saves are what is edited in BenchmarkPreview, how it is saved, and what the tab is told then.
var saves = []struct{ name, how, file, at, edit, news string }{
	{"article-write", "write", benchFile, "[^1]: ", "Edit %d.\n\n", "page"},
	{"article-rename", "rename", benchFile, "[^1]: ", "Edit %d.\n\n", "page"},
	{"style", "write", "templates/assets/style.css", "body", ".edit { order: %d }\n", "style"},
	{"template", "write", "templates/layouts/article.html", "</article>", "<b>Edit %d.</b>", "page"},
	{"base", "write", "templates/layouts/base.html", "</main>", "<b>Edit %d.</b>", "page"},
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// heap returns what lies in memory, in megabytes.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
