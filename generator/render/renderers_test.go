package render

import (
	"io/fs"
	"testing"

	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/templates"
)

// Every output has one thing that writes it: a layout with its view, the format of a feed or a renderer.
func TestRenderers(t *testing.T) {
	for o := range site.Outputs {
		var writers []string
		if _, err := fs.Stat(templates.Files, layoutOf(o)); o.IsHTML() && views[o] != nil && err == nil {
			writers = append(writers, layoutOf(o))
		}
		if formatOf(o).Write != nil {
			writers = append(writers, "package feed")
		}
		if renderers[o] != nil {
			writers = append(writers, "a renderer")
		}
		if len(writers) != 1 {
			t.Errorf("%s is written by %q, want one thing", o, writers)
		}
	}
}

// The page of a programme offers every file of it: the events for any Monday in a form, all others by a link.
func TestDownloads(t *testing.T) {
	for o := range site.Outputs {
		isFile := (o.Owner() == site.OfProgramme || o.Owner() == site.OfDated) && !o.IsHTML() && o != site.WeeksFile
		if isFile != (downloads[o] != "") {
			t.Errorf("%s is a file of a programme: %v; the word on its link is %q", o, isFile, downloads[o])
		}
	}
}
