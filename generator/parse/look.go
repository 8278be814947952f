package parse

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/image/colornames"

	"github.com/legpress/legpress/generator/colour"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// Look is how a site looks where its author wants it otherwise than the theme.
type Look struct {
	Accent   *colour.RGB   // nil: the theme's
	Reading  Typeface      // of texts and headings
	Data     Typeface      // of tables, menus and notes
	Logo     tomlfile.Text // a picture, as a path from the file of the settings; empty: none
	DarkLogo tomlfile.Text // the same for dark paper; empty: the logo stands on light ground there

	palette colour.Palette // with the accent
}

func lookFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "look",
		Doc:  "How your site looks, without a stylesheet. What you leave out is as the theme has it.",
		Keys: []tomlfile.Key{
			{Name: "accent", Kind: tomlfile.String, Doc: "Your colour, of links, buttons, lines, drawings, charts, cards and the icon. It has to be dark enough to be read on light paper; what stands on dark paper is a lighter one of the same hue. Sheets stay black.", Example: `"#0a5c8f"`, Synonyms: []string{"color", "colour", "accent_color", "accent_colour"}},
			{Name: "reading", Kind: tomlfile.String | tomlfile.Strings, Doc: `The font of texts and headings: "serif" or "sans" for letters that every device has, or the files of your font, as paths from site.toml. Each file says itself whether it is regular, bold or italic.`, Example: `["fonts/My-Regular.woff2", "fonts/My-Bold.woff2"]`, Synonyms: []string{"font", "fonts", "serif"}},
			{Name: "data", Kind: tomlfile.String | tomlfile.Strings, Doc: "The font of tables, menus, dates and notes, likewise.", Example: `"sans"`, Synonyms: []string{"sans"}},
			{Name: "logo", Kind: tomlfile.String, Doc: "Your logo, a picture beside site.toml. It takes the place of the site's name at the top of each page, no higher than three lines; the name is read out in its place. It has a light ground where the page is dark.", Example: `"logo.svg"`},
			{Name: "dark_logo", Kind: tomlfile.String, Doc: "The same logo in light colours, for dark pages. Then it needs no ground.", Example: `"logo-dark.svg"`, Synonyms: []string{"logo_dark"}},
		},
	}
}

// Palette returns the colours of the site: the theme's, with the accent that the settings name.
func (s *Settings) Palette() colour.Palette {
	if s.Look == nil || s.Look.Accent == nil {
		return colour.Theme()
	}
	return s.Look.palette
}

func (s *Settings) readLook(t *tomlfile.Table, problems *diag.List) {
	if t == nil {
		return
	}
	s.Look = &Look{}
	s.Look.readAccent(t, problems)
	s.Look.Reading, s.Look.Data = readTypeface(t, "reading", problems), readTypeface(t, "data", problems)
	problems.Add(optionalTexts(t, "logo", "dark_logo")...)
	s.Look.Logo, s.Look.DarkLogo = s.readPicture(t, "logo"), s.readPicture(t, "dark_logo")
	if s.Look.DarkLogo.Value != "" && s.Look.Logo.Value == "" && !t.Broken("logo") {
		problems.Add(diag.Errorf(t.KeyPos("dark_logo"), "no-logo", "dark_logo is there, but not the logo for light pages.").
			WithHint("Write it as well: logo = \"logo.svg\". If there is only one, it is the logo."))
	}
}

func (l *Look) readAccent(t *tomlfile.Table, problems *diag.List) {
	if !t.Has("accent") {
		return
	}
	typed := strings.TrimSpace(t.String("accent"))
	accent, ok := colour.Parse(typed)
	if !ok {
		problems.Add(notColour(t.ValuePos("accent"), typed))
		return
	}
	if contrast, ok := colour.Readable(accent); !ok {
		problems.Add(diag.Errorf(t.ValuePos("accent"), "pale-accent", "%s is too light to be read everywhere on a page: on a shaded part the contrast is %s, and text needs %s.", typed, ratio(contrast), ratio(colour.TextContrast)).
			WithHint("The nearest that can be read is accent = %q.", colour.Nearest(accent)))
		return
	}
	l.Accent, l.palette = &accent, colour.FromAccent(accent)
}

// ratio writes a contrast as WCAG does, never more than it is: "4.4:1".
func ratio(contrast float64) string { return fmt.Sprintf("%.1f:1", math.Floor(contrast*10)/10) }

// notColour says how a colour is written. Where it is clear which one is meant, it is that, or the nearest that can be read.
func notColour(pos diag.Position, typed string) diag.Problem {
	p := diag.Errorf(pos, "bad-accent", "%q is not how a colour is written.", clipped(typed))
	meant, ok := colour.Parse("#" + typed)
	if named, isName := colornames.Map[strings.ToLower(typed)]; isName {
		meant, ok = colour.RGB{R: named.R, G: named.G, B: named.B}, true
	}
	if !ok {
		return p.WithHint(`Write # and six signs from 0 to 9 and a to f, as colour pickers show them: accent = "#0a5c8f".`)
	}
	if _, readable := colour.Readable(meant); !readable {
		return p.WithHint("It is %s, which is too light to be read. The nearest that can be read is accent = %q.", meant, colour.Nearest(meant))
	}
	return p.WithHint("Write accent = %q.", meant)
}
