package check

import (
	"fmt"
	"testing"
)

// However many names are wrong and however many there are, no more than so many are compared; a small site gets all suggestions.
func TestSuggestionsAreBounded(t *testing.T) {
	suggested := func(n int) (all int) {
		names := make([]string, n)
		for i := range names {
			names[i] = fmt.Sprintf("how-i-ran-%d", 10_000+i)
		}
		c := &checker{}
		for _, name := range names {
			if c.didYouMean(name+"x", names) != "" {
				all++
			}
		}
		return all
	}
	if got := suggested(300); got != 300 {
		t.Errorf("of 300 mistakes in 300 names %d have a suggestion", got)
	}
	if got := suggested(2000); got != maxComparisons/2000 {
		t.Errorf("of 2000 mistakes in 2000 names %d have a suggestion, want %d", got, maxComparisons/2000)
	}
}
