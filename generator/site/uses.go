package site

import (
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
)

// use is how the pages of a site use a file.
type use struct {
	shown  diag.Position // of the first place where a page shows it as a picture; zero where none does
	linked bool          // as a file, by a page that is published
	isCard bool          // it is the picture that stands for a page where it is shared
	hidden string        // the file of the first hidden text that uses it
}

// onPage reports whether a page that is published uses the file.
func (u use) onPage() bool { return u.isShown() || u.linked || u.isCard }

func (u use) isShown() bool { return u.shown.File != "" }

// uses are how a site uses its files, by their paths.
type uses struct {
	site   *Site
	byPath map[string]*use
}

// findUses finds out how the copied files are used. Of those in static/ that are no pictures it does not matter.
func (s *Site) findUses(copied []Copied) uses {
	u := uses{site: s, byPath: map[string]*use{}}
	if !slices.ContainsFunc(copied, func(c Copied) bool {
		return parse.Folder(c.File.Path) != parse.StaticFolder || c.Photo != nil || c.Fault != nil
	}) {
		return u
	}
	for _, p := range s.Pages {
		u.byPage(p)
	}
	for _, e := range s.Exercises {
		if e.Picture.Value != "" {
			u.byRef(e.Pos.File, markdown.Ref{Kind: markdown.Picture, Target: e.Picture.Value, Pos: e.Picture.Pos})
		}
	}
	for _, r := range s.Runners {
		if r.Image.Value != "" {
			u.byRef(r.Pos.File, markdown.Ref{Kind: markdown.Picture, Target: r.Image.Value, Pos: r.Image.Pos})
		}
	}
	for _, l := range s.Settings.Links {
		target, _, _ := strings.Cut(l.Value, "#")
		u.byRef(parse.SettingsFile, markdown.Ref{Target: target})
	}
	for _, picture := range s.Settings.Pictures {
		u.byRef(parse.SettingsFile, markdown.Ref{Kind: markdown.Picture, Target: picture.Value, Pos: picture.Pos})
	}
	for _, font := range s.Settings.Look.Fonts() {
		u.byRef(parse.SettingsFile, markdown.Ref{Target: font.Value})
	}
	for _, m := range s.Moved {
		u.byRef(parse.MovedFile, markdown.Ref{Target: m.To.Value})
	}
	for _, c := range copied {
		if page, name := path.Split(c.URL); name == ownCard && s.pages.at(page) != nil {
			u.of(c.File.Path).isCard = true
		}
	}
	for i := range s.Hidden {
		u.byHidden(&s.Hidden[i])
	}
	return u
}

// of returns the use of a file, in which another one can be noted.
func (u uses) of(file string) *use {
	if u.byPath[file] == nil {
		u.byPath[file] = &use{}
	}
	return u.byPath[file]
}

// byPage notes what a page uses.
func (u uses) byPage(p *Page) {
	doc := p.Doc()
	if doc == nil {
		return
	}
	u.byAddress(p.URL, doc)
	switch a := p.Article; {
	case a != nil:
		u.byRef(a.File, a.Files...)
		if a.Image.Value != "" {
			u.byRef(a.File, a.ImageRef())
		}
	case p.Output != ProgrammePage: // it shows the text of the plan, which has a page of its own
		u.byRef(p.From.File, parse.FileRefs(doc)...)
	}
}

// byRef notes what references in a file lead to.
func (u uses) byRef(file string, refs ...markdown.Ref) {
	for _, ref := range refs {
		c := u.site.Resolve(file, ref).Copied
		if c == nil {
			continue
		}
		if x := u.of(c.File.Path); ref.Kind == markdown.Link {
			x.linked = true
		} else if !x.isShown() {
			x.shown = ref.Pos
		}
	}
}

// byAddress notes what a page uses by an address as browsers read it: in HTML that its text lets through, and where it names the
// site's own address in full.
func (u uses) byAddress(page string, doc *markdown.Doc) {
	for address := range u.site.OwnAddresses(doc) {
		if t, _ := u.site.ResolveAddress(page, address); t.Copied != nil {
			u.of(t.Copied.File.Path).linked = true
		}
	}
}

// byHidden notes what a hidden text or definition uses.
func (u uses) byHidden(h *Hidden) {
	note := func(t Target) {
		if t.Copied == nil {
			return
		}
		if x := u.of(t.Copied.File.Path); x.hidden == "" {
			x.hidden = h.File
		}
	}
	for _, ref := range h.files() {
		note(u.site.Resolve(h.File, ref))
	}
	if h.Doc == nil {
		return
	}
	for address := range u.site.OwnAddresses(h.Doc) {
		t, _ := u.site.ResolveAddress(h.URL, address)
		note(t)
	}
}

// OwnAddresses yields the addresses in a text that browsers read as they are and that may lead to this site.
func (s *Site) OwnAddresses(doc *markdown.Doc) iter.Seq2[string, diag.Position] {
	return func(yield func(string, diag.Position) bool) {
		for _, x := range doc.External {
			if s.Settings.IsOwn(x.URL) && !yield(x.URL, x.Pos) {
				return
			}
		}
		for address, at := range doc.HTMLAddresses() {
			if !yield(address, at) {
				return
			}
		}
	}
}
