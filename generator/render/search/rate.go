package search

import (
	"math"

	"github.com/legpress/legpress/generator/parallel"
)

// The constants of BM25+, as MiniSearch has them: how little it helps a document to repeat a word, and how much more one counts that has
// the word at all.
const (
	saturation = 1.2
	presence   = 0.5
)

// byLength says how much a word counts less in a long field than in a short one. MiniSearch has 0.7 for all; a name is what a word means the
// more, the fewer others are in it.
var byLength = [fields]float64{title: 1, also: 1, headings: 0.7, tags: 0.7, text: 0.7}

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
			word, rating, name := rest[0]>>fieldBits, 0.0, 0.0
			for len(rest) > 0 && rest[0]>>fieldBits == word {
				n := 1
				for n < len(rest) && rest[n] == rest[0] {
					n++
				}
				f := rest[0] & (1<<fieldBits - 1)
				worth := float64(rareness[f][word]) * m.repeated(float64(n), t, f)
				if f == title || f == also { // who has two names is not found twice
					rating, name = rating+max(worth-name, 0), max(worth, name)
				} else {
					rating += worth
				}
				rest = rest[n:]
			}
			ratings = append(ratings, word<<levelBits|level(rating))
		}
		t.words = ratings
	})
}

// repeated returns what it is worth that a word stands n times in a field of a document.
func (m *maker) repeated(n float64, t *content, f uint32) float64 {
	length := 1 - byLength[f] + byLength[f]*t.lengths[f]/m.average[f]
	return presence + n*(saturation+1)/(n+saturation*length)
}

// level returns the level that is next to a rating.
func level(rating float64) uint32 {
	l := math.Round(math.Log(max(rating, lowest)/lowest) / math.Log(step))
	return uint32(min(l, levels-1))
}
