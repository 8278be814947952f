//go:build race

package growthtest

import (
	"flag"

	_ "pgregory.net/rapid" // its flags
)

// Race says that the race detector is built in, which makes everything many times slower.
const Race = true

// With the detector, tests draw a tenth of their cases: what is to be found by it is in each of them.
func init() {
	if err := flag.Set("rapid.checks", "10"); err != nil {
		panic(err)
	}
}
