package change

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// undoFolder holds what the last change was made of, so that it can be taken back.
const undoFolder = ".legpress/undo"

// record is what is known of the last change.
type record struct {
	What  string   `json:"what"`
	Files []before `json:"files"`
}

// before is a file before and after the last change.
type before struct {
	Path  string `json:"path"`
	Saved string `json:"saved,omitempty"` // the name of its copy; "": there was none
	After string `json:"after,omitempty"` // the digest of its bytes after the change; "": there is none
}

// Do makes a change. What it was before is kept, for [Undo]; of several changes only the last one can be taken back.
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

// save keeps the files that the change is about as they are.
func (c *Change) save(root *os.Root) error {
	if err := root.RemoveAll(undoFolder); err != nil {
		return err
	}
	if err := root.MkdirAll(undoFolder, 0o755); err != nil {
		return err
	}
	r := record{What: c.What}
	after := map[string]string{}
	var names []string
	add := func(name, digest string) {
		if _, ok := after[name]; !ok {
			names = append(names, name)
		}
		after[name] = digest
	}
	for _, m := range c.Moved {
		data, err := root.ReadFile(m.From)
		if err != nil {
			return err
		}
		add(m.From, "")
		add(m.To, digest(data))
	}
	for _, t := range c.Texts {
		add(t.File, digest(t.Data))
	}
	for _, file := range c.Gone {
		add(file, "")
	}
	for i, name := range names {
		b := before{Path: name, After: after[name]}
		data, err := root.ReadFile(name)
		if err == nil {
			b.Saved = fmt.Sprintf("%d%s", i, path.Ext(name))
			err = root.WriteFile(path.Join(undoFolder, b.Saved), data, 0o644)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		r.Files = append(r.Files, b)
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return root.WriteFile(undoFolder+"/change.json", data, 0o644)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// ErrNothing says that there is no change to take back.
var ErrNothing = errors.New("there is nothing to take back: only the last remove or rename can be, and once")

// Undo takes the last change back and returns what it was. Where a file has changed since, nothing happens.
func Undo(dir string) (what string, files int, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", 0, err
	}
	defer root.Close()
	data, err := root.ReadFile(undoFolder + "/change.json")
	if errors.Is(err, fs.ErrNotExist) {
		return "", 0, ErrNothing
	}
	if err != nil {
		return "", 0, err
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return "", 0, fmt.Errorf("%s/change.json cannot be read: %w", undoFolder, err)
	}
	var changed []string
	for _, b := range r.Files {
		now := ""
		data, err := root.ReadFile(b.Path)
		if err == nil {
			now = digest(data)
		}
		if now != b.After {
			changed = append(changed, b.Path)
		}
	}
	if len(changed) > 0 {
		return "", 0, fmt.Errorf("nothing was taken back, as this has changed since: %s. What was there before lies in %s", strings.Join(changed, ", "), undoFolder)
	}
	for _, b := range r.Files {
		if err := b.restore(root); err != nil {
			return "", 0, err
		}
	}
	err = root.RemoveAll(undoFolder)
	_ = root.Remove(path.Dir(undoFolder)) // which fails where something else is in it
	return r.What, len(r.Files), err
}

// restore puts a file back as it was.
func (b before) restore(root *os.Root) error {
	if b.Saved == "" {
		err := root.Remove(b.Path)
		removeEmpty(root, path.Dir(b.Path))
		return err
	}
	data, err := root.ReadFile(path.Join(undoFolder, b.Saved))
	if err != nil {
		return err
	}
	return write(root, b.Path, data)
}
