package site

import (
	"cmp"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// alphabet orders names as the dictionaries of a language do: "Ärger" before "Zorn", and capital letters beside small ones.
// It is for one goroutine.
type alphabet struct {
	collator *collate.Collator
	buffer   collate.Buffer
	keys     map[string]string // made once for each name
}

func newAlphabet(tag string) *alphabet {
	return &alphabet{collator: collate.New(language.Make(tag)), keys: map[string]string{}}
}

// compare orders two names. Different names are never equal, so that the order does not depend on what came first.
func (a *alphabet) compare(x, y string) int {
	if x == y {
		return 0
	}
	return cmp.Or(cmp.Compare(a.key(x), a.key(y)), cmp.Compare(x, y))
}

func (a *alphabet) key(name string) string {
	key, ok := a.keys[name]
	if !ok {
		key = string(a.collator.KeyFromString(&a.buffer, name))
		a.buffer.Reset()
		a.keys[name] = key
	}
	return key
}
