package progression

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/legpress/legpress/generator/walktest"
)

// TestScriptWalks: the script of a page asks for the same as package machine, of drawn plans, with a runner's own numbers, whatever she has
// written down.
func TestScriptWalks(t *testing.T) {
	const walks = 4 // of each plan
	var groups []walktest.Group
	rapid.Check(t, func(t *rapid.T) {
		p, _ := Project(drawInput(t))
		if p == nil {
			t.Skip("a plan with errors")
		}
		groups = append(groups, walktest.NewGroup(&p.Machines, rapid.Uint64().Draw(t, "seed"), walks))
	})
	walktest.Compare(t, groups)
}
