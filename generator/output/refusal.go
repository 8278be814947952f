package output

import (
	"errors"
	"fmt"
	"path/filepath"
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
	return asSentence(doing+" "+s.named(path), err)
}

// named returns the path as the author finds it.
func (s *Stage) named(path string) string { return filepath.Join(s.name, filepath.FromSlash(path)) }
