package site

import (
	"path"

	"github.com/legpress/legpress/generator/card"
)

// Output is a kind of file that the website is made of. All that is known of a kind stands in its row of the table; package render
// has what writes it.
type Output uint8

// The outputs. A site has those of one owner in this order.
const (
	Home Output = iota
	NotFoundPage
	ArticlePage
	StandalonePage // of content/pages
	CardFile       // the picture of an article or a plan, for where it is shared
	ListPage       // of articles: the archive, a year, a tag, a runner type
	AtomFile
	RSSFile
	JSONFeedFile
	TagsPage
	ExercisesPage
	ExercisePage
	DrawingFile // of an exercise, from its poses
	RunnersPage
	RunnerPage
	PlansPage
	PlanPage // a plan and its runner types
	ProgrammePage
	SheetPage
	LogPage      // what a reader does of a programme, kept in the browser
	CSVFile      // a programme as a table
	JSONFile     // a programme as data
	WeeksFile    // the events of a programme for any Monday, see [LongPast]
	FollowFile   // what a reader's browser needs to follow a programme with her own numbers
	LogManifest  // for the start screen of a phone: the log of a programme as an app
	CalendarFile // the same events, where the plan has a date
	SourcesPage
	MethodPage // the rules
	SearchPage
	IndexFile   // of the search, the root of what it loads
	SitemapFile // of all pages, or with a list the nth of several
	RobotsFile
	ManifestFile  // for the start screen of a phone
	WorkerFile    // keeps in the browser what is needed without a net; empty where no programme is followed
	HeadersFile   // what some hosts send with each file
	RedirectsFile // old addresses, for hosts that answer them themselves
	NoJekyllFile  // keeps GitHub from leaving out names that begin with _, which a file of the author's may
	RedirectPage
	FeedCopy // a feed at the address that it had before
	BookPage // the whole guide, to be printed; none of a site's pages

	Outputs // how many outputs there are
)

// Owner is what an output belongs to: of each output a site has one for each of its owners.
type Owner uint8

// The owners. The zero value is none.
const (
	_            Owner = iota
	OfSite             // the site, which has one
	OfHost             // the site as well, for hosts and search engines; a file of the author's at the address takes the output's place
	OfArticle          // an article
	OfText             // a text of content/pages
	OfShared           // an article or a plan that has a card
	OfList             // a page of a list of articles
	OfFeed             // a list of articles, of which a feed has the newest
	OfExercise         // an exercise
	OfDrawing          // an exercise that has poses and no picture
	OfRunner           // a runner type
	OfPlan             // a plan
	OfProgramme        // a programme
	OfFollowed         // a programme that a reader's browser may follow: the site lets no other website run scripts, which could read what she keeps
	OfDated            // a programme whose plan has a date
	OfOldAddress       // an address that something had before
	OfWholeGuide       // everything that is printed as one
)

// The cells that say yes or no have types of their own, so that no two can change places.
type (
	listing bool
	finding bool
	caching bool
)

const (
	listed   listing = true // search engines should know it
	unlisted listing = false
	found    finding = true // the site's search finds it: it is the page of one file of the author's
	unfound  finding = false
	lasting  caching = true // its address says what is in it, so that caches may keep it for ever
	changing caching = false
)

// The media types, as hosts send them.
const (
	typeHTML     = "text/html; charset=utf-8"
	typeXML      = "application/xml"
	typeJSON     = "application/json"
	typeCSV      = "text/csv; charset=utf-8"
	typeText     = "text/plain; charset=utf-8"
	typeCalendar = "text/calendar; charset=utf-8"
	typeManifest = "application/manifest+json"
	typeScript   = "text/javascript; charset=utf-8"
	typeSVG      = "image/svg+xml"
	typePNG      = "image/png"
	typeUnknown  = "application/octet-stream"
)

// output is a row of the table. A row gives its cells by their order and not by their names, so that it does not compile without one of them.
type output struct {
	name    string // for templates and the theme's words; the layout of a page that has one is named after it
	of      Owner
	at      string // the address, below that of the owner; of lasting files the folder
	media   string
	listed  listing
	found   finding
	lasting caching
}

// outputs has a row for every output; a test fails for one that has none.
var outputs = [Outputs]output{
	Home:           {"home", OfSite, "/", typeHTML, listed, found, changing},
	NotFoundPage:   {"404", OfSite, "/404.html", typeHTML, unlisted, unfound, changing},
	ArticlePage:    {"article", OfArticle, "", typeHTML, listed, found, changing},
	StandalonePage: {"page", OfText, "", typeHTML, listed, found, changing},
	CardFile:       {"card", OfShared, card.Folder, typePNG, unlisted, unfound, lasting},
	ListPage:       {"list", OfList, "", typeHTML, listed, unfound, changing},
	AtomFile:       {"atom", OfFeed, "atom.xml", typeXML, unlisted, unfound, changing},
	RSSFile:        {"rss", OfFeed, "rss.xml", typeXML, unlisted, unfound, changing},
	JSONFeedFile:   {"jsonfeed", OfFeed, "feed.json", typeJSON, unlisted, unfound, changing},
	TagsPage:       {"tags", OfSite, "/tags/", typeHTML, listed, unfound, changing},
	ExercisesPage:  {"exercises", OfSite, "/exercises/", typeHTML, listed, unfound, changing},
	ExercisePage:   {"exercise", OfExercise, "", typeHTML, listed, found, changing},
	DrawingFile:    {"svg", OfDrawing, "drawing.svg", typeSVG, unlisted, unfound, changing},
	RunnersPage:    {"runners", OfSite, "/runners/", typeHTML, listed, unfound, changing},
	RunnerPage:     {"runner", OfRunner, "", typeHTML, listed, found, changing},
	PlansPage:      {"plans", OfSite, "/plans/", typeHTML, listed, unfound, changing},
	PlanPage:       {"plan", OfPlan, "", typeHTML, listed, found, changing},
	ProgrammePage:  {"programme", OfProgramme, "", typeHTML, listed, unfound, changing},
	SheetPage:      {"sheet", OfProgramme, "sheet/", typeHTML, listed, unfound, changing},
	LogPage:        {"log", OfFollowed, "log/", typeHTML, unlisted, unfound, changing},
	CSVFile:        {"csv", OfProgramme, "plan.csv", typeCSV, unlisted, unfound, changing},
	JSONFile:       {"json", OfProgramme, "plan.json", typeJSON, unlisted, unfound, changing},
	WeeksFile:      {"weeks-ics", OfProgramme, "weeks.ics", typeCalendar, unlisted, unfound, changing},
	FollowFile:     {"follow", OfFollowed, "follow.json", typeJSON, unlisted, unfound, changing},
	LogManifest:    {"log-manifest", OfFollowed, "log/site.webmanifest", typeManifest, unlisted, unfound, changing},
	CalendarFile:   {"ics", OfDated, "plan.ics", typeCalendar, unlisted, unfound, changing},
	SourcesPage:    {"sources", OfSite, "/sources/", typeHTML, listed, unfound, changing},
	MethodPage:     {"method", OfSite, "/method/", typeHTML, listed, unfound, changing},
	SearchPage:     {"search", OfSite, "/search/", typeHTML, unlisted, unfound, changing},
	IndexFile:      {"index", OfSite, "/search/index.json", typeJSON, unlisted, unfound, changing},
	SitemapFile:    {"sitemap", OfHost, "/sitemap.xml", typeXML, unlisted, unfound, changing},
	RobotsFile:     {"robots", OfHost, "/robots.txt", typeText, unlisted, unfound, changing},
	ManifestFile:   {"manifest", OfHost, "/site.webmanifest", typeManifest, unlisted, unfound, changing},
	WorkerFile:     {"worker", OfHost, "/sw.js", typeScript, unlisted, unfound, changing},
	HeadersFile:    {"headers", OfHost, "/_headers", typeUnknown, unlisted, unfound, changing},
	RedirectsFile:  {"redirects", OfHost, "/_redirects", typeUnknown, unlisted, unfound, changing},
	NoJekyllFile:   {"nojekyll", OfHost, "/.nojekyll", typeUnknown, unlisted, unfound, changing},
	RedirectPage:   {"redirect", OfOldAddress, "", typeHTML, unlisted, unfound, changing},
	FeedCopy:       {"feedcopy", OfOldAddress, "", typeXML, unlisted, unfound, changing},
	BookPage:       {"book", OfWholeGuide, "/.legpress/book/", typeHTML, unlisted, unfound, changing},
}

// String returns the name that templates and the theme's words have for the output.
func (o Output) String() string { return outputs[o].name }

// Owner returns what the output belongs to.
func (o Output) Owner() Owner { return outputs[o].of }

// Of returns the address of the output of an owner whose address is given: "/plans/start/only-runs/plan.csv" of
// "/plans/start/only-runs/". The site, which has all others below it, is "".
func (o Output) Of(owner string) string { return owner + outputs[o].at }

// IsHTML reports whether a layout of the theme shows the output.
func (o Output) IsHTML() bool { return outputs[o].media == typeHTML }

// Found reports whether the site's search finds the output: it is the page of one file of the author's.
func (o Output) Found() bool { return bool(outputs[o].found) }

// Lasting reports whether the address of the output says what is in it, so that caches may keep it for ever.
func (o Output) Lasting() bool { return bool(outputs[o].lasting) }

// SearchPieces is the folder of the pieces of the search index, which the file of that output names.
const SearchPieces = "/search/pieces/"

// LastingFolders returns the folders that are kept for files whose addresses say what is in them: photos, pieces of the search index, cards.
func LastingFolders() []string {
	list := []string{Photos, SearchPieces}
	for o := range Outputs {
		if o.Lasting() {
			list = append(list, o.Of(""))
		}
	}
	return list
}

// Kind returns the name of the page's output, for templates.
func (p *Page) Kind() string { return p.Output.String() }

// IsHTML reports whether the page is shown by a layout of the theme.
func (p *Page) IsHTML() bool { return p.Output.IsHTML() }

// Listed reports whether the page is one that search engines should know.
func (p *Page) Listed() bool { return bool(outputs[p.Output].listed) && !p.Unlisted() }

// MediaType returns what hosts say that the page is. They go by the name of a file, and the old address of a feed may have any.
func (p *Page) MediaType() string {
	if p.Output == FeedCopy && path.Ext(p.URL) == ".json" {
		return typeJSON
	}
	return outputs[p.Output].media
}

// addAll adds all outputs of one owner, whose kind and address are given. They are alike but for what the table says of them.
func (b *pageBuilder) addAll(of Owner, address string, page Page) {
	for o := range Outputs {
		if o.Owner() != of {
			continue
		}
		one := page
		if one.Output, one.URL = o, o.Of(address); of != OfHost || b.files.public[one.URL] == nil {
			b.add(&one)
		}
	}
}
