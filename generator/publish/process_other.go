//go:build !unix

package publish

import "os"

// runs reports whether a process of this machine goes on.
func runs(process int) bool {
	p, err := os.FindProcess(process)
	if err == nil {
		_ = p.Release()
	}
	return err == nil
}
