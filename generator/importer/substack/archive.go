package substack

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/importer/markup"
)

// What an export may hold at most, in bytes: far more than thousands of long texts. A zip may say that it holds more than any disk.
const (
	maxTable = 64 << 20
	maxText  = 16 << 20
	maxAll   = 512 << 20
)

// howToExport says where an export is made.
const howToExport = "Make one in Substack: Settings, Import/Export, Export, New export; it is a .zip, which may stay packed"

// archive are the files of an export that may be read: the table and the texts. No other file is in it.
type archive struct {
	table string                                   // the name of posts.csv
	texts []string                                 // names of the files in posts/, in the order of the alphabet
	files map[string]func() (io.ReadCloser, error) // by name
	rest  int64                                    // how many bytes may still be read
}

// open finds the files of an export.
func open(in Input) (*archive, error) {
	a := &archive{files: map[string]func() (io.ReadCloser, error){}, rest: maxAll}
	var err error
	if in.Zip != nil {
		err = a.addZip(in)
	} else {
		err = a.addFolder(in.Folder)
	}
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		if path.Base(name) == "posts.csv" && (a.table == "" || strings.Count(name, "/") < strings.Count(a.table, "/")) {
			a.table = name
		}
	}
	if a.table == "" {
		return nil, fmt.Errorf("%s is no export of Substack: there is no posts.csv in it. %s", in.Name, howToExport)
	}
	folder := path.Join(path.Dir(a.table), "posts")
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		if path.Dir(name) == folder {
			a.texts = append(a.texts, name)
		}
	}
	return a, nil
}

// addZip adds the files of a zip. Names that lead out of it are left out.
func (a *archive) addZip(in Input) error {
	start := make([]byte, 512)
	n, err := in.Zip.ReadAt(start, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("reading %s: %w", in.Name, err)
	}
	packed, err := zip.NewReader(in.Zip, in.Size)
	switch first, _, _ := bytes.Cut(start[:n], []byte("\n")); {
	case err == nil:
	case bytes.HasPrefix(start, []byte("PK")):
		return fmt.Errorf("%s breaks off: it was not downloaded whole. %s", in.Name, howToExport)
	case bytes.Contains(first, []byte("post_id")):
		return fmt.Errorf("%s is only the table of an export: name the .zip, or the folder that it was unpacked into", in.Name)
	case bytes.Contains(first, []byte("email")):
		return fmt.Errorf("%s is a list of subscribers, which nobody should see here. %s", in.Name, howToExport)
	default:
		return fmt.Errorf("%s is no export of Substack. %s", in.Name, howToExport)
	}
	for _, f := range packed.File {
		name := path.Clean(strings.ReplaceAll(f.Name, `\`, "/"))
		if _, twice := a.files[name]; isPart(name) && !twice && f.Mode().IsRegular() {
			a.files[name] = f.Open
		}
	}
	return nil
}

// addFolder adds the files of a folder, down to the third level.
func (a *archive) addFolder(files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.Count(name, "/") > 1:
			return fs.SkipDir
		case isPart(name) && d.Type().IsRegular():
			a.files[name] = func() (io.ReadCloser, error) { return files.Open(name) }
		}
		return nil
	})
}

// isPart reports whether a file is one that may be read: the table, or a text.
func isPart(name string) bool {
	if !fs.ValidPath(name) || strings.HasPrefix(path.Base(name), ".") {
		return false
	}
	return path.Base(name) == "posts.csv" || path.Base(path.Dir(name)) == "posts" && path.Ext(name) == ".html"
}

var errTooMuch = errors.New("it holds more text than any export of Substack")

// read reads a file of at most so many bytes.
func (a *archive) read(name string, most int64) (string, error) {
	if a.rest <= 0 {
		return "", errTooMuch
	}
	file, err := a.files[name]()
	if err != nil {
		return "", err
	}
	defer file.Close()
	counted := &countingReader{Reader: file}
	text, err := markup.ReadText(counted, most)
	a.rest -= counted.n
	return string(text), err
}

// countingReader counts what was read.
type countingReader struct {
	io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}
