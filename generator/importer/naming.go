package importer

import (
	"cmp"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/gosimple/slug"

	"github.com/legpress/legpress/generator/filename"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/nfc"
	"github.com/legpress/legpress/generator/source"
)

// maxID is how long an id may be, in bytes.
const maxID = 120

var leadingDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}[-_]`)

// text is a post that becomes a file of the site.
type text struct {
	*Post
	id       string
	url      string   // on the site
	base     string   // its path without .md or /index.md
	folder   bool     // it is the index.md of a folder with its pictures
	existing string   // the path of the file that the site has already, which stays
	hidden   bool     // it becomes a draft
	aliases  []string // old addresses that redirect to it
	copies   []*copiedFile
	data     []byte          // the file
	ids      map[string]bool // ids on its page
	places   []markdown.Ref  // its links to ids of pages
	findings []Finding
}

// copiedFile is a file that is copied into the folder of a text.
type copiedFile struct{ from, name string }

func (t *text) path() string {
	switch {
	case t.existing != "":
		return t.existing
	case t.folder:
		return t.base + "/index.md"
	}
	return t.base + ".md"
}

// nameAll names the files of all posts, the oldest first, so that of two with the same name the older one keeps it.
func (w *importRun) nameAll(posts []*Post) {
	posts = slices.Clone(posts)
	slices.SortStableFunc(posts, func(a, b *Post) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Slug, b.Slug))
	})
	feedIDs := map[string]bool{}
	for _, p := range posts {
		p.Title, p.Series = html.UnescapeString(p.Title), html.UnescapeString(p.Series)
		if feedIDs[p.FeedID] && p.FeedID != "" {
			w.report(Finding{File: p.From, Reason: reasonFeedID, What: p.FeedID})
			p.FeedID = ""
		}
		feedIDs[p.FeedID] = true
		p.Hidden = cmp.Or(p.Hidden, p.notShownBecause(w.now))
		if p.Shown && p.Hidden == "" && p.Date.After(w.now) {
			w.report(Finding{File: p.From, Reason: reasonToCome, What: p.Date.Format(time.DateOnly)})
		}
		if p.Page {
			p.Date = time.Time{}
		}
		w.dropTags(p)
		w.texts = append(w.texts, w.name(p))
	}
}

// dropTags takes the tags out of a text that can have no list: its address would be a name that systems keep.
func (w *importRun) dropTags(p *Post) {
	var tags []string
	for _, tag := range p.Tags {
		if filename.Check(fileKey(w.settings.TagURL(tag))) == nil {
			tags = append(tags, html.UnescapeString(tag))
		} else {
			w.report(Finding{File: p.From, Reason: reasonTag, What: tag})
		}
	}
	p.Tags = tags
}

// notShownBecause returns why the dates of a text keep it from being shown now; "" if they do not. Pages cannot expire here, so that one
// which was to expire becomes a draft, too.
func (p *Post) notShownBecause(now time.Time) string {
	const day = "2 January 2006"
	clock := time.Date(now.Year(), now.Month(), now.Day(), now.Hour(), now.Minute(), now.Second(), 0, time.UTC)
	switch {
	case p.Date.After(clock) && !p.Shown:
		return "it was to appear on " + p.Date.Format(day)
	case p.Appears.After(now) && !p.Shown:
		return "it was to appear on " + p.Appears.Format(day)
	case !p.Expires.IsZero() && !p.Expires.After(clock):
		return "it was shown until " + p.Expires.Format(day)
	case !p.Expires.IsZero() && p.Page:
		return "it was to be shown until " + p.Expires.Format(day) + ", and pages stay here"
	}
	return ""
}

func (w *importRun) name(p *Post) *text {
	t := &text{Post: p}
	if !p.Page && p.Date.IsZero() {
		p.Date = day(w.now)
		w.report(Finding{File: p.From, Reason: reasonNoDate})
	}
	t.hidden = p.Hidden != ""
	wanted := w.id(p)
	t.id = wanted
	for n := 2; ; n++ {
		w.place(t)
		if t.existing != "" || !w.taken.has(t.url) {
			break
		}
		t.id = fmt.Sprintf("%s-%d", wanted, n)
	}
	if t.id != wanted && t.existing == "" {
		w.report(Finding{File: t.path(), Reason: reasonSame, What: wanted})
	}
	w.taken.add(t.url)
	return t
}

func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// place sets the address and the path of a text from its id, and whether the site has that file already.
func (w *importRun) place(t *text) {
	t.url, t.base = "/"+t.id+"/", source.Content+"/pages/"+t.id
	if !t.Page {
		t.url, t.base = "/articles/"+t.id+"/", source.Content+"/articles/"+t.Date.Format(time.DateOnly)+"-"+t.id
	}
	for _, at := range []string{t.base + ".md", t.base + "/index.md"} {
		if _, ok := w.snapshot.File(at); ok {
			t.existing = at
		}
	}
}

// id makes the name of a file from the last part of the old address, or from the title.
func (w *importRun) id(p *Post) string {
	name := p.Slug
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	name = strings.Trim(strings.ToLower(nfc.String(name)), "-_ ")
	if strings.ContainsFunc(name, isUnfit) {
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

// isUnfit reports whether a file's name must not have a letter.
func isUnfit(r rune) bool {
	return !(unicode.IsDigit(r) || r == '-' || r == '_' || unicode.IsLetter(r) && unicode.ToLower(r) == r || unicode.Is(unicode.Mn, r))
}

func shorten(id string) string {
	if len(id) <= maxID {
		return id
	}
	id = strings.ToValidUTF8(id[:maxID], "")
	if i := strings.LastIndexByte(id, '-'); i > maxID/2 {
		id = id[:i]
	}
	return strings.Trim(id, "-_")
}

// fileKey returns the path of the file at an address, in small letters, because on many systems names that differ only in letter case are
// the same.
func fileKey(address string) string {
	f := strings.ToLower(strings.TrimPrefix(address, "/"))
	if f == "" || strings.HasSuffix(f, "/") {
		f += "index.html"
	}
	return f
}

// addAliases adds the old addresses of every text as aliases, unless something else has the address. What readers saw comes first.
func (w *importRun) addAliases() {
	for _, hidden := range []bool{false, true} {
		for _, t := range w.texts {
			if t.existing == "" && t.hidden == hidden {
				w.addAliasesOf(t)
			}
		}
	}
}

func (w *importRun) addAliasesOf(t *text) {
	for _, old := range t.Old {
		address, ok := w.address(old)
		switch {
		case !ok || isXML(address):
			w.report(Finding{File: t.path(), Reason: reasonAddress, What: old})
		case address != t.url && strings.EqualFold(address, t.url):
			w.report(Finding{File: t.path(), Reason: reasonCapitals, What: address})
		case w.taken.has(address):
		default:
			w.taken.add(address)
			t.aliases = append(t.aliases, address)
		}
	}
}

// isXML reports whether an address is that of a feed, at which no page can stand.
func isXML(address string) bool { return strings.EqualFold(path.Ext(address), ".xml") }

// address returns an old address as this site has it, and whether it can have it.
func (w *importRun) address(old string) (string, bool) {
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
	return address, filename.Check(fileKey(address)) == nil
}
