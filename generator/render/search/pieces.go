package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

const (
	docBits   = 32 - levelBits // more documents than that no site has
	pieceSize = 16 << 10       // the bytes of words at which the next piece begins
	shelfSize = 8              // the documents of a shelf: it is loaded for one of them as a rule
)

// alphabet are the letters of levels and numbers. JSON has them as they are.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// root is the root of an index, see the doc of the package.
type root struct {
	Docs    int         `json:"docs"`
	Shelf   int         `json:"shelf"`
	Shelves []string    `json:"shelves"`
	Words   [][2]string `json:"words"`
}

// write writes the index.
func (m *maker) write() *Index {
	x := &Index{}
	r := root{Docs: len(m.results), Shelf: shelfSize, Shelves: []string{}, Words: [][2]string{}}
	for from := 0; from < len(m.results); from += shelfSize {
		r.Shelves = append(r.Shelves, x.add(shelf(m.results[from:min(from+shelfSize, len(m.results))])))
	}
	found := m.found()
	for from := 0; from < len(m.words); {
		data, end := piece(m.words, found, from)
		r.Words = append(r.Words, [2]string{m.words[from], x.add(data)})
		from = end
	}
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	x.Root = data
	return x
}

// add adds a piece and returns its name.
func (x *Index) add(data []byte) string {
	sum := sha256.Sum256(data)
	name := hex.EncodeToString(sum[:5])
	x.Pieces = append(x.Pieces, Piece{name, data})
	return name
}

func shelf(results [][]byte) []byte {
	data := []byte{'['}
	for i, result := range results {
		if i > 0 {
			data = append(data, ',')
		}
		data = append(data, result...)
	}
	return append(data, ']')
}

// piece returns the piece whose words begin at one, and the word at which the next begins.
func piece(words []string, found [][]uint32, from int) (data []byte, end int) {
	data = make([]byte, 0, pieceSize+pieceSize/4)
	data = append(data, '{')
	for end = from; end < len(words) && len(data) < pieceSize; end++ {
		if end > from {
			data = append(data, ',')
		}
		data = append(data, '"')
		data = append(append(data, words[end]...), `":"`...) // letters and digits need no escape
		data = append(appendFound(data, found[end]), '"')
	}
	return append(data, '}'), end
}

// appendFound writes the documents of a word, by level.
func appendFound(data []byte, found []uint32) []byte {
	last, next := ^uint32(0), uint32(0)
	for _, f := range found {
		doc := f & (1<<docBits - 1)
		if level := f >> docBits; level != last {
			data = append(data, '.', alphabet[level])
			last, next = level, 0
		}
		data = appendNumber(data, doc-next)
		next = doc + 1
	}
	return data
}

// appendNumber writes a number, five bits in a letter.
func appendNumber(data []byte, n uint32) []byte {
	bits := 0
	for n>>bits >= 32 {
		bits += 5
	}
	for ; bits > 0; bits -= 5 {
		data = append(data, alphabet[32|n>>bits&31])
	}
	return append(data, alphabet[n&31])
}
