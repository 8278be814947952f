// Package qrcode draws addresses as QR codes, for paper that leads back to a page.
//
// In goes a text, out comes a drawing in SVG that stands inside an HTML page: of level M, black on white whatever the colours of
// the page are, and in millimetres, so that a phone reads it from paper.
package qrcode

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"rsc.io/qr"
)

// The measures of a code on paper. Modules of 0.6 mm are what phones read at arm's length (house rule); a little is added for
// printers that shrink a page to fit. The quiet zone is that of ISO/IEC 18004.
const (
	quietZone   = 4    // modules, white, on each side
	leastModule = 0.62 // mm
	leastSide   = 20.5 // mm, without the quiet zone
)

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

// Millimetres returns how wide and high the drawing is, with its quiet zone.
func (c Code) Millimetres() float64 {
	return float64(c.modules()) * max(leastModule, leastSide/float64(c.side))
}

// SVG returns the drawing. It can be repeated on the same page under its id; the label says what it leads to.
func (c Code) SVG(id, label string) string {
	n := c.modules()
	return c.open(fmt.Sprintf(`role="img" aria-label="%s"`, html.EscapeString(label))) +
		fmt.Sprintf(`<g id="%s"><path fill="#fff" d="M0 0h%dv%dH0z"/><path stroke="#000" shape-rendering="crispEdges" d="%s"/></g></svg>`, html.EscapeString(id), n, n, c.path)
}

// Again returns the drawing that stands elsewhere on the page under an id, in a few bytes.
func (c Code) Again(id string) string {
	return c.open(`aria-hidden="true"`) + fmt.Sprintf(`<use href="#%s"/></svg>`, html.EscapeString(id))
}

func (c Code) open(attributes string) string {
	mm := strconv.FormatFloat(c.Millimetres(), 'f', 2, 64)
	return fmt.Sprintf(`<svg viewBox="0 0 %d %d" width="%smm" height="%smm" %s>`, c.modules(), c.modules(), mm, mm, attributes)
}

func (c Code) modules() int { return c.side + 2*quietZone }
