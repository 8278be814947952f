// Package highlight tells the parts of program code from each other, so that a page can show them in colours.
//
// In go the name of a language and code, out come [Run]s, which together are the code and of which each is one kind of thing. The
// languages are those that coaches publish: of settings, of tables and of the analysis of training. Their descriptions, in
// languages/, are chroma's; each is read when a page first asks for it, so that a site without code pays nothing.
package highlight

import (
	"embed"
	"path"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// Kind is what a run is, under the name of its class in stylesheets.
type Kind string

const (
	Plain   Kind = ""
	Comment Kind = "comment"
	Keyword Kind = "keyword"
	Name    Kind = "name" // of a key, an element, an attribute, a variable
	String  Kind = "string"
	Number  Kind = "number" // or a date
	Added   Kind = "added"
	Removed Kind = "removed"
)

// Run is a part of code that is all of one kind.
type Run struct {
	Kind Kind
	Text string
}

// most is the size of code, in bytes, above which it is not looked at: it is data then, and would take long.
const most = 32 << 10

//go:embed languages/*.xml
var descriptions embed.FS

// known are all languages, which can ask for each other.
var known = sync.OnceValue(func() *chroma.LexerRegistry {
	all := chroma.NewLexerRegistry()
	entries, _ := descriptions.ReadDir("languages")
	for _, e := range entries {
		all.Register(chroma.MustNewXMLLexer(descriptions, path.Join("languages", e.Name())))
	}
	return all
})

// Runs reads code. It returns nil where the language is not known or the code is too long.
func Runs(language, code string) []Run {
	if len(code) > most || strings.Trim(language, letters) != "" {
		return nil
	}
	lexer := known().Get(language)
	if lexer == nil {
		return nil
	}
	next, err := lexer.Tokenise(&chroma.TokeniseOptions{State: "root"}, code)
	if err != nil {
		return nil
	}
	var runs []Run
	rest := code
	for _, token := range next.Tokens() {
		var found bool
		if rest, found = strings.CutPrefix(rest, token.Value); !found {
			return nil
		}
		k := kind(token.Type)
		if last := len(runs) - 1; last >= 0 && (runs[last].Kind == k || strings.TrimSpace(token.Value) == "") {
			runs[last].Text += token.Value
			continue
		}
		runs = append(runs, Run{k, token.Value})
	}
	if rest != "" {
		return nil
	}
	return runs
}

// letters are what names of languages have in them. Others would be read as patterns of file names.
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-#"

func kind(t chroma.TokenType) Kind {
	switch {
	case t == chroma.GenericInserted:
		return Added
	case t == chroma.GenericDeleted:
		return Removed
	case t.InCategory(chroma.Comment):
		return Comment
	case t.InCategory(chroma.Keyword), t == chroma.OperatorWord, t.InSubCategory(chroma.GenericHeading):
		return Keyword
	case t.InSubCategory(chroma.LiteralString):
		return String
	case t.InSubCategory(chroma.LiteralNumber), t == chroma.LiteralDate:
		return Number
	case t == chroma.NameTag, t == chroma.NameAttribute, t == chroma.NameProperty, t == chroma.NameVariable, t == chroma.NameFunction:
		return Name
	}
	return Plain
}
