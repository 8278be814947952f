package prose_test

import (
	"strings"
	"testing"

	"github.com/legpress/legpress/generator/importer/prose"
)

// A mark in the address of a link in HTML stays a mark, so that the link is known to be without an address.
func TestMarkedAddress(t *testing.T) {
	for _, src := range []string{`<p><a href="%s/a">words</a></p>`, `<p><a href="%s"><img src="x.jpg" alt="x"></a></p>`, `<p><img src="/a/%s" alt="x"></p>`} {
		l := &prose.Losses{}
		mark := l.Mark(prose.Loss{Reason: "lost"})
		got := prose.FromHTML(strings.Replace(src, "%s", mark, 1), false, l)
		if prose.Marks(got) != mark || strings.Contains(got, "%EE") {
			t.Errorf("%s: got %q", src, got)
		}
	}
}
