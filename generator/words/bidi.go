package words

import (
	"strings"
	"unicode"
)

// The characters that keep a part of a text in an order of its own, where the text around it runs from the right (Unicode Standard
// Annex 9). They take no room.
const (
	fromLeft   = "\u2066" // what follows runs from the left
	asItBegins = "\u2068" // what follows runs as its first letter does
	ownOrder   = "\u2069" // ends either

	// Marks are all of them.
	Marks = fromLeft + asItBegins + ownOrder
)

// Figures keeps figures and what they are counted in, "3 × 8–12" and "8 kg", in their order: a language that is written from the right
// would turn them round.
func (w *Words) Figures(text string) string {
	if !w.fromRight || text == "" {
		return text
	}
	return fromLeft + text + ownOrder
}

// apart keeps a name or a number that stands within a sentence from being torn apart by it. Addresses are left as they are: what
// reads them later would take the mark for a part of them.
func (w *Words) apart(text string) string {
	if !w.fromRight || text == "" || strings.Contains(text, "://") {
		return text
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return w.Figures(text)
	}
	return asItBegins + text + ownOrder
}
