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

// Feeds returns the feeds that the head of a page offers: that of all articles.
func (v *SiteView) Feeds() []FeedLink {
	if len(v.Site.Articles) == 0 {
		return nil
	}
	return []FeedLink{v.feed(site.AtomFile, &site.List{})}
}

// Feeds returns the feeds that the head of the page offers: that of all articles and, on the pages of a tag or a runner type, their
// own.
func (v *ListView) Feeds() []FeedLink {
	list := v.SiteView.Feeds()
	if l := v.List; len(l.Articles) > 0 && l.Feed() != "/" {
		list = append(list, v.feed(site.AtomFile, l))
	}
	return list
}

// Feeds returns the feed to which the page leads on, if it is one: a feed reader that does not follow the page finds it there.
func (v *RedirectView) Feeds() []FeedLink {
	if p := v.Site.PageAt(v.Target); p != nil && p.IsFeed() {
		return []FeedLink{v.feed(p.Output, p.List)}
	}
	return nil
}

func (v *SiteView) feed(o site.Output, l *site.List) FeedLink {
	format := formatOf(o)
	return FeedLink{URL: o.Of(l.Feed()), Type: format.Type, Title: v.renderer.feedName(l), Name: format.Name}
}

// formatOf returns the format of a feed: that of the name which its file has.
func formatOf(o site.Output) feed.Format { return feed.FormatOf(o.Of("")) }

// ListFeeds returns the feeds of the page's list in all formats.
func (v *ListView) ListFeeds() []FeedLink {
	l := v.List
	if len(l.Articles) == 0 || l.Year != 0 {
		return nil
	}
	var list []FeedLink
	for _, o := range site.Feeds() {
		list = append(list, v.feed(o, l))
	}
	return list
}
