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
	"github.com/legpress/legpress/generator/mediatype"
	"github.com/legpress/legpress/generator/site"
)

//go:embed pages
var pages embed.FS

func ownStyleSheet() []byte {
	data, _ := pages.ReadFile("pages/preview.css")
	return data
}

// ownPage renders a page of the preview itself. Its templates are embedded and tested, so that parsing them cannot fail.
func ownPage(status int, name string, data any) *page {
	t := template.Must(template.ParseFS(pages, "pages/*.html"))
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return newPage(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(err.Error()))
	}
	return newPage(status, mediatype.HTML, b.Bytes())
}

// shownProblem is a problem as a page of the preview shows it.
type shownProblem struct {
	diag.Shown
	diag.Excerpt
}

// shownProblems returns the first problems of each kind, at most so many; 0: all.
func shownProblems(problems diag.List, lines diag.Lines, most int) []shownProblem {
	var list []shownProblem
	excerpts := diag.NewExcerpter(lines, diag.ExcerptWidth)
	for _, p := range problems.First(most) {
		list = append(list, shownProblem{p, excerpts.Of(p.Problem)})
	}
	return list
}

// Place returns file, line and column of a problem, as file:line:column.
func (t shownProblem) Place() string { return t.Problem.Position.In(t.Excerpt) }

// problemPage renders a page with nothing but problems, where there is no page to show.
func problemPage(problems diag.List, lines diag.Lines, most, status int) *page {
	return ownPage(status, "error.html", shownProblems(problems, lines, most))
}

// outlinePage is the data of the outline.
type outlinePage struct {
	Title    string
	Broken   bool
	Words    int
	Sections []outlineSection
	Others   []shownProblem // of files without a page
}

// outlineSection is the pages of one kind.
type outlineSection struct {
	Name string
	Rows []outlineRow
}

// outlineRow is a page, or something hidden that would be one.
type outlineRow struct {
	Name, Link, File string
	Words, Minutes   int
	Date             string   // of articles
	Marks            []string // why a build or its lists leave it out: "draft"
	Problems         []shownProblem
}

// outline renders the list of all pages, with their lengths and problems.
func (s *state) outline() *page {
	o := outlinePage{Title: "Legpress", Broken: s.broken}
	byFile := map[string][]shownProblem{}
	for _, t := range shownProblems(s.problems, s.lines, s.maxOfKind) {
		byFile[t.File] = append(byFile[t.File], t)
	}
	if s.served != nil {
		o.Title = s.served.Site.Settings.Title
		o.addSections(s.served, byFile)
	}
	for _, p := range s.problems { // in their order
		o.Others = append(o.Others, byFile[p.File]...)
		delete(byFile, p.File)
	}
	return ownPage(http.StatusOK, "outline.html", o)
}

// addSections lists the pages by kind. It removes the problems of their files from byFile.
func (o *outlinePage) addSections(rev *servedRevision, byFile map[string][]shownProblem) {
	names := []string{"Articles", "Pages", "Plans", "Exercises", "Runner types", "Lists"}
	rows := map[string][]outlineRow{}
	for _, p := range rev.Site.Pages {
		if !p.IsHTML() || p.Output == site.RedirectPage {
			continue
		}
		name := sectionOf(p.Output.Owner())
		r := outlineRow{Name: cmp.Or(p.Title, p.URL), Link: rev.base + p.URL, File: p.From.File, Problems: byFile[p.From.File]}
		if p.From.File != "" {
			delete(byFile, p.From.File)
		}
		if d := p.Doc(); d != nil && p.Output != site.ProgrammePage {
			r.Words, r.Minutes = d.Words, minutes(d.Words)
			o.Words += d.Words
		}
		r.addMarks(p, rev.now)
		if p.Programme != nil {
			r.Name += ": " + p.Runner.Name
		}
		if p.Output == site.SheetPage {
			r.Name += ", the sheet"
		}
		rows[name] = append(rows[name], r)
	}
	for _, h := range rev.Site.Hidden {
		name := sectionOf(hiddenOwner(&h))
		r := outlineRow{Name: h.Title, File: h.File, Marks: []string{string(h.Reason)}}
		if h.Doc != nil {
			r.Words = h.Doc.Words
		}
		rows[name] = append(rows[name], r)
	}
	for _, name := range names {
		if len(rows[name]) > 0 {
			o.Sections = append(o.Sections, outlineSection{name, rows[name]})
		}
	}
}

// addMarks adds the date of an article, and why a build or its lists leave the page out.
func (r *outlineRow) addMarks(p *site.Page, now time.Time) {
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

// sectionOf returns the name of the section of the pages that belong to an owner.
func sectionOf(o site.Owner) string {
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
func (t shownProblem) Class() string { return strings.ToLower(t.Severity.String()) }
