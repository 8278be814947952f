package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/picture/webp"
)

// maker returns the one that the tests share, as starting it takes a moment.
var maker = sync.OnceValue(func() *Maker { return new(Maker) })

// makeVariants reads a photo and makes all that is published where it is shown.
func makeVariants(t testing.TB, data []byte) (*Photo, map[Variant][]byte) {
	t.Helper()
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return p, formsOf(t, p, data, p.Variants()...)
}

func formsOf(t testing.TB, p *Photo, data []byte, forms ...Variant) map[Variant][]byte {
	t.Helper()
	made := map[Variant][]byte{}
	err := maker().Make(context.Background(), p, data, forms, func(f Variant, file []byte) error {
		made[f] = bytes.Clone(file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// silent fails where a file says more than what is to be seen.
func silent(t *testing.T, what string, file []byte) {
	t.Helper()
	for _, word := range []string{"Exif", "EXIF", "eXIf", "XMP", "adobe.com", "MPF", "N 52", "Photoshop"} {
		if bytes.Contains(file, []byte(word)) {
			t.Errorf("%s: has %q in it", what, word)
		}
	}
}

// looks fails where the corners of a picture are not those of [corners].
func looks(t *testing.T, what string, file []byte, w, h int) {
	t.Helper()
	m, kind, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if got := m.Bounds().Size(); got != image.Pt(w, h) {
		t.Errorf("%s (%s): got %v, want %d × %d", what, kind, got, w, h)
		return
	}
	var got []string
	for _, at := range []image.Point{{w / 10, h / 10}, {w - 1 - w/10, h / 10}, {w - 1 - w/10, h - 1 - h/10}, {w / 10, h - 1 - h/10}} {
		got = append(got, colour(m.At(at.X, at.Y)))
	}
	if diff := cmp.Diff([]string{"red", "green", "blue", "white"}, got); diff != "" {
		t.Errorf("%s (%s): corners from the top left (-want +got):\n%s", what, kind, diff)
	}
}

func colour(c color.Color) string {
	r, g, b, _ := c.RGBA()
	high, low := uint32(0xa000), uint32(0x6000)
	switch {
	case r > high && g > high && b > high:
		return "white"
	case r > high && g < low && b < low:
		return "red"
	case g > high && r < low && b < low:
		return "green"
	case b > high && r < low && g < low:
		return "blue"
	}
	return "another"
}

func TestPhoneInAllOrientations(t *testing.T) {
	seen := corners(500, 640)
	for o := upright; o <= 8; o++ {
		if growthtest.Race && o < 7 { // what is to be found by the detector is in each of them
			continue
		}
		data := phone(t, store(seen, o), uint16(o))
		p, made := makeVariants(t, data)
		if p.Width != 500 || p.Height != 640 || p.orientation != o {
			t.Errorf("orientation %d: got %d × %d, turn %d", o, p.Width, p.Height, p.orientation)
		}
		for _, f := range []Variant{{WebP, 360, 461}, {WebP, 500, 640}, {JPEG, 500, 640}} {
			if made[f] == nil {
				t.Errorf("orientation %d: no form %v", o, f)
				continue
			}
			silent(t, string(f.Kind), made[f])
			looks(t, string(f.Kind), made[f], f.Width, f.Height)
		}
		clean := formsOf(t, p, data, Variant{})[Variant{}]
		silent(t, "the cleaned file", clean)
		looks(t, "the cleaned file", clean, 500, 640)
	}
}

func TestForms(t *testing.T) {
	for _, x := range []struct {
		w, h int
		want []Variant
	}{
		{3000, 4000, []Variant{{WebP, 360, 480}, {WebP, 720, 960}, {WebP, 1280, 1707}, {JPEG, 1280, 1707}}},
		{1300, 1000, []Variant{{WebP, 360, 277}, {WebP, 720, 554}, {WebP, 1280, 985}, {JPEG, 1280, 985}}},
		{740, 500, []Variant{{WebP, 360, 243}, {WebP, 740, 500}, {JPEG, 740, 500}}},
		{300, 200, []Variant{{WebP, 300, 200}, {JPEG, 300, 200}}},
	} {
		p := &Photo{Kind: JPEG, Width: x.w, Height: x.h, bytes: 1 << 20, orientation: upright}
		if diff := cmp.Diff(x.want, p.Variants()); diff != "" {
			t.Errorf("%d × %d (-want +got):\n%s", x.w, x.h, diff)
		}
	}
	small := &Photo{Kind: PNG, Width: 300, Height: 200, bytes: 900, orientation: upright}
	if got := small.Sources(); got != nil {
		t.Errorf("a small file: got %v, want no sources", got)
	}
	long := &Photo{Kind: PNG, Width: 900, Height: webp.Largest + 1, bytes: 1 << 20, orientation: upright}
	if got := long.Sources(); got != nil {
		t.Errorf("a long picture: got %v, want no sources", got)
	}
	if got, want := (&Photo{hash: "0123456789", Kind: JPEG}).Name("my.row.JPG", Variant{WebP, 720, 500}), "my.row.0123456789-720.webp"; got != want {
		t.Errorf("name: got %q, want %q", got, want)
	}
}

func TestTinyPictures(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {1, 700}, {700, 1}, {9, 9}} {
		m := image.NewRGBA(image.Rectangle{Max: size})
		for _, data := range [][]byte{phone(t, m, 1), phone(t, m, 6), screenshot(t, m, 0)} {
			p, made := makeVariants(t, data)
			for f, file := range made {
				c, _, err := image.DecodeConfig(bytes.NewReader(file))
				if err != nil || c.Width != p.Width || c.Height != p.Height {
					t.Errorf("%v: form %v is %d × %d, %v", size, f, c.Width, c.Height, err)
				}
				silent(t, "a tiny picture", file)
			}
		}
	}
}

// A PNG with few points but many bytes has WebP forms, of the very points.
func TestScreenshot(t *testing.T) {
	m := corners(300, 400)
	noise := rand.New(rand.NewPCG(1, 2))
	for i := range 300 * 40 {
		m.Pix[4*(300*180+i)] = uint8(noise.IntN(256))
	}
	for o := range uint16(9) {
		data := screenshot(t, store(m, max(1, orientation(o))), o)
		p, made := makeVariants(t, data)
		silentAll(t, p, made)
		for f, file := range made {
			looks(t, string(f.Kind), file, 300, 400)
		}
		if len(made) != 2 {
			t.Errorf("got %d forms of %d bytes, want 2", len(made), len(data))
		}
		got, _, err := image.Decode(bytes.NewReader(made[Variant{WebP, 300, 400}]))
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []image.Point{{0, 0}, {150, 190}, {299, 200}, {17, 399}} {
			if diff := cmp.Diff(m.At(at.X, at.Y), color.RGBAModel.Convert(got.At(at.X, at.Y))); diff != "" {
				t.Errorf("orientation %d at %v (-want +got):\n%s", o, at, diff)
			}
		}
	}
}

func silentAll(t *testing.T, p *Photo, made map[Variant][]byte) {
	t.Helper()
	for f, file := range made {
		silent(t, p.Name("x", f), file)
	}
}

// A photo that was saved as PNG is not written without loss.
func TestPhotoSavedAsPNG(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 300, 300))
	noise := rand.New(rand.NewPCG(1, 2))
	for i := range m.Pix {
		m.Pix[i] = uint8(128 + noise.NormFloat64()*12)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	_, made := makeVariants(t, screenshot(t, m, 0))
	file := made[Variant{WebP, 300, 300}]
	if len(file) == 0 || !bytes.Contains(file[:16], []byte("VP8 ")) {
		t.Errorf("got %q, want a file with a loss", file[:min(16, len(file))])
	}
}

func TestUnusualPictures(t *testing.T) {
	rect := image.Rect(0, 0, 500, 300)
	deep := image.NewNRGBA64(rect)
	palette := image.NewPaletted(rect, color.Palette{color.RGBA{}, color.RGBA{220, 20, 20, 255}, color.RGBA{20, 20, 220, 255}})
	grey := image.NewGray(rect)
	for y := range 300 {
		for x := range 500 {
			deep.SetNRGBA64(x, y, color.NRGBA64{uint16(x * 131), uint16(y * 218), 0x8000, uint16(x * 131)})
			palette.SetColorIndex(x, y, uint8((x/7+y/3)%3))
			grey.SetGray(x, y, color.Gray{uint8(x ^ y)})
		}
	}
	for name, m := range map[string]image.Image{"16 bits": deep, "palette": palette, "grey": grey} {
		p, made := makeVariants(t, screenshot(t, m, 0))
		for f, file := range made {
			got, _, err := image.Decode(bytes.NewReader(file))
			if err != nil {
				t.Errorf("%s: %v: %v", name, f, err)
				continue
			}
			_, _, _, want := m.At(0, 0).RGBA()
			if _, _, _, a := got.At(0, 0).RGBA(); a>>8 != want>>8 {
				t.Errorf("%s: %v: opacity of the first point: got %#x, want %#x", name, f, a, want)
			}
		}
		if p.Width != 500 {
			t.Errorf("%s: got width %d", name, p.Width)
		}
	}
}

// Pictures for printing come out in colours that every program shows.
func TestCMYK(t *testing.T) {
	data := cmyk(t)
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if !p.cmyk {
		t.Error("the file is not recognised as one for printing")
	}
	for f, file := range formsOf(t, p, data, p.Variants()...) {
		if f.Kind != JPEG {
			continue
		}
		m, err := jpeg.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := m.(*image.YCbCr); !ok {
			t.Errorf("%v: got %T, want a picture for screens", f, m)
		}
	}
}

// cmyk makes a JPEG with four inks from one with one, of whose parts it uses the same four times.
func cmyk(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	list, err := segments(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	out := append([]byte{0xff, startOfImage}, segmentOf(adobeSegment, []byte("Adobe\x00\x64\x00\x00\x00\x00\x00"))...)
	for _, s := range list {
		switch s.marker {
		case startOfFrame:
			body := append(bytes.Clone(s.body[:5]), 4)
			for ink := byte(1); ink <= 4; ink++ {
				body = append(body, ink, 0x11, 0)
			}
			out = append(out, segmentOf(startOfFrame, body)...)
		case startOfScan:
			out = append(out, segmentOf(startOfScan, []byte{4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0})...)
			// For each ink: the first point's difference is none (00), the end of the block follows (1010); filled up with ones.
			out = append(out, 0b00101000, 0b10100010, 0b10001010)
		default:
			out = append(out, s.withHead...)
		}
	}
	return append(out, 0xff, endOfImage)
}

func TestFaults(t *testing.T) {
	good := phone(t, corners(400, 300), 1)
	shot := screenshot(t, corners(400, 300), 0)
	end := bytes.LastIndex(good[:len(good)-2], []byte{0xff, endOfImage})
	huge := bytes.Clone(shot)
	binary.BigEndian.PutUint32(huge[16:], 20_000)
	binary.BigEndian.PutUint32(huge[20:], 9_000)
	copy(huge[8:], pngChunk("IHDR", huge[16:29]))
	flipped := bytes.Clone(shot)
	flipped[len(flipped)-40] ^= 0xff
	for name, x := range map[string]struct {
		data []byte
		want string
	}{
		"half a JPEG":     {good[:end/2], "the end of this picture is missing."},
		"head of a JPEG":  {good[:20], "the end of this picture is missing."},
		"half a PNG":      {shot[:len(shot)/2], "the end of this picture is missing."},
		"broken PNG":      {flipped, "this picture cannot be read."},
		"huge PNG":        {huge, "this picture is too large: 20000 × 9000 points, and 60 million are the most in all."},
		"JPEG of nothing": {[]byte{0xff, startOfImage, 0xff, endOfImage}, "this picture cannot be read."},
		"HEIC":            {[]byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic"), "this is a HEIC photo, which most browsers do not show, whatever its name ends in."},
		"WebP of nothing": {[]byte("RIFF\x04\x00\x00\x00WEBP    "), "this picture cannot be read."},
	} {
		_, err := Read(x.data)
		var f *Fault
		if !errors.As(err, &f) || f.Message != x.want || f.Hint == "" {
			t.Errorf("%s: got %v, want %s", name, err, x.want)
		}
	}
	for _, other := range []string{"", "GIF89a...", "<svg/>", "\xff\xd8"} {
		if p, err := Read([]byte(other)); p != nil || err != nil {
			t.Errorf("%q: got %v, %v; want nothing", other, p, err)
		}
	}
}

// What is wrong with the points alone comes to light when they are needed.
func TestFaultInPoints(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, corners(400, 300), nil); err != nil {
		t.Fatal(err)
	}
	list, err := segments(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	scan := list[len(list)-1]
	copy(data[len(data)-2-len(scan.withHead)/2:len(data)-2], bytes.Repeat([]byte{0x7f}, len(scan.withHead)))
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	err = maker().Make(context.Background(), p, data, p.Variants(), func(Variant, []byte) error { return nil })
	var f *Fault
	if !errors.As(err, &f) {
		t.Errorf("got %v, want a fault", err)
	}
}

// The colours of phones that see more of them than others stay what they are, in every form.
func TestColours(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, corners(500, 640), &jpeg.Options{Quality: 98}); err != nil {
		t.Fatal(err)
	}
	for name, keep := range map[string]bool{"Display P3": true, "sRGB IEC61966-2.1": false} {
		icc := append(make([]byte, 128), name...)
		copy(icc[16:], "RGB ")
		for _, o := range []orientation{1, 6} {
			about := segmentOf(exifSegment, append([]byte("Exif\x00\x00"), exif(binary.BigEndian, uint16(o))...))
			data := append([]byte{0xff, startOfImage}, about...)
			data = append(data, segmentOf(profileSegment, append([]byte(profileHead), icc...))...)
			data = append(data, b.Bytes()[2:]...)
			p, made := makeVariants(t, data)
			for f, file := range made {
				if got := bytes.Contains(file, icc); got != keep {
					t.Errorf("%s in %v: got %t, want %t", name, f, got, keep)
				}
				silent(t, name, file)
				q, err := Read(file)
				if err != nil || q.Width != f.Width || q.Height != f.Height {
					t.Errorf("%s in %v: got %+v, %v", name, f, q, err)
				}
				if _, _, err := image.Decode(bytes.NewReader(file)); err != nil {
					t.Errorf("%s in %v: %v", name, f, err)
				}
			}
			if clean := formsOf(t, p, data, Variant{})[Variant{}]; keep && !bytes.Contains(clean, icc) {
				t.Errorf("the cleaned file of orientation %d has lost its colours", o)
			}
		}
	}
}

func TestCleanWebP(t *testing.T) {
	e, err := maker().webpEncoder(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	plain, err := e.Encode(context.Background(), toNRGBA(corners(40, 30)), webp.Options{Lossless: true, Quality: 50, Method: 2})
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string, body []byte) []byte {
		b := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(body)))
		b = append(b, body...)
		return append(b, make([]byte, len(body)%2)...)
	}
	rest := part("VP8X", []byte{0x0c, 0, 0, 0, 39, 0, 0, 29, 0, 0})
	rest = append(rest, plain[riffHead:]...)
	rest = append(rest, part("EXIF", exif(binary.LittleEndian, 6))...)
	rest = append(rest, part("XMP ", []byte(gps))...)
	data := append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(rest)+4)), "WEBP"...)
	data = append(data, rest...)
	p, made := makeVariants(t, data)
	if p.Width != 40 || p.Height != 30 || len(made) != 1 {
		t.Errorf("got %d × %d, %d forms; want 40 × 30, 1", p.Width, p.Height, len(made))
	}
	silent(t, "WebP", made[Variant{}])
	looks(t, "WebP", made[Variant{}], 40, 30)
	if flags := made[Variant{}][20]; flags != 0 {
		t.Errorf("flags: got %#x, want none", flags)
	}
}

// The same file gives the same bytes, and other bytes have other names.
func TestNamesSayWhatIsInside(t *testing.T) {
	data := phone(t, corners(500, 400), 6)
	p, first := makeVariants(t, data)
	_, second := makeVariants(t, data)
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error("the same photo was made into different bytes")
	}
	changed := bytes.Clone(data)
	changed[bytes.Index(changed, []byte(gps))]++
	q, err := Read(changed)
	if err != nil {
		t.Fatal(err)
	}
	if f := p.Fallback(); p.Name("a.jpg", f) == q.Name("a.jpg", f) || p.Is(changed) || !p.Is(data) {
		t.Error("another file has the same name")
	}
}

func TestOrientation(t *testing.T) {
	big, little := exif(binary.BigEndian, 6), exif(binary.LittleEndian, 8)
	for name, x := range map[string]struct {
		exif []byte
		want orientation
	}{
		"big":           {big, 6},
		"little":        {little, 8},
		"out of range":  {exif(binary.BigEndian, 9), 1},
		"zero":          {exif(binary.BigEndian, 0), 1},
		"cut off":       {big[:30], 1},
		"nothing":       {nil, 1},
		"far away":      {[]byte("II*\x00\xff\xff\xff\xff"), 1},
		"at its end":    {[]byte("II*\x00\x08\x00\x00\x00"), 1},
		"other letters": {[]byte(strings.Repeat("x", 40)), 1},
	} {
		if got := readOrientation(x.exif); got != x.want {
			t.Errorf("%s: got %d, want %d", name, got, x.want)
		}
	}
}

// Whatever a file says, reading it ends, and what is cleaned can be read again and is silent.
func FuzzRead(f *testing.F) {
	f.Add(phone(f, corners(20, 10), 6))
	f.Add(screenshot(f, corners(20, 10), 5))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x0c\x00\x00\x00\x27\x00\x00\x1d\x00\x00"))
	f.Add([]byte("II*\x00\x08\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := readOrientation(data); got < 1 || got > 8 {
			t.Fatalf("orientation %d", got)
		}
		p, err := Read(data)
		if p == nil || err != nil || p.orientation != upright {
			return
		}
		clean, err := p.Clean(data)
		if err != nil {
			t.Fatalf("what was read cannot be cleaned: %v", err)
		}
		q, err := Read(clean)
		if err != nil || q == nil || q.Width != p.Width || q.Height != p.Height || q.orientation != upright {
			t.Fatalf("cleaned: got %+v, %v, want %+v", q, err, p)
		}
		again, err := q.Clean(clean)
		if err != nil || !bytes.Equal(again, clean) {
			t.Fatalf("what is clean was cleaned again: %v", err)
		}
	})
}

// A photo of twelve megapixels, as phones make them: read for its head, and made into all its forms.
func BenchmarkPhoto(b *testing.B) {
	m := corners(4032, 3024)
	noise := rand.New(rand.NewPCG(1, 2))
	for i := range m.Pix {
		m.Pix[i] += uint8(noise.IntN(12))
	}
	data := phone(b, m, 6)
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, err := Read(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	p, err := Read(data)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := p.decode(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("scale", func(b *testing.B) {
		s, err := newScaler(p, data)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			(&scaler{p, s.from, s.orientation}).scaleTo(p.Fallback())
		}
	})
	b.Run("make", func(b *testing.B) {
		var m Maker
		defer m.Close()
		b.ReportAllocs()
		for b.Loop() {
			if err := m.Make(context.Background(), p, data, p.Variants(), func(Variant, []byte) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
}
