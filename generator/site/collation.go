package site

import (
	"cmp"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collation orders names as the dictionaries of a language do: "Ärger" before "Zorn", and capital letters beside small ones.
// It is for one goroutine.
type collation struct {
	collator *collate.Collator
	buffer   collate.Buffer
	keys     map[string]string // made once for each name
}

func newCollation(tag string) *collation {
	return &collation{collator: collate.New(language.Make(tag)), keys: map[string]string{}}
}

// compare orders two names. Different names are never equal, so that the order does not depend on what came first.
func (c *collation) compare(x, y string) int {
	if x == y {
		return 0
	}
	return cmp.Or(cmp.Compare(c.key(x), c.key(y)), cmp.Compare(x, y))
}

func (c *collation) key(name string) string {
	key, ok := c.keys[name]
	if !ok {
		key = string(c.collator.KeyFromString(&c.buffer, name))
		c.buffer.Reset()
		c.keys[name] = key
	}
	return key
}
