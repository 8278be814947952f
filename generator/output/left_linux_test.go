package output

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
)

// TestLeftFolder: a staging folder that cannot be removed is named, and the site is in place. The next build removes it.
func TestLeftFolder(t *testing.T) {
	site, out := t.TempDir(), t.TempDir()
	build := func() Result {
		t.Helper()
		s, err := Open(site, out)
		must(t, err)
		must(t, s.Add("index.html", []byte("page")))
		r, err := s.Commit()
		must(t, err)
		return r
	}
	build()
	stage := filepath.Join(out, ownFolder, stagePrefix+"OF-ANOTHER-BUILD")
	must(t, os.Mkdir(stage, 0o755))
	must(t, os.WriteFile(filepath.Join(stage, "0"), []byte("staged"), 0o644))
	must(t, os.Chmod(stage, 0o555))
	var r Result
	unprivileged(t, func() { r = build() }, filepath.Dir(out), out, filepath.Join(out, ownFolder))
	if !slices.Equal(r.Left, []string{stage}) || r.Unchanged != 1 {
		t.Errorf("got %+v, want that %s is left", r, stage)
	}
	must(t, os.Chmod(stage, 0o755))
	r = build()
	if _, err := os.Stat(stage); !os.IsNotExist(err) || len(r.Left) > 0 {
		t.Errorf("got %+v and %v, want that nothing is left", r, err)
	}
}

// unprivileged does something as a user who may change nothing but what lies in some folders.
func unprivileged(t *testing.T, do func(), folders ...string) {
	t.Helper()
	if os.Geteuid() != 0 {
		do()
		return
	}
	const nobody = 65534
	for _, folder := range folders {
		must(t, os.Chmod(folder, 0o777))
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	must(t, syscall.Setfsuid(nobody))
	defer syscall.Setfsuid(0)
	do()
}
