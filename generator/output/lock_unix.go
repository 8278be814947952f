//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package output

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps other builds out until the unlocker is called or the process ends. It locks the folder itself, so that no lock file can
// be left behind. On file systems that cannot lock a folder, as some over a network, nothing is locked.
func lock(root *os.Root) (unlocker, error) {
	dir, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err != syscall.EINTR {
			break
		}
	}
	if err == syscall.EWOULDBLOCK {
		dir.Close()
		return nil, errBusy
	}
	return func(made []string) error {
		removeMade(made) // as long as nobody else can hold them
		return errors.Join(dir.Close(), root.Close())
	}, nil
}
