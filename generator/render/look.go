package render

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/colour"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// This file brings what the settings say of the look into the files of the theme. Where they say nothing, these stay as they are.

// The stylesheets at whose end stands what follows from the look, so that no page waits for another file: that of all pages, and that of
// the guide, which is only printed.
const (
	styleFile = "assets/style.css"
	bookFile  = "assets/book.css"
)

// withLook returns a file of the theme as it is with the look of the settings.
func (l *loader) withLook(name string, text []byte) []byte {
	look := l.settings.Look
	switch {
	case look == nil:
		return text
	case name == styleFile:
		return slices.Concat(text, []byte(l.lookOfPages(look)))
	case name == bookFile:
		return slices.Concat(text, []byte(l.lookOfBook(look)))
	case look.Accent != nil && slices.Contains(icons, name) && !l.isOwn(name):
		return recoloured(path.Ext(name), text, l.settings.Palette().Light.Track)
	}
	return text
}

// icons are given the accent. Those that are the site's own stay as they are.
var icons = []string{"assets/icon.svg", "assets/icon-180.png", "assets/icon-512.png"}

func (l *loader) lookOfPages(look *parse.Look) string {
	style := fontStyle(l.settings, l.fonts)
	if look.Accent != nil {
		style += accentStyle(l.settings.Palette())
	}
	if look.Logo.Value != "" {
		style += logoStyle(look.DarkLogo.Value != "")
	}
	return style
}

func (l *loader) lookOfBook(look *parse.Look) string {
	style := fontStyle(l.settings, l.fonts)
	if look.Accent != nil {
		style += fmt.Sprintf("\n:root { --lane: %s; }\n", l.settings.Palette().Light.Lane)
	}
	return style
}

// logoStyle returns how the logo stands at the top of a page: two lines high, and as wide as the margin or a phone leaves it. On dark
// paper it stands on light ground, unless it has a form for that: most logos have dark letters on nothing.
func logoStyle(hasDark bool) string {
	style := `
.head:has(.name img) { align-items: center; }
.name img { display: block; block-size: 2.6rem; inline-size: auto; max-inline-size: 100%; object-fit: contain; object-position: 0 50%; }
[dir=rtl] .name img { object-position: 100% 50%; }
`
	if !hasDark {
		ground := colour.Theme().Light.Paper
		style += fmt.Sprintf("@media screen and (prefers-color-scheme: dark) { .name img { background: %s; box-shadow: 0 0 0 .45rem %s; } }\n", ground, ground)
	}
	return style
}

// accentStyle returns the accent as the theme's stylesheets know it. On paper they have black, as everything that is printed.
func accentStyle(p colour.Palette) string {
	colours := func(s colour.Scheme) string {
		return fmt.Sprintf(":root { --track: %s; --lane: %s; }", s.Track, s.Lane)
	}
	return fmt.Sprintf("\n@media screen {\n%s\n@media (prefers-color-scheme: dark) { %s }\n}\n", colours(p.Light), colours(p.Dark))
}

// recoloured returns an icon of the theme, a drawing or a picture with a palette, with another colour in place of the theme's.
func recoloured(kind string, icon []byte, with colour.RGB) []byte {
	theme := colour.Theme().Light
	if kind == ".svg" {
		return bytes.ReplaceAll(icon, []byte(theme.Track.String()), []byte(with.String()))
	}
	decoded, err := png.Decode(bytes.NewReader(icon))
	drawn, ok := decoded.(*image.Paletted)
	if err != nil || !ok {
		return icon
	}
	for i, c := range drawn.Palette {
		_, _, blue, _ := c.RGBA()
		share := (int(theme.Paper.B) - int(blue>>8)) * 0xff / int(theme.Paper.B-theme.Track.B)
		m := colour.Mix(theme.Paper, with, share)
		drawn.Palette[i] = color.RGBA{m.R, m.G, m.B, 0xff}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, drawn); err != nil {
		return icon
	}
	return out.Bytes()
}

// The letters of the theme, of which every device has some. Its stylesheet says the same, which a test holds.
const (
	SerifLetters = `"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif`
	SansLetters  = `"Avenir Next", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif`
)

// fontStyle returns the fonts of the look as the theme's stylesheets know them. Until a font is there, texts stand in letters of its
// kind that every device has.
func fontStyle(settings *parse.Settings, fonts []site.Font) string {
	var b strings.Builder
	for _, f := range fonts {
		weight, style := strconv.Itoa(f.Lightest), "normal"
		if f.Heaviest > f.Lightest {
			weight += " " + strconv.Itoa(f.Heaviest)
		}
		if f.Italic {
			style = "italic"
		}
		fmt.Fprintf(&b, "\n@font-face { font-family: %s; src: url(\"%s\") format(\"woff2\"); font-weight: %s; font-style: %s; font-display: swap; }", family(f.Data), link(settings, f.URL), weight, style)
	}
	for _, use := range []struct {
		variable string
		data     bool
		face     parse.Typeface
	}{{"--serif", false, settings.Look.Reading}, {"--sans", true, settings.Look.Data}} {
		if stack := stackOf(use.face, use.data, fonts); stack != "" {
			fmt.Fprintf(&b, "\n:root { %s: %s; }", use.variable, stack)
		}
	}
	return b.String()
}

// family is the name that the fonts of a use have in stylesheets.
func family(data bool) string {
	if data {
		return "_data"
	}
	return "_reading"
}

// stackOf returns the letters of a use, the ones that are wanted first; "" for those of the theme.
func stackOf(face parse.Typeface, data bool, fonts []site.Font) string {
	switch face.Stack {
	case parse.SerifStack:
		return SerifLetters
	case parse.SansStack:
		return SansLetters
	}
	i := slices.IndexFunc(fonts, func(f site.Font) bool { return f.Data == data })
	switch {
	case i < 0:
		return ""
	case fonts[i].Sans:
		return family(data) + ", " + SansLetters
	}
	return family(data) + ", " + SerifLetters
}

// Preloads returns the addresses of the fonts that every page needs, so that browsers ask for them before they have read the
// stylesheet: of texts and of data the upright letters that are nearest to regular ones.
func (v SiteView) Preloads() []string {
	var urls []string
	fonts := v.Site.Fonts()
	for _, data := range []bool{false, true} {
		best, off := "", 0
		for _, f := range fonts {
			const regular = 400
			d := max(f.Lightest-regular, regular-f.Heaviest, 0)
			if f.Data == data && !f.Italic && (best == "" || d < off) {
				best, off = f.URL, d
			}
		}
		if best != "" && !slices.Contains(urls, best) {
			urls = append(urls, best)
		}
	}
	return urls
}
