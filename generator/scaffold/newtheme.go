package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/source"
)

// ErrNoThemeFile is in the error of Theme where there is no such file.
var ErrNoThemeFile = errors.New("the theme has no such file")

// ThemeFiles returns the paths of the files of a theme, sorted.
func ThemeFiles(theme fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// Theme returns a file of the theme as it is, to be changed. It is named by its path in the theme, or as it will be in the site.
func (s *Site) Theme(typed string, theme fs.FS) (File, error) {
	name := path.Clean(strings.TrimPrefix(strings.ReplaceAll(strings.TrimSpace(typed), `\`, "/"), source.Templates+"/"))
	data, err := fs.ReadFile(theme, name)
	if err != nil {
		return File{}, fmt.Errorf("%q: %w", typed, ErrNoThemeFile)
	}
	return File{Path: path.Join(source.Templates, name), Text: string(data)}, nil
}
