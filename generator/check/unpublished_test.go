package check

import (
	"fmt"
	"io"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// Where the files of a drawn site lie, and what they are called.
var (
	drawnFolders = []string{"content", "content/static", "content/static/a", "content/articles", "content/articles/shown", "content/articles/draft", "content/articles/draft/in",
		"content/articles/later", "content/pages", "content/exercises", "content/plans", "content/images"}
	drawnNames = []string{"a.svg", "a 2.svg", "a (conflicted copy 2026-11-28).svg", "b.pdf", "b (1).pdf", "c.txt", "c.md.txt", "d.xlsx", "e", "f.MP3", "g-DESKTOP-12AB.pdf", "g.pdf",
		"card.png", "h.sync-conflict-20261128-101500-ABC.txt", "h.txt", "index.html", "k.webm", "l.toml.txt", "m.json"}
	drawnTexts = []string{"content/articles/shown/index.md", "content/articles/draft/index.md", "content/articles/later/index.md", "content/articles/flat.md", "content/articles/flat-draft.md", "content/pages/page.md"}
)

// draw is a site made of what a fuzzer draws: files, and which texts use them.
type drawn struct {
	files []string            // that are neither texts nor definitions
	uses  map[string][]string // by text
}

func drawSite(data []byte) drawn {
	d := drawn{uses: map[string][]string{}}
	next := func(n int) int {
		if len(data) == 0 {
			return 0
		}
		i := int(data[0]) % n
		data = data[1:]
		return i
	}
	there := map[string]bool{}
	for range min(len(data)/4, 30) {
		file := drawnFolders[next(len(drawnFolders))] + "/" + drawnNames[next(len(drawnNames))]
		if !there[file] {
			there[file] = true
			d.files = append(d.files, file)
		}
		for range next(3) {
			text := drawnTexts[next(len(drawnTexts))]
			d.uses[text] = append(d.uses[text], file)
		}
	}
	return d
}

// isHidden reports whether a drawn text is not published.
func isHidden(text string) bool {
	return strings.Contains(text, "draft") || strings.Contains(text, "later")
}

func (d drawn) snapshot() *source.Snapshot {
	files := []source.File{{Path: "content/site.toml", Data: []byte("title = \"T\"\nurl = \"https://example.net/\"\n")}}
	for _, text := range drawnTexts {
		front := "title = \"" + path.Base(path.Dir(text)) + path.Base(text) + "\"\n"
		if strings.Contains(text, "draft") {
			front += "draft = true\n"
		}
		if strings.HasPrefix(text, "content/articles") {
			front += map[bool]string{true: "date = 2040-01-01\n", false: "date = 2020-01-01\n"}[strings.Contains(text, "later")]
		}
		var body strings.Builder
		for _, file := range d.uses[text] {
			fmt.Fprintf(&body, "[x](<%s%s>)\n\n", strings.Repeat("../", strings.Count(text, "/")), file)
		}
		files = append(files, source.File{Path: text, Data: []byte("+++\n" + front + "+++\n" + body.String())})
	}
	for _, file := range d.files {
		f := source.File{Path: file}
		if f.Ext() == ".svg" {
			f.Data = []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)
		}
		files = append(files, f)
	}
	return source.New(files)
}

// usedBy reports whether a text uses a file that says yes.
func (d drawn) usedBy(file string, which func(text string) bool) bool {
	for text, files := range d.uses {
		for _, used := range files {
			if used == file && which(text) {
				return true
			}
		}
	}
	return false
}

// FuzzPublic draws sites and asks of each file whether it went public: only what lies in static/ or is used by a published text does, and
// nothing of what belongs to a hidden one. All else is named, or belongs to a hidden text.
func FuzzPublic(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 3, 3, 1, 0, 4, 2, 2, 0, 3, 5, 6, 1, 2})
	f.Add([]byte("a site with many files in it, more or less drawn, with draft and static and (1)"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d := drawSite(data)
		snapshot := d.snapshot()
		settings, _ := parse.ReadSettings(snapshot)
		parser := parse.New(settings, markdown.Words{}, func(string) (io.ReadCloser, error) { return nil, io.EOF })
		var parsed []*parse.File
		for _, f := range snapshot.Files() {
			parsed = append(parsed, parser.Parse(f))
		}
		s, problems := site.Join(settings, parsed, site.Options{Now: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)})
		problems.Add(Site(s)...)
		public, withheld, named := map[string]bool{}, map[string]site.WithheldReason{}, named(problems)
		for _, f := range s.Files {
			public[f.File.Path] = true
			if c := s.CopiedAt(f.URL); c == nil || !c.Public() {
				t.Errorf("%s is public and not to be found at %s", f.File.Path, f.URL)
			}
		}
		for _, w := range s.Withheld {
			withheld[w.File.Path] = w.Reason
			if c := s.CopiedAt("/" + strings.TrimPrefix(w.File.Path, "content/")); c != nil && c.File.Path == w.File.Path {
				t.Errorf("%s is withheld and still has an address", w.File.Path)
			}
		}
		for _, file := range d.files {
			static := strings.HasPrefix(file, "content/static/")
			inHidden := strings.HasPrefix(file, "content/articles/draft/") || strings.HasPrefix(file, "content/articles/later/")
			card := path.Base(file) == "card.png" && !strings.HasPrefix(file, "content/images/")
			used := d.usedBy(file, func(text string) bool { return !isHidden(text) })
			usedByHidden := d.usedBy(file, isHidden)
			switch reason, not := withheld[file]; {
			case public[file] == not:
				t.Errorf("%s: public %v, withheld %v", file, public[file], not)
			case public[file] && !static && (inHidden || !used && !card):
				t.Errorf("%s is public; in a hidden folder: %v, used: %v", file, inHidden, used)
			case not && reason != site.OfHidden && !named[file]:
				t.Errorf("%s is not published (%s), and nobody says so", file, reason)
			case not && reason == site.OfHidden && !inHidden && !usedByHidden:
				t.Errorf("%s is taken for a part of something hidden", file)
			case not && reason != site.ConflictCopy && (static || used && !inHidden):
				t.Errorf("%s is not published: %s", file, reason)
			}
		}
	})
}

// named returns the files that problems are about.
func named(problems diag.List) map[string]bool {
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
	}
	return files
}
