package site

import (
	"iter"
	"strings"

	"github.com/legpress/legpress/generator/parse"
)

// Unlisted is what is published only for those who know its address. No list, feed, search or sitemap names it.
type Unlisted struct {
	Articles   []*parse.Article // newest first
	Standalone []*parse.Article // by title
	Plans      []*Plan          // by title
}

// allArticles yields the articles, the unlisted ones last.
func (d *Definitions) allArticles() iter.Seq[*parse.Article] {
	return both(d.Articles, d.Unlisted.Articles)
}

// AllPlans yields the plans, the unlisted ones last.
func (d *Definitions) AllPlans() iter.Seq[*Plan] { return both(d.Plans, d.Unlisted.Plans) }

func (d *Definitions) allStandalone() iter.Seq[*parse.Article] {
	return both(d.Standalone, d.Unlisted.Standalone)
}

func both[T any](listed, unlisted []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, list := range [][]T{listed, unlisted} {
			for _, x := range list {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// Unlisted reports whether the page belongs to an unlisted text or plan: its page, card, sheets and data files do. For old addresses that
// lead there see [Site.LeadsToUnlisted].
func (p *Page) Unlisted() bool {
	return p.Article != nil && p.Article.Unlisted || p.Plan != nil && p.Plan.Unlisted
}

// UnlistedPages yields the pages of the unlisted texts and plans, whose addresses authors hand out.
func (s *Site) UnlistedPages() iter.Seq[*Page] {
	return func(yield func(*Page) bool) {
		for _, p := range s.Pages {
			if p.Found() && p.Unlisted() && !yield(p) {
				return
			}
		}
	}
}

// LeadsToUnlisted reports whether a page is unlisted, or is an old address that leads to an unlisted page.
func (s *Site) LeadsToUnlisted(p *Page) bool {
	return p.Unlisted() || p.Target != "" && s.UnlistedAround(p.Target) != nil
}

// UnlistedAround returns the unlisted page at an address or at that of a folder around it; nil for none. Old addresses are followed. Whoever
// knows the address of a file in a page's folder knows that of the page.
func (s *Site) UnlistedAround(url string) *Page {
	if len(s.Unlisted.Articles)+len(s.Unlisted.Standalone)+len(s.Unlisted.Plans) == 0 {
		return nil
	}
	for ; len(url) > 1; url = folderAround(url) {
		p := s.PageAt(url)
		if p != nil && p.Output == RedirectPage {
			p = s.PageAt(p.Target)
		}
		if p != nil && p.Unlisted() {
			return p
		}
	}
	return nil
}

// folderAround returns the address of the folder around a file or a folder: "/a/" of "/a/b" and "/a/b/".
func folderAround(url string) string {
	return url[:strings.LastIndexByte(strings.TrimSuffix(url, "/"), '/')+1]
}

// Draft reports whether the page is made from a draft.
func (p *Page) Draft() bool {
	switch {
	case p.Article != nil:
		return p.Article.Draft
	case p.Exercise != nil:
		return p.Exercise.Exercise.Draft
	case p.Plan != nil:
		return p.Plan.Draft
	case p.Runner != nil:
		return p.Runner.Draft
	}
	return false
}
