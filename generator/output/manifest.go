package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

const (
	folder       = ".legpress"               // of ours in the public folder
	manifestName = "manifest.json"           // in it, and in a stage
	manifestPath = folder + "/manifest.json" // of the one that holds
	format       = "legpress.output/1"
	formats      = "legpress.output/" // what every version begins with
)

// manifest is the files that builds wrote: the path, and the SHA-256 of the bytes in hexadecimal.
type manifest map[string]string

var errDamaged = errors.New("damaged")

// formatError is the format of a manifest that is not ours.
type formatError string

func (e formatError) Error() string { return fmt.Sprintf("format %q", string(e)) }

// record is how a manifest is written.
type record struct {
	Format string   `json:"format"`
	Files  manifest `json:"files"`
}

// encode returns the manifest's file: sorted by path, a line for each.
func (m manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(record{format, m})
	return b.Bytes(), err
}

func decode(data []byte) (manifest, error) {
	var r record
	err := json.Unmarshal(data, &r)
	var otherShape *json.UnmarshalTypeError // the format may tell why
	if err != nil && !errors.As(err, &otherShape) {
		return nil, errDamaged
	}
	if r.Format != format {
		return nil, formatError(r.Format)
	}
	if err != nil || r.Files == nil {
		return nil, errDamaged
	}
	for path, hash := range r.Files {
		if checkPath(path) != nil || !isHash(hash) {
			return nil, errDamaged
		}
	}
	return r.Files, nil
}

func isHash(s string) bool {
	return len(s) == hex.EncodedLen(sha256.Size) && strings.Trim(s, "0123456789abcdef") == ""
}

// readManifest reads a manifest; nil, without an error, where there is none.
func readManifest(root *os.Root, path string) (manifest, error) {
	info, err := root.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errDamaged
	}
	data, err := root.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return decode(data)
}

// absorb adds what a build that was killed had put in place: the files of its manifest that have the bytes it says.
func (m manifest) absorb(root *os.Root, killed manifest) error {
	for path, hash := range killed {
		if m[path] == hash {
			continue
		}
		found, err := hashOf(root, path)
		if err != nil {
			return err
		}
		if found == hash {
			m[path] = hash
		}
	}
	return nil
}

// hashOf returns the hash of a file; "" where there is no file, or something else.
func hashOf(root *os.Root, path string) (string, error) {
	info, err := root.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "", nil
	}
	f, err := root.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
