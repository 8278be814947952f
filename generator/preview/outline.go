package preview

import (
	"cmp"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/site"
)

// outlinePage is the data of the outline: what is to be mended, and all pages.
type outlinePage struct {
	Title    string
	Broken   bool
	Problems []problemSection
	Built    bool   // there are pages
	Length   string // of all: "58 pages, 18,023 words"
	LeftOut  *outlineSection
	Sections []*outlineSection
}

// outlineSection is the pages of one kind, or those that a build leaves out.
type outlineSection struct {
	ID, Name string
	Rows     []*outlineRow
	Folded   bool // none of the rows is seen at first
}

// outlineRow is a file with its pages, a list, or something hidden that would have a page.
type outlineRow struct {
	pageLink
	File     string
	Editor   template.URL // opens the file; "" for none
	Length   string       // of its text: "875 words, 4 min"
	Date     string       // of articles
	Marks    []string     // why a build or its lists leave it out: "draft"
	Parts    []pageLink   // the other pages of the file: the programmes of a plan
	Problems []pageLink   // how many there are, each with the ID of a heading
}

// pageLink is a link, with its text; without an address it is only a text.
type pageLink struct{ Name, Link string }

// Rows of a section that are seen, and up to how many it is not folded.
const (
	seenRows     = 20
	unfoldedRows = 30
)

// First returns the rows that are seen.
func (s *outlineSection) First() []*outlineRow {
	switch {
	case s.Folded:
		return nil
	case len(s.Rows) > unfoldedRows:
		return s.Rows[:seenRows]
	}
	return s.Rows
}

// Rest returns the rows that are folded.
func (s *outlineSection) Rest() []*outlineRow { return s.Rows[len(s.First()):] }

// Count returns how many rows there are.
func (s *outlineSection) Count() string { return number(len(s.Rows)) }

// More says how many rows are folded.
func (s *outlineSection) More() string {
	if s.Folded {
		return "all " + s.Count()
	}
	return number(len(s.Rest())) + " more"
}

// Empty reports whether there is nothing but lists, as in a new site.
func (o *outlinePage) Empty() bool { return o.Built && o.LeftOut == nil && len(o.Sections) == 1 }

// Tally counts all that is to be mended.
func (o *outlinePage) Tally() string { return tally(o.Problems) }

// outline returns the outline, which is rendered only once.
func (s *state) outline() *page {
	s.outlineOnce.Do(func() { s.outlined = s.renderOutline() })
	return s.outlined
}

// renderOutline renders what is to be mended, and the list of all pages.
func (s *state) renderOutline() *page {
	o := outlinePage{Title: "Legpress", Broken: s.broken, Problems: problemSections(s.shownProblems(), s.pageOf)}
	if s.served != nil {
		o.Title, o.Built = s.served.Site.Settings.Title, true
		w := outliner{state: s, counts: s.problemCounts(o.Problems), byFile: map[string]*outlineRow{}}
		w.list()
		o.LeftOut, o.Sections, o.Length = w.leftOut, w.sections, count(w.pages, "page")+", "+count(w.words, "word")
	}
	return ownPage(http.StatusOK, "outline.html", &o)
}

// pageOf returns the link to the page that a file becomes; empty for none.
func (s *state) pageOf(file string) pageLink {
	if s.served == nil {
		return pageLink{}
	}
	p := s.served.Site.PageFrom(file)
	if p == nil {
		return pageLink{}
	}
	return s.served.linkTo(p)
}

// linkTo returns the link to a page.
func (rev *servedRevision) linkTo(p *site.Page) pageLink {
	return pageLink{cmp.Or(p.Title, p.URL), rev.base + p.URL}
}

// problemCounts returns for each file how many problems of each severity it has, with the IDs of their headings, or of that of all where they are not shown.
func (s *state) problemCounts(shown []problemSection) map[string][]pageLink {
	headings := map[string]bool{}
	for _, section := range shown {
		for _, seen := range section.Files {
			for _, f := range append(seen.Rest, seen.One) {
				headings[f.ID] = true
			}
		}
	}
	links := map[string][]pageLink{}
	for _, severity := range severities {
		inFile := map[string]int{}
		for _, p := range s.problems {
			if p.Severity == severity.severity {
				inFile[p.File]++
			}
		}
		for file, n := range inFile {
			id := fileID(severity.word+"s", file)
			if !headings[id] {
				id = severity.word + "s"
			}
			links[file] = append(links[file], pageLink{count(n, severity.word), id})
		}
	}
	return links
}

// outliner lists the pages of a state.
type outliner struct {
	*state
	counts       map[string][]pageLink
	byFile       map[string]*outlineRow
	leftOut      *outlineSection
	sections     []*outlineSection
	pages, words int
}

// kinds are the sections of pages, in their order, with the folder below content/ whose files become them.
var kinds = []struct{ name, folder string }{
	{"Articles", "articles"},
	{"Pages", "pages"},
	{"Plans", "plans"},
	{"Exercises", "exercises"},
	{"Runner types", "runners"},
	{lists, ""},
}

// lists is the section of the pages that no file of an author's becomes.
const lists = "Lists"

// kindOf returns the name of the section of a file's pages.
func kindOf(file string) string {
	for _, k := range kinds {
		if strings.HasPrefix(file, "content/"+k.folder+"/") {
			return k.name
		}
	}
	return lists
}

// list lists the pages by kind; those that a build leaves out come in a section of their own.
func (w *outliner) list() {
	byKind := map[string][]*outlineRow{}
	var leftOut []*outlineRow
	for _, p := range w.served.Site.Pages {
		if !p.IsHTML() || p.Output == site.RedirectPage {
			continue
		}
		w.pages++
		if of := w.byFile[p.From.File]; of != nil {
			of.Parts = append(of.Parts, w.part(p))
			continue
		}
		r := w.row(p)
		if p.Draft() || w.isFuture(p) {
			leftOut = append(leftOut, r)
		} else {
			byKind[kindOf(r.File)] = append(byKind[kindOf(r.File)], r)
		}
	}
	for i := range w.served.Site.Hidden {
		leftOut = append(leftOut, w.hiddenRow(&w.served.Site.Hidden[i]))
	}
	w.leftOut = newSection("Not on the website", leftOut)
	for _, k := range kinds {
		if s := newSection(k.name, byKind[k.name]); s != nil {
			s.Folded = k.name == lists
			w.sections = append(w.sections, s)
		}
	}
}

// newSection returns a section with rows; nil where there are none.
func newSection(name string, rows []*outlineRow) *outlineSection {
	if len(rows) == 0 {
		return nil
	}
	return &outlineSection{ID: strings.ReplaceAll(strings.ToLower(name), " ", "-"), Name: name, Rows: rows}
}

// fileRow returns the row of a file with a text of so many words, or of a page without a file.
func (w *outliner) fileRow(link pageLink, file string, words int) *outlineRow {
	r := &outlineRow{pageLink: link, File: file, Problems: w.counts[file]}
	if file == "" {
		return r
	}
	w.byFile[file] = r
	r.Editor = template.URL(w.editor(diag.Position{File: file}, 1))
	if words > 0 {
		r.Length = count(words, "word") + ", " + number(minutes(words)) + " min"
	}
	return r
}

// row returns the row of the first page of a file.
func (w *outliner) row(p *site.Page) *outlineRow {
	words := 0
	if d := p.Doc(); d != nil {
		words = d.Words
	}
	w.words += words
	r := w.fileRow(w.served.linkTo(p), p.From.File, words)
	if p.Draft() {
		r.Marks = append(r.Marks, "draft")
	}
	if p.Unlisted() {
		r.Marks = append(r.Marks, "unlisted")
	}
	if w.isFuture(p) {
		r.Marks = append(r.Marks, "future")
	}
	if p.Article != nil {
		r.Date = dayOf(p.Article.Date)
	}
	return r
}

// hiddenRow returns the row of something that has no page here either.
func (w *outliner) hiddenRow(h *site.Hidden) *outlineRow {
	words := 0
	if h.Doc != nil {
		words = h.Doc.Words
	}
	r := w.fileRow(pageLink{Name: h.Title}, h.File, words)
	mark := string(h.Reason)
	if h.Reason == site.Expired {
		mark += " " + dayOf(h.When.In(w.served.Site.Settings.Zone))
	}
	r.Marks = []string{mark}
	if h.Article != nil {
		r.Date = dayOf(h.Article.Date)
	}
	return r
}

// part returns the link to one more page of a file.
func (w *outliner) part(p *site.Page) pageLink {
	link := w.served.linkTo(p)
	switch {
	case p.Output == site.SheetPage:
		link.Name = "sheet"
	case p.Output == site.LogPage:
		link.Name = "log"
	case p.Runner != nil:
		link.Name = p.Runner.Name
	}
	return link
}

func (w *outliner) isFuture(p *site.Page) bool {
	return p.Article != nil && p.Article.Date.After(w.served.now)
}

// dayOf returns a day as 2026-03-01; "" for none.
func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
