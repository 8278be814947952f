package output

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReuse(t *testing.T) {
	s := newSite(t)
	s.mustBuild(t, tree{"a/row.webp": "form", "a/edited.webp": "form", "a/gone.webp": "form", "a/index.html": "page", "stale.webp": "form"})
	s.write(t, "a/edited.webp", "by hand")
	s.write(t, "foreign.webp", "foreign")
	must(t, os.Remove(filepath.Join(s.out, "a/gone.webp")))
	stage, err := Open(s.site, s.out)
	must(t, err)
	for path, want := range map[string]bool{
		"a/row.webp": true, "a/edited.webp": false, "a/gone.webp": false, "foreign.webp": false, "never/a.webp": false, "a": false,
	} {
		if got, err := stage.Reuse(path); err != nil || got != want {
			t.Errorf("Again(%q): got %t, %v; want %t", path, got, err, want)
		}
	}
	if err := stage.Add("a/row.webp", []byte("form")); err == nil {
		t.Error("a file was staged twice")
	}
	must(t, stage.Discard())

	stage, err = Open(s.site, s.out)
	must(t, err)
	if got, err := stage.Reuse("a/row.webp"); err != nil || !got {
		t.Errorf("after a build that was discarded: got %t, %v", got, err)
	}
	must(t, stage.Add("a/index.html", []byte("new page")))
	must(t, stage.Add("a/edited.webp", []byte("form")))
	r, err := stage.Commit()
	must(t, err)
	if diff := cmp.Diff(Result{Written: 2, Unchanged: 1, Deleted: 1, Bytes: 16}, r); diff != "" {
		t.Errorf("result (-want +got):\n%s", diff)
	}
	want := tree{"a/row.webp": "form", "a/edited.webp": "form", "a/index.html": "new page", "foreign.webp": "foreign"}
	if diff := cmp.Diff(want, s.files(t)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}
