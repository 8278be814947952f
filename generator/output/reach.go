package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"
)

// reach is an [os.Root] that keeps some of the folders below it open. A Root opens each folder on the way anew with each call;
// with thousands of folders in one, that would be a third of all system calls.
type reach struct {
	root *os.Root

	mu   sync.Mutex
	kept map[string]*os.Root
}

// mostKept is how many folders are kept open, well below what a process may have.
const mostKept = 64

func newReach(root *os.Root) *reach { return &reach{root: root, kept: map[string]*os.Root{}} }

func (r *reach) lstat(name string) (fs.FileInfo, error) {
	root, rest := r.near(name)
	return root.Lstat(rest)
}

func (r *reach) openFile(name string, flag int) (*os.File, error) {
	root, rest := r.near(name)
	return root.OpenFile(rest, flag, 0o644)
}

func (r *reach) mkdir(name string) error {
	root, rest := r.near(name)
	return root.Mkdir(rest, 0o755)
}

// near returns the innermost folder around name that is open, and the way from there.
func (r *reach) near(name string) (*os.Root, string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if root := r.kept[dir]; root != nil {
			return root, name[len(dir)+1:]
		}
	}
	return r.root, name
}

// keep keeps a folder open if there is room, because folders in it will be needed. It must be a folder and no link. One
// that cannot be opened will say so when it is used.
func (r *reach) keep(dir string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if dir == "." || r.kept[dir] != nil || len(r.kept) == mostKept {
		return
	}
	if root, err := r.root.OpenRoot(dir); err == nil {
		r.kept[dir] = root
	}
}

// close lets all folders go.
func (r *reach) close() error {
	err := r.release()
	return errors.Join(err, r.root.Close())
}

// release lets all folders go but the outermost.
func (r *reach) release() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var err error
	for _, root := range r.kept {
		err = errors.Join(err, root.Close())
	}
	clear(r.kept)
	return err
}
