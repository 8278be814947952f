package change

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// Do makes a change. What it was before is kept, for [Undo].
func (c *Change) Do(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := c.save(root); err != nil {
		return fmt.Errorf("keeping what was there: %w", err)
	}
	for _, m := range c.Moved {
		if err := root.MkdirAll(path.Dir(m.To), 0o755); err != nil {
			return err
		}
		if err := root.Rename(m.From, m.To); err != nil {
			return err
		}
		removeEmpty(root, path.Dir(m.From))
	}
	for _, t := range c.Texts {
		if err := write(root, t.File, t.Data); err != nil {
			return err
		}
	}
	for _, file := range c.Gone {
		if err := root.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		removeEmpty(root, path.Dir(file))
	}
	return nil
}

// write writes a file by another name first, so that nobody reads a part of it.
func write(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	part := path.Join(path.Dir(name), ".change-"+path.Base(name))
	if err := root.WriteFile(part, data, 0o644); err != nil {
		return err
	}
	return root.Rename(part, name)
}

// removeEmpty removes a folder of an article that is empty now.
func removeEmpty(root *os.Root, folder string) {
	if strings.Count(folder, "/") > 1 {
		_ = root.Remove(folder) // which fails where something is in it
	}
}
