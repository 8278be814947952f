package render

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// book is the whole guide while it is rendered.
type book struct {
	renderer *Renderer
	numbers  map[string]int    // of pages of paper, by anchor; nil: not known yet
	anchors  map[string]string // by the address on the site
	sources  map[string]int    // their numbers in the guide, by their ids
	parts    []Part
}

// BookView is what layouts/book.html has.
type BookView struct {
	BaseView
	book *book
}

// Part is a part of the whole guide.
type Part struct {
	Anchor   string // of its place in the guide
	Title    string
	Chapters []Chapter
}

// Chapter is what the whole guide shows of one page of the site.
type Chapter struct {
	Anchor string
	Title  string // empty where the part has only this one
	Within bool   // it belongs to the chapter before it: a programme to its plan
	page   *site.Page
	book   *book
}

// Book writes the whole guide as one page to be printed. Numbers are those of the pages of paper, by the anchor of what begins on
// them; nil where they are not known yet: the page is as long without them.
func (r *Renderer) Book(w *bytes.Buffer, numbers map[string]int) diag.List {
	page := r.site.Book()
	return r.execute(w, page.Output, &BookView{r.view(page, r.name(page)), r.gather(numbers)})
}

// Parts returns the parts of the whole guide.
func (v *BookView) Parts() []Part { return v.book.parts }

// Number returns the page of paper on which a part or chapter begins, as text; zeros where that is not known yet.
func (v *BookView) Number(anchor string) string { return v.book.number(anchor) }

func (b *book) number(anchor string) string {
	if n := b.numbers[anchor]; n > 0 {
		return strconv.Itoa(n)
	}
	return "00"
}

// HTML returns the chapter, from the theme's partial chapter.html, as it stands in the guide.
func (c Chapter) HTML() (template.HTML, error) {
	r := c.book.renderer
	html, err := r.partial("chapter.html", views[c.page.Output](r.view(c.page, c.Title)))
	return c.bind(html), err
}

// Kind returns the name of the layout that shows the chapter's page on the site: "article".
func (c Chapter) Kind() string { return c.page.Output.String() }

// bookParts are the parts of the whole guide, by the address of the page that is its title on the site, and the pages that are its
// chapters.
var bookParts = [...]struct {
	url   string
	pages []site.Output
}{
	{"/runners/", []site.Output{site.RunnerPage}},
	{"/articles/", []site.Output{site.ArticlePage}},
	{"/exercises/", []site.Output{site.ExercisePage}},
	{"/plans/", []site.Output{site.PlanPage, site.ProgrammePage}},
	{"/sources/", []site.Output{site.SourcesPage}},
}

func (r *Renderer) gather(numbers map[string]int) *book {
	b := &book{renderer: r, numbers: numbers, anchors: map[string]string{}, sources: map[string]int{}}
	for i, x := range r.site.Sources {
		b.sources[x.ID] = i + 1
	}
	for _, part := range bookParts {
		if part.url != "/sources/" || len(r.site.Sources) > 0 {
			b.part(part.url, part.pages)
		}
	}
	return b
}

// part adds a part with the site's pages of some kinds, if there are any. On the site it is the page at url. Articles begin with
// the oldest: who reads a book begins with what was said first. Before them stand the author's pages that the guide sends readers to.
func (b *book) part(url string, kinds []site.Output) {
	s := b.renderer.site
	pages := slices.DeleteFunc(slices.Clone(s.Pages), func(p *site.Page) bool { return !slices.Contains(kinds, p.Output) || p.Unlisted() })
	if kinds[0] == site.ArticlePage {
		slices.Reverse(pages)
		pages = append(b.pagesLedTo(), pages...)
	}
	if len(pages) == 0 {
		return
	}
	part := Part{Anchor: fmt.Sprintf("part-%d", len(b.parts)+1), Title: b.renderer.name(s.PageAt(url))}
	for i, p := range pages {
		part.Chapters = append(part.Chapters, b.chapter(fmt.Sprintf("%s-%d", part.Anchor, i+1), p))
	}
	b.anchors[url] = part.Anchor
	b.parts = append(b.parts, part)
}

// pagesLedTo returns the author's pages that runner types, exercises and plans lead to.
func (b *book) pagesLedTo() []*site.Page {
	s := b.renderer.site
	var pages []*site.Page
	for _, p := range s.Pages {
		doc := p.Doc()
		if doc == nil || p.Runner == nil && p.Exercise == nil && p.Plan == nil {
			continue
		}
		for _, ref := range doc.Refs {
			to := s.Resolve(p.From.File, ref).Page
			if to != nil && to.Output == site.StandalonePage && !to.Unlisted() && !slices.Contains(pages, to) {
				pages = append(pages, to)
			}
		}
	}
	return pages
}

func (b *book) chapter(anchor string, p *site.Page) Chapter {
	c := Chapter{Anchor: anchor, Title: p.Title, page: p, book: b}
	if p.Output == site.ProgrammePage {
		c.Title, c.Within = p.Programme.Runner.Name, true
	}
	b.anchors[p.URL] = anchor
	return c
}
