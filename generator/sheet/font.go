package sheet

import (
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/words"
)

// Widths of the printable ASCII characters in Arial and its metric twins, in thousandths of the type size, from the blank on.
const (
	arial = "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 " +
		"1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 " +
		"333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
	arialBold = "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 " +
		"975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 " +
		"333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)

// point is a typographic point in millimetres.
const point = 25.4 / 72

// fonts are the two weights of the type of a sheet.
type fonts struct{ regular, bold *font }

func newFonts() fonts { return fonts{newFont(arial), newFont(arialBold)} }

// font knows how wide text runs in one weight.
type font struct {
	widths []float64 // of ASCII from the blank on, in ems
	narrow float64   // of points and quotation marks
	other  float64   // of any other character
}

func newFont(widths string) *font {
	f := &font{narrow: 0.333, other: 0.6}
	for field := range strings.FieldsSeq(widths) {
		n := 0.0
		for _, digit := range field {
			n = n*10 + float64(digit-'0')
		}
		f.widths = append(f.widths, n/1000)
	}
	return f
}

// width returns how wide a text runs on one line, in millimetres.
func (f *font) width(text string, points float64) float64 {
	sum := 0.0
	for _, c := range text {
		at := int(c - ' ')
		switch {
		case at >= 0 && at < len(f.widths):
			sum += f.widths[at]
		case c == '\u00a0', c == '\u202f':
			sum += f.widths[0]
		case strings.ContainsRune(words.Marks, c): // they take no room
		case c == '\u2002':
			sum += 0.5
		case strings.ContainsRune("·’‘“”", c):
			sum += f.narrow
		default:
			sum += f.other
		}
	}
	return sum * points * point
}

// wider returns the text that runs wider.
func (f *font) wider(a, b string) string {
	if f.width(b, textPoints) > f.width(a, textPoints) {
		return b
	}
	return a
}

// lines returns how many lines a text takes in a width, the first of which has so much on it already.
func (f *font) lines(text string, points, width, taken float64) int {
	s := setter{lines: 1, at: taken}
	s.set(f, text, points, width)
	return s.count()
}

// setter sets words on lines.
type setter struct {
	lines int
	at    float64 // how much stands on the last one
}

// set puts the words of a text behind those that stand there.
func (s *setter) set(f *font, text string, points, width float64) {
	blank := f.width(" ", points)
	for word := range strings.FieldsFuncSeq(text, endsLine) {
		w := f.width(word, points)
		if s.at > 0 && s.at+blank+w > width {
			s.lines, s.at = s.lines+1, 0
		}
		if s.at > 0 {
			s.at += blank
		}
		s.at += w
		for s.at > width { // a word that is longer than a line is broken
			s.at -= width
			s.lines++
		}
	}
}

// endsLine reports whether a line can end at a blank, which it cannot at one that keeps a number with its unit, or a mark with its word.
func endsLine(c rune) bool { return unicode.IsSpace(c) && c != '\u00a0' && c != '\u202f' }

// count returns how many lines there are, the last one aside where nothing stands on it.
func (s *setter) count() int {
	if s.at == 0 {
		return s.lines - 1
	}
	return s.lines
}
