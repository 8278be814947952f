package athlete

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
)

// FolderName is the folder of a site in which the files of runners lie.
const FolderName = "athletes"

// Folder is the folder of the runners. It is held open, so that no link in it leads out of it.
type Folder struct{ root *os.Root }

// ErrNoFolder says that nobody has written of a runner yet.
var ErrNoFolder = errors.New("there is no folder athletes/")

// OpenFolder opens the folder of the runners of a site. A link in its place is refused: what stands in it would be elsewhere.
func OpenFolder(site string) (*Folder, error) {
	root, err := os.OpenRoot(site)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Lstat(FolderName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrNoFolder
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is no folder, but a link or a file. Put a folder in its place", FolderName)
	}
	folder, err := root.OpenRoot(FolderName)
	if err != nil {
		return nil, err
	}
	return &Folder{folder}, nil
}

// MakeFolder opens the folder, and makes it where there is none. Only its owner can look into it.
func MakeFolder(site string) (*Folder, error) {
	f, err := OpenFolder(site)
	if !errors.Is(err, ErrNoFolder) {
		return f, err
	}
	root, err := os.OpenRoot(site)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if err := root.Mkdir(FolderName, 0o700); err != nil {
		return nil, err
	}
	return OpenFolder(site)
}

// Close closes the folder.
func (f *Folder) Close() error { return f.root.Close() }

// IDs returns the names of the runners' files, sorted.
func (f *Folder) IDs() ([]string, error) {
	dir, err := f.root.Open(".")
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	var ids []string
	for _, name := range names {
		id, is := strings.CutSuffix(nfc.String(name), ".toml")
		if is && id != "" && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, err
}

// Read reads the files of a runner. The log is empty where there is none.
func (f *Folder) Read(id string) (about, log Text, err error) {
	if id == "" || strings.ContainsAny(id, `/\`) || strings.HasPrefix(id, ".") {
		return about, log, fs.ErrNotExist
	}
	about.File, log.File = path.Join(FolderName, id+".toml"), path.Join(FolderName, id+".csv")
	if about.Data, err = f.regular(id + ".toml"); err != nil {
		return about, log, err
	}
	log.Data, err = f.regular(id + ".csv")
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return about, log, err
}

// largest is the largest file that is read, in bytes (house rule): a log of a visit a day for a hundred years.
const largest = 64 << 20

// regular reads a file that is none of the system's own kinds.
func (f *Folder) regular(name string) ([]byte, error) {
	info, err := f.root.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s/%s is no file", FolderName, name)
	case info.Size() > largest:
		return nil, fmt.Errorf("%s/%s is larger than %d MB", FolderName, name, largest>>20)
	}
	return f.root.ReadFile(name)
}

// Write writes a file as a whole: whoever reads it, also after a loss of power, finds the old one or the new one. What was there before
// stays beside it with the ending .bak, if that is asked for.
func (f *Folder) Write(name string, data []byte, keep bool) error {
	if keep {
		old, err := f.regular(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		default:
			if err := f.replace(name+".bak", old); err != nil {
				return err
			}
		}
	}
	return f.replace(name, data)
}

func (f *Folder) replace(name string, data []byte) error {
	next := "." + name + ".new"
	file, err := f.root.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = f.root.Rename(next, name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("writing %s/%s: %w", FolderName, name, err), f.root.Remove(next))
	}
	return nil
}

// Exists reports whether there is a file of a name.
func (f *Folder) Exists(name string) bool {
	_, err := f.root.Lstat(name)
	return err == nil
}

// Lines finds the lines of a runner's files, and those of other files where they stand.
func Lines(others diag.Lines, files ...Text) diag.Lines {
	return func(file string, n int) (string, bool) {
		i := slices.IndexFunc(files, func(t Text) bool { return t.File == file })
		if i < 0 {
			return others(file, n)
		}
		lines := strings.Split(string(files[i].Data), "\n")
		if n < 1 || n > len(lines) {
			return "", false
		}
		return strings.TrimSuffix(lines[n-1], "\r"), true
	}
}
