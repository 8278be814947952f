package source

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/linktest"
)

// age lets a file have changed long ago.
func age(t *testing.T, dir, name string) {
	t.Helper()
	then := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(filepath.Join(dir, filepath.FromSlash(name)), then, then); err != nil {
		t.Fatal(err)
	}
}

func again(t *testing.T, tree *Tree) *Snapshot {
	t.Helper()
	s, _, err := tree.Read()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func look(t *testing.T, tree *Tree, names ...string) *Snapshot {
	t.Helper()
	s, _, err := tree.Look(names)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func text(s *Snapshot, path string) string {
	f, ok := s.File(path)
	if !ok {
		return "(nothing)"
	}
	return string(f.Data)
}

// later lets all files of a tree have changed long ago: the system's own time of that cannot be set.
func later(tree *Tree) { tree.now = func() time.Time { return time.Now().Add(time.Hour) } }

// hasChangeTime reports whether the system keeps a time of changes that nobody can set.
func hasChangeTime(t *testing.T, dir string) bool {
	t.Helper()
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	return !changeTime(info).IsZero()
}

// A file that has not changed is read once; one that may have changed within the steps of the system's clock is read again.
func TestReadOnce(t *testing.T) {
	dir := t.TempDir()
	const name = "content/a.md"
	write(t, dir, map[string]string{name: "one"})
	if hasChangeTime(t, dir) {
		age(t, dir, name) // which is itself a change
	}
	tree, _, _ := read(t, dir)
	reads := func() bool {
		before, _ := tree.last.File(name)
		after, _ := again(t, tree).File(name)
		return before.stat.info != after.stat.info
	}
	if !reads() {
		t.Error("a file that has just changed was not read again")
	}
	later(tree)
	reads()
	if reads() {
		t.Error("a file that has not changed for long was read again")
	}
}

// An edit that leaves size and time as they were is found: by the system's own time, and by reading what has just changed.
func TestReadAgain(t *testing.T) {
	dir := t.TempDir()
	const old, young = "content/articles/old.md", "content/articles/young.md"
	write(t, dir, map[string]string{old: "one", young: "one"})
	age(t, dir, old)
	tree, first, _ := read(t, dir)
	if changed := again(t, tree).Changed(first); changed != nil {
		t.Errorf("changed without an edit: %q", changed)
	}
	if hasChangeTime(t, dir) {
		later(tree)
		again(t, tree)
	}
	keep := func(name string) { // writes in place, and leaves no trace of it
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, map[string]string{name: "two"})
		if err := os.Chtimes(filepath.Join(dir, name), info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	keep(old)
	keep(young)
	s := again(t, tree)
	if got := text(s, young); got != "two" {
		t.Errorf("a file that has just changed reads %q, want two", got)
	}
	if got := text(s, old); hasChangeTime(t, dir) && got != "two" {
		t.Errorf("a file with an old time stamp reads %q, want two", got)
	}
	if got := text(look(t, tree, old), old); got != "two" {
		t.Errorf("a file that was asked for reads %q, want two", got)
	}
	write(t, dir, map[string]string{old: "three"})
	if got := text(again(t, tree), old); got != "three" {
		t.Errorf("after an edit: %q, want three", got)
	}
}

// A file of the same size that takes the place of another by its name is another file, however old it is.
func TestReadReplaced(t *testing.T) {
	dir := t.TempDir()
	const name = "content/a.md"
	write(t, dir, map[string]string{name: "one", "new": "two"})
	age(t, dir, name)
	age(t, dir, "new")
	tree, _, _ := read(t, dir)
	if err := os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "content", "a.md")); err != nil {
		t.Fatal(err)
	}
	if got := text(again(t, tree), name); got != "two" {
		t.Errorf("after a rename: %q, want two", got)
	}
}

// Where another folder takes the place of the site's, or of one in it, its files are read, whatever their times and sizes.
func TestReplacedFolders(t *testing.T) {
	for _, replaced := range []string{".", "content", "content/articles", "content/articles/trip"} {
		for _, look := range []bool{false, true} {
			parent := t.TempDir()
			dir, other := filepath.Join(parent, "site"), filepath.Join(parent, "other")
			const name, copied = "content/articles/trip/index.md", "content/articles/trip/a.txt"
			write(t, dir, map[string]string{name: "one", copied: "one"})
			write(t, other, map[string]string{name: "two", copied: "two"})
			for _, d := range []string{dir, other} {
				age(t, d, name)
				age(t, d, copied)
			}
			tree, first, _ := read(t, dir)
			later(tree)
			again(t, tree)
			if err := os.Rename(filepath.Join(dir, replaced), filepath.Join(parent, "away")); err != nil {
				t.Skip("a folder that is in use cannot be moved here:", err)
			}
			if err := os.Rename(filepath.Join(other, replaced), filepath.Join(dir, replaced)); err != nil {
				t.Fatal(err)
			}
			var s *Snapshot
			var err error
			if look {
				s, _, err = tree.Look([]string{name, copied})
			} else {
				s, _, err = tree.Read()
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{copied, name}, s.Changed(first)); diff != "" {
				t.Errorf("%s replaced, look %v: changed (-want +got):\n%s", replaced, look, diff)
			}
			if got := text(s, name); got != "two" {
				t.Errorf("%s replaced, look %v: %q, want two", replaced, look, got)
			}
			f, err := tree.Open(copied)
			if err != nil {
				t.Fatal(err)
			}
			if data, err := io.ReadAll(f); err != nil || string(data) != "two" {
				t.Errorf("%s replaced: the file to copy is %q, %v", replaced, data, err)
			}
			f.Close()
		}
	}
}

func TestLook(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"content/site.toml": "s", "content/articles/a.md": "a", "content/articles/b.md": "b"})
	tree, first, _ := read(t, dir)
	if err := os.RemoveAll(filepath.Join(dir, "content", "articles", "b.md")); err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{
		"content/articles/a.md":             "a2",
		"content/articles/c.md":             "c",
		"content/articles/.c.md.swp":        "no",
		"content/articles/trip/index.md":    "trip",
		"content/articles/trip/map/one.png": "map",
		"content/site.toml":                 "unseen",
		"templates/assets/style.css":        "css",
		"public/index.html":                 "no",
	})
	s := look(t, tree, "content/articles/a.md", "content/articles/b.md", "content/articles/c.md", "content/articles/.c.md.swp",
		"content/articles/trip/map", "templates", "public/index.html", "../elsewhere", "/etc/passwd", "", ".")
	want := []string{"content/articles/a.md", "content/articles/c.md", "content/articles/trip/index.md", "content/articles/trip/map/one.png", "templates/assets/style.css"}
	if diff := cmp.Diff(want, s.Changed(first)); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	for path, want := range map[string]string{"content/articles/a.md": "a2", "content/articles/b.md": "b", "content/site.toml": "s", "content/articles/trip/index.md": "trip"} {
		if got := text(s, path); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	folders := []string{"content", "content/articles", "content/articles/trip", "content/articles/trip/map", "templates", "templates/assets"}
	if diff := cmp.Diff(folders, s.Folders()); diff != "" {
		t.Errorf("folders (-want +got):\n%s", diff)
	}
	whole := again(t, tree)
	if diff := cmp.Diff([]string{"content/articles/b.md", "content/site.toml"}, whole.Changed(s)); diff != "" {
		t.Errorf("found by looking at everything (-want +got):\n%s", diff)
	}
	_, cold, _ := read(t, dir)
	if changed := whole.Changed(cold); changed != nil {
		t.Errorf("a second look and a first one differ in %q", changed)
	}
}

// A link that leads outside is as forbidden at the second look as at the first, and is forgotten when it is gone.
func TestLookAtLinks(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, outside, map[string]string{"secret.md": "secret"})
	write(t, dir, map[string]string{"content/articles/a.md": "a"})
	tree, _, _ := read(t, dir)
	for name, target := range map[string]string{"out.md": filepath.Join(outside, "secret.md"), "folder": outside} {
		linktest.Link(t, target, filepath.Join(dir, "content", "articles", name))
	}
	s, problems, err := tree.Look([]string{"content/articles/out.md", "content/articles/folder/secret.md"})
	if err != nil || len(problems) != 2 || len(s.Files()) != 1 {
		t.Errorf("got %d files, problems %+v, %v, want 1 file and 2 problems", len(s.Files()), problems, err)
	}
	if err := os.Remove(filepath.Join(dir, "content", "articles", "out.md")); err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"content/articles/out.md": "mine"})
	s, problems, err = tree.Look([]string{"content/articles/out.md"})
	if err != nil || len(problems) != 1 || text(s, "content/articles/out.md") != "mine" {
		t.Errorf("got %q, problems %+v, %v", text(s, "content/articles/out.md"), problems, err)
	}
}

// A file is known by its name in composed letters and opened by the name that it has; a folder that is watched has the name that it has.
func TestComposedNames(t *testing.T) {
	dir := t.TempDir()
	const onDisk, path = "content/articles/u\u0308/o\u0308.md", "content/articles/\u00fc/\u00f6.md"
	write(t, dir, map[string]string{onDisk: "one"})
	tree, s, said := read(t, dir)
	if len(said) > 0 || len(s.Files()) != 1 || s.Files()[0].Path != path {
		t.Fatalf("got %+v, %q", s.Files(), said)
	}
	r, err := tree.Open(s.Files()[0].OnDisk())
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	if got := s.Folders()[2]; got != "content/articles/u\u0308" {
		t.Errorf("the folder is %+q", got)
	}
	if line, ok := s.Lines(dir)(path, 1); line != "one" || !ok {
		t.Errorf("its line is %q, %v", line, ok)
	}
	write(t, dir, map[string]string{onDisk: "two", "content/articles/u\u0308/a\u0308.md": "new"})
	s = look(t, tree, onDisk, "content/articles/u\u0308/a\u0308.md")
	if text(s, path) != "two" || text(s, onDisk) != "two" || text(s, "content/articles/\u00fc/\u00e4.md") != "new" {
		t.Errorf("after an edit: %+v", s.Files())
	}
	if err := os.Rename(filepath.Join(dir, onDisk), filepath.Join(dir, "content/articles/u\u0308/\u00f6.md")); err != nil {
		t.Fatal(err)
	}
	s = again(t, tree)
	f, _ := s.File(path)
	if r, err = tree.Open(f.OnDisk()); err != nil {
		t.Errorf("after a rename that changes nothing to see: %v", err)
	}
	r.Close()
}

// Two names that look the same are one problem, which names both; one of the files is read.
func TestSameNameTwice(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"content/articles/u\u0308.md": "one", "content/articles/\u00fc.md": "three", "content/articles/U\u0308.md": "other"})
	if entries, _ := os.ReadDir(filepath.Join(dir, "content/articles")); len(entries) != 3 {
		t.Skip("names that differ in case are one here")
	}
	tree, s, said := read(t, dir)
	if len(s.Files()) != 2 && len(s.Files()) != 1 {
		t.Errorf("got %+v", s.Files())
	}
	if len(said) != 1 || !strings.Contains(said[0], `content/articles/ü.md: `) || !strings.Contains(said[0], `\u00fc.md (5 bytes) and u\u0308.md (3 bytes)`) {
		t.Errorf("said %q", said)
	}
	if text(s, "content/articles/ü.md") != "three" {
		t.Errorf("read %q", text(s, "content/articles/ü.md"))
	}
	if err := os.Remove(filepath.Join(dir, "content/articles/u\u0308.md")); err != nil {
		t.Fatal(err)
	}
	if _, problems, err := tree.Read(); err != nil || len(problems) > 0 {
		t.Errorf("after one is gone: %v, %v", problems, err)
	}
}
