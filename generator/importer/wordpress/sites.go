package wordpress

import (
	"html"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/legpress/legpress/generator/importer"
)

// sites says where things are on the old website.
type sites struct {
	byID    map[string]*item // texts and files
	byPath  map[string]*item // those that were shown, by the key of their address
	front   string           // what stands before the addresses of articles and lists: "/blog/"
	dates   string           // what stands before the lists of years, behind the front
	bases   map[string]string
	homeKey string         // the key of the home address
	byTerm  map[string]int // the numbers of terms, by kind and address
	termID  map[string]int
}

// index notes the addresses of all texts and files.
func (r *reader) index() {
	r.sites = sites{byID: map[string]*item{}, byPath: map[string]*item{}, front: "/", bases: map[string]string{}, byTerm: map[string]int{}, termID: map[string]int{}}
	r.homeKey = pathKey(r.folder + "/")
	for _, id := range slices.SortedFunc(maps.Keys(r.files), byNumber) {
		r.note(r.files[id])
	}
	for _, i := range r.items {
		r.note(i)
	}
	for n, t := range r.terms {
		r.byTerm[t.kind+" "+t.slug], r.termID[t.kind+" "+t.id] = n, n
	}
	r.findFront()
	r.findBases()
}

// note notes the address of an item. A text precedes a file with the same address.
func (r *reader) note(i *item) {
	if i.id != "" {
		r.byID[i.id] = i
	}
	if u := r.linkOf(i); u != nil && u.RawQuery == "" && (i.status == "publish" || i.kind == "attachment") {
		r.byPath[pathKey(u.Path)] = i
	}
}

// linkOf returns the address of an item; nil if it has none on the old website. Some programs write only its path.
func (r *reader) linkOf(i *item) *url.URL {
	u, err := url.Parse(strings.TrimSpace(i.link))
	if err != nil || u.Host == "" && !strings.HasPrefix(u.Path, "/") {
		return nil
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return u
}

// pathKey returns the form of a path by which paths are compared.
func pathKey(at string) string { return strings.ToLower(path.Clean("/" + at)) }

// isHomePage reports whether a page is what the home address showed.
func (r *reader) isHomePage(i *item) bool {
	u := r.linkOf(i)
	return i.kind == "page" && i.status == "publish" && u != nil && u.RawQuery == "" && pathKey(u.Path) == r.homeKey
}

// findFront finds what stands before the addresses of all articles. WordPress puts it before those of its lists as well.
func (r *reader) findFront() {
	fronts := map[string]int{}
	total := 0
	for _, i := range r.items {
		front, numbered, ok := r.frontOf(i)
		if !ok {
			continue
		}
		fronts[front]++
		if total++; numbered {
			r.dates = "date/"
		}
	}
	for front, n := range fronts {
		if 2*n > total {
			r.front = front
		}
	}
}

// frontOf returns what stands before the parts of an address that differ from article to article, and whether the number is one of them.
func (r *reader) frontOf(i *item) (front string, numbered, ok bool) {
	u := r.linkOf(i)
	if i.kind != "post" || i.hidden != "" || u == nil || u.RawQuery != "" {
		return "", false, false
	}
	rest, below := strings.CutPrefix(u.Path, r.folder+"/")
	if !below {
		return "", false, false
	}
	parts := strings.Split(strings.Trim(rest, "/"), "/")
	at := i.published()
	for n, part := range parts {
		slug, _, _ := strings.Cut(part, ".")
		if plain, err := url.PathUnescape(i.name); err == nil && slug == plain || slug == i.name || slug == i.id || !at.IsZero() && slug == at.Format("2006") || r.isCategory(slug, i) || r.authors[slug] != "" && slug == i.creator {
			end := min(n+3, len(parts))
			return "/" + strings.Join(append(slices.Clone(parts[:n]), ""), "/"), slices.Contains(parts[n:end], i.id) && i.id != i.name, true
		}
	}
	return "", false, false
}

// isCategory reports whether a word is the address of a category of an item, or of one above it.
func (r *reader) isCategory(word string, i *item) bool {
	_, known := r.byTerm["category "+word]
	return known && slices.ContainsFunc(i.terms, func(t inTerm) bool { return t.kind == "category" })
}

// findBases finds what stands before the addresses of categories and of tags, where it was changed: texts link to at least two of them
// there. No export says it.
func (r *reader) findBases() {
	seen := map[string]map[string]map[string]bool{"category": {}, "tag": {}}
	for _, i := range r.items {
		eachLink(i.content, func(start, end int) {
			if at := r.pathOf(i.content[start:end]); at != "" && r.byPath[pathKey(at)] == nil {
				r.noteBase(seen, strings.TrimPrefix(furtherPages.ReplaceAllString(at, ""), r.folder))
			}
		})
	}
	for _, i := range r.menu {
		if u, err := url.Parse(i.meta("_menu_item_url")); err == nil && (u.Host == "" || r.isHome(u.Host)) {
			r.noteBase(seen, strings.TrimPrefix(strings.TrimSuffix(u.Path, "/"), r.folder))
		}
	}
	for kind, bases := range seen {
		most := 1
		for _, base := range slices.Sorted(maps.Keys(bases)) {
			if n := len(bases[base]); n > most {
				r.bases[kind], most = base, n
			}
		}
	}
}

var furtherPages = regexp.MustCompile(`(?:/feed|/page/\d+)?/?$`)

// pathOf returns the path that an address in HTML has on the old website; "" for another one.
func (r *reader) pathOf(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	if !strings.HasPrefix(address, "/") {
		_, rest, ok := strings.Cut(address, "://")
		host, at, _ := strings.Cut(rest, "/")
		if !ok || !r.isHome(host) {
			return ""
		}
		address = "/" + at
	}
	return address
}

// noteBase notes what stands before the address of a term at a path, where a term of one kind alone has it.
func (r *reader) noteBase(seen map[string]map[string]map[string]bool, at string) {
	slug := path.Base(at)
	for kind, other := range map[string]string{"category": "tag", "tag": "category"} {
		n, is := r.byTerm[kind+" "+slug]
		if _, both := r.byTerm[other+" "+slug]; !is || both {
			continue
		}
		if base, ok := strings.CutSuffix(at, "/"+r.below(r.terms[n])); ok && base != "" {
			if seen[kind][base+"/"] == nil {
				seen[kind][base+"/"] = map[string]bool{}
			}
			seen[kind][base+"/"][slug] = true
		}
	}
}

// base returns what stands before the addresses of the lists of a kind.
func (r *reader) base(kind string) string {
	if base := r.bases[kind]; base != "" {
		return base
	}
	return r.front + kind + "/"
}

// path returns a path below the old site as it stands in its addresses.
func (r *reader) path(below string) string { return r.folder + below }

// lists notes the lists of the posts in a category or with a tag, and all feeds.
func (r *reader) lists() {
	if !r.isExport {
		if at := r.about["feed"]; at != "" {
			r.blog.Feeds[at] = importer.Feed{}
		}
		return
	}
	for _, t := range r.terms {
		if t.kind != "category" && t.kind != "tag" {
			continue
		}
		at := r.path(r.base(t.kind) + r.below(t))
		r.blog.Lists[at] = t.name
		r.blog.Feeds[at+"/feed/"] = importer.Feed{Tag: t.name}
	}
	for _, name := range []string{"", "rss/", "rss2/", "atom/"} {
		r.blog.Feeds[r.path("/feed/"+name)] = importer.Feed{Atom: name == "atom/"}
	}
	r.postList()
}

// below returns the address of a list below that of its kind. A category is below its parent.
func (r *reader) below(t term) string {
	at, seen := t.slug, []string{t.slug}
	for t.kind == "category" && t.parent != "" && !slices.Contains(seen, t.parent) {
		n, ok := r.byTerm["category "+t.parent]
		if !ok {
			break
		}
		t = r.terms[n]
		at, seen = t.slug+"/"+at, append(seen, t.slug)
	}
	return at
}

// archives notes the lists that WordPress makes of the posts of an author, a year, a month and, where addresses have it, a day.
func (r *reader) archives() {
	if !r.isExport {
		return
	}
	for _, i := range r.items {
		if i.kind != "post" || i.hidden != "" {
			continue
		}
		if i.creator != "" {
			r.blog.Lists[r.path(r.front+"author/"+niceName(i.creator))] = ""
		}
		if at := i.published(); !at.IsZero() {
			r.blog.Lists[r.path(r.front+r.dates+at.Format("2006"))] = ""
			r.blog.Lists[r.path(r.front+r.dates+at.Format("2006/01"))] = ""
			if day := at.Format("/2006/01/02/"); strings.Contains(i.link, day) {
				r.blog.Lists[r.path(r.front+r.dates+strings.Trim(day, "/"))] = ""
			}
		}
	}
}

// niceName returns the name for logging in as WordPress writes it in addresses.
func niceName(login string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(login) {
		switch {
		case c == ' ' || c == '.' || c == '/':
			b.WriteByte('-')
		case c == '@' || c == '+' || c == '*':
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

var listNames = []string{"blog", "news", "articles", "posts", "journal", "aktuelles", "artikel", "beitraege", "actualites", "noticias", "nieuws"}

// postList takes the page of the newest articles out of the texts: it has no text of its own, and another page stood at the home address.
func (r *reader) postList() {
	if !slices.ContainsFunc(r.items, r.isHomePage) {
		return
	}
	r.items = slices.DeleteFunc(r.items, func(i *item) bool {
		u := r.linkOf(i)
		if i.kind != "page" || i.hidden != "" || i.hasWords() || u == nil || u.RawQuery != "" || r.isHomePage(i) {
			return false
		}
		if !slices.Contains(listNames, i.name) && !(len(r.front) > 1 && pathKey(u.Path) == pathKey(r.folder+r.front)) {
			return false
		}
		r.blog.Lists[u.Path] = ""
		r.found(reasonPostList, i.line, u.Path)
		return true
	})
}

// addresses sets the address of a post and its former ones. What was never published has none.
func (r *reader) addresses(p *importer.Post, i *item) {
	if i.id != "" {
		p.Names = []string{r.path("/?p=" + i.id), r.path("/?page_id=" + i.id)}
	}
	u := r.linkOf(i)
	if u == nil {
		return
	}
	address := u.Path
	if u.RawQuery != "" {
		address += "?" + u.RawQuery
	}
	if i.status != "publish" {
		p.Names = append(p.Names, address)
		return
	}
	p.Old = []string{address}
	if u.RawQuery != "" {
		return
	}
	p.Old = append(p.Old, formerly(u.Path, i)...)
	for n := range strings.Count(i.content, "<!--nextpage-->") {
		p.Old = append(p.Old, strings.TrimSuffix(u.Path, "/")+"/"+strconv.Itoa(n+2)+"/")
	}
}

// formerly returns the addresses that WordPress redirects to an item, because its name or its date was another.
func formerly(at string, i *item) []string {
	slugs, dates := []string{""}, []string{""}
	for _, m := range i.metas {
		value := strings.TrimSpace(m.value)
		switch {
		case value == "" || i.name == "" || len(slugs)+len(dates) > 20:
		case m.key == "_wp_old_slug":
			slugs = append(slugs, value)
		case m.key == "_wp_old_date":
			dates = append(dates, value)
		}
	}
	var list []string
	for _, slug := range slugs {
		for _, date := range dates {
			if before := withDate(withSlug(at, i, slug), i, date); before != at && !slices.Contains(list, before) {
				list = append(list, before)
			}
		}
	}
	return list
}

// withSlug returns an address with another last word: "/2019/why-lift/", "/why-lift.html".
func withSlug(at string, i *item, slug string) string {
	name, err := url.PathUnescape(i.name)
	if plain, unescape := url.PathUnescape(slug); unescape == nil {
		slug = plain
	}
	if err != nil || slug == "" {
		return at
	}
	rest := strings.TrimSuffix(at, "/")
	cut := strings.LastIndexByte(rest, '/') + 1
	word, ext, _ := strings.Cut(rest[cut:], ".")
	if word != name {
		return at
	}
	if ext != "" {
		ext = "." + ext
	}
	return rest[:cut] + slug + ext + at[len(rest):]
}

// withDate returns an address with another date: "/2019/03/05/start/".
func withDate(at string, i *item, date string) string {
	now, before := i.published(), moment(date)
	if now.IsZero() || before.IsZero() {
		return at
	}
	for _, layout := range []string{"/2006/01/02/", "/2006/01/", "/2006/"} {
		if strings.Contains(at, now.Format(layout)) {
			return strings.Replace(at, now.Format(layout), before.Format(layout), 1)
		}
	}
	return at
}

// isHome reports whether a host is that of the old website.
func (r *reader) isHome(host string) bool { return r.host != "" && bareHost(host) == r.host }

func bareHost(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }

var (
	noPlace    = regexp.MustCompile(`^(?:comment-\d+|comments|respond|more-\d+)$`)
	sidePage   = regexp.MustCompile(`/(?:amp|trackback|embed|feed(?:/(?:rss2?|atom|rdf))?|comment-page-\d+|\d+)/?$`)
	idKeys     = []string{"p", "page_id", "attachment_id"}
	noiseKeys  = regexp.MustCompile(`^(?:utm_.*|fbclid|gclid|replytocom|share|nb|preview|preview_id|preview_nonce|amp|noamp|like_comment|relatedposts.*)$`)
	hrefMarker = `href=`
)

// links writes the addresses of the old website in HTML in the one way by which texts, lists and files are known.
func (r *reader) links(content string) string {
	var b strings.Builder
	at := 0
	eachLink(content, func(start, end int) {
		if was := content[start:end]; r.canonical(was) != was {
			b.WriteString(content[at:start])
			b.WriteString(r.canonical(was))
			at = end
		}
	})
	if at == 0 {
		return content
	}
	b.WriteString(content[at:])
	return b.String()
}

// eachLink calls do with the place of every address that a link in HTML leads to.
func eachLink(content string, do func(start, end int)) {
	for at := 0; ; {
		n := strings.Index(content[at:], hrefMarker)
		if n < 0 || at+n+len(hrefMarker) >= len(content) {
			return
		}
		at += n + len(hrefMarker)
		quote := content[at]
		if quote != '"' && quote != '\'' {
			continue
		}
		at++
		end := strings.IndexByte(content[at:], quote)
		if end < 0 {
			continue
		}
		do(at, at+end)
		at += end + 1
	}
}

// canonical returns an address in HTML in the one way by which it is known; any other address as it is, and "" for a place below a text
// that only comments have.
func (r *reader) canonical(address string) string {
	if noPlace.MatchString(strings.TrimPrefix(address, "#")) && strings.HasPrefix(address, "#") {
		return ""
	}
	if at, ok := strings.CutPrefix(address, r.home); ok && r.byPath[pathKey("/"+at)] != nil && r.byPath[pathKey("/"+at)].kind != "attachment" {
		return address
	}
	u, err := url.Parse(strings.TrimSpace(html.UnescapeString(address)))
	if err != nil || u.Opaque != "" || u.Host == "" && !strings.HasPrefix(u.Path, "/") || u.Host != "" && !r.isHome(u.Host) {
		return address
	}
	to, ok := r.known(u)
	if noPlace.MatchString(u.Fragment) {
		u.Fragment, ok = "", true
	}
	if !ok {
		return address
	}
	if to != "" {
		if base, err := url.Parse(to); err == nil {
			base.Fragment = u.Fragment
			u = base
		}
	}
	return html.EscapeString(u.String())
}

// known returns the address by which something on the old website is known, and whether it differs from how it was written; "" leaves it.
func (r *reader) known(u *url.URL) (string, bool) {
	q := u.Query()
	for _, key := range idKeys {
		if i := r.byID[q.Get(key)]; i != nil {
			return r.itemAddress(i), true
		}
	}
	if to := r.listAddress(q); to != "" {
		return to, true
	}
	changed := false
	for key := range q {
		if noiseKeys.MatchString(key) {
			q.Del(key)
			changed = true
		}
	}
	if changed {
		u.RawQuery = q.Encode()
	}
	if u.RawQuery != "" {
		return "", changed
	}
	at := strings.Replace(u.Path, "/index.php", "", 1)
	if r.byPath[pathKey(u.Path)] != nil {
		at = u.Path
	}
	if i := r.byPath[pathKey(at)]; i != nil {
		return r.itemAddress(i), changed || i.kind == "attachment" || at != u.Path
	}
	for rest := at; sidePage.MatchString(rest); {
		rest = sidePage.ReplaceAllString(rest, "")
		if i := r.byPath[pathKey(rest)]; i != nil && pathKey(rest) != r.homeKey {
			return r.itemAddress(i), true
		}
	}
	if to := r.shortCategory(at); to != "" {
		return to, true
	}
	if at != u.Path {
		return at, true
	}
	return "", changed
}

// itemAddress returns the address of a text; of a file, that of the file itself.
func (r *reader) itemAddress(i *item) string {
	if i.kind == "attachment" {
		return i.attachment
	}
	if u := r.linkOf(i); u != nil && u.RawQuery == "" && i.status == "publish" {
		return u.EscapedPath()
	}
	return r.path("/?p=" + i.id)
}

// listAddress returns the address of a list that a query asks for; "" for none.
func (r *reader) listAddress(q url.Values) string {
	if n, ok := r.termID["category "+q.Get("cat")]; ok && q.Has("cat") {
		return r.path(r.base("category") + r.below(r.terms[n]))
	}
	for key, kind := range map[string]string{"tag": "tag", "category_name": "category"} {
		if n, ok := r.byTerm[kind+" "+q.Get(key)]; ok && q.Has(key) {
			return r.path(r.base(kind) + r.below(r.terms[n]))
		}
	}
	switch month := q.Get("m"); {
	case len(month) >= 6 && strings.Trim(month, "0123456789") == "":
		return r.path(r.front + r.dates + month[:4] + "/" + month[4:6])
	case len(month) == 4 && strings.Trim(month, "0123456789") == "":
		return r.path(r.front + r.dates + month)
	case q.Get("feed") == "atom":
		return r.path("/feed/atom/")
	case q.Has("feed"):
		return r.path("/feed/")
	}
	return ""
}

// shortCategory returns the address of a category that is written without those above it, as WordPress takes it, too.
func (r *reader) shortCategory(at string) string {
	rest, ok := strings.CutPrefix(at, r.path(r.base("category")))
	n, known := r.byTerm["category "+path.Base(rest)]
	if !ok || !known || strings.Trim(rest, "/") == r.below(r.terms[n]) {
		return ""
	}
	return r.path(r.base("category") + r.below(r.terms[n]))
}
