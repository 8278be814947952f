package picture

import (
	"bytes"
	"encoding/binary"

	decoder "golang.org/x/image/webp"
)

const riffHead = 12 // "RIFF", the length of the rest, "WEBP"

// extended is the part that says which others there are; extendedSize is its least size in bytes.
const (
	extended     = "VP8X"
	extendedSize = 10
)

func isWebP(data []byte) bool {
	return len(data) > riffHead && string(data[:4]) == "RIFF" && string(data[8:riffHead]) == "WEBP"
}

// riffChunks returns the parts of a WebP file (developers.google.com/speed/webp/docs/riff_container).
func riffChunks(data []byte) ([]chunk, error) {
	length := uint64(binary.LittleEndian.Uint32(data[4:])) + 8
	if length > uint64(len(data)) {
		return nil, truncated()
	}
	var list []chunk
	rest := data[riffHead:max(length, riffHead)]
	for len(rest) > 0 {
		if len(rest) < 8 {
			return nil, Unreadable()
		}
		size := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if size > uint64(len(rest)-8) {
			return nil, truncated()
		}
		end := 8 + int(size)
		if string(rest[:4]) == extended && size < extendedSize {
			return nil, Unreadable()
		}
		list = append(list, chunk{string(rest[:4]), rest[8:end], rest[:min(end+end%2, len(rest))]})
		if len(list) > maxParts {
			return nil, Unreadable()
		}
		rest = rest[len(list[len(list)-1].whole):]
	}
	if len(list) == 0 {
		return nil, Unreadable()
	}
	return list, nil
}

// readWebP reads the head of a WebP file. Browsers do not turn such a picture, whatever its metadata say.
func readWebP(data []byte) (header, error) {
	list, err := riffChunks(data)
	if err != nil {
		return header{}, err
	}
	h := header{orientation: upright}
	if list[0].name == extended {
		b := list[0].body
		h.width, h.height = 1+int(b[4])+int(b[5])<<8+int(b[6])<<16, 1+int(b[7])+int(b[8])<<8+int(b[9])<<16
		h.animated = b[0]&0x02 != 0
		return h, nil
	}
	c, err := decoder.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return h, Unreadable()
	}
	h.width, h.height = c.Width, c.Height
	return h, nil
}

// cleanWebP returns the file without EXIF and XMP.
func cleanWebP(data []byte) ([]byte, error) {
	list, err := riffChunks(data)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(data)), data[:riffHead]...)
	for _, c := range list {
		switch c.name {
		case extended:
			const exif, xmp = 0x08, 0x04
			at := len(out)
			out = append(out, c.whole...)
			out[at+8] &^= exif | xmp
		case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			out = append(out, c.whole...)
		}
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}
