package card

import (
	"container/heap"
	"encoding/binary"
	"math/bits"
	"slices"
)

// A packer compresses the rows of cards in the formats of PNG and zlib (RFC 1950, 1951). Each byte of a row is written as its difference to
// the one above it, which is mostly zero, and what is written again and again as a match with the byte before it. It looks for nothing else,
// and all cards share one code. The compressors of libraries look everywhere, which takes several times as long.
type packer struct {
	codes     *codes
	zeros     [rowBytes + 1]bitString // so many bytes that are as those above, behind one that is not
	tape      tape
	low, high uint32 // the checksum of zlib (Adler-32) up to now
}

// filterUp is how PNG calls rows that are written as differences to the row above. The number goes before each row.
const filterUp = 2

// rowSize is how many bytes a row has in the file.
const rowSize = 1 + rowBytes

func newPacker(c *codes) *packer {
	p := &packer{codes: c}
	for n := range p.zeros {
		p.zeros[n] = c.bitsOf(make([]byte, n))
	}
	return p
}

// begin begins a picture.
func (p *packer) begin() {
	if p.tape.out == nil {
		p.tape.out = make([]byte, Height*rowSize*longestCode/8+1024)
	}
	p.tape = tape{out: p.tape.out, end: copy(p.tape.out, "\x78\x01")}
	p.low, p.high = 1, 0
	p.tape.header(p.codes)
}

// finish returns the picture in the format of zlib. The next one is written over it.
func (p *packer) finish() []byte {
	p.tape.code(p.codes.symbols[endOfBlock])
	return binary.BigEndian.AppendUint32(p.tape.bytes(), p.high<<16|p.low)
}

// A strip is what part of a picture writes into a row: its differences to the row above, packed.
type strip struct {
	from, to   int // where it, or what is above it, has points: bytes from its left end
	first, end int // the bytes in which the two differ
	code       bitString
	plain      uint32 // the sum of the differences
	placed     uint32 // the sum of each difference times its place
}

// strips packs the rows of a part of a picture, and one more for what is below the last. A row has so many bytes.
func (p *packer) strips(points []byte, width int) []strip {
	var all []strip
	above := make([]byte, width)
	for len(points) > 0 {
		all = append(all, p.strip(points[:width], above))
		above, points = points[:width], points[width:]
	}
	return append(all, p.strip(make([]byte, width), above))
}

func (p *packer) strip(row, above []byte) (s strip) {
	all := differences(row, above)
	for i, d := range all {
		s.plain += uint32(d)
		s.placed += uint32(d) * uint32(i)
		if row[i]|above[i] != 0 {
			if s.to == 0 {
				s.from = i
			}
			s.to = i + 1
		}
		if d != 0 {
			if s.end == 0 {
				s.first = i
			}
			s.end = i + 1
		}
	}
	s.code = p.codes.bitsOf(all[s.first:s.end])
	return s
}

// differences returns what a row is written as: how much each byte is more than the one above it, or less, as a byte counts.
func differences(row, above []byte) []byte {
	d := make([]byte, len(row))
	for i := range row {
		d[i] = row[i] - above[i]
	}
	return d
}

// packedRow is a row that is packed strip by strip, from left to right.
type packedRow struct {
	*packer
	before         tape
	taken, written int // up to this byte
	plain, weighed uint32
}

// row begins a row.
func (p *packer) row() packedRow {
	r := packedRow{packer: p, before: p.tape, plain: filterUp, weighed: filterUp * rowSize}
	p.tape.code(p.codes.symbols[filterUp])
	return r
}

// add adds a strip whose left end stands at a byte of the row. It reports whether the strip has room behind the one before. If it has not, it
// is as if the row had not been begun.
func (r *packedRow) add(s *strip, at int) bool {
	if s.to == 0 {
		return true
	}
	if at+s.from < r.taken {
		r.tape = r.before
		return false
	}
	r.taken = at + s.to
	if s.end > 0 {
		r.tape.add(&r.zeros[at+s.first-r.written])
		r.tape.add(&s.code)
		r.written = at + s.end
		r.plain += s.plain
		r.weighed += s.plain*uint32(rowBytes-at) - s.placed
	}
	return true
}

// end ends the row.
func (r *packedRow) end() {
	r.tape.add(&r.zeros[rowBytes-r.written])
	const prime = 65521
	r.high = (r.high + rowSize*r.low + r.weighed) % prime
	r.low = (r.low + r.plain) % prime
}

// Of the format: matches have three to 258 bytes, and there are so many symbols of literals and lengths.
const (
	shortestMatch = 3
	longestMatch  = 258
	symbols       = 286
	longestCode   = 15 // in bits
	endOfBlock    = 256
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

// steps yields what bytes are written as: a byte, or a match with the byte before of a length that is not 0.
func steps(data []byte, yield func(b byte, match int)) {
	for at := 0; at < len(data); {
		n := 0
		for at > 0 && n < longestMatch && at+n < len(data) && data[at+n] == data[at-1] {
			n++
		}
		if n < shortestMatch {
			yield(data[at], 0)
			n = 1
		} else {
			yield(0, n)
		}
		at += n
	}
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
	symbols [symbols]code
	matches [longestMatch + 1]code // with the byte before, by their length
}

// newCodes makes codes that are short for what rows of cards consist of that are like most.
func newCodes(rows [][]byte) *codes {
	var frequency [symbols]int
	for _, row := range rows {
		steps(row, func(b byte, match int) {
			if match > 0 {
				frequency[lengthSymbols[match].symbol]++
			} else {
				frequency[b]++
			}
		})
	}
	for rare := 1; ; rare *= 2 { // no code may have more than 15 bits: the rarest symbols have the longest
		for i := range frequency {
			frequency[i] = max(frequency[i], rare)
		}
		if lengths := codeLengths(frequency[:]); slices.Max(lengths) <= longestCode {
			return canonical(lengths)
		}
	}
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
	for length := uint8(1); length <= longestCode; length++ {
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
		c.matches[length] = c.symbols[l.symbol].with(uint32(l.extra), l.bits).with(0, 1) // the distance
	}
	return &c
}

// bitsOf packs bytes that stand behind others than themselves.
func (c *codes) bitsOf(data []byte) bitString {
	t := tape{out: make([]byte, len(data)*longestCode/8+16)}
	steps(data, func(b byte, match int) {
		if match > 0 {
			t.code(c.matches[match])
		} else {
			t.code(c.symbols[b])
		}
	})
	return t.cut()
}
