package webp

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/color"
	"testing"

	decoder "golang.org/x/image/webp"
)

func open(t testing.TB) *Encoder {
	t.Helper()
	e, err := New(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close(context.Background()) })
	return e
}

// drawing is a picture with edges, slopes and holes.
func drawing(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(x * 255 / w), uint8(y * 255 / h), uint8((x ^ y) & 0xe0), 255}
			if x/8%5 == 0 {
				c.A = uint8(y * 255 / h)
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func TestLossless(t *testing.T) {
	e := open(t)
	for _, size := range []image.Point{{1, 1}, {3, 1}, {1, 2000}, {97, 61}} {
		want := drawing(size.X, size.Y)
		file, err := e.Encode(context.Background(), want, Options{Lossless: true, Quality: 75, Method: 4})
		if err != nil {
			t.Errorf("%v: %v", size, err)
			continue
		}
		got, err := decoder.Decode(bytes.NewReader(file))
		if err != nil {
			t.Errorf("%v: the file cannot be read: %v", size, err)
			continue
		}
		for y := range size.Y {
			for x := range size.X {
				a, b := color.NRGBAModel.Convert(got.At(x, y)).(color.NRGBA), want.NRGBAAt(x, y)
				if a != b && (a.A != 0 || b.A != 0) {
					t.Fatalf("%v: at %d, %d: got %v, want %v", size, x, y, a, b)
				}
			}
		}
	}
}

func TestLossy(t *testing.T) {
	e := open(t)
	m := image.NewNRGBA(image.Rect(0, 0, 64, 48))
	for i := range m.Pix {
		m.Pix[i] = []byte{200, 60, 30, 255}[i%4]
	}
	file, err := e.Encode(context.Background(), m, Options{Quality: 80, Method: 4})
	if err != nil {
		t.Fatal(err)
	}
	got, err := decoder.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	// The decoder takes the colours for those of a JPEG, whose range is wider: they come out a little pale.
	r, g, b, _ := got.At(30, 20).RGBA()
	if near := func(got uint32, want int) bool { d := int(got>>8) - want; return d > -16 && d < 16 }; !near(r, 200) || !near(g, 60) || !near(b, 30) {
		t.Errorf("colour: got %d %d %d, want about 200 60 30", r>>8, g>>8, b>>8)
	}
}

func TestRefusesWhatCannotBe(t *testing.T) {
	e := open(t)
	whole := drawing(20, 20)
	for name, m := range map[string]*image.NRGBA{
		"nothing":      {},
		"too wide":     {Rect: image.Rect(0, 0, Largest+1, 1), Stride: 4 * (Largest + 1)},
		"part of more": whole.SubImage(image.Rect(2, 2, 8, 8)).(*image.NRGBA),
	} {
		if _, err := e.Encode(context.Background(), m, Options{}); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

// The library is a file that nobody can read. It is the one that its licences name.
func TestLibraryIsTheOneWeKnow(t *testing.T) {
	const want = "bbcf68343d79d80ba4ce7bb29215b2943711bd0787f68ff31785c6e2bb044459"
	sum := sha256.Sum256(library)
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("libwebp.wasm.gz: got SHA-256 %s, want %s", got, want)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		e, err := New(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		e.Close(context.Background())
	}
}

func BenchmarkEncode(b *testing.B) {
	e := open(b)
	m := drawing(1280, 960)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Encode(context.Background(), m, Options{Quality: 78, Method: 4}); err != nil {
			b.Fatal(err)
		}
	}
}
