package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// openExisting opens the file that is in the public folder at the path p; nil where there is none, or none that can be compared.
func (s *Stage) openExisting(p string) (*os.File, int64, error) {
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
		return nil, 0, s.pathError("looking at", p, err)
	}
	if info.IsDir() {
		s.noteReplaced(p)
		return nil, 0, nil
	}
	if !info.Mode().IsRegular() {
		return nil, 0, s.notOurs(p, info.Mode(), "a page or file of the site")
	}
	if s.oursByCase(p) {
		return nil, 0, nil
	}
	f, err := s.dirs.openFile(p, os.O_RDONLY)
	if err != nil {
		return nil, 0, s.pathError("reading", p, err)
	}
	return f, info.Size(), nil
}

// noteReplaced notes a folder that is in the place of a file. Commit checks whether it may be removed.
func (s *Stage) noteReplaced(p string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replacedFolders = append(s.replacedFolders, p)
}

// folderExists reports whether the public folder has a folder, and remembers the answer. A file in its place is an error, unless
// it is ours: Commit removes that first. The caller holds the lock.
func (s *Stage) folderExists(dir string) (bool, error) {
	if dir == "." {
		return true, nil
	}
	if there, known := s.existing[dir]; known {
		return there, nil
	}
	around := path.Dir(dir)
	there, err := s.folderExists(around)
	if err == nil && there {
		s.dirs.keepOpen(around)
		there, err = s.isFolder(dir)
	}
	if err != nil {
		return false, err
	}
	s.existing[dir] = there
	return there, nil
}

func (s *Stage) isFolder(dir string) (bool, error) {
	info, err := s.lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, s.pathError("looking at", dir, err)
	case info.IsDir():
		return true, nil
	}
	if s.previous.has(dir) && info.Mode().IsRegular() {
		return false, nil
	}
	return false, s.notOurs(dir, info.Mode(), "a folder")
}

// lstat is os.Lstat for a path in the public folder. A top-level name that Open did not find there needs no system call.
func (s *Stage) lstat(p string) (fs.FileInfo, error) {
	if !strings.Contains(p, "/") && !s.topNames[strings.ToLower(p)] {
		return nil, fs.ErrNotExist
	}
	return s.dirs.lstat(p)
}

// notOurs returns the error for something in the public folder that the site would have to replace and that is not ours.
func (s *Stage) notOurs(p string, mode fs.FileMode, needed string) error {
	if mode&fs.ModeSymlink != 0 {
		return userErrorf("%s is a link, and Legpress does not write through links. Remove the link and build again.", s.shownPath(p))
	}
	return userErrorf("%s is not a file that Legpress wrote, and the site needs %s there. Move it away and build again.", s.shownPath(p), needed)
}

// oursByCase reports whether the file at p is one of ours whose name differs only in small and capital letters, on systems that
// take both for the same. It must be written again under its new name.
func (s *Stage) oursByCase(p string) bool {
	if s.previous.has(p) {
		return false
	}
	_, ours := s.folded()[digestOf(fold(p))]
	return ours && isSameUnderOtherCase(s.root, p)
}
