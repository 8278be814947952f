package card

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"

	"github.com/legpress/legpress/generator/colour"
)

// canvas is a picture with sixteen colours, two points to a byte, as PNG stores it. The standard library's encoder goes through
// such pictures point by point, at many times the cost; a site with ten thousand articles has as many cards.
type canvas struct {
	rows    []byte // each begins with the byte that names its filter: none
	ground  []byte // the rows of a card without texts
	sums    []rowSum
	touched [Height]bool // the rows that are not as the ground
	palette []colour.RGB
	packer  packer
}

// stride is how many bytes a row has.
const stride = 1 + Width/2

func newCanvas(palette []colour.RGB) *canvas {
	return &canvas{rows: make([]byte, Height*stride), palette: palette}
}

// wipe makes everything the ground.
func (c *canvas) wipe() {
	for y, touched := range c.touched {
		if touched {
			copy(c.row(y), c.ground[y*stride:])
		}
	}
	c.touched = [Height]bool{}
}

// row returns the bytes of a row.
func (c *canvas) row(y int) []byte { return c.rows[y*stride : (y+1)*stride] }

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
	c.touched = [Height]bool{}
	c.sums = make([]rowSum, Height)
	for y := range c.sums {
		c.sums[y] = sumOf(c.row(y))
	}
}

// rowSum is what a row adds to the checksum of zlib: its bytes, and its bytes each times how many bytes there are from it to the row's end.
type rowSum struct{ plain, weighed uint32 }

// sumOf adds up eight bytes at a time, those at even places beside those at odd ones: four numbers of sixteen bits, which a multiplication
// adds up in its highest bits, each times its place in the factor.
func sumOf(row []byte) (s rowSum) {
	const apart, ones = 0x00ff00ff00ff00ff, 0x0001000100010001
	for ; len(row) >= 8; row = row[8:] {
		x := binary.LittleEndian.Uint64(row)
		even, odd := x&apart, x>>8&apart
		s.weighed += 8*s.plain + uint32(even*0x0008000600040002>>48) + uint32(odd*0x0007000500030001>>48)
		s.plain += uint32((even + odd) * ones >> 48)
	}
	for _, b := range row {
		s.plain += uint32(b)
		s.weighed += s.plain
	}
	return s
}

// checksum returns that of zlib (Adler-32, RFC 1950) over all rows. Only those that were touched are added up anew.
func (c *canvas) checksum() uint32 {
	const prime = 65521
	low, high := uint32(1), uint32(0)
	for y := range Height {
		s := c.sums[y]
		if c.touched[y] {
			s = sumOf(c.row(y))
		}
		high = (high + stride*low + s.weighed) % prime
		low = (low + s.plain) % prime
	}
	return high<<16 | low
}

// set gives a point a colour of the palette.
func (c *canvas) set(x, y int, colour uint8) {
	at := &c.row(y)[1+x/2]
	*at = *at&^halfAt(x) | halfAt(x)&(colour<<4|colour)
}

// halfAt returns the bits of a point in its byte: the first of two points has the higher ones.
func halfAt(x int) uint8 { return 0xf0 >> (4 * (x & 1)) }

// stamp is a letter as it is put onto rows, sixteen points at a time: which bits it changes, and to what.
type stamp struct {
	words       int // of a row
	mask, shade []uint64
}

// wordBytes is how many bytes a word of a stamp has. The last of a row may reach beyond it, where it changes nothing.
const wordBytes = 8

// newStamp makes the stamp of a letter whose first point stands this many points behind the beginning of a byte. How dark a point is goes from 0,
// which is nothing, to shades-1.
func newStamp(width, height, behind int, dark func(x, y int) uint8) stamp {
	s := stamp{words: (width + behind + 2*wordBytes - 1) / (2 * wordBytes)}
	s.mask, s.shade = make([]uint64, s.words*height), make([]uint64, s.words*height)
	for y := range height {
		for x := range width {
			if d := dark(x, y); d > 0 {
				column := (x + behind) / 2
				at, half := y*s.words+column/wordBytes, halfAt(x+behind)
				s.mask[at] |= uint64(half) << (column % wordBytes * 8)
				s.shade[at] |= uint64(half&(d<<4|d)) << (column % wordBytes * 8)
			}
		}
	}
	return s
}

// stamp puts a letter onto the canvas, from a byte of a row on, in the shades that begin at a place of the palette. A letter that has no room
// is left out.
func (c *canvas) stamp(s *stamp, at, y int, shade uint8) {
	height := len(s.mask) / max(s.words, 1)
	if at < 0 || 1+at+s.words*wordBytes > stride || y < 0 || y+height > Height {
		return
	}
	first := uint64(shade<<4|shade) * 0x0101010101010101
	for line := range height {
		c.touched[y+line] = true
		row := c.row(y + line)[1+at:][:s.words*wordBytes]
		for i := range s.words {
			word, mask := row[i*wordBytes:], s.mask[line*s.words+i]
			binary.LittleEndian.PutUint64(word, binary.LittleEndian.Uint64(word)&^mask|s.shade[line*s.words+i]|mask&first)
		}
	}
}

// png returns the picture as a file.
func (c *canvas) png() []byte {
	file := []byte("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	file = chunk(file, "IHDR", append(header, 4, 3, 0, 0, 0)) // bits to a point, colours from a palette; deflate, no filter, not interlaced
	var colours []byte
	for _, p := range c.palette {
		colours = append(colours, p.R, p.G, p.B)
	}
	file = chunk(file, "PLTE", colours)
	file = chunk(file, "IDAT", c.packer.pack(codesOfCards(), c.rows, c.checksum()))
	return chunk(file, "IEND", nil)
}

func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	begin := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[begin:]))
}
