package search_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/render/search"
)

// manyDocs returns n documents of about 400 words, of which there are tens of thousands: a few stand everywhere and most in one or two
// places, as in a language (Zipf's law).
func manyDocs(n int) []search.Doc {
	random := rand.New(rand.NewSource(3))
	zipf := rand.NewZipf(random, 1.08, 3, 60_000)
	words := make([]string, 60_001)
	for i := range words {
		var b strings.Builder
		for range 1 + i%3 + min(i/50, 1) {
			b.WriteString(syllables[random.Intn(len(syllables))])
		}
		words[i] = b.String()
	}
	phrase := func(length int) string {
		list := make([]string, length)
		for i := range list {
			list[i] = words[zipf.Uint64()]
		}
		return strings.Join(list, " ")
	}
	docs := make([]search.Doc, n)
	for i := range docs {
		docs[i] = search.Doc{
			URL: fmt.Sprintf("/articles/%s-%d/", strings.ReplaceAll(phrase(3), " ", "-"), i), Kind: "Article", Title: phrase(5), Tags: phrase(2),
			Headings: phrase(3) + "\n" + phrase(4), Summary: phrase(22), Text: phrase(400),
		}
	}
	return docs
}

var syllables = strings.Fields("ab ba ca con de en er es fi for ga ge ha he in ing ion is ka ko la le lo ma me mo na ne no of on or pa pe pre re ri ro run sa se si so squ sta te the ti to tra un ver wa wei")

func BenchmarkNew(b *testing.B) {
	docs := manyDocs(10_000)
	var x *search.Index
	for b.Loop() {
		x = search.New(len(docs), func(i int) search.Doc { return docs[i] })
	}
	size := 0
	for _, p := range x.Pieces {
		size += len(p.Data)
	}
	b.ReportMetric(float64(len(x.Pieces)), "pieces")
	b.ReportMetric(float64(len(x.Root)), "root-bytes")
	b.ReportMetric(float64(size), "bytes")
}
