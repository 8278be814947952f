package render

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"path"
	"slices"

	"github.com/legpress/legpress/generator/colour"
	"github.com/legpress/legpress/generator/parse"
)

// This file brings what the settings say of the look into the files of the theme. Where they say nothing, these stay as they are.

// styleFile is the stylesheet of all pages; what follows from the look stands at its end, so that no page waits for another file.
const styleFile = "assets/style.css"

// look changes the files of the theme.
func (l *loader) look(settings *parse.Settings) {
	look := settings.Look
	if look == nil {
		return
	}
	style := ""
	if look.Accent != nil {
		style += accentStyle(settings.Palette())
		l.recolour(settings.Palette().Light.Track)
	}
	if look.Logo.Value != "" {
		style += logoStyle(look.DarkLogo.Value != "")
	}
	if css, ok := l.files[styleFile]; ok {
		l.files[styleFile] = slices.Concat(css, []byte(style))
	}
}

// recolour gives the icons an accent. Those that are the site's own stay as they are.
func (l *loader) recolour(accent colour.RGB) {
	for _, icon := range []string{"assets/icon.svg", "assets/icon-180.png", "assets/icon-512.png"} {
		if !l.isOwn(icon) {
			l.files[icon] = recoloured(path.Ext(icon), l.files[icon], accent)
		}
	}
}

// logoStyle returns how the logo stands at the top of a page: as high as the menu with some room around it, and no wider than a phone
// leaves it. On dark paper it stands on light ground, unless it has a form for that: most logos have dark letters on nothing.
func logoStyle(hasDark bool) string {
	style := "\n.name img { display: block; inline-size: auto; block-size: auto; max-block-size: 3.2rem; max-inline-size: min(16rem, 52vw); }\n"
	if !hasDark {
		style += fmt.Sprintf("@media screen and (prefers-color-scheme: dark) { .name img { padding: .4rem .6rem; background: %s; } }\n", colour.Theme().Light.Paper)
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
