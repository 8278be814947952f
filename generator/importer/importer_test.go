package importer_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/check"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/ghost"
	"github.com/legpress/legpress/generator/importer/hugo"
	"github.com/legpress/legpress/generator/importer/jekyll"
	"github.com/legpress/legpress/generator/importer/substack"
	"github.com/legpress/legpress/generator/importer/wordpress"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/templates"
)

var update = flag.Bool("update", false, "rewrite the want/ part of the blogs in testdata")

var sites = flag.String("sites", "", "write the sites that the blogs are imported into below this folder, and leave them there")

var testNow = time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC)

// Each archive in testdata holds a blog below old/, the site that it is imported into, and below want/ the new files, those that are copied
// by their names alone, and the report. The site that comes out has no errors, and every old address leads on.
func TestImports(t *testing.T) {
	for name, read := range map[string]func(t *testing.T, dir string) *importer.Blog{
		"wordpress": readWordPress, "wordpress-blocks": readWordPress, "jekyll": readFolder(jekyll.Read), "hugo": readFolder(hugo.Read),
		"ghost": readGhost, "substack": readSubstack,
		"hugo-french": readFolder(hugo.Read),
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", name+".txtar")
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			if *sites != "" {
				folder = filepath.Join(*sites, name)
			}
			old, dir := unpack(t, archive, folder)
			before := tree(t, dir)
			r := take(t, read(t, old), dir)
			want := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want/") })
			if want < 0 {
				want = len(archive.Files)
			}
			got := results(t, r, dir)
			if *update {
				archive.Files = append(archive.Files[:want], got...)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(archive.Files[want:], got, cmp.Transformer("text", func(b []byte) string { return string(b) })); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, f := range before {
				if slices.ContainsFunc(r.Files, func(x importer.File) bool { return x.Path == f }) {
					t.Errorf("%s was there before and is written", f)
				}
			}
			checkSite(t, dir)
			checkRedirects(t, dir, r)
		})
	}
}

func readWordPress(t *testing.T, dir string) *importer.Blog {
	data, err := os.ReadFile(filepath.Join(dir, "export.xml"))
	if err != nil {
		t.Fatal(err)
	}
	blog, err := wordpress.Read(wordpress.Input{Name: "export.xml", XML: bytes.NewReader(data), Uploads: os.DirFS(filepath.Join(dir, "uploads"))})
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

func readGhost(t *testing.T, dir string) *importer.Blog {
	data, err := os.ReadFile(filepath.Join(dir, "export.json"))
	if err != nil {
		t.Fatal(err)
	}
	blog, err := ghost.Read(ghost.Input{Name: "export.json", JSON: bytes.NewReader(data), Home: "https://hill.example/", Images: os.DirFS(dir)})
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

func readSubstack(t *testing.T, dir string) *importer.Blog {
	blog, err := substack.Read(substack.Input{Name: "export", Folder: os.DirFS(dir)})
	if err != nil {
		t.Fatal(err)
	}
	return blog
}

func readFolder(read func(fs.FS) (*importer.Blog, error)) func(*testing.T, string) *importer.Blog {
	return func(t *testing.T, dir string) *importer.Blog {
		blog, err := read(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		return blog
	}
}

// unpack writes an archive into folders. "PNG 600 400" stands for a picture of that size.
func unpack(t *testing.T, archive *txtar.Archive, dir string) (old, site string) {
	t.Helper()
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "want/") {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		var width, height int
		if _, err := fmt.Sscanf(string(f.Data), "PNG %d %d", &width, &height); err == nil {
			var b bytes.Buffer
			if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, width, height), []color.Color{color.White})); err != nil {
				t.Fatal(err)
			}
			f.Data = b.Bytes()
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "old"), filepath.Join(dir, "site")
}

func take(t *testing.T, blog *importer.Blog, dir string) *importer.Result {
	t.Helper()
	r, err := importer.Plan(blog, dir, importer.Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Write(context.Background(), blog, dir); err != nil {
		t.Fatal(err)
	}
	return r
}

func results(t *testing.T, r *importer.Result, dir string) []txtar.File {
	t.Helper()
	var files []txtar.File
	for _, f := range r.Files {
		data := f.Text
		if f.From != "" {
			data = []byte("copied from " + f.From + "\n")
		}
		files = append(files, txtar.File{Name: "want/" + f.Path, Data: data})
	}
	name, err := r.WriteReport(dir)
	if err != nil {
		t.Fatal(err)
	}
	report, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	counts := fmt.Sprintf("%d articles, %d pages, %d drafts, %d pictures, %d other files, %d redirects\n\n", r.Articles, r.Pages, r.Drafts, r.Pictures, r.Others, r.Redirects)
	return append(files, txtar.File{Name: "want/report", Data: append([]byte(counts), report...)})
}

// checkSite holds that the site has no errors, drafts and the future included.
func checkSite(t *testing.T, dir string) {
	t.Helper()
	for _, all := range []bool{false, true} {
		report, err := generator.Check(context.Background(), generator.Options{Dir: dir, Theme: templates.Files, Now: testNow, Drafts: all, Future: all})
		if err != nil {
			t.Fatal(err)
		}
		problems := slices.DeleteFunc(report.Problems, func(p diag.Problem) bool {
			// A text may show how a shortcode is written, no test has a real address, and what was missing in the old blog is missing here.
			return slices.Contains([]string{"shortcode", "no-address", "broken-address"}, p.ID)
		})
		if len(problems) > 0 {
			var b bytes.Buffer
			_ = problems.Text(&b, report.Lines, false)
			t.Errorf("drafts %v:\n%s", all, b.String())
		}
	}
}

// checkRedirects builds the site and holds that something answers at every old address.
func checkRedirects(t *testing.T, dir string, r *importer.Result) {
	t.Helper()
	report, err := generator.Build(context.Background(), generator.Options{Dir: dir, Theme: templates.Files, Now: testNow, Drafts: true, Future: true})
	if err != nil || report.Problems.HasErrors() {
		t.Fatal("the site does not build", err)
	}
	n := 0
	leads := func(old, to string) {
		n++
		file := filepath.Join(dir, "public", filepath.FromSlash(old))
		if strings.HasSuffix(old, "/") {
			file = filepath.Join(file, "index.html")
		}
		data, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(data, []byte((&url.URL{Path: to}).EscapedPath())) {
			t.Errorf("%s does not lead to %s: %v", old, to, err)
		}
	}
	for _, a := range slices.Concat(report.Site.Articles, report.Site.Standalone) {
		for _, alias := range a.Aliases {
			leads(alias.Value, a.URL)
		}
	}
	for _, m := range report.Site.Moved {
		leads(m.Old.Value, m.To.Value) // a feed names its own address
	}
	checkDebris(t, filepath.Join(dir, "public"))
	if n != r.Redirects || n == 0 {
		t.Errorf("%d redirects, but %d were announced", n, r.Redirects)
	}
}

func tree(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// A second import of the same blog writes nothing: everything is there.
func TestAgain(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/wordpress.txtar")
	if err != nil {
		t.Fatal(err)
	}
	old, dir := unpack(t, archive, t.TempDir())
	first := take(t, readWordPress(t, old), dir)
	again := take(t, readWordPress(t, old), dir)
	if len(first.Files) == 0 || len(again.Files) != 0 {
		t.Errorf("first %d files, then %d, want none: %v", len(first.Files), len(again.Files), again.Files)
	}
}

// Whatever is in a text, the site that it is imported into has no errors because of it.
func FuzzPlan(f *testing.F) {
	for _, s := range []string{"[a](b) ![](c) [d][e] [^f]", "<b>x</b> <y>", "![a](https://b.example/c.png)", "[](x) [a]() [b](<>)", "[a](#b) [c](javascript:d) [e](/f#g)",
		"## [](plan:x) {#main}", "# a\n#### b {#source}\n## c {#d e}", "[a]: b\n\n[x](a b \"", "```\n[a](b", "<exercise:x> <foo:bar>", "![a](exercise:x)", "a\n- [b\n](c\n)", "[//]: # (a)\n[a](\\)",
		"| [a](b | c) |\n|--|--|"} {
		f.Add(s)
	}
	dir := f.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), fstest.MapFS{"site.toml": {Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\n")}}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		blog, err := hugo.Read(fstest.MapFS{"hugo.toml": {Data: []byte("baseURL = 'https://x.example'")}, "content/posts/a.md": {Data: []byte("---\ndate: 2020-01-01\n---\n" + s)}})
		if err != nil {
			t.Fatal(err)
		}
		r, err := importer.Plan(blog, dir, importer.Options{Now: testNow})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems(r) {
			if p.Severity == diag.Error {
				t.Errorf("%q:\n%s\n%v", s, r.Files[0].Text, p)
			}
		}
	})
}

// problems returns what is wrong with a site that has nothing but the new files, its pages not rendered.
func problems(r *importer.Result) diag.List {
	files := []source.File{{Path: "content/site.toml", Data: []byte("title = \"x\"\nurl = \"https://x.example/\"\n")}}
	for _, f := range r.Files {
		files = append(files, source.File{Path: f.Path, Data: f.Text})
	}
	settings, found := parse.ReadSettings(source.New(files))
	parser := parse.New(settings, markdown.Words{}, nil)
	var parsed []*parse.File
	for _, f := range files {
		p := parser.Parse(f)
		found.Add(p.Problems...)
		parsed = append(parsed, p)
	}
	joined, more := site.Join(settings, parsed, site.Options{Drafts: true, Future: true})
	return slices.Concat(found, more, check.Site(joined))
}
