// Package growthtest measures for tests how much longer a parser works on a longer text, so that none is slow where texts are large or
// malicious.
//
// In: a pattern that is repeated, and the work. Out: how many times as long the work takes for four times the text. It measures time, so
// it is of no use beside other work or under the race detector: [Skip] skips there.
package growthtest

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// Most is the largest factor of work that grows with its text: four would be exact, and a busy machine is allowed twice that.
const Most = 9

// Skip skips a test of growth where time cannot be measured, or would take too long.
func Skip(t *testing.T) {
	t.Helper()
	if Race || testing.Short() {
		t.Skip("growth is measured without -race and -short")
	}
}

// Factor returns how many times as long work takes for a pattern of 4 × size bytes as for one of size, as [Repeat] makes them; 0 where
// the longer one takes too little time to be measured. The best of several measurements counts.
func Factor(pattern string, size int, work func(text []byte)) (factor float64, took time.Duration) {
	least := func(size int) time.Duration {
		text := Repeat(pattern, size)
		start := time.Now()
		work(text)
		return time.Since(start)
	}
	small := time.Hour
	took = time.Hour
	for try := range 12 {
		small, took = min(small, least(size)), min(took, least(4*size))
		factor = float64(took) / float64(small)
		if took < 60*time.Millisecond || try >= 2 && factor <= Most {
			return 0, took
		}
	}
	return factor, took
}

// Repeat repeats what stands between the two dots (·) of a pattern, or behind its one dot, or the whole of it, until the text has size
// bytes. Each # in it becomes a number that counts up.
func Repeat(pattern string, size int) []byte {
	parts := strings.Split(pattern, "·")
	start, unit, end := "", parts[0], ""
	switch len(parts) {
	case 2:
		start, unit = parts[0], parts[1]
	case 3:
		start, unit, end = parts[0], parts[1], parts[2]
	}
	var b strings.Builder
	b.WriteString(start)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(unit, "#", strconv.Itoa(i)))
	}
	b.WriteString(end)
	return []byte(b.String())
}
