package output

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// foundFile is a file of ours that was found in the public folder.
type foundFile struct {
	path       string
	pathDigest digest // of its path in the manifest, which may be spelled otherwise
}

// findFiles looks through the public folder for files of ours, of which only the digests of their paths are known. What it finds
// it removes from wanted, so that what is left there is not in the folder. Links are found and not followed. all is false where a
// part of the folder could not be read.
func findFiles(root *os.Root, m manifest, wanted map[digest]bool) (found []foundFile, all bool, err error) {
	all = true
	folded := m.byFold()
	var spelled []foundFile // otherwise than in the manifest
	err = walk(root, func(path string, err error) error {
		if errors.Is(err, fs.ErrPermission) {
			all = false
			return fs.SkipDir
		}
		if err != nil {
			return err
		}
		if of := digestOf(path); wanted[of] {
			found = append(found, foundFile{path, of})
			delete(wanted, of)
		} else if of := folded[digestOf(fold(path))]; wanted[of] {
			spelled = append(spelled, foundFile{path, of})
		}
		if len(wanted) == 0 {
			return fs.SkipAll
		}
		return nil
	})
	for _, f := range spelled {
		if wanted[f.pathDigest] && isSameUnderOtherCase(root, f.path) {
			found = append(found, f)
			delete(wanted, f.pathDigest)
		}
	}
	slices.SortFunc(found, func(a, b foundFile) int { return cmp.Compare(a.path, b.path) })
	return found, all, err
}

// walk calls visit for everything in the public folder that may be a file of ours, and with an error for each folder that cannot
// be read.
func walk(root *os.Root, visit func(path string, err error) error) error {
	return fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return visit(path, err)
		case !d.IsDir():
			return visit(path, nil)
		case path == ownFolder || strings.EqualFold(d.Name(), ".git"):
			return fs.SkipDir
		}
		return nil
	})
}

// isSameUnderOtherCase reports whether the system finds the same file under another spelling of its path. Then it takes small and
// capital letters for the same.
func isSameUnderOtherCase(root *os.Root, path string) bool {
	other := fold(path)
	if other == path {
		other = strings.ToUpper(path)
	}
	a, err := root.Lstat(path)
	if err != nil || other == path {
		return false
	}
	b, err := root.Lstat(other)
	return err == nil && os.SameFile(a, b)
}
