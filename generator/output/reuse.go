package output

import (
	"crypto/sha256"
	"io"
)

// Reuse adds the file that an earlier build wrote at a path, with its bytes as they are, and reports whether there is one. It is
// for files that are slow to make and whose names have a hash of their content. One that is not ours, was changed by hand or is
// damaged is not reused.
func (s *Stage) Reuse(path string) (bool, error) {
	wrote, ours := s.previous[digestOf(path)]
	if !ours {
		return false, nil
	}
	f, size, err := s.openExisting(path)
	if err != nil || f == nil {
		return false, err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return false, s.pathError("reading", path, err)
	}
	if digestFrom(sum) != wrote.bytes {
		return false, nil
	}
	if err := s.claim(path); err != nil {
		return false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = file{wrote.bytes, size, false}
	return true, nil
}
