package parse

import (
	"strings"

	"github.com/legpress/legpress/generator/claims"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/tomlfile"
)

// isEnglish reports whether a language is one whose claims are known.
func isEnglish(language string) bool { return isSpoken(language, "en") }

// isSpoken reports whether a language is one, spoken wherever: "de" and "de-AT" are German.
func isSpoken(language, one string) bool {
	base, _, _ := strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	return strings.EqualFold(base, one)
}

// claimPhrases returns what finds claims in the texts of a site; in other languages than English none are known.
func claimPhrases(language string) markdown.Phrases {
	if !isEnglish(language) {
		return markdown.Phrases{}
	}
	return markdown.Phrases{MayContain: claims.MayContain, Find: func(p markdown.Passage) []markdown.Span {
		var spans []markdown.Span
		for _, c := range claims.Find(claims.Passage(p)) {
			spans = append(spans, markdown.Span{Start: c.Start, End: c.End, Rule: ruleOf(c), Citable: c.Kind == claims.Speed})
		}
		return spans
	}}
}

// lineClaims warns of claims in lines without markup, such as titles and summaries. Readers and search engines see them first, and they
// have no room for a source. Drafts get no warnings yet.
func (p *Parser) lineClaims(t *tomlfile.Table, draft bool, keys ...string) diag.List {
	var list diag.List
	if draft || !isEnglish(p.settings.Language) {
		return nil
	}
	for _, key := range keys {
		for _, line := range t.Texts(key) {
			for _, c := range claims.Find(claims.Passage{Text: line.Value}) {
				list.Add(unsupported(c, line))
			}
		}
	}
	return list
}

// ruleOf returns the rule that a claim is against.
func ruleOf(c claims.Claim) string {
	if c.Kind == claims.Speed {
		return "speed-claim"
	}
	return "injury-claim"
}

func unsupported(c claims.Claim, line tomlfile.Text) diag.Problem {
	p := diag.Warningf(line.Pos, ruleOf(c), "%q is more than the evidence supports.", line.Value[c.Start:c.End])
	if c.Kind == claims.Speed {
		return p.WithHint("Say what the plan trains. What a study found belongs into the text, beside its source.")
	}
	return p.WithHint("Say what strength work does do: economy and performance.")
}
