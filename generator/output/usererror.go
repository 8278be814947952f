package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/legpress/legpress/generator/disk"
)

// userError is a sentence for the author: what cannot be done, and what to do instead.
type userError string

func (r userError) Error() string { return string(r) }

func userErrorf(format string, args ...any) error { return userError(fmt.Sprintf(format, args...)) }

var (
	errBusy = errors.New("the folder is held by another build")
	errDone = errors.New("output: the stage was used after Commit or Discard")
)

// withContext adds to an error what was being done. A userError is a whole sentence and stays as it is.
func withContext(doing string, err error) error {
	var r userError
	if errors.As(err, &r) {
		return r
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// pathError adds to an error what was being done at which path. What the author cannot mend becomes a systemError.
func (s *Stage) pathError(doing, path string, err error) error {
	var r userError
	switch {
	case errors.As(err, &r):
		return r
	case errors.Is(err, fs.ErrPermission) && !strings.HasPrefix(disk.Place(err), ownFolder):
		return systemError{explainDisk(err, s.shownPath(path))}
	}
	return systemError{withContext(doing+" "+s.shownPath(path), explainDisk(err, s.name))}
}

// systemError is a failure of the machine, such as a full disk, after which there is no use in going on.
type systemError struct{ error }

func (b systemError) Unwrap() error { return b.error }

// explainDisk turns an error that is about a disk into a sentence for the author; place is what lies on that disk.
func explainDisk(err error, place string) error {
	if sentence := disk.Sentence(err, place); sentence != "" {
		return userError(sentence)
	}
	return err
}

// shownPath returns a path in the public folder as messages show it: with the name of the folder as the author wrote it.
func (s *Stage) shownPath(path string) string { return filepath.Join(s.name, filepath.FromSlash(path)) }
