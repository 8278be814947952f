package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// Keep leaves the file that an earlier build wrote at a path in place, and reports whether it is still there. It is replaced
// all the same where the build adds a file for that path, or needs a folder there.
func (s *Stage) Keep(path string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	there, err := s.isPresent(path)
	if there {
		s.kept[path] = true
	}
	return there, err
}

// Written returns a function that reports whether an earlier build wrote a file at a path in the folder out. It neither locks nor
// changes the folder; where its manifest cannot be read, the answer is always no.
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

// KeepAll leaves everything in place that earlier builds wrote, unless a file is added for its path.
func (s *Stage) KeepAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keepAll = true
}

// Open opens a file that an earlier build wrote.
func (s *Stage) Open(path string) (*os.File, error) {
	if !s.previous.has(path) {
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
	if wrote, ours := s.previous[digestOf(path)]; ours {
		return wrote.bytes.String()
	}
	return ""
}

// isPresent reports whether a file that an earlier build wrote is still there. The caller holds the lock.
func (s *Stage) isPresent(p string) (bool, error) {
	if !s.previous.has(p) {
		return false, nil
	}
	there, err := s.folderExists(path.Dir(p))
	if r := userError(""); errors.As(err, &r) || (err == nil && !there) {
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
