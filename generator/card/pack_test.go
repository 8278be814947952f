package card

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/colour"
)

// points returns those of a canvas, painted letter by letter.
func points(c *canvas) []byte {
	all := make([]byte, Height*rowBytes)
	for y := range Height {
		c.paint(all[y*rowBytes:][:rowBytes], y)
	}
	return all
}

// Wherever letters stand, upon each other too, the standard library unpacks what painting them gives.
func TestPack(t *testing.T) {
	pen := NewPen(Style{Colours: colour.Theme().Light})
	faces := append(pen.own.titles, pen.own.small)
	rapid.Check(t, func(t *rapid.T) {
		c := pen.canvas
		c.clear()
		for range rapid.IntRange(0, 4).Draw(t, "lines") {
			c.begin()
			face, shade := rapid.SampledFrom(faces).Draw(t, "face"), rapid.SampledFrom([]uint8{inkShades, trackShades}).Draw(t, "shade")
			x, y := rapid.IntRange(-10, Width).Draw(t, "x"), rapid.IntRange(-10, Height+10).Draw(t, "y")
			for _, r := range rapid.SampledFrom([]string{"", " ", "Runner", "AVATAR", "fjfjf", "……", "Ångström, Žižek"}).Draw(t, "text") {
				if g := face.glyph(r); len(g.dark) > 0 {
					c.put(g.stamp(c, x&1, shade), x>>1, y)
				}
				x += rapid.IntRange(-5, 60).Draw(t, "step")
			}
		}
		decoded, err := png.Decode(bytes.NewReader(c.png()))
		if err != nil {
			t.Fatal(err)
		}
		want := points(c)
		for i, p := range decoded.(*image.Paletted).Pix {
			if p != want[i/2]>>(4*(1-i&1))&0xf {
				t.Fatalf("the point %d, %d has the colour %d", i%Width, i/Width, p)
			}
		}
	})
}

// No code is longer than the format allows, and all lengths of matches are written with the right symbols.
func TestCodes(t *testing.T) {
	for symbol, c := range codesOfCards().symbols {
		if c.length < 1 || c.length > 15 {
			t.Errorf("symbol %d has a code of %d bits", symbol, c.length)
		}
	}
	for length, want := range map[int]lengthSymbol{3: {257, 0, 0}, 10: {264, 0, 0}, 11: {265, 0, 1}, 12: {265, 1, 1}, 18: {268, 1, 1}, 19: {269, 0, 2}, 257: {284, 30, 5}, 258: {285, 0, 0}} {
		if got := lengthSymbols[length]; got != want {
			t.Errorf("length %d is %+v, want %+v", length, got, want)
		}
	}
}

// Cards of usual titles are no larger than the standard library makes them where it is as quick as it can be. One with hardly a title, or full
// of small letters, may be an eighth larger.
func TestSizeOfCards(t *testing.T) {
	pen := NewPen(Style{Colours: colour.Theme().Dark})
	for title, most := range map[string]int{"": 9, "Balance": 9, "Three lifts and a pen: what the first eight weeks are for": 8, "Übung macht die Meisterin": 8, strings.Repeat("many short words ", 40): 9} {
		pen.Draw(Card{Title: title, What: "Plan · 8 weeks", Site: "Balanced Stride"})
		var library bytes.Buffer
		w, _ := zlib.NewWriterLevel(&library, zlib.BestSpeed) // the level exists
		for all := points(pen.canvas); len(all) > 0; all = all[rowBytes:] {
			if _, err := w.Write(append([]byte{0}, all[:rowBytes]...)); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		got := len(pen.canvas.pack())
		if 8*got > most*library.Len()+8*64 {
			t.Errorf("%.20q: %d bytes, the library's %d", title, got, library.Len())
		}
	}
}
