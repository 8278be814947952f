package output

import (
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKeep(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"a/sheet.pdf": "pdf", "a/index.html": "page", "gone.pdf": "pdf"})
	s.write(t, "foreign.pdf", "foreign")
	stage, err := Open(s.site, s.out)
	must(t, err)
	for path, want := range map[string]bool{"a/sheet.pdf": true, "foreign.pdf": false, "never.pdf": false, "never/a.pdf": false, "a": false} {
		if got, err := stage.Keep(path); err != nil || got != want {
			t.Errorf("Keep(%q): got %t, %v; want %t", path, got, err, want)
		}
	}
	must(t, stage.Add("a/index.html", []byte("new page")))
	r, err := stage.Commit()
	must(t, err)
	if diff := cmp.Diff(Result{Written: 1, Deleted: 1, Bytes: 8}, r); diff != "" {
		t.Errorf("result (-want +got):\n%s", diff)
	}
	want := tree{"a/sheet.pdf": "pdf", "a/index.html": "new page", "foreign.pdf": "foreign"}
	if diff := cmp.Diff(want, s.files(t)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	// It is still ours: the build that does not keep it deletes it.
	s.mustBuild(t, tree{"a/index.html": "new page"})
	delete(want, "a/sheet.pdf")
	if diff := cmp.Diff(want, s.files(t)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestKeepAll(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"a/index.html": "page", "b": "old"})
	s.write(t, "foreign", "foreign")
	stage, err := Open(s.site, s.out)
	must(t, err)
	stage.KeepAll()
	must(t, stage.Add("a/sheet.pdf", []byte("pdf")))
	must(t, stage.Add("b", []byte("new")))
	if _, err := stage.Open("foreign"); err == nil {
		t.Error("a file that no build wrote was opened")
	}
	f, err := stage.Open("a/index.html")
	must(t, err)
	text, err := io.ReadAll(f)
	must(t, err)
	must(t, f.Close())
	if string(text) != "page" {
		t.Errorf("Open: got %q, want %q", text, "page")
	}
	if got := stage.Sum("a/index.html"); got == "" || got == stage.Sum("b") || stage.Sum("foreign") != "" {
		t.Errorf("Sum: got %q", got)
	}
	_, err = stage.Commit()
	must(t, err)
	want := tree{"a/index.html": "page", "a/sheet.pdf": "pdf", "b": "new", "foreign": "foreign"}
	if diff := cmp.Diff(want, s.files(t)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestWritten(t *testing.T) {
	s := newSite(t)
	if Written(s.out)("index.html") {
		t.Error("a file was written before there was a folder")
	}
	s.mustBuild(t, tree{"index.html": "home", "a/b.html": "b"})
	s.write(t, "foreign.html", "foreign")
	written := Written(s.out)
	for path, want := range map[string]bool{"index.html": true, "a/b.html": true, "foreign.html": false, "a": false} {
		if got := written(path); got != want {
			t.Errorf("%s: got %t, want %t", path, got, want)
		}
	}
	s.write(t, manifestPath, "{")
	if Written(s.out)("index.html") {
		t.Error("a damaged manifest was believed")
	}
}
