package check

import (
	"path"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/webfont"
)

// fontsBudget is how many bytes the fonts of a site may have together, as a house rule: twice what a page may have without pictures.
const fontsBudget = 120 << 10

// look checks the fonts that the settings name: they are there, can be read, have letters that no other has, and weigh little.
func (c *checker) look() {
	look := c.site.Settings.Look
	if look == nil {
		return
	}
	total, heaviest := int64(0), diag.Position{}
	for _, files := range [][]tomlfile.Text{look.Reading.Files, look.Data.Files} {
		seen := map[webfont.Font]string{}
		for _, f := range files {
			font := c.font(f)
			if font == nil {
				continue
			}
			total, heaviest = total+font.Size, f.Pos
			letters := *font
			letters.Size, letters.Sans = 0, false
			if first, again := seen[letters]; again {
				c.add(diag.Warningf(f.Pos, "font-again", "%s has letters of the same weight and slant as %s, so browsers use only one of them.", f.Value, first).WithHint("Leave one of them out."))
				continue
			}
			seen[letters] = f.Value
		}
	}
	if total > fontsBudget {
		c.add(diag.Warningf(heaviest, "heavy-fonts", "the fonts have %d KB together, for which every reader waits; %d KB are enough.", total>>10, fontsBudget>>10).
			WithHint("Leave out weights that you can do without, or take files with the letters of your language alone, which are often called \"latin\"."))
	}
}

// font returns a font that the settings name; nil where it cannot be used, which it reports.
func (c *checker) font(f tomlfile.Text) *webfont.Font {
	at := path.Join(path.Dir(parse.SettingsFile), f.Value)
	if strings.HasPrefix(f.Value, "/") {
		at = source.Content + "/static" + f.Value
	}
	switch t := c.site.Resolve(parse.SettingsFile, markdown.Ref{Target: f.Value}); {
	case t.Copied == nil:
		p := diag.Errorf(f.Pos, "no-font", "there is no font at %s.", at)
		if d := diag.DidYouMean(f.Value, c.fontFiles()); d != "" {
			c.add(p.WithHint("%s", d))
			return nil
		}
		c.add(p.WithHint("Put it there, or mend the path."))
		return nil
	case !t.Copied.Public():
		c.add(c.hiddenFile(t.Copied.Withheld, f.Pos))
		return nil
	case t.Copied.Font == nil:
		c.add(c.unreadableFont(t.Copied, f.Pos))
		return nil
	default:
		return t.Copied.Font
	}
}

func (c *checker) unreadableFont(file *site.Copied, pos diag.Position) diag.Problem {
	if size := file.File.Size; size > webfont.MaxBytes {
		return diag.Errorf(pos, "bad-font", "this font has %d KB, which is too much for a website.", size>>10).
			WithHint("Take the files with the letters of your language alone, which are often called \"latin\": they have 20 to 60 KB.")
	}
	return diag.Errorf(pos, "bad-font", "this file is no font in the form .woff2, or is damaged.").
		WithHint("Fetch it again. A file that was only renamed has to be converted.")
}

// fontFiles returns the fonts in the content, as the settings name them.
func (c *checker) fontFiles() []string {
	var names []string
	add := func(f source.File) {
		if f.Ext() == ".woff2" {
			names = append(names, strings.TrimPrefix(f.Path, source.Content+"/"))
		}
	}
	for _, f := range c.site.Files {
		add(f.File)
	}
	for _, w := range c.site.Withheld {
		add(w.File)
	}
	return names
}

func isFont(f source.File) bool {
	return slices.Contains([]string{".woff2", ".woff", ".ttf", ".otf"}, f.Ext())
}

// writesCards reports whether a file that is not published has the letters of cards: it lies beside a font that is, and has its name.
func (c *checker) writesCards(f source.File) bool {
	if f.Ext() != ".ttf" {
		return false
	}
	web := c.site.CopiedFrom(strings.TrimSuffix(f.Path, f.Ext()) + ".woff2")
	return web != nil && web.Public()
}
