package render

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/site"
)

// This file writes pictures into pages, with the sizes from which a browser chooses. The last part of what it says has to be escaped
// or a number, as in html.go.

// setting is where on a page a picture stands.
type setting struct {
	sizes string     // how wide it will be, for browsers: the theme's layout in the words of the attribute
	first bool       // it is seen at once: do not wait with loading it
	size  parse.Size // where it is shown at a size of its own
	class string     // where the stylesheet has to know of it
}

// image returns the element that shows a picture of the site.
func (r *Renderer) image(c *site.Copied, alt, title string, at setting) string {
	if c.Photo == nil || c.Photo.Fallback() == (picture.Variant{}) {
		return r.img(c.URL, c.Size, alt, title, at)
	}
	f := c.Photo.Fallback()
	img := r.img(c.VariantURL(f), parse.Size{Width: f.Width, Height: f.Height}, alt, title, at)
	sources := c.Photo.Sources()
	if len(sources) == 0 {
		return img
	}
	var set []string
	for _, s := range sources {
		set = append(set, fmt.Sprintf("%s %dw", escape(link(r.site.Settings, c.VariantURL(s))), s.Width))
	}
	return fmt.Sprintf(`<picture><source type="image/webp" srcset="%s" sizes="%s">%s</picture>`, strings.Join(set, ", "), at.sizes, img)
}

func (r *Renderer) img(url string, size parse.Size, alt, title string, at setting) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<img src="%s" alt="%s"`, escape(link(r.site.Settings, url)), escape(alt))
	if at.size.Width > 0 {
		size = at.size
	}
	if size.Width > 0 {
		fmt.Fprintf(&b, ` width="%d" height="%d"`, size.Width, size.Height)
	}
	if at.class != "" {
		fmt.Fprintf(&b, ` class="%s"`, escape(at.class))
	}
	if at.first {
		b.WriteString(` fetchpriority="high"`)
	} else {
		b.WriteString(` loading="lazy"`)
	}
	b.WriteString(` decoding="async"`)
	if title != "" {
		fmt.Fprintf(&b, ` title="%s"`, escape(title))
	}
	b.WriteString(">")
	return b.String()
}

// pictureURL returns the address, on the site, of a picture as those show it who choose from no sizes; empty where there is none,
// or only a drawing, which they do not show.
func (r *Renderer) pictureURL(file, target string) string {
	if target == "" {
		return ""
	}
	c := r.resolvePicture(file, target)
	switch {
	case c == nil || c.File.Ext() == ".svg":
		return ""
	case c.Photo == nil || c.Photo.Fallback() == (picture.Variant{}):
		return c.URL
	}
	return c.VariantURL(c.Photo.Fallback())
}
