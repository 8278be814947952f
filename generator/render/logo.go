package render

import (
	"fmt"
	"html/template"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/picture"
	"github.com/legpress/legpress/generator/tomlfile"
)

// Logo returns the site's logo, as a picture that is called what the site is; empty where it has none. On dark screens it has its form
// for them, where there is one.
func (v SiteView) Logo() template.HTML {
	look := v.Settings.Look
	if look == nil || look.Logo.Value == "" {
		return ""
	}
	url, size := v.renderer.logoFile(look.Logo)
	img := fmt.Sprintf(`<img src="%s" alt="%s"`, url, escape(v.Settings.Title))
	if size.Width > 0 {
		img += fmt.Sprintf(` width="%d" height="%d"`, size.Width, size.Height)
	}
	if img += ">"; look.DarkLogo.Value == "" {
		return template.HTML(img)
	}
	dark, _ := v.renderer.logoFile(look.DarkLogo)
	return template.HTML(fmt.Sprintf(`<picture><source media="screen and (prefers-color-scheme: dark)" srcset="%s">%s</picture>`, dark, img))
}

// logoFile returns the address of a logo as it stands in a page, and its size. Logos are small: of a photo one form is enough.
func (r *Renderer) logoFile(logo tomlfile.Text) (string, parse.Size) {
	c := r.resolvePicture(parse.SettingsFile, logo.Value)
	if c == nil {
		return "", parse.Size{}
	}
	url, size := c.URL, c.Size
	if c.Photo != nil && c.Photo.Fallback() != (picture.Variant{}) {
		f := c.Photo.Fallback()
		url, size = c.VariantURL(f), parse.Size{Width: f.Width, Height: f.Height}
	}
	return escape(link(r.site.Settings, url)), size
}
