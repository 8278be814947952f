package rules_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/legpress/legpress/content"
	"github.com/legpress/legpress/generator/training/rules"
)

func TestStarter(t *testing.T) {
	g := read(t, filesOf(t, content.Files))
	for _, name := range slices.Sorted(maps.Keys(g.files)) {
		if strings.HasPrefix(name, "plans/") {
			verdicts, problems := g.check(t, name, rules.Config{})
			t.Logf("%s\n%s", name, g.said(t, problems))
			for _, v := range verdicts {
				var ids []string
				for _, r := range v.Passed {
					ids = append(ids, r.ID)
				}
				t.Log(v.Runner.ID, "passed", ids)
			}
		}
	}
}
