package render

import (
	"html/template"

	"github.com/legpress/legpress/generator/parse"
)

// HomeView is what layouts/home.html has.
type HomeView struct {
	BaseView
	TextPart
	article *parse.Article // content/pages/home.md; nil where there is none
}

// Image returns the photo that the author's text for the home page names, or nothing.
func (v *HomeView) Image() template.HTML {
	if v.article == nil {
		return ""
	}
	return v.renderer.cut(imageOf(v.article), lying(), inHead(), true)
}
