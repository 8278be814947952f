package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// remains is what earlier builds left in .legpress.
type remains struct {
	files  manifest
	ours   bool     // a build has moved files here
	names  bool     // the manifest that holds names paths
	grew   bool     // files has more in it than the manifest that holds
	stages []string // of builds that were killed
}

// readRemains reads the manifest, with what builds that were killed put in place. It changes nothing.
func readRemains(root *os.Root, name string) (*remains, error) {
	r := &remains{files: manifest{}}
	info, err := root.Lstat(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, refuse("%s is not a folder, and Legpress keeps its own files in a folder of that name. Move it away.", filepath.Join(name, folder))
	}
	held, names, err := r.read(root, name, manifestPath)
	if err != nil {
		return nil, err
	}
	if held != nil {
		r.files, r.names = held, names
	}
	return r, r.readStages(root, name)
}

// read reads a manifest, reports whether it names paths, and says in words what is wrong with it.
func (r *remains) read(root *os.Root, name, path string) (manifest, bool, error) {
	m, names, err := readManifest(root, path)
	if errors.Is(err, errDamaged) {
		return nil, false, refuse("%s is damaged, so Legpress cannot tell which files in %s are its own. Empty that folder and build again.",
			filepath.Join(name, path), name)
	}
	var other formatError
	if errors.As(err, &other) && strings.HasPrefix(string(other), formats) {
		return nil, false, refuse("%s was written by a newer Legpress. Use that one, or empty the folder and build again.", name)
	}
	if errors.As(err, &other) {
		return nil, false, refuse("%s was not written by Legpress. Choose another folder, or empty this one.", filepath.Join(name, path))
	}
	r.ours = r.ours || m != nil
	return m, names, err
}

func (r *remains) readStages(root *os.Root, name string) error {
	entries, err := fs.ReadDir(root.FS(), folder)
	if err != nil {
		return err
	}
	held := maps.Clone(r.files)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), stagePrefix) {
			continue
		}
		stage := folder + "/" + e.Name()
		r.stages = append(r.stages, stage)
		killed, _, err := r.read(root, name, stage+"/"+manifestName)
		if err != nil {
			return err
		}
		if err := r.files.absorb(root, killed); err != nil {
			return err
		}
	}
	r.grew = !maps.Equal(held, r.files)
	return nil
}

// absorb adds what a build that was killed had put in place: the files of its manifest that have the bytes it says.
func (m manifest) absorb(root *os.Root, killed manifest) error {
	wanted := map[digest]bool{}
	for of, e := range killed {
		if m[of] != e {
			wanted[of] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	found, _, err := locate(root, killed, wanted)
	for i := 0; i < len(found) && err == nil; i++ {
		var bytes digest
		if bytes, _, err = digestFile(root, found[i].path); bytes == killed[found[i].of].bytes {
			m[found[i].of] = killed[found[i].of]
		}
	}
	return err
}

// clear makes what was found the manifest that holds, and only then removes the stages.
func (r *remains) clear(root *os.Root) error {
	if r.grew {
		a := newArea(root)
		if err := a.announce(r.files); err != nil {
			return errors.Join(err, a.remove())
		}
		if err := a.settle(); err != nil {
			return err
		}
		r.names = false
	}
	for _, stage := range r.stages {
		if err := root.RemoveAll(stage); err != nil {
			return err
		}
	}
	return nil
}
