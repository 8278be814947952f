package ghost_test

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer/ghost"
)

// Reading a text of four times the size takes no more than about four times as long, in each format that Ghost has.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	for field, patterns := range map[string][]string{
		"html": {
			"<p>a</p>", "<!--kg-gated-block:begin nonMember:true-->", "<!--kg-gated-block:begin --><!--kg-gated-block:end-->", "<!--members-only-->", `<div class="kg-card kg-callout-card">`,
			`<div class="kg-card kg-toggle-card"><h4 class="kg-toggle-heading-text">a</h4><div class="kg-toggle-content"></div></div>`, `<sup class="footnote-ref"><a href="#f#">1</a></sup><ol><li class="footnote-item" id="f#">a</li></ol>`,
			`<figure class="kg-card kg-bookmark-card"><a href="/x">`, "__GHOST_URL__/a ", "<b>", `<a href="#/portal">a</a>`,
		},
		"lexical":   {`{"root":{"children":[·{"type":"paragraph","children":[{"type":"text","text":"a","format":3}]},·{}]}}`, `{"root":{"children":[·{"type":"html","html":"<p>a"},·{}]}}`},
		"mobiledoc": {`{"markups":[["em"]],"cards":[["hr",{}]],"sections":[·[1,"p",[[0,[0],1,"a"]]],[10,0],·[10,0]]}`},
	} {
		for _, pattern := range patterns {
			read := func(text []byte) {
				blog, err := ghost.Read(ghost.Input{Name: "x", JSON: strings.NewReader(export(object{"html": nil, field: string(text)}, nil))})
				if err != nil || len(blog.Posts) != 1 {
					t.Fatal(err)
				}
			}
			if factor, took := growthtest.Factor(pattern, 40_000, read); factor > growthtest.Most {
				t.Errorf("%s: %q: four times the text takes %.1f times as long, %v", field, pattern, factor, took)
			}
		}
	}
}
