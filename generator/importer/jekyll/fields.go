package jekyll

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// fields reads the front matter.
func (r *reader) fields(s *source) {
	m, p := s.matter, s.post
	stem := strings.TrimRight(strings.TrimSuffix(path.Base(s.path), path.Ext(s.path)), ".")
	s.slug = strings.TrimLeft(stem, "._~#")
	r.dates(s)
	if s.place.kind == item && !s.clock.IsZero() {
		p.Page = false
	} else if s.place.kind == item {
		p.Page = true
	}
	if s.place.kind == page && (s.slug == "index" || s.readme) {
		s.slug = path.Base(path.Dir(s.path))
	}
	inferred := s.slug
	s.slug = cmp.Or(m.String("slug"), s.slug)
	p.Slug = s.slug
	if p.Title = m.String("title"); p.Title == "" {
		r.titleOf(s, inferred)
	}
	p.Author = r.author(m)
	p.Summary = prose.PlainText(m.String("excerpt", "description", "summary"))
	p.Series = m.String("series")
	p.Image, p.ImageAlt = picture(m)
	r.readTags(s)
}

// dates reads when a text was written: from its front matter, or else from the name of its file.
func (r *reader) dates(s *source) {
	m, p := s.matter, s.post
	if found := postName.FindStringSubmatch(s.slug); found != nil && s.place.kind != page {
		s.slug = found[2]
		day := found[1]
		if len(day) > 2 && day[2] == '-' {
			day = "20" + day
		}
		if t, ok := matter.Time(day); ok {
			s.clock, s.instant = t.Time, r.inZone(t.Time)
		}
	}
	if t, ok := matter.Time(m.String("date")); ok {
		s.setDate(t, m.String("date"), r)
	}
	p.Date, p.Appears = s.clock, s.instant
	if t, ok := matter.Time(m.String("last_modified_at", "last-modified-at", "updated", "modified")); ok {
		p.Updated = t.In(r.zone)
	}
}

var withSeconds = regexp.MustCompile(`\d:\d\d:\d\d`)

// setDate sets the date of a text from its front matter. One with seconds and without an offset is in UTC, because YAML has it so; every
// other one is in the zone of the blog.
func (s *source) setDate(t matter.Moment, typed string, r *reader) {
	if !t.Offset && withSeconds.MatchString(typed) && r.zone != nil {
		t.Offset, t.Zone = true, time.UTC
	}
	s.clock, s.instant = t.In(r.zone), r.inZone(t.Time)
	if t.Offset {
		s.instant = t.Instant()
		if r.zone == nil {
			s.otherClock = t.In(time.UTC)
		}
	}
}

// inZone returns the moment at which a clock in the zone of the blog shows a time.
func (r *reader) inZone(t time.Time) time.Time {
	if r.zone == nil {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, r.zone)
}

var firstHeading = regexp.MustCompile(`\A\s*(?:#{1,3}[ \t]+(.+?)(?:[ \t]+#+)?|(\S.*)\n(?:=+|-+))[ \t]*(?:\{[^{}\n]*\}[ \t]*)?(?:\n|\z)`)

// titleOf sets the title of a text that names none. That of a post is made of its file's name, as Jekyll does; that of a page is the heading
// that it begins with, or else its name.
func (r *reader) titleOf(s *source, name string) {
	headings := s.place.kind == page || r.config.Table("titles_from_headings").Ask("collections") == matter.Yes
	if found := firstHeading.FindStringSubmatchIndex(s.body); found != nil && headings && !strings.HasPrefix(strings.ToLower(path.Ext(s.path)), ".htm") {
		title := submatch(s.body, found, 1) + submatch(s.body, found, 2)
		if !strings.Contains(title, "{{") && !strings.Contains(title, "{%") {
			s.post.Title = prose.PlainText(plainMarkdown(title))
			s.body = s.body[found[1]:]
			return
		}
	}
	split := func(c rune) bool { return c == '-' }
	if s.place.kind == page {
		split = func(c rune) bool { return c == '-' || c == '_' }
	}
	var words []string
	for _, word := range strings.FieldsFunc(name, split) {
		words = append(words, capitalized(word))
	}
	s.post.Title = strings.Join(words, " ")
}

// submatch returns a part of a text that a pattern found; "" if it found none.
func submatch(text string, at []int, n int) string {
	if at[2*n] < 0 {
		return ""
	}
	return text[at[2*n]:at[2*n+1]]
}

var (
	markdownLink = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)`)
	markdownSign = regexp.MustCompile("\\*\\*|\\*|`|\\[\\^[^\\]]*\\]")
)

// plainMarkdown takes the markup out of a heading.
func plainMarkdown(s string) string {
	return markdownSign.ReplaceAllString(markdownLink.ReplaceAllString(s, "$1"), "")
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

// readTags reads the categories and the tags of a text. Its categories in addresses are the folders above _posts and what Jekyll makes of the
// front matter; in the tags they are what the author meant.
func (r *reader) readTags(s *source) {
	if s.place.kind == page {
		return
	}
	m := s.matter
	if above := r.folders(s); above != "" {
		s.categories = strings.Split(above, "/")
	}
	s.post.Tags = slices.Clone(s.categories)
	s.categories = distinct(slices.Concat(s.categories, s.fromDefaults, listed(m), m.List("category")), func(c string) string { return c })
	meant := slices.Concat(s.fromDefaults, words(m, "categories", ""), m.List("category"), words(m, "tags", "tag"))
	s.post.Tags = distinct(append(s.post.Tags, meant...), strings.TrimSpace)
}

// listed returns the categories of a front matter as Jekyll reads them: a list, or words with blanks between them.
func listed(m matter.Matter) []string {
	if text, ok := m["categories"].(string); ok {
		return strings.Fields(text)
	}
	return m.List("categories")
}
