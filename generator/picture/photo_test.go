package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// gps is what a camera would write about the place. It must be in nothing that is published.
const gps = "N 52 31 12 E 13 24 36"

// exif writes EXIF with an orientation and a place, by hand: one directory with two entries, and the text behind it.
func exif(order binary.AppendByteOrder, orientation uint16) []byte {
	head := "II*\x00"
	if order == binary.AppendByteOrder(binary.BigEndian) {
		head = "MM\x00*"
	}
	b := order.AppendUint32([]byte(head), 8)
	b = order.AppendUint16(b, 2)
	const ascii, short = 2, 3
	b = order.AppendUint16(order.AppendUint16(b, 0x010e), ascii)
	b = order.AppendUint32(order.AppendUint32(b, uint32(len(gps))), 8+2+24+4)
	b = order.AppendUint16(order.AppendUint16(b, 0x0112), short)
	b = order.AppendUint16(order.AppendUint32(b, 1), orientation)
	b = append(b, 0, 0)
	return append(order.AppendUint32(b, 0), gps...)
}

// corners is a picture whose corners are red, green, blue and white, clockwise from the top left.
func corners(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{90, 90, 90, 255}
			switch left, top := x < w/4, y < h/4; {
			case left && top:
				c = color.RGBA{220, 20, 20, 255}
			case x >= w-w/4 && top:
				c = color.RGBA{20, 220, 20, 255}
			case x >= w-w/4 && y >= h-h/4:
				c = color.RGBA{20, 20, 220, 255}
			case left && y >= h-h/4:
				c = color.RGBA{250, 250, 250, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

// store returns the picture as a camera stores it that was held so that it has to be turned: the opposite of [turn.apply].
func store(m *image.RGBA, t orientation) *image.RGBA {
	w, h := t.size(m.Rect.Dx(), m.Rect.Dy())
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			seenX, seenY := t.position(x, y, image.Pt(w, h))
			out.SetRGBA(x, y, m.RGBAAt(seenX, seenY))
		}
	}
	return out
}

func segmentOf(marker byte, body []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(body)+2)), body...)
}

// phone makes a JPEG as a phone does: EXIF, XMP, a comment, and a second picture with EXIF of its own behind the end.
func phone(t testing.TB, m image.Image, orientation uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	plain := b.Bytes()
	about := segmentOf(exifSegment, append([]byte("Exif\x00\x00"), exif(binary.BigEndian, orientation)...))
	out := append([]byte{0xff, startOfImage}, about...)
	out = append(out, segmentOf(exifSegment, []byte("http://ns.adobe.com/xap/1.0/\x00"+gps))...)
	out = append(out, segmentOf(application+13, []byte("Photoshop 3.0\x00"+gps))...)
	out = append(out, segmentOf(comment, []byte(gps))...)
	out = append(out, segmentOf(profileSegment, []byte("MPF\x00"+gps))...)
	out = append(out, plain[2:]...)
	return append(append(append(out, 0xff, startOfImage), about...), plain[2:]...)
}

func pngChunk(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// screenshot makes a PNG with texts, a time and EXIF in it.
func screenshot(t testing.TB, m image.Image, orientation uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	head := len(pngHead) + 25 // up to the end of IHDR
	out := bytes.Clone(b.Bytes()[:head])
	out = append(out, pngChunk("tEXt", []byte("Comment\x00"+gps))...)
	out = append(out, pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+gps))...)
	if orientation != 0 {
		out = append(out, pngChunk("eXIf", exif(binary.LittleEndian, orientation))...)
	}
	return append(out, b.Bytes()[head:]...)
}
