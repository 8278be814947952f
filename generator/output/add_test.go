package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/linktest"
)

func TestPaths(t *testing.T) {
	for path, want := range map[string]string{
		"index.html":     "",
		"../x":           "straight down from the root of the site. Rename it.",
		"con/index.html": `"con/index.html" cannot be the path of a file: Windows keeps the name "con" for itself. Rename it: my-con.`,
		".git/config":    "Git",
		".legpress/x":    "Legpress keeps",
	} {
		err := checkPath(path)
		if want == "" && err != nil {
			t.Errorf("%q: got %v, want no error", path, err)
		}
		if want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want an error with %q", path, err, want)
		}
	}
}

func TestClashes(t *testing.T) {
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{[]string{"a", "a"}, "two files for the one address a"},
		{[]string{"a", "a/b"}, "a cannot be a file and also the folder of a/b"},
		{[]string{"a/b/c", "a"}, "a cannot be a file and also the folder of a/b/c"},
		{[]string{"a/b/c", "a/d", "a/b"}, "a/b cannot be a file and also the folder of a/b/c"},
		{[]string{"a/../b"}, "straight down"},
	} {
		s := newSite(t)
		stage, err := Open(s.site, s.out)
		must(t, err)
		for _, path := range c.paths {
			err = errors.Join(err, stage.Add(path, []byte("x")))
		}
		wantUserError(t, err, c.want)
		_, err = stage.Commit()
		wantUserError(t, err, c.want)
		s.wantSame(t, nil)
	}
}

func TestForeignFile(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home"})
	s.write(t, "a/x.html", "foreign")
	before := s.entries(t)
	for _, text := range []string{"x", "FOREIGN"} { // another size, and the same
		_, err := s.build(tree{"index.html": "home", "a/x.html": text})
		wantUserError(t, err, filepath.Join(s.out, "a/x.html")+" is not a file that Legpress wrote. Move it or rename the page.")
		s.wantSame(t, before)
	}
}

func TestForeignFileWithTheSameBytes(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home"})
	s.write(t, "CNAME", "example.org")
	before := s.entries(t)["CNAME"]
	got := s.mustBuild(t, tree{"index.html": "home", "CNAME": "example.org"})
	if want := (Result{Unchanged: 2, Bytes: 15}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if after := s.entries(t)["CNAME"]; after != before {
		t.Errorf("got %+v, want it as it was, %+v", after, before)
	}
	wantManifest(t, s, tree{"index.html": "home", "CNAME": "example.org"})
	s.mustBuild(t, tree{"index.html": "home"})
	s.wantFiles(t, tree{"index.html": "home"}) // it had become ours
}

func TestForeignThingsInTheWay(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(t *testing.T, s sites)
		want    string
	}{
		"file for a folder":     {func(t *testing.T, s sites) { s.write(t, "a", "foreign") }, "a is not a file that Legpress wrote, and the site needs a folder there"},
		"file for a lower one":  {func(t *testing.T, s sites) { s.write(t, "a/b", "foreign") }, "the site needs a folder there"},
		"folder for a file":     {func(t *testing.T, s sites) { s.write(t, "p.html/x/y", "foreign") }, "which is a folder and holds " + filepath.Join("%", "p.html/x/y")},
		"link to a folder":      {func(t *testing.T, s sites) { s.write(t, "z/1", ""); linktest.Link(t, "z", s.out+"/a") }, "a is a link"},
		"link to a file":        {func(t *testing.T, s sites) { s.write(t, "z", "page"); linktest.Link(t, "z", s.out+"/p.html") }, "p.html is a link"},
		"link that leads out":   {func(t *testing.T, s sites) { linktest.Link(t, "../content", s.out+"/a") }, "a is a link"},
		"link to nothing":       {func(t *testing.T, s sites) { linktest.Link(t, "nothing", s.out+"/p.html") }, "p.html is a link"},
		"link in a lower place": {func(t *testing.T, s sites) { s.write(t, "a/c", ""); linktest.Link(t, "..", s.out+"/a/b") }, "b is a link"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.mustBuild(t, tree{"index.html": "home"})
			c.prepare(t, s)
			before := s.entries(t)
			_, err := s.build(tree{"index.html": "new", "a/b/x.html": "x", "p.html": "page"})
			wantUserError(t, err, strings.ReplaceAll(c.want, "%", s.out))
			s.wantSame(t, before)
		})
	}
}

func TestDotFilesAtTheTop(t *testing.T) {
	s := newSite(t)
	s.write(t, ".nojekyll", "")
	s.write(t, ".well-known/foreign", "x")
	s.mustBuild(t, tree{".nojekyll": "", ".well-known/security.txt": "s"})
	s.wantFiles(t, tree{".nojekyll": "", ".well-known/foreign": "x", ".well-known/security.txt": "s"})
}

func TestConcurrentAdds(t *testing.T) {
	s := newSite(t)
	want := tree{}
	for i := range 60 {
		want[fmt.Sprintf("a/%d/%d/index.html", i%5, i)] = fmt.Sprint("page ", i)
	}
	for range 2 { // fresh, then over what is there
		stage, err := Open(s.site, s.out)
		must(t, err)
		var wg sync.WaitGroup
		for path, text := range want {
			wg.Go(func() {
				if err := stage.Add(path, []byte(text)); err != nil {
					t.Errorf("adding %s: %v", path, err)
				}
			})
		}
		wg.Wait()
		_, err = stage.Commit()
		must(t, err)
		s.wantFiles(t, want)
		want["a/1/1/index.html"] = "changed"
		want["new/index.html"] = "new"
	}
}

func TestCopy(t *testing.T) {
	big := strings.Repeat("0123456789", chunkSize/4)
	edits := map[string]string{
		"the same":            big,
		"first byte":          "x" + big[1:],
		"a byte in chunk two": big[:chunkSize+7] + "x" + big[chunkSize+8:],
		"longer":              big + "x",
		"longer by a chunk":   big + big,
		"shorter":             big[:len(big)-1],
		"ends with a chunk":   big[:chunkSize],
		"empty":               "",
	}
	for name, text := range edits {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			copyOne(t, s, strings.NewReader(big))
			s.wantFiles(t, tree{"a/big.bin": big})
			got := copyOne(t, s, iotest.HalfReader(strings.NewReader(text)))
			want := Result{Written: 1, Bytes: int64(len(text))}
			if text == big {
				want = Result{Unchanged: 1, Bytes: int64(len(text))}
			}
			if !cmp.Equal(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
			s.wantFiles(t, tree{"a/big.bin": text})
			wantManifest(t, s, tree{"a/big.bin": text})
		})
	}
}

func copyOne(t *testing.T, s sites, r io.Reader) Result {
	t.Helper()
	stage, err := Open(s.site, s.out)
	must(t, err)
	must(t, stage.Copy("a/big.bin", r))
	result, err := stage.Commit()
	must(t, err)
	return result
}

func TestCopyThatFails(t *testing.T) {
	s := newSite(t)
	text := bytes.Repeat([]byte("x"), 2*chunkSize)
	s.mustBuild(t, tree{"a": string(text), "b": "b"})
	before := s.entries(t)
	for _, path := range []string{"a", "b", "c"} {
		stage, err := Open(s.site, s.out)
		must(t, err)
		broken := io.MultiReader(bytes.NewReader(text[:chunkSize+1]), iotest.ErrReader(errors.New("disk gone")))
		wantUserError(t, stage.Copy(path, broken), "disk gone")
		_, err = stage.Commit()
		wantUserError(t, err, "disk gone")
		s.wantSame(t, before)
	}
}

func TestForeignFileInOtherLetterCase(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home"})
	s.write(t, "INDEX.html", "foreign")
	if s.files(t)["index.html"] != "home" {
		t.Skip("small and capital letters are the same here")
	}
	before := s.entries(t)
	_, err := s.build(tree{"INDEX.html": "home"})
	wantUserError(t, err, "is not a file that Legpress wrote")
	s.wantSame(t, before)
}

func TestNewLetterCase(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home"})
	if err := os.Link(filepath.Join(s.out, "index.html"), filepath.Join(s.out, "INDEX.html")); err != nil {
		t.Skip("no second name for a file here:", err)
	}
	// A second name stands in for a system that takes both for the same: the file is ours, and must come under its new name.
	got := s.mustBuild(t, tree{"INDEX.html": "home"})
	if want := (Result{Written: 1, Deleted: 1, Bytes: 4}); !cmp.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.wantFiles(t, tree{"INDEX.html": "home"})
}

// A machine that fails does so for every file: it is said once, and no more is staged.
func TestBreakdown(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"index.html": "home"})
	s.write(t, "foreign.html", "foreign")
	stage, err := Open(s.site, s.out)
	must(t, err)
	wantUserError(t, stage.Add("foreign.html", []byte("x")), "foreign.html is not a file that Legpress wrote")
	must(t, stage.Add("index.html", []byte("home")))
	if err := os.RemoveAll(filepath.Join(s.out, ownFolder)); err != nil {
		must(t, stage.Discard())
		t.Skip("a folder that is in use cannot be taken away here:", err)
	}
	s.write(t, ownFolder, "in the way")
	first := stage.Add("a.html", []byte("a"))
	wantUserError(t, first, "writing "+filepath.Join(s.out, "a.html"))
	for _, path := range []string{"b.html", "foreign.html", "c/d.html"} {
		if again := stage.Add(path, []byte("b")); again != first {
			t.Errorf("%s: got %v, want the first failure again, %v", path, again, first)
		}
	}
	must(t, os.Remove(filepath.Join(s.out, ownFolder)))
	must(t, stage.Discard())
}
