package render

import (
	"html/template"

	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
)

// SiteView is what templates have whatever they show: words that need nothing but the site.
type SiteView struct {
	Site     *site.Site
	Settings *parse.Settings
	renderer *Renderer
}

// FixedView is what a partial has that is the same on all pages of a layout and a section of the site.
type FixedView struct {
	SiteView
	Page FixedPage
	Menu template.HTML // the entries, as a list
}

// FixedPage is what is the same of all pages of a layout and a section.
type FixedPage struct {
	Kind    LayoutName
	Section string // the first word of the menu entry that the page belongs to: "articles"
}

// LayoutName is the name of the layout that shows a page: "article". Templates that several layouts share ask for it.
type LayoutName string

// BaseView is what layouts/base.html has, and with it every layout. It is all that those have which show nothing but the site's lists.
type BaseView struct {
	SiteView
	Page  Page
	Title string        // of the page
	Menu  template.HTML // the entries, as a list
	page  *site.Page
}

// Page is what every page has.
type Page struct {
	FixedPage
	URL string // on the site
}

func (r *Renderer) siteView() SiteView {
	return SiteView{Site: r.site, Settings: r.site.Settings, renderer: r}
}

// view returns what every layout has of a page.
func (r *Renderer) view(p *site.Page, title string) BaseView {
	menu, ok := r.menus[p.Section]
	if !ok {
		menu = r.menus[""]
	}
	page := Page{FixedPage: FixedPage{LayoutName(p.Output.String()), p.Section}, URL: p.URL}
	return BaseView{SiteView: r.siteView(), Page: page, Title: title, Menu: menu, page: p}
}

// Description returns what the page is about, for search engines.
func (v *BaseView) Description() string {
	if v.page.Description == "" && v.page.Output == site.Home {
		return v.Settings.Description
	}
	return v.page.Description
}

// fixedPart is a part of the page that is the same on all pages of a layout and a section.
type fixedPart struct {
	name string
	page FixedPage
}

// Fixed returns what a partial makes of a page of this layout in this section of the site, of which nothing else is known to it. It is
// made once for all of them.
func (v *BaseView) Fixed(name string) (template.HTML, error) {
	r, key := v.renderer, fixedPart{name, v.Page.FixedPage}
	if html, ok := r.fixed.Load(key); ok {
		return html.(template.HTML), nil
	}
	html, err := r.partial(name, &FixedView{v.SiteView, v.Page.FixedPage, v.Menu})
	if err == nil {
		r.fixed.Store(key, html)
	}
	return html, err
}

// Teaser returns an article as it stands in lists. It is rendered once, however many lists it is in.
func (v *SiteView) Teaser(a *parse.Article) (template.HTML, error) {
	r := v.renderer
	r.mu.Lock()
	html, ok := r.teasers[a]
	r.mu.Unlock()
	if ok {
		return html, nil
	}
	html, err := r.partial("teaser.html", a)
	if err != nil {
		return "", err
	}
	r.mu.Lock()
	r.teasers[a] = html
	r.mu.Unlock()
	return html, nil
}

// TextPart is what those layouts have whose pages show a text in Markdown.
type TextPart struct {
	of    *site.Page
	r     *Renderer
	notes bool // there is a side for notes on what the text cites
}

func (v *BaseView) text() TextPart { return TextPart{v.page, v.renderer, false} }

// notedText is the text of a page that has nothing else at the side of it.
func (v *BaseView) notedText() TextPart { return TextPart{v.page, v.renderer, true} }

// Text returns the text that the page shows as HTML, with all its references filled in.
func (t *TextPart) Text() (template.HTML, error) {
	d := t.of.Doc()
	if d == nil {
		return "", nil
	}
	return t.r.doc(t.of.From.File, d, t.notes)
}

// Contents returns the headings of the page's text down to the third level as the items of a list; none where there are fewer than
// three.
func (t *TextPart) Contents() template.HTML {
	d := t.of.Doc()
	if d == nil {
		return ""
	}
	var list []markdown.Heading
	for _, h := range d.Headings {
		if h.Level <= 3 {
			list = append(list, h)
		}
	}
	if len(list) < 3 {
		return ""
	}
	return contents(list)
}

// Citations returns the sources that the page's text cites, in the order of their numbers.
func (t *TextPart) Citations() []Citation { return t.r.citations(t.of) }

func (r *Renderer) citations(p *site.Page) []Citation {
	var list []Citation
	if d := p.Doc(); d != nil {
		for i, id := range d.Citations {
			if x := r.site.Source(id); x != nil {
				list = append(list, Citation{Number: i + 1, Source: x})
			}
		}
	}
	return list
}
