package picture

import (
	"encoding/binary"
	"io"
	"math"
)

// box is a part of a file that is made of nested boxes (ISO/IEC 14496-12), as AVIF pictures and the videos of phones are. Numbers are
// offsets in the file, in bytes.
type box struct {
	kind     string
	at       int64 // of its head: length and kind
	from, to int64 // of its content
}

// maxBoxes is how many boxes there may be next to each other. Honest files have a few dozen.
const maxBoxes = 10_000

// readBoxes returns the boxes that lie next to each other in a part of a file.
func readBoxes(r io.ReaderAt, from, to int64) ([]box, error) {
	var list []box
	for from < to {
		b, err := readBox(r, from, to)
		if err != nil {
			return list, err
		}
		if list = append(list, b); len(list) > maxBoxes {
			return nil, Unreadable()
		}
		from = b.to
	}
	return list, nil
}

func readBox(r io.ReaderAt, at, end int64) (box, error) {
	head := make([]byte, min(16, end-at))
	if n, _ := r.ReadAt(head, at); n < 8 || n < len(head) {
		return box{}, truncated()
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
		return box{}, truncated()
	}
	return box{string(head[4:8]), at, at + length, at + int64(size)}, nil
}

// find follows a path of kinds from a box to one inside it, and returns the first box of the last kind. The box has so many bytes of
// its own before the boxes in it.
func (b box) find(r io.ReaderAt, words int64, kinds ...string) (box, bool) {
	for _, kind := range kinds {
		list, _ := readBoxes(r, min(b.from+words, b.to), b.to)
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

// maxTable is how much of a box is read into memory, in bytes: enough for the tables of some hours of video.
const maxTable = 64 << 20

// fields reads the numbers in a box one after another. Behind its end it returns 0 and sets truncated.
type fields struct {
	rest      []byte
	truncated bool
}

func (b box) fields(r io.ReaderAt) *fields {
	f := &fields{rest: make([]byte, min(b.to-b.from, maxTable))}
	if n, _ := r.ReadAt(f.rest, b.from); n < len(f.rest) {
		f.rest, f.truncated = f.rest[:n], true
	}
	return f
}

// number reads a big-endian number of 1 to 8 bytes.
func (f *fields) number(bytes int) int64 {
	if len(f.rest) < bytes {
		f.rest, f.truncated = nil, true
		return 0
	}
	var n uint64
	for _, c := range f.rest[:bytes] {
		n = n<<8 | uint64(c)
	}
	f.rest = f.rest[bytes:]
	if n > math.MaxInt64 {
		f.truncated = true
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

// blank is a part of a file that is overwritten: with letters, and zeros behind them.
type blank struct {
	from, to int64
	letters  string
}

// cover overwrites the bytes of p that lie in the blank; at is the offset of p in the file.
func (b blank) cover(p []byte, at int64) {
	for i := max(b.from, at); i < min(b.to, at+int64(len(p))); i++ {
		p[i-at] = 0
		if k := i - b.from; k < int64(len(b.letters)) {
			p[i-at] = b.letters[k]
		}
	}
}

// hide turns a box into one of free space, which players skip. Nothing behind it moves.
func (b box) hide() []blank {
	return []blank{{b.at + 4, b.at + 8, "free"}, {from: b.from, to: b.to}}
}
