package check

import (
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// feedIDs reports ids that two articles would have in feeds. Feed readers would show only one of them.
func (c *checker) feedIDs() {
	named := map[string]*parse.Article{}
	for _, a := range c.site.Articles {
		id := a.FeedID.Value
		if id == "" {
			continue
		}
		other := named[id]
		if other == nil {
			named[id] = a
			other = c.articleAt(id)
		}
		if other != nil && other != a {
			c.add(diag.Errorf(a.FeedID.Pos, "same-feed-id", "%s has this id in feeds, too, and feed readers would show only one of the two.", other.File).
				WithHint("Leave feed_id out, if the article is not the one that had this id in an old feed."))
		}
	}
}

// articleAt returns the article that has an id in feeds because of its address, or a former one; nil for none.
func (c *checker) articleAt(id string) *parse.Article {
	address, own := strings.CutPrefix(id, strings.TrimSuffix(c.site.Settings.FeedID("/"), "/"))
	if !own {
		return nil
	}
	p := c.site.PageAt(address)
	if p != nil && p.Output == site.RedirectPage {
		p = c.site.PageAt(p.Target)
	}
	if p == nil || p.Article == nil || c.site.Settings.EntryID(p.Article) != id {
		return nil
	}
	return p.Article
}
