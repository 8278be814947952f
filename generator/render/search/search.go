// Package search makes the index of a site's search, which a browser loads in pieces: of ten thousand articles a query needs a few.
//
// In go documents, out comes an [Index]: a root, which names the pieces, and the pieces. All are JSON. The root, Index.Root, is
//
//	{"docs": 10300, "shelf": 8, "shelves": ["1a2b3c4d5e", ...], "words": [["0", "5e4d3c2b1a"], ["bench", ...], ...]}
//
// There are two kinds of pieces. One has words and where they stand, {"squat": ".Kab.HC"}: those from the word that the root names to the
// next that it names. The other, a shelf, has what a result shows of so many documents, in their order. Both have the name that the root
// gives them, a hash of what is in them, so that browsers may keep them for ever.
//
// How well a document answers a word is computed here and not in the browser, which adds up what it finds. It is BM25+ with the constants
// of the library MiniSearch, rounded to one of 64 levels. Where a word stands is written by level: a dot, the level, and the documents,
// each as how many lie between it and the one before. Levels and numbers are letters of an alphabet of 64; a number has five bits in each
// letter, the highest first, and 32 is added to all letters but the last.
//
// Words are cut and folded here as the site's script does it, templates/assets/search-index.js; a test holds the two together.
package search

import (
	"encoding/json"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/legpress/legpress/generator/parallel"
)

// Doc is something that can be found.
type Doc struct {
	URL      string
	Kind     string // what it is, in the reader's language: "Exercise"
	Title    string
	Also     string // its other names
	Headings string
	Tags     string
	Text     string
	Summary  string // shown with the result
}

// The fields that are searched. The summary is not: it is the beginning of the text.
const (
	title = iota
	also
	headings
	tags
	text
	fields
)

// weights says how much more a word counts in a field than in the text.
var weights = [fields]float64{title: 6, also: 6, headings: 2, tags: 3, text: 1}

func (d *Doc) fields() [fields]string {
	return [fields]string{title: d.Title, also: d.Also, headings: d.Headings, tags: d.Tags, text: d.Text}
}

// Index is what the search of a site loads.
type Index struct {
	Root   []byte
	Pieces []Piece
}

// Piece is a part of an index.
type Piece struct {
	Name string // a part of the hash of its data
	Data []byte
}

// New returns the index of n documents, which are asked for once each, from several goroutines. The same documents give the same index.
func New(n int, doc func(i int) Doc) *Index {
	m := &maker{texts: make([]content, n), results: make([][]byte, n)}
	m.read(doc)
	m.merge()
	m.count()
	m.rate()
	return m.write()
}

// maker makes an index. Each of its steps takes what the one before has left in the contents.
type maker struct {
	texts   []content
	results [][]byte // what is shown of each document, as JSON

	vocabularies []*vocabulary
	words        []string     // all words, sorted
	compounds    [][]compound // that each word begins, sorted by the second

	in      [fields][]uint32 // in how many documents each word stands in a field; all names are one
	average [fields]float64  // how many different words a field has, of the documents that have it
}

// content is what one document has in its fields.
type content struct {
	words      []uint32        // read: ids of its vocabulary with their place, field after field; count: occurrences; rate: ratings
	ends       [fields]int     // where the words of each field end
	lengths    [fields]float64 // how many different words each field has
	vocabulary *vocabulary
}

// read cuts all documents into words.
func (m *maker) read(doc func(i int) Doc) {
	free := make(chan *vocabulary, runtime.GOMAXPROCS(0))
	for range cap(free) {
		v := newVocabulary()
		m.vocabularies = append(m.vocabularies, v)
		free <- v
	}
	parallel.Each(len(m.texts), func(i int) {
		v := <-free
		d := doc(i)
		m.texts[i], m.results[i] = v.content(&d), d.result()
		free <- v
	})
}

// result returns what is shown of a document where it is found.
func (d *Doc) result() []byte {
	data, err := json.Marshal(struct {
		URL     string `json:"url"`
		Kind    string `json:"kind"`
		Title   string `json:"title"`
		Summary string `json:"summary,omitempty"`
	}{d.URL, d.Kind, d.Title, d.Summary})
	if err != nil {
		panic(err) // strings can always be written
	}
	return data
}

// An occurrence is a word in a field; a rating is a word and how well the document answers it. Both are sorted by the word.
const (
	fieldBits = 3
	levelBits = 6
)

// count finds the occurrences in each document, and with them what their weight depends on.
func (m *maker) count() {
	in := [fields][]atomic.Uint32{}
	for f := range in {
		in[f] = make([]atomic.Uint32, len(m.words))
	}
	parallel.Each(len(m.texts), func(i int) {
		t := &m.texts[i]
		m.occurrences(t)
		last, counted := ^uint32(0), ^uint32(0)
		for _, o := range t.words {
			if o == last {
				continue
			}
			last = o
			f, word := o&(1<<fieldBits-1), o>>fieldBits
			t.lengths[f]++
			if f == also {
				f = title // what is rare is so among all names
			}
			if now := word<<fieldBits | f; now != counted {
				in[f][word].Add(1)
				counted = now
			}
		}
	})
	var having [fields]float64
	for f := range fields {
		m.in[f] = make([]uint32, len(m.words))
		for w := range m.words {
			m.in[f][w] = in[f][w].Load()
		}
		for i := range m.texts {
			m.average[f] += m.texts[i].lengths[f]
			having[f] += min(m.texts[i].lengths[f], 1)
		}
		m.average[f] /= max(having[f], 1)
	}
	m.in[also], m.average[also] = m.in[title], m.average[title]
}

// occurrences turns the words of a document into its occurrences, which are sorted.
func (m *maker) occurrences(t *content) {
	from := 0
	all := make([]uint32, 0, len(t.words)+8)
	for f, end := range t.ends {
		before := uint32(0)
		for _, w := range t.words[from:end] {
			word, at := t.vocabulary.sorted[w>>placeBits], place(w&(1<<placeBits-1))
			all = append(all, word<<fieldBits|uint32(f))
			if at == joined {
				continue
			}
			if at == afterBlank {
				if both, known := m.compound(before, word); known {
					all = append(all, both<<fieldBits|uint32(f))
				}
			}
			before = word
		}
		from = end
	}
	slices.Sort(all)
	t.words, t.vocabulary = all, nil
}

// found returns the documents of each word, sorted by level: level and document in one number.
func (m *maker) found() [][]uint32 {
	counts := make([]int, len(m.words))
	total := 0
	for i := range m.texts {
		total += len(m.texts[i].words)
		for _, r := range m.texts[i].words {
			counts[r>>levelBits]++
		}
	}
	all, found := make([]uint32, total), make([][]uint32, len(m.words))
	for w, n := range counts {
		found[w], all = all[:0:n], all[n:]
	}
	for i := range m.texts {
		for _, r := range m.texts[i].words {
			found[r>>levelBits] = append(found[r>>levelBits], r&(1<<levelBits-1)<<docBits|uint32(i))
		}
		m.texts[i].words = nil
	}
	parallel.Each(len(found), func(w int) { slices.Sort(found[w]) })
	return found
}
