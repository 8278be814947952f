package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// namingManifest writes the manifest of the files as earlier versions did, with their paths.
func namingManifest(t *testing.T, s sites, at string, files tree) {
	t.Helper()
	var lines []string
	for path, text := range files {
		lines = append(lines, fmt.Sprintf("%q: %q", path, digestOf(text)))
	}
	s.write(t, at, `{"format": "legpress.output/1", "files": {`+strings.Join(lines, ",")+`}}`)
}

// wantNoNames fails if anything in .legpress names one of the words.
func wantNoNames(t *testing.T, s sites, words ...string) {
	t.Helper()
	for path, e := range s.entries(t) {
		for _, word := range words {
			if strings.HasPrefix(path, ownFolder) && (strings.Contains(path, word) || strings.Contains(e.text, word)) {
				t.Errorf("%s names %q", path, word)
			}
		}
	}
}

func TestManifestNamesNoPath(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"articles/for-anna/index.html": "page", "sheets/Anna.pdf": "pdf"})
	wantNoNames(t, s, "anna", "Anna", "articles", "sheets")
}

// A public folder of the version that wrote paths into its manifest.
func TestManifestWithNames(t *testing.T) {
	old := tree{"index.html": "home", "a/index.html": "a", "gone/Old.html": "old", "edited.html": "wrote", "kept.pdf": "pdf"}
	for name, next := range map[string]tree{
		"nothing changed": old,
		"a page is gone":  {"index.html": "home", "a/index.html": "new", "kept.pdf": "pdf"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			for path, text := range old {
				s.write(t, path, text)
			}
			s.write(t, "foreign.html", "foreign")
			namingManifest(t, s, manifestPath, old)
			before := s.entries(t)
			stage, err := Open(s.site, s.out)
			must(t, err)
			must(t, stage.Discard())
			s.wantSame(t, before)

			want := tree{"foreign.html": "foreign"}
			for path, text := range next {
				want[path] = text
			}
			var kept []string
			if _, again := next["edited.html"]; !again {
				s.write(t, "edited.html", "by hand")
				want["edited.html"], kept = "by hand", []string{"edited.html"}
			}
			if got := s.mustBuild(t, next); !cmp.Equal(got.Kept, kept) {
				t.Errorf("kept: got %v, want %v", got.Kept, kept)
			}
			s.wantFiles(t, want)
			wantManifest(t, s, next)
			wantNoNames(t, s, "index", "gone", "edited", "kept")
		})
	}
}

// A build of the version that wrote paths was killed while it moved files.
func TestKilledBuildOfManifestWithNames(t *testing.T) {
	s := newSite(t)
	s.write(t, "index.html", "home")
	s.write(t, "b.html", "moved")
	s.write(t, "c.html", "foreign")
	namingManifest(t, s, manifestPath, tree{"index.html": "home"})
	namingManifest(t, s, ownFolder+"/stage-X/"+manifestName, tree{"index.html": "home", "b.html": "moved", "c.html": "never moved"})
	s.mustBuild(t, tree{"index.html": "home"})
	s.wantFiles(t, tree{"index.html": "home", "c.html": "foreign"})
	wantManifest(t, s, tree{"index.html": "home"})
}

// On a system that takes small and capital letters for the same, a folder goes on being spelled as it was first made, and the
// files in it stand under a path that no build has recorded. A second name for the file stands in for such a system.
func TestFindFilesSpelledOtherwise(t *testing.T) {
	for _, c := range []struct{ wrote, stands, second string }{
		{"Photo/A.jpg", "PHOTO/a.jpg", "photo/a.jpg"},
		{"Bild-\u00fc.jpg", "BILD-u\u0308.jpg", "bild-\u00fc.jpg"},
		{"Photo.jpg", "photo.jpg", "PHOTO.JPG"},
	} {
		m := manifest{}
		m.set(c.wrote, digestOf("1"))
		of := digestOf(c.wrote)
		for _, sameFile := range []bool{false, true} {
			s := newSite(t)
			s.write(t, c.stands, "1")
			s.write(t, c.second, "1")
			if sameName(t, s, c.stands, c.second) {
				t.Skip("both names are one here")
			}
			if sameFile {
				must(t, os.Remove(filepath.Join(s.out, c.second)))
				if err := os.Link(filepath.Join(s.out, c.stands), filepath.Join(s.out, c.second)); err != nil {
					t.Skip("no second name for a file here:", err)
				}
			}
			root, err := os.OpenRoot(s.out)
			must(t, err)
			found, all, err := findFiles(root, m, map[digest]bool{of: true})
			must(t, errors.Join(err, root.Close()))
			var want []foundFile
			if sameFile {
				want = []foundFile{{min(c.stands, c.second), of}}
			}
			if !slices.Equal(found, want) || !all {
				t.Errorf("%s stands at %s, which is the same as %s %t: found %v, want %v", c.wrote, c.stands, c.second, sameFile, found, want)
			}
		}
	}
}

// sameName reports whether the system takes two names for one.
func sameName(t *testing.T, s sites, a, b string) bool {
	t.Helper()
	one, err := os.Stat(filepath.Join(s.out, a))
	must(t, err)
	other, err := os.Stat(filepath.Join(s.out, b))
	must(t, err)
	return os.SameFile(one, other)
}

func TestFindFilesInUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("nothing is unreadable here")
	}
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home", "a/b.html": "1"})
	must(t, os.Chmod(filepath.Join(s.out, "a"), 0))
	s.mustBuild(t, tree{"index.html": "home"})
	must(t, os.Chmod(filepath.Join(s.out, "a"), 0o755))
	wantManifest(t, s, tree{"index.html": "home", "a/b.html": "1"})
	s.mustBuild(t, tree{"index.html": "home"})
	s.wantFiles(t, tree{"index.html": "home"})
}
