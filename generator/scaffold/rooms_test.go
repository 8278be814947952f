package scaffold_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/starter"
)

// Whoever begins small, at home or with pounds gets a type of runner and a plan of which the rules have nothing to say.
func TestNewRunnerInEachRoom(t *testing.T) {
	for name, o := range map[string]starter.Options{
		"small": {Small: true}, "small, at home": {Small: true, Home: true}, "small, in pounds": {Small: true, Pounds: true},
		"small, at home, in pounds": {Small: true, Home: true, Pounds: true}, "at home": {Home: true}, "in pounds": {Pounds: true},
	} {
		t.Run(name, func(t *testing.T) {
			if growthtest.Race && !o.Small {
				t.Skip("the small ones are enough for the race detector")
			}
			site, err := starter.Site(content.Files, o)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for path, data := range site {
				if name, ok := strings.CutPrefix(path, "content/"); ok {
					files[name] = string(bytes.ReplaceAll(data, []byte("https://example.org/"), []byte("https://balanced-stride.com/")))
				}
			}
			dir := folder(t, files)
			if written := begin(t, dir, "runner", "Coming back"); len(written) != 2 {
				t.Errorf("%d files, want a type of runner and a plan", len(written))
			}
			checkClean(t, dir)
		})
	}
}
