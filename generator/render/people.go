package render

import (
	"html/template"

	"github.com/legpress/legpress/generator/parse"
)

// This file shows who stands behind a site: the coach, and those who write.

// Portrait returns a photo of somebody, cut to a square, or nothing. The name describes it.
func (v *SiteView) Portrait(p parse.Portrait, name string) template.HTML {
	return v.renderer.cut(chosen{parse.SettingsFile, p.Value, name, p.Focus}, square(), besideName(), false)
}

// Booking returns the address at which the coach is booked; empty where there is none. It may be that of an e-mail or a telephone.
func (v *SiteView) Booking() template.URL {
	if v.Settings.Coach == nil {
		return ""
	}
	return template.URL(anyAddress(v.Settings, v.Settings.Coach.Booking)) // html/template lets no tel: through by itself
}

// ByCoach reports whether the coach wrote the page's article.
func (v *ArticleView) ByCoach() bool { return v.Settings.IsCoach(v.renderer.author(v.Article)) }

// Author returns who wrote the page's article, where the settings say more than the name.
func (v *ArticleView) Author() *parse.Author {
	return v.Settings.Authors[v.renderer.author(v.Article)]
}

// person describes somebody in the vocabulary of schema.org, as far as the settings do; nil for no name.
func (r *Renderer) person(name string) thing {
	if name == "" {
		return nil
	}
	t := newThing("Person").with("name", name)
	var portrait parse.Portrait
	if a := r.site.Settings.Authors[name]; a != nil {
		portrait = a.Portrait
		t.with("description", a.About).with("url", r.absoluteAddress(a.URL))
	}
	if r.site.Settings.IsCoach(name) {
		c := r.site.Settings.Coach
		portrait = c.Portrait
		t.with("@id", r.coachID()).with("jobTitle", c.Qualification)
		if c.Practice != "" {
			t.with("worksFor", newThing("Organization").with("name", c.Practice))
		}
	}
	if url := r.pictureURL(parse.SettingsFile, portrait.Value); url != "" {
		t.with("image", r.absolute(url))
	}
	return t
}

// coachID returns the id by which the descriptions of different pages are of one coach.
func (r *Renderer) coachID() string { return r.site.Settings.Absolute("/") + "#coach" }

// publisher describes who publishes the site: the coach, or nobody. Where the coach is the author, too, it is described there.
func (r *Renderer) publisher() thing {
	c := r.site.Settings.Coach
	switch {
	case c == nil:
		return nil
	case c.Name == r.site.Settings.Author:
		return thing{"@id": r.coachID()}
	}
	return r.person(c.Name)
}

// planner returns the name of whoever answers for the plans: the coach, or else the author.
func (r *Renderer) planner() string {
	if c := r.site.Settings.Coach; c != nil {
		return c.Name
	}
	return r.site.Settings.Author
}
