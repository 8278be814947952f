package site

import (
	"path"

	"github.com/legpress/legpress/generator/parse"
)

// pageIndex finds pages by their addresses and files. Of those that clash it has the first. Cards are found by their pages.
type pageIndex struct {
	byURL  map[string]*Page
	byFile map[string]*Page // but for articles
}

func newPageIndex(pages []*Page) pageIndex {
	x := pageIndex{byURL: make(map[string]*Page, len(pages)+256), byFile: map[string]*Page{}}
	x.add(pages)
	return x
}

func (x pageIndex) add(pages []*Page) {
	for _, p := range pages {
		if p.Output == CardFile {
			continue
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

// Section returns the page that a word of the menu stands for, the home page, a section or a standalone page, or nil.
func (s *Site) Section(word string) *Page {
	if word == Home.String() {
		return s.pages.byURL[Home.Of("")]
	}
	return s.pages.byURL["/"+word+"/"]
}
