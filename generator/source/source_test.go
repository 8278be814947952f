package source

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/linktest"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, dir string) (*Tree, *Snapshot, []string) {
	t.Helper()
	tree, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tree.Close() })
	s, problems, err := tree.Read()
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, p := range problems.Sorted() {
		said = append(said, p.File+": "+p.Message)
	}
	return tree, s, said
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"content/site.toml":            "title",
		"content/articles/b.md":        "b",
		"content/articles/a/index.md":  "a",
		"content/articles/a/x.JPG":     "picture",
		"content/articles/.hidden.md":  "no",
		"content/articles/b.md~":       "no",
		"content/articles/#b.md#":      "no",
		"content/static/notes.md":      "copied",
		"content/static/.well-known/x": "copied",
		"templates/layouts/home.html":  "home",
		"templates/assets/x.css":       "css",
		"elsewhere/x.md":               "no",
	})
	tree, s, said := read(t, dir)
	if len(said) > 0 {
		t.Errorf("problems: %q", said)
	}
	var got []string
	for _, f := range s.Files() {
		got = append(got, f.Path+"="+string(f.Data))
	}
	want := []string{
		"content/articles/a/index.md=a", "content/articles/a/x.JPG=", "content/articles/b.md=b", "content/site.toml=title",
		"content/static/.well-known/x=", "content/static/notes.md=", "templates/assets/x.css=css", "templates/layouts/home.html=home",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	f, ok := s.File("content/articles/a/x.JPG")
	if !ok || f.Size != 7 || f.Ext() != ".jpg" {
		t.Errorf("picture: %+v, %v", f, ok)
	}
	r, err := tree.Open(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if data, _ := io.ReadAll(r); string(data) != "picture" {
		t.Errorf("opened %q", data)
	}
	if n := len(s.Under("content/articles")); n != 3 {
		t.Errorf("%d files under content/articles, want 3", n)
	}
	if n := len(s.Under("content/art")); n != 0 {
		t.Errorf("%d files under content/art, want 0", n)
	}
}

// Nothing outside the folder is read, whatever leads there.
func TestLinks(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, outside, map[string]string{"secret.md": "secret", "folder/secret.md": "secret"})
	write(t, dir, map[string]string{"content/articles/real.md": "real", "content/articles/sub/x.png": "x"})
	at := func(name string) string { return filepath.Join(dir, "content", "articles", name) }
	for name, target := range map[string]string{
		"out.md":      filepath.Join(outside, "secret.md"),
		"up.md":       "../../../../../../../../../etc/hostname",
		"gone.md":     "nothing.md",
		"folder":      filepath.Join(outside, "folder"),
		"inside":      "sub",
		"same.md":     "real.md",
		"absolute.md": at("real.md"),
	} {
		linktest.Link(t, target, at(name))
	}
	_, s, said := read(t, dir)
	for _, f := range s.Files() {
		if strings.Contains(string(f.Data), "secret") {
			t.Errorf("%s was read from outside", f.Path)
		}
	}
	if f, ok := s.File("content/articles/same.md"); !ok || string(f.Data) != "real" {
		t.Errorf("a link inside the folder: %q, %v", f.Data, ok)
	}
	want := []string{
		"content/articles/absolute.md: this is a link to something outside its folder, or to nothing.",
		"content/articles/folder: this is a link to something outside its folder, or to nothing.",
		"content/articles/gone.md: this is a link to something outside its folder, or to nothing.",
		"content/articles/inside: this is a link to a folder; links to folders are not followed.",
		"content/articles/out.md: this is a link to something outside its folder, or to nothing.",
		"content/articles/up.md: this is a link to something outside its folder, or to nothing.",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestLine(t *testing.T) {
	s := New([]File{{Path: "a", Data: []byte("one\r\ntwo\n\nfour")}, {Path: "b"}})
	for _, c := range []struct {
		path string
		line int
		want string
		ok   bool
	}{
		{"a", 1, "one", true}, {"a", 2, "two", true}, {"a", 3, "", true}, {"a", 4, "four", true}, {"a", 5, "", false}, {"a", 0, "", false}, {"b", 1, "", false}, {"c", 1, "", false},
	} {
		if got, ok := s.Line(c.path, c.line); got != c.want || ok != c.ok {
			t.Errorf("Line(%q, %d) = %q, %v, want %q, %v", c.path, c.line, got, ok, c.want, c.ok)
		}
	}
}
