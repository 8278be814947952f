package publish

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/publish/target"
)

// TestGit: a branch that is not there yet, an edit, and what somebody else has put there.
func TestGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	dir := t.TempDir()
	git := func(in string, args ...string) string {
		t.Helper()
		c := exec.Command("git", args...)
		c.Dir = in
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
		return string(out)
	}
	git(dir, "init", "--quiet", "--bare", "site.git")
	at, err := target.Parse("git+file://"+filepath.ToSlash(filepath.Join(dir, "site.git"))+"#gh-pages", ".")
	if err != nil {
		t.Fatal(err)
	}
	open := func() Store {
		t.Helper()
		s, err := Connect(t.Context(), at, Person{}, false)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if _, err := run(t.Context(), open(), before, false); err != nil {
		t.Fatal(err)
	}
	git(dir, "clone", "--quiet", "--branch", "gh-pages", "site.git", "theirs")
	theirs := filepath.Join(dir, "theirs")
	if err := os.WriteFile(filepath.Join(theirs, "CNAME"), []byte("example.org"), 0o644); err != nil {
		t.Fatal(err)
	}
	git(theirs, "add", ".")
	git(theirs, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-m", "CNAME")
	git(theirs, "push", "--quiet")
	late := open()
	if _, err := run(t.Context(), open(), after, false); err != nil {
		t.Fatal(err)
	}
	s := open()
	if diff := cmp.Diff(with(after, tree{"CNAME": "example.org"}), content(t, s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if n := strings.Count(git(filepath.Join(dir, "site.git"), "log", "--oneline", "gh-pages"), "\n"); n != 3 {
		t.Errorf("there are %d commits, want 3", n)
	}
	if _, err := run(t.Context(), late, with(before, tree{"late.html": "late"}), false); err == nil || !strings.Contains(err.Error(), "somebody else has published") {
		t.Errorf("beside another one: %v", errors.Unwrap(err))
	}
}
