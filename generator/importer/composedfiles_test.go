package importer

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

// A file is found however its letters and those of its folder are typed.
func TestComposedFiles(t *testing.T) {
	files := withComposedNames(fstest.MapFS{
		"static/bla\u0308tter/u\u0308.jpg": {Data: []byte("a")},
		"static/blätter/ö.jpg":             {Data: []byte("b")},
		"static/o\u0308.jpg":               {Data: []byte("c")},
		"static/plain.jpg":                 {Data: []byte("d")},
	})
	for name, want := range map[string]string{
		"static/bla\u0308tter/u\u0308.jpg": "a",
		"static/blätter/ö.jpg":             "b",
		"static/ö.jpg":                     "c",
		"static/o\u0308.jpg":               "c",
		"static/plain.jpg":                 "d",
	} {
		data, err := fs.ReadFile(files, name)
		if string(data) != want || err != nil {
			t.Errorf("%+q is %q, %v, want %q", name, data, err, want)
		}
	}
	for _, name := range []string{"static/é.jpg", "nö/x.jpg", "none.jpg"} {
		if _, err := fs.ReadFile(files, name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if withComposedNames(nil) != nil {
		t.Error("there are files where there are none")
	}
}
