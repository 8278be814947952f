package render

import "github.com/legpress/legpress/generator/site"

// FeedLink is a feed that a page offers.
type FeedLink struct {
	URL, Type, Title string
	Name             string // of the format: "Atom"
}

// Feeds returns the feeds that the head of the page offers: that of all articles and, on the pages of a tag or a runner type,
// their own.
func (v *View) Feeds() []FeedLink {
	var list []FeedLink
	if len(v.Site.Articles) > 0 {
		list = append(list, FeedLink{URL: "/" + site.FeedName(site.AtomFile), Type: "application/atom+xml", Title: v.Settings.Title})
	}
	if l := v.Page.List; l != nil && len(l.Articles) > 0 && l.Feed() != "/" {
		list = append(list, FeedLink{URL: l.Feed() + site.FeedName(site.AtomFile), Type: "application/atom+xml", Title: v.Settings.Title + ": " + l.Name()})
	}
	return list
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
