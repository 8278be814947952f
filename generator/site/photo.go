package site

import (
	"path"
	"slices"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
)

// This file decides what is published of a photo. Where it is shown, its forms are, and not the file itself, which may say where
// it was taken. Where it is linked as a file the file is published without what it says.

// photos replaces the photos among the files that are copied by what is published of them.
func (s *Site) photos() {
	if !slices.ContainsFunc(s.Files, func(c Copied) bool { return c.Photo != nil }) {
		return
	}
	var files []Copied
	there := map[string]bool{} // forms by their addresses: a photo may be in two places
	for i := range s.Files {
		c := &s.Files[i]
		if c.Photo == nil {
			files = append(files, *c)
			continue
		}
		if c.shown() {
			for _, f := range c.forms() {
				if !there[f.URL] {
					there[f.URL] = true
					files = append(files, f)
				}
			}
		}
		if s.keepsAddress(c) {
			files = append(files, *c)
		} else {
			s.notPublic[c.URL] = c
			delete(s.copyURLs, c.URL)
		}
	}
	s.Files = files
	for i := range s.Files {
		if c := &s.Files[i]; c.Variant != (picture.Variant{}) {
			s.copyURLs[c.URL] = c
		}
	}
}

// shown reports whether a page shows the picture.
func (c *Copied) shown() bool { return c.Shown.File != "" }

// keepsAddress reports whether the file itself is published, which has its author's name for it.
func (s *Site) keepsAddress(c *Copied) bool {
	return !c.shown() || c.linked || c.isCard
}

// forms returns the files that are published where the photo is shown.
func (c *Copied) forms() []Copied {
	var list []Copied
	for _, f := range c.Photo.Variants() {
		if f == (picture.Variant{}) {
			c.linked = true
			continue
		}
		one := *c
		one.Variant, one.URL, one.Size = f, c.FormURL(f), parse.Size{Width: f.Width, Height: f.Height}
		list = append(list, one)
	}
	return list
}

// Photos is the folder of all forms of photos. Their names say what they are, so that caches can keep everything in it for ever.
const Photos = "/assets/photos/"

// FormURL returns the address of a form of a photo; the zero form has the photo's own.
func (c *Copied) FormURL(f picture.Variant) string {
	if f == (picture.Variant{}) {
		return c.URL
	}
	return Photos + c.Photo.Name(path.Base(c.URL), f)
}
