package card_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/png"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/colour"
)

func TestDraw(t *testing.T) {
	pen := card.NewPen(card.Style{Colours: colour.Theme().Light})
	sizes := map[string]int{}
	for _, title := range []string{"", "Balance", "Three lifts and a pen: what the first eight weeks are for", strings.Repeat("Donaudampfschifffahrtsgesellschaft", 4), strings.Repeat("many short words ", 40)} {
		data := pen.Draw(card.Card{Title: title, What: "Article", Site: "Balanced Stride"})
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); b.Dx() != card.Width || b.Dy() != card.Height {
			t.Errorf("%.20q: the card is %v", title, b)
		}
		dark := 0
		for y := range card.Height {
			for x := range card.Width {
				r, _, _, _ := img.At(x, y).RGBA()
				if r < 0x4000 {
					dark++
					if x < 80 || x > card.Width-80 {
						t.Fatalf("%.20q: something is drawn in the margin at %d, %d", title, x, y)
					}
				}
			}
		}
		sizes[title] = dark
		if dir := os.Getenv("CARDS"); dir != "" {
			name := strings.Map(func(r rune) rune { return map[bool]rune{true: r, false: '-'}[r != ' '] }, title)
			_ = os.WriteFile(dir+"/"+name[:min(20, len(name))]+".png", data, 0o644)
		}
		again := pen.Draw(card.Card{Title: title, What: "Article", Site: "Balanced Stride"})
		if !bytes.Equal(again, data) {
			t.Errorf("%.20q: drawn twice, the bytes differ", title)
		}
	}
	if sizes["Balance"] <= sizes[""] {
		t.Errorf("a title adds no ink: %v", sizes)
	}
}

func TestDraws(t *testing.T) {
	for text, want := range map[string]bool{"Größe, naïve, Žižek": true, "Бег": true, "Δρόμος": true, "الجري": false, "走る": false, "a\nb": true} {
		if got := card.Draws(text); got != want {
			t.Errorf("Draws(%q) = %v, want %v", text, got, want)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	pen := card.NewPen(card.Style{Colours: colour.Theme().Light})
	for b.Loop() {
		pen.Draw(card.Card{Title: "Three lifts and a pen: what the first eight weeks are for", What: "Article", Site: "Balanced Stride"})
	}
}

// Who changes how cards are drawn counts drawingVersion up, so that sites with cards from before get new ones.
func TestEdition(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("elsewhere numbers may be rounded in another way")
	}
	drawn, err := png.Decode(bytes.NewReader(card.NewPen(card.Style{Colours: colour.Theme().Light}).Draw(card.Card{Title: "Three lifts and a pen", What: "Article", Site: "Balanced Stride"})))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(drawn.(*image.Paletted).Pix)
	if got, want := hex.EncodeToString(sum[:8]), "df55dbc1d2987981"; got != want {
		t.Errorf("cards are drawn in another way (%s, not %s): count drawingVersion up, then put this into the test", got, want)
	}
}

func TestHash(t *testing.T) {
	one := card.Hash("A", "B")
	for _, other := range [][]string{{"AB"}, {"A", "B", ""}, {"A", "b"}, {"B", "A"}, {}} {
		if hash := card.Hash(other...); one == hash || len(hash) != 10 {
			t.Errorf("A, B has the hash %s, and %q %s", one, other, hash)
		}
	}
}
