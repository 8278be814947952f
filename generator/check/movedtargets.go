package check

import (
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// moved checks the targets in moved.toml. The old addresses themselves are checked with all others.
func (c *checker) moved() {
	for _, m := range c.site.Moved {
		to := m.To.Value
		if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "?#") {
			c.add(diag.Errorf(m.To.Pos, "bad-target", "%q is not the address of a page or a file on this site.", to).
				WithHint(`Write it from the root of the site, without "?" and "#": "/tags/strength/".`))
			continue
		}
		ref := markdown.Ref{Target: to, Pos: m.To.Pos}
		t := c.site.Resolve(parse.MovedFile, ref)
		switch {
		case t.Found() && t.URL != to:
			c.add(diag.Errorf(m.To.Pos, "bad-target", "what is meant by %q stands at %q.", to, t.URL).WithHint("Write it like that."))
		case t.Page != nil && t.Page.Target != "":
			c.movedTwice(m, t.Page)
		case t.Found() && m.OfFeed() && (t.Page == nil || !t.Page.IsFeed()):
			c.add(diag.Errorf(m.To.Pos, "no-feed", "%q is the address of a feed, and there is none at %q.", m.Old.Value, to).
				WithHint("The site has %s, and each list of articles has its own.", mainFeeds()))
		default:
			c.reference(&site.Page{From: diag.Position{File: parse.MovedFile}}, &ref)
		}
	}
}

// mainFeeds returns the addresses of the feeds of all articles, as words of a sentence.
func mainFeeds() string {
	var list []string
	for _, feed := range site.Feeds() {
		list = append(list, strconv.Quote(feed.Of("/")))
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// movedTwice reports a target that is an old address itself.
func (c *checker) movedTwice(m parse.Moved, to *site.Page) {
	p := diag.Errorf(m.To.Pos, "moved-twice", "%q is an old address itself.", m.To.Value)
	if next := c.site.PageAt(to.Target); next == nil || next.Target != "" {
		c.add(p.WithHint("Write the address of a page or a file."))
		return
	}
	c.add(p.WithHint("Write where it leads: %q.", to.Target))
}
