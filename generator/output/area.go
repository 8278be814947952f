package output

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"
)

const stagePrefix = "stage-"

// area is the stage's folder. It is made when the first file goes into it, so that a build which changes nothing writes
// nothing.
type area struct {
	out  *os.Root // the public folder
	name string   // of the area, in the public folder

	mu   sync.Mutex
	dir  *reach          // the area, once it is made
	made map[string]bool // folders in it
}

func newArea(out *os.Root) *area {
	return &area{out: out, name: folder + "/" + stagePrefix + rand.Text(), made: map[string]bool{".": true}}
}

// create makes a file and the folders that it lies in.
func (a *area) create(name string) (*os.File, error) {
	dir, err := a.folderOf(name)
	if err != nil {
		return nil, err
	}
	return dir.openFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
}

// folderOf makes the folders of a name, and returns the area.
func (a *area) folderOf(name string) (*reach, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.dir == nil {
		if err := a.open(); err != nil {
			return nil, err
		}
	}
	return a.dir, a.mkdir(path.Dir(name))
}

func (a *area) open() error {
	if err := a.out.Mkdir(folder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := a.out.Mkdir(a.name, 0o755); err != nil {
		return err
	}
	dir, err := a.out.OpenRoot(a.name)
	if err == nil {
		a.dir = newReach(dir)
	}
	return err
}

func (a *area) mkdir(name string) error {
	if a.made[name] {
		return nil
	}
	around := path.Dir(name)
	if err := a.mkdir(around); err != nil {
		return err
	}
	a.dir.keep(around)
	if err := a.dir.mkdir(name); err != nil {
		return err
	}
	a.made[name] = true
	return nil
}

// announce writes the manifest that is about to hold, whole and flushed to the disk. From now on the next Open takes account
// of what this build moves.
func (a *area) announce(m manifest) error {
	data, err := m.encode()
	if err != nil {
		return err
	}
	const part = manifestName + ".part"
	f, err := a.create(part)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return errors.Join(a.dir.release(), a.dir.root.Rename(part, manifestName))
}

// settle makes the manifest that was announced the one that holds, and removes the area.
func (a *area) settle() error {
	if err := a.out.Rename(a.name+"/"+manifestName, manifestPath); err != nil {
		return err
	}
	return a.remove()
}

// remove removes the area with all that is in it.
func (a *area) remove() error {
	if _, err := a.out.Lstat(a.name); errors.Is(err, fs.ErrNotExist) {
		return a.close()
	}
	return errors.Join(a.close(), a.out.RemoveAll(a.name))
}

// close lets the area's folder go.
func (a *area) close() error {
	if a.dir == nil {
		return nil
	}
	return a.dir.close()
}
