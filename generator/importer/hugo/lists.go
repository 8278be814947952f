package hugo

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
)

// taxonomy is a kind of words that texts have, with a list of texts for each word.
type taxonomy struct {
	name   string // of its folder: "tags"
	key    string // of the front matter
	tagged bool   // its words are tags here; those of authors and series are not
}

// taxonomiesIn returns those of the settings, which are tags and categories where the settings name none.
func taxonomiesIn(config matter.Matter) []*taxonomy {
	names := []string{"categories", "tags"}
	if table := config.Table("taxonomies"); table != nil {
		names = nil
		for key := range table {
			names = append(names, table.List(key)...)
		}
	}
	slices.Sort(names)
	var all []*taxonomy
	for _, name := range names {
		key := strings.ToLower(name)
		all = append(all, &taxonomy{name, key, !slices.Contains([]string{"series", "serie", "author", "authors", "contributors"}, key)})
	}
	return all
}

// taxonomyOf returns the taxonomy that a folder below content/ is for; nil if it is for none.
func (r *reader) taxonomyOf(folder string) *taxonomy {
	first, _, _ := strings.Cut(strings.ToLower(folder), "/")
	for _, t := range r.taxonomies {
		if t.key == first {
			return t
		}
	}
	return nil
}

// list is a list of texts of the old site.
type list struct {
	kind    string // Hugo's word: "home", "section", "taxonomy", "term"
	address string
	tag     string // of the list that takes its place; "" for all articles
	texts   int
	newest  time.Time // the date of its newest text
	page    bool      // it became a page
	matter  matter.Matter

	taxonomy *taxonomy // of a list for a word
	word     string
}

// lists notes the addresses of the lists that have shown texts, and of their feeds.
func (r *reader) lists() {
	all := map[string]*list{}
	for _, s := range r.texts {
		if s.post.Hidden != "" {
			continue
		}
		for _, l := range r.listsOf(s, all) {
			l.texts++
			if s.hugoDate.After(l.newest) {
				l.newest = s.hugoDate
			}
		}
	}
	terms := map[string]int{}
	for key, l := range all {
		if first, _, _ := strings.Cut(key, "/"); l.kind == "term" {
			terms[strings.ToLower(first)]++
		}
	}
	for _, t := range r.taxonomies {
		name := r.clean(t.name)
		all[name] = &list{kind: "taxonomy", address: r.listAddress("taxonomy", name, r.sections[name]), texts: terms[t.key]}
	}
	r.emptyLists(all)
	for _, l := range all {
		if l.taxonomy != nil {
			r.placeTerm(l)
		}
		if r.said(l.matter) == "" && (&source{matter: l.matter}).unbuilt() == "" {
			r.addList(l)
		}
	}
}

// emptyLists adds the lists without shown texts, of which the author has said something. Where that became a page, only its feed is left.
func (r *reader) emptyLists(all map[string]*list) {
	pages := map[*section]*source{}
	for _, s := range r.texts {
		pages[s.list] = s
	}
	for _, folder := range slices.Sorted(maps.Keys(r.sections)) {
		s := r.sections[folder]
		page := pages[s]
		if all[folder] != nil || folder == "" || s.fault != "" || page != nil && page.post.Hidden != "" {
			continue
		}
		t := r.taxonomyOf(folder)
		switch first, word, _ := strings.Cut(folder, "/"); {
		case t == nil || word == "":
			all[folder] = &list{kind: "section", address: r.sectionAddress(folder, s), matter: r.ofList(s, "section"), page: page != nil}
			if all[first] == nil && r.sections[first] == nil && r.said(all[folder].matter) == "" {
				all[first] = &list{kind: "section", address: r.sectionAddress(first, nil)}
			}
		case t.key == strings.ToLower(first):
			word = cmp.Or(s.matter.String("title"), word)
			all[folder] = &list{kind: "term", matter: r.ofList(s, "term"), taxonomy: t, word: word}
		}
	}
}

// ofList returns the keys of a list of a kind, with those that it has from the lists around it.
func (r *reader) ofList(s *section, kind string) matter.Matter {
	return s.matter.Over(r.cascaded(s.file, kind))
}

// listsOf returns the lists that a text is in, which are added to all if they are new.
func (r *reader) listsOf(s *source, all map[string]*list) []*list {
	var in []*list
	add := func(key string, newList func() *list) {
		if all[key] == nil {
			all[key] = newList()
			if s := r.sections[key]; s != nil {
				all[key].matter = r.ofList(s, all[key].kind)
			}
		}
		in = append(in, all[key])
	}
	for _, folder := range above(s.path) {
		switch {
		case s.list != nil && folder == s.dir():
		case folder == "":
			add("", func() *list { return &list{kind: "home", address: r.root + r.prefix + "/"} })
		case r.sections[folder] != nil || folder == s.section:
			add(folder, func() *list { return &list{kind: "section", address: r.sectionAddress(folder, r.sections[folder])} })
		}
	}
	for _, t := range r.taxonomies {
		for _, word := range s.matter.List(t.key) {
			add(t.name+"/"+r.clean(word), func() *list { return &list{kind: "term", taxonomy: t, word: word} })
		}
	}
	return in
}

// placeTerm sets the address of the list of a word, and the tag that takes its place. Such a list has the date of its newest text.
func (r *reader) placeTerm(l *list) {
	t := l.taxonomy
	l.address = r.page(t.name+"/"+r.clean(l.word), t.name)
	if t.tagged {
		l.tag = l.word
	}
	m := l.matter.Over(matter.Matter{"title": l.word})
	s := &source{file: &file{path: t.name + "/" + l.word + "/_index.md", stem: "_index"}, section: t.name, matter: m, hugoDate: l.newest, slug: strings.Trim(m.String("slug"), "-")}
	if own := m.String("url"); own != "" {
		l.address = r.ownAddress(own, nil)
	} else if pattern := r.pattern("term", strings.ToLower(t.name)); pattern != "" {
		l.address = r.page(r.fill(pattern, s), t.name)
	}
}

// disabled reports whether the settings switch a kind of page off.
func (r *reader) disabled(kind string) bool {
	return slices.ContainsFunc(r.config.List("disablekinds"), func(k string) bool { return strings.EqualFold(k, kind) })
}

// addList notes a list, its further pages, its other addresses and its feeds. That of all articles is the home page, which stays where it
// is.
func (r *reader) addList(l *list) {
	if r.disabled(l.kind) {
		return
	}
	var own []string
	if l.matter != nil {
		own = l.matter.List("outputs")
	}
	formats := r.formats(l.kind, own)
	if slices.Contains(formats, "html") {
		ugly := strings.HasSuffix(l.address, ".html") || l.kind == "home" && r.config.Is("uglyurls")
		addresses := r.aliases(l.matter, strings.TrimPrefix(l.address, r.root))
		for n := 2; n <= (l.texts+r.pageSize()-1)/r.pageSize(); n++ {
			addresses = append(addresses, furtherPage(l.address, r.pageWord(), n, ugly))
		}
		if l.kind != "home" && !l.page {
			addresses = append(addresses, l.address)
		}
		for _, address := range addresses {
			if at := strings.TrimSuffix(address, "/"); at != r.root {
				r.blog.Lists[at] = l.tag
			}
		}
	}
	for _, format := range formats {
		if file, atom, ok := r.feedFile(format); ok {
			r.blog.Feeds[strings.TrimSuffix(strings.TrimSuffix(l.address, "/"), ".html")+"/"+file] = importer.Feed{Tag: l.tag, Atom: atom}
		}
	}
}

// pageSize returns how many texts a page of a list has.
func (r *reader) pageSize() int {
	n, err := strconv.Atoi(cmp.Or(r.config.Table("pagination").String("pagersize"), r.config.String("paginate"), "10"))
	if err != nil || n < 1 {
		return 10
	}
	return n
}

// pageWord returns the word in the addresses of further pages of a list.
func (r *reader) pageWord() string {
	return cmp.Or(r.config.Table("pagination").String("path"), r.config.String("paginatepath"), "page")
}

// formats returns the formats, in small letters, in which Hugo writes a kind of page: those of its front matter, those of the settings, or
// the usual ones.
func (r *reader) formats(kind string, own []string) []string {
	formats := own
	if len(formats) == 0 {
		formats = slices.Clone(r.config.Table("outputs").List(kind))
	}
	if len(formats) == 0 {
		if formats = []string{"html", "rss"}; kind == "page" {
			formats = []string{"html"}
		}
	}
	var written []string
	for _, format := range formats {
		if format = strings.ToLower(format); !r.disabled(format) {
			written = append(written, format)
		}
	}
	return written
}

// feedFile returns the file of a format below the address of a list, whether it is Atom, and whether it is a feed at all.
func (r *reader) feedFile(format string) (file string, atom, ok bool) {
	t := r.config.Table("outputformats").Table(format)
	media := strings.ToLower(t.String("mediatype"))
	atom = format == "atom" || strings.Contains(media, "atom")
	if !atom && format != "rss" && !strings.Contains(media, "rss") {
		return "", false, false
	}
	ending := "xml"
	types := r.config.Table("mediatypes").Table(media)
	if endings := append(types.List("suffixes"), types.List("suffix")...); len(endings) > 0 {
		ending = endings[0]
	}
	name := cmp.Or(t.String("basename"), "index")
	return path.Join(t.String("path"), name+"."+ending), atom, true
}
