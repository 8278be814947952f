package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
)

// Open locks the folder out for a build of the site in the folder site, and makes it where it is missing. It may be a link to a
// folder. The error is a sentence for the author: the folder is neither ours nor empty (names that begin with a dot do not count),
// it is one that must not be written to, or another build has locked it.
func Open(site, out string) (*Stage, error) {
	place, err := findFolder(site, out)
	if err != nil {
		return nil, err
	}
	made, err := makeFolder(place)
	if err != nil {
		removeMade(made)
		return nil, withContext("making the folder "+out, explainDisk(err, out))
	}
	s, err := openStage(place, out)
	if err != nil {
		removeMade(made)
		return nil, err
	}
	s.madeFolders = made
	return s, nil
}

// findFolder returns the folder that out means, with links followed, if it may be written to.
func findFolder(site, out string) (string, error) {
	place, err := resolveLinks(out)
	if err != nil {
		return "", withContext("finding the folder "+out, err)
	}
	site, err = resolveLinks(site)
	if err != nil {
		return "", withContext("finding the site's folder", err)
	}
	return place, checkFolder(site, place, out)
}

// openStage opens a folder, locks it and reads what is ours in it.
func openStage(place, name string) (*Stage, error) {
	root, err := os.OpenRoot(place)
	if err != nil {
		return nil, withContext("opening the folder "+name, explainDisk(err, name))
	}
	unlock, err := lockFolder(root, place)
	if err != nil {
		root.Close()
		if errors.Is(err, errBusy) {
			return nil, userErrorf("another build is writing to %s. Wait until it has finished.", name)
		}
		return nil, fmt.Errorf("locking the folder %s: %w", name, err)
	}
	s, err := newStage(root, name)
	if err != nil {
		return nil, errors.Join(withContext("opening the folder "+name, explainDisk(err, name)), unlock(nil))
	}
	s.unlock = unlock
	return s, nil
}

// lockFolder locks a folder, and makes sure that it is still the one at that path: a build that was discarded may have removed it.
func lockFolder(root *os.Root, place string) (unlocker, error) {
	unlock, err := lock(root)
	if err != nil {
		return nil, err
	}
	held, err := root.Stat(".")
	if err == nil {
		var found fs.FileInfo
		if found, err = os.Stat(place); err == nil && os.SameFile(held, found) {
			return unlock, nil
		}
	}
	return nil, errors.Join(errBusy, err, unlock(nil))
}

func newStage(root *os.Root, name string) (*Stage, error) {
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, err
	}
	r, err := recoverFolder(root, name, entries)
	if err != nil {
		return nil, err
	}
	s := &Stage{
		root:       root,
		dirs:       newDirCache(root),
		name:       name,
		previous:   r.files,
		namesPaths: r.namesPaths,
		folded:     sync.OnceValue(r.files.byFold),
		topNames:   map[string]bool{},
		staging:    newStagingDir(root),
		files:      map[string]file{},
		folders:    map[string]string{},
		existing:   map[string]bool{},
		moves:      map[string]*move{},
		kept:       map[string]bool{},
		left:       r.left,
	}
	for _, e := range entries {
		s.topNames[strings.ToLower(e.Name())] = true
	}
	return s, nil
}

// recoverFolder reads what earlier builds left, and clears up after those that were killed. A folder that is neither ours nor empty
// is an error, and is not changed.
func recoverFolder(root *os.Root, name string, entries []fs.DirEntry) (*recovery, error) {
	r, err := readRecovery(root, name)
	if err != nil {
		return nil, err
	}
	if foreign := firstVisible(entries); foreign != "" && !r.used {
		return nil, userErrorf("the folder %s is not empty, and Legpress did not write what is in it (%s, for instance). Choose another folder, or empty this one.",
			name, foreign)
	}
	return r, r.finish(root)
}

// firstVisible returns the first name that does not begin with a dot.
func firstVisible(entries []fs.DirEntry) string {
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			return e.Name()
		}
	}
	return ""
}
