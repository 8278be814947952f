//go:build race

package fewertest

import (
	"flag"

	_ "pgregory.net/rapid" // its flags
)

func init() {
	if err := flag.Set("rapid.checks", "10"); err != nil {
		panic(err)
	}
}
