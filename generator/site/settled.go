package site

import (
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/source"
)

// This file separates the articles of which there may be many from all other files. After an edit all of them are the same but one, and
// nothing is asked of those that are the same: to look at ten thousand would take most of the time until the edit shows.

// settled are the settled articles of a site: those of which no other file has a say in whether they are published, nor time, as it goes by.
type settled struct {
	options  Options
	files    []*parse.File    // all of the site, in their order
	is       []bool           // which of them are settled articles
	articles []*parse.Article // those, newest first
	others   []*parse.File    // all other files
}

// settle separates the settled articles from all other files. What the site before knows of a file is taken from there.
func settle(files []*parse.File, o Options) settled {
	before := o.settledBefore()
	s := settled{options: o, files: files, is: make([]bool, len(files))}
	s.options.Before = nil
	var come []*parse.Article
	gone := map[*parse.Article]bool{}
	i := 0
	for j, f := range files {
		for ; i < len(before.files) && before.files[i] != f && before.files[i].File.Path <= f.File.Path; i++ {
			gone[before.files[i].Article] = before.is[i]
		}
		if i < len(before.files) && before.files[i] == f {
			s.is[j] = before.is[i]
			i++
		} else if s.is[j] = isSettled(f, o); s.is[j] {
			come = append(come, f.Article)
		}
		if !s.is[j] {
			s.others = append(s.others, f)
		}
	}
	for ; i < len(before.files); i++ {
		gone[before.files[i].Article] = before.is[i]
	}
	kept := before.articles
	if len(gone) > 0 {
		kept = slices.DeleteFunc(slices.Clone(kept), func(a *parse.Article) bool { return gone[a] })
	}
	s.articles = withArticles(kept, come)
	return s
}

// settledBefore returns the settled articles of the site before, if they are settled now as well.
func (o Options) settledBefore() settled {
	if o.Before == nil {
		return settled{}
	}
	s := o.Before.settled
	if s.options.Drafts != o.Drafts || s.options.Future != o.Future || o.Now.Before(s.options.Now) {
		return settled{}
	}
	return s
}

// Forget drops what only a site after this one needs, the files with their texts.
func (s *Site) Forget() { s.settled = settled{} }

// isSettled reports whether a file is a settled article.
func isSettled(f *parse.File, o Options) bool {
	a := f.Article
	return a != nil && f.Meant == "" && len(f.Problems) == 0 && !a.Unlisted && a.Expires.IsZero() && hidden(f, o) == nil &&
		plain(strings.TrimPrefix(f.File.Path, source.Content+"/"))
}

// few is up to how many articles are put into a list one by one.
const few = 50

// withArticles returns a list of articles, newest first, with more of them.
func withArticles(list, more []*parse.Article) []*parse.Article {
	all := slices.Grow(slices.Clone(list), len(more))
	if len(more) > few {
		all = append(all, more...)
		sortNewestFirst(all)
		return all
	}
	for _, a := range more {
		i, _ := slices.BinarySearchFunc(all, a, NewestFirst)
		all = slices.Insert(all, i, a)
	}
	return all
}
