package claims

import "sync"

// stems are the beginnings of the nouns of all phrases, in small letters: a text with none of them has no claim. Each has four letters or
// more.
var stems = []string{"injur", "imbalanc", "asymmetr", "dysfunct", "bullet", "weak", "pain", "problem", "trouble", "splint", "fractur", "s knee", "fasciitis",
	"tendin", "tendonit", "hurt", "faster", "quicker", "speed", "pace", "secon", "minut", "guarant", "achill", "tendon", "knee", " hip", "joint", "shin", "fascia", "ankle",
	"feet", "hamstr", "calf", "calves", "band", "unbreak", "indestr"}

// stemStride is the distance of the offsets at which a text is looked at. As stems have at least two letters more, three successive letters
// of every stem begin at one of these offsets.
const stemStride = 2

// MayContain reports whether a text, Markdown or plain, may contain a claim. It is quick, and never misses one, unless markup tears a word
// apart: "in*jury*".
func MayContain[T string | []byte](text T) bool {
	seen := stemTriples()
	for i := 0; i+2 < len(text); i += stemStride {
		if !seen[tripleAt(text[i:])] {
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

// tripleAt returns a number for the first three letters of a text. Other bytes may have the same number.
func tripleAt[T string | []byte](text T) int {
	return int(foldedBytes[text[0]])<<10 | int(foldedBytes[text[1]])<<5 | int(foldedBytes[text[2]])
}

// foldedBytes maps large and small letters to the same number, and a space and the end of a line.
var foldedBytes = func() (table [256]byte) {
	for c := range table {
		table[c] = byte(c) & 31
	}
	table[' '], table['\n'], table['\t'] = 0, 0, 0
	return table
}()

// stemTriples are the numbers of the triples with which a stem can be found: those at its first stemStride letters.
var stemTriples = sync.OnceValue(func() *[1 << 15]bool {
	var seen [1 << 15]bool
	for _, stem := range stems {
		for at := range stemStride {
			seen[tripleAt(stem[at:])] = true
		}
	}
	return &seen
})

func hasStem[T string | []byte](text T, stem string) bool {
	if len(text) < len(stem) {
		return false
	}
	for i := range len(stem) {
		if foldedBytes[text[i]] != foldedBytes[stem[i]] {
			return false
		}
	}
	return true
}
