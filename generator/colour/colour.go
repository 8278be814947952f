// Package colour holds the colours of the theme, and those that follow from the one colour that an author chooses.
//
// In go letters such as "#0a5c8f", out come colours that can be read on the paper of a page, in light and in dark. Contrast is that of
// WCAG 2.2; what is lighter, darker or nearest is measured in OKLCH, where equal steps look alike and a hue stays what it is.
package colour

import (
	"fmt"
	"math"
	"regexp"

	"github.com/lucasb-eyer/go-colorful"
)

// RGB is a colour of the web.
type RGB struct{ R, G, B uint8 }

var hex = regexp.MustCompile(`^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// Parse reads a colour that is written as "#0a5c8f" or "#05f", and reports whether it is.
func Parse(text string) (RGB, bool) {
	if !hex.MatchString(text) {
		return RGB{}, false
	}
	c, err := colorful.Hex(text)
	return of(c), err == nil
}

// must reads a colour of the program's own.
func must(text string) RGB {
	c, ok := Parse(text)
	if !ok {
		panic("colour: " + text)
	}
	return c
}

// String writes a colour as Parse reads it.
func (c RGB) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Contrast returns how much two colours stand out from each other, in WCAG's measure: from 1, for the same colour, to 21.
func Contrast(a, b RGB) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func (c RGB) luminance() float64 {
	r, g, b := c.float().LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

func (c RGB) float() colorful.Color {
	return colorful.Color{R: float64(c.R) / 0xff, G: float64(c.G) / 0xff, B: float64(c.B) / 0xff}
}

func of(c colorful.Color) RGB {
	r, g, b := c.Clamped().RGB255()
	return RGB{r, g, b}
}

// distance is how different two colours look, in OKLab.
func distance(a, b RGB) float64 {
	l, p, q := a.float().OkLab()
	m, r, s := b.float().OkLab()
	return math.Hypot(l-m, math.Hypot(p-r, q-s))
}

// Mix returns a colour between two: with 0 the first, with 255 the second.
func Mix(a, b RGB, share int) RGB {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(0xff-share) + int(y)*share + 0x7f) / 0xff) }
	return RGB{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B)}
}
