// Package ghost reads an export of Ghost, as its settings make it, of all versions from 0.4 to 6.
//
// In goes the JSON file and, where there is one, the folder of pictures, out comes an [importer.Blog]. Members, passwords and what else is
// private in an export is never read. The package must not know what a site of Legpress looks like.
package ghost

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
)

// Input is an export.
type Input struct {
	Name   string // of the file, for messages
	JSON   io.Reader
	Home   string // where the website was: "https://example.org/"; "" if that is unknown
	Images fs.FS  // the folder content/images, or content; nil if it is not available
}

// maxExport is how long an export may be, in bytes.
const maxExport = 1 << 30

// The reasons for which something stays behind.
const (
	reasonSubscribe = "Forms and buttons to subscribe or to pay stay out: a website of files has no members"
	reasonEmail     = "Parts that were only sent by e-mail stay out; a note in the file keeps them"
	reasonBookmark  = "Cards of links became links; their pictures stay out"
	reasonToggle    = "Words that opened with a click stand open"
	reasonCard      = "Cards without a counterpart stay as notes"
	reasonTop       = "Captions of the picture at the top stay as notes"
	reasonCode      = "Code that was put into a text by hand stays as a note"
	reasonSiteCode  = "Code that was put into all pages by hand is not carried over"
	reasonTemplate  = "Texts with a template of their own look like the others here"
	reasonFeatured  = "Texts that were featured are like the others here"
	reasonCanonical = "Texts that named another address as their first one do not name it here"
	reasonRoutes    = "Addresses of one's own (routes.yaml) and redirects are not in an export: old addresses are those that Ghost gives by itself"
	reasonHome      = "An export does not say where the website was: links with its full address stay as they are, and other ones to what is not here became words; name it with --home"
	reasonImages    = "Pictures are not in an export: copy the folder content/images and name it with --images"
	reasonTypes     = "Kinds of content that Legpress does not have stay behind"
	reasonRow       = "Entries of the export that cannot be read stay behind"
	reasonMenu      = "Entries of the menu that are no pages of the old website stay behind"
	reasonTag       = "Descriptions and pictures of tags stay behind: Legpress makes the lists of its tags itself"
	reasonZone      = "The time zone of the settings is unknown: dates and times are those of Greenwich"
)

// reader reads one export.
type reader struct {
	in       Input
	db       database
	blog     *importer.Blog
	base     string // of addresses: "" or "/blog"
	settings map[string]string
	zone     *time.Location
	entries  []*entry
	tags     []*tag
	people   []*person
}

// Read reads an export. The error says in a sentence what is wrong with the file, and where.
func Read(in Input) (*importer.Blog, error) {
	r := &reader{in: in, blog: &importer.Blog{Home: in.Home, Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}, settings: map[string]string{}}
	if err := r.open(); err != nil {
		return nil, err
	}
	if home, err := url.Parse(in.Home); err == nil {
		r.base = strings.TrimSuffix(home.Path, "/")
	}
	r.configure()
	r.join()
	r.about()
	r.lists()
	r.images()
	for _, e := range r.entries {
		r.blog.Posts = append(r.blog.Posts, r.post(e))
	}
	r.blog.About.Author = r.onlyAuthor()
	r.remains()
	return r.blog, nil
}

// configure reads the settings.
func (r *reader) configure() {
	for _, s := range rows[setting](r, "settings") {
		r.settings[s.Key.line()] = s.Value.line()
	}
	r.zone = time.UTC
	name := r.setting("timezone", "active_timezone", "activeTimezone")
	zone, err := time.LoadLocation(name)
	switch {
	case name == "":
	case err != nil:
		r.find(reasonZone, name)
	default:
		r.zone, r.blog.About.TimeZone = zone, name
	}
}

// setting returns the first of several settings that has a value. Their names change between the versions of Ghost.
func (r *reader) setting(keys ...string) string {
	for _, key := range keys {
		if value := r.settings[key]; value != "" {
			return value
		}
	}
	return ""
}

// join reads the posts with their tags and authors.
func (r *reader) join() {
	r.entries, r.tags, r.people = rows[entry](r, "posts"), rows[tag](r, "tags"), rows[person](r, "users")
	posts, tags, people := map[scalar]*entry{}, map[scalar]*tag{}, map[scalar]*person{}
	for _, e := range r.entries {
		posts[e.ID] = e
	}
	for _, t := range r.tags {
		tags[t.ID] = t
	}
	for _, p := range r.people {
		people[p.ID] = p
	}
	for _, m := range rows[entryMeta](r, "posts_meta") {
		if e := posts[m.Post]; e != nil {
			e.meta = *m
		}
	}
	byPlace := func(a, b *link) int { return cmp.Compare(a.Place, b.Place) }
	for _, l := range slices.SortedStableFunc(slices.Values(rows[link](r, "posts_tags")), byPlace) {
		if e, t := posts[l.Post], tags[l.Tag]; e != nil && t != nil {
			e.tags = append(e.tags, t)
		}
	}
	for _, l := range slices.SortedStableFunc(slices.Values(rows[link](r, "posts_authors")), byPlace) {
		if e, p := posts[l.Post], people[l.Author]; e != nil && p != nil {
			e.authors = append(e.authors, p)
		}
	}
	for _, e := range r.entries {
		if p := people[e.Author]; p != nil && len(e.authors) == 0 {
			e.authors = []*person{p}
		}
	}
}

// about reads what the blog says of itself.
func (r *reader) about() {
	a := &r.blog.About
	a.Title, a.Description = plain(scalar(r.setting("title"))), plain(scalar(r.setting("description")))
	a.Language = strings.ReplaceAll(r.setting("locale", "lang", "default_locale", "defaultLang"), "_", "-")
	for _, key := range []string{"navigation", "secondary_navigation"} {
		var entries []struct {
			Label scalar `json:"label"`
			URL   scalar `json:"url"`
		}
		if json.Unmarshal([]byte(r.settings[key]), &entries) != nil {
			continue
		}
		for _, e := range entries {
			if at, ok := r.ownPath(e.URL.line()); ok {
				a.Menu = append(a.Menu, at)
			} else {
				r.find(reasonMenu, strings.TrimSpace(e.Label.line()+" "+e.URL.line()))
			}
		}
	}
}

// ownPath returns the path of an address on the old website, and whether it is one.
func (r *reader) ownPath(address string) (string, bool) {
	address = r.local(address)
	u, err := url.Parse(address)
	home, _ := url.Parse(r.in.Home)
	switch {
	case err != nil || u.Path == "" && (u.Fragment != "" || u.Host == ""):
		return "", false
	case u.Host == "" && u.Scheme == "" && strings.HasPrefix(u.Path, "/"):
		if r.base != "" && !strings.HasPrefix(u.Path+"/", r.base+"/") {
			return r.base + u.Path, true
		}
		return u.Path, true
	case home != nil && u.Host != "" && strings.EqualFold(u.Host, home.Host):
		return cmp.Or(u.Path, "/"), true
	}
	return "", false
}

// storage finds the server on which the company behind Ghost keeps the pictures of blogs.
var storage = regexp.MustCompile(`https://storage\.ghost\.io/c/[0-9a-f]+/[0-9a-f]+/[0-9a-f-]+/content/`)

// local writes the addresses of the old website in a text as the website had them. Ghost stores __GHOST_URL__ instead of its address.
func (r *reader) local(text string) string {
	home := strings.TrimSuffix(r.in.Home, "/")
	text = strings.ReplaceAll(text, "__GHOST_URL__/", home+"/")
	text = strings.ReplaceAll(text, "__GHOST_URL__", home+"/")
	return storage.ReplaceAllString(text, home+"/content/")
}

// path returns a path below the old website as it stands in its addresses.
func (r *reader) path(below string) string { return r.base + below }

// lists notes the lists of the posts with a tag or of an author, and all feeds. Ghost has none of what no post for everybody is in.
func (r *reader) lists() {
	for _, e := range r.entries {
		if e.isPage() || r.whyHidden(e) != "" {
			continue
		}
		for _, t := range e.tags {
			if !t.internal() {
				r.list("/tag/"+t.Slug.line(), plain(t.Name))
			}
		}
		for _, p := range e.authors {
			r.list("/author/"+p.Slug.line(), "")
		}
	}
	for _, t := range r.tags {
		if _, has := r.blog.Lists[r.path("/tag/"+t.Slug.line()+"/")]; has && (t.Description != "" || t.Image != "") {
			r.find(reasonTag, plain(t.Name))
		}
	}
	r.blog.Feeds[r.path("/rss/")] = importer.Feed{}
	r.blog.Feeds[r.path("/feed/")] = importer.Feed{}
}

// list notes a list and its feed, if it has a name.
func (r *reader) list(at, tag string) {
	if strings.HasSuffix(at, "/") {
		return
	}
	r.blog.Lists[r.path(at+"/")] = tag
	r.blog.Feeds[r.path(at+"/rss/")] = importer.Feed{Tag: tag}
}

// resized finds the parts of an address that ask Ghost for a smaller copy of a picture.
var resized = regexp.MustCompile(`^(?:size/w\d+(?:h\d+)?/)?(?:format/[a-z]+/)?`)

// images sets how files are found in the folder content/images, or in content itself.
func (r *reader) images() {
	r.blog.Files = r.in.Images
	r.blog.Find = func(at string) []string {
		for _, kind := range []string{"images", "media", "files"} {
			if _, name, ok := strings.Cut(at, "/content/"+kind+"/"); ok {
				name = path.Clean(resized.ReplaceAllString(unescaped(name), ""))
				return []string{name, kind + "/" + name}
			}
		}
		return nil
	}
}

func unescaped(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}

// onlyAuthor returns the author of all texts; "" if there are several.
func (r *reader) onlyAuthor() string {
	author := ""
	for _, p := range r.blog.Posts {
		if author != "" && p.Author != author {
			return ""
		}
		author = p.Author
	}
	return author
}

// remains adds findings for what stays behind as a whole.
func (r *reader) remains() {
	for _, table := range slices.Sorted(maps.Keys(r.db.Data)) {
		if kind := kindOf(table); kind != "" {
			if n := len(rows[json.RawMessage](r, table)); n > 0 {
				r.find(reasonTypes, fmt.Sprintf("%s (%d)", kind, n))
			}
		}
	}
	if r.setting("codeinjection_head", "ghost_head") != "" || r.setting("codeinjection_foot", "ghost_foot") != "" {
		r.find(reasonSiteCode, r.in.Name)
	}
	if r.settings["permalinks"] == "" {
		r.find(reasonRoutes, r.in.Name)
	}
	if r.in.Home == "" {
		r.find(reasonHome, r.in.Name)
	}
	if r.in.Images == nil {
		r.find(reasonImages, r.in.Name)
	}
}

// kindOf returns the name of what is in a table that stays behind and that readers saw; "" for all other tables.
func kindOf(table string) string {
	switch table {
	case "comments":
		return "comments"
	case "recommendations":
		return "recommendations of other websites"
	case "offers":
		return "offers to members"
	case "snippets":
		return "snippets of the editor"
	}
	return ""
}
