package output

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sites is a site's folder and a public folder in it, which does not exist yet.
type sites struct{ site, out string }

func newSite(t testing.TB) sites {
	t.Helper()
	site := t.TempDir()
	for _, dir := range []string{"content", "templates"} {
		must(t, os.Mkdir(filepath.Join(site, dir), 0o755))
	}
	return sites{site, filepath.Join(site, "public")}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// tree is the bytes of files by their path.
type tree map[string]string

// build adds the files in the order of their paths and commits.
func (s sites) build(files tree) (Result, error) { return s.buildKeeping(files, nil) }

// buildKeeping builds and lets the files of some paths stay.
func (s sites) buildKeeping(files, keep tree) (Result, error) {
	stage, err := Open(s.site, s.out)
	if err != nil {
		return Result{}, err
	}
	for path := range keep {
		if _, err := stage.Keep(path); err != nil {
			return Result{}, fmt.Errorf("%w%w", err, discardAfter(stage))
		}
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := stage.Add(path, []byte(files[path])); err != nil {
			return Result{}, fmt.Errorf("%w%w", err, discardAfter(stage))
		}
	}
	return stage.Commit()
}

// discardAfter discards and returns an error that adds nothing when that worked.
func discardAfter(s *Stage) error {
	if err := s.Discard(); err != nil {
		return err
	}
	return userError("")
}

func (s sites) mustBuild(t testing.TB, files tree) Result {
	t.Helper()
	r, err := s.build(files)
	if err != nil {
		t.Fatalf("building %v: %v", slices.Sorted(maps.Keys(files)), err)
	}
	return r
}

// write puts a file there by hand.
func (s sites) write(t testing.TB, path, text string) {
	t.Helper()
	name := filepath.Join(s.out, path)
	must(t, os.MkdirAll(filepath.Dir(name), 0o755))
	must(t, os.WriteFile(name, []byte(text), 0o644))
}

// files returns what is in the public folder, but for .legpress.
func (s sites) files(t testing.TB) tree {
	t.Helper()
	found := tree{}
	for path, e := range s.entries(t) {
		if e.mode.IsRegular() && !strings.HasPrefix(path, ownFolder+"/") {
			found[path] = e.text
		}
	}
	return found
}

func (s sites) wantFiles(t testing.TB, want tree) {
	t.Helper()
	if diff := cmp.Diff(want, s.files(t)); diff != "" {
		t.Errorf("files in the public folder (-want +got):\n%s", diff)
	}
}

// entry is all that there is to know about a file or folder.
type entry struct {
	mode     fs.FileMode
	modified int64 // nanoseconds; 0 for folders, whose stamps tell of entries
	text     string
}

// entries returns everything in the public folder and the folder itself; nil where there is none.
func (s sites) entries(t testing.TB) map[string]entry {
	t.Helper()
	found := map[string]entry{}
	err := filepath.WalkDir(s.out, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path, err := filepath.Rel(s.out, name)
		must(t, err)
		found[filepath.ToSlash(path)] = entryOf(t, name, d)
		return nil
	})
	if os.IsNotExist(err) {
		return nil
	}
	must(t, err)
	return found
}

func entryOf(t testing.TB, name string, d fs.DirEntry) entry {
	t.Helper()
	info, err := d.Info()
	must(t, err)
	e := entry{mode: info.Mode()}
	switch {
	case info.Mode().IsRegular():
		text, err := os.ReadFile(name)
		must(t, err)
		e.text, e.modified = string(text), info.ModTime().UnixNano()
	case info.Mode()&fs.ModeSymlink != 0:
		e.text, err = os.Readlink(name)
		must(t, err)
	}
	return e
}

// wantSame fails when the public folder is not as it was.
func (s sites) wantSame(t testing.TB, before map[string]entry) {
	t.Helper()
	if diff := cmp.Diff(before, s.entries(t), cmp.AllowUnexported(entry{})); diff != "" {
		t.Errorf("the public folder changed (-before +after):\n%s", diff)
	}
}

// wantUserError fails unless the error is a sentence that holds the words.
func wantUserError(t testing.TB, err error, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) {
		t.Errorf("got error %v, want one with %q", err, words)
	}
}

func TestFirstBuild(t *testing.T) {
	s := newSite(t)
	files := tree{"index.html": "home", "a/index.html": "a", "a/b/index.html": "b", "empty.txt": ""}
	got := s.mustBuild(t, files)
	if want := (Result{Written: 4, Bytes: 6}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, files)
	wantManifest(t, s, files)
}

// wantManifest fails unless .legpress holds the manifest of the files and nothing else.
func wantManifest(t testing.TB, s sites, files tree) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(s.out, ownFolder))
	must(t, err)
	if len(entries) != 1 || entries[0].Name() != manifestName {
		t.Errorf("%s holds %v, want the manifest alone", ownFolder, entries)
	}
	want := manifest{}
	for path, text := range files {
		want.set(path, digestOf(text))
	}
	data, err := os.ReadFile(filepath.Join(s.out, manifestPath))
	must(t, err)
	got, names, err := decode(data)
	if err != nil || names {
		t.Errorf("manifest: names paths %t, error %v", names, err)
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(manifestEntry{})); diff != "" {
		t.Errorf("manifest (-want +got):\n%s", diff)
	}
}

func TestModes(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"a/index.html": "a"})
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o644))
	must(t, os.Mkdir(filepath.Join(dir, "folder"), 0o755))
	for _, c := range []struct{ ours, usual string }{{"a", "folder"}, {"a/index.html", "file"}, {ownFolder, "folder"}} {
		got, err := os.Stat(filepath.Join(s.out, c.ours))
		must(t, err)
		want, err := os.Stat(filepath.Join(dir, c.usual))
		must(t, err)
		if got.Mode() != want.Mode() {
			t.Errorf("%s has mode %v, want %v, as the umask leaves it", c.ours, got.Mode(), want.Mode())
		}
	}
}

func TestSecondBuildWritesNothing(t *testing.T) {
	s := newSite(t)
	files := tree{"index.html": "home", "a/index.html": "a"}
	s.mustBuild(t, files)
	before, stamp := s.entries(t), folderStamp(t, s.out)
	got := s.mustBuild(t, files)
	if want := (Result{Unchanged: 2, Bytes: 5}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantSame(t, before)
	if after := folderStamp(t, s.out); after != stamp {
		t.Errorf("entries came and went: the folder was modified at %d, and before at %d", after, stamp)
	}
}

func folderStamp(t testing.TB, dir string) int64 {
	t.Helper()
	info, err := os.Stat(dir)
	must(t, err)
	return info.ModTime().UnixNano()
}

func TestOnlyChangedFilesAreWritten(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home", "a/index.html": "a", "a/c.html": "c"})
	before := s.entries(t)
	got := s.mustBuild(t, tree{"index.html": "home", "a/index.html": "A", "b/index.html": "b"})
	if want := (Result{Written: 2, Unchanged: 1, Deleted: 1, Bytes: 6}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, tree{"index.html": "home", "a/index.html": "A", "b/index.html": "b"})
	if after := s.entries(t)["index.html"]; after != before["index.html"] {
		t.Errorf("index.html: got %+v, want it as it was, %+v", after, before["index.html"])
	}
}

func TestFailedBuildLeavesNoTrace(t *testing.T) {
	first := tree{"index.html": "home", "a/index.html": "a"}
	for name, prepare := range map[string]func(sites){
		"no folder":     func(sites) {},
		"empty folder":  func(s sites) { must(t, os.Mkdir(s.out, 0o755)) },
		"dot files":     func(s sites) { s.write(t, ".git/config", "x"); s.write(t, ".gitignore", "*") },
		"earlier build": func(s sites) { s.mustBuild(t, first); s.write(t, "CNAME", "example.org") },
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			prepare(s)
			before := s.entries(t)
			stage, err := Open(s.site, s.out)
			must(t, err)
			for path, text := range (tree{"index.html": "new", "a/index.html": "a", "b/c/index.html": "b"}) {
				must(t, stage.Add(path, []byte(text)))
			}
			must(t, stage.Discard())
			s.wantSame(t, before)
			if err := stage.Add("x.html", nil); err == nil {
				t.Error("Add after Discard went well")
			}
		})
	}
}

func TestFoldersThatOpenMade(t *testing.T) {
	s := newSite(t)
	deep := sites{s.site, filepath.Join(s.site, "x", "y", "z")}
	stage, err := Open(deep.site, deep.out)
	must(t, err)
	must(t, stage.Discard())
	if _, err := os.Lstat(filepath.Join(s.site, "x")); !os.IsNotExist(err) {
		t.Errorf("after Discard the folder x is still there (%v)", err)
	}
	deep.mustBuild(t, tree{"index.html": "home"})
	deep.wantFiles(t, tree{"index.html": "home"})
}

func TestDiscardAfterCommit(t *testing.T) {
	s := newSite(t)
	stage, err := Open(s.site, s.out)
	must(t, err)
	must(t, stage.Add("index.html", []byte("home")))
	_, err = stage.Commit()
	must(t, err)
	before := s.entries(t)
	must(t, stage.Discard())
	s.wantSame(t, before)
	if _, err := stage.Commit(); err == nil {
		t.Error("the second Commit went well")
	}
}
