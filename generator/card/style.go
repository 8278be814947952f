package card

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"golang.org/x/image/font/opentype"

	"github.com/legpress/legpress/generator/colour"
)

// Style is how the cards of a site look.
type Style struct {
	Colours      colour.Scheme
	Title, Small *Letters // nil: those of the Go fonts
}

// Letters are those of a font.
type Letters struct {
	font *opentype.Font
	sum  string // of its bytes
}

// ReadLetters reads a font in the form TrueType.
func ReadLetters(data []byte) (*Letters, error) {
	f, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading a font for cards: %w", err)
	}
	sum := sha256.Sum256(data)
	return &Letters{font: f, sum: hex.EncodeToString(sum[:])}, nil
}

// Hash returns ten hexadecimal digits that say how cards look in the style, and what else is the same on all of them.
func (s Style) Hash(texts ...string) string {
	texts = append(texts, s.Colours.Track.String())
	for _, l := range []*Letters{s.Title, s.Small} {
		if l != nil {
			texts = append(texts, l.sum)
		}
	}
	return Hash(texts...)
}
