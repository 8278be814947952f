package card

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"math"

	"github.com/legpress/legpress/generator/colour"
)

// canvas is a picture with sixteen colours, two points to a byte, as PNG stores it. The standard library's encoder goes through
// such pictures point by point, at four times the cost; a site with ten thousand articles has as many cards.
type canvas struct {
	rows    []byte // each begins with the byte that names its filter: none
	ground  []byte // the rows of a card without texts
	palette []colour.RGB
	deflate *zlib.Writer
	packed  bytes.Buffer
}

// stride is how many bytes a row has.
const stride = 1 + Width/2

func newCanvas(palette []colour.RGB) *canvas {
	c := &canvas{rows: make([]byte, Height*stride), palette: palette}
	c.deflate, _ = zlib.NewWriterLevel(&c.packed, zlib.BestSpeed) // the level exists
	return c
}

// wipe makes everything the ground.
func (c *canvas) wipe() { copy(c.rows, c.ground) }

// The lanes, in points: they come in from the right, bend, and run down and out.
const (
	laneWidth = 6
	laneGap   = 22 // from one to the next
	laneAt    = 66 // of the outer one from the top and the left, to its middle
	laneBend  = 84 // its radius
)

// lanes draws the lanes onto the ground, in the shades that begin at a place of the palette.
func (c *canvas) lanes(shade uint8) {
	clear(c.rows)
	const centre = laneAt + laneBend
	for y := range Height {
		for x := range Width {
			var across float64 // from the middle of the bend
			switch {
			case x < centre && y < centre:
				across = math.Hypot(float64(x-centre)+.5, float64(y-centre)+.5)
			case x >= centre && y >= centre:
				continue
			default:
				across = centre - float64(min(x, y)) - .5
			}
			for _, r := range []float64{laneBend, laneBend - laneGap} {
				cover := min(max(laneWidth/2+.5-math.Abs(across-r), 0), 1)
				if step := uint8(math.Round(cover * (shades - 1))); step > 0 {
					c.set(x, y, shade+step)
				}
			}
		}
	}
	c.ground = bytes.Clone(c.rows)
}

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
