package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// resolve follows the links of a path, as far as it exists.
func resolve(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if _, err := os.Lstat(abs); err == nil {
		return "", refuse("%s is a link to a folder that does not exist. Make that folder, or remove the link.", name)
	}
	parent := filepath.Dir(abs)
	if parent == abs {
		return "", err
	}
	real, err = resolve(parent)
	return filepath.Join(real, filepath.Base(abs)), err
}

// checkPlace says why the folder out, with its links followed, may not be written to, from its place alone. Folders are
// compared by what they are and not by their names, which differ in letter case on some systems.
func checkPlace(site, out, name string) error {
	const instead = "Choose a folder of its own, such as public."
	home, err := os.UserHomeDir()
	switch {
	case filepath.Dir(out) == out:
		return refuse("the site cannot be written to %s, the top of the disk. "+instead, name)
	case err == nil && isWithin(home, out):
		return refuse("the site cannot be written to %s: that is your home folder, or a folder around it. "+instead, name)
	case isWithin(site, out):
		return refuse("the site cannot be written to %s: that is the folder with the site's sources, or a folder around it. "+instead, name)
	case slices.Contains(strings.Split(out, string(filepath.Separator)), ".git"):
		return refuse("the site cannot be written to %s: the folder .git belongs to Git. "+instead, name)
	}
	for _, sources := range []string{"content", "templates"} {
		if isWithin(out, filepath.Join(site, sources)) {
			return refuse("the site cannot be written to %s: that is the site's folder %s, or lies in it. "+instead, name, sources)
		}
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return refuse("the site cannot be written to %s: that is a file, not a folder. Move it away, or choose another folder.", name)
	}
	return nil
}

// isWithin reports whether the path is the folder or lies in it. Neither of the two needs to exist.
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

// makeFolder makes a folder and those around it that are missing, and returns them, outermost first.
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

// unlocker removes folders that [makeFolder] made, unless something lies in them, and lets the next build in.
type unlocker func(made []string) error
