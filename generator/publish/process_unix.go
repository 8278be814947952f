//go:build unix

package publish

import (
	"errors"
	"syscall"
)

// runs reports whether a process of this machine goes on.
func runs(process int) bool {
	err := syscall.Kill(process, 0)
	return process > 0 && (err == nil || errors.Is(err, syscall.EPERM))
}
