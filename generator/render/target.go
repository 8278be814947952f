package render

import (
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/words"
)

// Target is a target as a page shows it: with its sentences in the site's language.
type Target struct {
	*progression.Target
	words *words.Words
}

// Rule returns what to do next time, depending on what happened.
func (t Target) Rule() string { return t.words.Sentences(t.Target.Rule...) }

// Why returns why the target is what it is.
func (t Target) Why() string { return t.words.Sentences(t.Target.Why) }
