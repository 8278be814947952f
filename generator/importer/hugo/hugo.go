// Package hugo reads a site of Hugo: texts below content/ with front matter in TOML, YAML or JSON, and with shortcodes.
//
// In goes the folder, out comes an [importer.Blog]. Shortcodes must not be run: those that Hugo has built in are replaced by their
// counterparts, and all others are lost with a note. The package does not know what a site of Legpress looks like.
package hugo

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// The reasons for which something stays behind.
const (
	reasonCode     = "Shortcodes without a counterpart stay as notes"
	reasonMatter   = "Front matter that cannot be read; the file stays behind"
	reasonHome     = "Texts above lists stay behind: Legpress makes its own home page, which content/pages/home.md can open, and lists"
	reasonPart     = "Texts inside the folder of another one stay behind"
	reasonLanguage = "Texts in other languages stay behind: a site has one language"
	reasonKind     = "Texts that are neither Markdown nor HTML stay behind"
	reasonAttrs    = "Attributes of blocks are not carried over; the theme decides how things look"
)

// reader reads one site.
type reader struct {
	files    fs.FS
	config   matter.Matter
	blog     *importer.Blog
	base     string // of addresses: "" or "/blog"
	language string
	texts    []*source
	sections map[string]matter.Matter // the front matter of the lists, by their folders: "posts"
}

// source is a text and where it stands.
type source struct {
	path    string // below content/
	post    *importer.Post
	matter  matter.Matter
	body    string
	section string // the first folder
	bundle  bool   // it is the index of a folder of its own
	name    string // of the file or the bundle
}

// Read reads the site in a folder. The error says what is wrong with the folder.
func Read(files fs.FS) (*importer.Blog, error) {
	r := &reader{files: files, blog: &importer.Blog{Lists: map[string]string{}, Feeds: map[string]importer.Feed{}}}
	if err := r.configure(); err != nil {
		return nil, err
	}
	err := r.readSections()
	if err == nil {
		err = fs.WalkDir(files, "content", r.visit)
	}
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(r.texts) == 0 {
		return nil, errors.New("there is no text of Hugo in it. Name the folder that holds hugo.toml and content")
	}
	if err != nil {
		return nil, err
	}
	for _, s := range r.texts {
		r.address(s)
		r.text(s)
		r.blog.Posts = append(r.blog.Posts, s.post)
	}
	r.blog.Files = files
	r.blog.Find = func(at string) []string {
		at = strings.TrimPrefix(at, "/")
		below := strings.TrimPrefix(at, strings.TrimPrefix(r.base, "/")+"/")
		return []string{"static/" + at, "content/" + at, "assets/" + at, "static/" + below, "content/" + below}
	}
	return r.blog, nil
}

// configure reads the settings, which may have several names and stand in several files.
func (r *reader) configure() error {
	r.config = matter.Matter{}
	for _, folder := range []string{"", "config/_default/"} {
		for _, name := range []string{"hugo", "config"} {
			for ext, read := range map[string]func([]byte) (matter.Matter, error){"toml": matter.TOML, "yaml": matter.YAML, "yml": matter.YAML, "json": matter.JSON} {
				file := folder + name + "." + ext
				data, err := fs.ReadFile(r.files, file)
				if err != nil {
					continue
				}
				m, err := read(data)
				if err != nil {
					return fmt.Errorf("%s cannot be read: %w", file, err)
				}
				maps.Copy(r.config, m)
			}
		}
	}
	if err := r.configureParts(); err != nil {
		return err
	}
	if home := r.config.String("baseurl"); strings.HasPrefix(home, "http") {
		r.blog.Home = strings.TrimSuffix(home, "/") + "/"
		_, rest, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(r.blog.Home, "https://"), "http://"), "/")
		if rest = strings.Trim(rest, "/"); rest != "" {
			r.base = "/" + rest
		}
	}
	if r.language = strings.ToLower(r.config.String("defaultcontentlanguage")); r.language == "" {
		r.language = "en"
	}
	return nil
}

func (r *reader) find(file, reason, what string) {
	r.blog.Found = append(r.blog.Found, importer.Finding{File: file, Reason: reason, What: what})
}

// visit takes the texts and skips everything else.
func (r *reader) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	switch base := path.Base(name); {
	case d.IsDir():
		if strings.HasPrefix(base, ".") {
			return fs.SkipDir
		}
	case strings.HasPrefix(base, "._"):
	case slices.Contains([]string{".md", ".markdown", ".mdown", ".html", ".htm"}, strings.ToLower(path.Ext(base))):
		return r.take(name)
	case slices.Contains([]string{".adoc", ".asciidoc", ".org", ".rst", ".pandoc", ".pdc"}, strings.ToLower(path.Ext(base))):
		r.find(name, reasonKind, "")
	}
	return nil
}

var languageSuffix = regexp.MustCompile(`\.([a-z]{2,3}(?:-[a-zA-Z]{2,4})?)$`)

// take reads one file.
func (r *reader) take(name string) error {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if m := languageSuffix.FindStringSubmatch(stem); m != nil {
		if strings.ToLower(m[1]) != r.language {
			r.find(name, reasonLanguage, "")
			return nil
		}
		stem = strings.TrimSuffix(stem, m[0])
	}
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		return err
	}
	t, err := matter.Split([]byte(prose.StripControls(string(data))))
	if err != nil {
		r.find(name, reasonMatter, err.Error())
		return nil
	}
	if r.inBundle(name, stem) {
		r.find(name, reasonPart, "")
		return nil
	}
	if stem == "_index" || stem == "index" && name == "content/index"+path.Ext(name) {
		if strings.TrimSpace(t.Body) != "" {
			r.find(name, reasonHome, "")
		}
		return nil
	}
	r.texts = append(r.texts, r.source(name, stem, t))
	return nil
}

// inBundle reports whether a file belongs to a bundle: its folder has an index, which the file itself is not.
func (r *reader) inBundle(name, stem string) bool {
	if stem == "index" {
		return false
	}
	for _, index := range []string{"index.md", "index.html"} {
		if _, err := fs.Stat(r.files, path.Dir(name)+"/"+index); err == nil && path.Dir(name) != "content" {
			return true
		}
	}
	return false
}

func (r *reader) source(name, stem string, t matter.Text) *source {
	s := &source{path: strings.TrimPrefix(name, "content/"), matter: t.Matter, body: t.Body, name: strings.TrimLeft(stem, "._")}
	s.bundle = stem == "index"
	if s.bundle {
		s.name = path.Base(path.Dir(s.path))
	}
	if section, _, ok := strings.Cut(s.path, "/"); ok && !(s.bundle && path.Dir(s.path) == section) {
		s.section = section
	}
	s.post = &importer.Post{From: name, Dir: "/" + path.Dir(s.path)}
	r.fields(s)
	return s
}

var dated = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[-_](.+)$`)

// fields reads the front matter. A text in a section is an article if it has a date.
func (r *reader) fields(s *source) {
	m, p := s.matter, s.post
	for _, key := range []string{"publishdate", "pubdate", "published", "date"} {
		if t, ok := matter.Time(m.String(key)); ok {
			p.Date = t.Time
		}
	}
	p.Slug = m.String("slug")
	if p.Slug == "" {
		p.Slug = s.name
		if found := dated.FindStringSubmatch(s.name); found != nil {
			p.Slug = found[2]
			if t, ok := matter.Time(found[1]); ok && p.Date.IsZero() {
				p.Date = t.Time
			}
		}
	}
	p.Page = s.section == "" || p.Date.IsZero() || m.String("type") == "page"
	p.Title = m.String("title")
	if p.Title == "" {
		p.Title = strings.Join(strings.FieldsFunc(s.name, func(r rune) bool { return r == '-' || r == '_' }), " ")
	}
	if t, ok := matter.Time(m.String("lastmod", "modified", "updated")); ok {
		p.Updated = t.Time
	}
	r.times(s)
	p.Hidden = r.hidden(s)
	p.Author = author(m)
	p.Summary = prose.PlainText(m.String("summary", "description"))
	p.Tags = append(m.List("categories"), m.List("tags")...)
	if series := m.List("series"); len(series) > 0 {
		p.Series = series[0]
	}
	p.Image, p.ImageAlt = picture(m)
}

func author(m matter.Matter) string {
	for _, key := range []string{"author", "authors"} {
		if t := m.Table(key); t != nil {
			return t.String("name")
		}
		if list := m.List(key); len(list) > 0 {
			return list[0]
		}
	}
	return m.Table("params").String("author")
}

// picture returns the picture at the top of a text. Themes have several words for it.
func picture(m matter.Matter) (address, alt string) {
	for _, key := range []string{"cover", "image", "featured", "header"} {
		if t := m.Table(key); t != nil {
			if s := t.String("image", "src", "url", "path"); s != "" {
				return s, t.String("alt", "caption")
			}
		}
	}
	if s := m.String("image", "featured_image", "featuredimage", "cover", "thumbnail"); s != "" {
		return s, m.String("image_alt", "imagealt", "featuredalt")
	}
	if list := m.List("images"); len(list) > 0 {
		return list[0], ""
	}
	return "", ""
}

// address works out where Hugo published a text.
func (r *reader) address(s *source) {
	p := s.post
	p.Names = []string{"/" + s.path, "/" + strings.TrimSuffix(s.path, path.Ext(s.path))}
	if s.bundle {
		p.Names = append(p.Names, "/"+path.Dir(s.path))
	}
	current := r.permalink(s)
	for _, old := range s.matter.List("aliases") {
		if !strings.HasPrefix(old, "/") {
			old = path.Join(path.Dir(strings.TrimSuffix(current, "/")), old)
		}
		p.Old = append(p.Old, r.base+old)
	}
	p.Names = append(p.Names, current)
	if !s.matter.Is("draft") {
		p.Old = append([]string{r.base + current}, p.Old...)
	}
	if p.Hidden != "" {
		return
	}
	for _, kind := range []string{"tags", "categories"} {
		for _, word := range s.matter.List(kind) {
			r.list("/"+kind+"/"+urlize(word), word)
		}
	}
	if s.section != "" && !p.Page {
		r.list("/"+s.section, "")
	}
	r.list("", "")
}

// list notes a list of articles and its feed. That of all articles is the home page, which stays where it is.
func (r *reader) list(at, tag string) {
	if at != "" {
		r.blog.Lists[r.base+at] = tag
	}
	name := cmp.Or(r.config.Table("outputformats").Table("rss").String("basename"), "index")
	r.blog.Feeds[r.base+at+"/"+name+".xml"] = importer.Feed{Tag: tag}
}

// permalink returns the path that Hugo gave a text.
func (r *reader) permalink(s *source) string {
	if own := s.matter.String("url"); own != "" {
		return clean(own)
	}
	if style := r.config.Table("permalinks").String(strings.ToLower(s.section)); style != "" && s.section != "" {
		return r.fill(style, s)
	}
	if style := r.config.Table("permalinks").Table("page").String(strings.ToLower(s.section)); style != "" && s.section != "" {
		return r.fill(style, s)
	}
	folder := path.Dir(s.path)
	if s.bundle {
		folder = path.Dir(folder)
	}
	name := s.matter.String("slug")
	if name == "" {
		name = s.name
	}
	address := urlize("/" + path.Join(folder, name))
	if r.config.Is("uglyurls") {
		return address + ".html"
	}
	return address + "/"
}

// fill puts what is known of a text into a permalink.
func (r *reader) fill(style string, s *source) string {
	date := s.post.Date
	slug := s.matter.String("slug")
	orTitle, orName := slug, slug
	if slug == "" {
		orTitle, orName = s.post.Title, s.name
	}
	values := map[string]string{
		"year": date.Format("2006"), "month": date.Format("01"), "monthname": strings.ToLower(date.Format("January")), "day": date.Format("02"),
		"weekday": fmt.Sprint(int(date.Weekday())), "weekdayname": strings.ToLower(date.Format("Monday")), "yearday": fmt.Sprint(date.YearDay()),
		"section": s.section, "sections": path.Dir(s.path), "title": urlize(s.post.Title), "slug": urlize(orTitle), "slugorfilename": urlize(orName),
		"slugorcontentbasename": urlize(orName), "filename": urlize(s.name), "contentbasename": urlize(s.name),
	}
	if s.bundle {
		values["sections"] = path.Dir(path.Dir(s.path))
	}
	for _, key := range slices.SortedFunc(maps.Keys(values), func(a, b string) int { return (len(b)-len(a))*1000 + strings.Compare(a, b) }) {
		style = strings.ReplaceAll(style, ":"+key, values[key])
	}
	return clean(style)
}

func clean(address string) string {
	plain := path.Clean("/" + address)
	if path.Ext(plain) == "" && plain != "/" {
		plain += "/"
	}
	return plain
}

// urlize writes words as Hugo has them in addresses.
func urlize(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune("./_-#+~%", r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(s))
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	return s
}
