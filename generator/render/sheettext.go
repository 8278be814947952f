package render

import (
	"strings"

	"github.com/legpress/legpress/generator/words"
)

// arial are the widths of the printable ASCII characters in Arial and its metric twins, in thousandths of the type size, from the
// blank on.
const arial = "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 " +
	"1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 " +
	"333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"

// typeset knows how wide text of the sheet's type runs.
type typeset struct {
	widths []float64 // of ASCII from the blank on, in millimetres at 10 pt
	narrow float64   // of points and quotation marks
	other  float64   // of any other character
}

const (
	tenPoint  = 25.4 * 10 / 72 // mm
	boldWider = 1.09           // bold type, which has some wider letters
)

func newTypeset() *typeset {
	t := &typeset{narrow: 0.333 * tenPoint, other: 0.6 * tenPoint}
	for field := range strings.FieldsSeq(arial) {
		n := 0.0
		for _, digit := range field {
			n = n*10 + float64(digit-'0')
		}
		t.widths = append(t.widths, n/1000*tenPoint)
	}
	return t
}

func (t *typeset) width(word string) float64 {
	sum := 0.0
	for _, c := range word {
		at := int(c - ' ')
		switch {
		case at >= 0 && at < len(t.widths):
			sum += t.widths[at]
		case strings.ContainsRune(words.Marks, c):
		case strings.ContainsRune("·’‘“”", c):
			sum += t.narrow
		default:
			sum += t.other
		}
	}
	return sum
}

// lines returns how many lines a text takes; room gives the width of each in millimetres. Type that is wider than the regular one
// of 10 pt says by how much.
func (t *typeset) lines(text string, wider float64, room func(line int) float64) float64 {
	line, at := 0, 0.0
	for word := range strings.FieldsSeq(text) {
		w := t.width(word) * wider
		if at > 0 && at+t.widths[0]*wider+w > room(line) {
			line, at = line+1, 0
		}
		if at > 0 {
			at += t.widths[0] * wider
		}
		at += w
		for at > room(line) { // a word that is longer than a line is broken
			at -= room(line)
			line++
		}
	}
	if at == 0 {
		return float64(line)
	}
	return float64(line + 1)
}

// linesIn returns how many lines a text takes in one width.
func (t *typeset) linesIn(text string, wider, width float64) float64 {
	return t.lines(text, wider, func(int) float64 { return width })
}
