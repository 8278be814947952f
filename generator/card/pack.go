package card

import (
	"bytes"
	"container/heap"
	"encoding/binary"
	"math/bits"
	"slices"
)

// A packer compresses the rows of cards in the format of zlib (RFC 1950, 1951). It knows what cards are like: most of a row is as the row above
// it, and the rest is mostly one byte again and again. So it looks for nothing else, and all cards share one code. The compressors of libraries
// look everywhere, which takes several times as long.
type packer struct {
	out   []byte // with room for whatever is packed
	end   int    // of what is written
	bits  uint64 // that come next, the first of them lowest
	count uint
}

// Of the format: matches have three to 258 bytes, and there are so many symbols of literals and lengths, and of distances.
const (
	shortestMatch = 3
	longestMatch  = 258
	symbols       = 286
	distances     = 19
	endOfBlock    = 256
)

// The two distances of matches, to the byte before and to the row above, as the format codes them.
const (
	byteBefore = 0
	rowAbove   = 18
	rowExtra   = stride - 513 // what is added to the least distance of that code, in eight bits
)

// lengthSymbol is how the format codes the length of a match: a symbol, and some bits more.
type lengthSymbol struct {
	symbol, extra uint16
	bits          uint8
}

// lengthSymbols are those of all lengths.
var lengthSymbols = func() (table [longestMatch + 1]lengthSymbol) {
	length, symbol := shortestMatch, uint16(257)
	for n := uint8(0); n < 6; n++ {
		group := 4
		if n == 0 {
			group = 8
		}
		for range group {
			for extra := range uint16(1) << n {
				if length < longestMatch {
					table[length] = lengthSymbol{symbol, extra, n}
				}
				length++
			}
			symbol++
		}
	}
	table[longestMatch] = lengthSymbol{symbols - 1, 0, 0}
	return table
}()

// match is what a step of the packing writes: a literal, or a match with what was there before.
type match struct {
	length int // 0: a literal
	above  bool
}

// next returns the step at a place of the data. The byte before takes fewer bits to name than the row above.
func next(data []byte, at int) match {
	above, same := 0, 0
	if at > 0 && beginAlike(data[at-1:], data[at:]) {
		same = alike(data[at-1:len(data)-1], data[at:])
	}
	if at >= stride && same < longestMatch && beginAlike(data[at-stride:], data[at:]) {
		above = alike(data[at-stride:len(data)-stride], data[at:])
	}
	switch longest := max(above-1, same); {
	case longest < shortestMatch:
		return match{}
	case above > same+1:
		return match{above, true}
	default:
		return match{same, false}
	}
}

// beginAlike reports whether two texts have the bytes of the shortest match in common. Mostly they have not.
func beginAlike(a, b []byte) bool {
	return len(b) > shortestMatch && (binary.LittleEndian.Uint32(a)^binary.LittleEndian.Uint32(b))<<8 == 0
}

// alike returns how many bytes two texts have in common at their beginnings, up to the length of a match.
func alike(a, b []byte) int {
	most := min(longestMatch, len(a), len(b))
	n := 0
	for ; n+8 <= most; n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
		if n == 0 && bytes.Equal(a[:most], b[:most]) { // many matches have all of their length
			return most
		}
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}

// code is how a symbol is written, or several: its bits, the first of them lowest.
type code struct {
	bits   uint32
	length uint8
}

// with returns a code with bits behind it.
func (c code) with(bits uint32, length uint8) code {
	return code{c.bits | bits<<c.length, c.length + length}
}

// codes are those of all cards. Each symbol has one, so that whatever a card shows can be written.
type codes struct {
	symbols       [symbols]code
	before, above [longestMatch + 1]code // of whole matches, by their length
}

// newCodes makes short codes for the symbols of cards that are like most.
func newCodes(data []byte) *codes {
	var frequency [symbols]int
	total := 0
	for at := 0; at < len(data); total++ {
		if m := next(data, at); m.length > 0 {
			frequency[lengthSymbols[m.length].symbol]++
			at += m.length
		} else {
			frequency[data[at]]++
			at++
		}
	}
	for i := range frequency {
		frequency[i] = max(frequency[i], total>>9, 1) // so that no code is longer than 15 bits
	}
	return canonical(codeLengths(frequency[:]))
}

// tree is a symbol, or two trees that share the beginning of their codes.
type tree struct {
	frequency, order int
	symbols          []int
}

type forest []tree

func (f forest) Len() int      { return len(f) }
func (f forest) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *forest) Push(x any)   { *f = append(*f, x.(tree)) }
func (f *forest) Pop() any {
	last := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return last
}

func (f forest) Less(i, j int) bool {
	if f[i].frequency != f[j].frequency {
		return f[i].frequency < f[j].frequency
	}
	return f[i].order < f[j].order
}

// codeLengths returns the lengths of the codes of Huffman for symbols of these frequencies.
func codeLengths(frequency []int) []uint8 {
	lengths := make([]uint8, len(frequency))
	var trees forest
	for symbol, n := range frequency {
		trees = append(trees, tree{n, symbol, []int{symbol}})
	}
	heap.Init(&trees)
	for order := len(trees); len(trees) > 1; order++ {
		a, b := heap.Pop(&trees).(tree), heap.Pop(&trees).(tree)
		both := slices.Concat(a.symbols, b.symbols)
		for _, symbol := range both {
			lengths[symbol]++
		}
		heap.Push(&trees, tree{a.frequency + b.frequency, order, both})
	}
	return lengths
}

// canonical returns the codes of these lengths that the format has.
func canonical(lengths []uint8) *codes {
	var c codes
	next := 0
	for length := uint8(1); length <= 15; length++ {
		for symbol, l := range lengths {
			if l == length {
				c.symbols[symbol] = code{uint32(bits.Reverse16(uint16(next)) >> (16 - length)), length}
				next++
			}
		}
		next <<= 1
	}
	for length := shortestMatch; length <= longestMatch; length++ {
		l := lengthSymbols[length]
		match := c.symbols[l.symbol].with(uint32(l.extra), l.bits)
		c.before[length], c.above[length] = match.with(0, 1), match.with(1|rowExtra<<1, 9)
	}
	return &c
}

// write adds bits, the first of them lowest. It writes eight bytes at once, of which those that are not full yet are written again by the next
// call: that is quicker than to ask how many are full.
func (p *packer) write(value uint64, n uint) {
	p.bits |= value << p.count
	p.count += n
	binary.LittleEndian.PutUint64(p.out[p.end:], p.bits)
	p.end += int(p.count / 8)
	p.bits >>= p.count &^ 7
	p.count &= 7
}

func (p *packer) code(c code) { p.write(uint64(c.bits), uint(c.length)) }

// header begins the only block with the codes. The lengths of the codes are written with four bits each, the lengths of those of distances
// behind them: there are two.
func (p *packer) header(c *codes) {
	p.write(1|2<<1, 3) // the last block, with codes of its own
	p.write(symbols-257, 5)
	p.write(distances-1, 5)
	p.write(19-4, 4)
	for _, kind := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		length := uint64(4)
		if kind > 15 {
			length = 0
		}
		p.write(length, 3)
	}
	plain := func(length uint8) { p.write(uint64(bits.Reverse8(length)>>4), 4) }
	for _, x := range c.symbols {
		plain(x.length)
	}
	for distance := range distances {
		if distance == byteBefore || distance == rowAbove {
			plain(1)
		} else {
			plain(0)
		}
	}
}

// pack returns data in the format of zlib. What it returns is overwritten by the next call.
func (p *packer) pack(c *codes, data []byte, sum uint32) []byte {
	if room := 2*len(data) + 512; len(p.out) < room { // a code has at most 15 bits
		p.out = make([]byte, room)
	}
	p.end, p.bits, p.count = copy(p.out, "\x78\x01"), 0, 0
	p.header(c)
	for at := 0; at < len(data); {
		switch m := next(data, at); {
		case m.length == 0:
			p.code(c.symbols[data[at]])
			at++
		case m.above:
			p.code(c.above[m.length])
			at += m.length
		default:
			p.code(c.before[m.length])
			at += m.length
		}
	}
	p.code(c.symbols[endOfBlock])
	if p.count > 0 {
		p.end++
	}
	return binary.BigEndian.AppendUint32(p.out[:p.end], sum)
}
