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
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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
	reasonCollection = "Collections stay behind"
	reasonMatter     = "Front matter that cannot be read; the file stays behind"
	reasonHome       = "The home page stays behind: Legpress makes its own, and content/pages/home.md can open it"
	reasonTextile    = "Texts that are neither Markdown nor HTML stay behind"
	reasonPage       = "Pages that are made by Liquid stay behind"
)

// reader reads one blog.
type reader struct {
	files  fs.FS
	config matter.Matter
	zone   *time.Location
	base   string // of addresses: "" or "/blog"
	blog   *importer.Blog
	texts  []*source
}

// source is a text and where it stands in its file.
type source struct {
	path   string
	post   *importer.Post
	matter matter.Matter
	body   string
	slug   string
	cats   []string
}

// Read reads the blog in a folder. The error says what is wrong with the folder.
func Read(files fs.FS) (*importer.Blog, error) {
	r := &reader{files: files, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}}
	if err := r.configure(); err != nil {
		return nil, err
	}
	if err := fs.WalkDir(files, ".", r.visit); err != nil {
		return nil, err
	}
	if len(r.texts) == 0 || r.config == nil && !slices.ContainsFunc(r.texts, func(s *source) bool { return !s.post.Page }) {
		return nil, errors.New("there is no text of Jekyll in it. Name the folder that holds _config.yml and _posts")
	}
	for _, s := range r.texts {
		r.address(s)
	}
	r.feeds()
	for _, s := range r.texts {
		r.text(s)
		r.blog.Posts = append(r.blog.Posts, s.post)
	}
	r.blog.Files = files
	r.blog.Find = func(at string) []string {
		at = strings.TrimPrefix(at, "/")
		return []string{at, strings.TrimPrefix(at, strings.TrimPrefix(r.base, "/")+"/")}
	}
	return r.blog, nil
}

// configure reads _config.yml. Without one the settings are nil, which has no keys.
func (r *reader) configure() error {
	for _, name := range []string{"_config.yml", "_config.yaml", "_config.toml"} {
		data, err := fs.ReadFile(r.files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		read := matter.YAML
		if path.Ext(name) == ".toml" {
			read = matter.TOML
		}
		if r.config, err = read(data); err != nil {
			return fmt.Errorf("%s cannot be read: %w", name, err)
		}
	}
	if base := strings.Trim(r.config.String("baseurl"), "/"); base != "" {
		r.base = "/" + base
	}
	if home := r.config.String("url"); strings.HasPrefix(home, "http") {
		r.blog.Home = strings.TrimSuffix(home, "/") + r.base + "/"
	}
	if zone, err := time.LoadLocation(r.config.String("timezone")); err == nil && r.config.String("timezone") != "" {
		r.zone = zone
	}
	return nil
}

var postName = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2})-(.+)$`)

// visit sorts the files by where they are.
func (r *reader) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	parts := strings.Split(name, "/")
	if d.IsDir() {
		return r.folder(name)
	}
	kind := strings.ToLower(path.Ext(name))
	switch asPost := slices.Contains(parts, "_posts") || slices.Contains(parts, "_drafts"); {
	case strings.HasPrefix(path.Base(name), "._"):
	case asPost && slices.Contains([]string{".textile", ".adoc", ".asciidoc", ".org", ".rst"}, kind):
		r.find(name, reasonTextile, "")
	case slices.Contains([]string{".md", ".markdown", ".mkd", ".mkdown", ".html", ".htm"}, kind):
		return r.take(name, !asPost)
	}
	return nil
}

// folder decides whether the texts of a folder are read.
func (r *reader) folder(name string) error {
	base := path.Base(name)
	collections := r.config.Table("collections")
	switch {
	case name == "." || base == "_posts" || base == "_drafts" || r.included(name):
		return nil
	case strings.HasPrefix(base, "_") && collections.Has(strings.ToLower(base[1:])):
		r.find(name, reasonCollection, "")
		return fs.SkipDir
	case base[0] == '.' || slices.Contains(programFolders(), base):
		return fs.SkipDir
	}
	return nil
}

func (r *reader) find(file, reason, what string) {
	r.blog.Found = append(r.blog.Found, importer.Finding{File: file, Reason: reason, What: what})
}

// take reads one file. A page without front matter is no text: Jekyll only copies it.
func (r *reader) take(name string, page bool) error {
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		return err
	}
	t, err := matter.Split([]byte(prose.StripControls(string(data))))
	if err != nil {
		r.find(name, reasonMatter, err.Error())
		return nil
	}
	if page && !t.Found || t.Matter.String("layout") == "redirect" {
		return nil
	}
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if page && (stem == "index" && path.Dir(name) == "." || stem == "404") {
		if strings.TrimSpace(t.Body) != "" {
			r.find(name, reasonHome, "")
		}
		return nil
	}
	if page && madeByLiquid(t.Body) {
		r.find(name, reasonPage, "")
		return nil
	}
	stem = strings.TrimLeft(stem, "._~#")
	s := &source{path: name, matter: t.Matter, body: t.Body, slug: stem}
	s.post = &importer.Post{From: name, Page: page, Dir: "/" + path.Dir(name)}
	r.fields(s)
	s.post.Hidden = r.hidden(s)
	r.texts = append(r.texts, s)
	return nil
}

// madeByLiquid reports whether a page is mostly a template: a list of posts, a feed.
func madeByLiquid(body string) bool {
	return strings.Contains(body, "site.posts") || strings.Contains(body, "paginator.") || strings.Contains(body, "site.tags") || strings.Contains(body, "site.categories")
}

// fields reads the front matter.
func (r *reader) fields(s *source) {
	m, p := s.matter, s.post
	if found := postName.FindStringSubmatch(s.slug); found != nil && !p.Page {
		s.slug = found[2]
		if t, ok := matter.Time(found[1]); ok {
			p.Date, p.Appears = t.Time, t.Time
		}
	}
	if t, ok := matter.Time(m.String("date")); ok {
		p.Date = t.In(r.zone)
		if t.Instant().After(p.Appears) {
			p.Appears = t.Instant()
		}
	}
	if t, ok := matter.Time(m.String("last_modified_at", "updated", "modified")); ok {
		p.Updated = t.In(r.zone)
	}
	if page := path.Dir(s.path); p.Page && s.slug == "index" {
		s.slug = path.Base(page)
	}
	p.Slug = s.slug
	if slug := m.String("slug"); slug != "" {
		p.Slug, s.slug = slug, slug
	}
	p.Title = m.String("title")
	if p.Title == "" {
		p.Title = titleOf(s.slug)
	}
	p.Author = author(m)
	p.Summary = prose.PlainText(m.String("excerpt", "description", "summary"))
	p.Series = m.String("series")
	p.Image, p.ImageAlt = picture(m)
	s.cats = categories(s)
	p.Tags = append(slices.Clone(s.cats), words(m, "tags", "tag")...)
}

// titleOf makes a title of a file's name, as Jekyll does.
func titleOf(slug string) string {
	var words []string
	for _, word := range strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '_' }) {
		first, size := utf8.DecodeRuneInString(word)
		words = append(words, string(unicode.ToUpper(first))+word[size:])
	}
	return strings.Join(words, " ")
}

func author(m matter.Matter) string {
	if t := m.Table("author"); t != nil {
		return t.String("name")
	}
	if list := m.List("author"); len(list) > 0 {
		return list[0]
	}
	if list := m.List("authors"); len(list) > 0 {
		return list[0]
	}
	return ""
}

// picture returns the picture at the top of a post. Themes have several words for it.
func picture(m matter.Matter) (address, alt string) {
	for _, key := range []string{"image", "featured_image", "cover", "thumbnail", "header"} {
		if t := m.Table(key); t != nil {
			if s := t.String("path", "src", "image", "url", "feature", "teaser"); s != "" {
				return s, t.String("alt", "image_description")
			}
		}
	}
	return m.String("image", "featured_image", "cover", "thumbnail"), m.String("image_alt", "alt")
}

// words returns a list that may also be written as words with blanks between them.
func words(m matter.Matter, many, one string) []string {
	if s, ok := m[many].(string); ok {
		if strings.Contains(s, ",") {
			return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
		}
		return strings.Fields(s)
	}
	if list := m.List(many); len(list) > 0 {
		return list
	}
	return m.List(one)
}

// categories returns the categories in the front matter and the names of the folders above _posts.
func categories(s *source) []string {
	if s.post.Page {
		return nil
	}
	var list []string
	above, _, ok := strings.Cut(s.path, "_posts/")
	if ok && above != "" {
		list = strings.Split(strings.Trim(above, "/"), "/")
	}
	for _, c := range words(s.matter, "categories", "category") {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// feeds notes where the feed was: the one that the usual plugin makes, or one that the author wrote.
func (r *reader) feeds() {
	var names []string
	if slices.Contains(append(r.config.List("plugins"), r.config.List("gems")...), "jekyll-feed") {
		names = append(names, cmp.Or(r.config.Table("feed").String("path"), "feed.xml"))
	}
	for _, name := range []string{"feed.xml", "rss.xml", "atom.xml"} {
		if _, err := fs.Stat(r.files, name); err == nil {
			names = append(names, name)
		}
	}
	for _, name := range names {
		r.blog.Feeds[r.base+"/"+strings.TrimPrefix(name, "/")] = importer.Feed{Atom: true}
	}
}
