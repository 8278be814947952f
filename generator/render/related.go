package render

import (
	"cmp"
	"slices"
	"time"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// Neighbour returns the article that is n places further on in the list of all articles, newest first; nil beyond its ends.
func (v *ArticleView) Neighbour(n int) *parse.Article {
	i, ok := v.renderer.place(v.Article)
	if i += n; !ok || i < 0 || i >= len(v.Site.Articles) {
		return nil
	}
	return v.Site.Articles[i]
}

// place returns where an article stands in the list of all articles.
func (r *Renderer) place(a *parse.Article) (int, bool) {
	i, ok := r.places()[a]
	return i, ok
}

// placesOf returns where each article stands in a list.
func placesOf(articles []*parse.Article) map[*parse.Article]int {
	places := make(map[*parse.Article]int, len(articles))
	for i, a := range articles {
		places[a] = i
	}
	return places
}

const (
	mostRelated   = 3
	nearestTagged = 12 // of each tag, before and behind an article: those of a large tag are not all looked at
)

// kin is an article that has something in common with another one.
type kin struct {
	*parse.Article
	score float64
	apart time.Duration
}

// kinship is what is known so far of the kin of one article.
type kinship []kin

// score returns how much an article counts so far, to be added to.
func (all *kinship) score(other, of *parse.Article) *float64 {
	for i := range *all {
		if (*all)[i].Article == other {
			return &(*all)[i].score
		}
	}
	*all = append(*all, kin{Article: other, apart: other.Date.Sub(of.Date).Abs()})
	return &(*all)[len(*all)-1].score
}

// Related returns the articles that have most in common with the page's: tags, those that few share counting more, and runner
// types. Of equals the nearer in time come first. Those of its own series stand elsewhere.
func (v *ArticleView) Related() []*parse.Article {
	a := v.Article
	all := make(kinship, 0, 6*nearestTagged)
	add := func(articles []*parse.Article, weight float64) {
		i, _ := slices.BinarySearchFunc(articles, a, site.NewestFirst)
		for _, other := range articles[max(i-nearestTagged, 0):min(i+nearestTagged+1, len(articles))] {
			if other != a && (a.Series == "" || other.Series != a.Series) {
				*all.score(other, a) += weight / float64(len(articles))
			}
		}
	}
	for _, tag := range v.Tags() {
		add(tag.Articles, 2)
	}
	for _, r := range v.Runners() {
		add(r.Articles, 1)
	}
	return nearest(all)
}

// nearest returns the articles that count most.
func nearest(all kinship) []*parse.Article {
	var list []*parse.Article
	for range min(mostRelated, len(all)) {
		best := slices.MinFunc(all, func(x, y kin) int {
			return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.apart, y.apart), cmp.Compare(x.File, y.File))
		})
		list = append(list, best.Article)
		all = slices.DeleteFunc(all, func(k kin) bool { return k.Article == best.Article })
	}
	return list
}
