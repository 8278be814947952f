package substack_test

import (
	"testing"
	"testing/fstest"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer/substack"
)

// Reading a text of four times the size takes no more than about four times as long, and so does a table.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	for _, pattern := range []string{
		"<p>a</p>", `<div class="paywall-jump">`, `<div class="callout-block"><h3>a</h3>`, `<p class="button-wrapper"><a href="/x">a</a></p>`, `<div class="captioned-image-container"><img src="https://a.example/b.png"></div>`,
		`<a class="footnote-anchor" href="#f#">1</a><div class="footnote"><a class="footnote-number" id="f#">1</a>a</div>`, `<span class="mention-wrap" data-attrs="{&quot;name&quot;:&quot;a&quot;}"></span>`, "https://a.example/p/a?",
	} {
		read := func(text []byte) {
			blog, err := substack.Read(substack.Input{Name: "x", Folder: fstest.MapFS{"posts.csv": {Data: []byte(head + row)}, "posts/1.a.html": {Data: text}}})
			if err != nil || len(blog.Posts) != 1 {
				t.Fatal(err)
			}
		}
		if factor, took := growthtest.Factor(pattern, 40_000, read); factor > growthtest.Most {
			t.Errorf("%q: four times the text takes %.1f times as long, %v", pattern, factor, took)
		}
	}
	read := func(table []byte) {
		if _, err := substack.Read(substack.Input{Name: "x", Folder: fstest.MapFS{"posts.csv": {Data: []byte(head + string(table))}}}); err != nil {
			t.Fatal(err)
		}
	}
	if factor, took := growthtest.Factor("#.a,2024-03-05,true,,,newsletter,everyone,A,,\n", 100_000, read); factor > growthtest.Most {
		t.Errorf("four times the table takes %.1f times as long, %v", factor, took)
	}
}
