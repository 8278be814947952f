package importer

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/importer/prose"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
)

// checkAllFragments removes the fragments of links that no page has.
func (w *importRun) checkAllFragments() {
	w.each(func(t *text) {
		if slices.ContainsFunc(t.places, func(ref markdown.Ref) bool { return w.leadsNowhere(t, ref.Target, ref.Fragment) }) {
			w.checkFragments(t)
			w.escapeFragments(t)
		}
	})
}

// leadsNowhere reports whether a text of the import has no such id. The target is a path from another text, or "" for that one.
func (w *importRun) leadsNowhere(t *text, target, fragment string) bool {
	to := t
	if target != "" {
		to = w.byPath[path.Join(path.Dir(t.path()), target)]
	}
	return to != nil && (to.ids != nil || to.existing == "") && !to.ids[fragment] && fragment != "top"
}

// checkFragments removes the fragments of links in a text whose targets have no such id.
func (w *importRun) checkFragments(t *text) {
	front, body := splitFront(string(t.data))
	body = prose.Relink(body, func(l prose.Link) prose.Change {
		at, fragment, ok := strings.Cut(l.Dest, "#")
		if plain, err := url.PathUnescape(fragment); err == nil {
			fragment = plain
		}
		if !ok || strings.Contains(at, ":") || strings.HasPrefix(at, "/") || l.Picture || !w.leadsNowhere(t, at, fragment) {
			return prose.Keep()
		}
		t.reportPlace(1+strings.Count(front, "\n")+strings.Count(body[:l.Start], "\n"), l.Dest)
		if at == "" {
			return prose.OnlyWords("")
		}
		return prose.Lead(at)
	})
	t.data = []byte(front + body)
}

// escapeFragments escapes the links that still lead to ids that are not there: they are links to the site's parser, and were none to the
// import.
func (w *importRun) escapeFragments(t *text) {
	for range maxRounds {
		parsed := articleOf(w.parser.Parse(source.File{Path: t.path(), Data: t.data}))
		if parsed == nil {
			return
		}
		mended := false
		for _, ref := range slices.Backward(placesIn(parsed.Doc)) {
			if !w.leadsNowhere(t, ref.Target, ref.Fragment) {
				continue
			}
			if reason, _ := t.escape(diag.Problem{Position: ref.Pos}); reason != "" {
				t.reportPlace(ref.Pos.Line, "#"+ref.Fragment)
				mended = true
			}
		}
		if !mended {
			return
		}
	}
}

func (t *text) reportPlace(line int, what string) {
	t.report(Finding{File: t.path(), Line: line, Reason: reasonNoPlace, What: what})
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
