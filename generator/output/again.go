package output

import (
	"crypto/sha256"
	"io"
)

// Again stages the file that an earlier build wrote at a path as if it were added with the bytes that it has, and reports whether
// there is one. It is for files that are slow to make and whose names say what is in them. One that is not ours, was changed by
// hand or is damaged is not taken.
func (s *Stage) Again(path string) (bool, error) {
	wrote, ours := s.old[digestOf(path)]
	if !ours {
		return false, nil
	}
	f, size, err := s.standing(path)
	if err != nil || f == nil {
		return false, err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return false, s.failure("reading", path, err)
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
