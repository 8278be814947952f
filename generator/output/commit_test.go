package output

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/linktest"
)

func TestWhatTheSiteNoLongerHas(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home", "a/b/c/1.html": "1", "a/b/2.html": "2", "d/3.html": "3", "e/4.html": "4", "f/5.html": "5"})
	s.write(t, "d/foreign.txt", "x")
	s.write(t, "e/4.html", "edited")
	must(t, os.Remove(filepath.Join(s.out, "f/5.html")))
	got := s.mustBuild(t, tree{"index.html": "home"})
	if want := (Result{Unchanged: 1, Deleted: 3, Bytes: 4, Kept: []string{"e/4.html"}}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, tree{"index.html": "home", "d/foreign.txt": "x", "e/4.html": "edited"})
	if _, err := os.Lstat(filepath.Join(s.out, "a")); !os.IsNotExist(err) {
		t.Errorf("the folder a became empty and is still there (%v)", err)
	}
	wantManifest(t, s, tree{"index.html": "home"})
	if got := s.mustBuild(t, tree{"index.html": "home"}); len(got.Kept) > 0 {
		t.Errorf("%v is reported again", got.Kept)
	}
}

func TestEditedByHand(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home", "a.html": "a"})
	s.write(t, "index.html", "HOME")
	must(t, os.Remove(filepath.Join(s.out, "a.html")))
	got := s.mustBuild(t, tree{"index.html": "home", "a.html": "a"})
	if want := (Result{Written: 2, Bytes: 5}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, tree{"index.html": "home", "a.html": "a"})
}

func TestFileBecomesFolderAndBack(t *testing.T) {
	s := newSite(t)
	flat := tree{"a": "file", "x/y": "file"}
	deep := tree{"a/b": "1", "a/c/d": "2", "x/y/z": "3"}
	for _, files := range []tree{flat, deep, flat} {
		s.mustBuild(t, files)
		s.wantFiles(t, files)
		wantManifest(t, s, files)
	}
}

func TestFolderWithEmptyFoldersBecomesFile(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"a/b/c": "1", "d": "d"})
	must(t, os.Remove(filepath.Join(s.out, "a/b/c")))
	must(t, os.MkdirAll(filepath.Join(s.out, "a/e/f"), 0o755))
	s.mustBuild(t, tree{"a": "file", "d": "d"})
	s.wantFiles(t, tree{"a": "file", "d": "d"})
}

func TestEditedFileInTheWay(t *testing.T) {
	for name, c := range map[string]struct {
		first, second tree
		edit          string
		want          string
	}{
		"file becomes folder": {tree{"a": "1"}, tree{"a/b": "1"}, "a", "was changed by hand"},
		"folder becomes file": {tree{"a/b": "1", "a/c": "1"}, tree{"a": "1"}, "a/b", "was changed by hand"},
		"foreign file in it":  {tree{"a/b": "1"}, tree{"a": "1"}, "a/foreign", "Legpress did not write that"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.mustBuild(t, c.first)
			s.write(t, c.edit, "by hand")
			before := s.entries(t)
			_, err := s.build(c.second)
			wantUserError(t, err, c.want)
			s.wantSame(t, before)
		})
	}
}

// A folder of ours that somebody replaced by a link: what is behind it is not ours to delete.
func TestDeletesNothingBehindLinks(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home", "a/1.html": "1", "b.html": "b"})
	must(t, os.Rename(filepath.Join(s.out, "a"), filepath.Join(s.out, "z")))
	linktest.Link(t, "z", filepath.Join(s.out, "a"))
	must(t, os.Remove(filepath.Join(s.out, "b.html")))
	linktest.Link(t, "z/1.html", filepath.Join(s.out, "b.html"))
	got := s.mustBuild(t, tree{"index.html": "home"})
	if want := (Result{Unchanged: 1, Bytes: 4, Kept: []string{"b.html"}}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, tree{"index.html": "home", "z/1.html": "1"})
}

func TestOursReplacedByALink(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"a": "1", "b/c": "1"})
	must(t, os.Remove(filepath.Join(s.out, "a")))
	linktest.Link(t, "b", filepath.Join(s.out, "a"))
	before := s.entries(t)
	_, err := s.build(tree{"a/x": "1", "b/c": "1"})
	wantUserError(t, err, "a is a link")
	s.wantSame(t, before)
}

// Where small and capital letters are the same, the old name is the new file once that is in place.
func TestOldLetterCaseGoesFirst(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"Photo.jpg": "1", "other.jpg": "2"})
	stage, err := Open(s.site, s.out)
	must(t, err)
	must(t, stage.Add("photo.jpg", []byte("1")))
	p, err := stage.makePlan()
	must(t, err)
	if want := []string{"Photo.jpg"}; !slices.Equal(p.before, want) {
		t.Errorf("deleted before the moves: got %v, want %v", p.before, want)
	}
	must(t, stage.Discard())
}

func TestEmptySite(t *testing.T) {
	s := newSite(t)
	must(t, os.Mkdir(s.out, 0o755))
	before := s.entries(t)
	s.mustBuild(t, nil)
	s.wantSame(t, before)
	s.mustBuild(t, tree{"a/b.html": "1"})
	s.mustBuild(t, nil)
	s.wantFiles(t, tree{})
}

func TestPagesMoveLast(t *testing.T) {
	s := newSite(t)
	stage, err := Open(s.site, s.out)
	must(t, err)
	for _, path := range []string{"a/index.html", "index.html", "z.css", "assets/z.png", "b/c/index.html"} {
		must(t, stage.Add(path, nil))
	}
	var got []string
	for _, m := range stage.sortedMoves() {
		got = append(got, m.to)
	}
	if want := []string{"assets", "z.css", "a", "b", "index.html"}; !slices.Equal(got, want) {
		t.Errorf("the order of moves: got %v, want %v", got, want)
	}
	must(t, stage.Discard())
}

func TestManifestFile(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"b&c.txt": "", "A/x": "x"})
	got, err := os.ReadFile(filepath.Join(s.out, manifestPath))
	must(t, err)
	want := `{
 "format": "legpress.output/2",
 "files": {
  "311126623e336c4ddf01d760d6ee27ebee48ff9431152ad76f3854e2bd6c19ec": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
  "d53b8430d126b12427b88e56e4e1d12cf42d4acd8743ac4f24e6f74805696e22": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 },
 "folded": {
  "311126623e336c4ddf01d760d6ee27ebee48ff9431152ad76f3854e2bd6c19ec": "1653a06856ec14bc20b4e1dcc951d601eda9f17d7af17cfd4a433cfe93a29b04"
 }
}
`
	if string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
