package jekyll

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// address works out where Jekyll published a text.
func (r *reader) address(s *source) {
	p := s.post
	p.Names = []string{"/" + s.path, "/" + strings.TrimSuffix(s.path, path.Ext(s.path))}
	if own := s.place.path(r, s.path); own != s.path {
		p.Names = append(p.Names, "/"+own)
	}
	current := r.permalinks(s)
	s.url = current[0]
	if s.unseen {
		p.Names = append(p.Names, current...)
		return
	}
	for _, at := range current {
		if at != "" {
			p.Old = append(p.Old, r.base+at)
		}
	}
	if r.base != "" {
		p.Names = append(p.Names, current...)
	}
	for _, old := range slices.Concat(s.matter.List("redirect_from"), s.matter.List("aliases"), s.matter.List("alias")) {
		p.Old = append(p.Old, r.base+"/"+strings.TrimPrefix(old, "/"))
	}
}

// Jekyll's signs of a word in an address: all others become hyphens.
var (
	slugSigns   = regexp.MustCompile(`[^\p{M}\p{L}\p{Nd}]+`)
	prettySigns = regexp.MustCompile(`[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+`)
)

// slugify writes a word as it stands in an address, in small letters.
func slugify(s string) string { return strings.ToLower(hyphenated(s, slugSigns)) }

func hyphenated(s string, others *regexp.Regexp) string {
	s = others.ReplaceAllString(s, "-")
	return strings.TrimSuffix(strings.TrimPrefix(s, "-"), "-")
}

// style returns the form of addresses that the settings have for all.
func (r *reader) style() string { return cmp.Or(r.config.String("permalink"), "date") }

// named returns the form behind one of Jekyll's names for forms, or the form itself.
func named(style string) string {
	switch style {
	case "date":
		return "/:categories/:year/:month/:day/:title:output_ext"
	case "pretty":
		return "/:categories/:year/:month/:day/:title/"
	case "ordinal":
		return "/:categories/:year/:y_day/:title:output_ext"
	case "weekdate":
		return "/:categories/:year/W:week/:short_day/:title:output_ext"
	case "none":
		return "/:categories/:title:output_ext"
	}
	return style
}

// suffix is what pages and the texts of collections have at the end of their addresses, where posts have a form.
func suffix(style string) string {
	switch {
	case style == "pretty" || strings.HasSuffix(style, "/"):
		return "/"
	case slices.Contains([]string{"date", "ordinal", "none"}, style) || strings.HasSuffix(style, ":output_ext"):
		return ":output_ext"
	}
	return ""
}

// permalinks returns the paths that Jekyll may have given a text, the likely one first. There are two where it depends on the zone of the
// machine that made the site, and an empty one where it depends on the day.
func (r *reader) permalinks(s *source) []string {
	own := s.matter.String("permalink")
	if s.place.kind == page {
		return []string{r.pagePath(s, own)}
	}
	form := cmp.Or(own, r.config.Table("collections").Table("posts").String("permalink"), named(r.style()))
	if c := s.place.collection; s.place.kind == item {
		form = cmp.Or(own, c.permalink, "/:collection/:path"+suffix(r.style()))
	}
	list := []string{r.fill(form, s, s.clock)}
	if !s.otherClock.IsZero() {
		if other := r.fill(form, s, s.otherClock); other != list[0] {
			list = append(list, other)
		}
	}
	return list
}

// pagePath returns where a page is.
func (r *reader) pagePath(s *source, own string) string {
	dir, base := path.Split("/" + s.path)
	base = strings.TrimRight(strings.TrimSuffix(base, path.Ext(base)), ".")
	form := own
	switch {
	case own != "":
	case base == "index" || s.readme:
		form = "/:path/"
	default:
		form = "/:path/:basename" + suffix(r.style())
	}
	return r.localized(clean(strings.NewReplacer(":path", dir, ":basename", base, ":output_ext", outputExt(s.path)).Replace(form)))
}

// outputExt returns the end of the name of the file that Jekyll made.
func outputExt(file string) string {
	if ext := strings.ToLower(path.Ext(file)); ext == ".htm" || ext == ".xhtml" {
		return ext
	}
	return ".html"
}

// clean returns an address as Jekyll does, without double slashes and steps upwards.
func clean(address string) string {
	address = strings.ReplaceAll("/"+address, "..", "/")
	address = strings.ReplaceAll(address, "./", "")
	return slashes.ReplaceAllString(address, "/")
}

var (
	slashes     = regexp.MustCompile(`/{2,}`)
	placeholder = regexp.MustCompile(`:[a-z_]+`)
)

// fill puts what is known of a text into a form of addresses. It returns "" where the day matters and is unknown.
func (r *reader) fill(form string, s *source, date time.Time) string {
	unknown := false
	filled := placeholder.ReplaceAllStringFunc(form, func(key string) string {
		name := strings.TrimPrefix(key, ":")
		value, ok := r.value(name, s)
		if ok {
			return value
		}
		for _, name := range []string{name, strings.TrimSuffix(name, "_")} {
			if value, ok := dateValue(name, date); ok {
				unknown = unknown || date.IsZero()
				return value + strings.TrimPrefix(key[1:], name)
			}
			if value, ok := r.value(name, s); ok {
				return value + strings.TrimPrefix(key[1:], name)
			}
		}
		return key
	})
	if unknown {
		return ""
	}
	return r.localized(clean(filled))
}

// value returns what a word in a form of addresses stands for, other than the date.
func (r *reader) value(name string, s *source) (string, bool) {
	file := path.Base(s.path)
	stem := strings.TrimSuffix(file, path.Ext(file))
	switch name {
	case "title":
		return hyphenated(s.slug, prettySigns), true
	case "slug":
		return slugify(s.slug), true
	case "name":
		return slugify(stem), true
	case "basename":
		return stem, true
	case "categories":
		return strings.Join(distinct(s.categories, strings.ToLower), "/"), true
	case "slugified_categories":
		return strings.Join(distinct(s.categories, slugify), "/"), true
	case "output_ext":
		return outputExt(s.path), true
	case "collection":
		if s.place.kind == item {
			return s.place.collection.label, true
		}
		return "posts", true
	case "path":
		return path.Join(r.folders(s), strings.TrimRight(strings.TrimSuffix(s.place.within, path.Ext(file)), ".")), true
	}
	return "", false
}

// folders returns the folders above _posts, without that around all collections.
func (r *reader) folders(s *source) string {
	if s.place.kind == item || s.place.above == r.itemsDir {
		return ""
	}
	return s.place.path(r, s.place.above)
}

// distinct returns words in a form, each once.
func distinct(words []string, form func(string) string) []string {
	var list []string
	for _, w := range words {
		if w = form(w); !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// dateValue returns what a word in a form of addresses stands for on a day.
func dateValue(name string, date time.Time) (string, bool) {
	weekYear, week := date.ISOWeek()
	weekday := int(date.Weekday())
	if date.Weekday() == time.Sunday {
		weekday = 7
	}
	layouts := map[string]string{
		"year": "2006", "short_year": "06", "month": "01", "i_month": "1", "short_month": "Jan", "long_month": "January", "day": "02", "i_day": "2", "y_day": "002",
		"short_day": "Mon", "long_day": "Monday", "hour": "15", "minute": "04", "second": "05",
	}
	switch name {
	case "week":
		return fmt.Sprintf("%02d", week), true
	case "w_year":
		return fmt.Sprint(weekYear), true
	case "w_day":
		return fmt.Sprint(weekday), true
	}
	layout, ok := layouts[name]
	return date.Format(layout), ok
}

// capitalized returns a word with its first letter large and the others small.
func capitalized(word string) string {
	letters := []rune(strings.ToLower(word))
	if len(letters) > 0 {
		letters[0] = unicode.ToUpper(letters[0])
	}
	return string(letters)
}
