// Package jekyll reads a blog of Jekyll: posts, drafts and pages in Markdown or HTML with front matter in YAML, and with Liquid.
//
// In goes the folder, out comes an [importer.Blog]. Liquid must not be run: what has a plain counterpart is replaced by it, and the rest is
// lost with a note. The package does not know what a site of Legpress looks like.
package jekyll

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// The reasons for which something stays behind.
const (
	reasonTag        = "Liquid tags without a counterpart stay as notes"
	reasonOutput     = "Liquid output without a counterpart stays as notes"
	reasonAttributes = "Attributes of kramdown are not carried over; the theme decides how things look"
	reasonContents   = "Tables of contents were taken out: the theme makes its own"
	reasonCollection = "Collections of many short texts that had no addresses stay behind, as they are data more than texts"
	reasonMatter     = "Front matter that cannot be read; the file stays behind"
	reasonUnread     = "Files that cannot be read stay behind"
	reasonHome       = "The home page stays behind: Legpress makes its own, and content/pages/home.md can open it"
	reasonNotFound   = "The page for addresses that lead nowhere stays behind: Legpress makes its own"
	reasonTextile    = "Texts that are neither Markdown nor HTML stay behind"
	reasonPage       = "Pages that are made by Liquid stay behind"
	reasonEmpty      = "Pages without words of their own stay behind: their layout made them, or a script"
	reasonPlain      = "Files without front matter stay behind: Jekyll copies them as they are"
	reasonRedirect   = "Pages that only lead to another website stay behind"
	reasonLanguage   = "Texts in other languages stay behind: a site has one language"
	reasonSettings   = "Further files with settings are not read, as Jekyll reads them only where it is told to"
)

// reader reads one blog.
type reader struct {
	files       fs.FS
	config      matter.Matter
	configText  []byte // of the settings
	gemfile     []byte
	zone        *time.Location
	base        string // of addresses: "" or "/blog"
	source      string // the folder that Jekyll reads; "" for the uppermost one
	itemsDir    string // the folder around those of the posts and the collections, below the source; "" for the source itself
	collections map[string]*collection
	excluded    []string
	people      matter.Matter // the names of authors by their keys, from the data of the blog
	blog        *importer.Blog
	texts       []*source
	byPath      map[string]*source // by the paths below the source
	byName      map[string]*source // posts by the names of their files, without the kind
	lists       []*source          // pages that show lists of posts
	redirects   []*source          // pages that only lead elsewhere
	plain       map[string][]string
	tags        map[string]bool   // the tags of articles in small letters, and whether one of these is shown
	providers   map[string]string // whose videos an include shows
	inAddress   *regexp.Regexp    // languages in addresses
}

// source is a text and where it stands in its file.
type source struct {
	path         string // below the source of the blog
	place        place
	post         *importer.Post
	matter       matter.Matter // with the defaults of the settings
	body         string
	slug         string
	categories   []string  // as Jekyll has them in addresses
	fromDefaults []string  // categories that the settings give it
	clock        time.Time // its date in the zone of the blog, as if in UTC; zero for none
	otherClock   time.Time // its date in UTC, where the zone is unknown
	instant      time.Time
	url          string            // its path on the old site, without the base
	readme       bool              // it is the index of its folder, whatever its name
	carried      bool              // it comes along, or becomes a line of the report only later
	unseen       bool              // the old blog did not make it, so that it had no address
	variables    map[string]string // that the text itself sets in Liquid
	unreadable   bool              // it is in an encoding that Jekyll does not read
}

// Read reads the blog in a folder. The error says what is wrong with the folder.
func Read(files fs.FS) (*importer.Blog, error) {
	r := &reader{files: files, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}, plain: map[string][]string{}}
	r.byPath, r.byName, r.providers = map[string]*source{}, map[string]*source{}, map[string]string{}
	if err := r.configure(); err != nil {
		return nil, err
	}
	r.readPeople()
	if err := fs.WalkDir(files, ".", r.visit); err != nil {
		return nil, err
	}
	if len(r.texts) == 0 || r.config == nil && !slices.ContainsFunc(r.texts, func(s *source) bool { return !s.post.Page }) {
		return nil, errors.New("there is no text of Jekyll in it. Name the folder that holds _config.yml and _posts")
	}
	r.findPlain()
	r.leaveData()
	r.limitPosts()
	for _, s := range slices.Concat(r.texts, r.lists, r.redirects) {
		r.address(s)
	}
	r.readLists()
	r.feeds()
	r.redirect()
	for _, s := range r.texts {
		if r.text(s); s.post.Page && prose.IsBlank(s.post.Body) {
			r.leaveEmpty(s)
			continue
		}
		r.blog.Posts = append(r.blog.Posts, s.post)
	}
	r.about()
	r.blog.Files = files
	r.blog.Find = r.filesAt
	return r.blog, nil
}

// filesAt returns the names of the files that may be at an address.
func (r *reader) filesAt(at string) []string {
	var names []string
	at = strings.TrimPrefix(at, "/")
	for _, below := range []string{at, strings.TrimPrefix(at, strings.TrimPrefix(r.base, "/")+"/")} {
		names = append(names, path.Join(r.source, below), below)
		first, rest, _ := strings.Cut(below, "/")
		if c := r.collections[strings.ToLower(first)]; c != nil && c.output {
			names = append(names, path.Join(r.source, r.itemsDir, "_"+c.label, rest))
		}
	}
	return names
}

var postName = regexp.MustCompile(`^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$`)

// visit sorts the files by where they are. What cannot be read is reported, and the rest goes on.
func (r *reader) visit(name string, d fs.DirEntry, err error) error {
	at, inside := r.below(name)
	switch {
	case err != nil && name == ".":
		return err
	case err != nil:
		r.find(name, reasonUnread, err.Error())
		return nil
	case d.IsDir():
		if name != "." && !strings.HasPrefix(r.source+"/", name+"/") && !r.holdsTexts(at) {
			return fs.SkipDir
		}
		return nil
	case strings.HasPrefix(path.Base(name), "._"):
		return nil
	}
	p := r.placeOf(at)
	if !inside {
		p.passed = "source in the settings is " + r.source
	}
	switch kind := strings.ToLower(path.Ext(name)); {
	case slices.Contains(r.markdownKinds(), kind), slices.Contains([]string{".html", ".htm", ".xhtml"}, kind):
		r.take(name, at, p)
	case slices.Contains([]string{".textile", ".adoc", ".asciidoc", ".org", ".rst", ".mdown", ".txt", ".text"}, kind):
		if p.kind == post || p.kind == draft || r.hasFront(name) {
			r.find(name, reasonTextile, "")
		}
	case slices.Contains([]string{".xml", ".rss", ".atom"}, kind) && p.passed == "":
		r.ownFeed(name, at)
	}
	return nil
}

// below returns the path of a file below the source of the blog, and whether it is there at all.
func (r *reader) below(name string) (string, bool) {
	if r.source == "" {
		return name, true
	}
	at, ok := strings.CutPrefix(name, r.source+"/")
	return at, ok
}

func (r *reader) find(file, reason, what string) {
	r.blog.Found = append(r.blog.Found, importer.Finding{File: file, Reason: reason, What: what})
}

var frontStart = regexp.MustCompile(`\A\x{FEFF}?---[ \t]*\r?\n`)

// hasFront reports whether a file begins as one with front matter does.
func (r *reader) hasFront(name string) bool {
	data, err := fs.ReadFile(r.files, name)
	return err == nil && frontStart.Match(data)
}

// take reads one file. A page or a text of a collection without front matter is none to Jekyll, which only copies it.
func (r *reader) take(name, at string, p place) {
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		r.find(name, reasonUnread, err.Error())
		return
	}
	text, readable := decode(data, r.config.String("encoding"))
	text = prose.StripControls(text)
	s := &source{path: at, place: p, body: text, unreadable: !readable, variables: map[string]string{}}
	s.post = &importer.Post{From: name, Page: p.kind == page, Dir: "/" + path.Dir(at)}
	front := matter.Matter{}
	switch {
	case frontStart.MatchString(text):
		t, err := matter.Split([]byte(text))
		if err != nil {
			r.find(name, reasonMatter, err.Error())
			return
		}
		front, s.body = t.Matter, t.Body
	case p.kind == page || p.kind == item:
		if !r.isBarePage(s) {
			return
		}
	}
	defaults := r.defaults(p.path(r, at), p.scopeType())
	if s.matter = over(front, defaults); p.kind != page {
		s.fromDefaults = listed(defaults)
	}
	r.sort(s)
}

// sort puts a file among the texts, or where it belongs if it is none.
func (r *reader) sort(s *source) {
	r.fields(s)
	r.byPath[s.path] = s
	if s.place.kind == post || s.place.kind == draft {
		r.byName[strings.TrimSuffix(path.Base(s.path), path.Ext(s.path))] = s
	}
	name, hidden := s.post.From, r.hidden(s)
	s.post.Hidden = cmp.Or(s.post.Hidden, hidden)
	switch {
	case r.otherLanguage(s):
		r.find(name, reasonLanguage, s.matter.String("lang"))
	case leadsTo(s.matter) != "":
		r.redirects = append(r.redirects, s)
	case s.post.Page && isHome(s):
		if s.url = "/"; strings.TrimSpace(s.body) != "" {
			r.find(name, reasonHome, "")
		}
	case s.post.Page && isNotFound(s):
		if strings.TrimSpace(s.body) != "" {
			r.find(name, reasonNotFound, "")
		}
	case s.post.Page && madeByLiquid(s.body):
		r.find(name, reasonPage, "")
		r.lists = append(r.lists, s)
	default:
		if c := s.place.collection; c != nil {
			c.texts++
			c.size += len(s.body)
		}
		s.carried = true
		r.texts = append(r.texts, s)
	}
}

// isHome reports whether a page is the home page.
func isHome(s *source) bool {
	own := s.matter.String("permalink")
	stem := strings.TrimSuffix(s.path, path.Ext(s.path))
	return s.place.kind == page && (own == "/" || own == "/index.html" || own == "" && (stem == "index" || s.readme && path.Dir(s.path) == "."))
}

// isNotFound reports whether a page is the one for addresses that lead nowhere.
func isNotFound(s *source) bool {
	stem := strings.TrimSuffix(path.Base(s.path), path.Ext(s.path))
	return stem == "404" || slices.Contains([]string{"/404.html", "/404/", "404.html"}, s.matter.String("permalink"))
}

// madeByLiquid reports whether a page is mostly a template: a list of posts, a feed.
func madeByLiquid(body string) bool {
	for _, word := range []string{"site.posts", "paginator.", "site.tags", "site.categories", "site.archives", "page.posts"} {
		if strings.Contains(body, word) {
			return true
		}
	}
	return false
}

// bareNames are files that Jekyll's plugins take for no pages, unless they have front matter.
func bareNames() []string {
	return []string{"README", "LICENSE", "LICENCE", "COPYING", "CODE_OF_CONDUCT", "CONTRIBUTING", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE"}
}

// isBarePage reports whether a file without front matter is a page all the same, as it is with two of the plugins that GitHub uses. Where
// nothing says which plugins were used, it becomes a draft.
func (r *reader) isBarePage(s *source) bool {
	stem := strings.TrimSuffix(path.Base(s.path), path.Ext(s.path))
	markdown := slices.Contains(r.markdownKinds(), strings.ToLower(path.Ext(s.path)))
	bare := slices.Contains(bareNames(), strings.ToUpper(stem)) && !r.includes(s.path)
	if markdown && strings.EqualFold(stem, "readme") {
		if s.place.kind != page || s.place.passed != "" || !r.makesIndex(s) {
			return false
		}
		s.readme = true
		return true
	}
	switch {
	case bare && markdown:
		return false
	case !markdown || s.place.kind != page || s.place.passed != "":
		r.plain[path.Dir(s.post.From)] = append(r.plain[path.Dir(s.post.From)], path.Base(s.post.From))
		return false
	}
	if r.takesBare() {
		return true
	}
	if r.gemfile == nil {
		s.post.Hidden = "it has no front matter, and may not have been a page"
		return true
	}
	r.plain[path.Dir(s.post.From)] = append(r.plain[path.Dir(s.post.From)], path.Base(s.post.From))
	return false
}

// takesBare reports whether a plugin makes pages of Markdown without front matter.
func (r *reader) takesBare() bool {
	return (r.uses("jekyll-optional-front-matter") || r.usesPages()) && r.config.Ask("require_front_matter") != matter.Yes &&
		r.config.Table("optional_front_matter").Ask("enabled") != matter.No
}

// makesIndex reports whether a plugin makes the index of its folder of a file.
func (r *reader) makesIndex(s *source) bool {
	if !r.uses("jekyll-readme-index") && !r.usesPages() || r.config.Table("readme_index").Ask("enabled") == matter.No {
		return false
	}
	for _, ext := range append(r.markdownKinds(), ".html", ".htm", ".xhtml") {
		if _, err := fs.Stat(r.files, path.Join(path.Dir(s.post.From), "index"+ext)); err == nil {
			return false
		}
	}
	return true
}

// findPlain reports the files without front matter, by their folders.
func (r *reader) findPlain() {
	for dir, names := range r.plain {
		what := names[0]
		if more := len(names) - 1; more > 0 {
			what = fmt.Sprintf("%s and %d more", what, more)
		}
		r.find(dir, reasonPlain, what)
	}
}

// Limits above which a collection without addresses is taken for data.
const (
	manyItems  = 40
	shortBytes = 400
)

// leaveData leaves the collections behind that hold data more than texts.
func (r *reader) leaveData() {
	isData := func(c *collection) bool {
		return c != nil && !c.output && c.texts > manyItems && c.size < c.texts*shortBytes
	}
	for _, key := range slices.Sorted(maps.Keys(r.collections)) {
		if c := r.collections[key]; isData(c) {
			r.find(path.Join(r.source, r.itemsDir, "_"+c.label), reasonCollection, fmt.Sprintf("%d texts", c.texts))
		}
	}
	r.texts = slices.DeleteFunc(r.texts, func(s *source) bool { return isData(s.place.collection) })
}

// limitPosts hides the posts that are older than as many as the settings limit the blog to.
func (r *reader) limitPosts() {
	limit, err := strconv.Atoi(r.config.String("limit_posts"))
	if err != nil || limit <= 0 {
		return
	}
	var shown []*source
	for _, s := range r.texts {
		if s.post.Hidden == "" && s.place.kind != page && s.place.kind != item {
			shown = append(shown, s)
		}
	}
	slices.SortFunc(shown, func(a, b *source) int { return cmp.Or(a.instant.Compare(b.instant), cmp.Compare(a.path, b.path)) })
	for _, s := range shown[:max(len(shown)-limit, 0)] {
		s.post.Hidden, s.unseen = fmt.Sprintf("limit_posts in the settings is %d", limit), true
	}
}

// leaveEmpty leaves a page behind that has no words. If it was a list of articles, its address leads to the list here.
func (r *reader) leaveEmpty(s *source) {
	r.find(s.post.From, reasonEmpty, s.post.Title)
	if tag, ok := r.listedBy(s); ok && s.post.Hidden == "" {
		r.blog.Lists[r.base+s.url] = tag
	}
}
