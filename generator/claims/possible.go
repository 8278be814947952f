package claims

import "sync"

// stems are what each phrase has one of: the nouns in it, short of their endings, in small letters. None has fewer than four.
var stems = []string{"injur", "imbalanc", "asymmetr", "dysfunct", "bullet", "weak", "pain", "problem", "trouble", "splint", "fractur", "s knee", "fasciitis",
	"tendin", "tendonit", "hurt"}

// stride is how far apart the places are at which a text is looked at. A stem is longer by two letters, so that three of its letters, next
// to each other, begin at such a place wherever the stem stands.
const stride = 2

// Possible reports whether there may be a claim in a text, Markdown or plain. It is quick, and wrong in no
// other direction, but for a word or two that belong together and are torn apart by markup: "in*jury*".
func Possible[T string | []byte](text T) bool {
	seen := triples()
	for i := 0; i+2 < len(text); i += stride {
		if !seen[three(text[i:])] {
			continue
		}
		for _, stem := range stems {
			if hasStem(text[i:], stem) || i > 0 && hasStem(text[i-1:], stem) {
				return true
			}
		}
	}
	return false
}

// three numbers the first three letters of a text. Other bytes may have the same number.
func three[T string | []byte](text T) int {
	return int(folded[text[0]])<<10 | int(folded[text[1]])<<5 | int(folded[text[2]])
}

// folded makes one of large and small letters, and of a space and the end of a line.
var folded = func() (table [256]byte) {
	for c := range table {
		table[c] = byte(c) & 31
	}
	table[' '], table['\n'], table['\t'] = 0, 0, 0
	return table
}()

// triples are the letters that stand in a stem at the first places.
var triples = sync.OnceValue(func() *[1 << 15]bool {
	var seen [1 << 15]bool
	for _, stem := range stems {
		for at := range stride {
			seen[three(stem[at:])] = true
		}
	}
	return &seen
})

func hasStem[T string | []byte](text T, stem string) bool {
	if len(text) < len(stem) {
		return false
	}
	for i := range len(stem) {
		if folded[text[i]] != folded[stem[i]] {
			return false
		}
	}
	return true
}
