// Package substack reads an export of Substack: a zip, or the folder that it was unpacked into, with the table posts.csv and a file of
// HTML for each text.
//
// In goes the zip or the folder, out comes an [importer.Blog]. Lists of subscribers and of who opened what lie in an export, too: they are
// private, and no file but the table and the texts is ever opened. The package must not know what a site of Legpress looks like.
package substack

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/markup"
	"github.com/legpress/legpress/generator/importer/prose"
)

// Input is an export: a zip or a folder.
type Input struct {
	Name   string      // of the zip or the folder, for messages
	Zip    io.ReaderAt // nil for a folder
	Size   int64       // of the zip, in bytes
	Folder fs.FS       // nil for a zip
	Home   string      // where the website was: "https://name.substack.com/"; "" if that is unknown
}

// The reasons for which something stays behind.
const (
	reasonSubscribe  = "Forms and buttons to subscribe, share or comment stay out: a website of files has none of it"
	reasonEmbed      = "Parts without a counterpart stay as notes"
	reasonRecording  = "Films and sounds are not in an export; a note in the file keeps their place"
	reasonPodcast    = "The sound of an episode stays with Substack; a link leads there as long as it is kept"
	reasonDiscussion = "Discussions and comments are not in an export"
	reasonPost       = "Cards of other texts became links; what else is on them stays out"
	reasonNoFile     = "Texts whose file is not in the export stay behind"
	reasonRow        = "Rows of posts.csv that cannot be read stay behind"
	reasonUnreadable = "Files that cannot be read stay behind"
	reasonHome       = "An export does not say where the website was: links with its full address stay as they are, and other ones to what is not here became words; name it with --home"
	reasonGuess      = "The address of the old website is that of its buttons; if it had another one, name it with --home"
	reasonClock      = "An export has no time zone: dates and times are those of Greenwich"
)

// reader reads one export.
type reader struct {
	in    Input
	blog  *importer.Blog
	files *archive
	rows  []*row
	own   map[string]bool // hosts of the blog
	ids   map[string]bool // numbers of its texts
}

// Read reads an export. The error says in a sentence what is wrong with it.
func Read(in Input) (*importer.Blog, error) {
	r := &reader{in: in, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}, own: map[string]bool{}, ids: map[string]bool{}}
	var err error
	if r.files, err = open(in); err != nil {
		return nil, err
	}
	if err := r.readTable(); err != nil {
		return nil, err
	}
	if err := r.readTexts(); err != nil {
		return nil, err
	}
	r.findHome()
	r.blog.Lists[r.path("/archive")] = ""
	r.blog.Feeds[r.path("/feed")] = importer.Feed{}
	for _, w := range r.rows {
		r.blog.Posts = append(r.blog.Posts, r.post(w))
	}
	r.find(reasonClock, in.Name)
	return r.blog, nil
}

func (r *reader) find(reason, what string) {
	r.blog.Found = append(r.blog.Found, importer.Finding{Reason: reason, What: what})
}

// path returns a path below the old website as it stands in its addresses.
func (r *reader) path(below string) string {
	if u, err := url.Parse(r.blog.Home); err == nil {
		return strings.TrimSuffix(u.Path, "/") + below
	}
	return below
}

// Buttons of a blog have its address: those that share a text with the name of the text, those for subscribers with a place of their own.
var (
	shareButton     = regexp.MustCompile(`https?://([a-z0-9.-]+)/p/([a-z0-9-]+)\?[^"'\s<>]*(?:action|utm_content)=share`)
	subscribeButton = regexp.MustCompile(`https?://([a-z0-9.-]+)/subscribe\b`)
)

// findHome notes the hosts of the blog, and where it was if nobody has said so.
func (r *reader) findHome() {
	shared, subscribed := map[string]int{}, map[string]int{}
	for _, w := range r.rows {
		for _, m := range shareButton.FindAllStringSubmatch(w.html, -1) {
			if m[2] == w.slug {
				shared[m[1]]++
			}
		}
		for _, m := range subscribeButton.FindAllStringSubmatch(w.html, -1) {
			subscribed[m[1]]++
		}
	}
	for host := range shared {
		r.own[host] = true
	}
	host := cmp.Or(mostOften(shared), mostOften(subscribed))
	switch {
	case r.in.Home != "":
		r.blog.Home = r.in.Home
	case host != "":
		r.blog.Home = "https://" + host + "/"
		r.find(reasonGuess, r.blog.Home)
	default:
		r.find(reasonHome, r.in.Name)
	}
	if home, err := url.Parse(r.blog.Home); err == nil && home.Host != "" {
		r.own[strings.ToLower(home.Host)] = true
	}
}

// mostOften returns the name that was counted most often; of several the first in the alphabet.
func mostOften(counts map[string]int) string {
	best := ""
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[name] > counts[best] {
			best = name
		}
	}
	return best
}

// whyHidden returns why Substack did not show a text to everybody, or may not have; "" if it did.
func (w *row) whyHidden() string {
	switch {
	case !w.listed:
		return "posts.csv does not name it"
	case w.kind == "adhoc_email":
		return "it was only sent by e-mail"
	case !strings.EqualFold(w.published, "true"):
		return fmt.Sprintf("it was not published (is_published is %q)", strings.ToLower(w.published))
	case w.audience != "everyone":
		return fmt.Sprintf("its audience is %q", w.audience)
	case !slices.Contains([]string{"newsletter", "podcast", "thread", "page", "video"}, w.kind):
		return fmt.Sprintf("its type is %q", w.kind)
	}
	return ""
}

// post makes a post of a row and its text.
func (r *reader) post(w *row) *importer.Post {
	at := moment(w.date)
	p := &importer.Post{
		From: r.in.Name + ": " + w.file, Page: w.kind == "page", Slug: w.slug, Title: prose.PlainText(w.title), Summary: prose.PlainText(w.subtitle),
		Date: at, Appears: at, Hidden: w.whyHidden(), Names: []string{r.path("/i/" + w.number)},
	}
	if w.slug != "" {
		at, comments := r.path("/p/"+w.slug), r.path("/p/"+w.slug+"/comments")
		p.Names = append(p.Names, at, comments)
		if strings.EqualFold(w.published, "true") {
			p.Old = []string{at}
			if p.Page && w.slug == "about" {
				p.Old = []string{r.path("/about"), at}
			}
		}
	}
	c := &content{reader: r, losses: &p.Losses, pieces: &markup.Pieces{}, said: map[string]bool{}}
	p.Body = c.fromHTML(episode(w, c) + w.html)
	if w.kind == "thread" {
		p.Body += "\n\n" + p.Losses.Mark(prose.Loss{Reason: reasonDiscussion, What: p.Title})
	}
	return p
}

// episode returns the link to the sound of an episode; "" for other texts.
func episode(w *row, c *content) string {
	if w.podcast == "" {
		return ""
	}
	return markup.Link(w.podcast, html.UnescapeString(w.title)) + "<p>" + c.once(reasonPodcast, w.podcast) + "</p>"
}

// moment reads a date of the table.
func moment(text string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateTime, time.DateOnly} {
		if t, err := time.Parse(layout, strings.TrimSpace(text)); err == nil && t.Year() >= 1900 {
			t = t.UTC()
			return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
		}
	}
	return time.Time{}
}
