package parse

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/webfont"
)

// Typeface is what letters the look wants: those of font files, or those that every device has; or, where it is zero, the theme's.
type Typeface struct {
	Stack string          // SerifStack or SansStack, in place of files
	Files []tomlfile.Text // in the form WOFF2, by their paths from the settings
}

// The words for letters that every device has.
const (
	SerifStack = "serif"
	SansStack  = "sans"
)

// Fonts returns the font files that the look names: those for reading first, then those for data.
func (l *Look) Fonts() []tomlfile.Text {
	if l == nil {
		return nil
	}
	return append(append([]tomlfile.Text{}, l.Reading.Files...), l.Data.Files...)
}

// readTypeface reads a key that has a word for letters, or names font files.
func readTypeface(t *tomlfile.Table, key string, problems *diag.List) Typeface {
	texts := t.Texts(key)
	if len(texts) == 1 && (texts[0].Value == SerifStack || texts[0].Value == SansStack) {
		return Typeface{Stack: texts[0].Value}
	}
	var face Typeface
	for _, text := range texts {
		text.Value = strings.TrimSpace(text.Value)
		if p := notFontFile(key, text); p != nil {
			problems.Add(*p)
			continue
		}
		face.Files = append(face.Files, text)
	}
	return face
}

// notFontFile says what is wrong with a text that should name a font file; nil where nothing is.
func notFontFile(key string, text tomlfile.Text) *diag.Problem {
	const files = `name the files of a font, as paths from site.toml: ["fonts/My-Regular.woff2", "fonts/My-Bold.woff2"]`
	lower := strings.ToLower(text.Value)
	var p diag.Problem
	switch ext := path.Ext(lower); {
	case strings.Contains(lower, "://"):
		p = diag.Errorf(text.Pos, "font-elsewhere", "pages ask no other website for letters: it would learn who reads them.").
			WithHint("Download the font in the form .woff2, put it below content/fonts/, and %s.", files)
	case ext == ".woff2":
		return nil
	case ext == ".ttf" || ext == ".otf" || ext == ".woff" || ext == ".eot":
		p = diag.Errorf(text.Pos, "not-a-web-font", "%q is not in the form .woff2, which every browser reads and which is the smallest.", clipped(text.Value)).
			WithHint("Name the .woff2 file that came with it, or make one with a converter; the licence of the font says whether you may. A .ttf of the same name beside it gives the cards its letters.")
	case lower == SerifStack || lower == SansStack || lower == "sans-serif":
		p = diag.Errorf(text.Pos, "bad-font", "%q is not how letters that every device has are asked for.", clipped(text.Value)).
			WithHint("Write %s = %q, and nothing else with it.", key, strings.TrimSuffix(lower, "-serif"))
	default:
		p = diag.Errorf(text.Pos, "bad-font", "%q is not a font file.", clipped(text.Value)).
			WithHint(`Write "serif" or "sans" for letters that every device has, or %s.`, files)
	}
	return &p
}

// mostLetters is the size in bytes up to which a font for cards is read.
const mostLetters = 8 << 20

// readFont reads a font. What cannot be read has none, which is reported where it is used.
func (p *Parser) readFont(out *File) {
	f := out.File
	switch {
	case f.Ext() == ".woff2" && f.Size <= webfont.MaxBytes:
		if data, err := p.read(f.OnDisk()); err == nil {
			out.Font, _ = webfont.Read(data)
		}
	case f.Ext() == ".ttf" && f.Size <= mostLetters:
		if data, err := p.read(f.OnDisk()); err == nil {
			out.Letters, _ = card.ReadLetters(data)
		}
	}
}
