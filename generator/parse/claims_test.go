package parse

import (
	"testing"

	"github.com/legpress/legpress/generator/markdown"
)

// The language of the site decides, not that of the text.
func TestClaimsInOtherLanguages(t *testing.T) {
	for language, want := range map[string]int{"en": 1, "EN_us": 1, "de": 0, "enm": 0, "": 0} {
		doc, _ := markdown.New(markdown.Options{Language: language, Phrases: claimPhrases(language)}).Parse(markdown.Source{Text: []byte("Lifting prevents injuries.")})
		if len(doc.Phrases) != want {
			t.Errorf("language %q: claims %+v, want %d", language, doc.Phrases, want)
		}
	}
}
