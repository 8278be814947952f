package render

import "github.com/legpress/legpress/generator/site"

// FeedLink is a feed that a page offers.
type FeedLink struct {
	URL, Type, Title string
	Name             string // of the format: "Atom"
}

// Feeds returns the feeds that the head of the page offers: that of all articles and, on the pages of a tag or a runner type,
// their own. Where a page leads on to a feed it is that one: a feed reader that does not follow the page finds it there.
func (v *View) Feeds() []FeedLink {
	if v.Page.Kind == site.RedirectPage {
		if feed := v.Site.PageAt(v.Page.Target); feed != nil && feed.IsFeed() {
			return []FeedLink{v.feed(feed.Kind, feed.List)}
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

func (v *View) feed(kind site.Kind, l *site.List) FeedLink {
	return FeedLink{URL: l.Feed() + site.FeedName(kind), Type: feedType(kind), Title: v.renderer.feedName(l)}
}

// feedType returns the media type of a feed.
func feedType(kind site.Kind) string {
	switch kind {
	case site.AtomFile:
		return "application/atom+xml"
	case site.RSSFile:
		return "application/rss+xml"
	}
	return "application/feed+json"
}

// ListFeeds returns the feeds of the page's list in all formats.
func (v *View) ListFeeds() []FeedLink {
	l := v.Page.List
	if len(l.Articles) == 0 || l.Year != 0 {
		return nil
	}
	return []FeedLink{
		{URL: l.Feed() + site.FeedName(site.AtomFile), Name: "Atom"},
		{URL: l.Feed() + site.FeedName(site.RSSFile), Name: "RSS"},
		{URL: l.Feed() + site.FeedName(site.JSONFeedFile), Name: "JSON"},
	}
}
