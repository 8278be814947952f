package reference

import (
	"strings"

	"github.com/legpress/legpress/generator/tomlfile"
)

// kindWords says in words what a key takes.
func kindWords(k *tomlfile.Key) string {
	if k.Kind == tomlfile.Tables && k.Example != "" {
		return "list of { ... }"
	}
	var words []string
	for _, kind := range []struct {
		kind tomlfile.Kind
		word string
	}{
		{tomlfile.String, "text"},
		{tomlfile.Markdown, "text in Markdown"},
		{tomlfile.Integer, "whole number"},
		{tomlfile.Boolean, "yes or no, written true or false"},
		{tomlfile.Date, "date"},
		{tomlfile.Strings, "list of texts"},
		{tomlfile.Integers, "list of whole numbers"},
		{tomlfile.SubTable, "table"},
		{tomlfile.Tables, "table that may be repeated"},
	} {
		if k.Kind&kind.kind != 0 {
			words = append(words, kind.word)
		}
	}
	if len(k.OneOf) > 0 {
		return strings.NewReplacer("list of texts", "list of words", "text", "one word").Replace(strings.Join(words, " or "))
	}
	return strings.Join(words, " or ")
}
