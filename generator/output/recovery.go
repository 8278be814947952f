package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// recovery is what earlier builds left in .legpress, and what has to be done about it.
type recovery struct {
	files      manifest // of all builds, killed ones included
	used       bool     // a build has put files into this folder
	namesPaths bool     // the manifest is of the format that names paths
	recovered  bool     // files has more in it than the manifest
	abandoned  []string // staging folders of builds that were killed
	left       []string // those of them that could not be removed
}

// readRecovery reads the manifest, and adds what killed builds had put in place. It writes nothing.
func readRecovery(root *os.Root, name string) (*recovery, error) {
	r := &recovery{files: manifest{}}
	info, err := root.Lstat(ownFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, userErrorf("%s is not a folder, and Legpress keeps its own files in a folder of that name. Move it away.", filepath.Join(name, ownFolder))
	}
	held, names, err := r.read(root, name, manifestPath)
	if err != nil {
		return nil, err
	}
	if held != nil {
		r.files, r.namesPaths = held, names
	}
	return r, r.readStages(root, name)
}

// read reads a manifest and reports whether it names paths. The error of one that cannot be used is a sentence for the author.
func (r *recovery) read(root *os.Root, name, path string) (manifest, bool, error) {
	m, names, err := readManifest(root, path)
	if errors.Is(err, errDamaged) {
		return nil, false, userErrorf("%s is damaged, so Legpress cannot tell which files in %s are its own. Empty that folder and build again.",
			filepath.Join(name, path), name)
	}
	var other formatError
	if errors.As(err, &other) && strings.HasPrefix(string(other), formats) {
		return nil, false, userErrorf("%s was written by a newer Legpress. Use that one, or empty the folder and build again.", name)
	}
	if errors.As(err, &other) {
		return nil, false, userErrorf("%s was not written by Legpress. Choose another folder, or empty this one.", filepath.Join(name, path))
	}
	r.used = r.used || m != nil
	return m, names, err
}

func (r *recovery) readStages(root *os.Root, name string) error {
	entries, err := fs.ReadDir(root.FS(), ownFolder)
	if err != nil {
		return err
	}
	held := maps.Clone(r.files)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), stagePrefix) {
			continue
		}
		stage := ownFolder + "/" + e.Name()
		r.abandoned = append(r.abandoned, stage)
		killed, _, err := r.read(root, name, stage+"/"+manifestName)
		if err != nil {
			return err
		}
		if err := r.files.addMoved(root, killed); err != nil {
			return err
		}
	}
	r.recovered = !maps.Equal(held, r.files)
	return nil
}

// addMoved adds the files that a killed build had put in place: those of its manifest that are there with the bytes it says.
func (m manifest) addMoved(root *os.Root, killed manifest) error {
	wanted := map[digest]bool{}
	for of, e := range killed {
		if m[of] != e {
			wanted[of] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	found, _, err := findFiles(root, killed, wanted)
	for i := 0; i < len(found) && err == nil; i++ {
		var bytes digest
		if bytes, _, err = digestFile(root, found[i].path); bytes == killed[found[i].pathDigest].bytes {
			m[found[i].pathDigest] = killed[found[i].pathDigest]
		}
	}
	return err
}

// finish writes a manifest of everything that was found, and then removes the staging folders. Were they removed first, a second
// kill could lose what they say.
func (r *recovery) finish(root *os.Root) error {
	if r.recovered {
		a := newStagingDir(root)
		if err := a.writeManifest(r.files); err != nil {
			return errors.Join(err, a.remove())
		}
		if err := a.commit(); err != nil {
			return err
		}
		r.namesPaths = false
	}
	for _, stage := range r.abandoned {
		if root.RemoveAll(stage) != nil {
			r.left = append(r.left, stage)
		}
	}
	return nil
}
