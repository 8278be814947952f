package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// resolveLinks follows the links of a path, as far as it exists.
func resolveLinks(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if _, err := os.Lstat(abs); err == nil {
		return "", userErrorf("%s is a link to a folder that does not exist. Make that folder, or remove the link.", name)
	}
	parent := filepath.Dir(abs)
	if parent == abs {
		return "", err
	}
	real, err = resolveLinks(parent)
	return filepath.Join(real, filepath.Base(abs)), err
}

// checkFolder returns an error where the folder out, with its links followed, may not be written to because of where it is.
// Folders are compared by identity and not by name, because on some systems names that differ in letter case are the same.
func checkFolder(site, out, name string) error {
	const instead = "Choose a folder of its own, such as public."
	home, err := os.UserHomeDir()
	switch {
	case filepath.Dir(out) == out:
		return userErrorf("the site cannot be written to %s, the top of the disk. "+instead, name)
	case err == nil && isWithin(home, out):
		return userErrorf("the site cannot be written to %s: that is your home folder, or a folder around it. "+instead, name)
	case isWithin(site, out):
		return userErrorf("the site cannot be written to %s: that is the folder with the site's sources, or a folder around it. "+instead, name)
	case slices.Contains(strings.Split(out, string(filepath.Separator)), ".git"):
		return userErrorf("the site cannot be written to %s: the folder .git belongs to Git. "+instead, name)
	}
	for _, sources := range []string{"content", "templates", "athletes"} {
		if isWithin(out, filepath.Join(site, sources)) {
			return userErrorf("the site cannot be written to %s: that is the site's folder %s, or lies in it. "+instead, name, sources)
		}
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return userErrorf("the site cannot be written to %s: that is a file, not a folder. Move it away, or choose another folder.", name)
	}
	return nil
}

// isWithin reports whether a path is a folder or lies in it. Neither of the two needs to exist.
func isWithin(path, folder string) bool {
	f, err := os.Stat(folder)
	if err != nil {
		return false
	}
	for {
		if p, err := os.Stat(path); err == nil && os.SameFile(p, f) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
}

// makeFolder makes a folder and the missing ones around it, and returns those it made, outermost first.
func makeFolder(dir string) ([]string, error) {
	var made []string
	err := os.Mkdir(dir, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if made, err = makeFolder(filepath.Dir(dir)); err != nil {
			return made, err
		}
		err = os.Mkdir(dir, 0o755)
	}
	if errors.Is(err, fs.ErrExist) {
		return made, nil
	}
	if err != nil {
		return made, err
	}
	return append(made, dir), nil
}

// removeMade removes folders that [makeFolder] made, unless something lies in them.
func removeMade(made []string) {
	for _, dir := range slices.Backward(made) {
		os.Remove(dir)
	}
}

// unlocker unlocks the public folder for the next build and closes it, and removes folders that [makeFolder] made unless something lies in
// them.
type unlocker func(made []string) error
