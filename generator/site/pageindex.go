package site

import (
	"path"
	"strings"

	"github.com/legpress/legpress/generator/parse"
)

// pageIndex finds pages by their addresses and files. Of those that clash it has the first. Cards are found by their pages.
type pageIndex struct {
	byURL  map[string]*Page
	byFile map[string]*Page // but for articles

	plain bool // see [Site.PlainArticles]
}

func newPageIndex(pages []*Page) pageIndex {
	x := pageIndex{byURL: make(map[string]*Page, len(pages)+256), byFile: map[string]*Page{}, plain: true}
	x.add(pages)
	return x
}

func (x *pageIndex) add(pages []*Page) {
	for _, p := range pages {
		if p.Output == CardFile {
			continue
		}
		if p.Output == ArticlePage && (x.byURL[p.URL] != nil || p.URL != strings.ToLower(p.URL) || strings.HasSuffix(p.URL, "/index.html/")) {
			x.plain = false
		}
		if x.byURL[p.URL] == nil {
			x.byURL[p.URL] = p
		}
		if file := p.From.File; file != "" && p.Output != ArticlePage && p.Output != RedirectPage && x.byFile[file] == nil {
			x.byFile[file] = p
		}
	}
}

// PageFrom returns the page that a file becomes, or nil. A plan's is the one with its runner types. The address of an article says
// which file it may be from: there are many.
func (s *Site) PageFrom(file string) *Page {
	if parse.Folder(file) != parse.ArticlesFolder {
		return s.pages.byFile[file]
	}
	id, _ := parse.ArticleID(file)
	p := s.pages.byURL[articleURL(id)]
	if p == nil || p.From.File == file {
		return p
	}
	if path.Ext(file) != ".md" {
		return nil
	}
	for _, p := range s.Pages { // two articles have one address, which is reported
		if p.Output == ArticlePage && p.From.File == file {
			return p
		}
	}
	return nil
}

// PageAt returns the page at an address, or nil.
func (s *Site) PageAt(url string) *Page {
	if p := s.pages.byURL[url]; p != nil {
		return p
	}
	return s.cardAt(url)
}

// PlainArticles reports whether no two articles have one address, and all their addresses are in small letters and none ends as files do: then
// they clash with nothing but what has just their addresses, or those of their folders.
func (s *Site) PlainArticles() bool { return s.pages.plain }

// Section returns the page that a word of the menu stands for, the home page, a section or a standalone page, or nil.
func (s *Site) Section(word string) *Page {
	if word == Home.String() {
		return s.pages.byURL[Home.Of("")]
	}
	return s.pages.byURL["/"+word+"/"]
}
