package site

import "github.com/legpress/legpress/generator/parse"

// How many articles a feed has, the newest (house rule): readers call often, and every tag has its own.
const (
	inMainFeed  = 20
	inOtherFeed = 10
)

// feeds adds the feeds of a list of articles at an address. An empty list has none.
func (b *pageBuilder) feeds(base, section string, articles []*parse.Article, of List) {
	if len(articles) == 0 {
		return
	}
	most := inOtherFeed
	if of.Tag == nil && of.Runner == nil {
		most = inMainFeed
	}
	of.Articles, of.Total = articles[:min(most, len(articles))], len(articles)
	b.addAll(OfFeed, base, Page{Section: section, List: &of})
}

// Feed returns the address below which the feeds of the list stand.
func (l *List) Feed() string {
	switch {
	case l.Tag != nil:
		return l.Tag.URL
	case l.Runner != nil:
		return l.Runner.URL + "articles/"
	}
	return "/"
}

// Name returns the name of the tag or of the runner type that the list is of; empty for all articles.
func (l *List) Name() string {
	switch {
	case l.Tag != nil:
		return l.Tag.Name
	case l.Runner != nil:
		return l.Runner.Name
	}
	return ""
}

// Feeds returns the kinds of feed, in the order in which they are offered.
func Feeds() []Output {
	var list []Output
	for o := range Outputs {
		if o.Owner() == OfFeed {
			list = append(list, o)
		}
	}
	return list
}

// IsFeed reports whether the page is a feed, at its own address.
func (p *Page) IsFeed() bool { return p.Output.Owner() == OfFeed }
