package site

import (
	"path"
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

// Found reports whether the site's search finds the page: it is made of one file of the author's, as the home page may be or not.
func (p *Page) Found() bool { return p.Output.Found() && p.From.File != "" }

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

func articleURL(id string) string  { return "/articles/" + id + "/" }
func exerciseURL(id string) string { return "/exercises/" + id + "/" }
func runnerURL(id string) string   { return "/runners/" + id + "/" }
func planURL(id string) string     { return "/plans/" + id + "/" }

// Photographed reports whether the picture of an exercise is a photo, which is no .svg.
func (e *Exercise) Photographed() bool {
	return e.Picture.Value != "" && !strings.EqualFold(path.Ext(e.Picture.Value), ".svg")
}

// Drawn reports whether an exercise is drawn from its poses. A photo stands beside that drawing, on the exercise's own page; any other
// picture takes its place.
func (e *Exercise) Drawn() bool {
	return len(e.Figure.Poses) > 0 && (e.Picture.Value == "" || e.Photographed())
}

// DrawingURL returns the address of the drawing of an exercise that is drawn.
func (e *Exercise) DrawingURL() string { return DrawingFile.Of(e.URL) }

// LongPast is the Monday from which the events of a [WeeksFile] are counted. A script of the theme moves them to the Monday that the
// reader chooses.
func LongPast() time.Time { return time.Date(2001, time.January, 1, 0, 0, 0, 0, time.UTC) }
