package prose_test

import (
	"testing"

	"github.com/legpress/legpress/generator/importer/prose"
)

func TestStrong(t *testing.T) {
	for text, want := range map[string]string{
		"**a** b":                   "**a** b",
		"**Related Posts: **Roger":  "**Related Posts:** Roger",
		"x ** [a](b) ** y":          "x  **[a](b)**  y",
		"**Documentation Guru:**We": "**Documentation Guru**:We",
		"**含义。**阿布":                 "**含义**。阿布",
		"の**「か？」**が":                "の「**か**？」が",
		"word**: x**":               "word: **x**",
		"a **b.** c":                "a **b.** c",
		"`**a: **b`":                "`**a: **b`",
		"```\n**a: **b\n```":        "```\n**a: **b\n```",
		"***a: ***b":                "***a: ***b",
		`\**a: **b`:                 `\**a: **b`,
		"2 ** 3 ** 4":               "2 ** 3 ** 4",
		"** **":                     "** **",
		"**[a](b)**c":               "**[a](b)**c",
		"**a\u00a0**b":              "**a**\u00a0b",
		"**a: **b and **c: **d":     "**a:** b and **c:** d",
		"**a** b ** c** d":          "**a** b  **c** d",
	} {
		if got := prose.Strong(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
