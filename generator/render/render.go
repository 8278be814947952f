package render

import (
	"bytes"
	"cmp"
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
	"github.com/legpress/legpress/generator/render/search"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/training/quantity"
	"github.com/legpress/legpress/generator/words"
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
	index   func() *search.Index
}

// New returns a renderer for a site, whose pages link the PDFs that exist. Problems are those of the templates that all pages share.
func New(t *Theme, s *site.Site, pdfs ...site.PDF) (*Renderer, diag.List) {
	r := &Renderer{theme: t, site: s, pdfs: pdfs, menus: map[string]template.HTML{}, teasers: map[*parse.Article]template.HTML{}, figures: map[*site.Exercise]figureFile{}, entries: map[*parse.Article]feed.Entry{},
		places: sync.OnceValue(func() map[*parse.Article]int { return placesOf(s.Articles) }),
		pens:   sync.Pool{New: func() any { return card.NewPen(s.CardStyle()) }}}
	r.index = sync.OnceValue(r.makeIndex)
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
			entries = append(entries, menuEntry{URL: p.URL, Name: r.menuName(p), Here: e.Value == section})
		}
	}
	return entries
}

// menuName returns the name of a page in the menu. The home page's own is long, and stands beside the menu anyway.
func (r *Renderer) menuName(p *site.Page) string {
	if p.Output == site.Home {
		return r.theme.words.Text("title-" + p.Kind())
	}
	return r.name(p)
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
		name = r.theme.words.Label(name) + " " + p.List.Runner.Name
	case p.List.Year != 0:
		name = r.theme.words.Label(name) + " " + strconv.Itoa(p.List.Year)
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
	if problems := r.execute(w, p.Output, views[p.Output](r.view(p, r.name(p)))); len(problems) > 0 {
		return problems
	}
	if w.Len() > 0 && r.site.LeadsToUnlisted(p) && !leftOut(w.Bytes()) {
		return diag.List{withoutNoindex(rootOf(p.Output))}
	}
	return nil
}

// execute writes a page with its layout. It writes nothing where the layout cannot be used, as Load has said.
func (r *Renderer) execute(w *bytes.Buffer, o site.Output, view any) diag.List {
	layout := r.theme.layouts[o]
	if layout == nil {
		return nil
	}
	if err := layout.ExecuteTemplate(w, rootOf(o), view); err != nil {
		return diag.List{templateProblem(err)}
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

// functions are what templates can call. What they need beyond their arguments are the settings, the words and the addresses of the assets.
func functions(settings *parse.Settings, w *words.Words, assets map[string]string) template.FuncMap {
	return template.FuncMap{
		"link":      func(url string) string { return link(settings, cmp.Or(assets[url], url)) },
		"anchor":    func(url, text string, rel ...string) template.HTML { return anchor(settings, url, text, rel...) },
		"address":   func(url string) string { return anyAddress(settings, url) },
		"absolute":  func(url string) string { return absolute(settings, url) },
		"printed":   settings.Printed,
		"word":      func(key string, pairs ...any) (string, error) { return w.Fill(key, pairs...) },
		"count":     func(key string, n int) (string, error) { return w.Count(key, n) },
		"date":      func(d time.Time) (string, error) { return w.Date(d) },
		"isodate":   func(d time.Time) string { return d.Format(time.DateOnly) },
		"day":       func(d fmt.Stringer) (string, error) { return w.Fill("day-" + d.String()) },
		"load":      func(l quantity.Load) string { return markdown.KeepUnits(w.Both(l)) },
		"weight":    w.Load,
		"units":     markdown.KeepUnits,
		"minutes":   w.Minutes,
		"first":     func(n int, articles []*parse.Article) []*parse.Article { return articles[:min(n, len(articles))] },
		"equipment": equipment,
		"frame":     videoFrame,
		"testkind":  TestKind,

		"shortsource": shortSource,
		"join":        strings.Join,
	}
}
