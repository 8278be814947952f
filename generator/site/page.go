package site

import (
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
)

// Page is something that is rendered and has an address. The pointers that its output needs are set.
type Page struct {
	URL         string // on the site: begins with "/"; ends with "/" or is a file's address
	Output      Output
	Section     string // the first word of the menu entry it belongs to: "articles"
	Title       string // empty for the outputs whose title is one of the theme's words
	Description string
	From        diag.Position // what it was made from; zero for lists

	Article   *parse.Article
	Exercise  *Exercise
	Runner    *Runner
	Plan      *Plan
	Programme *Programme
	List      *List
	Target    string // of a redirect or a copy, on the site

	card *Page // its picture, for where it is shared; nil: it has none
}

// File returns the path of the page's file below the public folder.
func (p *Page) File() string {
	file := strings.TrimPrefix(p.URL, "/")
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file
}

// List is one page of a list of articles, newest first.
type List struct {
	Tag      *Tag    // whose articles they are; nil otherwise
	Runner   *Runner // likewise
	Year     int     // likewise
	Articles []*parse.Article
	Number   int    // of this page, 1-based
	Count    int    // of pages
	Total    int    // of articles
	Newer    string // the address of the page before this one; empty on the first
	Older    string // of the one behind it
}

// articlePages and then otherPages make every page, in order of appearance; clashing addresses are all kept, for package check to
// report. The first needs nothing but the articles in their order, and the site before for the pages that it can use again.
func (s *Site) articlePages(before *Site) {
	s.Pages = make([]*Page, 0, len(s.Articles)*5/2+256)
	s.addPageOf(Home)
	s.addPageOf(NotFoundPage)
	hasCards := s.hasCards()
	for a := range s.allArticles() {
		card := ""
		if hasCards && a.Card != "" && !s.hasOwnCard(a.URL) {
			card = a.Card
		}
		p := before.pageOf(a, s.cardFolder, card)
		if p == nil {
			p = s.articlePage(a, card)
		}
		s.add(p)
		if p.card != nil {
			s.add(p.card)
		}
		s.aliases(a)
	}
	s.byURL = make(map[string]*Page, len(s.Articles)*3/2+256)
	s.index(s.Pages)
}

// articlePage makes the page of an article, and its card of a name in the folder of cards; "" for no card.
func (s *Site) articlePage(a *parse.Article, card string) *Page {
	p := &Page{URL: a.URL, Output: ArticlePage, Section: "articles", Title: a.Title, Description: a.Summary, From: diag.Position{File: a.File}, Article: a}
	if card != "" {
		one := p.asCard(s.cardFolder + card)
		p.card = &one
	}
	return p
}

// pageOf returns the page that an article has in this site, if it would get the same one in another site, whose folder of cards and name
// of the card are given; else nil. An article that nobody has edited keeps its page: to make those of ten thousand anew would take most of
// the time until an edit of one shows.
func (s *Site) pageOf(a *parse.Article, cardFolder, card string) *Page {
	if s == nil || s.cardFolder != cardFolder {
		return nil
	}
	if p := s.byURL[a.URL]; p != nil && p.Article == a && p.Output == ArticlePage && (p.card != nil) == (card != "") {
		return p
	}
	return nil
}

func (s *Site) otherPages() {
	s.texts()
	s.training()
	s.addPageOf(SourcesPage)
	s.addPageOf(MethodPage)
	s.moved()
	s.addPageOf(SearchPage)
	s.addPageOf(IndexFile)
	s.forHosts()
}

// index makes it possible to find pages by their addresses and files. It keeps the first of those that clash. Cards are found by
// their pages.
func (s *Site) index(pages []*Page) {
	for _, p := range pages {
		if p.Output == CardFile {
			continue
		}
		if s.byURL[p.URL] == nil {
			s.byURL[p.URL] = p
		}
		if file := p.From.File; file != "" && p.Output != ArticlePage && p.Output != RedirectPage && s.byFile[file] == nil {
			s.byFile[file] = p
		}
	}
}

// PageFrom returns the page that a file becomes, or nil. A plan's is the one with its runner types. The address of an article says
// which file it may be from: there are many.
func (s *Site) PageFrom(file string) *Page {
	if parse.Folder(file) != parse.ArticlesFolder {
		return s.byFile[file]
	}
	id, _ := parse.ArticleID(file)
	p := s.byURL[articleURL(id)]
	if p == nil || p.From.File == file {
		return p
	}
	if path.Ext(file) != ".md" {
		return nil
	}
	for _, p := range s.Pages { // two articles have one address, which is reported
		if p.Output == ArticlePage && p.From.File == file {
			return p
		}
	}
	return nil
}

func articleURL(id string) string  { return "/articles/" + id + "/" }
func exerciseURL(id string) string { return "/exercises/" + id + "/" }
func runnerURL(id string) string   { return "/runners/" + id + "/" }
func planURL(id string) string     { return "/plans/" + id + "/" }

func (s *Site) add(p *Page) { s.Pages = append(s.Pages, p) }

// addPageOf adds an output of the site. Where it is a folder, it is the section of its name.
func (s *Site) addPageOf(o Output) {
	p := &Page{URL: o.Of(""), Output: o}
	if strings.HasSuffix(p.URL, "/") {
		p.Section = strings.Trim(p.URL, "/")
	}
	s.add(p)
}

func (s *Site) texts() {
	for a := range s.allStandalone() {
		s.add(&Page{URL: a.URL, Output: StandalonePage, Section: a.ID, Title: a.Title, Description: a.Summary, From: diag.Position{File: a.File}, Article: a})
		s.aliases(a)
	}
	s.list("/articles/", "articles", s.Articles, List{})
	s.years()
	s.feeds("/", "articles", s.Articles, List{})
	s.addPageOf(TagsPage)
	for _, t := range s.Tags {
		s.list(t.URL, "tags", t.Articles, List{Tag: t})
		s.feeds(t.URL, "tags", t.Articles, List{Tag: t})
	}
}

func (s *Site) aliases(a *parse.Article) {
	for _, alias := range a.Aliases {
		s.add(&Page{URL: alias.Value, Output: RedirectPage, Title: a.Title, From: alias.Pos, Target: a.URL})
	}
}

// list adds the pages of a list of articles; an empty list has one page.
func (s *Site) list(base, section string, articles []*parse.Article, of List) {
	count := max((len(articles)+s.Settings.PerPage-1)/s.Settings.PerPage, 1)
	for n := 1; n <= count; n++ {
		l := of
		from := (n - 1) * s.Settings.PerPage
		l.Articles = articles[from:min(from+s.Settings.PerPage, len(articles))]
		l.Number, l.Count, l.Total = n, count, len(articles)
		if n > 1 {
			l.Newer = listURL(base, n-1)
		}
		if n < count {
			l.Older = listURL(base, n+1)
		}
		s.add(&Page{URL: listURL(base, n), Output: ListPage, Section: section, List: &l})
	}
}

func listURL(base string, n int) string {
	if n == 1 {
		return base
	}
	return base + "page/" + strconv.Itoa(n) + "/"
}

func (s *Site) training() {
	s.addPageOf(ExercisesPage)
	for _, e := range s.Exercises {
		s.addAll(OfExercise, e.URL, Page{Section: "exercises", Title: e.Name, Description: strings.Join(e.Cues, " "), From: e.Pos, Exercise: e})
		if e.Drawn() {
			s.addAll(OfDrawing, e.URL, Page{Section: "exercises", From: e.Pos, Exercise: e})
		}
	}
	s.addPageOf(RunnersPage)
	for _, r := range s.Runners {
		s.addAll(OfRunner, r.URL, Page{Section: "runners", Title: r.Name, Description: r.Aim, From: r.Pos, Runner: r})
		if len(r.Articles) > 0 {
			s.list(r.URL+"articles/", "runners", r.Articles, List{Runner: r})
			s.feeds(r.URL+"articles/", "runners", r.Articles, List{Runner: r})
		}
	}
	s.addPageOf(PlansPage)
	for p := range s.AllPlans() {
		page := Page{URL: p.URL, Section: "plans", Title: p.Title, Description: p.Summary, From: p.Pos, Plan: p}
		page.card = s.cardOf(&page)
		s.addAll(OfPlan, p.URL, page)
		if page.card != nil {
			s.add(page.card)
		}
		for _, programme := range p.Programmes {
			s.programme(p, programme)
		}
	}
}

// Drawn reports whether an exercise is drawn from its poses, because it has no picture.
func (e *Exercise) Drawn() bool { return e.Picture.Value == "" && len(e.Figure.Poses) > 0 }

// DrawingURL returns the address of the drawing of an exercise that is drawn.
func (e *Exercise) DrawingURL() string { return DrawingFile.Of(e.URL) }

func (s *Site) programme(p *Plan, programme *Programme) {
	page := Page{Section: "plans", Title: p.Title, Description: p.Summary, From: p.Pos, Plan: p, Programme: programme, Runner: programme.Runner}
	s.addAll(OfProgramme, programme.URL, page)
	if !p.Monday().IsZero() {
		s.addAll(OfDated, programme.URL, page)
	}
}

// LongPast is the Monday from which the events of a [WeeksFile] are counted. A script of the theme moves them to the Monday that the
// reader chooses.
func LongPast() time.Time { return time.Date(2001, time.January, 1, 0, 0, 0, 0, time.UTC) }

// moved adds what stands at the old addresses.
func (s *Site) moved() {
	for _, m := range s.Moved {
		p := &Page{URL: m.Old.Value, Output: RedirectPage, From: m.Old.Pos, Target: m.To.Value}
		if m.OfFeed() {
			p.Output = FeedCopy
		}
		s.add(p)
	}
}
