package templates_test

import (
	"os"
	"sync"
	"testing"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/sitetest"
)

// built is the folder of the starter site for the tests that only look at it; "": none has asked for it.
var (
	built    string
	building sync.Mutex
)

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		os.RemoveAll(built)
	}
	os.Exit(code)
}

// someOf returns the last of some cases where the race detector is built in, with which they take many times as long: what is to be found by
// it is in each of them.
func someOf[T any](cases []T) []T {
	if growthtest.Race {
		return cases[len(cases)-1:]
	}
	return cases
}

// starter returns the folder of the starter site, built. Nothing may be changed in it.
func starter(t *testing.T) string {
	t.Helper()
	building.Lock()
	defer building.Unlock()
	if built == "" {
		dir, err := os.MkdirTemp("", "starter")
		if err != nil {
			t.Fatal(err)
		}
		sitetest.WriteStarter(t, dir)
		sitetest.Build(t, dir)
		built = dir
	}
	return built
}
