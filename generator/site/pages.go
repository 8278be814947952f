package site

import (
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/parse"
)

// pageBuilder makes every page of a site, in order of appearance. Clashing addresses are all kept, for package check to report.
type pageBuilder struct {
	settings *parse.Settings
	*Definitions
	*Lists // nil as long as pages of articles are made, which need none
	cards  cards
	files  fileIndex // of all files that may be copied

	pages    []*Page
	shelf    []shelved // the articles, the unlisted ones last
	articles []*Page   // those of pages that are of articles
	others   []*Page   // all others but cards
}

func (b *pageBuilder) add(p *Page) {
	b.pages = append(b.pages, p)
	if p.Output != CardFile {
		b.others = append(b.others, p)
	}
}

// shelved is an article with the pages that are its own.
type shelved struct {
	article    *parse.Article
	page, card *Page   // no card: nil
	old        []*Page // what stands at its old addresses
}

// addArticles adds the pages that need nothing but the articles in their order, and returns the index of those of articles. Those of articles
// that are the same in the site before are taken from it.
func (b *pageBuilder) addArticles(before *Site) articleIndex {
	b.home()
	b.addPageOf(NotFoundPage)
	var known []shelved
	var index articleIndex
	if before != nil && b.cards.like(before.cards) {
		known, index = before.shelf, before.pages.articles
	}
	b.shelf = make([]shelved, 0, len(b.Articles)+len(b.Unlisted.Articles))
	var come, gone []*Page
	for a := range b.allArticles() {
		for ; len(known) > 0 && known[0].article != a && NewestFirst(known[0].article, a) <= 0; known = known[1:] {
			gone = append(gone, known[0].page)
		}
		if len(known) > 0 && known[0].article == a {
			b.shelf, known = append(b.shelf, known[0]), known[1:]
			continue
		}
		next := b.shelve(a)
		b.shelf, come = append(b.shelf, next), append(come, next.page)
	}
	for _, s := range known {
		gone = append(gone, s.page)
	}
	b.addShelf()
	return index.after(gone, come, b.articles)
}

// shelve makes the pages of an article.
func (b *pageBuilder) shelve(a *parse.Article) shelved {
	p := articlePage(a, b.cards.ofArticle(a))
	return shelved{a, p, p.card, redirects(a)}
}

// addShelf adds the pages of the articles.
func (b *pageBuilder) addShelf() {
	b.pages, b.articles = slices.Grow(b.pages, len(b.shelf)*5/2+256), make([]*Page, 0, len(b.shelf))
	for _, s := range b.shelf {
		b.pages, b.articles = append(b.pages, s.page), append(b.articles, s.page)
		if s.card != nil {
			b.pages = append(b.pages, s.card)
		}
		for _, p := range s.old {
			b.add(p)
		}
	}
}

// home adds the home page, with the author's text for it, where there is one.
func (b *pageBuilder) home() {
	p := &Page{URL: Home.Of(""), Output: Home, Section: Home.String()}
	if a := b.Home; a != nil {
		p.Title, p.Description, p.From, p.Article = a.Title, a.Summary, diag.Position{File: a.File}, a
	}
	b.add(p)
}

// articlePage makes the page of an article, with a card at an address; "" for no card.
func articlePage(a *parse.Article, card string) *Page {
	p := &Page{URL: a.URL, Output: ArticlePage, Section: "articles", Title: a.Title, Description: a.Summary, From: diag.Position{File: a.File}, Article: a}
	if card != "" {
		p.card = p.asCard(card)
	}
	return p
}

// addOthers adds all pages but those of articles.
func (b *pageBuilder) addOthers() {
	b.texts()
	b.training()
	b.addPageOf(SourcesPage)
	b.addPageOf(MethodPage)
	b.moved()
	b.addPageOf(SearchPage)
	b.addPageOf(IndexFile)
	b.forHosts()
}

// addPageOf adds an output of the site. Where it is a folder, it is the section of its name.
func (b *pageBuilder) addPageOf(o Output) {
	p := &Page{URL: o.Of(""), Output: o}
	if strings.HasSuffix(p.URL, "/") {
		p.Section = strings.Trim(p.URL, "/")
	}
	b.add(p)
}

func (b *pageBuilder) texts() {
	if b.Home != nil {
		b.aliases(b.Home)
	}
	for a := range b.allStandalone() {
		b.add(&Page{URL: a.URL, Output: StandalonePage, Section: a.ID, Title: a.Title, Description: a.Summary, From: diag.Position{File: a.File}, Article: a})
		b.aliases(a)
	}
	b.list("/articles/", "articles", b.Articles, List{})
	for _, y := range b.Years {
		b.list(y.URL, "articles", y.Articles, List{Year: y.Number})
	}
	b.feeds("/", "articles", b.Articles, List{})
	b.addPageOf(TagsPage)
	for _, t := range b.Tags {
		b.list(t.URL, "tags", t.Articles, List{Tag: t})
		b.feeds(t.URL, "tags", t.Articles, List{Tag: t})
	}
}

func (b *pageBuilder) aliases(a *parse.Article) {
	for _, p := range redirects(a) {
		b.add(p)
	}
}

// redirects makes what stands at the old addresses of a text.
func redirects(a *parse.Article) []*Page {
	var list []*Page
	for _, alias := range a.Aliases {
		list = append(list, &Page{URL: alias.Value, Output: RedirectPage, Title: a.Title, From: alias.Pos, Target: a.URL})
	}
	return list
}

// list adds the pages of a list of articles; an empty list has one page.
func (b *pageBuilder) list(base, section string, articles []*parse.Article, of List) {
	count := max((len(articles)+b.settings.PerPage-1)/b.settings.PerPage, 1)
	for n := 1; n <= count; n++ {
		l := of
		from := (n - 1) * b.settings.PerPage
		l.Articles = articles[from:min(from+b.settings.PerPage, len(articles))]
		l.Number, l.Count, l.Total = n, count, len(articles)
		if n > 1 {
			l.Newer = listURL(base, n-1)
		}
		if n < count {
			l.Older = listURL(base, n+1)
		}
		b.add(&Page{URL: listURL(base, n), Output: ListPage, Section: section, List: &l})
	}
}

func listURL(base string, n int) string {
	if n == 1 {
		return base
	}
	return base + "page/" + strconv.Itoa(n) + "/"
}

func (b *pageBuilder) training() {
	b.addPageOf(ExercisesPage)
	for _, e := range b.Exercises {
		b.addAll(OfExercise, e.URL, Page{Section: "exercises", Title: e.Name, Description: strings.Join(e.Cues, " "), From: e.Pos, Exercise: e})
		if e.Drawn() {
			b.addAll(OfDrawing, e.URL, Page{Section: "exercises", From: e.Pos, Exercise: e})
		}
	}
	b.addPageOf(RunnersPage)
	for _, r := range b.Runners {
		b.addAll(OfRunner, r.URL, Page{Section: "runners", Title: r.Name, Description: r.Aim, From: r.Pos, Runner: r})
		if len(r.Articles) > 0 {
			b.list(r.URL+"articles/", "runners", r.Articles, List{Runner: r})
			b.feeds(r.URL+"articles/", "runners", r.Articles, List{Runner: r})
		}
	}
	b.addPageOf(PlansPage)
	for p := range b.AllPlans() {
		page := Page{URL: p.URL, Section: "plans", Title: p.Title, Description: p.Summary, From: p.Pos, Plan: p}
		if url := b.cards.ofPlan(&page); url != "" {
			page.card = page.asCard(url)
		}
		b.addAll(OfPlan, p.URL, page)
		if page.card != nil {
			b.add(page.card)
		}
		for _, programme := range p.Programmes {
			b.programme(p, programme)
		}
	}
}

func (b *pageBuilder) programme(p *Plan, programme *Programme) {
	page := Page{Section: "plans", Title: p.Title, Description: p.Summary, From: p.Pos, Plan: p, Programme: programme, Runner: programme.Runner}
	b.addAll(OfProgramme, programme.URL, page)
	if b.settings.Followed() {
		b.addAll(OfFollowed, programme.URL, page)
	}
	if !p.Monday().IsZero() {
		b.addAll(OfDated, programme.URL, page)
	}
}

// moved adds what stands at the old addresses.
func (b *pageBuilder) moved() {
	for _, m := range b.Moved {
		p := &Page{URL: m.Old.Value, Output: RedirectPage, From: m.Old.Pos, Target: m.To.Value}
		if m.OfFeed() {
			p.Output = FeedCopy
		}
		b.add(p)
	}
}
