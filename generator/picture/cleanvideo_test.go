package picture_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/picture"
)

// secret is what a camera writes about where it is.
const secret = "+52.5200+013.4100/"

// made writes bytes one after another: an int as four of them, a string as it is.
func made(parts ...any) []byte {
	var out []byte
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			out = binary.BigEndian.AppendUint32(out, uint32(p))
		case uint16:
			out = binary.BigEndian.AppendUint16(out, p)
		case byte:
			out = append(out, p)
		case string:
			out = append(out, p...)
		case []byte:
			out = append(out, p...)
		default:
			panic(fmt.Sprintf("%T", p))
		}
	}
	return out
}

// bx makes a box.
func bx(kind string, parts ...any) []byte {
	inside := made(parts...)
	return made(len(inside)+8, kind, inside)
}

// wide makes a box whose length takes eight bytes.
func wide(kind string, parts ...any) []byte {
	inside := made(parts...)
	return made(1, kind, 0, len(inside)+16, inside)
}

// film is a film with a track of pictures and one of notes. Its pieces stand in two chunks each, in turn.
func film(box func(string, ...any) []byte, width string) []byte {
	const pictures, notes = "moving pictures ", "fix:" + secret + "!"
	at := func(place int) any {
		if width == "co64" {
			return made(0, place)
		}
		return place
	}
	track := func(handler string, first, second int) []byte {
		return bx("trak",
			bx("tkhd", 0, 7001, 7002, "size of the picture"),
			bx("udta", bx("name", secret)),
			bx("mdia",
				bx("mdhd", byte(1), byte(0), uint16(0), 0, 7003, 0, 7004, "timescale"),
				bx("hdlr", 0, 0, handler, "handled"),
				bx("minf", bx("stbl",
					bx("stsz", 0, 0, 3, 16, 7, 23-7),
					bx("stsc", 0, 2, 1, 1, 1, 2, 2, 1),
					bx(width, 0, 2, at(first), at(second)))),
			))
	}
	var whole []byte
	for range 2 { // the places are known when the length of what stands before is
		before := made(bx("ftyp", "isom", 512, "mp42"), bx("free"),
			box("moov",
				bx("mvhd", 0, 7005, 7006, "rate and volume"),
				bx("udta", bx("\xa9xyz", secret)),
				bx("meta", 0, bx("keys", "com.apple.quicktime.location.ISO6709"), bx("ilst", secret)),
				track("vide", len(whole), len(whole)+32),
				track("meta", len(whole)+16, len(whole)+55)),
			bx("uuid", strings.Repeat("x", 16), secret), bx("udta", secret))
		if whole == nil {
			whole = make([]byte, len(before)+8)
			continue
		}
		whole = before
	}
	return made(whole, bx("mdat",
		pictures, notes[:16], pictures+"sevenmr", notes, "the end"))
}

func read(t *testing.T, r io.Reader) []byte {
	t.Helper()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCleanVideo(t *testing.T) {
	for name, data := range map[string][]byte{
		"plain": film(bx, "stco"), "large": film(wide, "co64"), "to the end of the file": toTheEnd(film(bx, "stco"), "mdat"), "cut": film(bx, "stco")[:len(film(bx, "stco"))-5],
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, picture.CleanVideo(bytes.NewReader(data), int64(len(data))))
			if len(got) != len(data) {
				t.Fatalf("got %d bytes of %d", len(got), len(data))
			}
			for _, gone := range []string{secret[:8], secret[13:], "fix:", "\xa9xyz", "location", "\x00\x00\x1b\x59", "\x00\x00\x1b\x5a", "\x00\x00\x1b\x5b", "\x00\x00\x1b\x5c", "\x00\x00\x1b\x5d"} {
				if !bytes.Contains(data, []byte(gone)) {
					t.Fatalf("the test's film has no %q", gone)
				}
				if bytes.Contains(got, []byte(gone)) {
					t.Errorf("%q is still there in %q", gone, got)
				}
			}
			for _, kept := range []string{"size of the picture", "rate and volume", "timescale", "vide", "moving pictures sevenmr", "isom"} {
				if bytes.Count(got, []byte(kept)) == 0 {
					t.Errorf("%q is gone from %q", kept, got)
				}
			}
			if n := bytes.Count(got, []byte("moving pictures ")); n != 2 {
				t.Errorf("there are %d of 2 chunks of pictures in %q", n, got)
			}
			r := picture.CleanVideo(bytes.NewReader(data), int64(len(data)))
			if _, err := r.Seek(-40, io.SeekEnd); err != nil || !bytes.Equal(read(t, r), got[len(got)-40:]) {
				t.Errorf("from the middle it is something else; %v", err)
			}
		})
	}
}

// A film whose description stands at the end, and says no more than that it goes on to there.
func TestVideoWithoutLength(t *testing.T) {
	data := toTheEnd(made(bx("ftyp", "qt  ", 0), bx("mdat", "moving pictures"), bx("moov", bx("udta", secret))), "moov")
	got := read(t, picture.CleanVideo(bytes.NewReader(data), int64(len(data))))
	if bytes.Contains(got, []byte(secret)) || !bytes.Contains(got, []byte("moving pictures")) || len(got) != len(data) {
		t.Errorf("got %q", got)
	}
}

// toTheEnd lets a box say that it goes to the end of the file.
func toTheEnd(data []byte, kind string) []byte {
	i := bytes.LastIndex(data, []byte(kind)) - 4
	copy(data[i:], "\x00\x00\x00\x00")
	return data
}

func TestNoVideo(t *testing.T) {
	for _, data := range []string{"", "short", "no film at all, but a text", "\x1aE\xdf\xa3 a film of another kind", "\x00\x00\x00\x02ftyp too small a box"} {
		if got := read(t, picture.CleanVideo(strings.NewReader(data), int64(len(data)))); string(got) != data {
			t.Errorf("%q has become %q", data, got)
		}
	}
}

// avif is a picture of 300 × 200 points, turned by a quarter, with EXIF and XMP: in the file's data or, with version 1, in the box beside.
func avif(version int) (data []byte, points string) {
	points = "points of the picture"
	exif, xmp := "Exif\x00\x00MM "+secret, "<x:xmpmeta>"+secret
	var whole []byte
	for range 2 {
		place := len(whole) + 8 // in mdat
		one := func(item, inside, at, length int) []byte {
			out := made(uint16(item))
			if version == 1 {
				out = made(out, uint16(inside))
			}
			return made(out, uint16(0), uint16(1), at, length)
		}
		items := made(one(1, 0, place, len(points)), one(2, 0, place+len(points), len(exif)), one(3, 0, place+len(points)+len(exif), len(xmp)))
		beside := []byte{}
		if version == 1 {
			items = made(one(1, 0, place, len(points)), one(2, 1, 0, len(exif)), one(3, 1, len(exif), len(xmp)))
			beside = bx("idat", exif, xmp)
		}
		whole = made(bx("ftyp", "mif1", 0, "miaf", "avif"), bx("meta", 0,
			bx("hdlr", 0, 0, "pict"),
			bx("pitm", 0, uint16(1)),
			bx("iinf", 0, uint16(3),
				bx("infe", 2<<24, uint16(1), uint16(0), "av01", "\x00"),
				bx("infe", 2<<24, uint16(2), uint16(0), "Exif", "\x00"),
				bx("infe", 2<<24, uint16(3), uint16(0), "mime", "\x00application/rdf+xml\x00")),
			bx("iprp",
				bx("ipco", bx("ispe", 0, 64, 64), bx("ispe", 0, 300, 200), bx("irot", byte(1))),
				bx("ipma", 0, 2, uint16(9), byte(1), byte(1), uint16(1), byte(2), byte(2), byte(0x83))),
			beside,
			bx("iloc", version<<24, uint16(0x4400), uint16(3), items)))
	}
	if version == 1 {
		return made(whole, bx("mdat", points)), points
	}
	return made(whole, bx("mdat", points, exif, xmp)), points
}

func TestAVIF(t *testing.T) {
	for version := range 2 {
		data, points := avif(version)
		p, err := picture.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if p.Kind != picture.AVIF || p.Width != 200 || p.Height != 300 || len(p.Sources()) > 0 || p.Fallback() != (picture.Variant{}) {
			t.Errorf("version %d: got %+v", version, p)
		}
		got, err := p.Clean(data)
		if err != nil || len(got) != len(data) || bytes.Contains(got, []byte(secret)) || bytes.Contains(got, []byte("xmpmeta")) || !bytes.Contains(got, []byte(points)) {
			t.Errorf("version %d: %v, %q", version, err, got)
		}
		if again, _ := p.Clean(got); !bytes.Equal(again, got) {
			t.Errorf("version %d: cleaned twice it is something else", version)
		}
		if p, err := picture.Read(data[:len(data)-3]); err == nil {
			t.Errorf("version %d: without its end it is %+v", version, p)
		}
	}
}

// Whatever is in a file, nothing but its bytes changes, and no place is left behind.
func FuzzBoxes(f *testing.F) {
	f.Add(film(bx, "stco"))
	f.Add(film(wide, "co64"))
	for version := range 2 {
		data, _ := avif(version)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := read(t, picture.CleanVideo(bytes.NewReader(data), int64(len(data))))
		if len(got) != len(data) {
			t.Errorf("got %d bytes of %d", len(got), len(data))
		}
		if p, err := picture.Read(data); err == nil && p != nil && p.Kind == picture.AVIF {
			if clean, err := p.Clean(data); err == nil && len(clean) != len(data) {
				t.Errorf("got %d bytes of %d", len(clean), len(data))
			}
		}
	})
}
