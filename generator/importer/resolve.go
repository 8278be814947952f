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

// target is what an address in a text of the blog leads to. With nothing set it leads nowhere.
type target struct {
	text     *text
	file     string // the name of a file that is here
	address  string // on the new site, or on another one
	fragment string
	old      bool // the address is on the old website
	spoilt   bool // it is a picture that is here and cannot be shown
	odd      bool // it is of a kind that is not carried over
}

// index notes under which addresses the texts are known.
func (w *work) index() {
	w.byOld = map[string]*text{}
	for _, t := range w.texts {
		for _, address := range slices.Concat(t.Old, t.Names) {
			if key := known(address); w.byOld[key] == nil {
				w.byOld[key] = t
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
			w.shown = true
		}
		for _, tag := range t.Tags {
			tags[w.settings.TagURL(tag)] = true
		}
	}
	for address, tag := range w.blog.Lists {
		if list := w.settings.TagURL(tag); tag != "" && w.tags[list] {
			w.lists[known(address)] = list
		} else { // of all articles, or of none that comes along
			w.lists[known(address)] = "/articles/"
		}
	}
}

// known returns an address in the form in which addresses are compared.
func known(address string) string {
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
func (w *work) resolve(t *text, dest string) target {
	dest = strings.TrimSpace(dest)
	if strings.HasPrefix(dest, "//") {
		dest = "https:" + dest
	}
	u, err := url.Parse(dest)
	if err != nil {
		return target{odd: true}
	}
	switch scheme := strings.ToLower(u.Scheme); {
	case scheme == "mailto" || scheme == "tel":
		return target{address: dest}
	case scheme == "" && u.Host == "":
	case scheme != "http" && scheme != "https":
		return target{odd: true}
	case u.Host == "":
		return target{odd: true}
	case !w.isHome(u):
		return target{address: dest}
	}
	if u.Scheme == "" && u.Path == "" && u.RawQuery == "" {
		return target{text: t, fragment: u.Fragment}
	}
	for _, at := range w.candidates(t, u) {
		if found, ok := w.lookUp(at, u); ok {
			found.fragment = u.Fragment
			if found.spoilt && w.home != nil {
				found.address, found.old = w.onOldSite(t, u), true
			}
			return found
		}
	}
	if w.home != nil {
		return target{address: w.onOldSite(t, u), old: true}
	}
	return target{}
}

// isHome reports whether an address is on the old website.
func (w *work) isHome(u *url.URL) bool {
	bare := func(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }
	return w.home != nil && bare(u.Host) == bare(w.home.Host)
}

// candidates returns the paths on the old site that an address may stand for: as it is, without the folder that the site was in, or
// from the address or the file of the text.
func (w *work) candidates(t *text, u *url.URL) []string {
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

func (w *work) lookUp(at string, u *url.URL) (target, bool) {
	if u.RawQuery != "" {
		if t := w.byOld[known(at+"?"+u.RawQuery)]; t != nil {
			return target{text: t}, true
		}
	}
	key := known(at)
	if t := w.byOld[key]; t != nil {
		return target{text: t}, true
	}
	if list := w.lists[furtherPages.ReplaceAllString(key, "")]; list != "" {
		return target{address: list}, true
	}
	if name, ok := w.fileAt(at); ok {
		return target{file: name}, true
	}
	if w.spoilt[at] {
		return target{spoilt: true}, true
	}
	if feed(key) {
		return target{address: site.AtomFile.Of("/")}, true
	}
	if w.home != nil && key == known(w.home.Path) || w.home == nil && key == "/" {
		return target{address: "/"}, u.RawQuery == ""
	}
	return target{}, false
}

// furtherPages are the later pages of a list on the old site.
var furtherPages = regexp.MustCompile(`/page/?\d+$`)

// feed reports whether an address is one at which other programs have the feed of the newest articles.
func feed(key string) bool {
	return slices.Contains([]string{"/feed", "/feed/atom", "/feed/rss", "/feed/rss2", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"}, key)
}

// canBeShown reports whether the site would take a file of the blog; all but pictures it takes as they are.
func (w *work) canBeShown(name string, size int64) bool {
	parsed := w.pictures.Parse(source.File{Path: source.Content + "/articles/x/" + name, Size: size})
	return parsed.Fault == nil && !parsed.Problems.HasErrors()
}

// fileAt returns the name of the file at a path of the old site, if it is here and can be copied.
func (w *work) fileAt(at string) (string, bool) {
	switch strings.ToLower(path.Ext(at)) {
	case "", ".md", ".markdown", ".toml", ".html", ".htm", ".go", ".php", ".js", ".css", ".xml":
		return "", false
	}
	if w.blog.Files == nil {
		return "", false
	}
	if name, ok := w.present[at]; ok {
		return name, name != ""
	}
	w.present[at] = ""
	for _, name := range w.blog.Find(at) {
		if !fs.ValidPath(name) {
			continue
		}
		if info, err := fs.Stat(w.blog.Files, name); err == nil && info.Mode().IsRegular() {
			if w.spoilt[at] = !w.canBeShown(name, info.Size()); !w.spoilt[at] {
				w.present[at] = name
			}
			break
		}
	}
	return w.present[at], w.present[at] != ""
}

// onOldSite returns the whole address of something on the old website.
func (w *work) onOldSite(t *text, u *url.URL) string {
	base := w.home
	if len(t.Old) > 0 {
		if own, err := base.Parse(t.Old[0]); err == nil {
			base = own
		}
	}
	return base.ResolveReference(u).String()
}
