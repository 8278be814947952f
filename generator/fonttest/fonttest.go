// Package fonttest makes fonts for tests.
//
// In goes a font in the form TrueType and what is to be another way in it, out comes one in the form WOFF2 that browsers read. Its
// outlines are packed as they are: that is larger than need be, and as good.
package fonttest

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/andybalholm/brotli"
)

// Change makes a font say something else of itself.
type Change func(tables map[string][]byte)

// Weight gives a font another weight.
func Weight(w uint16) Change {
	return func(tables map[string][]byte) { binary.BigEndian.PutUint16(tables["OS/2"][4:], w) }
}

// Italic lets a font say that it leans.
func Italic(tables map[string][]byte) { tables["OS/2"][63] |= 1 }

// Sans lets a font say that its letters have no serifs.
func Sans(tables map[string][]byte) { tables["OS/2"][32], tables["OS/2"][33] = 2, 11 }

// Vary lets a font say that it has all weights between two.
func Vary(from, to uint16) Change {
	return func(tables map[string][]byte) {
		fvar := []byte{0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 1, 0, 8}
		fvar = append(fvar, "wght"...)
		for _, w := range []uint16{from, from, to} {
			fvar = append(binary.BigEndian.AppendUint16(fvar, w), 0, 0)
		}
		tables["fvar"] = append(fvar, 0, 0, 1, 0)
	}
}

// untransformed says that outlines are not packed in a form of their own.
const untransformed = 3 << 6

// WOFF2 returns a font in the form WOFF2.
func WOFF2(t testing.TB, ttf []byte, changes ...Change) []byte {
	t.Helper()
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		entry := ttf[12+16*i:]
		at, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		tables[string(entry[:4])] = bytes.Clone(ttf[at : at+size])
	}
	for _, change := range changes {
		change(tables)
	}
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	var directory, packed bytes.Buffer
	w := brotli.NewWriter(&packed)
	total := 12 + 16*len(tables)
	for _, name := range names {
		if number, known := map[string]byte{"OS/2": 6, "glyf": 10 | untransformed, "loca": 11 | untransformed, "fvar": 47}[name]; known {
			directory.WriteByte(number)
		} else {
			directory.WriteString("\x3f" + name) // 63: the name follows
		}
		directory.Write(base128(len(tables[name])))
		total += (len(tables[name]) + 3) &^ 3
		if _, err := w.Write(tables[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file(len(tables), total, directory.Bytes(), packed.Bytes())
}

// file puts a font together.
func file(tables, total int, directory, packed []byte) []byte {
	const header = 48
	length := header + len(directory) + len(packed)
	out := []byte("wOF2\x00\x01\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(length+(-length&3)))
	out = binary.BigEndian.AppendUint16(out, uint16(tables))
	out = binary.BigEndian.AppendUint16(out, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(total))
	out = binary.BigEndian.AppendUint32(out, uint32(len(packed)))
	out = append(out, make([]byte, header-len(out))...)
	out = append(append(out, directory...), packed...)
	return append(out, make([]byte, -length&3)...)
}

func base128(n int) []byte {
	out := []byte{byte(n & 0x7f)}
	for n >>= 7; n > 0; n >>= 7 {
		out = append([]byte{byte(n&0x7f) | 0x80}, out...)
	}
	return out
}
