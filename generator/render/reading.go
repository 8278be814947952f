package render

import (
	"cmp"
	"slices"

	"github.com/legpress/legpress/generator/site"
)

// wordsPerMinute is how fast a text is read silently (Brysbaert 2019: 238 words of English a minute; rounded down, as there are
// tables and figures to look at).
const wordsPerMinute = 220

// ReadingMinutes returns how long it takes to read the page's text, in whole minutes, at least 1.
func (v *View) ReadingMinutes() int {
	d := v.Page.Doc()
	if d == nil {
		return 1
	}
	return max((d.Words+wordsPerMinute/2)/wordsPerMinute, 1)
}

// Neighbour returns the article that is n places further on in the list of all articles, newest first; nil beyond its ends.
func (v *View) Neighbour(n int) *site.Article {
	i, ok := v.renderer.place(v.Page.Article)
	if i += n; !ok || i < 0 || i >= len(v.Site.Articles) {
		return nil
	}
	return v.Site.Articles[i]
}

// place returns where an article stands in the list of all articles.
func (r *Renderer) place(a *site.Article) (int, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.places == nil {
		r.places = make(map[*site.Article]int, len(r.site.Articles))
		for i, a := range r.site.Articles {
			r.places[a] = i
		}
	}
	i, ok := r.places[a]
	return i, ok
}

const (
	mostRelated   = 3
	nearestTagged = 40 // of each tag, before and behind an article: those of a large tag are not all looked at
)

// Related returns the articles that have most in common with the page's: tags, those that few share counting more, and runner
// types. Of equals the nearer in time come first. Those of its own series stand elsewhere.
func (v *View) Related() []*site.Article {
	a := v.Page.Article
	own, ok := v.renderer.place(a)
	if !ok {
		return nil
	}
	score := map[*site.Article]float64{}
	add := func(articles []*site.Article, weight float64) {
		i := slices.Index(articles, a)
		for _, other := range articles[max(i-nearestTagged, 0):min(i+nearestTagged+1, len(articles))] {
			if other != a && (a.Series == "" || other.Series != a.Series) {
				score[other] += weight / float64(len(articles))
			}
		}
	}
	for _, tag := range v.Tags() {
		add(tag.Articles, 2)
	}
	for _, r := range v.Runners() {
		add(r.Articles, 1)
	}
	list := make([]*site.Article, 0, len(score))
	for other := range score {
		list = append(list, other)
	}
	distance := func(other *site.Article) int {
		i, _ := v.renderer.place(other)
		return max(i-own, own-i)
	}
	slices.SortFunc(list, func(x, y *site.Article) int {
		return cmp.Or(cmp.Compare(score[y], score[x]), cmp.Compare(distance(x), distance(y)), cmp.Compare(x.File, y.File))
	})
	return list[:min(mostRelated, len(list))]
}

// Author returns who wrote the page's article, where the settings say more than the name.
func (v *View) Author() *site.Author {
	return v.Settings.Authors[v.renderer.author(v.Page.Article)]
}
