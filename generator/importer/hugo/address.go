package hugo

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/legpress/legpress/generator/importer/matter"
)

// address works out where Hugo published a text.
func (r *reader) address(s *source) {
	p := s.post
	stem := path.Join(s.dir(), s.stem)
	p.Names = []string{"/" + s.path, "/" + strings.TrimSuffix(s.path, path.Ext(s.path)), "/" + stem}
	if s.bundle() {
		p.Names = append(p.Names, "/"+s.dir())
	}
	if s.folder.left != "" || s.language != r.language { // another text may have its address
		return
	}
	current := r.permalink(s)
	if s.undated && s.byDate {
		return
	}
	p.Names = append(p.Names, strings.TrimPrefix(current, r.root), strings.TrimPrefix(current, r.root+r.prefix))
	if p.Hidden == "" || s.matter.Ask("draft") != matter.Yes {
		p.Old = append(p.Old, current)
	}
	beside := strings.TrimPrefix(current, r.root)
	if s.matter.Has("url") && !strings.HasSuffix(current, "/") {
		beside = path.Dir(beside)
	}
	p.Old = append(p.Old, r.aliases(s.matter, beside)...)
	slices.Sort(p.Names)
	p.Names = slices.Compact(p.Names)
}

// aliases returns the further addresses of a text or a list, which may be relative to those beside it.
func (r *reader) aliases(m matter.Matter, beside string) []string {
	var list []string
	for _, alias := range m.List("aliases") {
		if strings.Contains(alias, "://") {
			continue
		}
		if !strings.HasPrefix(alias, "/") {
			alias = path.Join("/", path.Dir(strings.TrimSuffix(beside, "/")), alias)
		}
		if r.config.Is("uglyurls") && path.Ext(alias) != ".html" {
			alias = strings.TrimSuffix(alias, "/") + ".html"
		}
		list = append(list, r.root+alias)
	}
	return list
}

// permalink returns the path that Hugo gave a text.
func (r *reader) permalink(s *source) string {
	if s.list != nil {
		return r.sectionAddress(s.dir(), s.list)
	}
	if own := s.matter.String("url"); own != "" {
		return r.ownAddress(own, s)
	}
	if s.copied {
		return r.root + r.prefix + "/" + s.path
	}
	if pattern := r.pattern("page", s.section); pattern != "" {
		return r.page(r.fill(pattern, s), s.section)
	}
	folder := s.dir()
	if s.bundle() {
		folder = strings.TrimPrefix(path.Dir("/"+folder), "/")
	}
	name := s.slug
	if name == "" {
		name = s.name
	}
	return r.page(path.Join(folder, name), s.section)
}

// page returns the address of a page at a path.
func (r *reader) page(at, section string) string {
	end := "/"
	if r.ugly(section) {
		end = ".html"
	}
	at = strings.TrimSuffix(r.clean(path.Clean("/"+at)+end), "/")
	return r.root + r.prefix + at + strings.TrimPrefix(end, ".html")
}

// ugly reports whether the pages of a section have addresses that end in .html.
func (r *reader) ugly(section string) bool {
	if sections := r.config.Table("uglyurls"); sections != nil {
		return sections.Is(strings.ToLower(section))
	}
	return r.config.Is("uglyurls")
}

// ownAddress returns the address that a front matter says. One without a slash in front is in the folder of the language.
func (r *reader) ownAddress(own string, s *source) string {
	if strings.Contains(own, ":") && s != nil {
		own = r.fill(own, s)
	}
	at := path.Clean("/" + own)
	if !strings.HasPrefix(own, "/") && !strings.HasPrefix(at, r.prefix+"/") {
		at = r.prefix + at
	}
	if (strings.HasSuffix(own, "/") || !strings.Contains(own, ".")) && at != "/" {
		at += "/"
	}
	return r.root + at
}

// pattern returns the pattern of the settings for addresses of a kind of page in a section; "" if there is none. That of the root is named
// "/".
func (r *reader) pattern(kind, section string) string {
	all := r.config.Table("permalinks")
	tables := []matter.Matter{all.Table(kind)}
	if kind == "page" || kind == "term" {
		tables = append(tables, all)
	}
	for _, table := range tables {
		for key := range table {
			if pattern := table.String(key); pattern != "" && strings.Trim(key, " /") == strings.ToLower(section) {
				return pattern
			}
		}
	}
	return ""
}

var tokenPattern = regexp.MustCompile(`:(\w+)(?:\[([^\]]*)\])?`)

// fill puts what is known of a text into a pattern. Hugo reads a plus sign as a blank then.
func (r *reader) fill(pattern string, s *source) string {
	filled := tokenPattern.ReplaceAllStringFunc(pattern, func(token string) string {
		m := tokenPattern.FindStringSubmatch(token)
		if value, ok := r.token(m[1], m[2], s); ok {
			return value
		}
		if value, ok := dateToken(m[1], s.hugoDate); ok {
			s.byDate = true
			return value
		}
		return token
	})
	return strings.ReplaceAll(filled, "+", " ")
}

// token returns what a word of a pattern stands for in the address of a text. The cut, as in [1:], is what is between the brackets.
func (r *reader) token(word, cut string, s *source) (string, bool) {
	slugOr := func(other string) string {
		if s.slug != "" {
			return r.clean(s.slug)
		}
		return r.clean(other)
	}
	switch word = strings.ToLower(word); word {
	case "section":
		return s.section, true
	case "sectionslug":
		return path.Join(cutOut("0", r.sectionSlugs(s))...), true
	case "sections":
		return path.Join(cutOut(cut, r.sectionsOf(s))...), true
	case "sectionslugs":
		return path.Join(cutOut(cut, r.sectionSlugs(s))...), true
	case "title":
		return r.clean(s.matter.String("title")), true
	case "slug":
		return slugOr(s.matter.String("title")), true
	case "slugorfilename":
		return slugOr(s.fileName()), true
	case "filename":
		return r.clean(s.fileName()), true
	case "slugorcontentbasename":
		return slugOr(s.name), true
	case "contentbasename":
		return r.clean(s.name), true
	}
	return "", false
}

// fileName returns the name of a text; lists have none.
func (s *source) fileName() string {
	if s.stem == "_index" {
		return ""
	}
	return s.name
}

// dateToken returns what a word of a pattern stands for in a date: a name, or the form that Go gives a date.
func dateToken(word string, date time.Time) (string, bool) {
	if date.IsZero() {
		date = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	switch strings.ToLower(word) {
	case "year":
		return strconv.Itoa(date.Year()), true
	case "month":
		return date.Format("01"), true
	case "monthname":
		return date.Month().String(), true
	case "day":
		return date.Format("02"), true
	case "weekday":
		return strconv.Itoa(int(date.Weekday())), true
	case "weekdayname":
		return date.Weekday().String(), true
	case "yearday":
		return strconv.Itoa(date.YearDay()), true
	}
	other := time.Date(2009, time.November, 10, 23, 1, 2, 3, time.UTC)
	return date.Format(word), other.Format(word) != word
}

// sectionsOf returns the folders to the section of a text: the innermost folder with a list of its own, or the first folder.
func (r *reader) sectionsOf(s *source) []string {
	for _, folder := range above(s.path) {
		if r.sections[folder] != nil || folder == s.section {
			return strings.FieldsFunc(folder, func(c rune) bool { return c == '/' })
		}
	}
	return nil
}

// sectionSlugs returns the words for the sections around a text in addresses.
func (r *reader) sectionSlugs(s *source) []string {
	var slugs []string
	folders := r.sectionsOf(s)
	for i, name := range folders {
		at := strings.Join(folders[:i+1], "/")
		list := r.sections[at]
		switch {
		case list != nil:
			name = list.matter.String("slug", "title")
		case i > 0:
			continue
		}
		slugs = append(slugs, r.clean(name))
	}
	return slugs
}

// cutOut returns a part of a list, as the brackets of a pattern say it: "1:", "0", "last".
func cutOut(cut string, list []string) []string {
	if cut == "" {
		return list
	}
	at := func(s string, otherwise int) int {
		if s == "" {
			return otherwise
		}
		if s == "last" {
			return len(list) - 1
		}
		n, _ := strconv.Atoi(s)
		return min(max(n, 0), len(list))
	}
	from, to, isRange := strings.Cut(strings.ToLower(strings.TrimSpace(cut)), ":")
	first := at(from, 0)
	last := at(to, len(list))
	if !isRange {
		last = min(first+1, len(list))
	}
	if first < 0 || first >= last {
		return nil
	}
	return list[first:last]
}

// clean writes words as Hugo has them in addresses: signs other than these are taken out, and a blank becomes a hyphen.
func (r *reader) clean(s string) string {
	if r.config.Is("removepathaccents") {
		s = withoutAccents(s)
	}
	var b strings.Builder
	hyphen, last := false, rune(0)
	for i, c := range s {
		switch {
		case strings.ContainsRune("./\\_#+~-@", c), unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c), escapedSign.MatchString(s[i:min(i+3, len(s))]):
			if hyphen && c != '-' {
				b.WriteByte('-')
			}
			hyphen, last = false, c
			b.WriteRune(c)
		case b.Len() > 0 && last != '-' && unicode.IsSpace(c):
			hyphen = true
		}
	}
	if r.config.Is("disablepathtolower") {
		return b.String()
	}
	return strings.ToLower(b.String())
}

var escapedSign = regexp.MustCompile(`^%[0-9A-Fa-f]{2}`)

func withoutAccents(s string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		return s
	}
	return plain
}

// sectionAddress returns the address of the list of a folder, of which the author may have said something.
func (r *reader) sectionAddress(folder string, list *section) string {
	return r.listAddress("section", folder, list)
}

// listAddress returns the address of a list of a kind.
func (r *reader) listAddress(kind, folder string, list *section) string {
	if list != nil && list.matter.String("url") != "" {
		return r.ownAddress(list.matter.String("url"), nil)
	}
	first, _, _ := strings.Cut(folder, "/")
	s := &source{file: &file{path: folder + "/_index.md", stem: "_index"}, section: first, name: path.Base(folder), matter: matter.Matter{"title": path.Base(folder)}}
	if list != nil {
		s.file, s.matter = list.file, list.matter.Over(s.matter)
		s.slug = strings.Trim(list.matter.String("slug"), "-")
	}
	if pattern := r.pattern(kind, first); pattern != "" {
		return r.page(r.fill(pattern, s), first)
	}
	return r.page(folder, first)
}

// furtherPage returns the address of a further page of a list.
func furtherPage(list, word string, n int, ugly bool) string {
	end := "/"
	if ugly {
		end = ".html"
	}
	return fmt.Sprintf("%s/%s/%d%s", strings.TrimSuffix(strings.TrimSuffix(list, ".html"), "/"), word, n, end)
}
