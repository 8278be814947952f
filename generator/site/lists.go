package site

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/legpress/legpress/generator/parse"
)

// Lists are what articles have in common.
type Lists struct {
	Years   []Year                      // newest first; none where all articles are of one year
	Tags    []*Tag                      // by name
	Series  map[string][]*parse.Article // oldest first
	Updated time.Time                   // the newest date of any content; zero where there is none

	byWord  map[string]*Tag // by every word that stands for a tag
	written time.Time       // the newest date of an article
}

// Tag is a word that articles share.
type Tag struct {
	Name     string // as its first article spells it
	URL      string
	Articles []*parse.Article // newest first
}

// Year is a year and what was written in it.
type Year struct {
	Number   int
	URL      string
	Articles []*parse.Article // newest first
}

// Tag returns the tag that an article's word belongs to, or nil.
func (l *Lists) Tag(word string) *Tag { return l.byWord[word] }

// AnySharedTag reports whether some tag stands for words that differ in more than [parse.Folded] takes away.
func (l *Lists) AnySharedTag() bool {
	folded := make(map[*Tag]string, len(l.Tags))
	for word, tag := range l.byWord {
		first, known := folded[tag]
		if known && first != parse.Folded(word) {
			return true
		}
		folded[tag] = parse.Folded(word)
	}
	return false
}

// newLists makes the lists of the articles that are not unlisted. They are those of the site before, where nothing is other in them but that
// articles have taken the place of some.
func newLists(d *Definitions, settings *parse.Settings, before *Site) *Lists {
	l := before.listsOf(d, settings)
	if l == nil {
		l = listsOf(d, settings)
	}
	l.Updated = l.written
	for _, p := range d.Plans {
		l.Updated = latest(l.Updated, p.Updated)
	}
	return l
}

func listsOf(d *Definitions, settings *parse.Settings) *Lists {
	l := &Lists{Series: map[string][]*parse.Article{}}
	l.Years = years(d)
	l.Tags, l.byWord = tags(d, settings)
	for _, a := range d.Articles {
		if a.Series != "" {
			l.Series[a.Series] = append(l.Series[a.Series], a)
		}
		l.written = latest(l.written, a.Date, a.Updated)
	}
	for _, parts := range l.Series {
		slices.Reverse(parts)
	}
	return l
}

// tags returns the tags, and which of them each word stands for: "Recovery" and "recovery" have one address and are one tag. The words of
// unlisted articles lead to the tags of others; they have none of their own.
func tags(d *Definitions, settings *parse.Settings) ([]*Tag, map[string]*Tag) {
	var list []*Tag
	byWord, byURL := map[string]*Tag{}, map[string]*Tag{}
	for _, a := range d.Articles {
		for _, word := range a.Tags {
			tag := byWord[word.Value]
			if tag == nil {
				url := settings.TagURL(word.Value)
				if tag = byURL[url]; tag == nil {
					tag = &Tag{Name: word.Value, URL: url}
					byURL[url] = tag
					list = append(list, tag)
				}
				byWord[word.Value] = tag
			}
			if n := len(tag.Articles); n == 0 || tag.Articles[n-1] != a {
				tag.Articles = append(tag.Articles, a)
			}
		}
	}
	for _, a := range d.Unlisted.Articles {
		for _, word := range a.Tags {
			if tag := byURL[settings.TagURL(word.Value)]; tag != nil {
				byWord[word.Value] = tag
			}
		}
	}
	names := newCollation(settings.Language)
	slices.SortFunc(list, func(a, b *Tag) int {
		return cmp.Or(names.compare(a.Name, b.Name), cmp.Compare(a.URL, b.URL))
	})
	return list, byWord
}

// years returns the years, where there is more than one. A year whose address is that of an article has no list.
func years(d *Definitions) []Year {
	taken := map[string]bool{}
	for a := range d.allArticles() {
		if len(a.ID) == len("2026") {
			taken[a.ID] = true
		}
	}
	var list []Year
	for from := 0; from < len(d.Articles); {
		year, to := d.Articles[from].Date.Year(), from
		for to < len(d.Articles) && d.Articles[to].Date.Year() == year {
			to++
		}
		if !taken[strconv.Itoa(year)] {
			list = append(list, Year{Number: year, URL: fmt.Sprintf("/articles/%d/", year), Articles: d.Articles[from:to]})
		}
		from = to
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

func latest(times ...time.Time) time.Time {
	var newest time.Time
	for _, t := range times {
		if t.After(newest) {
			newest = t
		}
	}
	return newest
}
