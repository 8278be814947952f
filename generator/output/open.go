package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
)

// Open takes hold of the folder out for a build of the site in the folder site, and makes it where it is missing. An error
// says in words why it may not be used: it is not ours and not empty (names that begin with a dot do not count), it is a folder
// that must not be written to, or another build holds it. It may be a link to a folder.
func Open(site, out string) (*Stage, error) {
	place, err := findPlace(site, out)
	if err != nil {
		return nil, err
	}
	made, err := makeFolder(place)
	if err != nil {
		removeMade(made)
		return nil, asSentence("making the folder "+out, explain(err, out))
	}
	s, err := hold(place, out)
	if err != nil {
		removeMade(made)
		return nil, err
	}
	s.made = made
	return s, nil
}

// findPlace returns the folder that out means, if it may be written to.
func findPlace(site, out string) (string, error) {
	place, err := resolve(out)
	if err != nil {
		return "", asSentence("finding the folder "+out, err)
	}
	site, err = resolve(site)
	if err != nil {
		return "", asSentence("finding the site's folder", err)
	}
	return place, checkPlace(site, place, out)
}

// hold opens a folder, locks it and finds out what is ours in it.
func hold(place, name string) (*Stage, error) {
	root, err := os.OpenRoot(place)
	if err != nil {
		return nil, asSentence("opening the folder "+name, explain(err, name))
	}
	unlock, err := lockAt(root, place)
	if err != nil {
		root.Close()
		if errors.Is(err, errBusy) {
			return nil, refuse("another build is writing to %s. Wait until it has finished.", name)
		}
		return nil, fmt.Errorf("locking the folder %s: %w", name, err)
	}
	s, err := newStage(root, name)
	if err != nil {
		return nil, errors.Join(asSentence("opening the folder "+name, explain(err, name)), unlock(nil), root.Close())
	}
	s.unlock = unlock
	return s, nil
}

// lockAt locks the folder, and makes sure that it is still the one at its place: a build that was discarded may have removed it.
func lockAt(root *os.Root, place string) (unlocker, error) {
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
	r, err := takeOver(root, name, entries)
	if err != nil {
		return nil, err
	}
	s := &Stage{
		root:   root,
		reach:  newReach(root),
		name:   name,
		old:    r.files,
		names:  r.names,
		folded: sync.OnceValue(r.files.byFold),
		top:    map[string]bool{},
		area:   newArea(root),
		files:  map[string]file{},
		within: map[string]string{},
		exists: map[string]bool{},
		moves:  map[string]*move{},
		keep:   map[string]bool{},
	}
	for _, e := range entries {
		s.top[strings.ToLower(e.Name())] = true
	}
	return s, nil
}

// takeOver reads what earlier builds left, and clears up after those that were killed. It refuses a folder that is
// neither ours nor empty, and changes nothing in it.
func takeOver(root *os.Root, name string, entries []fs.DirEntry) (*remains, error) {
	r, err := readRemains(root, name)
	if err != nil {
		return nil, err
	}
	if foreign := firstVisible(entries); foreign != "" && !r.ours {
		return nil, refuse("the folder %s is not empty, and Legpress did not write what is in it (%s, for instance). Choose another folder, or empty this one.",
			name, foreign)
	}
	return r, r.clear(root)
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
