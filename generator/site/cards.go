package site

import (
	"cmp"
	"maps"
	"strings"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/words"
)

// ownCard is the name of the picture that takes the place of the card of the page it lies beside.
const ownCard = "card.png"

// cards knows which pages have a card, the picture that stands for them where they are shared, and where it is.
type cards struct {
	folder string // the address of the folder of all cards; its name says what they have in common. "" where the site has none
	site   string // the title of the site
	words  *words.Words
	style  card.Style
	own    map[string]bool // the addresses of pages beside which the author has put a card
}

func newCards(settings *parse.Settings, copied []Copied, files fileIndex, w *words.Words) cards {
	c := cards{site: settings.Title, words: cmp.Or(w, &words.Words{}), style: cardStyle(settings, files), own: map[string]bool{}}
	if settings.Cards && card.Draws(c.site) {
		one, _ := c.words.Count("card-plan", 1)
		many, _ := c.words.Count("card-plan", 2)
		c.folder = card.Folder + c.style.Hash(c.site, c.words.Text("card-article"), one, many) + "/"
	}
	for _, f := range copied {
		if page, isCard := strings.CutSuffix(f.URL, ownCard); isCard {
			c.own[page] = true
		}
	}
	return c
}

// like reports whether all articles that are the same have the same cards.
func (c cards) like(d cards) bool { return c.folder == d.folder && maps.Equal(c.own, d.own) }

// ofArticle returns the address of the card that is drawn of an article; "" for none.
func (c cards) ofArticle(a *parse.Article) string {
	if c.folder == "" || a.Card == "" || len(c.own) > 0 && c.own[a.URL] {
		return ""
	}
	return c.folder + a.Card
}

// ofPlan returns the address of the card that is drawn of the page of a plan; "" for none.
func (c cards) ofPlan(p *Page) string {
	if c.folder == "" || c.own[p.URL] || !card.Draws(p.Title) {
		return ""
	}
	return c.folder + card.Name(p.URL, p.Title)
}

// asCard returns the card of a page as a page of its own.
func (p *Page) asCard(url string) *Page {
	one := *p
	one.URL, one.Output, one.Description, one.card = url, CardFile, "", nil
	return &one
}

// cardURL returns the address of the card that is drawn of a page; "" where none is.
func (p *Page) cardURL() string {
	if p.card == nil {
		return ""
	}
	return p.card.URL
}

// Card returns what is on the card of a page, an article or a plan.
func (s *Site) Card(p *Page) card.Card {
	c := card.Card{Title: p.Title, Site: s.cards.site}
	if p.Article != nil {
		c.What = s.cards.words.Text("card-article")
	} else {
		c.What, _ = s.cards.words.Count("card-plan", p.Plan.Weeks())
	}
	return c
}

// cardAt returns the card at an address, or nil.
func (s *Site) cardAt(url string) *Page {
	name, isCard := strings.CutPrefix(url, s.cards.folder)
	if end := len(name) - len(".1a2b3c4d5e.png"); isCard && end > 0 {
		if page := s.pages.at("/" + name[:end] + "/"); page != nil && page.card != nil && page.card.URL == url {
			return page.card
		}
	}
	return nil
}

// CardURL returns the address of the card of a page, an article's or a plan's; empty where it has none.
func (s *Site) CardURL(page string) string {
	if own := page + ownCard; s.files.public[own] != nil {
		return own
	}
	if p := s.pages.at(page); p != nil {
		return p.cardURL()
	}
	return ""
}

// CardStyle returns how the cards of the site look.
func (s *Site) CardStyle() card.Style { return s.cards.style }
