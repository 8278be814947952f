package generator_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
	"github.com/legpress/legpress/templates"
)

func openLoader(t *testing.T, dir string) *generator.Loader {
	t.Helper()
	loader, err := generator.Open(generator.Options{Dir: dir, Theme: templates.Files, Drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { loader.Close() })
	return loader
}

// outcome returns all that a revision shows: its problems, and the bytes of its pages if there are no errors.
func outcome(t *testing.T, e *generator.Revision) map[string]string {
	t.Helper()
	var said bytes.Buffer
	if err := e.Problems.Text(&said, e.Lines, false); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{"problems": said.String()}
	if !e.Sound() {
		return all
	}
	for _, p := range e.Site.Pages {
		var b bytes.Buffer
		if problems := e.Render(&b, p); len(problems) > 0 {
			t.Errorf("%s: %v", p.URL, problems)
		}
		all[p.URL] = b.String()
	}
	for _, a := range e.Assets() {
		all[a.URL] = string(a.Data)
	}
	for _, f := range e.Site.Files {
		all[f.URL] = fmt.Sprint(f.File.Size, f.Size)
	}
	return all
}

// What was parsed is joined to one site after another, and none of them leaves a trace in it: an old loader and a new one make the
// same revision, whatever has been edited in between.
func TestWarmIsCold(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	warm := openLoader(t, dir)
	e, err := warm.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewSource(1))
	files, contents := e.Snapshot.Files(), map[string][]byte{}
	for _, f := range files {
		contents[f.Path] = f.Data
	}
	shown, edits := 0, 40
	switch {
	case growthtest.Race:
		edits = 1
	case testing.Short():
		edits = 5
	}
	for i := range edits {
		path := files[random.Intn(len(files))].Path
		spoilt := spoil(random, contents[path])
		sitetest.WriteFile(t, filepath.Join(dir, path), spoilt)
		switch random.Intn(3) {
		case 0:
			e, err = warm.LoadPaths(sitetest.Now(), []string{path})
		case 1:
			e, err = warm.Load(sitetest.Now())
		case 2:
			if err := os.Remove(filepath.Join(dir, path)); err != nil {
				t.Fatal(err)
			}
			e, err = warm.Load(sitetest.Now())
			sitetest.WriteFile(t, filepath.Join(dir, path), contents[path])
			if err == nil {
				e, err = warm.LoadPaths(sitetest.Now(), []string{path})
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		cold, err := openLoader(t, dir).Load(sitetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(outcome(t, cold), outcome(t, e)); diff != "" {
			t.Fatalf("edit %d, of %s (-new loader +old loader):\n%s", i, path, diff)
		}
		if e.Sound() {
			shown++
		}
		if !e.Sound() {
			sitetest.WriteFile(t, filepath.Join(dir, path), contents[path])
			if _, err := warm.LoadPaths(sitetest.Now(), []string{path}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if shown < edits/5 {
		t.Errorf("only %d of %d revisions could be shown", shown, edits)
	}
}

// spoil changes a text: a line less, a line twice, or a few words more at the end.
func spoil(random *rand.Rand, text []byte) []byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	at := random.Intn(len(lines))
	switch random.Intn(4) {
	case 0:
		lines = append(lines[:at:at], lines[at+1:]...)
	case 1:
		lines = append(lines[:at:at], append([][]byte{lines[at]}, lines[at:]...)...)
	default:
		lines = append(lines, []byte("\n# Some words more.\n"))
	}
	return bytes.Join(lines, nil)
}

// What a file is read like hangs on the settings and the words of the theme too.
func TestSettingsReachEveryFile(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	settings, err := content.Files.ReadFile("site.toml")
	if err != nil {
		t.Fatal(err)
	}
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/quoted.md"), []byte("+++\ntitle = \"Q\"\ndate = 2026-01-01\n+++\nThis \"word\" has quotes.[^1]\n\n[^1]: Note.\n"))
	loader := openLoader(t, dir)
	for _, step := range []struct {
		file, text, want string
	}{
		{"content/articles/other.md", "+++\ntitle = \"Other\"\ndate = 2026-01-01\n+++\nText.\n", "“word”"},
		{"content/site.toml", "language = \"de\"\n", "„word“"},
		{"templates/words/de.toml", "text-back = \"Zurück zu\"\n", "Zurück zu"},
	} {
		if step.file == "content/site.toml" {
			step.text = strings.Replace(string(settings), `language = "en"`, step.text, 1)
		}
		sitetest.WriteFile(t, filepath.Join(dir, step.file), []byte(step.text))
		e, err := loader.Load(sitetest.Now())
		if err != nil || !e.Sound() {
			t.Fatal(step.file, err, e.Problems)
		}
		if got := outcome(t, e)["/articles/quoted/"]; !bytes.Contains([]byte(got), []byte(step.want)) {
			t.Errorf("after an edit of %s there is no %q on the page:\n%s", step.file, step.want, got)
		}
	}
}

// LoadPaths of one file reads and parses one file, and the theme is loaded once.
func TestGlance(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	loader := openLoader(t, dir)
	first, err := loader.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	const name = "content/articles/new.md"
	sitetest.WriteFile(t, filepath.Join(dir, name), []byte("+++\ntitle = \"New\"\ndate = 2026-01-01\n+++\nText.\n"))
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/unseen.md"), []byte("nothing"))
	second, err := loader.LoadPaths(time.Now(), []string{name})
	if err != nil || !second.Sound() {
		t.Fatal(err, second.Problems)
	}
	if diff := cmp.Diff([]string{name}, second.Snapshot.Changed(first.Snapshot)); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	if !second.SameTheme(first) {
		t.Error("the theme was loaded again")
	}
	a, b := first.Site.Articles[0], second.Site.PageAt(first.Site.Articles[0].URL).Article
	if a != b {
		t.Errorf("%s was parsed again", a.File)
	}
	if first.Site.PageAt("/articles/new/") != nil {
		t.Error("the new article is in the old revision")
	}
}

// The page of an article that nobody has edited is kept, but not its card, where the settings or the author have another one.
func TestCardsOfKeptPages(t *testing.T) {
	dir := t.TempDir()
	site := func(more string) string { return "title = \"Kept\"\nurl = \"https://balanced-stride.com/\"\n" + more }
	article := "+++\ntitle = \"A\"\n+++\nText.\n"
	sitetest.WriteFile(t, filepath.Join(dir, "content/site.toml"), []byte(site("")))
	sitetest.WriteFile(t, filepath.Join(dir, "content/articles/2026-01-01-a/index.md"), []byte(article))
	warm := openLoader(t, dir)
	seen := map[string]bool{}
	for _, step := range []struct{ file, text string }{
		{"content/site.toml", site("author = \"Jo\"\n")},
		{"content/site.toml", site("cards = false\n")},
		{"content/site.toml", strings.Replace(site(""), "Kept", "Another", 1)},
		{"content/articles/2026-01-01-a/card.png", smallPNG(t)},
		{"content/site.toml", site("")},
	} {
		sitetest.WriteFile(t, filepath.Join(dir, step.file), []byte(step.text))
		e, err := warm.Load(sitetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		cold, err := openLoader(t, dir).Load(sitetest.Now())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(outcome(t, cold), outcome(t, e)); diff != "" {
			t.Fatalf("after %s (-new loader +old loader):\n%s", step.file, diff)
		}
		seen[e.Site.CardURL("/articles/a/")] = true
	}
	if len(seen) != 4 { // two titles, none, the author's own
		t.Errorf("the cards were %v", seen)
	}
}

func smallPNG(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A file that is about to be written anew makes no revision, until a look at the whole folder finds it empty still.
func TestGlanceAtEmptied(t *testing.T) {
	dir := t.TempDir()
	sitetest.WriteStarter(t, dir)
	loader := openLoader(t, dir)
	first, err := loader.Load(sitetest.Now())
	if err != nil {
		t.Fatal(err)
	}
	const name = "content/pages/about.md"
	sitetest.WriteFile(t, filepath.Join(dir, name), nil)
	if e, err := loader.LoadPaths(sitetest.Now(), []string{name}); err != nil || e != first {
		t.Errorf("LoadPaths of an emptied file makes a new revision (%v)", err)
	}
	if e, err := loader.Load(sitetest.Now()); err != nil || e == first || e.Sound() {
		t.Errorf("a file that stays empty is not seen (%v)", err)
	}
	sitetest.WriteFile(t, filepath.Join(dir, name), []byte("+++\ntitle = \"About\"\n+++\nWritten.\n"))
	if e, err := loader.LoadPaths(sitetest.Now(), []string{name}); err != nil || !e.Sound() {
		t.Errorf("the file that was written anew is not seen (%v)", err)
	}
}
