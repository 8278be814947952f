package importer

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/filename"
	"github.com/legpress/legpress/generator/nfc"
	"github.com/legpress/legpress/generator/source"
)

// longestID is how much of an old name is kept, in bytes.
const longestID = 120

var leadingDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}[-_]`)

// text is a post on its way to a file.
type text struct {
	*Post
	id      string
	url     string   // on the site
	base    string   // its path without .md or /index.md
	folder  bool     // it is an index.md in a folder with its pictures
	there   string   // the path of the file that is there already, which stays
	hidden  bool     // it becomes a draft
	aliases []string // old addresses that lead to it
	copies  []*copied
	data    []byte          // the file
	ids     map[string]bool // places on its page
}

// copied is a file that is copied into the folder of a text.
type copied struct{ from, name string }

func (t *text) path() string {
	switch {
	case t.there != "":
		return t.there
	case t.folder:
		return t.base + "/index.md"
	}
	return t.base + ".md"
}

// nameAll gives every post its file's name, oldest first, so that of two with the same name the older one keeps it.
func (w *work) nameAll(posts []*Post) {
	posts = slices.Clone(posts)
	slices.SortStableFunc(posts, func(a, b *Post) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Slug, b.Slug))
	})
	for _, p := range posts {
		p.Hidden = cmp.Or(p.Hidden, p.untimely(w.now))
		if p.Page {
			p.Date = time.Time{}
		}
		w.texts = append(w.texts, w.name(p))
	}
}

// untimely returns why a text was not shown at a moment, because its time had not come or was over. A page has no such times here, so
// that one that was to go some day becomes a draft, too.
func (p *Post) untimely(now time.Time) string {
	const day = "2 January 2006"
	clock := time.Date(now.Year(), now.Month(), now.Day(), now.Hour(), now.Minute(), now.Second(), 0, time.UTC)
	switch {
	case p.Date.After(clock):
		return "it was to appear on " + p.Date.Format(day)
	case p.Appears.After(now):
		return "it was to appear on " + p.Appears.Format(day)
	case !p.Expires.IsZero() && !p.Expires.After(clock):
		return "it was shown until " + p.Expires.Format(day)
	case !p.Expires.IsZero() && p.Page:
		return "it was to be shown until " + p.Expires.Format(day) + ", and pages stay here"
	}
	return ""
}

func (w *work) name(p *Post) *text {
	t := &text{Post: p}
	if !p.Page && p.Date.IsZero() {
		p.Date = day(w.now)
		w.find(Finding{File: p.From, Reason: reasonNoDate})
	}
	t.hidden = p.Hidden != ""
	wanted := w.id(p)
	t.id = wanted
	for n := 2; ; n++ {
		w.place(t)
		if t.there != "" || !w.taken[file(t.url)] {
			break
		}
		t.id = fmt.Sprintf("%s-%d", wanted, n)
	}
	if t.id != wanted && t.there == "" {
		w.find(Finding{File: t.path(), Reason: reasonSame, What: wanted})
	}
	w.taken[file(t.url)] = true
	return t
}

func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// place works out where a text goes by its id, and whether it is there already.
func (w *work) place(t *text) {
	t.url, t.base = "/"+t.id+"/", source.Content+"/pages/"+t.id
	if !t.Page {
		t.url, t.base = "/articles/"+t.id+"/", source.Content+"/articles/"+t.Date.Format(time.DateOnly)+"-"+t.id
	}
	for _, at := range []string{t.base + ".md", t.base + "/index.md"} {
		if _, ok := w.snapshot.File(at); ok {
			t.there = at
		}
	}
}

// id makes a file's name of the last word of an address, or else of the title.
func (w *work) id(p *Post) string {
	name := p.Slug
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	name = strings.Trim(strings.ToLower(nfc.String(name)), "-_ ")
	if strings.ContainsFunc(name, unfit) {
		name = slug.MakeLang(name, w.language)
	}
	if name == "" || name == "index" {
		name = slug.MakeLang(nfc.String(p.Title), w.language)
	}
	if p.Page {
		name = leadingDate.ReplaceAllString(name, "")
	}
	name = shorten(name)
	if name == "" || name == "index" {
		return "untitled"
	}
	if fault := filename.Check(name); fault != nil {
		return cmp.Or(fault.Better, "untitled")
	}
	return name
}

// unfit reports whether a letter has no place in a file's name.
func unfit(r rune) bool {
	return !(unicode.IsDigit(r) || r == '-' || r == '_' || unicode.IsLetter(r) && unicode.ToLower(r) == r || unicode.Is(unicode.Mn, r))
}

func shorten(id string) string {
	if len(id) <= longestID {
		return id
	}
	id = strings.ToValidUTF8(id[:longestID], "")
	if i := strings.LastIndexByte(id, '-'); i > longestID/2 {
		id = id[:i]
	}
	return strings.Trim(id, "-_")
}

// file returns the file that answers at an address, in small letters, as two that differ only in those are one on many computers.
func file(address string) string {
	f := strings.ToLower(strings.TrimPrefix(address, "/"))
	if f == "" || strings.HasSuffix(f, "/") {
		f += "index.html"
	}
	return f
}

// alias gives every text its old addresses, unless something else answers there.
func (w *work) alias() {
	for _, t := range w.texts {
		if t.there != "" {
			continue
		}
		for _, old := range t.Old {
			address, ok := w.address(old)
			switch {
			case !ok:
				w.find(Finding{File: t.path(), Reason: reasonAddress, What: old})
			case w.taken[file(address)]:
			default:
				w.taken[file(address)] = true
				t.aliases = append(t.aliases, address)
			}
		}
	}
}

// address returns an old address as this site can answer it.
func (w *work) address(old string) (string, bool) {
	if plain, err := url.PathUnescape(old); err == nil {
		old = plain
	}
	old = nfc.String(old)
	if w.base != "" {
		rest, ok := strings.CutPrefix(old, w.base+"/")
		if !ok {
			return "", false
		}
		old = "/" + rest
	}
	if strings.ContainsAny(old, `\?#%`) || strings.ContainsFunc(old, func(r rune) bool { return unicode.IsControl(r) || r == ' ' }) {
		return "", false
	}
	address := path.Clean("/" + old)
	if strings.HasSuffix(address, "/index.html") {
		address = strings.TrimSuffix(address, "index.html")
	}
	if !strings.HasSuffix(address, "/") && path.Ext(address) != ".html" && path.Ext(address) != ".xml" {
		address += "/"
	}
	return address, filename.Check(file(address)) == nil
}
