package card

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"slices"

	"github.com/legpress/legpress/generator/colour"
)

// canvas is a picture with sixteen colours, two points to a byte, as PNG stores it. A site with ten thousand articles has as many cards, and
// they consist of the same letters again and again, so nothing is painted: a row of the file is put together from strips that were packed
// when a letter was met for the first time. That works because the file holds how much each byte differs from the one above it, which
// does not depend on where a letter stands. Where letters touch, the row is painted and packed as a whole.
type canvas struct {
	palette []colour.RGB
	packer  *packer
	ground  []strip // the rows of a card without texts
	under   []byte  // the same, as bytes
	lines   []line  // what is on it now
}

// A line is letters from left to right.
type line struct {
	letters     []letter
	top, bottom int // the first of its rows, and the one behind the last
}

// letter is a stamp at a place.
type letter struct {
	*stamp
	at, y int // the byte of the row where it begins, and its first row
}

// rowBytes is how many bytes of points a row has. In the file the number of the row's filter goes before them.
const rowBytes = Width / 2

func newCanvas(palette []colour.RGB, c *codes) *canvas {
	v := &canvas{palette: palette, packer: newPacker(c), under: make([]byte, Height*rowBytes)}
	v.lanes(trackShades)
	v.ground = v.packer.strips(v.under, rowBytes)[:Height]
	return v
}

// clear takes all lines away.
func (c *canvas) clear() { c.lines = c.lines[:0] }

// The lanes, in points: they come in from the right, bend, and run down and out.
const (
	laneWidth = 6
	laneGap   = 22 // from one to the next
	laneAt    = 66 // of the outer one from the top and the left, to its middle
	laneBend  = 84 // its radius
)

// lanes draws the lanes onto the ground, in the shades that begin at a place of the palette.
func (c *canvas) lanes(shade uint8) {
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
					set(c.under[y*rowBytes:], x, shade+step)
				}
			}
		}
	}
}

// set gives a point of a row a colour of the palette.
func set(row []byte, x int, colour uint8) {
	row[x/2] = row[x/2]&^halfAt(x) | halfAt(x)&(colour<<4|colour)
}

// halfAt returns the bits of a point in its byte: the first of two points has the higher ones.
func halfAt(x int) uint8 { return 0xf0 >> (4 * (x & 1)) }

// stamp is a letter in one colour, as it is put onto rows.
type stamp struct {
	width  int // in bytes
	height int
	points []byte  // 0 where there is nothing of the letter
	strips []strip // one for each row, and one for that below it
}

// newStamp makes the stamp of a letter that has so many points in a row, the first of them this many points behind the beginning of a byte,
// in the shades that begin at a place of the palette. How dark a point is goes from 0, which is nothing, to shades-1.
func (c *canvas) newStamp(width, behind int, shade uint8, dark []uint8) *stamp {
	s := &stamp{width: (width + behind + 1) / 2, height: len(dark) / width}
	s.points = make([]byte, s.width*s.height)
	for i, d := range dark {
		if d > 0 {
			set(s.points[i/width*s.width:], i%width+behind, shade+d)
		}
	}
	s.strips = c.packer.strips(s.points, s.width)
	return s
}

// begin begins a line of letters.
func (c *canvas) begin() {
	c.lines = slices.Grow(c.lines, 1)[:len(c.lines)+1] // with the letters that stood there before, whose memory is used again
	l := &c.lines[len(c.lines)-1]
	l.letters, l.top, l.bottom = l.letters[:0], Height, 0
}

// put adds a letter to the line that was begun last, at a byte of a row and a row. A letter that has no room is left out.
func (c *canvas) put(s *stamp, at, y int) {
	if at < 0 || at+s.width > rowBytes || y < 0 || y+s.height > Height {
		return
	}
	l := &c.lines[len(c.lines)-1]
	l.letters = append(l.letters, letter{s, at, y})
	l.top, l.bottom = min(l.top, y), max(l.bottom, y+s.height+1)
}

// pack packs all rows.
func (c *canvas) pack() []byte {
	c.packer.begin()
	for y := range Height {
		if !c.packRow(y) {
			c.packPainted(y)
		}
	}
	return c.packer.finish()
}

// packRow packs a row from the strips of the ground and of the letters. It reports whether it could: it cannot where one begins before
// another has ended.
func (c *canvas) packRow(y int) bool {
	r := c.packer.row()
	r.add(&c.ground[y], 0)
	for i := range c.lines {
		l := &c.lines[i]
		if y < l.top || y >= l.bottom {
			continue
		}
		for j := range l.letters {
			if k := &l.letters[j]; uint(y-k.y) < uint(len(k.strips)) && !r.add(&k.strips[y-k.y], k.at) {
				return false
			}
		}
	}
	r.end()
	return true
}

// packPainted packs a row from its points and those above it.
func (c *canvas) packPainted(y int) {
	row, above := c.painted(y)
	s := c.packer.strip(row, above)
	r := c.packer.row()
	r.add(&s, 0)
	r.end()
}

// painted returns the points of a row and of the one above it.
func (c *canvas) painted(y int) (row, above []byte) {
	row, above = make([]byte, rowBytes), make([]byte, rowBytes)
	c.paint(row, y)
	if y > 0 {
		c.paint(above, y-1)
	}
	return row, above
}

// paint makes the points of a row. Of two letters that lie upon each other the latter is in front.
func (c *canvas) paint(row []byte, y int) {
	copy(row, c.under[y*rowBytes:])
	for _, l := range c.lines {
		for _, k := range l.letters {
			if y < k.y || y >= k.y+k.height {
				continue
			}
			for i, points := range k.points[(y-k.y)*k.width:][:k.width] {
				for _, half := range []byte{0xf0, 0x0f} {
					if points&half != 0 {
						row[k.at+i] = row[k.at+i]&^half | points&half
					}
				}
			}
		}
	}
}

// png returns the picture as a file.
func (c *canvas) png() []byte {
	file := []byte("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	file = chunk(file, "IHDR", append(header, 4, 3, 0, 0, 0)) // bits to a point, colours from a palette; deflate, filters, not interlaced
	var colours []byte
	for _, p := range c.palette {
		colours = append(colours, p.R, p.G, p.B)
	}
	file = chunk(file, "PLTE", colours)
	file = chunk(file, "IDAT", c.pack())
	return chunk(file, "IEND", nil)
}

func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	begin := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[begin:]))
}
