package render

import (
	"github.com/legpress/legpress/generator/render/feed"
	"github.com/legpress/legpress/generator/site"
)

// FeedLink is a feed that a page offers.
type FeedLink struct {
	URL, Type, Title string
	Name             string // of the format: "Atom"
}

// Feeds returns the feeds that the head of the page offers: that of all articles and, on the pages of a tag or a runner type,
// their own. Where a page leads on to a feed it is that one: a feed reader that does not follow the page finds it there.
func (v *View) Feeds() []FeedLink {
	if v.Page.Output == site.RedirectPage {
		if p := v.Site.PageAt(v.Page.Target); p != nil && p.IsFeed() {
			return []FeedLink{v.feed(p.Output, p.List)}
		}
		return nil
	}
	var list []FeedLink
	if len(v.Site.Articles) > 0 {
		list = append(list, v.feed(site.AtomFile, &site.List{}))
	}
	if l := v.Page.List; l != nil && len(l.Articles) > 0 && l.Feed() != "/" {
		list = append(list, v.feed(site.AtomFile, l))
	}
	return list
}

func (v *View) feed(o site.Output, l *site.List) FeedLink {
	format := formatOf(o)
	return FeedLink{URL: o.Of(l.Feed()), Type: format.Type, Title: v.renderer.feedName(l), Name: format.Name}
}

// formatOf returns the format of a feed: that of the name which its file has.
func formatOf(o site.Output) feed.Format { return feed.FormatOf(o.Of("")) }

// ListFeeds returns the feeds of the page's list in all formats.
func (v *View) ListFeeds() []FeedLink {
	l := v.Page.List
	if len(l.Articles) == 0 || l.Year != 0 {
		return nil
	}
	var list []FeedLink
	for _, o := range site.Feeds() {
		list = append(list, v.feed(o, l))
	}
	return list
}
