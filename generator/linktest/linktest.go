// Package linktest makes symbolic links for tests, on systems that have them.
package linktest

import (
	"os"
	"testing"
)

// Link makes a symbolic link to something, or skips the test where the system has none: on Windows it takes a permission, and what Wine
// makes is no link.
func Link(t testing.TB, to, at string) {
	t.Helper()
	err := os.Symlink(to, at)
	if err == nil {
		_, err = os.Readlink(at)
	}
	if err != nil {
		t.Skip("no links here:", err)
	}
}
