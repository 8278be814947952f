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

// Tree is the opened folder of a site with its last snapshot, so that files which have not changed are not read again. If another folder
// takes its place at the path, the next Read or Look opens that one. Read and Look are for one goroutine at a time, Open is for any
// number.
type Tree struct {
	dir  string // absolute
	now  func() time.Time
	last *Snapshot

	mu   sync.RWMutex
	root *os.Root // replaced under mu
}

// Open opens the site's folder.
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

// Close closes the folder.
func (t *Tree) Close() error { return t.root.Close() }

// Open opens a file by its path on disk, to be copied.
func (t *Tree) Open(onDisk string) (*os.File, error) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.root.Open(onDisk)
}

// reopen opens the folder at the path again if it is no longer the one that is open, and reports whether it was replaced: a backup was
// restored, or the folder was moved away and another one in. The last snapshot is forgotten then.
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

// Forget drops the last snapshot, to free its memory. The next Read reads all files.
func (t *Tree) Forget() { t.last = &Snapshot{} }

// Folders returns the folders of the last snapshot, as the system spells them.
func (t *Tree) Folders() []string { return t.last.folders }

// Read takes a snapshot of the whole folder. The problems are about names and links that cannot be used; an error means that the folder
// cannot be read.
func (t *Tree) Read() (*Snapshot, diag.List, error) {
	if _, err := t.reopen(); err != nil {
		return nil, nil, err
	}
	r := &reader{last: t.last, now: t.now()}
	for _, top := range topFolders() {
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
	return t.last, t.last.linkProblems, nil
}

func topFolders() []string { return []string{Content, Templates} }

// Look takes a snapshot in which only the named files and folders are read; everything else is as in the last one. The named files are
// read even if the system says that they have not changed. A file that is no longer there stays in the snapshot, because an editor may
// write it again in a moment; Read finds the ones that are gone.
func (t *Tree) Look(names []string) (*Snapshot, diag.List, error) {
	if replaced, err := t.reopen(); err != nil {
		return nil, nil, err
	} else if replaced {
		return t.Read()
	}
	r := &reader{last: t.last, now: t.now(), reread: true}
	for _, name := range names {
		if err := t.readName(r, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, err
		}
	}
	t.last = t.last.merge(r.snapshot())
	return t.last, t.last.linkProblems, nil
}

// readName reads the file or folder of a name. If it is in a folder that the last snapshot does not have, it reads that whole folder.
func (t *Tree) readName(r *reader, name string) error {
	name = path.Clean(name)
	parts := strings.Split(name, "/")
	if !slices.Contains(topFolders(), parts[0]) || slices.ContainsFunc(parts[1:], ignored) || isEmbedFile(path.Dir(name), path.Base(name)) {
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
		return r.subfolder(dir, entry, entry)
	case info.IsDir():
		return r.subfolder(dir, entry, folder+"/"+entry)
	case r.isFile(dir, info.Mode().Type(), entry, folder):
		return r.read(dir, folder, []named{{entry, info}})
	}
	return nil
}

// nearest returns the innermost folder of the snapshot around a name, and the next part of the path in it.
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

// merge returns the snapshot with the files and folders of another one added or replaced.
func (s *Snapshot) merge(found *Snapshot) *Snapshot {
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
	for _, p := range s.linkProblems {
		if _, mended := found.File(p.File); !mended {
			all.linkProblems.Add(p)
		}
	}
	all.linkProblems = append(all.linkProblems, found.linkProblems...).Sorted()
	return all
}

// reader reads the files of one snapshot.
type reader struct {
	last   *Snapshot
	now    time.Time
	reread bool // read files again that look unchanged
	result Snapshot
}

// snapshot sorts what was read, and reports files whose names look the same.
func (r *reader) snapshot() *Snapshot {
	slices.SortFunc(r.result.files, func(a, b File) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.onDisk, b.onDisk)) })
	r.result.files = slices.CompactFunc(r.result.files, func(next, kept File) bool {
		if next.Path == kept.Path && next.onDisk != kept.onDisk {
			r.result.linkProblems.Add(sameNameProblem(kept, next))
		}
		return next.Path == kept.Path
	})
	slices.Sort(r.result.folders)
	r.result.linkProblems = r.result.linkProblems.Sorted()
	return &r.result
}

// sameNameProblem reports two files whose names look the same. The first of them is used.
func sameNameProblem(kept, other File) diag.Problem {
	return diag.Errorf(diag.Position{File: kept.Path}, "same-name-twice",
		"two files have this name. Its letters are stored in two ways: %s (%d bytes) and %s (%d bytes).",
		spelling(kept.OnDisk(), other.OnDisk()), kept.Size, spelling(other.OnDisk(), kept.OnDisk()), other.Size).
		WithHint("They look the same and would have one address. Keep one of them, and delete or rename the other.")
}

// spelling returns a path from the first part on that another path spells otherwise, with letters outside ASCII as numbers.
func spelling(path, other string) string {
	parts, others := strings.Split(path, "/"), strings.Split(other, "/")
	for i := range parts {
		if parts[i] != others[i] {
			return strings.Trim(strconv.QuoteToASCII(strings.Join(parts[i:], "/")), `"`)
		}
	}
	return path
}

// folder reads a folder and those below it. Every folder is opened, so that the system looks up only one part of the path for each file.
func (r *reader) folder(dir *os.Root, at string) error {
	entries, err := fs.ReadDir(dir.FS(), ".")
	if err != nil {
		return fmt.Errorf("reading %s: %w", at, err)
	}
	r.result.folders = append(r.result.folders, at)
	var files []named
	for _, e := range entries {
		name := e.Name()
		switch {
		case ignored(name) || isEmbedFile(at, name):
		case e.IsDir():
			if err := r.subfolder(dir, name, at+"/"+name); err != nil {
				return err
			}
		case r.isFile(dir, e.Type(), name, at):
			info, err := e.Info() // the system has said it with the name
			if err == nil {
				files = append(files, named{name, info})
			}
		}
	}
	return r.read(dir, at, files)
}

// named is a name in a folder, and what the system says about it: of a link, not of the file that it leads to.
type named struct {
	name string
	info fs.FileInfo
}

// stat returns what the system says about the file.
func (n named) stat(dir *os.Root) (fs.FileInfo, error) {
	if n.info.Mode()&fs.ModeSymlink != 0 {
		return dir.Stat(n.name)
	}
	return n.info, nil
}

// subfolder reads a folder in a folder. It is no error if it has just vanished.
func (r *reader) subfolder(dir *os.Root, name, at string) error {
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

// isFile reports whether a name is that of a file, or of a link to a file inside its folder. Links that lead elsewhere are reported;
// pipes, sockets and the like are ignored.
func (r *reader) isFile(dir *os.Root, kind fs.FileMode, name, at string) bool {
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
	r.result.linkProblems.Add(diag.Errorf(diag.Position{File: nfc.String(at + "/" + name)}, "link", "this %s", what).
		WithHint("Put the file itself here, not a link."))
	return false
}

func (r *reader) read(dir *os.Root, at string, names []named) error {
	files := make([]File, len(names))
	var mu sync.Mutex
	var failed error
	parallel.Each(len(names), func(i int) {
		f, err := r.maybeReadFile(dir, names[i], at+"/"+names[i].name)
		if err != nil {
			mu.Lock()
			failed = errors.Join(failed, &fs.PathError{Op: "reading", Path: at + "/" + names[i].name, Err: err})
			mu.Unlock()
		}
		files[i] = f
	})
	for _, f := range files {
		if f.Path != "" {
			r.result.files = append(r.result.files, f)
		}
	}
	return failed
}

// maybeReadFile reads a file that may have changed; of a file that is only copied it asks for the size. It is no error if the file has
// just vanished: then its Path is empty.
func (r *reader) maybeReadFile(dir *os.Root, name named, onDisk string) (File, error) {
	f := newFile(onDisk)
	old, known := r.last.File(f.Path)
	known = known && old.onDisk == f.onDisk
	if bytes := needsBytes(f); known || !bytes {
		info, err := name.stat(dir)
		switch {
		case errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular():
			return File{}, nil
		case err != nil:
			return File{}, err
		case known && unchanged(old.stat.info, info) && (!bytes || !old.stat.recent && !r.reread):
			return old, nil
		case !bytes:
			f.Size, f.stat.info = info.Size(), info
			return f, nil
		}
	}
	if err := r.readFile(&f, dir, name.name); err != nil || f.Data == nil {
		return File{}, err
	}
	if known && old.Same(f) {
		f.Data = old.Data
	}
	return f, nil
}

// readFile reads the bytes of a file. It asks for the file's time of change first, so that the next snapshot notices a change during the
// read.
func (r *reader) readFile(f *File, dir *os.Root, name string) error {
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
	f.stat = fileStat{info, lastChange(info).After(r.now.Add(-clockStep))}
	f.Data, err = readAll(opened, info.Size())
	f.Size = int64(len(f.Data))
	return err
}

// clockStep is the step of the coarsest clock of a file system in use, FAT's. Two changes within it may have the same time.
const clockStep = 2 * time.Second

// lastChange returns when a file changed last. Programs may set its modification time to anything, as when they restore a backup; the
// system's own time of change shows that.
func lastChange(info fs.FileInfo) time.Time {
	edited, changed := info.ModTime(), changeTime(info)
	if changed.After(edited) {
		return changed
	}
	return edited
}

// readAll reads a file of about this size. The result is never nil.
func readAll(r io.Reader, size int64) ([]byte, error) {
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

// unchanged reports whether the system says the same about a file as before.
func unchanged(a, b fs.FileInfo) bool {
	return a != nil && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && changeTime(a).Equal(changeTime(b)) && os.SameFile(a, b)
}
