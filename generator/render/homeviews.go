package render

import (
	"html/template"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
)

// HomeView is what layouts/home.html has.
type HomeView struct {
	BaseView
	TextPart
	article *parse.Article // content/pages/home.md; nil where there is none
}

// Image returns the picture that the author's text for the home page names, or nothing.
func (v *HomeView) Image() template.HTML {
	a := v.article
	if a == nil || a.Image.Value == "" {
		return ""
	}
	return v.renderer.picture(a.File, markdown.Ref{Kind: markdown.Picture, Target: a.Image.Value, Alt: a.ImageAlt}, atTop())
}
