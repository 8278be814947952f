package site

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/tomlfile"
)

// promises reports what lines without markup promise beyond the evidence: titles, summaries and the like. Readers and search engines see
// them first, and they have no room for a source. Of a draft nothing is said yet.
func (p *Parser) promises(t *tomlfile.Table, draft bool, keys ...string) diag.List {
	var list diag.List
	if draft {
		return nil
	}
	for _, key := range keys {
		for _, line := range t.Texts(key) {
			for _, claim := range p.markdown.Claims(line.Value) {
				list.Add(promise(line.Pos, claim))
			}
		}
	}
	return list
}

func promise(pos diag.Position, claim string) diag.Problem {
	return diag.Warningf(pos, "injury-claim", "%q is more than the evidence supports.", claim).
		WithHint("Say what strength work does do: economy and performance. A promise that has a source belongs into the text, beside the source.")
}
