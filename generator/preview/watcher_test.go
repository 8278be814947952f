package preview

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/growthtest"
)

// everyWay runs a test with events of the system, and with polling, which -short leaves out.
func everyWay(t *testing.T, test func(t *testing.T, change func(*Options))) {
	for name, poll := range map[string]bool{"events": false, "polling": true} {
		if poll && testing.Short() {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, func(o *Options) { o.Poll = poll })
		})
	}
}

// settles fails unless the preview soon serves what a clean build writes, and goes on doing so.
func (r *running) settles(t *testing.T, what string) {
	t.Helper()
	want, said := built(t, r.options)
	if want == nil {
		t.Fatalf("%s: the site has errors:\n%s", what, said)
	}
	diff := ""
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		diff = cmp.Diff(want, served(t, r.Preview, want))
		if s := r.shown.Load(); diff == "" && !s.broken && len(s.served.Site.Pages)+len(s.served.Site.Files)+len(s.served.Assets())+len(maps.Collect(s.served.SearchPieces())) == len(want) {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s (-clean build +preview):\n%s", what, diff)
		}
	}
	time.Sleep(2 * quietTime)
	if diff := cmp.Diff(want, served(t, r.Preview, want)); diff != "" {
		t.Fatalf("%s, a moment later (-clean build +preview):\n%s", what, diff)
	}
}

// breaks fails unless the preview soon says that the site has errors.
func (r *running) breaks(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !r.shown.Load().broken; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the mistake was not found")
		}
	}
}

// All that editors, file managers and version control do to files is seen, on the file system of this machine.
func TestEverySave(t *testing.T) {
	everyWay(t, func(t *testing.T, change func(*Options)) {
		dir := newPlainSite(t)
		settings := read(t, dir, "content/site.toml")
		write(t, dir, "content/site.toml", strings.Replace(settings, "_page = 5", "_page = 100", 1)) // many articles have few lists
		r := start(t, dir, change)
		const article = "content/articles/second.md"
		text := read(t, dir, article)
		path := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		many := 500
		if growthtest.Race || testing.Short() {
			many = 50
		}
		fresh := func(title string) string {
			return fmt.Sprintf("+++\ntitle = %q\ndate = 2026-05-01\n+++\n%s\n", title, title)
		}
		r.settles(t, "as it is")
		for _, step := range []struct {
			name string
			do   func()
		}{
			{"save in place", func() { write(t, dir, article, text+"\nIn place.\n") }},
			{"save by rename", func() {
				write(t, dir, article+".tmp", text+"\nRenamed.\n")
				must(os.Rename(path(article+".tmp"), path(article)))
			}},
			{"save with a backup, as Vim does", func() {
				write(t, dir, "content/articles/4913", "")
				must(os.Remove(path("content/articles/4913")))
				must(os.Rename(path(article), path(article+"~")))
				write(t, dir, article, text+"\nBacked up.\n")
				must(os.Remove(path(article + "~")))
			}},
			{"delete and create", func() {
				must(os.Remove(path(article)))
				time.Sleep(5 * time.Millisecond)
				write(t, dir, article, text+"\nCreated.\n")
			}},
			{"two quick writes", func() {
				write(t, dir, article, text+"\nOne.\n")
				write(t, dir, article, text+"\nTwo.\n")
			}},
			{"two quick writes of one size", func() {
				write(t, dir, article, text+"\nTwa.\n")
				write(t, dir, article, text+"\nTwb.\n")
			}},
			{"a slow write", func() {
				f, err := os.Create(path(article))
				must(err)
				for part := range strings.SplitAfterSeq(text+"\nSlow.\n", "\n") {
					_, err := f.WriteString(part)
					must(err)
					time.Sleep(2 * time.Millisecond)
				}
				must(f.Close())
			}},
			{"new file", func() { write(t, dir, "content/articles/new.md", fresh("New")) }},
			{"new folder with files", func() {
				write(t, dir, "content/articles/walk/index.md", fresh("Walk")+"\n![A dot](deep/dot.svg)\n")
				write(t, dir, "content/articles/walk/deep/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"7\"/>\n")
			}},
			{"edit in a new folder", func() {
				write(t, dir, "content/articles/walk/deep/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"7\"/>\n")
			}},
			{"rename file", func() { must(os.Rename(path("content/articles/new.md"), path("content/articles/newer.md"))) }},
			{"rename folder", func() { must(os.Rename(path("content/articles/walk"), path("content/articles/run"))) }},
			{"edit in the renamed folder", func() { write(t, dir, "content/articles/run/index.md", fresh("Run")) }},
			{"a folder that takes the place of another", func() {
				must(os.Rename(path("content/articles/run"), path("content/articles/jog")))
				write(t, dir, "content/articles/run/index.md", fresh("Run again"))
			}},
			{"edit in the folder that took the place", func() { write(t, dir, "content/articles/run/index.md", fresh("Once more")) }},
			{"delete folder", func() {
				must(os.RemoveAll(path("content/articles/run")))
				must(os.RemoveAll(path("content/articles/jog")))
			}},
			{"delete file", func() { must(os.Remove(path("content/articles/newer.md"))) }},
			{"many files at once", func() {
				for i := range many {
					write(t, dir, fmt.Sprintf("content/articles/many-%d.md", i), fresh(fmt.Sprint("Many ", i)))
				}
			}},
			{"many files gone at once", func() {
				for i := range many {
					must(os.Remove(path(fmt.Sprintf("content/articles/many-%d.md", i))))
				}
			}},
			{"site.toml", func() {
				write(t, dir, "content/site.toml", strings.Replace(read(t, dir, "content/site.toml"), "Small", "Smaller", 1))
			}},
			{"a new template", func() {
				write(t, dir, "templates/layouts/404.html", "{{define \"main\"}}<h1>Nothing</h1>{{end}}\n")
			}},
			{"a template", func() {
				write(t, dir, "templates/layouts/404.html", "{{define \"main\"}}<h1>Nothing here</h1>{{end}}\n")
			}},
			{"a template less", func() { must(os.RemoveAll(path("templates/layouts"))) }},
			{"a stylesheet", func() { write(t, dir, "templates/assets/style.css", "p { color: red }\n") }},
			{"a picture", func() {
				write(t, dir, "content/articles/trip/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"/>\n")
			}},
			{"a copied file", func() { write(t, dir, "content/static/notes.txt", "Other.\n") }},
			{"the whole theme of the site gone", func() { must(os.RemoveAll(path("templates"))) }},
			{"a theme again", func() { write(t, dir, "templates/assets/style.css", "p { color: green }\n") }},
		} {
			step.do()
			r.settles(t, step.name)
		}
		before, _ := built(t, r.options)
		write(t, dir, article, strings.Replace(text, "title", "titel", 1))
		r.breaks(t)
		if diff := cmp.Diff(before, served(t, r.Preview, before)); diff != "" {
			t.Errorf("with a mistake in the content (-before +now):\n%s", diff)
		}
		write(t, dir, article, text)
		r.settles(t, "a mistake mended")
		must(os.Rename(path("content"), path("away")))
		r.breaks(t)
		if got := r.get("/articles/second/"); got.status != 200 {
			t.Errorf("without content the last pages are gone: %d", got.status)
		}
		must(os.Rename(path("away"), path("content")))
		r.settles(t, "all of the content gone and back")
	})
}

// The preview writes nothing into the site's folder.
func TestWritesNothing(t *testing.T) {
	dir := newSite(t)
	list := func() (all []string) {
		for _, name := range (&editor{t: t, dir: dir}).files() {
			all = append(all, name+": "+read(t, dir, name))
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			all = append(all, e.Name())
		}
		return all
	}
	before := list()
	r := start(t, dir)
	r.openTab("/")
	r.settles(t, "as it is")
	r.stop()
	if diff := cmp.Diff(before, list()); diff != "" {
		t.Errorf("the folder (-before +after):\n%s", diff)
	}
}

// fake stands for the system: the test sends its events, and it refuses to watch some folders.
type fake struct {
	events
	watched []string
	refuse  func(folder string) error
}

func newFake() *fake {
	f := &fake{refuse: func(string) error { return nil }}
	f.events = events{
		events: make(chan fsnotify.Event),
		errors: make(chan error),
		add: func(folder string) error {
			if err := f.refuse(folder); err != nil {
				return err
			}
			f.watched = append(f.watched, folder)
			return nil
		},
		remove: func(folder string) error {
			f.watched = slices.DeleteFunc(f.watched, func(w string) bool { return w == folder })
			return nil
		},
		list:  func() []string { return slices.Clone(f.watched) },
		close: func() error { close(f.events.events); return nil },
	}
	return f
}

// fakeWatcher returns a watcher that listens to a fake, and what it remarks.
func fakeWatcher(t *testing.T, f *fake) (w *watcher, remarks *[]string) {
	t.Helper()
	remarks = new([]string)
	w = newWatcher("/site", newPendingChanges(), func(text string) { *remarks = append(*remarks, text) })
	w.openEvents = func() (*events, error) { return &f.events, nil }
	w.remote = func(string) (string, bool) { return "", false }
	w.interval = 5 * time.Millisecond
	here, err := os.Stat(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w.stat = func(string) (fs.FileInfo, error) { return here, nil }
	t.Cleanup(w.close)
	return w, remarks
}

// changedNames waits for pending changes and returns their names.
func changedNames(t *testing.T, b *pendingChanges) []string {
	t.Helper()
	select {
	case <-b.ready:
		names := b.take()
		slices.Sort(names)
		return names
	case <-time.After(5 * time.Second):
		t.Fatal("no change is pending")
		return nil
	}
}

func TestEventsArePending(t *testing.T) {
	f := newFake()
	w, _ := fakeWatcher(t, f)
	w.start(t.Context(), false)
	f.events.events <- fsnotify.Event{Name: "/site/content/articles/a.md", Op: fsnotify.Write}
	if got := changedNames(t, w.pending); !slices.Equal(got, []string{"content/articles/a.md"}) {
		t.Errorf("rang %q", got)
	}
	f.events.events <- fsnotify.Event{Name: "/site/public", Op: fsnotify.Create}
	f.events.events <- fsnotify.Event{Name: "/site/templates", Op: fsnotify.Create}
	if got := changedNames(t, w.pending); !slices.Equal(got, []string{"templates"}) {
		t.Errorf("rang %q", got)
	}
}

// While an event is heard nothing is asked of fsnotify: where it has an error to tell it waits for whoever listens, and lets nobody in.
func TestHearingDoesNotWait(t *testing.T) {
	f := newFake()
	f.events.remove = func(folder string) error {
		t.Errorf("%s is taken from the watch while events are heard", folder)
		return nil
	}
	w, _ := fakeWatcher(t, f)
	w.start(t.Context(), false)
	for _, event := range []fsnotify.Event{{Name: "/site/content/articles", Op: fsnotify.Rename}, {Name: "/site", Op: fsnotify.Rename}} {
		f.events.events <- event
		changedNames(t, w.pending)
	}
}

// A folder that another one has taken the place of is watched anew, and so are those in it, all old watches going first.
func TestReplacedFoldersAreWatchedAnew(t *testing.T) {
	f := newFake()
	w, _ := fakeWatcher(t, f)
	other, err := os.Stat(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var replaced atomic.Bool
	stat := w.stat
	w.stat = func(path string) (fs.FileInfo, error) {
		if replaced.Load() && strings.HasPrefix(filepath.ToSlash(path), "/site/content/") {
			return other, nil
		}
		return stat(path)
	}
	w.start(t.Context(), false)
	folders := []string{"content", "content/articles", "content/plans"}
	w.watch(folders)
	replaced.Store(true)
	var log []string
	add, remove := f.events.add, f.events.remove
	f.events.add = func(folder string) error { log = append(log, "+"+filepath.ToSlash(folder)); return add(folder) }
	f.events.remove = func(folder string) error { log = append(log, "-"+filepath.ToSlash(folder)); return remove(folder) }
	if !w.watch(folders) {
		t.Error("it is not said that a folder is watched anew")
	}
	if w.watch(folders) {
		t.Error("it is watched anew although it is the same")
	}
	if diff := cmp.Diff([]string{"-/site/content/articles", "-/site/content/plans", "+/site/content/articles", "+/site/content/plans"}, log); diff != "" {
		t.Errorf("watched (-want +got):\n%s", diff)
	}
}

// When the system's queue runs over, events are lost: then, as after any other error, everything is looked at.
func TestOverflow(t *testing.T) {
	f := newFake()
	w, _ := fakeWatcher(t, f)
	w.start(t.Context(), false)
	for _, err := range []error{fsnotify.ErrEventOverflow, errors.New("something else")} {
		f.errors <- err
		if got := changedNames(t, w.pending); got != nil {
			t.Errorf("after %v it rang for %q only", err, got)
		}
	}
}

// Edits whose events were lost are seen when the queue has run over.
func TestOverflowOnTheWhole(t *testing.T) {
	dir := newSite(t)
	d := coordinatorOf(t, dir)
	for i := range 30 {
		write(t, dir, fmt.Sprintf("content/articles/lost-%d.md", i), "+++\ntitle = \"Lost\"\ndate = 2026-05-01\n+++\nLost.\n")
	}
	d.pending.add()
	d.loadChanged(changedNames(t, d.pending))
	agree(t, d.Preview)
}

// Where the system lets no more folders be watched, that is said once, and they are polled.
func TestWatchLimit(t *testing.T) {
	f := newFake()
	f.refuse = func(folder string) error {
		if len(f.watched) >= 2 {
			return fmt.Errorf("adding %s: %w", folder, syscall.ENOSPC)
		}
		return nil
	}
	w, remarks := fakeWatcher(t, f)
	w.start(t.Context(), false)
	w.watch([]string{"content", "content/articles", "content/pages"})
	w.watch([]string{"content", "content/articles", "content/pages"})
	for range 3 {
		if got := changedNames(t, w.pending); got != nil {
			t.Errorf("rang for %q only", got)
		}
	}
	if len(*remarks) != 1 || !strings.Contains((*remarks)[0], "max_user_watches") {
		t.Errorf("said %q", *remarks)
	}
}

func TestPollingIsChosen(t *testing.T) {
	for name, change := range map[string]func(w *watcher){
		"a network folder": func(w *watcher) { w.remote = func(string) (string, bool) { return "NFS", true } },
		"no events":        func(w *watcher) { w.openEvents = func() (*events, error) { return nil, syscall.EMFILE } },
	} {
		t.Run(name, func(t *testing.T) {
			w, remarks := fakeWatcher(t, newFake())
			change(w)
			w.start(t.Context(), false)
			w.watch([]string{"content"})
			changedNames(t, w.pending)
			changedNames(t, w.pending)
			if len(*remarks) != 1 {
				t.Errorf("said %q", *remarks)
			}
		})
	}
	if kind, yes := remoteFolder(t.TempDir()); yes && runtime.GOOS == "linux" {
		t.Logf("this machine's temporary folder is on %s", kind)
	}
}

// The folders that are watched are those that there are; one that has been replaced is watched anew.
func TestWatchedFolders(t *testing.T) {
	f := newFake()
	w, _ := fakeWatcher(t, f)
	w.start(t.Context(), false)
	for _, step := range []struct {
		folders []string
		grown   bool
	}{
		{[]string{"content", "content/articles"}, true},
		{[]string{"content", "content/articles"}, false},
		{[]string{"content"}, false},
		{[]string{"content", "content/pages"}, true},
	} {
		if grown := w.watch(step.folders); grown != step.grown {
			t.Errorf("%q: grown is %v", step.folders, grown)
		}
		want := []string{filepath.FromSlash("/site")}
		for _, folder := range step.folders {
			want = append(want, filepath.FromSlash("/site/"+folder))
		}
		got := slices.Clone(f.watched)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("watched (-want +got):\n%s", diff)
		}
	}
}

// Taking drains ready, too: a second receive without names would load all files.
func TestTakeDrainsReady(t *testing.T) {
	b := newPendingChanges()
	b.add("a")
	<-b.ready
	b.add("b")
	got := b.take()
	slices.Sort(got)
	if !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("took %v", got)
	}
	select {
	case <-b.ready:
		t.Error("a change is ready after all were taken")
	default:
	}
	b.add()
	<-b.ready
	if got := b.take(); got != nil {
		t.Errorf("a ring for everything is %v", got)
	}
}
