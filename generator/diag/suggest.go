package diag

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the candidate that was probably meant by word: the first one at the smallest edit distance, which may be 2
// at the most (1 for words of up to three letters), letter case aside. It returns "" where there is none.
func Nearest(word string, candidates []string) string {
	limit := 2
	if len(word) <= 3 {
		limit = 1
	}
	best, bestDistance := "", limit+1
	lower := strings.ToLower(word)
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(lower, strings.ToLower(c)); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// DidYouMean returns the question about the [Nearest] candidate, `Did you mean "rest"?`, or "".
func DidYouMean(word string, candidates []string) string {
	if n := Nearest(word, candidates); n != "" {
		return `Did you mean "` + n + `"?`
	}
	return ""
}
