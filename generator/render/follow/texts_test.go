package follow_test

import (
	"testing"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/texttest"
	"github.com/legpress/legpress/generator/training/phrase"
)

// The script says the same rules and reasons as Go, of the starter's programmes, whatever a runner has done.
func TestScriptSaysRules(t *testing.T) {
	texttest.Compare(t, texttest.Inputs(t, programmes), 8, func(of texttest.Target) map[string]any {
		return map[string]any{"name": of.Exercise.Name, "rule": said(of, of.Rule...), "paper": said(of, of.PaperRule...), "why": said(of, of.Why)}
	})
}

// said returns sentences with their loads in the unit.
func said(of texttest.Target, phrases ...phrase.Phrase) string {
	list := make([]phrase.Phrase, len(phrases))
	for i, p := range phrases {
		list[i] = p.In(of.Unit)
	}
	return markdown.KeepUnits(of.Words.Sentences(list...))
}
