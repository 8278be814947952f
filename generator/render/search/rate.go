package search

import (
	"math"

	"github.com/legpress/legpress/generator/parallel"
)

// The constants of BM25+, as MiniSearch has them: how little it helps a document to repeat a word, how much that depends on how long the
// document is, and how much more a document counts that has the word at all.
const (
	saturation = 1.2
	byLength   = 0.7
	presence   = 0.5
)

// The levels of ratings. Each is an eighth better than the one below it; the lowest is that of a word which stands nearly everywhere.
const (
	levels = 64
	lowest = 0.1
	step   = 1.12
)

// rate turns the occurrences in each document into its ratings.
func (m *maker) rate() {
	var rareness [fields][]float32
	for f := range fields {
		rareness[f] = make([]float32, len(m.words))
		for w, in := range m.in[f] {
			rareness[f][w] = float32(weights[f] * math.Log(1+(float64(len(m.texts))-float64(in)+0.5)/(float64(in)+0.5)))
		}
	}
	parallel.Each(len(m.texts), func(i int) {
		t := &m.texts[i]
		ratings := t.words[:0] // never more than the occurrences before
		for rest := t.words; len(rest) > 0; {
			word, rating := rest[0]>>fieldBits, 0.0
			for len(rest) > 0 && rest[0]>>fieldBits == word {
				n := 1
				for n < len(rest) && rest[n] == rest[0] {
					n++
				}
				f := rest[0] & (1<<fieldBits - 1)
				rating += float64(rareness[f][word]) * repeated(float64(n), t.lengths[f]/m.average[f])
				rest = rest[n:]
			}
			ratings = append(ratings, word<<levelBits|level(rating))
		}
		t.words = ratings
	})
}

// repeated returns what it is worth that a word stands n times in a field, whose length is relative to the average.
func repeated(n, length float64) float64 {
	return presence + n*(saturation+1)/(n+saturation*(1-byLength+byLength*length))
}

// level returns the level that is next to a rating.
func level(rating float64) uint32 {
	l := math.Round(math.Log(max(rating, lowest)/lowest) / math.Log(step))
	return uint32(min(l, levels-1))
}
