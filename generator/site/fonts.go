package site

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/webfont"
)

// Font is a font file of the look.
type Font struct {
	URL  string
	Data bool // it is for tables, menus and notes, not for texts
	webfont.Font
}

// Fonts returns the font files of the look that are there and can be read, those for texts first.
func (s *Site) Fonts() []Font {
	look := s.Settings.Look
	if look == nil {
		return nil
	}
	var fonts []Font
	add := func(files []tomlfile.Text, data bool) {
		for _, f := range files {
			if c := s.Resolve(parse.SettingsFile, markdown.Ref{Target: f.Value}).Copied; c != nil && c.Font != nil && c.Public() {
				fonts = append(fonts, Font{c.URL, data, *c.Font})
			}
		}
	}
	add(look.Reading.Files, false)
	add(look.Data.Files, true)
	return fonts
}

// cardStyle returns how the cards of the site look. Their letters are those of a .ttf that lies beside a font for texts and has its name:
// the heaviest for titles, the lightest for what is small.
func cardStyle(settings *parse.Settings, files fileIndex) card.Style {
	style := card.Style{Colours: settings.Palette().Light}
	if settings.Look == nil {
		return style
	}
	heaviest, lightest := 0, 0
	for _, f := range settings.Look.Reading.Files {
		c := files.at(f.Value)
		if c == nil || c.Font == nil || c.Font.Italic {
			continue
		}
		beside := files.byPath[strings.TrimSuffix(c.File.Path, c.File.Ext())+".ttf"]
		if beside == nil || beside.Letters == nil {
			continue
		}
		if w := c.Font.Heaviest; w > heaviest {
			heaviest, style.Title = w, beside.Letters
		}
		if w := c.Font.Lightest; lightest == 0 || w < lightest {
			lightest, style.Small = w, beside.Letters
		}
	}
	return style
}

// at returns the file at a path as the settings name it, or nil.
func (x *fileIndex) at(name string) *Copied {
	if strings.HasPrefix(name, "/") {
		return x.byURL[name]
	}
	return x.byPath[path.Join(path.Dir(parse.SettingsFile), name)]
}
