package card

import (
	"encoding/binary"
	"math/bits"
)

// A tape takes bits, the first of them lowest.
type tape struct {
	out   []byte // with room for whatever is written
	end   int    // of what is written
	bits  uint64 // that come next
	count uint
}

// write adds bits, at most 56. It writes eight bytes at once, of which those that are not full yet are written again by the next
// call: that is quicker than to ask how many are full.
func (t *tape) write(value uint64, n uint) {
	t.bits |= value << t.count
	t.count += n
	binary.LittleEndian.PutUint64(t.out[t.end:], t.bits)
	t.end += int(t.count / 8)
	t.bits >>= t.count &^ 7
	t.count &= 7
}

func (t *tape) code(c code) { t.write(uint64(c.bits), uint(c.length)) }

// bytes ends the tape and returns what is on it, the last byte filled up with zeros.
func (t *tape) bytes() []byte {
	if t.count > 0 {
		t.end++
	}
	return t.out[:t.end]
}

// bitString is bits that were put together ahead.
type bitString struct {
	whole []uint64 // of wordBits each
	last  uint64
	count uint // the bits of the last
}

// wordBits is how many bits a tape takes at once.
const wordBits = 56

// cut ends the tape and returns the bits on it.
func (t *tape) cut() (s bitString) {
	n := uint(t.end*8) + t.count
	data := append(t.bytes(), make([]byte, 8)...)
	for ; n > wordBits; n -= wordBits {
		s.whole = append(s.whole, binary.LittleEndian.Uint64(data)&(1<<wordBits-1))
		data = data[wordBits/8:]
	}
	s.last, s.count = binary.LittleEndian.Uint64(data)&(1<<n-1), n
	return s
}

// add adds bits that were put together ahead.
func (t *tape) add(s *bitString) {
	for _, w := range s.whole {
		t.write(w, wordBits)
	}
	t.write(s.last, s.count)
}

// header begins the only block of a file with its codes. Their lengths are written with four bits each, and behind them those of two
// distances: to the byte before, and one that no match has, because programs may refuse a code with gaps.
func (t *tape) header(c *codes) {
	t.write(1|2<<1, 3) // the last block, with codes of its own
	t.write(symbols-257, 5)
	t.write(2-1, 5)
	t.write(19-4, 4)
	for _, kind := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		length := uint64(4)
		if kind > 15 {
			length = 0
		}
		t.write(length, 3)
	}
	plain := func(length uint8) { t.write(uint64(bits.Reverse8(length)>>4), 4) }
	for _, x := range c.symbols {
		plain(x.length)
	}
	plain(1)
	plain(1)
}
