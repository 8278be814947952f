package site

import (
	"path"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
)

// Photos is the folder of all variants of photos. Their names say what they are, so that caches can keep everything in it for ever.
const Photos = "/assets/photos/"

// VariantURL returns the address of a variant of a photo; the zero variant has the photo's own.
func (c *Copied) VariantURL(v picture.Variant) string {
	if v == (picture.Variant{}) {
		return c.URL
	}
	return Photos + c.Photo.Name(path.Base(c.URL), v)
}

// variants returns what is published of a file: the file as it is or, of a photo that a page shows, its variants, and not the file
// itself, which may say where it was taken. Where it is linked as a file, too, the file is published without what it says.
func variants(c Copied, u use) []Copied {
	if c.Photo == nil || !u.isShown() {
		return []Copied{c}
	}
	var list []Copied
	asItIs := u.linked || u.isCard
	for _, f := range c.Photo.Variants() {
		if f == (picture.Variant{}) {
			asItIs = true
			continue
		}
		one := c
		one.Variant, one.URL, one.Size = f, c.VariantURL(f), parse.Size{Width: f.Width, Height: f.Height}
		list = append(list, one)
	}
	if asItIs {
		list = append(list, c)
	}
	return list
}
