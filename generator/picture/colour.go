package picture

import (
	"bytes"
	"encoding/binary"
)

// This file keeps what a photo says about its colours. Many phones see more of them than a plain file can name, and without the
// profile they would come out pale.

// largestProfile is how large a profile may be, in bytes, to go with each form: those of phones take about 500.
const largestProfile = 4 << 10

const profileHead = "ICC_PROFILE\x00\x01\x01" // the first of one part (ICC.1, annex B.4)

// profile returns the colour profile of a JPEG file; nil where there is none, where it is too large, or where it says what holds
// anyway.
func profile(data []byte) []byte {
	list, err := segments(data)
	if err != nil {
		return nil
	}
	for _, s := range list {
		icc, ok := bytes.CutPrefix(s.body, []byte(profileHead))
		if s.marker == colourSegment && ok && len(icc) <= largestProfile && !isPlain(icc) {
			return icc
		}
	}
	return nil
}

// isPlain reports whether a profile is that of plain files, sRGB, or not one for screens.
func isPlain(icc []byte) bool {
	return len(icc) < 128 || string(icc[16:20]) != "RGB " ||
		bytes.Contains(icc, []byte("sRGB")) || bytes.Contains(icc, []byte("s\x00R\x00G\x00B"))
}

// colourJPEG puts a profile into a JPEG file.
func colourJPEG(file, icc []byte) []byte {
	if icc == nil {
		return file
	}
	out := append(make([]byte, 0, len(file)+len(icc)+32), 0xff, startOfImage, 0xff, colourSegment)
	out = binary.BigEndian.AppendUint16(out, uint16(2+len(profileHead)+len(icc)))
	out = append(append(out, profileHead...), icc...)
	return append(out, file[2:]...)
}

// colourWebP puts a profile into a WebP file of this size that has no other part than a picture without holes, as photos are.
func colourWebP(file, icc []byte, f Form) []byte {
	if icc == nil {
		return file
	}
	const hasProfile = 0x20
	w, h := f.Width-1, f.Height-1
	out := append(make([]byte, 0, len(file)+len(icc)+64), file[:riffHead]...)
	out = appendChunk(out, extended, []byte{hasProfile, 0, 0, 0, byte(w), byte(w >> 8), byte(w >> 16), byte(h), byte(h >> 8), byte(h >> 16)})
	out = appendChunk(out, "ICCP", icc)
	out = append(out, file[riffHead:]...)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

// appendChunk appends a part of a WebP file.
func appendChunk(out []byte, name string, body []byte) []byte {
	out = binary.LittleEndian.AppendUint32(append(out, name...), uint32(len(body)))
	out = append(out, body...)
	return append(out, make([]byte, len(body)%2)...)
}
