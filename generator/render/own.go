package render

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

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
		return styleProblems(p, file, text)
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

// styleProblems says which addresses in a stylesheet are blocked: of pictures and fonts, and of other stylesheets.
func styleProblems(p *policy.Policy, file string, text []byte) diag.List {
	var found diag.List
	place := rawhtml.Places(file, text)
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(text)))
	imported, at := false, 0
	for {
		kind, token := lexer.Next()
		if kind == css.ErrorToken {
			return found
		}
		if address := addressIn(kind, token, imported); address != "" {
			found.Add(p.StyleAddress(address, imported, place(at, at+len(token)))...)
		}
		switch kind {
		case css.AtKeywordToken:
			imported = strings.EqualFold(string(token), "@import")
		case css.SemicolonToken:
			imported = false
		}
		at += len(token)
	}
}

// addressIn returns the address that a token of a stylesheet names; "" if it names none.
func addressIn(kind css.TokenType, token []byte, imported bool) string {
	text := string(token)
	switch {
	case kind == css.URLToken:
		text = text[strings.IndexByte(text, '(')+1 : len(text)-1]
	case kind != css.StringToken || !imported:
		return ""
	}
	return strings.Trim(text, " \t\r\n\f\"'")
}
