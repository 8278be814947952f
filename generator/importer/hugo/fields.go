package hugo

import (
	"io/fs"
	"path"
	"strings"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// fields reads the front matter. A text in a section is an article if it has a date.
func (r *reader) fields(s *source) {
	m, p := s.matter, s.post
	s.slug = strings.Trim(m.String("slug"), "-")
	r.readDates(s)
	p.Slug = s.slug
	if p.Slug == "" {
		p.Slug = s.name
		if found := dated.FindStringSubmatch(s.name); found != nil {
			p.Slug = found[2]
		}
	}
	p.Page = s.section == "" || p.Date.IsZero() || m.String("type") == "page" || s.list != nil || s.copied
	p.Title = m.String("title", "linktitle")
	if p.Title == "" {
		p.Title = strings.Join(strings.FieldsFunc(s.name, func(r rune) bool { return r == '-' || r == '_' }), " ")
	}
	p.Hidden = r.hidden(s)
	p.Shown = r.config.Is("buildfuture")
	p.Author = r.author(m)
	p.Summary = prose.PlainText(m.String("summary", "description"))
	p.Tags = r.tags(m)
	if series := m.List("series"); len(series) > 0 {
		p.Series = series[0]
		if len(series) > 1 {
			r.find(p.From, reasonSeries, strings.Join(series[1:], ", "))
		}
	}
	p.Image, p.ImageAlt = picture(m)
	p.Image = r.fromRoot(s, p.Image)
}

// tags returns the words of a text, those of the lists that its author has made included. Authors and series have places of their own.
func (r *reader) tags(m matter.Matter) []string {
	words := append(m.List("categories"), m.List("tags")...)
	for _, t := range r.taxonomies {
		if t.tagged && t.key != "categories" && t.key != "tags" {
			words = append(words, m.List(t.key)...)
		}
	}
	return words
}

// author returns the authors of a text: "Ann Lee & Ben Fox".
func (r *reader) author(m matter.Matter) string {
	for _, from := range []matter.Matter{m, m.Table("params")} {
		for _, key := range []string{"author", "authors"} {
			var names []string
			for _, name := range namesIn(from[key]) {
				names = append(names, r.fullName(name))
			}
			if len(names) > 0 {
				return inARow(names)
			}
		}
	}
	return ""
}

// namesIn returns the names of a key that has one, a table with one, or a list of either.
func namesIn(value any) []string {
	switch v := value.(type) {
	case string:
		if v = strings.TrimSpace(v); v != "" {
			return []string{v}
		}
	case matter.Matter:
		return namesIn(v.String("name", "title", "id"))
	case []any:
		var names []string
		for _, x := range v {
			names = append(names, namesIn(x)...)
		}
		return names
	}
	return nil
}

// fullName returns the name that the site has for an author: that of the author's list, or of a file or table of authors.
func (r *reader) fullName(name string) string {
	key := strings.ToLower(name)
	if list := r.sections["authors/"+r.clean(name)]; list != nil && list.matter.String("title") != "" {
		return list.matter.String("title")
	}
	if known := r.config.Table("params").Table("authors").Table(key).String("name"); known != "" {
		return known
	}
	for _, form := range settingsForms() {
		file := path.Join("data/authors", key+form)
		if _, err := fs.Stat(r.files, file); !fs.ValidPath(file) || err != nil {
			continue
		}
		if m, err := r.readSettings(file); err == nil && m.String("name") != "" {
			return m.String("name")
		}
	}
	return name
}

// inARow joins names: "Ann Lee, Ben Fox & Cleo Hart".
func inARow(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " & " + names[last]
}

// picture returns the picture at the top of a text. Themes have several words for it.
func picture(m matter.Matter) (address, alt string) {
	for _, from := range []matter.Matter{m, m.Table("params")} {
		for _, key := range []string{"cover", "image", "featured", "header"} {
			if t := from.Table(key); t != nil {
				if s := t.String("image", "src", "url", "path"); s != "" {
					return s, t.String("alt", "caption")
				}
			}
		}
		if s := from.String("image", "featured_image", "featuredimage", "cover", "thumbnail"); s != "" {
			return s, from.String("image_alt", "imagealt", "featuredalt")
		}
		if list := from.List("images"); len(list) > 0 {
			return list[0], ""
		}
	}
	for _, t := range m.Tables("resources") {
		switch t.String("name") {
		case "cover", "featured", "featured-image", "header", "thumbnail", "hero":
			if src := t.String("src"); !strings.ContainsAny(src, "*?[{") {
				return src, t.String("title")
			}
		}
	}
	return "", ""
}

// fromRoot returns the address of a picture in the front matter, which themes may read from the root of the site, where it is not beside
// the text.
func (r *reader) fromRoot(s *source, address string) string {
	if address == "" || strings.Contains(address, ":") || strings.HasPrefix(address, "/") || r.isFile(path.Join(s.dir(), address)) || !r.isFile(address) {
		return address
	}
	return "/" + address
}

// isFile reports whether there is a file at a path of the old site.
func (r *reader) isFile(at string) bool {
	for _, name := range r.findFile(path.Clean("/" + at)) {
		if info, err := fs.Stat(r.files, name); fs.ValidPath(name) && err == nil && info.Mode().IsRegular() {
			return true
		}
	}
	return false
}
