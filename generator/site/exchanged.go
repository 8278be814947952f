package site

import (
	"maps"
	"slices"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/tomlfile"
)

// This file makes lists in which articles have taken the place of others: those whose text was edited, and nothing that lists go by.

// exchanged are articles by those whose place they have taken.
type exchanged map[*parse.Article]*parse.Article

// listsOf returns the lists of a site's articles, if they differ from those of this site by nothing but exchanged articles; nil otherwise.
func (s *Site) listsOf(d *Definitions, settings *parse.Settings) *Lists {
	if s == nil || s.Settings != settings || len(s.Articles) != len(d.Articles) || !slices.Equal(s.Unlisted.Articles, d.Unlisted.Articles) {
		return nil
	}
	x := exchanged{}
	for i, a := range d.Articles {
		if old := s.Articles[i]; old != a {
			if len(x) == few || !listedAlike(old, a) {
				return nil
			}
			x[old] = a
		}
	}
	return s.Lists.with(x)
}

// listedAlike reports whether two articles have the same place in the same lists.
func listedAlike(a, b *parse.Article) bool {
	return a.ID == b.ID && a.File == b.File && a.Date.Equal(b.Date) && a.Updated.Equal(b.Updated) && a.Series == b.Series &&
		slices.EqualFunc(a.Tags, b.Tags, func(x, y tomlfile.Text) bool { return x.Value == y.Value })
}

// with returns the lists with exchanged articles.
func (l *Lists) with(x exchanged) *Lists {
	next := &Lists{Years: slices.Clone(l.Years), Tags: l.Tags, Series: l.Series, byWord: l.byWord, written: l.written}
	for i := range next.Years {
		next.Years[i].Articles = x.in(next.Years[i].Articles)
	}
	tags := map[*Tag]*Tag{}
	for old := range x {
		if old.Series != "" {
			next.Series = maps.Clone(next.Series)
			next.Series[old.Series] = x.in(l.Series[old.Series])
		}
		for _, word := range old.Tags {
			if tag := l.byWord[word.Value]; tags[tag] == nil {
				tags[tag] = &Tag{Name: tag.Name, URL: tag.URL, Articles: x.in(tag.Articles)}
			}
		}
	}
	if len(tags) > 0 {
		next.exchangeTags(tags)
	}
	return next
}

// exchangeTags puts tags in the place of others.
func (l *Lists) exchangeTags(tags map[*Tag]*Tag) {
	l.Tags, l.byWord = slices.Clone(l.Tags), maps.Clone(l.byWord)
	for i, tag := range l.Tags {
		if next := tags[tag]; next != nil {
			l.Tags[i] = next
		}
	}
	for word, tag := range l.byWord {
		if next := tags[tag]; next != nil {
			l.byWord[word] = next
		}
	}
}

// in returns a list with the exchanged articles.
func (x exchanged) in(list []*parse.Article) []*parse.Article {
	list = slices.Clone(list)
	for i, a := range list {
		if next := x[a]; next != nil {
			list[i] = next
		}
	}
	return list
}
