package check

import (
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// namesUnlisted adds a note where a listed page tells its readers the address of an unlisted one, by a link or by a file that lies beside it.
// The page p is nil for a definition without a page.
func (c *checker) namesUnlisted(p *site.Page, t site.Target, at diag.Position) {
	of := c.site.UnlistedAround(t.URL)
	if of == nil || p != nil && (p.Unlisted() || p.From.File == parse.MovedFile) { // an old address is known only to those who had it
		return
	}
	note := diag.Notef(at, "unlisted-link", "this leads to %q, which is unlisted: whoever reads this finds it.", of.Title).
		WithHint("Leave it if you want that. If not, take the link out.")
	if t.Copied != nil {
		note = diag.Notef(at, "unlisted-link", "this file lies with %q, which is unlisted: its address says where that is.", of.Title).
			WithHint("Leave it if you want that. If not, put the file beside this text.")
	}
	c.add(note)
}
