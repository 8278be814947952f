package site

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/tomlfile"
)

// plainLines warns of markup in texts of one line, which are shown as they were typed: titles, cues and the like.
func plainLines(t *tomlfile.Table, keys ...string) diag.List {
	var list diag.List
	for _, key := range keys {
		for _, line := range t.Texts(key) {
			if found := markdown.PlainMarkup(line.Value); found != "" {
				list.Add(diag.Warningf(line.Pos, "markup-in-line", "readers see %s with its signs: this line is shown as it is typed.", found).
					WithHint("Write it without them. Markdown is for the text below the front matter and for about."))
			}
		}
	}
	return list
}
