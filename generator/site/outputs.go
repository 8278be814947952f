package site

import (
	"fmt"
	"strings"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/parse"
)

// This file adds what is there for programs: feed readers, search engines, hosts.

// How many articles a feed has, the newest (house rule): readers call often, and every tag has its own.
const (
	inMainFeed  = 20
	inOtherFeed = 10
)

// Feeds returns the kinds of feed, in the order in which they are offered.
func Feeds() []Kind { return []Kind{AtomFile, RSSFile, JSONFeedFile} }

// FeedName returns the name of a feed's file.
func FeedName(kind Kind) string {
	switch kind {
	case AtomFile:
		return "atom.xml"
	case RSSFile:
		return "rss.xml"
	}
	return "feed.json"
}

// feeds adds the feeds of a list of articles at an address. An empty list has none.
func (s *Site) feeds(base, section string, articles []*parse.Article, of List) {
	if len(articles) == 0 {
		return
	}
	most := inOtherFeed
	if of.Tag == nil && of.Runner == nil {
		most = inMainFeed
	}
	of.Articles, of.Total = articles[:min(most, len(articles))], len(articles)
	for _, kind := range Feeds() {
		s.add(&Page{URL: base + FeedName(kind), Kind: kind, Section: section, List: &of})
	}
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

// forPrograms adds what search engines and hosts look for. A file of the same name in static/ takes its place.
func (s *Site) forPrograms() {
	s.add(&Page{URL: "/search/", Kind: SearchPage, Section: "search"})
	s.add(&Page{URL: "/search/index.json", Kind: IndexFile})
	places := 0
	for _, p := range s.Pages {
		if p.Listed() {
			places++
		}
	}
	s.sitemaps(places)
	for _, f := range []struct {
		url  string
		kind Kind
	}{
		{"/robots.txt", RobotsFile},
		{"/site.webmanifest", ManifestFile},
		{"/_headers", HeadersFile},
		{"/_redirects", RedirectsFile},
		{"/.nojekyll", NoJekyllFile},
	} {
		s.addUnlessCopied(&Page{URL: f.url, Kind: f.kind})
	}
}

// ownCard is the name of the picture that takes the place of the card of the page it lies beside.
const ownCard = "card.png"

// hasCards reports whether the site has cards.
func (s *Site) hasCards() bool { return s.Settings.Cards && card.Draws(s.Settings.Title) }

// hasOwnCard reports whether the author has put a card beside a page.
func (s *Site) hasOwnCard(page string) bool {
	return len(s.copyURLs) > 0 && s.copyURLs[page+ownCard] != nil
}

// cardOf adds the card of a plan, if there are letters for its title.
func (s *Site) cardOf(p *Page) {
	if !s.hasCards() || s.hasOwnCard(p.URL) || !card.Draws(p.Title) {
		return
	}
	one := p.asCard(s.cardFolder + card.Name(p.URL, p.Title))
	p.card = &one
	s.add(&one)
}

// asCard returns the card of a page as a page of its own.
func (p *Page) asCard(url string) Page {
	one := *p
	one.URL, one.Kind, one.Description, one.card = url, CardFile, "", nil
	return one
}

// setCardFolder gives all cards a folder whose name says what they have in common.
func (s *Site) setCardFolder() {
	one, _ := s.words.Count("card-plan", 1)
	many, _ := s.words.Count("card-plan", 2)
	hash := card.Hash(s.Settings.Title, s.words.Text("card-article"), one, many)
	s.cardFolder = card.Folder + hash + "/"
}

// Card returns what is on the card of a page, an article or a plan.
func (s *Site) Card(p *Page) card.Card {
	c := card.Card{Title: p.Title, Site: s.Settings.Title}
	if p.Article != nil {
		c.What = s.words.Text("card-article")
	} else {
		c.What, _ = s.words.Count("card-plan", p.Plan.Weeks())
	}
	return c
}

// cardAt returns the card at an address, or nil.
func (s *Site) cardAt(url string) *Page {
	name, isCard := strings.CutPrefix(url, s.cardFolder)
	if end := len(name) - len(".1a2b3c4d5e.png"); isCard && end > 0 {
		if page := s.byURL["/"+name[:end]+"/"]; page != nil && page.card != nil && page.card.URL == url {
			return page.card
		}
	}
	return nil
}

// CardURL returns the address of the card of a page, an article's or a plan's; empty where it has none.
func (s *Site) CardURL(page string) string {
	if own := page + ownCard; s.copyURLs[own] != nil {
		return own
	}
	if p := s.byURL[page]; p != nil && p.card != nil {
		return p.card.URL
	}
	return ""
}

// PlacesInSitemap is how many addresses one sitemap may have (sitemaps.org, protocol 0.9).
const PlacesInSitemap = 50_000

func (s *Site) sitemaps(places int) {
	s.addUnlessCopied(&Page{URL: "/sitemap.xml", Kind: SitemapFile})
	if places <= PlacesInSitemap {
		return
	}
	for n := 1; (n-1)*PlacesInSitemap < places; n++ {
		s.addUnlessCopied(&Page{URL: fmt.Sprintf("/sitemap-%d.xml", n), Kind: SitemapFile, List: &List{Number: n}})
	}
}

func (s *Site) addUnlessCopied(p *Page) {
	if s.copyURLs[p.URL] == nil {
		s.add(p)
	}
}

// Listed reports whether the page is one that search engines should know.
func (p *Page) Listed() bool {
	switch p.Kind {
	case NotFoundPage, RedirectPage, SearchPage:
		return false
	}
	return p.IsHTML() && !p.Unlisted()
}

// IsHTML reports whether the page is shown by a layout of the theme.
func (p *Page) IsHTML() bool {
	switch p.Kind {
	case JSONFile, CSVFile, CalendarFile, WeeksFile, DrawingFile, AtomFile, RSSFile, JSONFeedFile, SitemapFile, RobotsFile, HeadersFile, RedirectsFile, NoJekyllFile, CardFile, IndexFile, ManifestFile, FeedCopy:
		return false
	}
	return true
}
