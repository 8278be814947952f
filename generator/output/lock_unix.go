//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package output

import (
	"os"
	"syscall"
)

// lock keeps other builds out until the unlocker is called or the process ends. The folder itself is locked, so that no file is
// needed that could be left behind. File systems that cannot lock a folder (some that are mounted over a network) go without.
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
		return dir.Close()
	}, nil
}
