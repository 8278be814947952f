package card

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image/color"
)

// canvas is a picture with sixteen colours, two points to a byte, as PNG stores it. The standard library's encoder goes through
// such pictures point by point, at four times the cost; a site with ten thousand articles has as many cards.
type canvas struct {
	rows    []byte // each begins with the byte that names its filter: none
	palette []color.RGBA
	deflate *zlib.Writer
	packed  bytes.Buffer
}

// stride is how many bytes a row has.
const stride = 1 + Width/2

func newCanvas(palette []color.RGBA) *canvas {
	c := &canvas{rows: make([]byte, Height*stride), palette: palette}
	c.deflate, _ = zlib.NewWriterLevel(&c.packed, zlib.BestSpeed) // the level exists
	return c
}

// wipe makes everything the first colour.
func (c *canvas) wipe() { clear(c.rows) }

// set gives a point a colour of the palette. What lies outside is left alone.
func (c *canvas) set(x, y int, colour uint8) {
	if x < 0 || y < 0 || x >= Width || y >= Height {
		return
	}
	b := &c.rows[y*stride+1+x/2]
	if x%2 == 0 {
		*b = *b&0x0f | colour<<4
	} else {
		*b = *b&0xf0 | colour
	}
}

// png returns the picture as a file.
func (c *canvas) png() ([]byte, error) {
	c.packed.Reset()
	c.deflate.Reset(&c.packed)
	if _, err := c.deflate.Write(c.rows); err != nil {
		return nil, err
	}
	if err := c.deflate.Close(); err != nil {
		return nil, err
	}
	file := []byte("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	file = chunk(file, "IHDR", append(header, 4, 3, 0, 0, 0)) // bits to a point, colours from a palette; deflate, no filter, not interlaced
	var colours []byte
	for _, p := range c.palette {
		colours = append(colours, p.R, p.G, p.B)
	}
	file = chunk(file, "PLTE", colours)
	file = chunk(file, "IDAT", c.packed.Bytes())
	return chunk(file, "IEND", nil), nil
}

func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	begin := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[begin:]))
}
