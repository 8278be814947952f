package browsertest

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Paper is a size of paper, in millimetres.
type Paper struct {
	Name          string
	Width, Height float64
}

// A4 returns the paper of most of the world.
func A4() Paper { return Paper{"A4", 210, 297} }

// Letter returns the paper of North America: wider and shorter.
func Letter() Paper { return Paper{"Letter", 215.9, 279.4} }

// PDF is a printed file that was read back.
type PDF struct {
	File  string
	Pages []Page
}

// Page is a page of a PDF, in millimetres, with its words in the order in which they are read.
type Page struct {
	Width, Height float64
	Words         []Word
}

// Word is a word on paper, and where it stands, in millimetres from the page's upper left corner.
type Word struct {
	Text                     string
	Left, Top, Right, Bottom float64
}

// ReadPDF reads a PDF with poppler's pdftotext.
func ReadPDF(t testing.TB, file string) PDF {
	t.Helper()
	p := PDF{File: file}
	d := xml.NewDecoder(strings.NewReader(Run(t, "pdftotext", "-bbox", file, "-")))
	d.Strict = false
	for {
		token, err := d.Token()
		if token == nil || err != nil {
			return p
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "page":
			p.Pages = append(p.Pages, Page{Width: millimetres(start, "width"), Height: millimetres(start, "height")})
		case "word":
			w := Word{Left: millimetres(start, "xMin"), Top: millimetres(start, "yMin"), Right: millimetres(start, "xMax"), Bottom: millimetres(start, "yMax")}
			if text, err := d.Token(); err == nil {
				if data, ok := text.(xml.CharData); ok {
					w.Text = string(data)
				}
			}
			last := &p.Pages[len(p.Pages)-1]
			last.Words = append(last.Words, w)
		}
	}
}

// millimetres returns an attribute that is in points of 1/72 inch.
func millimetres(e xml.StartElement, name string) float64 {
	i := slices.IndexFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
	n, _ := strconv.ParseFloat(e.Attr[i].Value, 64)
	return n * 25.4 / 72
}

// Text returns the words of all pages with a space between them.
func (p PDF) Text() string {
	var texts []string
	for _, page := range p.Pages {
		texts = append(texts, page.Text())
	}
	return strings.Join(texts, " ")
}

// Text returns the words of the page with a space between them.
func (p Page) Text() string {
	var words []string
	for _, w := range p.Words {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}
