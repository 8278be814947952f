package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestMain(m *testing.M) {
	beatEvery, beatAwait = 20*time.Millisecond, 200*time.Millisecond
	os.Exit(m.Run())
}

// tree is files by their paths.
type tree map[string]string

func (t tree) fs() fs.FS {
	m := fstest.MapFS{}
	for name, text := range t {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

// The site before and after an edit: another stylesheet, a new page, one that is gone. Each page names in its text what it shows.
var (
	before = tree{
		"index.html":              "uses assets/style.1.css",
		"a/index.html":            "uses assets/style.1.css a/photo ü.jpg",
		"a/photo ü.jpg":           "photo",
		"gone/index.html":         "uses assets/style.1.css",
		"assets/style.1.css":      "one",
		"assets/100%+#?.css":      "odd",
		"atom.xml":                "lists a/index.html gone/index.html",
		"_headers":                "/assets/*\n  Cache-Control: public, max-age=31536000\n",
		".nojekyll":               "",
		".well-known/security":    "s",
		"deep/er/and/deeper/x.md": "x",
	}
	after = tree{
		"index.html":              "uses assets/style.2.css",
		"a/index.html":            "uses assets/style.2.css a/photo ü.jpg",
		"a/photo ü.jpg":           "photo",
		"new/index.html":          "uses assets/style.2.css",
		"assets/style.2.css":      "two",
		"assets/100%+#?.css":      "odd",
		"atom.xml":                "lists a/index.html new/index.html",
		"_headers":                "/assets/*\n  Cache-Control: public, max-age=31536000\n",
		".nojekyll":               "",
		".well-known/security":    "s",
		"deep/er/and/deeper/x.md": "y",
	}
)

// run publishes files to a store and returns what was planned.
func run(ctx context.Context, store Store, files tree, deleteForeign bool) (*Plan, error) {
	site, err := Local(files.fs())
	if err != nil {
		return nil, err
	}
	place, err := Open(ctx, store, Options{})
	if err != nil {
		return nil, err
	}
	plan, err := place.Plan(ctx, site, Wishes{DeleteForeign: deleteForeign})
	if err == nil {
		err = place.Carry(ctx, plan, nil)
	}
	return plan, errors.Join(err, place.Close())
}

// content returns the files of a store, our own aside.
func content(t *testing.T, store Store) tree {
	t.Helper()
	names, err := store.List(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	got := tree{}
	for _, name := range names {
		if strings.HasPrefix(name, ownFolder+"/") {
			if name != sentPath {
				t.Errorf("%s is left there", name)
			}
			continue
		}
		data, err := store.Get(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		got[name] = string(data)
	}
	return got
}

// with returns a tree with more files in it.
func with(t tree, more tree) tree {
	all := maps.Clone(t)
	maps.Copy(all, more)
	return all
}

func newDir(t *testing.T) (string, func() Store) {
	dir := filepath.Join(t.TempDir(), "web")
	return dir, func() Store {
		s, err := openDir(dir, always)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

// TestRuns: a first upload, one with an edit, one with nothing to do, and foreign files, in each store.
func TestRuns(t *testing.T) {
	eachStore(t, func(t *testing.T, open func() Store) {
		put := func(name, text string) {
			t.Helper()
			s := open()
			if err := errors.Join(s.Put(t.Context(), name, bytesUpload([]byte(text))), s.Close()); err != nil {
				t.Fatal(err)
			}
		}
		do := func(files tree, deleteForeign bool) *Plan {
			t.Helper()
			plan, err := run(t.Context(), open(), files, deleteForeign)
			if err != nil {
				t.Fatal(err)
			}
			return plan
		}
		look := func() tree {
			s := open()
			defer s.Close()
			return content(t, s)
		}
		foreign := tree{"theirs/page.html": "theirs", ".htaccess": "rights"}
		for name, text := range with(foreign, tree{"index.html": "of the host"}) {
			put(name, text)
		}
		if p := do(before, false); len(p.Added) != len(before)-1 || len(p.Replaced) != 1 || p.Replaced[0].Path != "index.html" {
			t.Errorf("the first time %d files are added, and replaced %v", len(p.Added), p.Replaced)
		}
		if diff := cmp.Diff(with(before, foreign), look()); diff != "" {
			t.Errorf("after the first run (-want +got):\n%s", diff)
		}
		if p := do(before, false); !p.Nothing() || p.Unchanged != len(before) {
			t.Errorf("the second time there is something to do: %+v", p)
		}
		p := do(after, false)
		if len(p.Added) != 2 || len(p.Changed) != 4 || !slices.Equal(p.Deleted, []string{"assets/style.1.css", "gone/index.html"}) || p.Bytes > 150 {
			t.Errorf("after an edit: added %v, changed %v, deleted %v, %d bytes", p.Added, p.Changed, p.Deleted, p.Bytes)
		}
		if diff := cmp.Diff(with(after, foreign), look()); diff != "" {
			t.Errorf("after an edit (-want +got):\n%s", diff)
		}
		if p := do(after, true); !slices.Equal(p.Foreign, []string{"theirs/page.html"}) {
			t.Errorf("foreign are %v", p.Foreign)
		}
		if diff := cmp.Diff(with(after, tree{".htaccess": "rights"}), look()); diff != "" {
			t.Errorf("without what is foreign (-want +got):\n%s", diff)
		}
	})
}

// TestAgain: what somebody else has taken away or changed comes again, when that is asked for.
func TestAgain(t *testing.T) {
	_, open := newDir(t)
	if _, err := run(t.Context(), open(), before, false); err != nil {
		t.Fatal(err)
	}
	s := open()
	if err := errors.Join(s.Remove(t.Context(), "assets/style.1.css"), s.Put(t.Context(), "index.html", bytesUpload([]byte("theirs")))); err != nil {
		t.Fatal(err)
	}
	site, err := Local(before.fs())
	if err != nil {
		t.Fatal(err)
	}
	place, err := Open(t.Context(), s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := place.Plan(t.Context(), site, Wishes{Again: true})
	if err == nil {
		err = place.Carry(t.Context(), plan, nil)
	}
	if err != nil || plan.Sent() != len(before) {
		t.Errorf("%d files are sent, %v", plan.Sent(), err)
	}
	if err := place.Close(); err != nil {
		t.Error(err)
	}
	s = open()
	defer s.Close()
	if diff := cmp.Diff(before, content(t, s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// errKilled is what a store says from a moment on at which the machine was switched off.
var errKilled = errors.New("killed")

// killed is a store that stops after some calls that change something, in the middle of the last one. Before each one it looks whether
// readers meet something that is missing.
type killed struct {
	Store
	t *testing.T

	mu   sync.Mutex
	left int
	seen tree
}

func (k *killed) step(ctx context.Context, name string, change func() error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.left--; k.left < 0 {
		return errKilled
	}
	if err := change(); err != nil {
		return err
	}
	if k.seen != nil && !strings.HasPrefix(name, ownFolder) {
		k.whole()
	}
	return nil
}

// whole looks whether all that pages use and lists name is there.
func (k *killed) whole() {
	for name, text := range k.seen {
		words := strings.Fields(strings.ReplaceAll(text, "photo ü", "photo_ü"))
		if len(words) == 0 || words[0] != "uses" && words[0] != "lists" {
			continue
		}
		for _, used := range words[1:] {
			if _, ok := k.seen[strings.ReplaceAll(used, "_ü", " ü")]; !ok {
				k.t.Errorf("readers meet %s, which %s %s, and that is not there", name, words[0], used)
			}
		}
	}
}

func (k *killed) Put(ctx context.Context, name string, u Upload) error {
	return k.step(ctx, name, func() error {
		if k.seen != nil {
			f, err := u.Open()
			if err != nil {
				return err
			}
			defer f.Close()
			var b bytes.Buffer
			if _, err := b.ReadFrom(f); err != nil {
				return err
			}
			k.seen[name] = b.String()
		}
		return k.Store.Put(ctx, name, u)
	})
}

func (k *killed) Remove(ctx context.Context, name string) error {
	return k.step(ctx, name, func() error { delete(k.seen, name); return k.Store.Remove(ctx, name) })
}

func (k *killed) Claim(ctx context.Context, name string, data []byte) (bool, error) {
	if k.left <= 0 {
		return false, errKilled
	}
	return k.Store.Claim(ctx, name, data)
}

// TestKilled: whenever a run is killed, readers meet no page whose files are missing, the next run completes it, and nothing foreign is
// lost. A folder is tried at every change, the others, which take longer, at a few.
func TestKilled(t *testing.T) {
	eachStore(t, func(t *testing.T, open func() Store) {
		foreign := tree{"theirs.html": "theirs"}
		s := open()
		if err := errors.Join(s.Put(t.Context(), "theirs.html", bytesUpload([]byte("theirs"))), s.Close()); err != nil {
			t.Fatal(err)
		}
		step := 4
		if strings.HasSuffix(t.Name(), "/folder") {
			step = 1
		}
		for n := 0; ; n += step {
			if _, err := run(t.Context(), open(), before, false); err != nil {
				t.Fatal(err)
			}
			k := &killed{Store: open(), t: t, left: n, seen: maps.Clone(before)}
			_, err := run(t.Context(), k, after, false)
			if err != nil && !errors.Is(err, errKilled) {
				t.Fatal(err)
			}
			if _, again := run(t.Context(), open(), after, false); again != nil {
				t.Fatalf("after a kill at change %d: %v", n, again)
			}
			s := open()
			if diff := cmp.Diff(with(after, foreign), content(t, s)); diff != "" {
				t.Fatalf("after a kill at change %d and a run (-want +got):\n%s", n, diff)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if err == nil {
				return
			}
		}
	})
}

// TestBusy: of two at once one says that the other is there; one that is gone is taken over.
func TestBusy(t *testing.T) {
	eachStore(t, func(t *testing.T, open func() Store) {
		first, err := Open(t.Context(), open(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		if _, err := Open(t.Context(), open(), Options{Remark: func(text string) { said = text }}); !errors.Is(err, ErrBusy) || !strings.Contains(said, "Looking for") {
			t.Errorf("beside another one: %v, and said is %q", err, said)
		}
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		s := open()
		if claimed, err := s.Claim(t.Context(), claimPath, []byte(`{"run": "x", "machine": "another", "process": 1, "beat": 7}`)); !claimed || err != nil {
			t.Fatal(claimed, err)
		}
		s.Close()
		second, err := Open(t.Context(), open(), Options{})
		if err != nil {
			t.Fatalf("after one that was killed: %v", err)
		}
		if err := second.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestClaimOnce: of many who claim a store at once one gets it.
func TestClaimOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, open func() Store) {
		var mu sync.Mutex
		var wg sync.WaitGroup
		got := 0
		for i := range 6 {
			wg.Go(func() {
				s := open()
				defer s.Close()
				claimed, err := s.Claim(t.Context(), claimPath, fmt.Appendf(nil, `{"run": "%d"}`, i))
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				if claimed {
					got++
				}
			})
		}
		wg.Wait()
		if got != 1 {
			t.Errorf("%d of them have it", got)
		}
	})
}

// TestStore: what each store has to do.
func TestStore(t *testing.T) {
	eachStore(t, func(t *testing.T, open func() Store) {
		s := open()
		defer s.Close()
		ctx := t.Context()
		if _, err := s.Get(ctx, "none/at all"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a file that is not there: %v", err)
		}
		if there, err := s.Exists(ctx, "none"); there || err != nil {
			t.Errorf("a file that is not there exists: %v, %v", there, err)
		}
		if err := s.Remove(ctx, "none/at all"); err != nil {
			t.Errorf("removing what is not there: %v", err)
		}
		for _, folder := range []string{"", "none"} {
			if names, err := s.List(ctx, folder); len(names) > 0 || err != nil {
				t.Errorf("in %q are %v, %v", folder, names, err)
			}
		}
		large := strings.Repeat("0123456789", 50_000)
		for _, text := range []string{"first", "", large, "second"} {
			if err := s.Put(ctx, "x/y/ü é.txt", bytesUpload([]byte(text))); err != nil {
				t.Fatal(err)
			}
			if got, err := s.Get(ctx, "x/y/ü é.txt"); string(got) != text || err != nil {
				t.Fatalf("got %d bytes, %v, want %d", len(got), err, len(text))
			}
		}
		if err := s.Put(ctx, "x/z.txt", bytesUpload(nil)); err != nil {
			t.Fatal(err)
		}
		names, err := s.List(ctx, "x")
		slices.Sort(names)
		if !slices.Equal(names, []string{"x/y/ü é.txt", "x/z.txt"}) || err != nil {
			t.Errorf("listed %q, %v", names, err)
		}
		for _, name := range names {
			if there, err := s.Exists(ctx, name); !there || err != nil {
				t.Errorf("%s exists: %v, %v", name, there, err)
			}
			if err := s.Remove(ctx, name); err != nil {
				t.Error(err)
			}
		}
		if there, err := s.Exists(ctx, "x"); there || err != nil {
			t.Errorf("an empty folder stays: %v, %v", there, err)
		}
	})
}

// eachStore runs a test with an empty store of each kind.
func eachStore(t *testing.T, test func(t *testing.T, open func() Store)) {
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			test(t, kinds[kind](t))
		})
	}
}

// TestHeaders: what _headers and _redirects say of files.
func TestHeaders(t *testing.T) {
	site, err := Local(tree{
		"_headers":   "# ours\n/*\n  X-A: all\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n/assets/x.js\n  cache-control: no-cache\n",
		"_redirects": "/old/ /new/ 301\n/feed.xml /atom.xml 301\n/a https://example.com/b 301\n",
	}.fs())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"assets/style.css": "public, max-age=31536000, immutable", "assets/x.js": "no-cache", "index.html": ""} {
		if got := site.rules.of(name, "Cache-Control"); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	want := map[string]string{"old/index.html": "/new/", "feed.xml": "/atom.xml", "a/index.html": "https://example.com/b"}
	if diff := cmp.Diff(want, site.moved); diff != "" {
		t.Error(diff)
	}
	if path.Ext("a/index.html") != ".html" || phase("a/index.html") <= phase("assets/x.css") || phase("atom.xml") <= phase("a/index.html") || phase("search/index.json") <= phase("search/pieces/1a2b3c4d5e.json") {
		t.Error("the order is wrong")
	}
}
