// Package source reads a site's folder.
//
// In goes the folder, out comes a [Snapshot]: every file below content/ and templates/, sorted by path, with the bytes of those that
// are parsed. A second snapshot reads only files that have changed since the first. The package only reads, never outside the folder (nor
// through a link), and must not know what the files mean.
package source

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// The folders of a site that are read.
const (
	Content   = "content"
	Templates = "templates"
)

// File is one file of the site.
type File struct {
	Path   string // slash-separated, relative to the site's folder, in composed letters: "content/articles/start.md"
	Data   []byte // nil for a file that is copied without being parsed
	Size   int64  // bytes
	onDisk string // the path as the system spells it, if that differs
	stat   fileStat
}

// newFile returns a file for a path as the system spells it.
func newFile(onDisk string) File {
	f := File{Path: nfc.String(onDisk)}
	if f.Path != onDisk {
		f.onDisk = onDisk
	}
	return f
}

// OnDisk returns the path by which the system opens the file: some store "ü" as two letters.
func (f File) OnDisk() string { return cmp.Or(f.onDisk, f.Path) }

// At returns the file as if it had another path. The system opens it where it is.
func (f File) At(path string) File {
	f.onDisk, f.Path = f.OnDisk(), path
	return f
}

// fileStat is what the system said about a file when it was read.
type fileStat struct {
	info   fs.FileInfo
	recent bool // it had changed so recently that the next change may have the same time
}

// Same reports whether a file is the same in two snapshots. Files that are only copied are compared by size and time of change.
func (f File) Same(g File) bool {
	if f.Path != g.Path || f.onDisk != g.onDisk || f.Size != g.Size || (f.Data == nil) != (g.Data == nil) {
		return false
	}
	if f.Data == nil && f.stat.info != nil && g.stat.info != nil {
		return unchanged(f.stat.info, g.stat.info)
	}
	return bytes.Equal(f.Data, g.Data)
}

// Ext returns the file name's extension with its dot, in small letters.
func (f File) Ext() string { return strings.ToLower(path.Ext(f.Path)) }

// Snapshot is the site's folder at one moment. It does not change after Read or Look returns it.
type Snapshot struct {
	files        []File    // sorted by path
	folders      []string  // as the system spells them, sorted
	linkProblems diag.List // of names and links that cannot be used

	mu         sync.Mutex
	lineStarts map[string][]int // offsets of the lines, for files of which a line was asked for
}

// New returns a snapshot of the given files, for callers that do not read them from a folder.
func New(files []File) *Snapshot {
	files = slices.Clone(files)
	for i := range files {
		files[i].Path = nfc.String(files[i].Path)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return &Snapshot{files: files}
}

// Files returns all files, sorted by path.
func (s *Snapshot) Files() []File { return s.files }

// Folders returns all folders that were read, empty ones too, as the system spells them, sorted.
func (s *Snapshot) Folders() []string { return s.folders }

// Changed returns the paths of the files that differ between two snapshots or are only in one of them, sorted.
func (s *Snapshot) Changed(since *Snapshot) []string {
	var paths []string
	a, b := since.files, s.files
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Path < b[0].Path:
			paths, a = append(paths, a[0].Path), a[1:]
		case len(a) == 0 || b[0].Path < a[0].Path:
			paths, b = append(paths, b[0].Path), b[1:]
		default:
			if !a[0].Same(b[0]) {
				paths = append(paths, a[0].Path)
			}
			a, b = a[1:], b[1:]
		}
	}
	return paths
}

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

// File returns the file at a path, composed or not.
func (s *Snapshot) File(path string) (File, bool) {
	path = nfc.String(path)
	i, ok := slices.BinarySearchFunc(s.files, path, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}

// Line returns a line of a file, 1-based, without its line end. It is a [diag.Lines]. Only the first call for a file searches it for
// lines.
func (s *Snapshot) Line(path string, line int) (string, bool) {
	f, ok := s.File(path)
	if !ok {
		return "", false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	starts, known := s.lineStarts[path]
	if !known {
		starts = f.lineStarts()
		if s.lineStarts == nil {
			s.lineStarts = map[string][]int{}
		}
		s.lineStarts[path] = starts
	}
	return f.line(starts, line)
}

// Lines returns a function that reads lines from the disk, for callers that no longer keep the snapshot. It is for one goroutine at a
// time, and quick as long as the lines of one file are asked for before those of the next.
func (s *Snapshot) Lines(dir string) diag.Lines {
	onDisk := map[string]string{} // by Path, where the two differ
	for _, f := range s.files {
		if f.onDisk != "" {
			onDisk[f.Path] = f.onDisk
		}
	}
	var last File
	var starts []int
	return func(path string, line int) (string, bool) {
		if last.Path != path {
			last = File{Path: path, onDisk: onDisk[path]}
			if root, err := os.OpenRoot(dir); err == nil && needsBytes(last) {
				last.Data, _ = root.ReadFile(last.OnDisk())
				root.Close()
			}
			starts = last.lineStarts()
		}
		return last.line(starts, line)
	}
}

// LineFeeds returns a text with a line feed for each carriage return without one. Offsets stay the same.
func LineFeeds(text []byte) []byte {
	alone := func(i int) bool { return text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') }
	var mended []byte
	for i := bytes.IndexByte(text, '\r'); i >= 0 && i < len(text); i++ {
		if alone(i) {
			if mended == nil {
				mended = bytes.Clone(text)
			}
			mended[i] = '\n'
		}
	}
	if mended == nil {
		return text
	}
	return mended
}

// lineStarts returns the offsets of the lines of a file. In a text, a carriage return alone ends a line, too.
func (f File) lineStarts() []int {
	if f.Data == nil {
		return nil
	}
	data, starts := f.Data, []int{0}
	if f.Ext() == ".md" {
		data = LineFeeds(data)
	}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// line returns a line of a file, 1-based, given the offsets of its lines.
func (f File) line(starts []int, n int) (string, bool) {
	if n < 1 || n > len(starts) {
		return "", false
	}
	end := len(f.Data)
	if n < len(starts) {
		end = starts[n]
	}
	text := bytes.TrimSuffix(f.Data[starts[n-1]:end], []byte("\n"))
	return strings.TrimSuffix(string(text), "\r"), true
}

// needsBytes reports whether a file is read: definitions, texts, the theme, and drawings, whose size is in their text.
func needsBytes(f File) bool {
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
