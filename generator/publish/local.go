package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
)

// openDir opens a folder of this machine: one that a web server reads, or a network drive. If it is not there it is made if the function
// allows it, and is as if it were empty where that is nil.
func openDir(name string, mayMake func(folder string) error) (Store, error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		if mayMake == nil {
			return nothing{}, nil
		}
		if err := mayMake(name); err != nil {
			return nil, err
		}
		if err := os.MkdirAll(name, 0o755); err != nil {
			return nil, err
		}
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &dirStore{newFolders("", func(context.Context) (connection, error) { return dir{root}, nil }), root}, nil
}

type dirStore struct {
	*folders
	root *os.Root
}

func (s *dirStore) Close() error { return errors.Join(s.folders.Close(), s.root.Close()) }

// dir is a folder of this machine as a connection.
type dir struct{ root *os.Root }

func (d dir) write(name string, _ int64, r io.Reader) error {
	return d.create(name, os.O_TRUNC, r)
}

func (d dir) create(name string, how int, r io.Reader) error {
	f, err := d.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|how, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

func (d dir) claim(name string, data []byte) (bool, error) {
	err := d.create(name, os.O_EXCL, bytes.NewReader(data))
	if errors.Is(err, fs.ErrExist) {
		return false, nil
	}
	return err == nil, err
}

func (d dir) read(name string) ([]byte, error) { return d.root.ReadFile(name) }
func (d dir) rename(from, to string) error     { return d.root.Rename(from, to) }
func (d dir) remove(name string) error         { return d.root.Remove(name) }
func (d dir) removeFolder(name string) error   { return d.root.Remove(name) }
func (d dir) makeFolder(name string) error     { return d.root.Mkdir(name, 0o755) }
func (d dir) exists(name string) (bool, error) { return existing(d.root.Lstat(name)) }
func (d dir) close() error                     { return nil }

func (d dir) list(folder string) ([]entry, error) {
	found, err := fs.ReadDir(d.root.FS(), folder)
	var list []entry
	for _, e := range found {
		list = append(list, entry{e.Name(), e.IsDir()})
	}
	return list, err
}

// existing makes an answer of what a look at a file has found.
func existing(_ fs.FileInfo, err error) (bool, error) {
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// nothing is a store that is not there yet, for whoever only looks.
type nothing struct{ Store }

func (nothing) Get(context.Context, string) ([]byte, error)    { return nil, fs.ErrNotExist }
func (nothing) Exists(context.Context, string) (bool, error)   { return false, nil }
func (nothing) List(context.Context, string) ([]string, error) { return nil, nil }
func (nothing) Close() error                                   { return nil }
