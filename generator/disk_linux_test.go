package generator_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/sitetest"
)

// mountPublic puts a disk in memory where the public folder is.
func mountPublic(t *testing.T, dir, options string) {
	t.Helper()
	public := filepath.Join(dir, "public")
	if err := os.MkdirAll(public, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", public, "tmpfs", 0, options); err != nil {
		t.Skip("no disk in memory here:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(public, 0); err != nil {
			t.Error(err)
		}
	})
}

// One cause is one sentence, however many files it stops.
func TestDiskThatCannotBeWrittenTo(t *testing.T) {
	for name, c := range map[string]struct{ options, want string }{
		"full":      {"size=256k", "the disk is full: there is no room for all of "},
		"read-only": {"ro", "is on a disk that can be read but not written to."},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			sitetest.WriteStarter(t, dir)
			mountPublic(t, dir, c.options)
			_, err := generator.Build(context.Background(), sitetest.Options(dir))
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Count(err.Error(), "\n") > 0 {
				t.Errorf("got %v, want one line with %q", err, c.want)
			}
			if left := sitetest.Files(t, filepath.Join(dir, "public")); len(left) > 0 {
				t.Errorf("files are left in the public folder: %v", left)
			}
		})
	}
}
