package site

import (
	"cmp"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// This file decides what goes public of the files below content/ that are neither texts nor definitions: what lies in static/, and
// what a page that is published uses. Nothing else does.

// Withheld is a file below content/ that is not published.
type Withheld struct {
	File   source.File
	Reason WithheldReason
	Of     string // the file of the hidden text that it belongs to, or the file or folder whose copy it is
	Copy   string // of a conflict copy: the file itself, or the folder around it that is one
}

// WithheldReason says why a file is not published.
type WithheldReason string

const (
	Unused       WithheldReason = "unused"        // no page uses it
	OfHidden     WithheldReason = "hidden"        // what it belongs to is hidden itself
	ConflictCopy WithheldReason = "conflict-copy" // it is a copy of the file beside it, by its name
)

// Public reports whether the file is published, or forms of it.
func (c *Copied) Public() bool { return c.Withheld == nil }

// FileCounts are how many files of the content beside the texts and definitions are published, and how many are not, by the reason.
type FileCounts struct {
	Public   int
	Withheld map[WithheldReason]int
}

// FileCounts counts the files of the content.
func (s *Site) FileCounts() FileCounts {
	counts := FileCounts{Withheld: map[WithheldReason]int{}}
	last := ""
	for _, f := range s.Files { // the forms of a photo follow one another
		if f.File.Path != last {
			counts.Public++
			last = f.File.Path
		}
	}
	for _, w := range s.Withheld {
		counts.Withheld[w.Reason]++
	}
	return counts
}

// decide divides the files into those that are published and those that are not.
func (s *Site) decide(copies *conflicts) {
	s.noteUses()
	folders := s.hiddenFolders()
	var public []Copied
	for i := range s.Files {
		c := &s.Files[i]
		if c.Withheld = s.withheld(c, folders, copies); c.Public() {
			public = append(public, *c)
			continue
		}
		s.Withheld = append(s.Withheld, *c.Withheld)
		delete(s.copyURLs, c.URL)
		s.notPublic[c.URL] = c
	}
	s.Files = public
	for i := range s.Files {
		c := &s.Files[i]
		s.copies[c.File.Path], s.copyURLs[c.URL] = c, c
	}
	slices.SortFunc(s.Withheld, func(a, b Withheld) int { return cmp.Compare(a.File.Path, b.File.Path) })
}

// withheld returns why a file is not published; nil where it is.
func (s *Site) withheld(c *Copied, hidden map[string]string, copies *conflicts) *Withheld {
	file := c.File.Path
	static := parse.Folder(file) == parse.StaticFolder
	used := static || c.used() || c.hiddenUser != ""
	if of := within(hidden, file); of != "" && (used || parse.IsMedium(c.File)) {
		return &Withheld{File: c.File, Reason: OfHidden, Of: of}
	}
	if copied := copies.of(file); copied != nil && (copied.sure || !used) {
		return copied.withheld(c.File)
	}
	switch {
	case static || c.used():
		return nil
	case c.hiddenUser != "":
		return &Withheld{File: c.File, Reason: OfHidden, Of: c.hiddenUser}
	}
	return &Withheld{File: c.File, Reason: Unused}
}

// used reports whether a page that is published uses the file.
func (c *Copied) used() bool { return c.shown() || c.linked || c.isCard }

// hiddenFolders returns the folders that belong to one text which is hidden, by their paths, with the file of that text. An index.md that
// stands directly in articles/ or pages/ has no folder of its own.
func (s *Site) hiddenFolders() map[string]string {
	folders := map[string]string{}
	for _, h := range s.Hidden {
		if folder := path.Dir(h.File); path.Base(h.File) == "index.md" && folder != parse.Folder(h.File) {
			folders[folder] = h.File
		}
	}
	return folders
}

// within returns what a map has for the innermost folder around a file that is in it; "" where none is.
func within(folders map[string]string, file string) string {
	if len(folders) == 0 {
		return ""
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if of := folders[dir]; of != "" {
			return of
		}
	}
	return ""
}

// noteUses notes which files are shown and linked, and where.
func (s *Site) noteUses() {
	if !slices.ContainsFunc(s.Files, func(c Copied) bool {
		return parse.Folder(c.File.Path) != parse.StaticFolder || c.Photo != nil || c.Fault != nil
	}) {
		return
	}
	for _, p := range s.Pages {
		s.usedByAddress(p)
		switch doc := p.Doc(); {
		case p.Output == ArticlePage || p.Output == StandalonePage:
			s.usedBy(p.Article)
		case doc != nil && p.Output != ProgrammePage:
			s.usedIn(p.From.File, parse.FileRefs(doc))
		}
	}
	for _, e := range s.Exercises {
		if e.Picture.Value != "" {
			s.use(e.Pos.File, markdown.Ref{Kind: markdown.Picture, Target: e.Picture.Value, Pos: e.Picture.Pos})
		}
	}
	for _, l := range s.Settings.Links {
		target, _, _ := strings.Cut(l.Value, "#")
		s.use(parse.SettingsFile, markdown.Ref{Target: target})
	}
	for _, m := range s.Moved {
		s.use(parse.MovedFile, markdown.Ref{Target: m.To.Value})
	}
	for i := range s.Files {
		folder, name := path.Split(s.Files[i].URL)
		s.Files[i].isCard = name == ownCard && s.byURL[folder] != nil
	}
	for i := range s.Hidden {
		s.usedByHidden(&s.Hidden[i])
	}
}

// usedBy notes what an article or a page uses.
func (s *Site) usedBy(a *parse.Article) {
	s.usedIn(a.File, a.Files)
	if a.Image.Value != "" {
		s.use(a.File, a.ImageRef())
	}
}

func (s *Site) usedIn(file string, refs []markdown.Ref) {
	for _, ref := range refs {
		s.use(file, ref)
	}
}

func (s *Site) use(file string, ref markdown.Ref) {
	c := s.Resolve(file, ref).Copied
	switch {
	case c == nil:
	case ref.Kind == markdown.Link:
		c.linked = true
	case !c.shown():
		c.Shown = ref.Pos
	}
}

// usedByAddress notes what a page uses by an address as browsers read it: in HTML that its text lets through, and where it names the
// site's own address in full.
func (s *Site) usedByAddress(p *Page) {
	doc := p.Doc()
	if doc == nil {
		return
	}
	for address := range s.OwnAddresses(doc) {
		if t, _ := s.ResolveAddress(p.URL, address); t.Copied != nil {
			t.Copied.linked = true
		}
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

// usedByHidden notes what a hidden text or definition uses.
func (s *Site) usedByHidden(h *Hidden) {
	note := func(t Target) {
		if c := t.Copied; c != nil && c.hiddenUser == "" {
			c.hiddenUser = h.File
		}
	}
	for _, ref := range h.files() {
		note(s.Resolve(h.File, ref))
	}
	if h.Doc == nil {
		return
	}
	for address := range s.OwnAddresses(h.Doc) {
		t, _ := s.ResolveAddress(h.URL, address)
		note(t)
	}
}
