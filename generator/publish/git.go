package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/legpress/legpress/generator/publish/target"
)

// gitStore is a branch of a repository: a copy of it in a folder for a while, which goes back whole when all is done.
type gitStore struct {
	Store
	folder string
	branch string
	url    string
}

// openGit copies a branch by the git that is installed; one that there is not begins empty.
func openGit(ctx context.Context, t *target.Target) (Store, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("git is not installed: it puts a site into a repository")
	}
	at := *t.URL
	at.Scheme, at.Fragment = strings.TrimPrefix(at.Scheme, "git+"), ""
	s := &gitStore{branch: t.URL.Fragment, url: at.String()}
	var err error
	if s.folder, err = os.MkdirTemp("", "legpress-git-"); err != nil {
		return nil, err
	}
	if err = s.fetch(ctx); err == nil {
		s.Store, err = openDir(s.folder, nil)
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(s.folder))
	}
	return s, nil
}

func (s *gitStore) fetch(ctx context.Context) error {
	heads, err := s.git(ctx, "ls-remote", "--heads", s.url, "refs/heads/"+s.branch)
	if err != nil {
		return err
	}
	if heads != "" {
		_, err = s.git(ctx, "clone", "--quiet", "--depth", "1", "--single-branch", "--branch", s.branch, s.url, ".")
		return err
	}
	for _, args := range [][]string{{"init", "--quiet"}, {"symbolic-ref", "HEAD", "refs/heads/" + s.branch}, {"remote", "add", "origin", s.url}} {
		if _, err := s.git(ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// git runs git in the folder, and returns what it says. An error is what git says of it.
func (s *gitStore) git(ctx context.Context, args ...string) (string, error) {
	c := exec.CommandContext(ctx, "git", append([]string{"-c", "core.autocrlf=false", "-c", "core.excludesFile=", "-c", "commit.gpgSign=false"}, args...)...)
	c.Dir = s.folder
	var out, said bytes.Buffer
	c.Stdout, c.Stderr, c.Stdin = &out, &said, os.Stdin
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(said.String()+"\n"+err.Error()))
	}
	return strings.TrimSpace(out.String()), nil
}

// Finish commits what has changed and pushes it.
func (s *gitStore) Finish(ctx context.Context, message string) error {
	if _, err := s.git(ctx, "add", "--all", "--force", "--", ".", ":!"+claimPath); err != nil {
		return err
	}
	if changed, err := s.git(ctx, "status", "--porcelain", "--untracked-files=no"); err != nil || changed == "" {
		return err
	}
	commit := []string{"commit", "--quiet", "--message", message}
	if name, _ := s.git(ctx, "config", "user.email"); name == "" {
		commit = append([]string{"-c", "user.name=Legpress", "-c", "user.email=legpress@localhost"}, commit...)
	}
	if _, err := s.git(ctx, commit...); err != nil {
		return err
	}
	_, err := s.git(ctx, "push", "--quiet", "origin", "HEAD:refs/heads/"+s.branch)
	if err != nil && strings.Contains(err.Error(), "fetch first") {
		return errors.New("somebody else has published to that branch meanwhile. Publish again: their change stays")
	}
	return err
}

func (s *gitStore) Close() error {
	return errors.Join(s.Store.Close(), removeReadOnly(s.folder))
}

// removeReadOnly removes a folder. Git makes files that cannot be written to, which Windows does not remove.
func removeReadOnly(folder string) error {
	_ = filepath.WalkDir(folder, func(name string, _ os.DirEntry, err error) error {
		if err == nil {
			_ = os.Chmod(name, 0o700)
		}
		return nil
	})
	return os.RemoveAll(folder)
}
