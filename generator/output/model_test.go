package output

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	_ "github.com/legpress/legpress/generator/fewertest"
)

// model says what the public folder should hold, from the rules alone.
type model struct {
	disk tree // what is there
	ours tree // what builds wrote, as they wrote it
	used bool // a build has written a manifest
}

// build returns what a build should report and whether it is refused; it changes the model unless it is. What is in keep may stay.
func (m *model) build(files, keep tree) (Result, bool) {
	if m.refusesFolder() {
		return Result{}, false
	}
	r := Result{}
	for p, text := range files {
		present, there := m.disk[p]
		_, ours := m.ours[p]
		if (there && !ours && present != text) || m.blocked(p) {
			return Result{}, false
		}
		r.Bytes += int64(len(text))
		if there && present == text {
			r.Unchanged++
		} else {
			r.Written++
		}
	}
	kept := m.kept(files, keep)
	m.retire(files, kept, &r)
	m.used = m.used || len(files) > 0
	maps.Copy(m.disk, files)
	m.ours = maps.Clone(files)
	maps.Copy(m.ours, kept)
	return r, true
}

// kept returns what stays and goes on being ours: it is there, and nothing else needs its place.
func (m *model) kept(files, keep tree) tree {
	kept := tree{}
	for p, wrote := range m.ours {
		_, wanted := keep[p]
		_, there := m.disk[p]
		needed := slices.ContainsFunc(slices.Collect(maps.Keys(files)), func(q string) bool {
			return p == q || strings.HasPrefix(p, q+"/") || strings.HasPrefix(q, p+"/")
		})
		if wanted && there && !needed {
			kept[p] = wrote
		}
	}
	return kept
}

// refusesFolder: it is not ours, and something in it does not begin with a dot.
func (m *model) refusesFolder() bool {
	for p := range m.disk {
		if !m.used && !strings.HasPrefix(p, ".") {
			return true
		}
	}
	return false
}

// blocked: a file stands where one of p's folders must go, or a folder where p must go, and it is not ours or not as we
// wrote it.
func (m *model) blocked(p string) bool {
	for q, text := range m.disk {
		if strings.HasPrefix(p, q+"/") || strings.HasPrefix(q, p+"/") {
			if wrote, ours := m.ours[q]; !ours || wrote != text {
				return true
			}
		}
	}
	return false
}

func (m *model) retire(files, kept tree, r *Result) {
	for p, wrote := range m.ours {
		present, there := m.disk[p]
		_, again := files[p]
		if _, stays := kept[p]; again || stays || !there {
			continue
		}
		if present == wrote {
			delete(m.disk, p)
			r.Deleted++
		} else {
			r.Kept = append(r.Kept, p)
		}
	}
	slices.Sort(r.Kept)
}

// Few paths and few texts, so that they meet.
var (
	somePath = rapid.SampledFrom([]string{"a", "a/b", "a/b/c", "a/d", "e/f", "e/g", "h", ".i", ".j/k"})
	someText = rapid.SampledFrom([]string{"", "1", "2", "33", "44"})
)

// someFiles are files of which none is the folder of another.
func someFiles(t *rapid.T) tree {
	files := tree{}
	for p, text := range rapid.MapOf(somePath, someText).Draw(t, "files") {
		files[p] = text
	}
	for p := range files {
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			delete(files, dir)
		}
	}
	return files
}

func TestAgainstTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, err := os.MkdirTemp("", "output")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(base)
		c := &comparison{site: sites{base, filepath.Join(base, "public")}, model: model{tree{}, tree{}, false}}
		if err := os.Mkdir(c.site.out, 0o755); err != nil {
			t.Fatal(err)
		}
		t.Repeat(map[string]func(*rapid.T){
			"build":          c.build,
			"build and more": c.build,
			"failed build":   c.failed,
			"write by hand":  c.write,
			"delete by hand": c.delete,
			"":               c.check,
		})
	})
}

// comparison does everything twice: to a folder and to the model.
type comparison struct {
	site  sites
	model model
}

func (c *comparison) build(t *rapid.T) {
	files := someFiles(t)
	keep := tree{}
	if rapid.Bool().Draw(t, "keeping") {
		keep = rapid.MapOf(somePath, someText).Draw(t, "keep")
	}
	before := c.stamps(t)
	want, ok := c.model.build(files, keep)
	got, err := c.site.buildKeeping(files, keep)
	if ok != (err == nil) {
		t.Fatalf("got error %v, want success %t", err, ok)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("result (-want +got):\n%s", diff)
	}
	after := c.stamps(t)
	if written := changed(before, after); written != want.Written {
		t.Fatalf("%d files have a new time stamp, want %d", written, want.Written)
	}
}

// failed stages files and discards them.
func (c *comparison) failed(t *rapid.T) {
	if c.model.refusesFolder() {
		return
	}
	before := c.stamps(t)
	stage, err := Open(c.site.site, c.site.out)
	if err != nil {
		t.Fatal(err)
	}
	for p, text := range someFiles(t) {
		stage.Add(p, []byte(text)) // may be refused
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	if after := c.stamps(t); len(after) != len(before) || changed(before, after) > 0 {
		t.Fatalf("the failed build changed files: got %v, want %v", after, before)
	}
}

func (c *comparison) write(t *rapid.T) {
	p, text := somePath.Draw(t, "path"), someText.Draw(t, "text")
	name := filepath.Join(c.site.out, p)
	if os.MkdirAll(filepath.Dir(name), 0o755) == nil && os.WriteFile(name, []byte(text), 0o644) == nil {
		c.model.disk[p] = text
	}
}

// delete removes a file, and the folders that it leaves empty: the model knows no empty folders.
func (c *comparison) delete(t *rapid.T) {
	p := somePath.Draw(t, "path")
	if _, there := c.model.disk[p]; there {
		if err := os.Remove(filepath.Join(c.site.out, p)); err != nil {
			t.Fatal(err)
		}
		delete(c.model.disk, p)
		for dir := path.Dir(p); dir != "." && os.Remove(filepath.Join(c.site.out, dir)) == nil; {
			dir = path.Dir(dir)
		}
	}
}

func (c *comparison) check(t *rapid.T) {
	got := tree{}
	for p := range c.stamps(t) {
		text, err := os.ReadFile(filepath.Join(c.site.out, p))
		if err != nil {
			t.Fatal(err)
		}
		got[p] = string(text)
	}
	if diff := cmp.Diff(c.model.disk, got); diff != "" {
		t.Fatalf("files (-want +got):\n%s", diff)
	}
	if _, err := os.Lstat(filepath.Join(c.site.out, ownFolder)); c.model.used != (err == nil) {
		t.Fatalf("%s: got %v, want it there %t", ownFolder, err, c.model.used)
	}
}

// stamps returns an identity of each file that changes when it is written: its time stamp and its place on the disk.
func (c *comparison) stamps(t *rapid.T) map[string]os.FileInfo {
	found := map[string]os.FileInfo{}
	err := filepath.WalkDir(c.site.out, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		p, err := filepath.Rel(c.site.out, name)
		if err == nil && !strings.HasPrefix(p, ownFolder) {
			found[filepath.ToSlash(p)], err = d.Info()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// changed counts the files that are not what they were.
func changed(before, after map[string]os.FileInfo) int {
	n := 0
	for p, info := range after {
		was, there := before[p]
		if !there || !os.SameFile(was, info) || !was.ModTime().Equal(info.ModTime()) {
			n++
		}
	}
	return n
}
