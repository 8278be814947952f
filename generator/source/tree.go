package source

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
	"github.com/legpress/legpress/generator/parallel"
)

// Tree is the site's folder, held open, and its last snapshot: a file that has not changed since is not read again. Where another
// folder takes its place, that one is held from the next look on. Read and Look are for one goroutine at a time, Open is for any
// number.
type Tree struct {
	dir  string // absolute: what is held is the folder at this path
	now  func() time.Time
	last *Snapshot

	mu   sync.RWMutex
	root *os.Root // replaced under mu
}

// Open takes hold of the site's folder. Close lets it go.
func Open(dir string) (*Tree, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return nil, err
	}
	return &Tree{dir: abs, now: time.Now, root: root, last: &Snapshot{}}, nil
}

// Close lets the folder go.
func (t *Tree) Close() error { return t.root.Close() }

// Open opens a file of a snapshot, to be copied, by its path on disk.
func (t *Tree) Open(onDisk string) (*os.File, error) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.root.Open(onDisk)
}

// reopen takes hold of the folder at the path where that is another one than the one that is held, and reports whether it is: a
// backup was put back, or the folder moved away and another one in. What was read in the old one is forgotten.
func (t *Tree) reopen() (replaced bool, err error) {
	at, err := os.Stat(t.dir)
	if err != nil {
		return false, err
	}
	if held, err := t.root.Stat("."); err == nil && os.SameFile(held, at) {
		return false, nil
	}
	root, err := os.OpenRoot(t.dir)
	if err != nil {
		return false, err
	}
	t.mu.Lock()
	old := t.root
	t.root = root
	t.mu.Unlock()
	t.Forget()
	return true, old.Close()
}

// Forget gives back the memory of the last snapshot. The next one is read as if it were the first.
func (t *Tree) Forget() { t.last = &Snapshot{} }

// Folders returns the folders of the last snapshot, as the system has them.
func (t *Tree) Folders() []string { return t.last.folders }

// Read takes a snapshot. Problems are names and links that cannot be used; an error means that the folder cannot be read.
func (t *Tree) Read() (*Snapshot, diag.List, error) {
	if _, err := t.reopen(); err != nil {
		return nil, nil, err
	}
	r := &reader{last: t.last, now: t.now()}
	for _, top := range tops() {
		sub, err := t.root.OpenRoot(top)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", top, err)
		}
		err = r.folder(sub, top)
		sub.Close()
		if err != nil {
			return nil, nil, err
		}
	}
	t.last = r.snapshot()
	return t.last, t.last.links, nil
}

func tops() []string { return []string{Content, Templates} }

// Look takes a snapshot for which only the named files and folders are looked at; all else is as it was. The bytes of these files
// are read whatever the system says of their last change. A name at which there is nothing is left as it was: a file that an
// editor takes away may be back in a moment, and Read finds those that are gone.
func (t *Tree) Look(names []string) (*Snapshot, diag.List, error) {
	if replaced, err := t.reopen(); err != nil {
		return nil, nil, err
	} else if replaced {
		return t.Read()
	}
	r := &reader{last: t.last, now: t.now(), again: true}
	for _, name := range names {
		if err := t.lookAt(r, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, err
		}
	}
	t.last = t.last.with(r.snapshot())
	return t.last, t.last.links, nil
}

// lookAt looks at a name, or, where it is in a folder that is not known yet, at that whole folder.
func (t *Tree) lookAt(r *reader, name string) error {
	name = path.Clean(name)
	parts := strings.Split(name, "/")
	if !slices.Contains(tops(), parts[0]) || slices.ContainsFunc(parts[1:], ignored) || embeds(path.Dir(name), path.Base(name)) {
		return nil
	}
	folder, entry := t.last.nearest(name)
	dir, err := t.root.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer dir.Close()
	info, err := dir.Lstat(entry)
	switch {
	case err != nil:
		return err
	case folder == ".":
		return r.below(dir, entry, entry)
	case info.IsDir():
		return r.below(dir, entry, folder+"/"+entry)
	case r.usable(dir, info.Mode().Type(), entry, folder):
		return r.read(dir, folder, []string{entry})
	}
	return nil
}

// nearest returns the innermost known folder around a name, and what comes next on the way.
func (s *Snapshot) nearest(name string) (folder, entry string) {
	for folder = path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if _, known := slices.BinarySearch(s.folders, folder); known {
			entry, _, _ = strings.Cut(name[len(folder)+1:], "/")
			return folder, entry
		}
	}
	entry, _, _ = strings.Cut(name, "/")
	return folder, entry
}

// with returns the snapshot with what another one found.
func (s *Snapshot) with(found *Snapshot) *Snapshot {
	all := &Snapshot{files: make([]File, 0, len(s.files)+len(found.files))}
	a, b := s.files, found.files
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Path < b[0].Path:
			all.files, a = append(all.files, a[0]), a[1:]
		case len(a) > 0 && a[0].Path == b[0].Path:
			a = a[1:]
		default:
			all.files, b = append(all.files, b[0]), b[1:]
		}
	}
	all.folders = slices.Concat(s.folders, found.folders)
	slices.Sort(all.folders)
	all.folders = slices.Compact(all.folders)
	for _, p := range s.links {
		if _, mended := found.File(p.File); !mended {
			all.links.Add(p)
		}
	}
	all.links = append(all.links, found.links...).Sorted()
	return all
}

// reader finds files.
type reader struct {
	last  *Snapshot
	now   time.Time
	again bool // read the bytes of files, also of those that look unchanged
	found Snapshot
}

// snapshot ends the reading.
func (r *reader) snapshot() *Snapshot {
	slices.SortFunc(r.found.files, func(a, b File) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.onDisk, b.onDisk)) })
	r.found.files = slices.CompactFunc(r.found.files, func(next, kept File) bool {
		if next.Path == kept.Path && next.onDisk != kept.onDisk {
			r.found.links.Add(alike(kept, next))
		}
		return next.Path == kept.Path
	})
	slices.Sort(r.found.folders)
	r.found.links = r.found.links.Sorted()
	return &r.found
}

// alike says that the names of two files differ in nothing that can be seen. The first of them is read.
func alike(kept, other File) diag.Problem {
	return diag.Errorf(diag.Position{File: kept.Path}, "same-name-twice",
		"two files have this name. Its letters are stored in two ways: %s (%d bytes) and %s (%d bytes).",
		spelled(kept.OnDisk(), other.OnDisk()), kept.Size, spelled(other.OnDisk(), kept.OnDisk()), other.Size).
		WithHint("They look the same and would have one address. Keep one of them, and delete or rename the other.")
}

// spelled returns a path from where another one is not like it, with the numbers of all letters that are not plain.
func spelled(path, other string) string {
	parts, others := strings.Split(path, "/"), strings.Split(other, "/")
	for i := range parts {
		if parts[i] != others[i] {
			return strings.Trim(strconv.QuoteToASCII(strings.Join(parts[i:], "/")), `"`)
		}
	}
	return path
}

// folder reads one folder and those below it. Each folder is opened by itself, so that a file costs one step of the path.
func (r *reader) folder(dir *os.Root, at string) error {
	entries, err := fs.ReadDir(dir.FS(), ".")
	if err != nil {
		return fmt.Errorf("reading %s: %w", at, err)
	}
	r.found.folders = append(r.found.folders, at)
	var names []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case ignored(name) || embeds(at, name):
		case e.IsDir():
			if err := r.below(dir, name, at+"/"+name); err != nil {
				return err
			}
		case r.usable(dir, e.Type(), name, at):
			names = append(names, name)
		}
	}
	return r.read(dir, at, names)
}

// below reads a folder in a folder. One that has just vanished is no error.
func (r *reader) below(dir *os.Root, name, at string) error {
	sub, err := dir.OpenRoot(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", at, err)
	}
	defer sub.Close()
	return r.folder(sub, at)
}

// usable reports whether a name is that of a file, or of a link to a file inside its folder. It says so where a link leads
// elsewhere, and passes over what is neither file nor folder (a pipe, a socket).
func (r *reader) usable(dir *os.Root, kind fs.FileMode, name, at string) bool {
	if kind&fs.ModeSymlink == 0 {
		return kind.IsRegular()
	}
	info, err := dir.Stat(name)
	if err == nil && info.Mode().IsRegular() {
		return true
	}
	what := "is a link to something outside its folder, or to nothing."
	if err == nil {
		what = "is a link to a folder; links to folders are not followed."
	}
	r.found.links.Add(diag.Errorf(diag.Position{File: nfc.String(at + "/" + name)}, "link", "this %s", what).
		WithHint("Put the file itself here, not a link."))
	return false
}

func (r *reader) read(dir *os.Root, at string, names []string) error {
	files := make([]File, len(names))
	var mu sync.Mutex
	var failed error
	parallel.Each(len(names), func(i int) {
		f, err := r.file(dir, names[i], at+"/"+names[i])
		if err != nil {
			mu.Lock()
			failed = errors.Join(failed, &fs.PathError{Op: "reading", Path: at + "/" + names[i], Err: err})
			mu.Unlock()
		}
		files[i] = f
	})
	for _, f := range files {
		if f.Path != "" {
			r.found.files = append(r.found.files, f)
		}
	}
	return failed
}

// file reads a file, if it may have changed, and nothing but its size, if it is only to be copied. A file that has just vanished
// is no error.
func (r *reader) file(dir *os.Root, name, onDisk string) (File, error) {
	f := named(onDisk)
	old, known := r.last.File(f.Path)
	known = known && old.onDisk == f.onDisk
	if bytes := parsed(f); known || !bytes {
		info, err := dir.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular():
			return File{}, nil
		case err != nil:
			return File{}, err
		case known && unchanged(old.seen.info, info) && (!bytes || !old.seen.young && !r.again):
			return old, nil
		case !bytes:
			f.Size, f.seen.info = info.Size(), info
			return f, nil
		}
	}
	if err := r.bytes(&f, dir, name); err != nil || f.Data == nil {
		return File{}, err
	}
	if known && old.Same(f) {
		f.Data = old.Data
	}
	return f, nil
}

// bytes reads what is in a file. What the system says of it is asked first, so that a change while it is read is found at the
// next look.
func (r *reader) bytes(f *File, dir *os.Root, name string) error {
	opened, err := dir.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer opened.Close()
	info, err := opened.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	f.seen = seen{info, lastChange(info).After(r.now.Add(-young))}
	f.Data, err = all(opened, info.Size())
	f.Size = int64(len(f.Data))
	return err
}

// young is how long ago a file must have changed for the time of its last change to be trusted: the coarsest clock of a file
// system in use, FAT's, counts in steps of two seconds.
const young = 2 * time.Second

// lastChange returns when a file changed last. Programs set the time of its last edit as they like, when they put a backup back for
// instance; the system's own time tells of that, too.
func lastChange(info fs.FileInfo) time.Time {
	edited, changed := info.ModTime(), changeTime(info)
	if changed.After(edited) {
		return changed
	}
	return edited
}

// all reads a file of about this size. What it returns is not nil.
func all(r io.Reader, size int64) ([]byte, error) {
	data := make([]byte, 0, size+1)
	for {
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = slices.Grow(data, len(data))
		}
	}
}

// unchanged reports whether the system says the same of a file at two looks.
func unchanged(a, b fs.FileInfo) bool {
	return a != nil && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && changeTime(a).Equal(changeTime(b)) && os.SameFile(a, b)
}
