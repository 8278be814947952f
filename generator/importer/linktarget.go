package importer

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/legpress/legpress/generator/nfc"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/source"
)

// target is what an address in a text of the blog leads to. The zero target is nothing.
type target struct {
	text        *text
	file        string // the name of an available file
	address     string // on the new site, or on another one
	fragment    string
	onOldSite   bool // the address is on the old website
	unshowable  bool // it is an available picture that browsers cannot show
	unsupported bool // the address is of a kind that is not carried over
}

// indexAddresses indexes the texts, lists and tags by their old addresses.
func (w *importRun) indexAddresses() {
	w.byAddress = map[string]*text{}
	for _, t := range w.texts {
		for _, address := range slices.Concat(t.Old, t.Names) {
			if key := addressKey(address); w.byAddress[key] == nil {
				w.byAddress[key] = t
			}
		}
	}
	w.lists = map[string]string{}
	w.tags, w.hiddenTags = map[string]bool{}, map[string]bool{}
	for _, t := range w.texts {
		tags := w.tags
		switch {
		case t.hidden:
			tags = w.hiddenTags
		case t.Page:
			continue
		default:
			w.hasShown = true
		}
		for _, tag := range t.Tags {
			tags[w.settings.TagURL(tag)] = true
		}
	}
	for address, tag := range w.blog.Lists {
		if list := w.settings.TagURL(tag); tag != "" && w.tags[list] {
			w.lists[addressKey(address)] = list
		} else { // of all articles, or of none in the import
			w.lists[addressKey(address)] = "/articles/"
		}
	}
}

// addressKey returns the form of an address by which addresses are compared.
func addressKey(address string) string {
	at, query, asked := strings.Cut(address, "?")
	if plain, err := url.PathUnescape(at); err == nil {
		at = plain
	}
	at = strings.ToLower(path.Clean("/" + nfc.String(at)))
	at = strings.TrimSuffix(strings.TrimSuffix(at, "/index.html"), ".html")
	if at == "" {
		at = "/"
	}
	if asked {
		return at + "?" + query
	}
	return at
}

// resolve finds what an address in a text leads to.
func (w *importRun) resolve(t *text, dest string) target {
	dest = strings.TrimSpace(dest)
	if strings.HasPrefix(dest, "//") {
		dest = "https:" + dest
	}
	u, err := url.Parse(dest)
	if err != nil {
		return target{unsupported: true}
	}
	switch scheme := strings.ToLower(u.Scheme); {
	case scheme == "mailto" || scheme == "tel":
		return target{address: dest}
	case scheme == "" && u.Host == "":
	case scheme != "http" && scheme != "https":
		return target{unsupported: true}
	case u.Host == "":
		return target{unsupported: true}
	case !w.isHome(u):
		return target{address: dest}
	}
	if u.Scheme == "" && u.Path == "" && u.RawQuery == "" {
		return target{text: t, fragment: u.Fragment}
	}
	for _, at := range w.candidates(t, u) {
		if found, ok := w.targetAt(at, u); ok {
			found.fragment = u.Fragment
			if found.unshowable && w.home != nil {
				found.address, found.onOldSite = w.oldURL(t, u), true
			}
			return found
		}
	}
	if w.home != nil {
		return target{address: w.oldURL(t, u), onOldSite: true}
	}
	return target{}
}

// isHome reports whether an address is on the old website.
func (w *importRun) isHome(u *url.URL) bool {
	bare := func(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }
	return w.home != nil && bare(u.Host) == bare(w.home.Host)
}

// candidates returns the paths on the old site that an address may mean: as it is, without the folder of the site, or relative to the
// address or the file of the text.
func (w *importRun) candidates(t *text, u *url.URL) []string {
	if u.Host == "" && !strings.HasPrefix(u.Path, "/") && u.Path != "" {
		var list []string
		if len(t.Old) > 0 {
			at, _, _ := strings.Cut(t.Old[0], "?")
			if !strings.HasSuffix(at, "/") {
				at = path.Dir(at)
			}
			list = append(list, path.Join("/", at, u.Path))
		}
		return append(list, path.Join("/", t.Dir, u.Path))
	}
	list := []string{path.Clean("/" + u.Path)}
	if w.home != nil {
		if rest, ok := strings.CutPrefix(u.Path, strings.TrimSuffix(w.home.Path, "/")+"/"); ok {
			list = append(list, path.Clean("/"+rest))
		}
	}
	return list
}

func (w *importRun) targetAt(at string, u *url.URL) (target, bool) {
	if u.RawQuery != "" {
		if t := w.byAddress[addressKey(at+"?"+u.RawQuery)]; t != nil {
			return target{text: t}, true
		}
	}
	key := addressKey(at)
	if t := w.byAddress[key]; t != nil {
		return target{text: t}, true
	}
	if list := w.lists[furtherPages.ReplaceAllString(key, "")]; list != "" {
		return target{address: list}, true
	}
	if name, unshowable := w.fileAt(at); name != "" || unshowable {
		return target{file: name, unshowable: unshowable}, true
	}
	if isFeed(key) {
		return target{address: site.AtomFile.Of("/")}, true
	}
	if w.home != nil && key == addressKey(w.home.Path) || w.home == nil && key == "/" {
		return target{address: "/"}, u.RawQuery == ""
	}
	return target{}, false
}

// furtherPages matches the addresses of the second and later pages of a list on the old site.
var furtherPages = regexp.MustCompile(`/page/?\d+$`)

// isFeed reports whether other programs have the feed of the newest articles at an address.
func isFeed(key string) bool {
	return slices.Contains([]string{"/rss", "/feed", "/feed/atom", "/feed/rss", "/feed/rss2", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"}, key)
}

// canBeShown reports whether the site would accept a file of the blog. Only pictures may be refused.
func (w *importRun) canBeShown(name string, size int64) bool {
	parsed := w.pictures.Parse(source.File{Path: source.Content + "/articles/x/" + name, Size: size})
	return parsed.Fault == nil && !parsed.Problems.HasErrors()
}

// fileAt returns the name of the file at a path of the old site, if it is available and can be copied; "" otherwise, and whether it is a
// picture that browsers cannot show.
func (w *importRun) fileAt(at string) (name string, unshowable bool) {
	switch strings.ToLower(path.Ext(at)) {
	case "", ".md", ".markdown", ".toml", ".html", ".htm", ".go", ".php", ".js", ".css", ".xml":
		return "", false
	}
	if w.blog.Files == nil {
		return "", false
	}
	w.finding.Lock()
	defer w.finding.Unlock()
	if name, ok := w.foundFiles[at]; ok {
		return name, w.unshowable[at]
	}
	w.foundFiles[at] = ""
	for _, name := range w.blog.Find(at) {
		if !fs.ValidPath(name) {
			continue
		}
		if info, err := fs.Stat(w.blog.Files, name); err == nil && info.Mode().IsRegular() {
			if w.unshowable[at] = !w.canBeShown(name, info.Size()); !w.unshowable[at] {
				w.foundFiles[at] = name
			}
			break
		}
	}
	return w.foundFiles[at], w.unshowable[at]
}

// oldURL returns the full address of something on the old website.
func (w *importRun) oldURL(t *text, u *url.URL) string {
	base := w.home
	if len(t.Old) > 0 {
		if own, err := base.Parse(t.Old[0]); err == nil {
			base = own
		}
	}
	return base.ResolveReference(u).String()
}
