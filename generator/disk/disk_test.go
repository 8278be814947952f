package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
)

func TestSentence(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "the disk is full: there is no room for all of public."},
		{syscall.EDQUOT, "your share of the disk is used up: there is no room for all of public."},
		{syscall.EROFS, "public is on a disk that can be read but not written to."},
		{syscall.EACCES, "the system does not allow Legpress to use public."},
		{syscall.EPERM, "the system does not allow Legpress to use public."},
		{syscall.EIO, ""},
		{fs.ErrNotExist, ""},
		{errors.New("other"), ""},
	} {
		deep := fmt.Errorf("writing: %w", errors.Join(nil, &fs.PathError{Op: "write", Path: "public/.legpress/x", Err: c.err}))
		got := Sentence(deep, "public")
		if !strings.HasPrefix(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%v: got %q, want %q", deep, got, c.want)
		}
	}
}

func TestPlace(t *testing.T) {
	for want, err := range map[string]error{
		"a/b": fmt.Errorf("writing: %w", &fs.PathError{Op: "open", Path: "a/b", Err: syscall.EROFS}),
		"new": &os.LinkError{Op: "rename", Old: "old", New: "new", Err: syscall.EROFS},
		"":    syscall.EROFS,
	} {
		if got := Place(err); got != want {
			t.Errorf("%v: got %q, want %q", err, got, want)
		}
	}
}
