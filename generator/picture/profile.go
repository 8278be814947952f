package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// Colour profiles are kept: many phones record more colours than a file without a profile can name, and without it they would come
// out pale.

// maxProfile is how large a colour profile may be, in bytes, to be kept in each variant: those of phones have about 500.
const maxProfile = 4 << 10

const profileHead = "ICC_PROFILE\x00\x01\x01" // the first of one part (ICC.1, annex B.4)

// colourProfile returns the colour profile of a photo; nil where there is none, where it is too large, or where it is sRGB, which
// browsers take for granted.
func (p *Photo) colourProfile(data []byte) []byte {
	var icc []byte
	switch {
	case p.Kind == JPEG && !p.cmyk:
		icc = readProfileJPEG(data)
	case p.Kind == PNG:
		icc = readProfilePNG(data)
	}
	if len(icc) > maxProfile || isSRGB(icc) {
		return nil
	}
	return icc
}

func readProfileJPEG(data []byte) []byte {
	list, _ := segments(data)
	for _, s := range list {
		if icc, ok := bytes.CutPrefix(s.body, []byte(profileHead)); ok && s.marker == profileSegment {
			return icc
		}
	}
	return nil
}

// readProfilePNG reads the part iCCP: a name, a zero, a zero for the way of compression, the compressed profile (PNG, section
// 11.3.2.3).
func readProfilePNG(data []byte) []byte {
	list, _ := pngChunks(data)
	for _, c := range list {
		if c.name != "iCCP" {
			continue
		}
		_, packed, _ := bytes.Cut(c.body, []byte("\x00\x00"))
		r, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil
		}
		icc, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
		if err != nil {
			return nil
		}
		return icc
	}
	return nil
}

// isSRGB reports whether a profile is sRGB, or none for screens.
func isSRGB(icc []byte) bool {
	return len(icc) < 128 || string(icc[16:20]) != "RGB " ||
		bytes.Contains(icc, []byte("sRGB")) || bytes.Contains(icc, []byte("s\x00R\x00G\x00B"))
}

// addProfileJPEG puts a profile into a JPEG file.
func addProfileJPEG(file, icc []byte) []byte {
	if icc == nil {
		return file
	}
	out := append(make([]byte, 0, len(file)+len(icc)+32), 0xff, startOfImage, 0xff, profileSegment)
	out = binary.BigEndian.AppendUint16(out, uint16(2+len(profileHead)+len(icc)))
	out = append(append(out, profileHead...), icc...)
	return append(out, file[2:]...)
}

// addProfilePNG puts a profile into a PNG file, behind its first part.
func addProfilePNG(file, icc []byte) []byte {
	if icc == nil {
		return file
	}
	var body bytes.Buffer
	body.WriteString("iCCPprofile\x00\x00")
	w := zlib.NewWriter(&body)
	w.Write(icc) // a write into memory cannot fail
	w.Close()
	const head = len(pngHead) + 4 + 4 + 13 + 4 // to the end of IHDR
	out := append(make([]byte, 0, len(file)+body.Len()+8), file[:head]...)
	out = binary.BigEndian.AppendUint32(out, uint32(body.Len()-4))
	out = append(out, body.Bytes()...)
	out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body.Bytes()))
	return append(out, file[head:]...)
}

// addProfileWebP puts a profile into a WebP file of this size.
func addProfileWebP(file, icc []byte, f Variant) []byte {
	if icc == nil {
		return file
	}
	const hasProfile, hasHoles = 0x20, 0x10
	w, h := f.Width-1, f.Height-1
	out := append(make([]byte, 0, len(file)+len(icc)+64), file[:riffHead]...)
	rest := file[riffHead:]
	about := []byte{hasProfile, 0, 0, 0, byte(w), byte(w >> 8), byte(w >> 16), byte(h), byte(h >> 8), byte(h >> 16)}
	switch string(rest[:4]) {
	case extended:
		const whole = 8 + extendedSize
		about[0] |= rest[8]
		rest = rest[whole:]
	case "VP8L":
		if rest[8+4]&hasHoles != 0 { // behind a byte and twice 14 bits for the size
			about[0] |= hasHoles
		}
	}
	out = appendChunk(out, extended, about)
	out = appendChunk(out, "ICCP", icc)
	out = append(out, rest...)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

// appendChunk appends a part of a WebP file.
func appendChunk(out []byte, name string, body []byte) []byte {
	out = binary.LittleEndian.AppendUint32(append(out, name...), uint32(len(body)))
	out = append(out, body...)
	return append(out, make([]byte, len(body)%2)...)
}
