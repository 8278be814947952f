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

// stagingDir is the folder in which a build collects its files. It is made for the first of them, so that a build which changes
// nothing writes nothing.
type stagingDir struct {
	out  *os.Root // the public folder
	name string   // of this folder, in the public folder

	mu      sync.Mutex
	dir     *dirCache       // nil until it is made
	folders map[string]bool // folders in it
	left    bool            // it could not be removed
}

func newStagingDir(out *os.Root) *stagingDir {
	return &stagingDir{out: out, name: ownFolder + "/" + stagePrefix + rand.Text(), folders: map[string]bool{".": true}}
}

// create makes a file and the folders around it.
func (a *stagingDir) create(name string) (*os.File, error) {
	dir, err := a.makeFolders(name)
	if err != nil {
		return nil, err
	}
	return dir.openFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL)
}

// makeFolders makes the folders around a name, and returns the opened staging folder.
func (a *stagingDir) makeFolders(name string) (*dirCache, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.dir == nil {
		if err := a.make(); err != nil {
			return nil, err
		}
	}
	return a.dir, a.mkdir(path.Dir(name))
}

func (a *stagingDir) make() error {
	if err := a.out.Mkdir(ownFolder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := a.out.Mkdir(a.name, 0o755); err != nil {
		return err
	}
	dir, err := a.out.OpenRoot(a.name)
	if err == nil {
		a.dir = newDirCache(dir)
	}
	return err
}

func (a *stagingDir) mkdir(name string) error {
	if a.folders[name] {
		return nil
	}
	around := path.Dir(name)
	if err := a.mkdir(around); err != nil {
		return err
	}
	a.dir.keepOpen(around)
	if err := a.dir.mkdir(name); err != nil {
		return err
	}
	a.folders[name] = true
	return nil
}

// writeManifest writes the new manifest into the staging folder and flushes it to the disk. If this build is killed from now on,
// the next Open finds the manifest and knows which files it may have moved.
func (a *stagingDir) writeManifest(m manifest) error {
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
	return errors.Join(a.dir.closeFolders(), a.dir.root.Rename(part, manifestName))
}

// commit puts the new manifest in the place of the old one, and removes the staging folder.
func (a *stagingDir) commit() error {
	if err := a.out.Rename(a.name+"/"+manifestName, manifestPath); err != nil {
		return err
	}
	return a.remove()
}

// remove removes the staging folder with everything in it. One that stays, as where another program holds a file of it open, does no
// harm: the next build removes it.
func (a *stagingDir) remove() error {
	err := a.close()
	if _, missing := a.out.Lstat(a.name); errors.Is(missing, fs.ErrNotExist) {
		return err
	}
	a.left = a.out.RemoveAll(a.name) != nil
	return err
}

// close closes the staging folder.
func (a *stagingDir) close() error {
	if a.dir == nil {
		return nil
	}
	return a.dir.close()
}
