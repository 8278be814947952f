// Package focus reads which place of a picture has to stay in sight where the picture is cut to another shape.
//
// In goes what an author typed, "top left" or "40% 20%", out comes a [Focus], or an [Error] that says what to write instead. The package
// must not know of files, formats or pages.
package focus

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Focus is the place of a picture that stays in sight where the picture is cut. The zero Focus was not given: it is the middle.
type Focus struct {
	Given     bool
	Left, Top int // how far from the left and the top edge, in percent
}

// Error says what is wrong with a focus, and what to write instead.
type Error struct{ Message, Hint string }

func (e *Error) Error() string { return e.Message + " " + e.Hint }

const middle = 50

// side is what a word says: how far a place is from an edge, in percent.
type side struct {
	word     string
	distance int
	across   bool // from the left edge; from the top one otherwise
}

// sides are the words for places at an edge.
func sides() []side {
	return []side{{"left", 0, true}, {"right", 100, true}, {"top", 0, false}, {"bottom", 100, false}}
}

// isMiddle reports whether a word is one for the middle.
func isMiddle(word string) bool { return word == "centre" || word == "center" || word == "middle" }

// Place returns how far the focus is from the left edge of the picture and from the top one, in percent.
func (f Focus) Place() (left, top int) {
	if !f.Given {
		return middle, middle
	}
	return f.Left, f.Top
}

// Parse reads a focus: a word for an edge or the middle, two of them, or two distances in percent, that from the left edge first. The
// error is an [*Error].
func Parse(s string) (Focus, error) {
	if strings.ContainsFunc(s, unicode.IsDigit) {
		return parseDistances(s)
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;/-_", r) })
	f := Focus{true, middle, middle}
	var across, down, mid int
	for _, word := range words {
		s, ok := sideOf(word)
		switch {
		case isMiddle(word):
			mid++
		case !ok:
			return Focus{}, noPlace(word)
		case s.across:
			f.Left = s.distance
			across++
		default:
			f.Top = s.distance
			down++
		}
	}
	if len(words) < 1 || len(words) > 2 || across > 1 || down > 1 || mid > 1 {
		return Focus{}, noPlace(strings.TrimSpace(s))
	}
	return f, nil
}

func sideOf(word string) (side, bool) {
	for _, s := range sides() {
		if s.word == word {
			return s, true
		}
	}
	return side{}, false
}

func noPlace(s string) *Error {
	return &Error{fmt.Sprintf("%q is no place in a picture.", s),
		`Write "top", "bottom", "left", "right" or "centre", two of them, like "top left", or how far it is from the left and from the top: "40% 20%".`}
}

// parseDistances reads "40% 20%".
func parseDistances(s string) (Focus, error) {
	const form = `Write how far it is from the left and from the top, in whole percent: "40% 20%".`
	numbers := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;/%", r) })
	var percent []int
	for _, n := range numbers {
		p, err := strconv.Atoi(n)
		if err != nil {
			return Focus{}, &Error{fmt.Sprintf("%q is no place in a picture.", strings.TrimSpace(s)), form}
		}
		if p < 0 || p > 100 {
			return Focus{}, &Error{fmt.Sprintf("%d%% lies outside of the picture.", p), `0% is its left or upper edge and 100% its right or lower one: "40% 20%".`}
		}
		percent = append(percent, p)
	}
	if len(percent) != 2 {
		return Focus{}, &Error{fmt.Sprintf("%q is not two distances.", strings.TrimSpace(s)), form}
	}
	return Focus{true, percent[0], percent[1]}, nil
}
