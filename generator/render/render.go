package render

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/render/feed"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training/progression"
	"github.com/legpress/legpress/generator/training/quantity"
)

// Renderer renders the pages of one site with one theme. It may be used from several goroutines.
type Renderer struct {
	theme   *Theme
	site    *site.Site
	pdfs    []site.PDF
	menus   map[string]template.HTML // by section
	mu      sync.Mutex
	teasers map[*parse.Article]template.HTML
	figures map[*site.Exercise]figureFile
	entries map[*parse.Article]feed.Entry
	fixed   sync.Map                      // template.HTML by fixedPart
	places  func() map[*parse.Article]int // where each article stands in the list of all
	pens    sync.Pool                     // of *card.Pen
}

// View is what a template sees as its dot.
type View struct {
	Site     *site.Site
	Settings *parse.Settings
	Page     *site.Page
	Title    string        // of the page
	Menu     template.HTML // the entries, as a list
	renderer *Renderer
	book     *book // of the whole guide; nil elsewhere
}

// New returns a renderer for a site, whose pages link the PDFs that exist. Problems are those of the templates that all pages share.
func New(t *Theme, s *site.Site, pdfs ...site.PDF) (*Renderer, diag.List) {
	r := &Renderer{theme: t, site: s, pdfs: pdfs, menus: map[string]template.HTML{}, teasers: map[*parse.Article]template.HTML{}, figures: map[*site.Exercise]figureFile{}, entries: map[*parse.Article]feed.Entry{},
		places: sync.OnceValue(func() map[*parse.Article]int { return placesOf(s.Articles) }),
		pens:   sync.Pool{New: func() any { return card.NewPen() }}}
	sections := []string{""}
	for _, entry := range s.Settings.Menu {
		sections = append(sections, entry.Value)
	}
	for _, section := range sections {
		html, err := r.partial("menu.html", r.menu(section))
		if err != nil {
			return r, diag.List{templateProblem(err)}
		}
		r.menus[section] = html
	}
	return r, nil
}

// menuEntry is one entry of the menu.
type menuEntry struct {
	URL, Name string
	Here      bool // the page is in this part of the site
}

func (r *Renderer) menu(section string) []menuEntry {
	var entries []menuEntry
	for _, e := range r.site.Settings.Menu {
		if p := r.site.Section(e.Value); p != nil {
			entries = append(entries, menuEntry{URL: p.URL, Name: r.name(p), Here: e.Value == section})
		}
	}
	return entries
}

// name returns a page's title: its own, or the theme's word for its kind.
func (r *Renderer) name(p *site.Page) string {
	switch {
	case p.Title != "":
		return p.Title
	case p.Output == site.ListPage:
		return r.listName(p)
	case p.Output == site.Home:
		return r.site.Settings.Title
	case p.Output == site.RedirectPage:
		return r.nameAt(p.Target)
	case p.IsFeed():
		return r.feedName(p.List)
	}
	return r.theme.words.Text("title-" + p.Kind())
}

// nameAt returns the name of what stands at an address: of a file its own.
func (r *Renderer) nameAt(url string) string {
	if p := r.site.PageAt(url); p != nil && p.Output != site.RedirectPage {
		return r.name(p)
	}
	return path.Base(url)
}

func (r *Renderer) listName(p *site.Page) string {
	name := r.theme.words.Text("title-articles")
	switch {
	case p.List.Tag != nil:
		name = p.List.Tag.Name
	case p.List.Runner != nil:
		name += ": " + p.List.Runner.Name
	case p.List.Year != 0:
		name += ": " + strconv.Itoa(p.List.Year)
	}
	if p.List.Number > 1 {
		page, _ := r.theme.words.Fill("page-n", "n", p.List.Number)
		name += ", " + page
	}
	return name
}

// Page writes the bytes of a page. What is wrong with a template is a problem; what was written then is of no use.
func (r *Renderer) Page(w *bytes.Buffer, p *site.Page) diag.List {
	render := rendererOf(p.Output)
	if render == nil {
		return r.html(w, p)
	}
	data, err := render(r, p)
	if err != nil {
		return diag.List{templateProblem(err)}
	}
	w.Write(data)
	return nil
}

// html writes a page with its layout.
func (r *Renderer) html(w *bytes.Buffer, p *site.Page) diag.List {
	layout := r.theme.layouts[p.Output]
	if layout == nil { // it could not be parsed, and Load has said why
		return nil
	}
	menu, ok := r.menus[p.Section]
	if !ok {
		menu = r.menus[""]
	}
	v := &View{Site: r.site, Settings: r.site.Settings, Page: p, Title: r.name(p), Menu: menu, renderer: r}
	name := "layouts/base.html"
	if p.Output == site.RedirectPage {
		name = layoutOf(p.Output)
	}
	if err := layout.ExecuteTemplate(w, name, v); err != nil {
		return diag.List{templateProblem(err)}
	}
	if r.site.LeadsToUnlisted(p) && !leftOut(w.Bytes()) {
		return diag.List{withoutNoindex(name)}
	}
	return nil
}

// leftOut reports whether the head of a page asks search engines to leave it out.
func leftOut(page []byte) bool {
	head, _, _ := bytes.Cut(page, []byte("<body"))
	return bytes.Contains(head, []byte("noindex"))
}

// withoutNoindex says that an author's own layout publishes unlisted pages to search engines.
func withoutNoindex(layout string) diag.Problem {
	p := diag.Errorf(diag.Position{File: source.Templates + "/" + layout}, "no-noindex", "this layout does not ask search engines to leave out what is unlisted.")
	if layout == "layouts/redirect.html" {
		return p.WithHint(`Write <meta name="robots" content="noindex"> between <head> and </head>.`)
	}
	return p.WithHint("Write {{.Sharing}} between <head> and </head>.")
}

func (r *Renderer) partial(name string, data any) (template.HTML, error) {
	var b strings.Builder
	err := r.theme.partials.ExecuteTemplate(&b, "partials/"+name, data)
	return template.HTML(b.String()), err
}

// functions are what templates can call. What they need beyond their arguments are the settings and the words.
func (t *Theme) functions(settings *parse.Settings) template.FuncMap {
	return template.FuncMap{
		"link":      func(url string) string { return link(settings, t.asset(url)) },
		"anchor":    func(url, text string, rel ...string) template.HTML { return anchor(settings, url, text, rel...) },
		"address":   func(url string) string { return anyAddress(settings, url) },
		"absolute":  func(url string) string { return absolute(settings, url) },
		"printed":   settings.Printed,
		"word":      func(key string, pairs ...any) (string, error) { return t.words.Fill(key, pairs...) },
		"count":     func(key string, n int) (string, error) { return t.words.Count(key, n) },
		"date":      func(d time.Time) (string, error) { return t.words.Date(d) },
		"isodate":   func(d time.Time) string { return d.Format(time.DateOnly) },
		"day":       func(d fmt.Stringer) (string, error) { return t.words.Fill("day-" + d.String()) },
		"load":      func(l quantity.Load) string { return markdown.KeepUnits(t.words.Both(l, settings.Unit)) },
		"weight":    t.words.Load,
		"duration":  t.words.Duration,
		"target":    kept(t.target),
		"goal":      kept(t.goal),
		"units":     markdown.KeepUnits,
		"minutes":   t.words.Minutes,
		"first":     func(n int, articles []*parse.Article) []*parse.Article { return articles[:min(n, len(articles))] },
		"equipment": equipment,
		"frame":     videoFrame,
		"testkind":  TestKind,

		"shortsource": shortSource,
		"join":        strings.Join,
	}
}

// kept lets what is written of a target keep its numbers and units together.
func kept(write func(progression.Target) (string, error)) func(progression.Target) (string, error) {
	return func(x progression.Target) (string, error) {
		text, err := write(x)
		return markdown.KeepUnits(text), err
	}
}

// target writes what one exercise asks for: "3 × 8", "3 × 20 s".
func (t *Theme) target(x progression.Target) (string, error) {
	return t.words.Prescription(x.Asked()), nil
}

// goal writes a target as it stands in a cell of the sheet, where there is little room: "3 × 8 · 8 kg". The row's head says the
// rest, and the page of the plan has the other unit.
func (t *Theme) goal(x progression.Target) (string, error) {
	x.PerSide = false
	goal, err := t.target(x)
	if err != nil || !x.Loaded || x.Load.IsZero() {
		return goal, err
	}
	return goal + " · " + t.words.Load(x.Load), nil
}

// Text returns the text that the page shows as HTML, with all its references filled in.
func (v *View) Text() (template.HTML, error) {
	d := v.Page.Doc()
	if d == nil {
		return "", nil
	}
	return v.renderer.doc(v.Page.From.File, d)
}

// Contents returns the headings of the page's text down to the third level as the items of a list; none where there are fewer than
// three.
func (v *View) Contents() template.HTML {
	d := v.Page.Doc()
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

// Teaser returns an article as it stands in lists. It is rendered once, however many lists it is in.
func (v *View) Teaser(a *parse.Article) (template.HTML, error) {
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

// fixedPart is a part of the page that is the same on all pages of a kind and section.
type fixedPart struct {
	name    string
	output  site.Output
	section string
}

// Fixed returns what a partial makes of a page of this kind in this section of the site, of which nothing else is known to it. It is
// made once for all of them.
func (v *View) Fixed(name string) (template.HTML, error) {
	r, key := v.renderer, fixedPart{name, v.Page.Output, v.Page.Section}
	if html, ok := r.fixed.Load(key); ok {
		return html.(template.HTML), nil
	}
	of := &View{Site: v.Site, Settings: v.Settings, Page: &site.Page{Output: key.output, Section: key.section}, Menu: v.Menu, renderer: r}
	html, err := r.partial(name, of)
	if err == nil {
		r.fixed.Store(key, html)
	}
	return html, err
}

// Image returns the picture at the top of an article, or nothing.
func (v *View) Image() template.HTML {
	a := v.Page.Article
	if a == nil || a.Image.Value == "" {
		return ""
	}
	return v.renderer.picture(a.File, markdown.Ref{Kind: markdown.Picture, Target: a.Image.Value, Alt: a.ImageAlt}, atTop())
}

// Drawing returns the picture of an exercise, large, or nothing.
func (v *View) Drawing(e *site.Exercise) template.HTML {
	return v.renderer.drawing(e, 180, false, inColumn())
}

// Small returns the picture of an exercise, small, or nothing.
func (v *View) Small(e *site.Exercise) template.HTML {
	return v.renderer.drawing(e, 60, false, small())
}

// Thumbnail returns the picture of an exercise for a list of many, small, or nothing.
func (v *View) Thumbnail(e *site.Exercise) template.HTML {
	return v.renderer.drawing(e, 60, true, small())
}

// Citations returns the sources that the page's text cites, in the order of their numbers.
func (v *View) Citations() []Citation {
	var list []Citation
	if d := v.Page.Doc(); d != nil {
		for i, id := range d.Citations {
			if x := v.Site.Source(id); x != nil {
				list = append(list, Citation{Number: i + 1, Source: x})
			}
		}
	}
	return list
}
