package output

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// located is a file of ours that was found in the public folder.
type located struct {
	path string
	of   digest // of the path that the manifest holds
}

// locate finds files of ours, of which only the digests of their paths are known, and removes them from the set. A link is found
// and not followed. What remains in the set is not there. Not all of the folder may have been readable, which it reports.
func locate(root *os.Root, m manifest, wanted map[digest]bool) (found []located, all bool, err error) {
	all = true
	folded := m.byFold()
	var spelled []located // in another way than the manifest's path
	err = walk(root, func(path string, err error) error {
		if errors.Is(err, fs.ErrPermission) {
			all = false
			return fs.SkipDir
		}
		if err != nil {
			return err
		}
		if of := digestOf(path); wanted[of] {
			found = append(found, located{path, of})
			delete(wanted, of)
		} else if of := folded[digestOf(fold(path))]; wanted[of] {
			spelled = append(spelled, located{path, of})
		}
		if len(wanted) == 0 {
			return fs.SkipAll
		}
		return nil
	})
	for _, f := range spelled {
		if wanted[f.of] && spelledOtherwise(root, f.path) {
			found = append(found, f)
			delete(wanted, f.of)
		}
	}
	slices.SortFunc(found, func(a, b located) int { return cmp.Compare(a.path, b.path) })
	return found, all, err
}

// walk calls visit for everything in the public folder that may be a file of ours, and for folders that cannot be read.
func walk(root *os.Root, visit func(path string, err error) error) error {
	return fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return visit(path, err)
		case !d.IsDir():
			return visit(path, nil)
		case path == folder || strings.EqualFold(d.Name(), ".git"):
			return fs.SkipDir
		}
		return nil
	})
}

// spelledOtherwise reports whether the system finds the file at a path under another spelling of it, too.
func spelledOtherwise(root *os.Root, path string) bool {
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
