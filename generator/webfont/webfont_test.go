package webfont_test

import (
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/legpress/legpress/generator/fonttest"
	"github.com/legpress/legpress/generator/webfont"
)

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want webfont.Font
	}{
		"regular":  {fonttest.WOFF2(t, goregular.TTF, fonttest.Weight(400)), webfont.Font{Lightest: 400, Heaviest: 400, Sans: true}},
		"bold":     {fonttest.WOFF2(t, gobold.TTF, fonttest.Weight(700)), webfont.Font{Lightest: 700, Heaviest: 700, Sans: true}},
		"italic":   {fonttest.WOFF2(t, goitalic.TTF, fonttest.Weight(400), fonttest.Italic), webfont.Font{Lightest: 400, Heaviest: 400, Italic: true, Sans: true}},
		"variable": {fonttest.WOFF2(t, goregular.TTF, fonttest.Vary(200, 900)), webfont.Font{Lightest: 200, Heaviest: 900, Sans: true}},
	} {
		got, err := webfont.Read(c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c.want.Size = int64(len(c.data))
		if c.want.Sans = got.Sans; *got != c.want {
			t.Errorf("%s: %+v, want %+v", name, *got, c.want)
		}
	}
	if got, err := webfont.Read(fonttest.WOFF2(t, goregular.TTF, fonttest.Sans)); err != nil || !got.Sans {
		t.Errorf("without serifs: %+v, %v", got, err)
	}
}

// What is no font, is cut off or is damaged anywhere is refused, or read as something; nothing stops the program.
func TestReadDamaged(t *testing.T) {
	whole := fonttest.WOFF2(t, goregular.TTF, fonttest.Vary(200, 900))
	for _, n := range []int{0, 3, 47, 48, 60, 100, len(whole) / 2} {
		if got, err := webfont.Read(whole[:n]); err == nil {
			t.Errorf("the first %d bytes are read as %+v", n, got)
		}
	}
	if _, err := webfont.Read(goregular.TTF); err == nil {
		t.Error("TrueType is taken for WOFF2")
	}
	for i := range 400 {
		damaged := append([]byte{}, whole...)
		damaged[i] ^= 0xff
		if f, err := webfont.Read(damaged); err == nil && (f.Lightest < 1 || f.Heaviest > 1000 || f.Lightest > f.Heaviest) {
			t.Errorf("with byte %d damaged: %+v", i, f)
		}
	}
}
