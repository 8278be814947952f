package site

import (
	"strings"

	"github.com/legpress/legpress/generator/card"
)

// ownCard is the name of the picture that takes the place of the card of the page it lies beside.
const ownCard = "card.png"

// hasCards reports whether the site has cards.
func (s *Site) hasCards() bool { return s.Settings.Cards && card.Draws(s.Settings.Title) }

// hasOwnCard reports whether the author has put a card beside a page.
func (s *Site) hasOwnCard(page string) bool {
	return len(s.copyURLs) > 0 && s.copyURLs[page+ownCard] != nil
}

// cardOf returns the card of a plan's page, or nil where there is none: the author has one, or there are no letters for the title.
func (s *Site) cardOf(p *Page) *Page {
	if !s.hasCards() || s.hasOwnCard(p.URL) || !card.Draws(p.Title) {
		return nil
	}
	one := p.asCard(s.cardFolder + card.Name(p.URL, p.Title))
	return &one
}

// asCard returns the card of a page as a page of its own.
func (p *Page) asCard(url string) Page {
	one := *p
	one.URL, one.Output, one.Description, one.card = url, CardFile, "", nil
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
