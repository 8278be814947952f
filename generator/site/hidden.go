package site

import (
	"cmp"
	"path"
	"time"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/training"
)

// Hidden is a text or a definition that is not published, and why. One of Article, Exercise, Runner and Plan is set.
type Hidden struct {
	File   string
	URL    string // the address that it would have
	Title  string // or name
	Reason HiddenReason
	When   time.Time // for Future and Expired

	Article  *parse.Article // or a page
	Exercise *training.Exercise
	Runner   *training.Runner
	Plan     *training.Plan
	Doc      *markdown.Doc // its text; nil where it has none
}

// HiddenReason says why a text or a definition is not published.
type HiddenReason string

const (
	Draft   HiddenReason = "draft"
	Future  HiddenReason = "future"
	Expired HiddenReason = "expired"
)

// ID returns the id of what is hidden, which references name.
func (h *Hidden) ID() string { return path.Base(h.URL) }

// files returns the references of what is hidden that may lead to copied files.
func (h *Hidden) files() []markdown.Ref {
	var refs []markdown.Ref
	if h.Doc != nil {
		refs = parse.FileRefs(h.Doc)
	}
	switch {
	case h.Article != nil && h.Article.Image.Value != "":
		refs = append(refs, h.Article.ImageRef())
	case h.Exercise != nil && h.Exercise.Picture.Value != "":
		refs = append(refs, markdown.Ref{Kind: markdown.Picture, Target: h.Exercise.Picture.Value, Pos: h.Exercise.Picture.Pos})
	case h.Runner != nil && h.Runner.Image.Value != "":
		refs = append(refs, markdown.Ref{Kind: markdown.Picture, Target: h.Runner.Image.Value, Pos: h.Runner.Image.Pos})
	}
	return refs
}

// hiddenReason returns why a file is not published, and the day for the reasons Future and Expired; "" if it is published. Only articles
// have days.
func hiddenReason(f *parse.File, o Options) (HiddenReason, time.Time) {
	if f.Draft() && !o.Drafts {
		return Draft, time.Time{}
	}
	a := f.Article
	switch {
	case a == nil:
	case a.Date.After(o.Now) && !o.Future:
		return Future, a.Date
	case !a.Expires.IsZero() && !a.Expires.After(o.Now):
		return Expired, a.Expires
	}
	return "", time.Time{}
}

// hidden returns the text or definition of a file that is not published; nil if it is.
func hidden(f *parse.File, o Options) *Hidden {
	reason, when := hiddenReason(f, o)
	if reason == "" {
		return nil
	}
	h := &Hidden{File: f.File.Path, Reason: reason, When: when, Exercise: f.Exercise, Runner: f.Runner, Plan: f.Plan, Doc: f.About}
	switch a := cmp.Or(f.Article, f.Page); {
	case a != nil:
		h.Article, h.URL, h.Title, h.Doc = a, a.URL, a.Title, a.Doc
	case f.Exercise != nil:
		h.URL, h.Title = exerciseURL(f.Exercise.ID), f.Exercise.Name
	case f.Runner != nil:
		h.URL, h.Title = runnerURL(f.Runner.ID), f.Runner.Name
	case f.Plan != nil:
		h.URL, h.Title = planURL(f.Plan.ID), f.Plan.Title
	}
	return h
}

// HiddenAs returns the hidden article, exercise, runner, plan or page with an id; the scheme says which of them. nil: there is none.
func (d *Definitions) HiddenAs(scheme, id string) *Hidden {
	if scheme == "page" {
		return d.hidden["/"+id+"/"]
	}
	return d.hidden["/"+scheme+"s/"+id+"/"]
}

// hiddenAt returns what is hidden at an address or at that of a folder around it, as a plan is around its sheets; nil for none.
func (d *Definitions) hiddenAt(url string) *Hidden {
	if len(d.hidden) == 0 {
		return nil
	}
	for ; len(url) > 1; url = folderAround(url) {
		if h := d.hidden[url]; h != nil {
			return h
		}
	}
	return nil
}
