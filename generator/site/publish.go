package site

import (
	"cmp"
	"path"
	"slices"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
)

// This file decides what goes public of the files below content/ that are neither texts nor definitions: what lies in static/, and
// what a page that is published uses. Nothing else does.

// publish decides which of the copied files go public. It returns all of them, those that are withheld with the reason, and what is
// published of them, variants of photos in place of photos.
func (s *Site) publish(copied []Copied, copies *conflicts) (all, public []Copied) {
	uses, folders := s.findUses(copied), s.hiddenFolders()
	seen := map[string]bool{} // variants by their addresses: a photo may be in two places
	for _, c := range copied {
		u := *uses.of(c.File.Path)
		c.Shown, c.Withheld = u.shown, withheld(c, u, folders, copies)
		all = append(all, c)
		if !c.Public() {
			continue
		}
		for _, v := range variants(c, u) {
			if v.Variant != (picture.Variant{}) {
				if seen[v.URL] {
					continue
				}
				seen[v.URL] = true
			}
			public = append(public, v)
		}
	}
	return all, public
}

// allWithheld returns the copied files that are withheld, and others, by their paths.
func allWithheld(copied []Copied, others []Withheld) []Withheld {
	for _, c := range copied {
		if !c.Public() {
			others = append(others, *c.Withheld)
		}
	}
	slices.SortFunc(others, func(a, b Withheld) int { return cmp.Compare(a.File.Path, b.File.Path) })
	return others
}

// withheld returns why a file is not published; nil where it is. The folders are those of hidden texts.
func withheld(c Copied, u use, folders map[string]string, copies *conflicts) *Withheld {
	file := c.File.Path
	static := parse.Folder(file) == parse.StaticFolder
	used := static || u.onPage() || u.hidden != ""
	if of := within(folders, file); of != "" && (used || parse.IsMedia(c.File)) {
		return &Withheld{File: c.File, Reason: OfHidden, Of: of}
	}
	if copied := copies.of(file); copied != nil && (copied.sure || !used) {
		return copied.withheld(c.File)
	}
	switch {
	case static || u.onPage():
		return nil
	case u.hidden != "":
		return &Withheld{File: c.File, Reason: OfHidden, Of: u.hidden}
	}
	return &Withheld{File: c.File, Reason: Unused}
}

// hiddenFolders returns the folders that belong to one text which is hidden, by their paths, with the file of that text. An index.md that
// stands directly in articles/ or pages/ has no folder of its own.
func (d *Definitions) hiddenFolders() map[string]string {
	folders := map[string]string{}
	for _, h := range d.Hidden {
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
