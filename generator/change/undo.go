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
	"slices"
	"strconv"
	"strings"
)

// undoFolder holds a folder for each change that can be taken back, by a number that grows: what was there before, and a record.
const undoFolder = ".legpress/undo"

// mostKept is how many changes can be taken back. Of older ones nothing is kept.
const mostKept = 20

// record is what is known of a change.
type record struct {
	What   string   `json:"what"`
	Files  []before `json:"files"`
	folder string   // it is in
}

// before is a file before and after a change.
type before struct {
	Path  string `json:"path"`
	Saved string `json:"saved,omitempty"` // the name of its copy; "": there was none
	After string `json:"after,omitempty"` // the digest of its bytes after the change; "": there is none
}

// save keeps the files that the change is about as they are, as the last of those that can be taken back.
func (c *Change) save(root *os.Root) error {
	kept, err := records(root)
	if err != nil {
		return err
	}
	number := 1
	if len(kept) > 0 {
		number += kept[len(kept)-1]
	}
	folder := recordFolder(number)
	if err := root.RemoveAll(folder); err != nil { // of a change that came to nothing
		return err
	}
	if err := root.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	r, err := c.record(root, folder)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := root.WriteFile(recordFile(folder), data, 0o644); err != nil {
		return err
	}
	for len(kept) >= mostKept {
		if err := root.RemoveAll(recordFolder(kept[0])); err != nil {
			return err
		}
		kept = kept[1:]
	}
	return nil
}

// record copies the files that the change is about into a folder, and returns what is known of them.
func (c *Change) record(root *os.Root, folder string) (*record, error) {
	r := &record{What: c.What}
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
			return nil, err
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
			err = root.WriteFile(path.Join(folder, b.Saved), data, 0o644)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		r.Files = append(r.Files, b)
	}
	return r, nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func recordFolder(number int) string { return path.Join(undoFolder, strconv.Itoa(number)) }

func recordFile(folder string) string { return path.Join(folder, "change.json") }

// records returns the numbers of the changes that can be taken back, the oldest first. A folder without a record is of a change that came to
// nothing.
func records(root *os.Root) ([]int, error) {
	entries, err := fs.ReadDir(root.FS(), undoFolder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var numbers []int
	for _, e := range entries {
		n, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		if _, err := root.Stat(recordFile(recordFolder(n))); err == nil {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers, nil
}

// readRecord reads what is known of a change.
func readRecord(root *os.Root, number int) (*record, error) {
	r := &record{folder: recordFolder(number)}
	data, err := root.ReadFile(recordFile(r.folder))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", recordFile(r.folder), err)
	}
	return r, nil
}

// ErrNothing says that there is no change to take back.
var ErrNothing = errors.New("there is nothing to take back: no remove or rename is left that could be")

// Undone says what was taken back.
type Undone struct {
	What  string // the change: "remove exercise goblet-squat"
	Files int    // that are as before
	Next  string // what is taken back next; "": nothing is left
}

// Undo takes the last change back that was not taken back yet. Where a file has changed since, nothing happens.
func Undo(dir string) (*Undone, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	kept, err := records(root)
	if err != nil {
		return nil, err
	}
	if len(kept) == 0 {
		return nil, ErrNothing
	}
	last, kept := kept[len(kept)-1], kept[:len(kept)-1]
	r, err := readRecord(root, last)
	if err != nil {
		return nil, err
	}
	if err := r.takeBack(root); err != nil {
		return nil, err
	}
	undone := &Undone{What: r.What, Files: len(r.Files)}
	if len(kept) > 0 {
		next, err := readRecord(root, kept[len(kept)-1])
		if err != nil {
			return undone, err
		}
		undone.Next = next.What
		return undone, nil
	}
	err = root.RemoveAll(undoFolder)
	_ = root.Remove(path.Dir(undoFolder)) // which fails where something else is in it
	return undone, err
}

// takeBack puts all files of a change back, and forgets it.
func (r *record) takeBack(root *os.Root) error {
	if changed := r.changed(root); len(changed) > 0 {
		return fmt.Errorf("%q was not taken back, as this has changed since: %s. What was there before lies in %s", r.What, strings.Join(changed, ", "), r.folder)
	}
	for _, b := range r.Files {
		if err := r.restore(root, b); err != nil {
			return err
		}
	}
	return root.RemoveAll(r.folder)
}

// changed returns the files that are neither as the change has left them nor as they were before: to put them back would lose what was done
// to them.
func (r *record) changed(root *os.Root) []string {
	var changed []string
	for _, b := range r.Files {
		now, was := digestAt(root, b.Path), ""
		if b.Saved != "" {
			was = digestAt(root, path.Join(r.folder, b.Saved))
		}
		if now != b.After && now != was {
			changed = append(changed, b.Path)
		}
	}
	return changed
}

// digestAt returns the digest of a file; "" where there is none.
func digestAt(root *os.Root, name string) string {
	data, err := root.ReadFile(name)
	if err != nil {
		return ""
	}
	return digest(data)
}

// restore puts a file back as it was.
func (r *record) restore(root *os.Root, b before) error {
	if b.Saved == "" {
		err := root.Remove(b.Path)
		removeEmpty(root, path.Dir(b.Path))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	data, err := root.ReadFile(path.Join(r.folder, b.Saved))
	if err != nil {
		return err
	}
	return write(root, b.Path, data)
}
