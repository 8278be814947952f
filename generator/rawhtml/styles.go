package rawhtml

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"github.com/legpress/legpress/generator/diag"
)

// StyleAddress is an address in a stylesheet: url(a.png), or @import "b.css".
type StyleAddress struct {
	Address  string // as it was written, without quotes
	Imported bool   // it is that of another stylesheet
	Pos      diag.Position
}

// StyleAddresses returns the addresses in a stylesheet, in their order. pos tells the position of bytes as for [Tags].
func StyleAddresses(text []byte, pos func(from, to int) diag.Position) []StyleAddress {
	var list []StyleAddress
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(text)))
	imported, at := false, 0
	for {
		kind, token := lexer.Next()
		if kind == css.ErrorToken {
			return list
		}
		if address := addressIn(kind, token, imported); address != "" {
			list = append(list, StyleAddress{address, imported, pos(at, at+len(token))})
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
		text = strings.TrimSuffix(text[strings.IndexByte(text, '(')+1:], ")")
	case kind != css.StringToken || !imported:
		return ""
	}
	return strings.Trim(text, " \t\r\n\f\"'")
}
