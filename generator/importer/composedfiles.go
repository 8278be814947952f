package importer

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/legpress/legpress/generator/nfc"
)

// composedFiles are the files of a blog, which can also be opened by their names in composed letters: another system may have stored "ü"
// as two letters where the texts have one.
type composedFiles struct {
	fs.FS
	names map[string]map[string]string // by folder and composed name: the name as stored
}

func withComposedNames(files fs.FS) fs.FS {
	if files == nil {
		return nil
	}
	return &composedFiles{files, map[string]map[string]string{}}
}

// Open opens the file with a name, or the one whose composed name it is.
func (c *composedFiles) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	if !errors.Is(err, fs.ErrNotExist) || !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return f, err
	}
	at := "."
	for part := range strings.SplitSeq(name, "/") {
		there, ok := c.in(at)[nfc.String(part)]
		if !ok {
			return nil, err
		}
		at = path.Join(at, there)
	}
	return c.FS.Open(at)
}

// in returns the names in a folder, by their composed names.
func (c *composedFiles) in(folder string) map[string]string {
	if names, known := c.names[folder]; known {
		return names
	}
	names := map[string]string{}
	entries, _ := fs.ReadDir(c.FS, folder)
	for _, e := range entries {
		names[nfc.String(e.Name())] = e.Name()
	}
	c.names[folder] = names
	return names
}
