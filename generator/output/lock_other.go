//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd)

package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// lock keeps other builds out until the unlocker is called or the process ends. It needs no system call of its own: Windows does not
// delete an open file, so a lock file that can be deleted was left by a build that has ended. The file is not opened through the
// os.Root, which would allow its deletion.
func lock(root *os.Root) (unlocker, error) {
	if err := root.Mkdir(ownFolder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	if info, err := root.Lstat(ownFolder); err == nil && !info.IsDir() {
		return func([]string) error { return root.Close() }, nil // Open is about to say so
	}
	name := filepath.Join(root.Name(), ownFolder, "lock")
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errBusy
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, errBusy
	}
	if err != nil {
		return nil, err
	}
	return func(made []string) error {
		err := errors.Join(f.Close(), os.Remove(name))
		root.Remove(ownFolder) // fails, as it should, where there is a manifest
		err = errors.Join(err, root.Close())
		removeMade(made) // no open folder can be removed here
		return err
	}, nil
}
