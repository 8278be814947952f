package jekyll

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
)

// about notes what the blog says of itself.
func (r *reader) about() {
	about := importer.About{
		Title:       plainText(r.config, "title", "name"),
		Description: plainText(r.config, "description", "tagline", "subtitle"),
		Author:      r.siteAuthor(),
		TimeZone:    r.config.String("timezone"),
	}
	if r.zone == nil {
		about.TimeZone = ""
	}
	words := r.config.String("lang", "locale", "language", "default_lang")
	words, _, _ = strings.Cut(words, ".") // of "de_DE.UTF-8"
	if tag, err := language.Parse(words); err == nil && words != "" {
		about.Language = tag.String()
	}
	about.Menu = r.menu()
	r.blog.About = about
}

// readPeople reads the names of authors from the data of the blog, or from the settings: a table by keys, or a list.
func (r *reader) readPeople() {
	r.people = matter.Matter{}
	for _, from := range []matter.Matter{r.config.Table("authors"), r.data("authors"), r.data("people")} {
		for key, value := range from {
			if t, ok := value.(matter.Matter); ok {
				r.people[key] = t.String("name", "display_name", "title")
			}
		}
		for _, t := range from.Tables("list") {
			for _, key := range []string{"username", "id", "key", "slug", "short_name"} {
				if t.String(key) != "" {
					r.people[strings.ToLower(t.String(key))] = t.String("name", "display_name", "title")
				}
			}
		}
	}
}

// data returns what a file of the blog's data says; a list is behind the key "list". What cannot be read says nothing.
func (r *reader) data(name string) matter.Matter {
	dir := path.Join(r.source, cmp.Or(r.config.String("data_dir"), "_data"))
	for _, ext := range []string{".yml", ".yaml", ".json"} {
		data, err := fs.ReadFile(r.files, path.Join(dir, name+ext))
		if err != nil {
			continue
		}
		text, _ := decode(data, r.config.String("encoding"))
		if m, err := matter.YAML([]byte(text)); err == nil {
			return m
		}
		text = strings.TrimPrefix(strings.TrimLeft(text, " \t\r\n\ufeff"), "---")
		m, err := matter.YAML([]byte("list:\n " + strings.ReplaceAll(text, "\n", "\n ")))
		if err == nil {
			return m
		}
		r.find(path.Join(dir, name+ext), reasonUnread, err.Error())
	}
	return nil
}

// person returns the name of an author who is named by a key, or by a name.
func (r *reader) person(name string) string {
	if full := r.people.String(strings.ToLower(name)); full != "" {
		return full
	}
	return name
}

// author returns who wrote a text.
func (r *reader) author(m matter.Matter) string {
	for _, key := range []string{"author", "authors"} {
		var names []string
		for _, t := range m.Tables(key) {
			names = append(names, t.String("name", "display_name"))
		}
		if names = append(names, m.List(key)...); len(names) > 0 {
			return r.together(names)
		}
	}
	return ""
}

// together writes several names as one.
func (r *reader) together(names []string) string {
	var list []string
	for _, name := range names {
		if name = r.person(name); name != "" && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " & " + list[last]
}

// siteAuthor returns who writes the blog.
func (r *reader) siteAuthor() string { return r.author(r.config) }

// menu returns the addresses that the menu of the blog leads to, in the words of the usual themes.
func (r *reader) menu() []string {
	navigation := r.data("navigation")
	for _, list := range [][]matter.Matter{
		navigation.Tables("main"), navigation.Tables("list"), navigation.Tables("header"), r.data("menu").Tables("list"), r.data("nav").Tables("list"),
		r.config.Tables("navigation"), r.config.Tables("menu"), r.config.Tables("nav"),
	} {
		if at := r.menuOf(list); len(at) > 0 {
			return at
		}
	}
	if at := r.navbar(); len(at) > 0 {
		return at
	}
	return r.menuPages()
}

// navbar returns the addresses of a menu that is a table of words and addresses.
func (r *reader) navbar() []string {
	for _, key := range []string{"navbar-links", "nav", "menu", "navigation"} {
		t := r.config.Table(key)
		var entries []matter.Matter
		for _, word := range matter.Order(r.configText, key) {
			entries = append(entries, matter.Matter{"url": t.String(word)})
		}
		if at := r.menuOf(entries); len(at) > 0 {
			return at
		}
	}
	return nil
}

// menuPages returns the addresses of the pages that themes put into their menus themselves: those that the settings name, those of a
// collection for that, or all that have a title.
func (r *reader) menuPages() []string {
	var pages []*source
	for _, name := range r.config.List("header_pages") {
		if s := r.byPath[name]; s != nil {
			pages = append(pages, s)
		}
	}
	for _, s := range slices.Concat(r.texts, r.lists) {
		switch {
		case s.place.kind == item && s.place.collection.label == "tabs":
		case s.place.kind == page && r.config.String("theme") == "minima" && !r.config.Has("header_pages") && s.matter.String("title") != "":
		default:
			continue
		}
		pages = append(pages, s)
	}
	if !r.config.Has("header_pages") {
		slices.SortStableFunc(pages, func(a, b *source) int {
			return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(path.Base(a.path), path.Base(b.path)))
		})
	}
	var at []string
	for _, s := range pages {
		if s.url != "" && s.post.Hidden == "" {
			at = append(at, r.base+s.url)
		}
	}
	return at
}

// rank returns where a page stands in the menu by its own words.
func rank(s *source) int {
	n, _ := strconv.Atoi(s.matter.String("order"))
	return n
}

// menuOf returns the addresses of a list of entries of a menu.
func (r *reader) menuOf(entries []matter.Matter) []string {
	var at []string
	for _, e := range entries {
		to := e.String("url", "link", "href", "permalink", "page")
		switch {
		case to == "" || strings.HasPrefix(to, "#"):
		case strings.Contains(to, "://"):
			at = append(at, to)
		default:
			at = append(at, r.base+clean(to))
		}
	}
	return at
}
