package preview

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/growthtest"
)

var loopback = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1414}

type urlPath struct{ path string }

func (u *urlPath) String() string { return (&url.URL{Path: u.path}).EscapedPath() }

// coordinatorOf returns the coordinator of a preview, for which only the test adds changes.
func coordinatorOf(t testing.TB, dir string, change ...func(*Options)) *coordinator {
	t.Helper()
	o := options(dir)
	for _, c := range change {
		c(&o)
	}
	p, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	d := newCoordinator(p)
	d.vanishTime = 0
	d.loadAll()
	t.Cleanup(func() { d.quietTimer.Stop() })
	return d
}

func TestServesWhatABuildWrites(t *testing.T) {
	for name, change := range map[string]func(*Options){
		"as it is":       func(*Options) {},
		"without drafts": func(o *Options) { o.Site.Drafts, o.Site.Future = false, false },
	} {
		t.Run(name, func(t *testing.T) {
			agree(t, coordinatorOf(t, newSite(t), change).Preview)
		})
	}
}

// editor makes random edits of a site's files, as people do: harmless ones, mistakes, and their repair.
type editor struct {
	t      testing.TB
	dir    string
	random *rand.Rand
	sound  map[string]string // the files of the last site without errors
}

func (e *editor) files() []string {
	var names []string
	for _, top := range []string{"content", "templates"} {
		err := filepath.WalkDir(filepath.Join(e.dir, top), func(name string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				name, err = filepath.Rel(e.dir, name)
				names = append(names, filepath.ToSlash(name))
			}
			return err
		})
		if err != nil {
			e.t.Fatal(err)
		}
	}
	return names
}

func (e *editor) pick(names []string) string { return names[e.random.IntN(len(names))] }

// edit makes one edit and returns the names that a watcher would have heard, and what was done.
func (e *editor) edit(n int) (names []string, what string) {
	file := e.pick(e.files())
	text := read(e.t, e.dir, file)
	id := fmt.Sprintf("new-%d", n)
	switch e.random.IntN(18) {
	case 0:
		write(e.t, e.dir, file, e.spoil(text))
	case 1:
		e.remove(file)
	case 2:
		to := filepath.ToSlash(filepath.Join(filepath.Dir(file), id+filepath.Ext(file)))
		write(e.t, e.dir, to, text)
		e.remove(file)
		return []string{file, to}, "renamed " + file
	case 3:
		file = "content/articles/" + id + ".md"
		write(e.t, e.dir, file, fmt.Sprintf("+++\ntitle = \"New %d\"\ndate = 2026-04-01\ntags = [\"tag %d\"]\n+++\nNew.\n", n, n%3))
	case 4:
		file = "content/articles/" + id
		write(e.t, e.dir, file+"/index.md", "+++\ntitle = \"Folder\"\ndate = 2026-04-01\n+++\n![A dot](dot.svg)\n")
		write(e.t, e.dir, file+"/dot.svg", fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"10\"/>\n", n+1))
	case 5:
		file = "content/site.toml"
		settings := e.sound[file]
		write(e.t, e.dir, file, e.pick([]string{
			settings, strings.Replace(settings, "Small", "Small "+id, 1), strings.Replace(settings, "_page = 5", "_page = 6", 1),
			strings.Replace(settings, "author", "language = \"de\"\nauthor", 1), strings.Replace(settings, "author", "unit = \"lb\"\nauthor", 1),
		}))
	case 6:
		file = "templates/words/en.toml"
		write(e.t, e.dir, file, fmt.Sprintf("text-footnotes = \"Notes\"\nmoved = \"Gone to %d\"\n", n))
	case 7:
		file = "templates/layouts/404.html"
		write(e.t, e.dir, file, e.pick([]string{"{{define \"main\"}}<h1>Nothing</h1>{{end}}\n", "{{define \"main\"}}<p>{{.Title}}</p>{{end}}\n", "{{define \"main\"}}{{.Nothing}}{{end}}\n"}))
	case 8: // what belongs to a hidden text or an unlisted one
		write(e.t, e.dir, file, e.pick([]string{hide(text, "draft = true"), hide(text, "listed = false"), hide(text, "")}))
	case 9: // what no page uses, litter, and copies of what is there
		file = "content/articles/trip/" + e.pick([]string{"dot.svg.bak", "b.mp3", "later.svg", "dot (1).svg", "notes.txt", "~$notes.docx"})
		write(e.t, e.dir, file, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n")
	case 10: // what a page uses at last
		write(e.t, e.dir, "content/articles/trip/used.svg", id)
		file = "content/articles/trip/index.md"
		write(e.t, e.dir, file, e.sound[file]+"\n[A file](used.svg)\n")
		return []string{file, "content/articles/trip/used.svg"}, "used a file"
	default:
		write(e.t, e.dir, file, text+e.more(file, n))
	}
	return []string{file}, "edited " + file
}

// hide puts a line before the first key of a text or a definition, in the place of the one that was put there before.
func hide(text, line string) string {
	for _, old := range []string{"draft = true\n", "listed = false\n"} {
		text = strings.Replace(text, old, "", 1)
	}
	for _, key := range []string{"title", "name"} {
		if before, after, found := strings.Cut(text, key+" ="); found {
			return before + line + "\n" + key + " =" + after
		}
	}
	return text
}

func (e *editor) remove(file string) {
	if err := os.Remove(filepath.Join(e.dir, filepath.FromSlash(file))); err != nil {
		e.t.Fatal(err)
	}
}

// spoil takes a line out of a text.
func (e *editor) spoil(text string) string {
	lines := strings.SplitAfter(text, "\n")
	at := e.random.IntN(len(lines))
	return strings.Join(slices.Delete(lines, at, at+1), "")
}

// more returns what may stand at the end of a file.
func (e *editor) more(file string, n int) string {
	switch filepath.Ext(file) {
	case ".md":
		return fmt.Sprintf("\nMore %d, [first](/articles/first/).\n", n)
	case ".toml":
		return fmt.Sprintf("# more %d\n", n)
	case ".css":
		return fmt.Sprintf("p { margin: %dpx }\n", n)
	}
	return "\n"
}

// repair puts the last sound site back.
func (e *editor) repair() {
	for _, name := range e.files() {
		if _, ok := e.sound[name]; !ok {
			e.remove(name)
		}
	}
	for name, text := range e.sound {
		write(e.t, e.dir, name, text)
	}
}

func (e *editor) remember() {
	e.sound = map[string]string{}
	for _, name := range e.files() {
		e.sound[name] = read(e.t, e.dir, name)
	}
}

// fresh returns what a new loader makes of the folder: all it would write, by address, and all it has to say.
func fresh(t testing.TB, o Options) (files map[string]string, said string) {
	t.Helper()
	loader, err := generator.Open(o.Site)
	if err != nil {
		t.Fatal(err)
	}
	defer loader.Close()
	e, err := loader.Load(testNow)
	if err != nil {
		t.Fatal(err)
	}
	problems := e.Problems
	files = map[string]string{}
	if e.Sound() {
		for _, p := range e.Site.Pages {
			var b bytes.Buffer
			problems.Add(e.Render(&b, p)...)
			files[p.URL] = b.String()
		}
		for _, a := range e.Assets() {
			files[a.URL] = string(a.Data)
		}
		for _, f := range e.Site.Files {
			if f.Photo != nil {
				data, err := e.Photo(t.Context(), f)
				if err != nil {
					t.Fatal(err)
				}
				files[f.URL] = string(data)
				continue
			}
			files[strings.TrimSuffix(f.URL, "index.html")] = read(t, o.Site.Dir, f.File.Path)
		}
	}
	if problems.HasErrors() {
		files = nil
	}
	return files, words(t, problems, e.Lines)
}

func words(t testing.TB, problems diag.List, lines diag.Lines) string {
	t.Helper()
	var b bytes.Buffer
	if err := problems.Text(&b, lines, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// After each of a thousand random edits, what is served is what a clean build would write; with errors in the content, what the
// last clean build without errors wrote, and the errors are those that a clean build finds. Under the race detector, which makes
// them many times slower, there are fewer.
func TestRandomEdits(t *testing.T) {
	like := debug.SetGCPercent(400)
	t.Cleanup(func() { debug.SetGCPercent(like) })
	for _, walk := range []struct {
		name  string
		site  func(testing.TB) string
		edits int
	}{
		{"with cards", newSite, 200},
		{"without", newPlainSite, 800},
	} {
		t.Run(walk.name, func(t *testing.T) {
			t.Parallel()
			edits := walk.edits
			if growthtest.Race || testing.Short() {
				edits /= 50
			}
			editAtRandom(t, walk.site(t), edits)
		})
	}
}

func editAtRandom(t *testing.T, dir string, edits int) {
	d := coordinatorOf(t, dir)
	e := &editor{t: t, dir: dir, random: rand.New(rand.NewPCG(1, uint64(edits)))}
	e.remember()
	good, said := fresh(t, d.options)
	if good == nil {
		t.Fatal(said)
	}
	broken := 0
	for n := range edits {
		names, what := e.edit(n)
		if e.random.IntN(2) == 0 {
			d.loadChanged(names)
		}
		d.loadAll()
		files, said := fresh(t, d.options)
		s := d.shown.Load()
		if s.broken != (files == nil) {
			t.Fatalf("edit %d, %s: broken is %v, and a clean build says:\n%s", n, what, s.broken, said)
		}
		if files == nil {
			broken++
		} else {
			good = files
		}
		if diff := cmp.Diff(good, served(t, d.Preview, good)); diff != "" {
			t.Fatalf("edit %d, %s (-clean build +preview):\n%s", n, what, diff)
		}
		if got := words(t, s.problems, s.lines); got != said {
			t.Fatalf("edit %d, %s: problems (-clean build +preview):\n%s", n, what, cmp.Diff(said, got))
		}
		if n%250 == 0 && files != nil {
			agree(t, d.Preview)
		}
		if files != nil && len(files) < 80 {
			e.remember()
		} else {
			e.repair()
		}
	}
	if broken < edits/20 || broken > edits/2 {
		t.Errorf("%d of %d edits broke the site: too few or too many to be worth much", broken, edits)
	}
}

// A day of editing does not fill the memory.
func TestMemory(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	const file = "content/articles/second.md"
	text := read(t, dir, file)
	edit := func(times int) uint64 {
		for i := range times {
			write(t, dir, file, fmt.Sprintf("%s\nEdit %d.\n", text, i))
			d.loadChanged([]string{file})
			d.loadAll()
			d.get("/articles/second/")
		}
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := edit(20)
	if after := edit(200); after > before+before/10 {
		t.Errorf("200 edits took %d KB more than %d KB", (after-before)>>10, before>>10)
	}
}

// A file that an editor takes away while it saves is not missed before a moment has passed.
func TestVanishedForAMoment(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	d.vanishTime = time.Hour
	const file = "content/articles/second.md" // another article leads there: without it the site has an error
	text := read(t, dir, file)
	e := &editor{t: t, dir: dir}
	before := d.shown.Load()
	e.remove(file)
	d.loadChanged([]string{file})
	d.loadAll()
	d.loadAll()
	if d.shown.Load() != before {
		t.Fatalf("a file that has just vanished is missed: %+v", d.shown.Load().problems)
	}
	write(t, dir, file, text+"\nBack.\n")
	d.loadChanged([]string{file})
	d.loadAll()
	if got := d.get("/articles/second/"); !strings.Contains(got.body, "Back.") {
		t.Errorf("the file is back, and the page is:\n%s", got.body)
	}
	e.remove(file)
	d.loadAll()
	d.vanishTime = 0
	d.loadAll()
	if s := d.shown.Load(); !s.broken {
		t.Error("a file that stays away is not missed")
	}
}

// A mistake that is seen at the first ring may be half a file. It counts when it is quiet.
func TestHalfWritten(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	before := d.shown.Load()
	write(t, dir, "content/articles/second.md", "+++\ntit")
	d.loadChanged([]string{"content/articles/second.md"})
	if d.shown.Load() != before {
		t.Fatal("half a file was taken for a mistake")
	}
	d.loadAll()
	if s := d.shown.Load(); !s.broken || s.served != before.served {
		t.Error("a mistake that stays was not found, or the last pages have gone")
	}
}

// A style sheet that is empty before it is written anew does not leave the page without style for a moment.
func TestEmptied(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	const file = "templates/assets/style.css"
	before := d.shown.Load()
	write(t, dir, file, "")
	d.loadChanged([]string{file})
	if d.shown.Load() != before {
		t.Fatal("an empty file was shown at once")
	}
	write(t, dir, file, "p{margin:0}")
	d.loadChanged([]string{file})
	if got := d.get("/assets/style.css").body; got != "p{margin:0}" {
		t.Errorf("the style sheet is %q", got)
	}
	write(t, dir, file, "")
	d.loadAll()
	if got := d.get("/assets/style.css").body; got != "" {
		t.Errorf("a style sheet that stays empty is %q", got)
	}
}
