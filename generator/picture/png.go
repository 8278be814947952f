package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

const pngHead = "\x89PNG\r\n\x1a\n"

func isPNG(data []byte) bool { return bytes.HasPrefix(data, []byte(pngHead)) }

// chunk is a part of a PNG or a WebP file.
type chunk struct {
	name  string
	body  []byte
	whole []byte
}

// pngChunks returns the parts of a PNG file, and checks their checksums.
func pngChunks(data []byte) ([]chunk, error) {
	var list []chunk
	rest := data[len(pngHead):]
	for {
		const around = 12 // length, name and checksum
		if len(rest) < around {
			return nil, truncated()
		}
		length := uint64(binary.BigEndian.Uint32(rest))
		if length > uint64(len(rest)-around) {
			return nil, truncated()
		}
		end := 8 + int(length)
		c := chunk{string(rest[4:8]), rest[8:end], rest[:end+4]}
		if crc32.ChecksumIEEE(rest[4:end]) != binary.BigEndian.Uint32(rest[end:]) {
			return nil, Unreadable()
		}
		if list = append(list, c); len(list) > maxParts {
			return nil, Unreadable()
		}
		if c.name == "IEND" {
			return list, nil
		}
		rest = rest[len(c.whole):]
	}
}

func readPNG(data []byte) (header, error) {
	list, err := pngChunks(data)
	if err != nil {
		return header{}, err
	}
	h := header{orientation: upright}
	for _, c := range list {
		switch {
		case c.name == "IHDR" && len(c.body) >= 13:
			h.width, h.height = int(binary.BigEndian.Uint32(c.body)), int(binary.BigEndian.Uint32(c.body[4:]))
			h.depth = pngDepth(c.body[8], c.body[12] != 0)
		case c.name == "eXIf":
			h.orientation = readOrientation(c.body)
		case c.name == "acTL":
			h.animated = true
		}
	}
	return h, nil
}

// pngDepth returns how many bytes of memory a pixel takes while the file is decoded: four for up to eight bits a colour, else eight, and
// four more for the pixels that it is reduced to. An interlaced file is decoded in parts, the largest of which is half of it.
func pngDepth(bits byte, byAndBy bool) int {
	read, written := 4, 0
	if bits > 8 {
		read, written = 8, 4
	}
	if byAndBy {
		read += read / 2
	}
	return read + written
}

// cleanPNG returns the file without what is not needed to show it: texts, times, EXIF, what programs add.
func cleanPNG(data []byte) ([]byte, error) {
	list, err := pngChunks(data)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(data)), pngHead...)
	for _, c := range list {
		switch c.name {
		case "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs", "acTL", "fcTL", "fdAT":
			out = append(out, c.whole...)
		}
	}
	return out, nil
}
