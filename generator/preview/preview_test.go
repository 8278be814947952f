package preview

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/mediatype"
	"github.com/legpress/legpress/templates"
)

// Nothing that a preview starts outlives it.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var testNow = time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC)

// newSite writes the site of testdata/site.txtar into a folder.
func newSite(t testing.TB) (dir string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for _, f := range archive.Files {
		write(t, dir, f.Name, string(f.Data))
	}
	return dir
}

// newPlainSite is newSite without the pictures for sharing, which take more time than all the rest of a page.
func newPlainSite(t testing.TB) (dir string) {
	t.Helper()
	dir = newSite(t)
	settings := read(t, dir, "content/site.toml")
	write(t, dir, "content/site.toml", strings.Replace(settings, "author", "cards = false\nauthor", 1))
	return dir
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// replace writes a file in one step.
func replace(t testing.TB, dir, name, text string) {
	t.Helper()
	write(t, dir, ".replacement", text)
	if err := os.Rename(filepath.Join(dir, ".replacement"), filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func options(dir string) Options {
	return Options{
		Site: generator.Options{Dir: dir, Theme: templates.Files, Drafts: true, Future: true},
		Now:  func() time.Time { return testNow },
	}
}

// running is a preview at work.
type running struct {
	*Preview
	t    testing.TB
	dir  string
	url  string // without the last slash
	stop func()

	mu       sync.Mutex
	changes  []Change
	problems []Problems
	remarks  []string
}

// start serves a site until the test ends.
func start(t testing.TB, dir string, change ...func(*Options)) *running {
	t.Helper()
	r := &running{t: t, dir: dir}
	o := options(dir)
	o.Voice = Voice{
		Changed:  func(c Change) { r.mu.Lock(); defer r.mu.Unlock(); r.changes = append(r.changes, c) },
		Problems: func(p Problems) { r.mu.Lock(); defer r.mu.Unlock(); r.problems = append(r.problems, p) },
		Remark:   func(text string) { r.mu.Lock(); defer r.mu.Unlock(); r.remarks = append(r.remarks, text) },
	}
	for _, c := range change {
		c(&o)
	}
	p, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r.Preview, r.url = p, "http://"+l.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- p.Serve(ctx, l) }()
	r.stop = sync.OnceFunc(func() {
		stop()
		began := time.Now()
		if err := <-done; err != nil {
			t.Errorf("the preview ended with %v", err)
		}
		limit := time.Second
		if growthtest.Race {
			limit = 10 * time.Second
		}
		if took := time.Since(began); took > limit {
			t.Errorf("the preview took %v to end", took)
		}
	})
	t.Cleanup(r.stop)
	return r
}

// said returns what has been said of problems.
func (r *running) said() []Problems {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.problems[:len(r.problems):len(r.problems)]
}

// answer is what came back for a request.
type answer struct {
	status int
	header http.Header
	body   string
}

// ask asks the preview's handler, without a network.
func ask(p *Preview, r *http.Request) answer {
	w := httptest.NewRecorder()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	p.handler(ctx, loopback).ServeHTTP(w, r)
	return answer{w.Code, w.Header(), w.Body.String()}
}

func (p *Preview) get(path string) answer {
	r := httptest.NewRequest(http.MethodGet, (&urlPath{path}).String(), nil)
	r.Host = "127.0.0.1:1414"
	return ask(p, r)
}

var script = regexp.MustCompile(`<script src="/_legpress/client.js" data-page="[^"]*" data-hash="[0-9a-f]{16}" defer></script>`)

// bare returns the page without the script of the preview, of which there has to be one.
func (a answer) bare(t testing.TB) string {
	t.Helper()
	if n := len(script.FindAllString(a.body, -1)); n != 1 {
		t.Errorf("the script is there %d times:\n%.500s", n, a.body)
	}
	return script.ReplaceAllString(a.body, "")
}

// served returns what is served at each of the addresses at which a clean build has a file.
func served(t testing.TB, p *Preview, addresses map[string]string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for path := range addresses {
		a := p.get(path)
		if a.status != http.StatusOK && path != "/404.html" {
			all[path] = fmt.Sprintf("status %d", a.status)
			continue
		}
		all[path] = a.body
		if p.shown.Load().has(path) && a.header.Get("Content-Type") == mediatype.HTML {
			all[path] = a.bare(t)
		}
	}
	return all
}

// built returns what a clean build of the folder writes, by address, and what it says.
func built(t testing.TB, o Options) (files map[string]string, said string) {
	t.Helper()
	b := o.Site
	b.Out, b.Now = filepath.Join(t.TempDir(), "public"), testNow
	report, err := generator.Build(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	var problems bytes.Buffer
	if err := report.Problems.Text(&problems, report.Lines, false); err != nil {
		t.Fatal(err)
	}
	if report.Problems.HasErrors() {
		return nil, problems.String()
	}
	files = map[string]string{}
	err = fs.WalkDir(os.DirFS(b.Out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, ".legpress/") {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(b.Out), name)
		files[address(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, problems.String()
}

// address returns the address at which a web server has a public file.
func address(name string) string {
	if folder, ok := strings.CutSuffix("/"+name, "/index.html"); ok {
		return folder + "/"
	}
	return "/" + name
}

// agree fails where what is served is not what a clean build writes.
func agree(t testing.TB, p *Preview) {
	t.Helper()
	want, said := built(t, p.options)
	if want == nil {
		t.Fatalf("the site has errors:\n%s", said)
	}
	if diff := cmp.Diff(want, served(t, p, want)); diff != "" {
		t.Errorf("clean build and preview differ (-build +preview):\n%s", diff)
	}
}
