package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/text/unicode/norm"
)

const (
	ownFolder    = ".legpress"     // in the public folder
	manifestName = "manifest.json" // in it, and in a staging folder
	manifestPath = ownFolder + "/" + manifestName
	format       = "legpress.output/2"
	formatNaming = "legpress.output/1" // of earlier versions: it names the paths
	formats      = "legpress.output/"  // what the name of every format begins with
)

// manifest is the files that builds wrote, by the digests of their paths. It is uploaded with the site and holds no paths, so that
// nobody finds an unlisted page in it.
type manifest map[digest]manifestEntry

// written is a file that a build wrote.
type manifestEntry struct {
	bytes  digest
	folded digest // of its path as fold spells it
}

// set records a file.
func (m manifest) set(path string, bytes digest) {
	e := manifestEntry{bytes: bytes, folded: digestOf(path)}
	of := e.folded
	if folded := fold(path); folded != path {
		e.folded = digestOf(folded)
	}
	m[of] = e
}

// has reports whether a build wrote a file at the path.
func (m manifest) has(path string) bool {
	_, ours := m[digestOf(path)]
	return ours
}

// byFold returns the digests of the paths by those of their folded spellings.
func (m manifest) byFold() map[digest]digest {
	index := make(map[digest]digest, len(m))
	for of, e := range m {
		index[e.folded] = of
	}
	return index
}

// fold returns a path in small letters, each in one character with its accents. Paths that some systems take for the same have the
// same fold.
func fold(path string) string { return strings.ToLower(norm.NFC.String(path)) }

var errDamaged = errors.New("damaged")

// formatError is the format of a manifest that is not ours.
type formatError string

func (e formatError) Error() string { return fmt.Sprintf("format %q", string(e)) }

// manifestFile is a manifest as it is written.
type manifestFile struct {
	Format string            `json:"format"`
	Files  map[digest]digest `json:"files"`            // of the path → of the bytes
	Folded map[digest]digest `json:"folded,omitempty"` // of the path → of its folded spelling, where that differs
}

// encode returns the manifest's file: sorted, a line for each file.
func (m manifest) encode() ([]byte, error) {
	r := manifestFile{format, make(map[digest]digest, len(m)), map[digest]digest{}}
	for of, e := range m {
		r.Files[of] = e.bytes
		if e.folded != of {
			r.Folded[of] = e.folded
		}
	}
	data, err := json.MarshalIndent(r, "", " ")
	return append(data, '\n'), err
}

// decode reads a manifest's file, and reports whether it is one that names paths.
func decode(data []byte) (m manifest, names bool, err error) {
	var r struct {
		Format        string
		Files, Folded json.RawMessage
	}
	if json.Unmarshal(data, &r) != nil {
		return nil, false, errDamaged
	}
	switch r.Format {
	case format:
		m, err = decodeDigests(r.Files, r.Folded)
	case formatNaming:
		m, err = decodeNames(r.Files)
	default:
		err = formatError(r.Format)
	}
	return m, r.Format == formatNaming, err
}

func decodeDigests(files, folded []byte) (manifest, error) {
	var r manifestFile
	if json.Unmarshal(files, &r.Files) != nil || r.Files == nil || (folded != nil && json.Unmarshal(folded, &r.Folded) != nil) {
		return nil, errDamaged
	}
	m := make(manifest, len(r.Files))
	for of, bytes := range r.Files {
		m[of] = manifestEntry{bytes, of}
	}
	for of, folded := range r.Folded {
		e, ours := m[of]
		if !ours {
			return nil, errDamaged
		}
		m[of] = manifestEntry{e.bytes, folded}
	}
	return m, nil
}

func decodeNames(files []byte) (manifest, error) {
	var named map[string]digest
	if json.Unmarshal(files, &named) != nil || named == nil {
		return nil, errDamaged
	}
	m := make(manifest, len(named))
	for path, bytes := range named {
		if checkPath(path) != nil {
			return nil, errDamaged
		}
		m.set(path, bytes)
	}
	return m, nil
}

// readManifest reads a manifest, and reports whether it is one that names paths; nil, without an error, where there is none.
func readManifest(root *os.Root, path string) (m manifest, names bool, err error) {
	info, err := root.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	if !info.Mode().IsRegular() {
		return nil, false, errDamaged
	}
	data, err := root.ReadFile(path)
	if err != nil {
		return nil, false, err
	}
	return decode(data)
}
