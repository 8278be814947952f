package site

import (
	"maps"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/parse"
)

// pageIndex finds pages by their addresses and files. Of those that clash it has the first, and articles before all others. Cards are found
// by their pages.
type pageIndex struct {
	articles articleIndex
	byURL    map[string]*Page // but for articles
	byFile   map[string]*Page // likewise
}

// add adds all pages but those of articles and cards.
func (x *pageIndex) add(pages []*Page) {
	x.byURL, x.byFile = make(map[string]*Page, len(pages)), map[string]*Page{}
	for _, p := range pages {
		if x.byURL[p.URL] == nil {
			x.byURL[p.URL] = p
		}
		if file := p.From.File; file != "" && p.Output != RedirectPage && x.byFile[file] == nil {
			x.byFile[file] = p
		}
	}
}

// at returns the page at an address, or nil.
func (x *pageIndex) at(url string) *Page {
	if p := x.articles.at(url); p != nil {
		return p
	}
	return x.byURL[url]
}

// articleIndex finds the pages of articles by their addresses. Few of them differ from those of the site before, so that it has the map of
// that one, and beside it what is other now.
type articleIndex struct {
	byURL map[string]*Page
	other map[string]*Page // what is at an address in place of what byURL has; nil: nothing
	plain bool             // see [Site.PlainArticles]
}

func (x articleIndex) at(url string) *Page {
	if p, other := x.other[url]; other {
		return p
	}
	return x.byURL[url]
}

// after returns the index of all pages, of which some have come and others gone since this one was made.
func (x articleIndex) after(gone, come, all []*Page) articleIndex {
	if !x.plain || len(x.other)+len(gone)+len(come) > few {
		x = articleIndex{byURL: make(map[string]*Page, len(all)), plain: true}
		for _, p := range all {
			x.plain = x.plain && x.byURL[p.URL] == nil && isPlain(p)
			if x.byURL[p.URL] == nil {
				x.byURL[p.URL] = p
			}
		}
		return x
	}
	x.other = maps.Clone(x.other)
	if x.other == nil {
		x.other = map[string]*Page{}
	}
	for _, p := range gone {
		x.other[p.URL] = nil
	}
	for _, p := range come {
		if x.at(p.URL) != nil || !isPlain(p) {
			return articleIndex{}.after(nil, nil, all)
		}
		x.other[p.URL] = p
	}
	return x
}

// isPlain reports whether the address of an article is in small letters, and does not end as that of a file does.
func isPlain(p *Page) bool {
	return p.URL == strings.ToLower(p.URL) && !strings.HasSuffix(p.URL, "/index.html/")
}

// PageFrom returns the page that a file becomes, or nil. A plan's is the one with its runner types. The address of an article says
// which file it may be from: there are many.
func (s *Site) PageFrom(file string) *Page {
	if parse.Folder(file) != parse.ArticlesFolder {
		return s.pages.byFile[file]
	}
	id, _ := parse.ArticleID(file)
	p := s.pages.at(articleURL(id))
	if p == nil || p.From.File == file {
		return p
	}
	if path.Ext(file) != ".md" {
		return nil
	}
	for _, p := range s.ArticlePages { // two articles have one address, which is reported
		if p.From.File == file {
			return p
		}
	}
	return nil
}

// PageAt returns the page at an address, or nil.
func (s *Site) PageAt(url string) *Page {
	if p := s.pages.at(url); p != nil {
		return p
	}
	return s.cardAt(url)
}

// PlainArticles reports whether no two articles have one address, and all their addresses are in small letters and none ends as files do: then
// they clash with nothing but what has just their addresses, or those of their folders.
func (s *Site) PlainArticles() bool { return s.pages.articles.plain }

// Section returns the page that a word of the menu stands for, the home page, a section or a standalone page, or nil.
func (s *Site) Section(word string) *Page {
	if word == Home.String() {
		return s.pages.at(Home.Of(""))
	}
	return s.pages.at("/" + word + "/")
}
