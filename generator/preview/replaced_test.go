package preview

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/linktest"
)

// swap is a way in which another folder comes to be at the path of one. The other one is there already, under its own name.
type swap struct {
	name string
	do   func(m *moves, folder, other string)
}

var swaps = []swap{
	{"away and in", func(m *moves, folder, other string) {
		m.rename(folder, m.away())
		m.wait()
		m.rename(other, folder)
	}},
	{"away, in, and the old one deleted", func(m *moves, folder, other string) {
		away := m.away()
		m.rename(folder, away)
		m.rename(other, folder)
		m.wait()
		m.must(os.RemoveAll(away))
	}},
	{"exchanged", func(m *moves, folder, other string) {
		if err := exchange(folder, other); err != nil { // there is no such step on this system
			away := m.away()
			m.rename(folder, away)
			m.rename(other, folder)
			m.rename(away, other)
		}
	}},
	{"exchanged again and again", func(m *moves, folder, other string) {
		for range 3 {
			away := m.away()
			m.rename(folder, away)
			m.rename(other, folder)
			m.rename(away, other)
		}
	}},
	{"away and back", func(m *moves, folder, _ string) {
		away := m.away()
		m.rename(folder, away)
		m.wait()
		m.rename(away, folder)
	}},
	{"deleted and copied", func(m *moves, folder, other string) {
		m.must(os.RemoveAll(folder))
		m.wait()
		m.must(os.CopyFS(folder, os.DirFS(other)))
	}},
	{"deleted and moved in", func(m *moves, folder, other string) {
		m.must(os.RemoveAll(folder))
		m.wait()
		m.rename(other, folder)
	}},
	{"unpacked over", func(m *moves, folder, other string) {
		m.each(other, func(name string, data []byte) {
			file := filepath.Join(folder, name)
			m.must(os.MkdirAll(filepath.Dir(file), 0o755))
			m.must(os.RemoveAll(file))
			m.must(os.WriteFile(file, data, 0o644))
		})
	}},
	{"each file moved over", func(m *moves, folder, other string) { // as rsync does
		m.each(other, func(name string, data []byte) {
			file := filepath.Join(folder, name)
			m.must(os.MkdirAll(filepath.Dir(file), 0o755))
			m.must(os.WriteFile(file+".Xy3kq1", data, 0o644))
			m.rename(file+".Xy3kq1", file)
		})
	}},
	{"a backup with old times put back", func(m *moves, folder, other string) {
		m.must(os.RemoveAll(folder))
		m.must(os.CopyFS(folder, os.DirFS(other)))
		then := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		m.each(other, func(name string, _ []byte) { m.must(os.Chtimes(filepath.Join(folder, name), then, then)) })
	}},
	{"old times and the same sizes in place", func(m *moves, folder, other string) {
		m.each(other, func(name string, data []byte) {
			file := filepath.Join(folder, name)
			info, err := os.Stat(file)
			if err != nil {
				return
			}
			m.must(os.WriteFile(file, data, 0o644))
			m.must(os.Chtimes(file, info.ModTime(), info.ModTime()))
		})
	}},
}

// moves makes the steps of a swap.
type moves struct {
	t      *testing.T
	pause  time.Duration // in the middle
	parent string        // of the site's folder
	n      int           // of what is new
}

func (m *moves) site() string { return filepath.Join(m.parent, "site") }

func (m *moves) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

func (m *moves) wait() { time.Sleep(m.pause) }

// away returns the path of nothing, on the same file system and outside the site.
func (m *moves) away() string {
	m.n++
	return filepath.Join(m.parent, fmt.Sprint("away-", m.n))
}

func (m *moves) rename(from, to string) {
	m.t.Helper()
	m.must(os.Rename(from, to))
}

// each hands over the files below a folder.
func (m *moves) each(folder string, file func(name string, data []byte)) {
	m.must(fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		file(filepath.FromSlash(name), data)
		return err
	}))
}

// Whatever folder takes the place of the site's or of one in it, and however: it is read, and the edits in it show.
func TestReplacedFolders(t *testing.T) {
	folders := []string{".", "content", "content/articles", "content/articles/trip", "content/plans", "content/static", "templates", "templates/layouts"}
	swaps := swaps
	if growthtest.Race || testing.Short() { // what is to be found by the detector, which makes it many times slower, is in each of them
		folders, swaps = folders[1:2], swaps[:4]
	}
	everyWay(t, func(t *testing.T, change func(*Options)) {
		m := &moves{t: t, parent: t.TempDir()}
		prepareReplaced(t, m.site())
		r := start(t, m.site(), change)
		pages := editedPages
		if r.options.Poll { // it does not matter to it where and when something happens, and it takes its time
			pages = pages[:1]
		}
		for i, folder := range folders {
			for j, s := range swaps {
				if r.options.Poll && (i+j)%2 == 1 { // how a folder came to be another one is nothing to whoever only looks
					continue
				}
				m.pause = 0
				if (i+j)%2 == 1 && !r.options.Poll { // each way comes up with a pause and without one
					m.pause = 50 * time.Millisecond
				}
				what := fmt.Sprintf("%s: %s, pause of %v", folder, s.name, m.pause)
				s.do(m, filepath.Join(m.site(), filepath.FromSlash(folder)), m.other(folder))
				m.wait()
				r.shows(what, m.edit(editedPages...))
				r.settles(t, what)
				for _, page := range pages { // one alone, when all is quiet
					r.shows(what+", and later", m.edit(page), page)
				}
			}
		}
	})
}

// A site, or its content, may be a link to a folder: then another link may take its place. And the folder around a site may be replaced.
func TestReplacedLinks(t *testing.T) {
	everyWay(t, func(t *testing.T, change func(*Options)) {
		m := &moves{t: t, parent: t.TempDir()}
		prepareReplaced(t, m.site())
		content := filepath.Join(m.site(), "content")
		m.rename(content, filepath.Join(m.site(), "one"))
		m.must(os.CopyFS(filepath.Join(m.site(), "two"), os.DirFS(filepath.Join(m.site(), "one"))))
		link := func(to, at string) {
			linktest.Link(m.t, to, at+".new")
			m.rename(at+".new", at)
		}
		link("one", content)
		around := filepath.Join(m.parent, "around")
		m.must(os.Mkdir(around, 0o755))
		for _, name := range []string{"first", "second"} {
			m.must(os.CopyFS(filepath.Join(around, name), os.DirFS(m.site())))
		}
		m.must(os.RemoveAll(m.site()))
		m.parent = around
		content = filepath.Join(m.site(), "content")
		link("first", m.site())
		r := start(t, m.site(), change)
		for _, step := range []struct {
			what string
			do   func()
		}{
			{"the content is another link", func() { link("two", content) }},
			{"the content is a folder", func() {
				m.must(os.Remove(content))
				m.must(os.CopyFS(content, os.DirFS(filepath.Join(m.site(), "one"))))
			}},
			{"the site is another link", func() { link("second", m.site()) }},
			{"the folder around the site is another one", func() {
				m.must(os.CopyFS(around+"-2", os.DirFS(around)))
				m.rename(around, around+"-1")
				m.rename(around+"-2", around)
			}},
		} {
			step.do()
			r.shows(step.what, m.edit(editedPages...))
			r.settles(t, step.what)
			r.shows(step.what+", and later", m.edit(editedPages[0]), editedPages[0])
		}
	})
}

// Version control replaces and deletes files and folders when another branch is taken.
func TestBranches(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	everyWay(t, func(t *testing.T, change func(*Options)) {
		m := &moves{t: t, parent: t.TempDir()}
		prepareReplaced(t, m.site())
		git := func(args ...string) {
			t.Helper()
			c := exec.Command("git", append([]string{"-c", "user.name=Jo", "-c", "user.email=jo@example.org"}, args...)...)
			c.Dir = m.site()
			if out, err := c.CombinedOutput(); err != nil {
				t.Fatalf("git %s: %v\n%s", args, err, out)
			}
		}
		git("init", "--quiet", "--initial-branch=one")
		git("add", ".")
		git("commit", "--quiet", "--message=One")
		git("checkout", "--quiet", "-b", "two")
		m.must(os.RemoveAll(filepath.Join(m.site(), "content", "static")))
		m.rename(filepath.Join(m.site(), "content", "articles", "trip"), filepath.Join(m.site(), "content", "articles", "walk"))
		git("add", "--all")
		git("commit", "--quiet", "--message=Two")
		r := start(t, m.site(), change)
		for _, branch := range []string{"one", "two", "one"} {
			git("checkout", "--quiet", "--force", branch)
			r.settles(t, "branch "+branch)
		}
		r.shows("an edit on the last branch", m.edit(editedPages...))
	})
}

// other returns a folder with the files of one of the site's, in all of which something is different and of the same size.
func (m *moves) other(folder string) string {
	m.t.Helper()
	other := m.away()
	m.must(os.CopyFS(other, os.DirFS(filepath.Join(m.site(), filepath.FromSlash(folder)))))
	m.each(other, func(name string, data []byte) {
		changed := strings.NewReplacer("MARK", "KRAM", "KRAM", "MARK").Replace(string(data))
		m.must(os.WriteFile(filepath.Join(other, name), []byte(changed), 0o644))
	})
	return other
}

// editedPage is a page and the file that it comes from.
type editedPage struct{ path, file string }

var editedPages = []editedPage{
	{"/articles/trip/", "content/articles/trip/index.md"},
	{"/articles/second/", "content/articles/second.md"},
	{"/plans/eight/", "content/plans/eight.toml"},
	{"/notes.txt", "content/static/notes.txt"},
	{"/404.html", "templates/layouts/404.html"},
}

// edit writes something new into the files of pages and returns it.
func (m *moves) edit(pages ...editedPage) string {
	m.n++
	text := fmt.Sprint(m.n, "-END")
	for _, p := range pages {
		write(m.t, m.site(), p.file, mark.ReplaceAllString(read(m.t, m.site(), p.file), text))
	}
	return text
}

var mark = regexp.MustCompile(`\d+-END`)

func prepareReplaced(t *testing.T, dir string) {
	t.Helper()
	if err := os.Rename(newPlainSite(t), dir); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "content/static/notes.txt", "MARK 0-END\n")
	write(t, dir, "content/plans/eight.toml", "about = \"MARK 0-END\"\n"+read(t, dir, "content/plans/eight.toml"))
	write(t, dir, "templates/layouts/404.html", "{{define \"main\"}}<h1>MARK 0-END</h1>{{end}}\n")
	for _, file := range []string{"content/articles/trip/index.md", "content/articles/second.md"} {
		write(t, dir, file, read(t, dir, file)+"\n\nMARK 0-END\n")
	}
}

// shows fails unless the pages soon have a text.
func (r *running) shows(what, text string, pages ...editedPage) {
	r.t.Helper()
	if len(pages) == 0 {
		pages = editedPages
	}
	for _, p := range pages {
		for deadline := time.Now().Add(20 * time.Second); !strings.Contains(r.get(p.path).body, text); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(deadline) {
				r.t.Fatalf("%s: the edit does not show at %s:\n%.2000s", what, p.path, r.get(p.path).body)
			}
		}
	}
}
