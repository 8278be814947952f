package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// Keep lets the file at a path stay as it is, if an earlier build wrote one that is still there, and reports whether it is. A
// file that is added for the same path takes its place, and a folder that the build needs there too.
func (s *Stage) Keep(path string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	there, err := s.stands(path)
	if there {
		s.keep[path] = true
	}
	return there, err
}

// Written returns a function that reports whether an earlier build wrote a file at a path in the folder out. It is for who only looks:
// the folder is not held, and where there is nothing of ours in it, nothing was written.
func Written(out string) func(path string) bool {
	none := func(string) bool { return false }
	root, err := os.OpenRoot(out)
	if err != nil {
		return none
	}
	defer root.Close()
	m, _, err := readManifest(root, manifestPath)
	if err != nil {
		return none
	}
	return m.has
}

// KeepAll lets everything stay that earlier builds wrote and nothing is added for.
func (s *Stage) KeepAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keepAll = true
}

// Open opens a file that an earlier build wrote.
func (s *Stage) Open(path string) (*os.File, error) {
	if !s.old.has(path) {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return s.root.Open(path)
}

// Sum returns the SHA-256, in hexadecimal, of a file that was added or that an earlier build wrote; "" where there is none.
func (s *Stage) Sum(path string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, ok := s.files[path]; ok {
		return f.hash.String()
	}
	if wrote, ours := s.old[digestOf(path)]; ours {
		return wrote.bytes.String()
	}
	return ""
}

// stands reports whether a file that an earlier build wrote is where it was. The caller holds the lock.
func (s *Stage) stands(p string) (bool, error) {
	if !s.old.has(p) {
		return false, nil
	}
	there, err := s.folderExists(path.Dir(p))
	if r := refusal(""); errors.As(err, &r) || (err == nil && !there) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	info, err := s.lstat(p)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && info.Mode().IsRegular(), err
}
