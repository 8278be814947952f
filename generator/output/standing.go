package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// standing opens the file that stands where p must go; nil where there is none.
func (s *Stage) standing(p string) (*os.File, int64, error) {
	s.mu.Lock()
	there, err := s.folderExists(path.Dir(p))
	s.mu.Unlock()
	if err != nil || !there {
		return nil, 0, err
	}
	info, err := s.lstat(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, s.failure("looking at", p, err)
	}
	if info.IsDir() {
		s.replace(p)
		return nil, 0, nil
	}
	if !info.Mode().IsRegular() {
		return nil, 0, s.foreign(p, info.Mode(), "a page or file of the site")
	}
	if s.oursByCase(p) {
		return nil, 0, nil
	}
	f, err := s.reach.openFile(p, os.O_RDONLY)
	if err != nil {
		return nil, 0, s.failure("reading", p, err)
	}
	return f, info.Size(), nil
}

// replace notes a folder that stands where a file must go. Commit looks into it.
func (s *Stage) replace(p string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replaced = append(s.replaced, p)
}

// folderExists reports whether the public folder has the folder, and remembers it. What stands in a folder's place is an
// error, unless it is a file of ours: Commit removes that first. The caller holds the lock.
func (s *Stage) folderExists(dir string) (bool, error) {
	if dir == "." {
		return true, nil
	}
	if there, known := s.exists[dir]; known {
		return there, nil
	}
	around := path.Dir(dir)
	there, err := s.folderExists(around)
	if err == nil && there {
		s.reach.keep(around)
		there, err = s.isFolder(dir)
	}
	if err != nil {
		return false, err
	}
	s.exists[dir] = there
	return there, nil
}

func (s *Stage) isFolder(dir string) (bool, error) {
	info, err := s.lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, s.failure("looking at", dir, err)
	case info.IsDir():
		return true, nil
	}
	if s.old.has(dir) && info.Mode().IsRegular() {
		return false, nil
	}
	return false, s.foreign(dir, info.Mode(), "a folder")
}

// lstat looks at a path. What is not in the list that Open read of the public folder costs no call.
func (s *Stage) lstat(p string) (fs.FileInfo, error) {
	if !strings.Contains(p, "/") && !s.top[strings.ToLower(p)] {
		return nil, fs.ErrNotExist
	}
	return s.reach.lstat(p)
}

// foreign says what stands where the site needs something else.
func (s *Stage) foreign(p string, mode fs.FileMode, needed string) error {
	if mode&fs.ModeSymlink != 0 {
		return refuse("%s is a link, and Legpress does not write through links. Remove the link and build again.", s.named(p))
	}
	return refuse("%s is not a file that Legpress wrote, and the site needs %s there. Move it away and build again.", s.named(p), needed)
}

// oursByCase reports whether the file that stands at p is one of ours whose name differs only in small and capital letters,
// as on systems that take both for the same. It must be written again under its new name.
func (s *Stage) oursByCase(p string) bool {
	if s.old.has(p) {
		return false
	}
	_, ours := s.folded()[digestOf(fold(p))]
	return ours && spelledOtherwise(s.root, p)
}
