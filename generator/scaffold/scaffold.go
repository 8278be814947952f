// Package scaffold writes the beginnings of articles, exercises, runner types and plans.
//
// In go a site's folder, a name and the day, out comes a [File] that builds as it is and explains itself: what its keys mean is
// what their formats say, and what it refers to is what the site has. A file is written only where there is none.
package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// File is a new file of a site.
type File struct {
	Path string // slash-separated, relative to the site's folder
	Text string
	For  string // whom a plan is for, in words; "" where the name says it all
	Then string // what else is to be done, as a sentence; "" is nothing
}

// Site is a site that files are added to.
type Site struct {
	*site.Site
	root *os.Root
}

// ErrNoSite says that a folder holds no site.
var ErrNoSite = errors.New("there is no " + parse.SettingsFile)

// Open reads the definitions of the site in a folder. What cannot be read of it is as if it were not there. Close lets the folder go.
func Open(dir string) (*Site, error) {
	snapshot, err := read(dir)
	if err != nil {
		return nil, err
	}
	if _, ok := snapshot.File(parse.SettingsFile); !ok {
		return nil, ErrNoSite
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Site{join(snapshot), root}, nil
}

// Close lets the site's folder go.
func (s *Site) Close() error { return s.root.Close() }

func read(dir string) (*source.Snapshot, error) {
	tree, err := source.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	defer tree.Close()
	snapshot, _, err := tree.Read()
	return snapshot, err
}

// join makes the site of the definitions that are sound. Of articles and pages only the names are known.
func join(snapshot *source.Snapshot) *site.Site {
	settings, _ := parse.ReadSettings(snapshot)
	parser := parse.New(settings, markdown.Words{}, nil)
	var parsed []*parse.File
	for _, f := range snapshot.Under(source.Content) {
		p := &parse.File{File: f}
		if f.Ext() == ".toml" {
			p = parser.Parse(f)
		}
		if p.Problems.HasErrors() {
			p = &parse.File{File: f}
		}
		parsed = append(parsed, p)
	}
	joined, _ := site.Join(settings, parsed, site.Options{})
	return joined
}

// Write writes a new file, and never over one that is there.
func (s *Site) Write(f File) error {
	if err := s.root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	file, err := s.root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return exists(f.Path)
	}
	if err != nil {
		return err
	}
	_, err = file.WriteString(f.Text)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, s.root.Remove(f.Path))
	}
	return nil
}

func exists(file string) error {
	return fmt.Errorf("there is already a file %s, which stays as it is. Choose another name, or change that file", file)
}
