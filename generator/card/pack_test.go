package card

import (
	"bytes"
	"compress/zlib"
	"hash/adler32"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/colour"
)

// Whatever the rows hold, the standard library unpacks them.
func TestPack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var p packer
	for _, size := range []int{0, 1, 2, 3, stride - 1, stride, stride + 1, 5 * stride, 40*stride + 7} {
		for _, kinds := range []int{1, 2, 16, 256} {
			for _, stays := range []int{0, 2, 300} { // how long a byte stays as it was, or is as the one above it
				data := make([]byte, size)
				for i := 0; i < size; {
					n := 1 + random.IntN(stays+1)
					b, above := byte(random.IntN(kinds)), random.IntN(2) == 0 && i >= stride
					for ; n > 0 && i < size; n-- {
						data[i] = b
						if above {
							data[i] = data[i-stride]
						}
						i++
					}
				}
				packed := p.pack(codesOfCards(), data, adler32.Checksum(data))
				r, err := zlib.NewReader(bytes.NewReader(packed))
				if err != nil {
					t.Fatal(err)
				}
				if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, data) {
					t.Fatalf("%d bytes of %d kinds, staying for %d: %v", size, kinds, stays, err)
				}
			}
		}
	}
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

// Cards of usual titles are no larger than the standard library makes them where it is as quick as it can be, and the checksum of their rows
// is right however many were drawn before. One that is full of small letters may be an eighth larger.
func TestSizeOfCards(t *testing.T) {
	pen := NewPen(Style{Colours: colour.Theme().Dark})
	for title, most := range map[string]int{"": 8, "Balance": 8, "Three lifts and a pen: what the first eight weeks are for": 8, "Übung macht die Meisterin": 8, strings.Repeat("many short words ", 40): 9} {
		pen.Draw(Card{Title: title, What: "Plan · 8 weeks", Site: "Balanced Stride"})
		rows, sum := pen.canvas.rows, pen.canvas.checksum()
		if want := adler32.Checksum(rows); sum != want {
			t.Errorf("%q: checksum %08x, want %08x", title, sum, want)
		}
		var packed bytes.Buffer
		w, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed) // the level exists
		if _, err := w.Write(rows); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := len(pen.canvas.packer.pack(codesOfCards(), rows, sum)); 8*got > most*packed.Len()+8*64 {
			t.Errorf("%.20q: %d bytes, the library's %d", title, got, packed.Len())
		}
	}
}
