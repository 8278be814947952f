package markdown

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/legpress/legpress/generator/claims"
	"github.com/legpress/legpress/generator/diag"
)

// claimPhrases finds claims, as a site in English does.
func claimPhrases() Phrases {
	return Phrases{MayContain: claims.MayContain, Find: func(p Passage) []Span {
		var spans []Span
		for _, c := range claims.Find(claims.Passage(p)) {
			spans = append(spans, Span{Start: c.Start, End: c.End, Citable: c.Kind == claims.Speed})
		}
		return spans
	}}
}

// TestUncited compares the claims of a text without a source: line, column, length, words.
func TestUncited(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a paragraph", "Lifting prevents injuries.", []string{"1:9:17 prevents injuries"}},
		{"a heading", "## How lifting prevents injuries\n", []string{"1:16:17 prevents injuries"}},
		{"emphasis", "Lifting **prevents** *all* _injuries_.", []string{"1:11:26 prevents all injuries"}},
		{"emphasis inside a word", "ä Injury-**proof** legs", []string{"1:4:14 Injury-proof"}},
		{"a link", "Lifting [prevents](https://a.b) injuries.", []string{"1:10:31 prevents injuries"}},
		{"over the end of a line", "Look:\n  lifting prevents\n  injuries.\n", []string{"2:11:8 prevents injuries"}},
		{"a hard line break", "Lifting prevents\\\ninjuries.", []string{"1:9:9 prevents injuries"}},
		{"a quotation over lines", "> Lifting\n> prevents\n> injuries.", []string{"2:3:8 prevents injuries"}},
		{"entities and backslashes", "Lifting &amp; co.: it doesn&rsquo;t hurt&excl; Injury\\-proof &ldquo;legs&rdquo;", []string{"1:48:13 Injury-proof"}},
		{"a no-break space", "Lifting prevents&nbsp;injuries.", []string{"1:9:22 prevents injuries"}},
		{"two in one paragraph", "Lifting prevents injuries. It corrects\nimbalances.", []string{"1:9:17 prevents injuries", "1:31:8 corrects imbalances"}},
		{"items of a list", "Reasons to lift:\n\n- It prevents injuries.\n- It is fun.\n\n  It corrects imbalances.\n", []string{"3:6:17 prevents injuries", "6:6:19 corrects imbalances"}},
		{"a cell", "| Lift | Why |\n|---|---|\n| Squat | prevents injuries |\n", []string{"3:11:17 prevents injuries"}},
		{"a definition", "Squat\n: prevents injuries\n", []string{"2:3:17 prevents injuries"}},
		{"a footnote", "Lift.[^1]\n\n[^1]: It prevents injuries.\n", []string{"3:10:17 prevents injuries"}},
		{"the name of an exercise", "Do the [](exercise:goblet-squat) to prevent injuries.", []string{"1:37:16 prevent injuries"}},

		{"a citation that says otherwise", "Lifting prevents injuries, as [Toresdahl](source:toresdahl-2020) shows.", []string{"1:9:17 prevents injuries"}},
		{"a citation in a footnote that says otherwise", "Lifting prevents injuries.[^1]\n\n[^1]: [Wu 2024](source:wu-2024)", []string{"1:9:17 prevents injuries"}},
		{"a citation in the paragraph", "Be 8 % faster. It was fun ([Wu 2024](source:wu-2024)).", nil},
		{"a citation in brackets", "Be 8 % faster <source:wu-2024>.", nil},
		{"a citation inside emphasis", "Be 8 % faster, *says [](source:wu-2024)*.", nil},
		{"a citation in the next paragraph", "Be 8 % faster.\n\nSo do squats ([Wu 2024](source:wu-2024)).", []string{"1:4:10 8 % faster"}},
		{"another link", "Be 8 % faster, see [there](article:start).", []string{"1:4:10 8 % faster"}},
		{"a citation in the item", "- Be 8 % faster.\n\n  See [Wu 2024](source:wu-2024).\n- Lifting corrects imbalances.", []string{"4:11:19 corrects imbalances"}},
		{"a citation in an item below", "- Be 8 % faster.\n  - See [Wu 2024](source:wu-2024).", []string{"1:6:10 8 % faster"}},
		{"a citation in the cell", "| A |\n|---|\n| 8 % faster [](source:a) |\n| 8 % faster |", []string{"4:3:10 8 % faster"}},
		{"a citation in the quotation", "> Be 8 % faster.\n>\n> [Wu 2024](source:wu-2024)", nil},
		{"a citation in the footnote", "Be 8 % faster.[^1]\n\n[^1]: [Wu 2024](source:wu-2024)", nil},
		{"footnotes in a circle", "Be 8 % faster.[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]", []string{"1:4:10 8 % faster"}},

		{"code", "`Lifting prevents injuries`\n\n    prevents injuries\n\n```\nprevents injuries\n```\n", nil},
		{"what is struck out", "~~Lifting prevents injuries.~~ It makes running cheaper.", nil},
		{"an address", "<https://example.org/prevents-injuries>", nil},
		{"a picture", "![Lifting prevents injuries](a.png)", nil},
		{"a denial", "Lifting *does not*\nprevent injuries.", nil},
		{"a denial with an entity", "Lifting doesn&rsquo;t prevent injuries.", nil},
		{"a denial in the next paragraph", "Lifting prevents injuries.\n\nThe trials do not show it.", nil},
		{"a denial behind a quotation", "> Lifting prevents injuries.\n\nThe trials do not show it.", nil},
		{"a denial in the next cell", "| They say | We say |\n|---|---|\n| Lifting prevents injuries. | The trials do not show it. |", nil},
		{"a heading that asks", "## Lifting prevents injuries?", nil},
		{"a list of myths", "## Myths\n\n- Lifting prevents injuries.\n- Lifting makes you heavy.", nil},
		{"a list of myths, led in", "None of this is *true*, whoever\nsays it. These are myths:\n\n1. Lifting prevents injuries.", nil},
		{"a column of myths", "| Lift | Myth |\n|---|---|\n| Squat | prevents injuries |", nil},
		{"a term", "Myth\n: Lifting prevents injuries.\n", nil},
	} {
		doc, _ := New(Options{Phrases: claimPhrases()}).Parse(Source{Text: []byte(test.text), Pos: diag.Position{File: "a.md"}})
		var got []string
		for _, c := range doc.Phrases {
			got = append(got, fmt.Sprintf("%d:%d:%d %s", c.Pos.Line, c.Pos.Column, c.Pos.Length, c.Text))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\nin %q", test.name, diff, test.text)
		}
	}
}

// BenchmarkParseClaims is [BenchmarkParse] for articles in which claims are looked for and every third sentence has a word of one: at most a
// quarter longer.
func BenchmarkParseClaims(b *testing.B) {
	texts, p := articles(), New(Options{Language: "en", Phrases: claimPhrases()})
	for i, text := range texts {
		texts[i] = bytes.ReplaceAll(text, []byte(" ankle "), []byte(" injury "))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Parse(Source{Text: texts[i%len(texts)]})
	}
}
