package render

import (
	"html/template"
	"slices"

	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// StandaloneView is what layouts/page.html has.
type StandaloneView struct {
	BaseView
	TextPart
	Article *parse.Article
}

// ArticleView is what layouts/article.html has.
type ArticleView struct {
	BaseView
	TextPart
	Article *parse.Article
}

// ListView is what layouts/list.html has.
type ListView struct {
	BaseView
	List *site.List
}

// RedirectView is what layouts/redirect.html has.
type RedirectView struct {
	BaseView
	Target string // the address on the site to which the page leads
}

// Image returns the picture at the top of the text, or nothing.
func (v *StandaloneView) Image() template.HTML { return v.renderer.atTop(v.Article) }

// Image returns the picture at the top of the text, or nothing.
func (v *ArticleView) Image() template.HTML { return v.renderer.atTop(v.Article) }

// Tags returns the tags of the page's article.
func (v *ArticleView) Tags() []*site.Tag { return v.renderer.tags(v.Article) }

func (r *Renderer) tags(a *parse.Article) []*site.Tag {
	var list []*site.Tag
	for _, t := range a.Tags {
		if tag := r.site.Tag(t.Value); tag != nil && !slices.Contains(list, tag) {
			list = append(list, tag)
		}
	}
	return list
}

// Runners returns the runner types that the page's article is for.
func (v *ArticleView) Runners() []*site.Runner {
	var list []*site.Runner
	for _, ref := range v.Article.Runners {
		if r := v.Site.Runner(ref.ID); r != nil {
			list = append(list, r)
		}
	}
	return list
}

// Series returns the parts of the series that the page's article belongs to, if there are others.
func (v *ArticleView) Series() []*parse.Article {
	a := v.Article
	parts := v.Site.Series[a.Series]
	if a.Series == "" || len(parts) == 1 && parts[0] == a {
		return nil
	}
	return parts
}
