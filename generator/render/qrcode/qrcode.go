// Package qrcode draws addresses as QR codes, for paper that leads back to a page.
//
// In goes a text, out comes a drawing in SVG that stands inside an HTML page: of level M, black on white whatever the colours of
// the page are, and in millimetres, so that a phone reads it from paper.
package qrcode

import (
	"fmt"
	"html"
	"strings"

	"rsc.io/qr"
)

// quietZone is the white on each side of a code, in modules: that of ISO/IEC 18004.
const quietZone = 4

// mostSmall is how many modules in a row are 0.6 mm wide, which phones read at arm's length (house rule), where a code is 20 mm wide on
// paper. A code with more of them says that it is to be larger.
const mostSmall = 33

// Code is a QR code.
type Code struct {
	side int // modules, without the quiet zone
	path string
}

// New makes the code of a text. A text of more than about 2,300 bytes is too long for one.
func New(text string) (Code, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return Code{}, fmt.Errorf("making a QR code: %w", err)
	}
	var b strings.Builder
	for y := range c.Size {
		row(&b, c, y)
	}
	return Code{side: c.Size, path: b.String()}, nil
}

// row writes the black modules of a row as strokes along its middle, one for each run of them.
func row(b *strings.Builder, c *qr.Code, y int) {
	for x := 0; x < c.Size; x++ {
		from := x
		for x < c.Size && c.Black(x, y) {
			x++
		}
		if x > from {
			fmt.Fprintf(b, "M%d %d.5h%d", from+quietZone, y+quietZone, x-from)
		}
	}
}

// SVG returns the drawing. It can be repeated on the same page under its id; the label says what it leads to.
func (c Code) SVG(id, label string) string {
	return c.open(fmt.Sprintf(`role="img" aria-label="%s"`, html.EscapeString(label))) +
		fmt.Sprintf(`<path id="%s" stroke="#000" shape-rendering="crispEdges" d="%s"/></svg>`, html.EscapeString(id), c.path)
}

// Again returns the drawing that stands elsewhere on the page under an id, in a few bytes.
func (c Code) Again(id string) string {
	return c.open(`aria-hidden="true"`) + fmt.Sprintf(`<use href="#%s"/></svg>`, html.EscapeString(id))
}

// open begins a drawing without its quiet zone, which is the white that the page has around it.
func (c Code) open(attributes string) string {
	class := ""
	if c.side > mostSmall {
		class = `class="large" `
	}
	return fmt.Sprintf(`<svg %sviewBox="%d %d %d %d" %s>`, class, quietZone, quietZone, c.side, c.side, attributes)
}
