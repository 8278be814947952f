package picture

import (
	"encoding/binary"
	"io"
	"math"
)

// box is a part of a file that is made of boxes in boxes (ISO/IEC 14496-12), as AVIF pictures and the films of phones are.
type box struct {
	kind     string
	at       int64 // where it begins, with its length and kind
	from, to int64 // what is in it
}

// mostBoxes is how many there may be next to each other. Files that are what they seem have a few dozen.
const mostBoxes = 10_000

// boxes returns the boxes in a part of a file.
func boxes(r io.ReaderAt, from, to int64) ([]box, error) {
	var list []box
	for from < to {
		b, err := boxAt(r, from, to)
		if err != nil {
			return list, err
		}
		if list = append(list, b); len(list) > mostBoxes {
			return nil, Unreadable()
		}
		from = b.to
	}
	return list, nil
}

func boxAt(r io.ReaderAt, at, end int64) (box, error) {
	head := make([]byte, min(16, end-at))
	if n, _ := r.ReadAt(head, at); n < 8 || n < len(head) {
		return box{}, faultCut()
	}
	length, size := int64(8), uint64(binary.BigEndian.Uint32(head))
	switch {
	case size == 0: // to the end
		size = uint64(end - at)
	case size == 1 && len(head) == 16:
		length, size = 16, binary.BigEndian.Uint64(head[8:])
	}
	switch {
	case size < uint64(length):
		return box{}, Unreadable()
	case size > uint64(end-at):
		return box{}, faultCut()
	}
	return box{string(head[4:8]), at, at + length, at + int64(size)}, nil
}

// in returns the first box of a kind in another box, whose own words take so many bytes, on the way that the kinds describe.
func (b box) in(r io.ReaderAt, words int64, kinds ...string) (box, bool) {
	for _, kind := range kinds {
		list, _ := boxes(r, min(b.from+words, b.to), b.to)
		i := 0
		for i < len(list) && list[i].kind != kind {
			i++
		}
		if i == len(list) {
			return box{}, false
		}
		b, words = list[i], 0
	}
	return b, true
}

// mostTable is the size of a box, in bytes, that is read at once: tables of some hours of film.
const mostTable = 64 << 20

// fields reads the numbers in a box from its beginning to its end. What lies beyond the end is 0, and is noted.
type fields struct {
	rest []byte
	cut  bool
}

func (b box) fields(r io.ReaderAt) *fields {
	f := &fields{rest: make([]byte, min(b.to-b.from, mostTable))}
	if n, _ := r.ReadAt(f.rest, b.from); n < len(f.rest) {
		f.rest, f.cut = f.rest[:n], true
	}
	return f
}

// number reads a number of so many bytes, up to 8.
func (f *fields) number(bytes int) int64 {
	if len(f.rest) < bytes {
		f.rest, f.cut = nil, true
		return 0
	}
	var n uint64
	for _, c := range f.rest[:bytes] {
		n = n<<8 | uint64(c)
	}
	f.rest = f.rest[bytes:]
	if n > math.MaxInt64 {
		f.cut = true
		return 0
	}
	return int64(n)
}

// kind reads the four letters of a kind.
func (f *fields) kind() string {
	if len(f.rest) < 4 {
		f.number(4)
		return ""
	}
	kind := string(f.rest[:4])
	f.rest = f.rest[4:]
	return kind
}

// blank is a part of a file that is covered by other bytes: by some letters, and zeros behind them.
type blank struct {
	from, to int64
	letters  string
}

// cover covers what p, which stands at a place in a file, has of the part.
func (b blank) cover(p []byte, at int64) {
	for i := max(b.from, at); i < min(b.to, at+int64(len(p))); i++ {
		p[i-at] = 0
		if k := i - b.from; k < int64(len(b.letters)) {
			p[i-at] = b.letters[k]
		}
	}
}

// hide covers a box, so that there is free room in its place. Nothing behind it moves.
func (b box) hide() []blank {
	return []blank{{b.at + 4, b.at + 8, "free"}, {from: b.from, to: b.to}}
}
