package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"
)

// emptyPNG returns the head of a PNG file of a size, and nothing in it.
func emptyPNG(width, height int, bits, interlace byte) []byte {
	head := binary.BigEndian.AppendUint32(nil, uint32(width))
	head = binary.BigEndian.AppendUint32(head, uint32(height))
	head = append(head, bits, 6, 0, 0, interlace)
	return bytes.Join([][]byte{[]byte(pngHead), pngChunk("IHDR", head), pngChunk("IDAT", nil), pngChunk("IEND", nil)}, nil)
}

// jpegHead returns the head of a JPEG file, with the sampling of its first colour, and so many scans of nothing.
func jpegHead(width, height int, frame, sampling byte, scans int) []byte {
	data := []byte{0xff, startOfImage, 0xff, frame, 0, 17, 8, byte(height >> 8), byte(height), byte(width >> 8), byte(width), 3, 1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0}
	data = append(data, bytes.Repeat([]byte{0xff, startOfScan, 0, 2}, scans)...)
	return append(data, 0xff, endOfImage)
}

// webpHead returns the head of an extended WebP file.
func webpHead(width, height int) []byte {
	body := make([]byte, 10)
	for i := range 3 {
		body[4+i], body[7+i] = byte((width-1)>>(8*i)), byte((height-1)>>(8*i))
	}
	return append([]byte("RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00"), body...)
}

// boxOf returns a box of an AVIF file.
func boxOf(kind string, parts ...[]byte) []byte {
	body := bytes.Join(parts, nil)
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(8+len(body))), kind...), body...)
}

// avifHead returns the head of an AVIF file.
func avifHead(width, height uint32) []byte {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(make([]byte, 4), width), height)
	properties := boxOf("iprp", boxOf("ipco", boxOf("ispe", size)), boxOf("ipma", []byte{0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1}))
	meta := boxOf("meta", make([]byte, 4), boxOf("pitm", []byte{0, 0, 0, 0, 0, 1}), properties)
	return append(boxOf("ftyp", []byte("avif\x00\x00\x00\x00avif")), meta...)
}

// A picture whose file is small can still take more memory than there is. The sentence says how much is too much.
func TestTooLarge(t *testing.T) {
	for name, x := range map[string]struct {
		data []byte
		want string
	}{
		"a line":                      {emptyPNG(60_000_000, 1, 8, 0), "this picture is too large: 60000000 × 1 points, and 30000 are the most on a side."},
		"a column":                    {emptyPNG(1, 60_000_000, 8, 0), "this picture is too large: 1 × 60000000 points, and 30000 are the most on a side."},
		"one more on a side":          {emptyPNG(30_001, 1, 8, 0), "this picture is too large: 30001 × 1 points, and 30000 are the most on a side."},
		"the largest PNG":             {emptyPNG(1<<31-1, 1<<31-1, 8, 0), "this picture is too large: 2147483647 × 2147483647 points, and 30000 are the most on a side."},
		"many points":                 {emptyPNG(20_000, 3_001, 8, 0), "this picture is too large: 20000 × 3001 points, and 60 million are the most in all."},
		"16 bits":                     {emptyPNG(7000, 7000, 16, 0), "this picture is too large: 7000 × 7000 points, which take 588 MB of memory as they are saved, and 480 are the most."},
		"16 bits, interlaced":         {emptyPNG(6000, 6000, 16, 1), "this picture is too large: 6000 × 6000 points, which take 576 MB of memory as they are saved, and 480 are the most."},
		"a long JPEG":                 {jpegHead(65_535, 100, startOfFrame, 0x22, 1), "this picture is too large: 65535 × 100 points, and 30000 are the most on a side."},
		"a progressive JPEG":          {jpegHead(6000, 6000, progressive, 0x11, 1), "this picture is too large: 6000 × 6000 points, which take 540 MB of memory as they are saved, and 480 are the most."},
		"a JPEG that never ends":      {jpegHead(600, 600, progressive, 0x22, 101), "this picture cannot be read."},
		"a JPEG in a million pieces":  {append([]byte{0xff, startOfImage}, bytes.Repeat([]byte{0xff, comment, 0, 2}, 1_000_000)...), "this picture cannot be read."},
		"a PNG in a million pieces":   {append([]byte(pngHead), bytes.Repeat(pngChunk("tEXt", nil), 1_000_000)...), "this picture cannot be read."},
		"a long WebP":                 {webpHead(1<<24, 1), "this picture is too large: 16777216 × 1 points, and 30000 are the most on a side."},
		"a WebP of many points":       {webpHead(16_383, 16_383), "this picture is too large: 16383 × 16383 points, and 60 million are the most in all."},
		"a long AVIF":                 {avifHead(1<<31, 1), "this picture is too large: 2147483648 × 1 points, and 30000 are the most on a side."},
		"an AVIF of very many points": {avifHead(1<<32-1, 1<<32-1), "this picture is too large: 4294967295 × 4294967295 points, and 30000 are the most on a side."},
	} {
		_, err := Read(x.data)
		var f *Fault
		if !errors.As(err, &f) || f.Message != x.want || f.Hint == "" {
			t.Errorf("%s: got %v, want %s", name, err, x.want)
		}
	}
	for name, data := range map[string][]byte{
		"a panorama":                  jpegHead(16_000, 3_700, startOfFrame, 0x22, 1),
		"50 million points":           jpegHead(8160, 6120, startOfFrame, 0x22, 1),
		"50 million, progressive":     jpegHead(8160, 6120, progressive, 0x22, 10),
		"24 million points, 16 bits":  emptyPNG(6000, 4000, 16, 1),
		"a screenshot of a long page": emptyPNG(1200, 30_000, 8, 0),
		"a large WebP":                webpHead(7000, 7000),
		"a large AVIF":                avifHead(7000, 7000),
	} {
		if p, err := Read(data); err != nil || p == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Reading a picture takes about as much memory as is said of it.
func TestMemory(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 1000, 700))
	deep.Set(1, 1, color.NRGBA64{1, 2, 3, 4})
	flat := image.NewNRGBA(deep.Rect)
	flat.Set(1, 1, color.NRGBA{1, 2, 3, 4})
	encode := func(m image.Image) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, flat, nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"16 bits": encode(deep), "8 bits": encode(flat), "JPEG": b.Bytes()} {
		p, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		m, err := p.decode(data)
		if err != nil {
			t.Fatal(err)
		}
		scalable(m)
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > uint64(p.Memory())*3/2+100_000 || took < uint64(p.Memory())/2 {
			t.Errorf("%s: took %d bytes, and %d are said", name, took, p.Memory())
		}
	}
	if !strings.Contains(Heavy(MaxBytes+1).Message, "100 are the most") {
		t.Error("it is not said how large a file may be")
	}
}
