package output

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/linktest"
)

func TestRefusedPlaces(t *testing.T) {
	s := newSite(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	must(t, os.WriteFile(filepath.Join(s.site, "file"), nil, 0o644))
	must(t, os.MkdirAll(filepath.Join(s.site, "content", "articles"), 0o755))
	must(t, os.MkdirAll(filepath.Join(s.site, "athletes"), 0o755))
	linktest.Link(t, filepath.Join(s.site, "content", "articles"), filepath.Join(home, "to-articles"))
	linktest.Link(t, s.site, filepath.Join(home, "to-site"))
	linktest.Link(t, "nowhere", filepath.Join(home, "to-nothing"))
	for out, want := range map[string]string{
		"/":                                 "top of the disk",
		home:                                "home folder",
		filepath.Dir(home):                  "home folder, or a folder around it",
		s.site:                              "the site's sources",
		s.site + "/content/..":              "the site's sources",
		filepath.Dir(s.site):                "around it",
		filepath.Join(home, "to-site"):      "the site's sources",
		filepath.Join(s.site, "content"):    "the site's folder content",
		filepath.Join(s.site, "templates"):  "the site's folder templates",
		filepath.Join(s.site, "athletes"):   "the site's folder athletes",
		s.site + "/athletes/public":         "the site's folder athletes",
		s.site + "/content/x/y":             "the site's folder content, or lies in it",
		filepath.Join(home, "to-articles"):  "the site's folder content",
		home + "/to-articles/new/public":    "the site's folder content",
		filepath.Join(s.site, "file"):       "a file, not a folder",
		filepath.Join(home, "to-nothing"):   "a link to a folder that does not exist",
		home + "/to-nothing/public":         "a link to a folder that does not exist",
		filepath.Join(s.site, ".git", "x"):  "belongs to Git",
		filepath.Join(s.site, "file", "in"): "not a directory",
	} {
		_, err := Open(s.site, out)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", out, err, want)
		}
	}
	for _, name := range []string{"public", "content/x", ".git", ".legpress", "content/.legpress"} {
		if _, err := os.Lstat(filepath.Join(s.site, name)); !os.IsNotExist(err) {
			t.Errorf("%s was made (%v)", name, err)
		}
	}
}

func TestRefusedFolders(t *testing.T) {
	damaged := "is damaged, so Legpress cannot tell"
	hash := digestOf("").String()
	for name, c := range map[string]struct{ path, text, want string }{
		"a file":             {"notes.txt", "x", "is not empty, and Legpress did not write what is in it (notes.txt, for instance)"},
		"a folder":           {"notes/x", "x", "(notes, for instance)"},
		"no JSON":            {manifestPath, "{", damaged},
		"cut off":            {manifestPath, `{"format": "legpress.output/1", "files": {"a": "`, damaged},
		"empty":              {manifestPath, "", damaged},
		"no files":           {manifestPath, `{"format": "legpress.output/1"}`, damaged},
		"bad hash":           {manifestPath, `{"format": "legpress.output/1", "files": {"a": "12"}}`, damaged},
		"leads out":          {manifestPath, `{"format": "legpress.output/1", "files": {"../a": "` + hash + `"}}`, damaged},
		"in .git":            {manifestPath, `{"format": "legpress.output/1", "files": {".git/config": "` + hash + `"}}`, damaged},
		"a folder of it":     {manifestPath + "/x", "", damaged},
		"a path, not digest": {manifestPath, `{"format": "legpress.output/2", "files": {"a": "` + hash + `"}}`, damaged},
		"bad digest":         {manifestPath, `{"format": "legpress.output/2", "files": {"` + hash + `": "12"}}`, damaged},
		"no digest":          {manifestPath, `{"format": "legpress.output/2", "files": {"` + hash + `": "` + strings.Repeat("x", 64) + `"}}`, damaged},
		"none of 2":          {manifestPath, `{"format": "legpress.output/2", "folded": {}}`, damaged},
		"folded alone":       {manifestPath, `{"format": "legpress.output/2", "files": {}, "folded": {"` + hash + `": "` + hash + `"}}`, damaged},
		"folded of a path":   {manifestPath, `{"format": "legpress.output/2", "files": {"` + hash + `": "` + hash + `"}, "folded": {"` + hash + `": "a"}}`, damaged},
		"newer":              {manifestPath, `{"format": "legpress.output/3", "files": []}`, "newer Legpress"},
		"newer, same shape":  {manifestPath, `{"format": "legpress.output/3", "files": {}}`, "newer Legpress"},
		"of something else":  {manifestPath, `{"format": "x", "files": {}}`, "not written by Legpress"},
		"no format":          {manifestPath, `{"files": {}}`, "not written by Legpress"},
		"file .legpress":     {ownFolder, "x", "is not a folder"},
		"newer killed build": {ownFolder + "/stage-1/" + manifestName, `{"format": "legpress.output/3"}`, "newer Legpress"},
		"killed, foreign":    {ownFolder + "/../x", "", "(x, for instance)"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.write(t, c.path, c.text)
			if ownFolder+"/../x" == c.path {
				s.write(t, ownFolder+"/stage-1/0", "staged")
			}
			before, stamp := s.entries(t), folderStamp(t, s.out)
			_, err := Open(s.site, s.out)
			wantUserError(t, err, c.want)
			if err != nil && strings.HasPrefix(err.Error(), "opening") {
				t.Errorf("got %q, want the sentence alone", err)
			}
			s.wantSame(t, before)
			if folderStamp(t, s.out) != stamp && runtime.GOOS != "windows" { // where a file is the lock
				t.Error("entries came and went in the folder")
			}
		})
	}
}

func TestOutIsALink(t *testing.T) {
	s := newSite(t)
	real := sites{s.site, filepath.Join(t.TempDir(), "real")}
	must(t, os.Mkdir(real.out, 0o755))
	linktest.Link(t, real.out, s.out)
	s.mustBuild(t, tree{"a/index.html": "a"})
	real.wantFiles(t, tree{"a/index.html": "a"})
	s.mustBuild(t, tree{"a/index.html": "b"})
	real.wantFiles(t, tree{"a/index.html": "b"})
}

func TestOtherNamesInOurFolderStay(t *testing.T) {
	s := newSite(t)
	s.write(t, ownFolder+"/notes", "x")
	stage, err := Open(s.site, s.out)
	must(t, err)
	must(t, stage.Add("a", nil))
	must(t, stage.Discard())
	if got := s.entries(t)[ownFolder+"/notes"].text; got != "x" {
		t.Errorf("got %q, want the file as it was", got)
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	s := newSite(t)
	first, err := Open(s.site, s.out)
	must(t, err)
	must(t, first.Add("index.html", []byte("first")))
	_, err = Open(s.site, s.out)
	wantUserError(t, err, "another build is writing to "+s.out)
	_, err = first.Commit()
	must(t, err)
	s.wantFiles(t, tree{"index.html": "first"})
	s.mustBuild(t, tree{"index.html": "second"})

	third, err := Open(s.site, s.out)
	must(t, err)
	must(t, third.Discard())
	s.mustBuild(t, tree{"index.html": "fourth"})
	s.wantFiles(t, tree{"index.html": "fourth"})
}

// A build that found the folder just before another one, which had made it, removed it again.
func TestLockOfAFolderThatIsGone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	must(t, os.Mkdir(dir, 0o755))
	root, err := os.OpenRoot(dir)
	must(t, err)
	defer root.Close()
	if err := os.Remove(dir); err != nil {
		t.Skip("a folder that is in use cannot be removed here:", err)
	}
	must(t, os.Mkdir(dir, 0o755))
	if _, err := lockFolder(root, dir); err == nil {
		t.Error("got the lock of a folder that is not there any more")
	}
}
