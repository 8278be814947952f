package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"
)

// dirCache is an [os.Root] that keeps some of the folders below it open. With each call a Root opens every folder of the path
// anew; for a site of thousands of folders that would be a third of all system calls.
type dirCache struct {
	root *os.Root

	mu   sync.Mutex
	open map[string]*os.Root
}

// maxOpen is how many folders are kept open, well below the limit of a process.
const maxOpen = 64

func newDirCache(root *os.Root) *dirCache { return &dirCache{root: root, open: map[string]*os.Root{}} }

func (r *dirCache) lstat(name string) (fs.FileInfo, error) {
	root, rest := r.nearest(name)
	return root.Lstat(rest)
}

func (r *dirCache) openFile(name string, flag int) (*os.File, error) {
	root, rest := r.nearest(name)
	return root.OpenFile(rest, flag, 0o644)
}

func (r *dirCache) mkdir(name string) error {
	root, rest := r.nearest(name)
	return root.Mkdir(rest, 0o755)
}

// nearest returns the innermost open folder around a name, and the name relative to it.
func (r *dirCache) nearest(name string) (*os.Root, string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if root := r.open[dir]; root != nil {
			return root, name[len(dir)+1:]
		}
	}
	return r.root, name
}

// keepOpen opens a folder whose files will be needed, unless there are too many already. It must be a folder and no link. An
// error is ignored, because the next use of the folder returns it again.
func (r *dirCache) keepOpen(dir string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if dir == "." || r.open[dir] != nil || len(r.open) == maxOpen {
		return
	}
	if root, err := r.root.OpenRoot(dir); err == nil {
		r.open[dir] = root
	}
}

// close closes all folders.
func (r *dirCache) close() error {
	err := r.closeFolders()
	return errors.Join(err, r.root.Close())
}

// closeFolders closes all folders but the outermost.
func (r *dirCache) closeFolders() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var err error
	for _, root := range r.open {
		err = errors.Join(err, root.Close())
	}
	clear(r.open)
	return err
}
