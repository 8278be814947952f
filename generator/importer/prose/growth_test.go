package prose

import (
	"testing"

	"github.com/legpress/legpress/generator/growthtest"
)

// growing are paragraphs that may take long, as [growthtest.Repeat] reads them.
var growing = []string{"[a](b) ", "[a](b)\n", "![a](b#.jpg) ", "<http://a.b> ", "[a](b) *c* ", "[a][b] ", "a "}

// Finding the links of a post of four times the size takes no more than about four times as long.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	for name, find := range map[string]func(text []byte){
		"links":      func(text []byte) { Relink(string(text), func(l Link) Change { return Lead("x.md") }) },
		"references": func(text []byte) { InlineReferences(string(text)) },
	} {
		for _, pattern := range growing {
			if factor, took := growthtest.Factor(pattern, 20_000, find); factor > growthtest.Most {
				t.Errorf("%s: %q: four times the text takes %.1f times as long, %v", name, pattern, factor, took)
			}
		}
	}
}

// Making paragraphs of a text of four times the size takes no more than about four times as long.
func TestGrowthOfParagraphs(t *testing.T) {
	growthtest.Skip(t)
	for _, pattern := range []string{"a\n", "<b>a</b>\n"} {
		factor, took := growthtest.Factor(pattern, 20_000, func(text []byte) { FromHTML(string(text), true, &Losses{}) })
		if factor > growthtest.Most {
			t.Errorf("%q: four times the text takes %.1f times as long, %v", pattern, factor, took)
		}
	}
}
