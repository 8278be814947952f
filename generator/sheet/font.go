package sheet

import (
	"strings"

	"github.com/legpress/legpress/generator/words"
)

// arial are the widths of the printable ASCII characters in Arial and its metric twins, in thousandths of the type size, from the
// blank on.
const arial = "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 " +
	"1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 " +
	"333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"

// point is a typographic point in millimetres.
const point = 25.4 / 72

// How much wider other type runs than the regular one, on average.
const (
	regular      = 1.0
	bold         = 1.09
	exerciseName = bold * namePoints / typePoints
	goal         = 1.02 * namePoints / typePoints // of targets: figures in bold type run as wide as others
	pageTitle    = bold * titlePoints / typePoints
)

// font knows how wide text runs in the type of a sheet.
type font struct {
	widths []float64 // of ASCII from the blank on, in millimetres
	narrow float64   // of points and quotation marks
	other  float64   // of any other character
}

func newFont() *font {
	const em = typePoints * point
	f := &font{narrow: 0.333 * em, other: 0.6 * em}
	for field := range strings.FieldsSeq(arial) {
		n := 0.0
		for _, digit := range field {
			n = n*10 + float64(digit-'0')
		}
		f.widths = append(f.widths, n/1000*em)
	}
	return f
}

// width returns how wide a text runs on one line, in millimetres.
func (f *font) width(text string) float64 {
	sum := 0.0
	for _, c := range text {
		at := int(c - ' ')
		switch {
		case at >= 0 && at < len(f.widths):
			sum += f.widths[at]
		case strings.ContainsRune(words.Marks, c): // they take no room
		case strings.ContainsRune("·’‘“”", c):
			sum += f.narrow
		default:
			sum += f.other
		}
	}
	return sum
}

// wider returns the text that runs wider.
func (f *font) wider(a, b string) string {
	if f.width(b) > f.width(a) {
		return b
	}
	return a
}

// lines returns how many lines a text takes in type that is so much wider than the regular one; room gives the width of each line, the
// first of which is 0, in millimetres.
func (f *font) lines(text string, wider float64, room func(line int) float64) int {
	line, at := 0, 0.0
	blank := f.widths[0] * wider
	for word := range strings.FieldsSeq(text) {
		w := f.width(word) * wider
		if at > 0 && at+blank+w > room(line) {
			line, at = line+1, 0
		}
		if at > 0 {
			at += blank
		}
		at += w
		for at > room(line) { // a word that is longer than a line is broken
			at -= room(line)
			line++
		}
	}
	if at == 0 {
		return line
	}
	return line + 1
}

// linesIn returns how many lines a text takes in one width.
func (f *font) linesIn(text string, wider, width float64) int {
	return f.lines(text, wider, func(int) float64 { return width })
}
