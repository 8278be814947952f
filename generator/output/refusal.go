package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/legpress/legpress/generator/disk"
)

// refusal is a sentence for the author: what cannot be done, and what to do instead.
type refusal string

func (r refusal) Error() string { return string(r) }

func refuse(format string, args ...any) error { return refusal(fmt.Sprintf(format, args...)) }

var (
	errBusy = errors.New("the folder is held by another build")
	errDone = errors.New("output: the stage was used after Commit or Discard")
)

// asSentence leaves a sentence alone and says of any other error what was being done.
func asSentence(doing string, err error) error {
	var r refusal
	if errors.As(err, &r) {
		return r
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// failure is an error at a path.
func (s *Stage) failure(doing, path string, err error) error {
	var r refusal
	switch {
	case errors.As(err, &r):
		return r
	case errors.Is(err, fs.ErrPermission) && !strings.HasPrefix(disk.Place(err), folder):
		return breakdown{explain(err, s.named(path))}
	}
	return breakdown{asSentence(doing+" "+s.named(path), explain(err, s.name))}
}

// breakdown is a failure of the machine, after which there is no use in going on.
type breakdown struct{ error }

func (b breakdown) Unwrap() error { return b.error }

// explain makes one sentence of an error that is about the disk on which a place lies.
func explain(err error, place string) error {
	if sentence := disk.Sentence(err, place); sentence != "" {
		return refusal(sentence)
	}
	return err
}

// named returns the path as the author finds it.
func (s *Stage) named(path string) string { return filepath.Join(s.name, filepath.FromSlash(path)) }
