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
