package parse

import (
	"testing"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
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

// In German the name of an exercise keeps its capital in messages.
func TestCapitalsOfLanguages(t *testing.T) {
	file := source.File{Path: "content/exercises/deadlift.toml", Data: []byte("name = \"Kreuzheben\"\npattern = \"hinge\"\nmeasure = \"reps\"\n")}
	for language, want := range map[string]string{"de": "Kreuzheben", "de-AT": "Kreuzheben", "nl": "kreuzheben", "den": "kreuzheben"} {
		f := New(&Settings{Language: language}, markdown.Words{}, nil).Parse(file)
		if got := f.Exercise.InSentence(); got != want {
			t.Errorf("language %q: got %q, want %q", language, got, want)
		}
	}
}
