package preview

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

//go:embed pages
var pages embed.FS

func styleSheet() []byte {
	data, _ := pages.ReadFile("pages/preview.css")
	return data
}

// ownPage renders a page of the preview itself. Its templates are embedded and tested: they do not fail.
func ownPage(status int, name string, data any) *page {
	t := template.Must(template.ParseFS(pages, "pages/*.html"))
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return newPage(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(err.Error()))
	}
	return newPage(status, htmlType, b.Bytes())
}

// trouble is a problem as it stands on a page of the preview.
type trouble struct {
	diag.Shown
	diag.Excerpt
}

// troubles returns the first of so many problems of each kind; all of them where most is 0.
func troubles(problems diag.List, lines diag.Lines, most int) []trouble {
	var list []trouble
	excerpts := diag.NewExcerpter(lines, diag.ExcerptWidth)
	for _, p := range problems.First(most) {
		list = append(list, trouble{p, excerpts.Of(p.Problem)})
	}
	return list
}

// Place returns file, line and column of a problem as people write them.
func (t trouble) Place() string { return t.Problem.Position.In(t.Excerpt) }

// troublePage is what is shown where there is nothing else to show.
func troublePage(problems diag.List, lines diag.Lines, most, status int) *page {
	return ownPage(status, "trouble.html", troubles(problems, lines, most))
}

// outlined is what the outline says.
type outlined struct {
	Title    string
	Broken   bool
	Words    int
	Chapters []chapter
	Others   []trouble // of files that are no page's
}

// chapter is one kind of page.
type chapter struct {
	Name string
	Rows []row
}

// row is a page.
type row struct {
	Name, Link, File string
	Words, Minutes   int
	Date             string   // of articles
	Marks            []string // why a build or its lists leave it out
	Troubles         []trouble
}

// outline renders the outline of all pages with what is to be known about them.
func (s *state) outline() *page {
	o := outlined{Title: "Legpress", Broken: s.broken}
	byFile := map[string][]trouble{}
	for _, t := range troubles(s.problems, s.lines, s.most) {
		byFile[t.File] = append(byFile[t.File], t)
	}
	if s.issue != nil {
		o.Title = s.issue.Site.Settings.Title
		o.chapters(s.issue, byFile)
	}
	for _, p := range s.problems { // in their order
		o.Others = append(o.Others, byFile[p.File]...)
		delete(byFile, p.File)
	}
	return ownPage(http.StatusOK, "outline.html", o)
}

// chapters lists the pages by kind. The problems of their files are taken out of the map.
func (o *outlined) chapters(i *issue, byFile map[string][]trouble) {
	names := []string{"Articles", "Pages", "Plans", "Exercises", "Runner types", "Lists"}
	rows := map[string][]row{}
	for _, p := range i.Site.Pages {
		if !p.IsHTML() || p.Output == site.RedirectPage {
			continue
		}
		name := chapterOf(p.Output.Owner())
		r := row{Name: cmp.Or(p.Title, p.URL), Link: i.base + p.URL, File: p.From.File, Troubles: byFile[p.From.File]}
		if p.From.File != "" {
			delete(byFile, p.From.File)
		}
		if d := p.Doc(); d != nil && p.Output != site.ProgrammePage {
			r.Words, r.Minutes = d.Words, minutes(d.Words)
			o.Words += d.Words
		}
		r.mark(p, i.now)
		if p.Programme != nil {
			r.Name += ": " + p.Runner.Name
		}
		if p.Output == site.SheetPage {
			r.Name += ", the sheet"
		}
		rows[name] = append(rows[name], r)
	}
	for _, h := range i.Site.Hidden {
		name := chapterOf(hiddenOwner(&h))
		r := row{Name: h.Title, File: h.File, Marks: []string{string(h.Reason)}}
		if h.Doc != nil {
			r.Words = h.Doc.Words
		}
		rows[name] = append(rows[name], r)
	}
	for _, name := range names {
		if len(rows[name]) > 0 {
			o.Chapters = append(o.Chapters, chapter{name, rows[name]})
		}
	}
}

// mark says when an article is dated, and why a build leaves the page out, or its lists do.
func (r *row) mark(p *site.Page, now time.Time) {
	if p.Draft() {
		r.Marks = append(r.Marks, "draft")
	}
	if p.Unlisted() {
		r.Marks = append(r.Marks, "unlisted")
	}
	a := p.Article
	if a == nil {
		return
	}
	if a.Date.After(now) {
		r.Marks = append(r.Marks, "future")
	}
	if !a.Date.IsZero() {
		r.Date = a.Date.Format(time.DateOnly)
	}
}

// hiddenOwner returns what would have the page of something hidden.
func hiddenOwner(h *site.Hidden) site.Owner {
	switch {
	case h.Exercise != nil:
		return site.OfExercise
	case h.Runner != nil:
		return site.OfRunner
	case h.Plan != nil:
		return site.OfPlan
	case strings.HasPrefix(h.URL, "/articles/"):
		return site.OfArticle
	}
	return site.OfText
}

// chapterOf returns the chapter of the pages that belong to an owner.
func chapterOf(o site.Owner) string {
	switch o {
	case site.OfArticle:
		return "Articles"
	case site.OfText:
		return "Pages"
	case site.OfPlan, site.OfProgramme:
		return "Plans"
	case site.OfExercise:
		return "Exercises"
	case site.OfRunner:
		return "Runner types"
	}
	return "Lists"
}

// Class returns the severity as a word for the style sheet.
func (t trouble) Class() string { return strings.ToLower(t.Severity.String()) }
