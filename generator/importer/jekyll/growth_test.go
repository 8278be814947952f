package jekyll_test

import (
	"testing"
	"testing/fstest"

	"github.com/legpress/legpress/generator/growthtest"
	"github.com/legpress/legpress/generator/importer/jekyll"
)

// Reading a text of four times the size takes no more than about four times as long.
func TestGrowth(t *testing.T) {
	growthtest.Skip(t)
	for _, pattern := range []string{"{{ page.title }} ", "{% include youtube.html id=\"a\" %}\n\n", "## a\n{: #b#}\n\n", "a {:.b} ", "| a | b |\n", "$$a$$ ", "<<a>> ", "*[A]: b\n", "{% link a.md %} ", "{% assign a = \"b\" %}"} {
		factor, took := growthtest.Factor("---\n---\n·"+pattern+"·", 20_000, func(text []byte) {
			_, _ = jekyll.Read(fstest.MapFS{"_posts/2020-01-01-a.md": {Data: text}})
		})
		if factor > growthtest.Most {
			t.Errorf("%q: four times the text takes %.1f times as long, %v", pattern, factor, took)
		}
	}
}
