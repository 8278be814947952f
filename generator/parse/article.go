package parse

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unique"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/focus"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/source"
	"github.com/legpress/legpress/generator/tomlfile"
	"github.com/legpress/legpress/generator/training"
)

// homeID is the id of the page whose text stands on the home page. It has no page of its own.
const homeID = "home"

// Article is a text that an author wrote: an article, or a page, which has no date.
type Article struct {
	ID       string
	File     string
	URL      string // on the site: "/articles/start/"
	Title    string
	Date     time.Time // zero for pages
	Updated  time.Time // zero: never
	Expires  time.Time // zero: never
	Summary  string
	Tags     []tomlfile.Text
	Series   string
	Runners  []training.Ref
	Author   string
	Signed   diag.Position // where the author is named
	Image    tomlfile.Text
	ImageAlt string
	Focus    focus.Focus // of the image
	Draft    bool
	Unlisted bool // published, for whoever has its address: no list names it
	Aliases  []tomlfile.Text
	FeedID   tomlfile.Text  // its id in feeds; "": see [Settings.EntryID]
	Sources  []training.Ref // read, not cited
	Doc      *markdown.Doc

	Card      string         // the name of its card; empty where there are no letters for its title
	Exercises []string       // the ids of those that it links to or shows, each once
	Files     []markdown.Ref // that it links to or shows
}

// ArticleFormat describes the front matter of an article.
func ArticleFormat() *tomlfile.Format {
	f := PageFormat()
	f.Name = "article"
	f.Doc = "An article: a Markdown file in content/articles, or a folder there with index.md and its pictures. Between two lines of +++ stands what it is. Photos may lie there as the phone made them: the site gets them upright, in small sizes, and without the place where they were taken. A dose stays as you typed it: in 3*8*20kg and 8~12 reps nothing becomes slanted or is struck out."
	f.Keys = append(f.Keys,
		tomlfile.Key{Name: "date", Kind: tomlfile.Date, Doc: "The day it was written. May stand at the front of the file's name instead. With a day in the future the article waits for it.", Example: `2026-03-01`},
		tomlfile.Key{Name: "expires", Kind: tomlfile.Date, Doc: "The day from which it is no longer shown.", Example: `2027-01-01`},
		tomlfile.Key{Name: "tags", Kind: tomlfile.Strings, Doc: "What it is about, in one or two words each.", Example: `["strength", "recovery"]`, Synonyms: []string{"categories", "category", "keywords", "topics", "labels"}},
		tomlfile.Key{Name: "series", Kind: tomlfile.String, Doc: "The name of the series that it is a part of.", Example: `"From zero to the barbell"`},
		tomlfile.Key{Name: "feed_id", Kind: tomlfile.String, Doc: "The id that it has in feeds, where it must not change: an import writes that of the old blog, so that feed readers do not show the article as a new one. The first of aliases, or its address, if left out.", Example: `"https://old-name.example/?p=12"`},
		tomlfile.Key{Name: "runners", Kind: tomlfile.Strings, Doc: "The runner types it is for, by their file names.", Example: `["only-runs"]`},
	)
	return f
}

// PageFormat describes the front matter of a page.
func PageFormat() *tomlfile.Format {
	return &tomlfile.Format{
		Name: "page",
		Doc:  "A page: a Markdown file in content/pages. Between two lines of +++ stands what it is. The text of home.md stands on the home page, and it has no page of its own: its title is the heading there, its summary opens the page in place of the site's description, its picture stands where there is a sheet otherwise, and what it says follows below that. Without home.md the home page begins with the site's title and description.",
		Keys: []tomlfile.Key{
			{Name: "title", Kind: tomlfile.String, Required: true, Doc: "The title.", Example: `"Finding balance"`, Synonyms: []string{"name", "headline"}},
			{Name: "summary", Kind: tomlfile.String, Doc: "One or two sentences for lists. The first paragraph if left out.", Example: `"How two short sessions fit into a running week."`, Synonyms: []string{"excerpt", "description", "subtitle", "abstract", "teaser", "lead"}},
			{Name: "updated", Kind: tomlfile.Date, Doc: "The day of the last real change.", Example: `2026-04-12`, Synonyms: []string{"lastmod", "modified", "last_modified"}},
			{Name: "author", Kind: tomlfile.String, Doc: "Who wrote it, where that is not the site's author.", Example: `"Jo Miller"`},
			{Name: "image", Kind: tomlfile.String, Doc: "A picture for the top, by its path from this file.", Example: `"row.jpg"`, Synonyms: training.Pictured()},
			{Name: "image_alt", Kind: tomlfile.String, Doc: "What the picture shows, for those who cannot see it.", Example: `"A runner rows a dumbbell."`, Synonyms: training.Described()},
			training.FocusKey("image_focus", "It is then cut to 3 × 2 around it; it is shown whole if left out. On the home page it is always cut, around its middle if left out."),
			{Name: "draft", Kind: tomlfile.Boolean, Doc: "true keeps it from being published.", Example: `true`, Synonyms: training.NotPublished()},
			{Name: "listed", Kind: tomlfile.Boolean, Doc: "false keeps it out of all lists, feeds, the guide, the search and search engines: it is there for whoever has its address. Give it a file name that nobody guesses. true if left out.", Example: `false`, Synonyms: training.NotListed()},
			{Name: "aliases", Kind: tomlfile.Strings, Doc: "Old addresses that lead here.", Example: `["/2019/old-name/"]`},
			{Name: "sources", Kind: tomlfile.Strings, Doc: "Sources that were used without being cited, by their names in sources.toml.", Example: `["blagrove-2018"]`},
		},
	}
}

// parseArticle reads an article or, with dated false, a page. With broken front matter it has nothing but a name.
func (p *Parser) parseArticle(f source.File, dated bool) (*Article, diag.List) {
	format, folder := p.page, "/"
	if dated {
		format, folder = p.article, "/articles/"
	}
	id, nameDate := ArticleID(f.Path)
	a := &Article{ID: id, File: f.Path, URL: folder + id + "/"}
	if !dated && id == homeID {
		a.URL = "/"
	}
	front, body, broken := split(f)
	if broken != nil {
		a.Title, a.Doc = id, &markdown.Doc{}
		return a, diag.List{*broken}
	}
	t, problems := tomlfile.Decode(front, format)
	p.readFront(a, t)
	if dated {
		problems.Add(p.date(a, t, nameDate)...)
		problems.Add(a.readFeedID(t)...)
		if card.Draws(a.Title) {
			a.Card = card.Name(a.URL, a.Title)
		}
	}
	problems.Add(p.lint(a, t)...)
	doc, more := p.markdown.Parse(body)
	problems.Add(more...)
	a.Doc, a.Exercises, a.Files = doc, mentioned(doc), FileRefs(doc)
	if a.IsHome() {
		return a, append(problems, a.listedHome(t)...)
	}
	a.Summary = cmp.Or(a.Summary, doc.Summary)
	return a, problems
}

// IsHome reports whether the text stands on the home page. Its summary is what opens that page, and is never taken from the text: it would
// stand there twice.
func (a *Article) IsHome() bool { return a.URL == "/" }

// listedHome reports a home text that is to be unlisted: every page leads to the home page.
func (a *Article) listedHome(t *tomlfile.Table) diag.List {
	if !a.Unlisted {
		return nil
	}
	a.Unlisted = false
	return diag.List{diag.Warningf(t.KeyPos("listed"), "listed-home", "this text stands on the home page, which cannot be unlisted: every page leads there.").
		WithHint("Take the line out. To keep the text off the home page, write draft = true.")}
}

// readFront reads the front matter of articles and pages, but for the day, which may stand in the file's name.
func (p *Parser) readFront(a *Article, t *tomlfile.Table) {
	a.Title, a.Summary, a.Series = t.String("title"), t.String("summary"), t.String("series")
	a.Author, a.Signed = t.String("author"), t.ValuePos("author")
	a.Updated, a.Expires = t.Time("updated", p.settings.Zone), t.Time("expires", p.settings.Zone)
	a.Image, a.ImageAlt = t.Text("image"), t.String("image_alt")
	a.Draft, a.Unlisted = t.Bool("draft"), t.Has("listed") && !t.Bool("listed")
	a.Tags, a.Aliases = interned(t.Texts("tags")), t.Texts("aliases")
	a.Runners, a.Sources = refs(t.Texts("runners")), refs(t.Texts("sources"))
}

// mentioned returns the ids of the exercises that a text links to or shows, each once.
func mentioned(doc *markdown.Doc) []string {
	var ids []string
	for _, ref := range doc.Refs {
		if ref.Scheme == "exercise" && !slices.Contains(ids, ref.Target) {
			ids = append(ids, ref.Target)
		}
	}
	return ids
}

// interned returns words of which equal ones share one string in memory: joining a site compares those of all articles, and equal pointers
// compare fastest.
func interned(words []tomlfile.Text) []tomlfile.Text {
	for i := range words {
		words[i].Value = unique.Make(words[i].Value).Value()
	}
	return words
}

// date sets an article's date from its front matter or else from its name.
func (p *Parser) date(a *Article, t *tomlfile.Table, nameDate string) diag.List {
	if t.Has("date") {
		a.Date = t.Time("date", p.settings.Zone)
		return nil
	}
	if d, err := time.ParseInLocation(time.DateOnly, nameDate, p.settings.Zone); err == nil {
		a.Date = d
		return nil
	}
	if t.Broken("date") {
		return nil
	}
	return diag.List{noDate(t.Pos(), a.File)}
}

func refs(texts []tomlfile.Text) []training.Ref {
	var r []training.Ref
	for _, t := range texts {
		r = append(r, training.Ref{ID: t.Value, Pos: t.Pos})
	}
	return r
}

// readFeedID reads the id that an article has in feeds.
func (a *Article) readFeedID(t *tomlfile.Table) diag.List {
	if !t.Has("feed_id") {
		return nil
	}
	id := strings.TrimSpace(t.String("feed_id"))
	if !IsFeedID(id) {
		return diag.List{diag.Errorf(t.ValuePos("feed_id"), "bad-feed-id", "%q cannot be an id in feeds.", clipped(id)).
			WithHint(`Write the one that the old feed has, like "https://old-name.example/?p=12" or "urn:uuid:...", or leave feed_id out.`)}
	}
	a.FeedID = tomlfile.Text{Value: id, Pos: t.ValuePos("feed_id")}
	return nil
}

// IsFeedID reports whether a text can be an id in feeds: an address or another name with a scheme (RFC 4287, section 4.2.6).
func IsFeedID(id string) bool {
	scheme, rest, _ := strings.Cut(id, ":")
	return scheme != "" && rest != "" && !strings.ContainsFunc(id, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"", r)
	}) && !strings.ContainsFunc(scheme, func(r rune) bool {
		return r > 'z' || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+-.", r)
	})
}

// FileRefs returns the references of a text that may lead to a file which is neither a text nor a definition.
func FileRefs(doc *markdown.Doc) []markdown.Ref {
	var refs []markdown.Ref
	for _, ref := range doc.Refs {
		if ref.Scheme != "" || ref.Target == "" || ref.Kind != markdown.Picture && ref.Kind != markdown.Link || strings.HasSuffix(ref.Target, "/") {
			continue
		}
		if ext := strings.ToLower(path.Ext(ref.Target)); ext != ".md" && ext != ".toml" {
			refs = append(refs, ref)
		}
	}
	return refs
}

// ImageRef returns the picture for the top as a reference from the text.
func (a *Article) ImageRef() markdown.Ref {
	return markdown.Ref{Kind: markdown.Picture, Target: a.Image.Value, Pos: a.Image.Pos}
}
