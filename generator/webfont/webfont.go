// Package webfont reads what a font says of itself: how heavy its letters are, and whether they lean.
//
// In go the bytes of a WOFF2 file, the form of fonts that is made for the web, out comes a [Font]. The letters themselves are left to
// browsers.
package webfont

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/andybalholm/brotli"
)

// Font is what a file has: letters of one weight or, of a variable font, of all weights between two.
type Font struct {
	Lightest, Heaviest int // from 1 to 1000; 400 is regular, 700 bold
	Italic             bool
	Sans               bool  // its letters have no serifs, as far as it says
	Size               int64 // of the file in bytes
}

// MaxBytes is the size in bytes up to which fonts are read. Those that have the letters of most of Europe have 20 to 100 KB.
const MaxBytes = 2 << 20

// most is how many bytes of tables are unpacked at most; they take two to three times the room of the file.
const most = 16 << 20

// errNotFont says that a file is no font in the form WOFF2, or one that is cut off.
var errNotFont = errors.New("not a WOFF2 font")

// The numbers that WOFF2 has for the names of tables (section 4.1 of its recommendation).
const (
	tagOS2   = 6
	tagGlyf  = 10
	tagLoca  = 11
	tagFvar  = 47
	tagOther = 63 // the name follows
)

// Read reads a font in the form WOFF2.
func Read(data []byte) (*Font, error) {
	const header = 48
	if len(data) < header || string(data[:4]) != "wOF2" {
		return nil, errNotFont
	}
	if string(data[4:8]) == "ttcf" {
		return nil, fmt.Errorf("%w: a collection of several", errNotFont)
	}
	tables, from, err := directory(data[header:], int(binary.BigEndian.Uint16(data[12:])))
	if err != nil {
		return nil, err
	}
	packed := int64(binary.BigEndian.Uint32(data[20:]))
	unpacked, err := io.ReadAll(io.LimitReader(brotli.NewReader(io.LimitReader(bytes.NewReader(data[header+from:]), packed)), most))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotFont, err)
	}
	os2, fvar := tables.find(unpacked, tagOS2), tables.find(unpacked, tagFvar)
	const italicAt = 62 // of fsSelection
	if len(os2) < italicAt+2 {
		return nil, errNotFont
	}
	// PANOSE has letters for texts as 2, and of those the serifs as a number, which is 11 to 15 where there are none.
	const panoseAt = 32
	sans := os2[panoseAt] == 2 && os2[panoseAt+1] >= 11 && os2[panoseAt+1] <= 15
	weight := int(binary.BigEndian.Uint16(os2[4:]))
	f := &Font{Lightest: weight, Heaviest: weight, Italic: os2[italicAt+1]&1 != 0, Sans: sans, Size: int64(len(data))}
	f.vary(fvar)
	if f.Lightest < 1 || f.Heaviest > 1000 || f.Lightest > f.Heaviest {
		return nil, errNotFont
	}
	return f, nil
}

// vary reads between which weights a variable font has letters.
func (f *Font) vary(fvar []byte) {
	const axis = 20 // bytes of an axis: its tag, three numbers of 16.16 bits, flags, its name
	if len(fvar) < 12 {
		return
	}
	first, count := int(binary.BigEndian.Uint16(fvar[4:])), int(binary.BigEndian.Uint16(fvar[8:]))
	for i := range count {
		at := first + i*axis
		if at+axis > len(fvar) {
			return
		}
		if string(fvar[at:at+4]) == "wght" {
			f.Lightest, f.Heaviest = int(binary.BigEndian.Uint16(fvar[at+4:])), int(binary.BigEndian.Uint16(fvar[at+12:]))
		}
	}
}

// table is where a table lies in what is unpacked.
type table struct{ tag, from, to int }

type tables []table

// find returns the bytes of a table; nil where there is none.
func (t tables) find(unpacked []byte, tag int) []byte {
	for _, x := range t {
		if x.tag == tag && x.to <= len(unpacked) {
			return unpacked[x.from:x.to]
		}
	}
	return nil
}

// directory reads the list of tables, and returns how many bytes it has.
func directory(data []byte, count int) (tables, int, error) {
	var list tables
	r := bytes.NewReader(data)
	at := 0
	for range count {
		flags, err := r.ReadByte()
		if err != nil {
			return nil, 0, errNotFont
		}
		tag, version := int(flags&0x3f), flags>>6
		if tag == tagOther {
			r.Seek(4, io.SeekCurrent) // a reader of bytes does not fail
		}
		size, err := base128(r)
		if err != nil {
			return nil, 0, err
		}
		// The tables of outlines are packed in a form of their own unless the version says that they are not.
		if outlines := tag == tagGlyf || tag == tagLoca; outlines && version != 3 || !outlines && version != 0 {
			if size, err = base128(r); err != nil {
				return nil, 0, err
			}
		}
		list = append(list, table{tag, at, at + size})
		at += size
	}
	return list, len(data) - r.Len(), nil
}

// base128 reads a number of which each byte but the last has its first bit set.
func base128(r io.ByteReader) (int, error) {
	n := 0
	for range 5 {
		b, err := r.ReadByte()
		if err != nil || n > math.MaxUint32>>7 {
			return 0, errNotFont
		}
		if n = n<<7 | int(b&0x7f); b < 0x80 {
			return n, nil
		}
	}
	return 0, errNotFont
}
