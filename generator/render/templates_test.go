package render

import (
	"strings"
	"testing"
)

// A partial that defines a block of base.html takes its place, unless there is nothing in it.
func TestRedefinedBlocks(t *testing.T) {
	for partial, want := range map[string]string{"": "theirs", `{{define "block"}} {{end}}`: "theirs", `{{define "block"}}ours{{end}}`: "ours"} {
		l := &loader{before: new(Theme), files: map[string][]byte{"layouts/base.html": []byte(`{{block "block" .}}theirs{{end}}`), "partials/x.html": []byte(partial)}}
		shared, parsed := newTemplates(nil), parsedFiles{}
		for _, name := range []string{"layouts/base.html", "partials/x.html"} {
			if !l.parse(shared, parsed, name) {
				t.Fatal(l.problems)
			}
		}
		layout := newTemplates(nil)
		addCalled(layout, "layouts/base.html", shared)
		var page strings.Builder
		if err := layout.ExecuteTemplate(&page, "layouts/base.html", nil); err != nil || page.String() != want {
			t.Errorf("with %q the page is %q, want %q; %v", partial, page.String(), want, err)
		}
	}
}
