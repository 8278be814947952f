package colour

import "github.com/lucasb-eyer/go-colorful"

// Scheme is the colours of pages on one kind of paper.
type Scheme struct {
	Paper RGB
	Wash  RGB // a shaded row or note
	Ink   RGB
	Track RGB // the one colour, for text and for what is filled
	Lane  RGB // the same for lines
}

// Palette is the colours of a site, on light paper and on dark.
type Palette struct{ Light, Dark Scheme }

// Theme returns the colours that pages have where the author chooses none. The theme's stylesheet says the same; a test holds them
// together.
func Theme() Palette {
	return Palette{
		Light: Scheme{Paper: must("#fdfcf8"), Wash: must("#f4f0e7"), Ink: must("#1e1c19"), Track: must("#97321a"), Lane: must("#b4452a")},
		Dark:  Scheme{Paper: must("#191816"), Wash: must("#23211d"), Ink: must("#ece7dd"), Track: must("#f2a68a"), Lane: must("#c9674a")},
	}
}

// The contrasts that are asked for. WCAG 2.2 asks 4.5 of text (1.4.3, level AA) and 3 of what has to be seen (1.4.11). That text on dark
// paper has 8 is a house rule: letters that glow need more than those that are printed.
const (
	TextContrast = 4.5
	LineContrast = 3
	darkText     = 8
	darkLine     = 4.5
)

// How a colour is changed for what it is used for, in OKLCH; house rules, taken from the theme's own colours.
const (
	lineLighter = 0.075 // a line is so much lighter than text
	darkChroma  = 0.115 // text on dark paper is no more colourful, or its edges would swim
)

// FromAccent returns the theme's colours with an accent, which must be [Readable], in place of the theme's own.
func FromAccent(accent RGB) Palette {
	p := Theme()
	l, c, h := accent.float().OkLch()
	p.Light.Track, p.Light.Lane = accent, accent
	if lane := inGamut(l+lineLighter, c, h); Contrast(lane, p.Light.Wash) >= LineContrast {
		p.Light.Lane = lane
	}
	p.Dark.Track = lightened(c, h, darkChroma, p.Dark.Wash, darkText)
	p.Dark.Lane = lightened(c, h, c, p.Dark.Wash, darkLine)
	return p
}

// Readable reports whether text in a colour can be read everywhere on light paper, and how it stands out there where it does least.
func Readable(c RGB) (contrast float64, ok bool) {
	contrast = Contrast(c, Theme().Light.Wash)
	return contrast, contrast >= TextContrast
}

// steps is in how many steps of lightness a colour is looked for: finer than colours of 8 bits can be told apart.
const steps = 1024

// Nearest returns the colour of the same hue that looks most like the given one and is [Readable].
func Nearest(c RGB) RGB {
	if _, ok := Readable(c); ok {
		return c
	}
	_, chroma, hue := c.float().OkLch()
	best := RGB{} // black can be read
	for i := range steps {
		try := inGamut(float64(i)/steps, chroma, hue)
		if _, ok := Readable(try); ok && distance(try, c) < distance(best, c) {
			best = try
		}
	}
	return best
}

// lightened returns the darkest colour of a hue that stands out from a dark ground as asked for.
func lightened(chroma, hue, most float64, ground RGB, contrast float64) RGB {
	for i := range steps {
		try := inGamut(float64(i)/steps, min(chroma, most), hue)
		if Contrast(try, ground) >= contrast && try.luminance() > ground.luminance() {
			return try
		}
	}
	return RGB{0xff, 0xff, 0xff}
}

// inGamut returns the colour with a lightness and a hue that is as colourful as asked for, or as screens can show it.
func inGamut(l, chroma, hue float64) RGB {
	low, high := 0.0, chroma
	if c := colorful.OkLch(l, high, hue); c.IsValid() {
		return of(c)
	}
	for range 20 {
		middle := (low + high) / 2
		if colorful.OkLch(l, middle, hue).IsValid() {
			low = middle
		} else {
			high = middle
		}
	}
	return of(colorful.OkLch(l, low, hue))
}
