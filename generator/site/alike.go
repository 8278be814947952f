package site

import (
	"maps"
	"slices"

	"github.com/legpress/legpress/generator/parse"
)

// LeadsAlike reports whether all that references lead to from the articles that are in both sites is the same for them: what is there at
// each address and of each id, with which ids in its text, and what is not published. What stands in other articles may be other.
func (s *Site) LeadsAlike(before *Site) bool {
	return before != nil && s.Settings == before.Settings && !s.Now.Before(before.Now) &&
		slices.EqualFunc(s.settled.others, before.settled.others, definesAlike) &&
		slices.EqualFunc(s.Hidden, before.Hidden, func(a, b Hidden) bool { return a.File == b.File && a.Reason == b.Reason }) &&
		slices.EqualFunc(s.ArticlePages, before.ArticlePages, standsAlike) &&
		slices.EqualFunc(s.OtherPages, before.OtherPages, standsAlike) &&
		slices.EqualFunc(s.Files, before.Files, copiedAlike) &&
		slices.EqualFunc(s.Withheld, before.Withheld, func(a, b Withheld) bool { return a.File.Path == b.File.Path && a.Reason == b.Reason })
}

// definesAlike reports whether two files are the same, or both articles that have a page or are hidden, of which more is compared there.
func definesAlike(a, b *parse.File) bool {
	return a == b || a.Article != nil && b.Article != nil && a.File.Path == b.File.Path && a.Meant == b.Meant
}

// standsAlike reports whether two pages are the same for those that lead to them. Those of definitions and texts are if their files are.
func standsAlike(p, q *Page) bool {
	return p == q || p.URL == q.URL && p.Output == q.Output && p.Target == q.Target && p.Unlisted() == q.Unlisted() &&
		(p.Output != ArticlePage || maps.Equal(p.Article.Doc.IDs, q.Article.Doc.IDs))
}

// copiedAlike reports whether two copied files are the same for those that lead to them. What is in them is if their files are the same.
func copiedAlike(a, b Copied) bool { return a.URL == b.URL && a.File.Path == b.File.Path }
