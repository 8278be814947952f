package importer

import (
	"net/url"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/importer/prose"
)

// checkFragments removes the fragments of links in a text whose targets have no such id.
func (w *importRun) checkFragments(t *text) {
	front, body := splitFront(string(t.data))
	body = prose.Relink(body, func(l prose.Link) prose.Change {
		at, fragment, ok := strings.Cut(l.Dest, "#")
		if !ok || strings.Contains(at, ":") || strings.HasPrefix(at, "/") || l.Picture {
			return prose.Keep()
		}
		to := t
		if at != "" {
			to = w.byPath[path.Join(path.Dir(t.path()), at)]
		}
		if plain, err := url.PathUnescape(fragment); err == nil {
			fragment = plain
		}
		if to == nil || to.ids == nil && to.existing != "" || to.ids[fragment] || fragment == "top" {
			return prose.Keep()
		}
		line := 1 + strings.Count(front, "\n") + strings.Count(body[:l.Start], "\n")
		t.report(Finding{File: t.path(), Line: line, Reason: reasonNoPlace, What: l.Dest})
		if at == "" {
			return prose.OnlyWords("")
		}
		return prose.Lead(at)
	})
	t.data = []byte(front + body)
}

// splitFront cuts a finished file behind its front matter.
func splitFront(data string) (front, body string) {
	const fence = "\n+++\n"
	end := strings.Index(data, fence)
	if end < 0 {
		return "", data
	}
	return data[:end+len(fence)], data[end+len(fence):]
}
