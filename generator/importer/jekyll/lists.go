package jekyll

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/matter"
	"github.com/legpress/legpress/generator/importer/prose"
)

// readLists notes the addresses of lists: the usual ones of themes, those of plugins, and those of pages that show posts.
func (r *reader) readLists() {
	archives := r.archives()
	posts := 0
	for _, s := range r.texts {
		if s.post.Hidden != "" || s.post.Page {
			continue
		}
		posts++
		for _, c := range s.categories {
			r.list("/category/"+slugify(c), c)
			r.list("/categories/"+slugify(c), c)
		}
		for _, tag := range words(s.matter, "tags", "tag") {
			r.list("/tag/"+slugify(tag), tag)
			r.list("/tags/"+slugify(tag), tag)
		}
		for _, at := range archives {
			at(s)
		}
	}
	if posts == 0 {
		return
	}
	r.list("/blog", "")
	for _, s := range r.lists {
		if tag, ok := r.listedBy(s); ok && s.post.Hidden == "" {
			r.list(s.url, tag)
		}
	}
	r.pages(posts)
}

func (r *reader) list(at, tag string) { r.blog.Lists[r.base+at] = strings.Trim(tag, " ,") }

// archives returns what notes the lists of the plugins that make one for each tag, category or span of time.
func (r *reader) archives() []func(s *source) {
	var list []func(*source)
	if t := r.config.Table("jekyll-archives"); t != nil {
		list = append(list, func(s *source) { r.archive(t, s) })
	}
	if t := r.config.Table("autopages"); t.Ask("enabled") == matter.Yes {
		list = append(list, func(s *source) { r.autopage(t, s) })
	}
	return list
}

// archive notes the lists of jekyll-archives that show a post.
func (r *reader) archive(t matter.Matter, s *source) {
	enabled := func(kind string) bool {
		return t.Ask("enabled") == matter.Yes || slices.Contains(t.List("enabled"), "all") || slices.Contains(t.List("enabled"), kind)
	}
	form := func(kind, usual string) string { return cmp.Or(t.Table("permalinks").String(kind), usual) }
	day := strings.NewReplacer(":year", s.clock.Format("2006"), ":month", s.clock.Format("01"), ":day", s.clock.Format("02"))
	for _, span := range [][2]string{{"year", "/:year/"}, {"month", "/:year/:month/"}, {"day", "/:year/:month/:day/"}} {
		if enabled(span[0]) {
			r.list(clean(day.Replace(form(span[0], span[1]))), "")
		}
	}
	if enabled("tags") {
		for _, tag := range words(s.matter, "tags", "tag") {
			r.list(clean(strings.ReplaceAll(form("tag", "/tag/:name/"), ":name", slugify(tag))), tag)
		}
	}
	if enabled("categories") {
		for _, c := range s.categories {
			r.list(clean(strings.ReplaceAll(form("category", "/category/:name/"), ":name", slugify(c))), c)
		}
	}
}

// autopage notes the lists of the pages that jekyll-paginate-v2 makes for the tags and categories of a post.
func (r *reader) autopage(t matter.Matter, s *source) {
	for _, kind := range []struct {
		key, usual, word string
		names            []string
	}{{"tags", "/tag/:tag", ":tag", words(s.matter, "tags", "tag")}, {"categories", "/category/:cat", ":cat", s.categories}} {
		own := t.Table(kind.key)
		if own.Ask("enabled") == matter.No {
			continue
		}
		for _, name := range kind.names {
			in := strings.ToLower(name)
			if mode := own.Table("slugify").String("mode"); mode != "" && mode != "none" {
				in = slugify(name)
			}
			r.list(clean(strings.ReplaceAll(cmp.Or(own.String("permalink"), kind.usual), kind.word, in)), name)
		}
	}
}

// pages notes the second and later pages of the list of all posts.
func (r *reader) pages(posts int) {
	each, err := strconv.Atoi(r.config.String("paginate"))
	if err != nil || each <= 0 {
		return
	}
	form := cmp.Or(r.config.String("paginate_path"), "/page:num")
	if !strings.Contains(form, ":num") {
		return
	}
	for n := 2; (n-1)*each < posts; n++ {
		r.list(clean(strings.Replace(form, ":num", fmt.Sprint(n), 1)), "")
	}
}

var listLayout = regexp.MustCompile(`(?i)tag|categor|archive|posts|blog|taxonomy|autopage`)

// listedBy returns the tag of the articles that a page without words shows, "" for all of them, and whether it shows any.
func (r *reader) listedBy(s *source) (tag string, ok bool) {
	m := s.matter
	layout := m.String("layout")
	pagination := m.Table("pagination")
	tag = cmp.Or(pagination.String("tag", "category"), m.String("tag", "tag_name", "tag-name", "tagname", "category", "category_name", "category-name", "taxonomy"))
	switch {
	case tag != "":
		return tag, true
	case !listLayout.MatchString(layout+" "+path.Base(path.Dir(s.path))) && !madeByLiquid(s.body) && pagination == nil:
		return "", false
	case ofOne.MatchString(s.body):
		return submatch(s.body, ofOne.FindStringSubmatchIndex(s.body), 1) + submatch(s.body, ofOne.FindStringSubmatchIndex(s.body), 2), true
	case r.hasTag(m.String("title")):
		return m.String("title"), true
	case r.hasTag(s.post.Slug):
		return s.post.Slug, true
	}
	return "", true
}

// ofOne matches what a template says to show the posts of one category or tag.
var ofOne = regexp.MustCompile(`site\.(?:categories|tags)(?:\.([\w-]+)|\[\s*["']([^"']+)["']\s*\])`)

// hasTag reports whether a shown article has a tag.
func (r *reader) hasTag(tag string) bool {
	if r.tags == nil {
		r.tags = map[string]bool{}
		for _, s := range r.texts {
			for _, t := range s.post.Tags {
				r.tags[strings.ToLower(t)] = r.tags[strings.ToLower(t)] || s.post.Hidden == ""
			}
		}
	}
	return r.tags[strings.ToLower(tag)]
}

// feeds notes where the feeds were that the usual plugin makes.
func (r *reader) feeds() {
	if !r.uses("jekyll-feed") {
		return
	}
	config := r.config.Table("feed")
	all := r.config.Table("feed").Table("collections").Table("posts")
	r.feed(cmp.Or(all.String("path"), config.String("path"), "/feed.xml"), "")
	for _, category := range slices.Concat(config.List("categories"), all.List("categories")) {
		r.feed("/feed/"+category+".xml", category)
	}
	for key, c := range r.collections {
		t := config.Table("collections").Table(key)
		if t == nil && !slices.ContainsFunc(config.List("collections"), func(s string) bool { return strings.EqualFold(s, key) }) && !config.Table("collections").Has(key) {
			continue
		}
		r.feed(cmp.Or(t.String("path"), "/feed/"+c.label+".xml"), "")
		for _, category := range t.List("categories") {
			r.feed("/feed/"+c.label+"/"+category+".xml", category)
		}
	}
	if config.Ask("tags") != matter.Yes && config.Table("tags") == nil {
		return
	}
	for _, s := range r.texts {
		for _, tag := range words(s.matter, "tags", "tag") {
			t := config.Table("tags")
			only := t.List("only")
			if s.post.Hidden == "" && !oddTag.MatchString(tag) && !slices.Contains(t.List("except"), tag) && (only == nil || slices.Contains(only, tag)) {
				r.feed(cmp.Or(t.String("path"), "/feed/by_tag/")+tag+".xml", tag)
			}
		}
	}
}

// oddTag matches what a tag must not have to get a feed of its own.
var oddTag = regexp.MustCompile(`[^a-zA-Z0-9_]`)

func (r *reader) feed(at, tag string) {
	r.blog.Feeds[r.base+clean(at)] = importer.Feed{Tag: tag, Atom: true}
}

// ownFeed notes a feed that the author wrote.
func (r *reader) ownFeed(name, at string) {
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		return
	}
	text := string(data)
	rss, atom := strings.Contains(text, "<rss"), strings.Contains(text, "<feed")
	if !rss && !atom {
		return
	}
	front, _ := matter.Split(data)
	address := cmp.Or(front.Matter.String("permalink"), at)
	tag := ""
	if one := ofOne.FindStringSubmatch(text); one != nil {
		tag = one[1] + one[2]
	}
	r.blog.Feeds[r.base+clean(address)] = importer.Feed{Tag: tag, Atom: atom && !rss}
}

// leadsTo returns where a page leads that has nothing else; "" if it is no such page.
func leadsTo(m matter.Matter) string {
	if list := m.List("redirect_to"); len(list) > 0 {
		return list[0]
	}
	if m.String("layout") == "redirect" {
		return cmp.Or(m.Table("redirect").String("to"), m.String("redirect_url", "redirect", "redirect_link", "link", "url"), "/")
	}
	return ""
}

// redirect makes the address of each page that only leads elsewhere an old address of where it leads.
func (r *reader) redirect() {
	if len(r.redirects) == 0 {
		return
	}
	at := map[string]*source{}
	for _, s := range r.texts {
		for _, address := range slices.Concat(s.post.Old, s.post.Names) {
			at[bareAddress(address)] = s
		}
	}
	for _, s := range r.redirects {
		to := strings.TrimPrefix(leadsTo(s.matter), strings.TrimSuffix(strings.TrimSuffix(r.blog.Home, "/"), r.base))
		path, _, _ := strings.Cut(to, "#")
		tag, isList := r.blog.Lists[strings.TrimSuffix(path, "/")]
		if !isList {
			tag, isList = r.blog.Lists[r.base+"/"+strings.Trim(path, "/")]
		}
		target := at[bareAddress(path)]
		if target == nil {
			target = at[bareAddress(r.base+"/"+path)]
		}
		switch {
		case s.post.Hidden != "":
			r.find(s.post.From, reasonRedirect, to)
		case target != nil && target.post.Hidden == "":
			target.post.Old = append(target.post.Old, s.post.Old...)
		case isList:
			r.list(s.url, tag)
		default:
			r.find(s.post.From, reasonRedirect, to)
		}
	}
}

// bareAddress returns an address without what may be missing from it.
func bareAddress(at string) string {
	return strings.ToLower(strings.TrimSuffix(strings.TrimSuffix("/"+strings.Trim(at, "/"), ".html"), "/index"))
}

// otherLanguage reports whether a text is in another language than that of the blog, which a plugin keeps apart.
func (r *reader) otherLanguage(s *source) bool {
	languages := r.languages()
	if languages == nil {
		return false
	}
	own := s.matter.String("lang")
	if first, rest, ok := strings.Cut(strings.TrimPrefix(cmp.Or(s.place.within, s.path), "/"), "/"); own == "" && ok && rest != "" && r.config.Ask("lang_from_path") == matter.Yes {
		if slices.Contains(languages, first) {
			own = first
		}
	}
	return own != "" && !strings.EqualFold(own, r.language())
}

// languages returns the languages of a blog that keeps them apart by a plugin; nil if it does not.
func (r *reader) languages() []string {
	if !r.uses("jekyll-polyglot") && !r.config.Has("default_lang") {
		return nil
	}
	return r.config.List("languages")
}

// language returns the language of the addresses without a language in them.
func (r *reader) language() string {
	return cmp.Or(r.config.String("default_lang"), "en")
}

// localized returns an address without the languages in it, as the plugin has it.
func (r *reader) localized(address string) string {
	languages := r.languages()
	if languages == nil {
		return address
	}
	if r.inAddress == nil {
		var quoted []string
		for _, l := range languages {
			quoted = append(quoted, regexp.QuoteMeta(l))
		}
		r.inAddress = regexp.MustCompile(`[/.](?:` + strings.Join(quoted, "|") + `)[/.]`)
	}
	return r.inAddress.ReplaceAllString(address, "/")
}

// plainText returns a setting as plain text.
func plainText(m matter.Matter, keys ...string) string { return prose.PlainText(m.String(keys...)) }
