package render

import (
	"bytes"
	"path"
	"regexp"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/rawhtml"
	"github.com/legpress/legpress/generator/source"
)

// This file looks at the files of a site's own theme for what the site's policy blocks, as package check does at HTML in texts. What a
// script asks for cannot be seen before it runs.

// ownProblems says what in a file of the site's own theme would not work on the published site.
func ownProblems(p *policy.Policy, name string, text []byte) diag.List {
	file := source.Templates + "/" + name
	switch path.Ext(name) {
	case ".html":
		return p.Problems(rawhtml.Tags(withoutActions(text), rawhtml.Places(file, text)))
	case ".css":
		return p.StyleProblems(rawhtml.StyleAddresses(text, rawhtml.Places(file, text)))
	}
	return nil
}

var action = regexp.MustCompile(`\{\{(?s:.*?)\}\}`)

// withoutActions returns the HTML of a template with letters where it fills something in, so that all else stays where it is.
func withoutActions(text []byte) []byte {
	return action.ReplaceAllFunc(text, func(a []byte) []byte {
		letters := bytes.Repeat([]byte("x"), len(a))
		for i, c := range a {
			if c == '\n' {
				letters[i] = c
			}
		}
		return letters
	})
}
