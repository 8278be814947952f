package progression_test

import (
	"testing"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/texttest"
	"github.com/legpress/legpress/generator/training/phrase"
	"github.com/legpress/legpress/generator/training/progression"
)

// The script says the same rules and reasons as Go, of drawn plans of every model, whatever a runner has done.
func TestScriptSaysRulesOfDrawnPlans(t *testing.T) {
	var inputs []progression.Input
	plans := 250
	if growthtest.Race {
		plans = 50
	}
	for seed := range plans {
		in := progression.Drawn(seed)
		if p, _ := progression.Project(in); p != nil {
			inputs = append(inputs, in)
		}
	}
	texttest.Compare(t, inputs, 3, func(of texttest.Target) map[string]any {
		said := func(phrases ...phrase.Phrase) string {
			list := make([]phrase.Phrase, len(phrases))
			for i, p := range phrases {
				list[i] = p.In(of.Unit)
			}
			return markdown.KeepUnits(of.Words.Sentences(list...))
		}
		return map[string]any{"name": of.Exercise.Name, "rule": said(of.Rule...), "paper": said(of.PaperRule...), "why": said(of.Why)}
	})
}
