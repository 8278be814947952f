package render

import (
	"testing"

	"github.com/legpress/legpress/generator/markdown"
)

// The address of a link is filled in where one part of a text ends and the next one begins, within the link's tag.
func TestPlain(t *testing.T) {
	d := &markdown.Doc{Parts: []markdown.Part{{HTML: `<p>Read <a href="`}, {HTML: `">its guide</a> &amp; lift.</p>` + "\n<p>"}, {HTML: `Then rest.</p>`}}}
	if got, want := plain(d), "Read its guide & lift.\nThen rest."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
