package render

import (
	"testing"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/texttest"
)

// The script writes a target as a plan's page does, in either unit: the sets of each load, the load as it is taken, the light sets before.
func TestScriptWritesTargets(t *testing.T) {
	texttest.Compare(t, texttest.Inputs(t, "../testdata/programmes"), 4, func(of texttest.Target) map[string]any {
		shown := Target{Target: of.Target, words: of.Words}.in(of.Unit)
		var parts [][2]string
		for _, part := range shown.Parts() {
			load, err := part.shortWeight()
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, [2]string{markdown.KeepUnits(of.Words.Prescription(part.Asked())), markdown.KeepUnits(load)})
		}
		said := map[string]any{"parts": parts, "warmUp": ""}
		if !of.Row.WarmUp.IsZero() {
			said["warmUp"] = shown.WarmUp()
		}
		return said
	})
}
