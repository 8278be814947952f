package prose

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// growing are paragraphs that may take long: a pattern is repeated, # being a number that counts up.
var growing = []string{"[a](b) ", "[a](b)\n", "![a](b#.jpg) ", "<http://a.b> ", "[a](b) *c* ", "[a][b] ", "a "}

// Finding the links of a post of four times the size takes no more than about four times as long: more than twice that is allowed, for a
// busy machine, and the best of several measurements counts.
func TestGrowth(t *testing.T) {
	if slow || testing.Short() {
		t.Skip("takes long")
	}
	for name, find := range map[string]func(text string){
		"links":      func(text string) { Relink(text, func(l Link) Change { return Lead("x.md") }) },
		"references": func(text string) { InlineReferences(text) },
	} {
		for _, pattern := range growing {
			if ratio, took := growth(find, pattern); ratio > mostGrowth {
				t.Errorf("%s: %q: four times the text takes %.1f times as long, %v", name, pattern, ratio, took)
			}
		}
	}
}

const mostGrowth = 9

// growth returns how many times as long four times the text takes; 0 where that is too little to be measured.
func growth(find func(string), pattern string) (ratio float64, took time.Duration) {
	const size = 20_000
	least := func(size int) time.Duration {
		text := grown(pattern, size)
		start := time.Now()
		find(text)
		return time.Since(start)
	}
	small := time.Hour
	took = time.Hour
	for try := range 12 {
		small, took = min(small, least(size)), min(took, least(4*size))
		ratio = float64(took) / float64(small)
		if took < 60*time.Millisecond || try >= 2 && ratio <= mostGrowth {
			return 0, took
		}
	}
	return ratio, took
}

// grown repeats a pattern until it is long enough.
func grown(pattern string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(pattern, "#", strconv.Itoa(i)))
	}
	return b.String()
}
