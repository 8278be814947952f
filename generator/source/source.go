// Package source reads a site's folder.
//
// In goes the folder, out comes a [Snapshot]: every file below content/ and templates/, sorted by path, with the bytes of
// those that are parsed. It reads only, never outside the folder (not through a link either), and knows nothing of what the
// files mean.
package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parallel"
)

// The folders of a site that are read.
const (
	Content   = "content"
	Templates = "templates"
)

// File is one file of the site.
type File struct {
	Path string // slash-separated, relative to the site's folder: "content/articles/start.md"
	Data []byte // nil for a file that is only copied
	Size int64  // bytes
}

// Ext returns the file name's extension with its dot, in small letters.
func (f File) Ext() string { return strings.ToLower(path.Ext(f.Path)) }

// Tree is the site's folder, held open.
type Tree struct{ root *os.Root }

// Open takes hold of the site's folder. Close lets it go.
func Open(dir string) (*Tree, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Tree{root}, nil
}

// Close lets the folder go.
func (t *Tree) Close() error { return t.root.Close() }

// Open opens a file of a snapshot, to be copied.
func (t *Tree) Open(path string) (io.ReadCloser, error) { return t.root.Open(path) }

// Snapshot is the site's folder at one moment. It is not changed after Read returns it.
type Snapshot struct {
	files []File
}

// Read takes a snapshot. Problems are names and links that cannot be used; an error means that the folder cannot be read.
func (t *Tree) Read() (*Snapshot, diag.List, error) {
	r := &reader{}
	for _, top := range []string{Content, Templates} {
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
	slices.SortFunc(r.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return &Snapshot{files: r.files}, r.problems, nil
}

// New returns a snapshot of the given files, for callers that do not read them from a folder.
func New(files []File) *Snapshot {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return &Snapshot{files: files}
}

// Files returns all files, sorted by path.
func (s *Snapshot) Files() []File { return s.files }

// Size returns how many bytes were read.
func (s *Snapshot) Size() int64 {
	n := int64(0)
	for _, f := range s.files {
		n += int64(len(f.Data))
	}
	return n
}

// Under returns the files below a folder, sorted by path.
func (s *Snapshot) Under(folder string) []File {
	prefix := folder + "/"
	from, _ := slices.BinarySearchFunc(s.files, prefix, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	to := from
	for to < len(s.files) && strings.HasPrefix(s.files[to].Path, prefix) {
		to++
	}
	return s.files[from:to]
}

// File returns the file at a path.
func (s *Snapshot) File(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(s.files, path, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}

// Line returns one line of a file that was read, 1-based, without its line end. It is a [diag.Lines].
func (s *Snapshot) Line(path string, line int) (string, bool) {
	f, ok := s.File(path)
	if !ok || line < 1 || f.Data == nil {
		return "", false
	}
	rest := f.Data
	for range line - 1 {
		_, after, ok := bytes.Cut(rest, []byte("\n"))
		if !ok {
			return "", false
		}
		rest = after
	}
	text, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.TrimSuffix(string(text), "\r"), true
}

type reader struct {
	files    []File
	problems diag.List
}

// folder reads one folder and those below it. Each folder is opened by itself, so that a file costs one step of the path.
func (r *reader) folder(dir *os.Root, at string) error {
	entries, err := fs.ReadDir(dir.FS(), ".")
	if err != nil {
		return fmt.Errorf("reading %s: %w", at, err)
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case ignored(name):
		case e.IsDir():
			if err := r.below(dir, name, at); err != nil {
				return err
			}
		case e.Type()&fs.ModeSymlink != 0 && !r.usable(dir, name, at):
		default:
			names = append(names, name)
		}
	}
	return r.read(dir, at, names)
}

func (r *reader) below(dir *os.Root, name, at string) error {
	sub, err := dir.OpenRoot(name)
	if err != nil {
		return fmt.Errorf("reading %s/%s: %w", at, name, err)
	}
	defer sub.Close()
	return r.folder(sub, at+"/"+name)
}

// usable reports whether a link leads to a file inside its folder, and says so where it does not.
func (r *reader) usable(dir *os.Root, name, at string) bool {
	info, err := dir.Stat(name)
	if err == nil && info.Mode().IsRegular() {
		return true
	}
	what := "is a link to something outside its folder, or to nothing."
	if err == nil {
		what = "is a link to a folder; links to folders are not followed."
	}
	r.problems.Add(diag.Errorf(diag.Position{File: at + "/" + name}, "link", "this %s", what).
		WithHint("Put the file itself here, not a link."))
	return false
}

func (r *reader) read(dir *os.Root, at string, names []string) error {
	files := make([]File, len(names))
	var mu sync.Mutex
	var failed error
	parallel.Each(len(names), func(i int) {
		f, err := readFile(dir, names[i], at)
		if err != nil {
			mu.Lock()
			failed = errors.Join(failed, fmt.Errorf("reading %s/%s: %w", at, names[i], err))
			mu.Unlock()
		}
		files[i] = f
	})
	for _, f := range files {
		if f.Path != "" {
			r.files = append(r.files, f)
		}
	}
	return failed
}

// readFile reads a file, or, where it is only to be copied, its size. A file that has just vanished is no error, and what
// is neither a file nor a folder (a pipe, a socket) is passed over.
func readFile(dir *os.Root, name, at string) (File, error) {
	f := File{Path: at + "/" + name}
	if !parsed(f) {
		info, err := dir.Stat(name)
		if errors.Is(err, fs.ErrNotExist) || (err == nil && !info.Mode().IsRegular()) {
			return File{}, nil
		}
		if err != nil {
			return File{}, err
		}
		f.Size = info.Size()
		return f, nil
	}
	data, err := dir.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return File{}, nil
	}
	if err != nil {
		return File{}, err
	}
	f.Data, f.Size = data, int64(len(data))
	return f, nil
}

// parsed reports whether a file's bytes are needed: definitions, texts, the theme, and drawings, whose size is in the text.
func parsed(f File) bool {
	if strings.HasPrefix(f.Path, Content+"/static/") {
		return false
	}
	if strings.HasPrefix(f.Path, Templates+"/") {
		return true
	}
	switch f.Ext() {
	case ".md", ".toml", ".svg":
		return true
	}
	return false
}

// ignored reports whether a name is one that editors and systems leave behind, or is hidden on purpose, .well-known aside, which
// is meant to be published. Go files are not content either: they embed the folder in a program.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") && name != ".well-known" ||
		path.Ext(name) == ".go" ||
		strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		name == "Thumbs.db" || name == "desktop.ini"
}
