package preview

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"html"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/preview/client"
	"github.com/legpress/legpress/generator/render"
)

// The addresses of the preview itself.
const (
	ownPath  = "/_legpress/"
	livePath = ownPath + "live"
)

// handler answers all requests. The tabs that it serves end with the context.
func (p *Preview) handler(ctx context.Context, at net.Addr) http.Handler {
	return guard(at, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, own := strings.CutPrefix(r.URL.Path, ownPath)
		switch {
		case r.URL.Path == livePath:
			p.live(ctx, w, r)
		case own && name != "" && serveOwn(w, r, name):
		default:
			p.serve(w, r)
		}
	}))
}

// serveOwn serves a file of the preview itself, if there is one.
func serveOwn(w http.ResponseWriter, r *http.Request, name string) bool {
	data, err := client.Files.ReadFile(name)
	if name == "preview.css" {
		data, err = styleSheet(), nil
	}
	if err == nil {
		send(w, r, name, data)
	}
	return err == nil
}

// serve answers with what a build would write at an address.
func (p *Preview) serve(w http.ResponseWriter, r *http.Request) {
	s := p.state(r.Context())
	if s == nil {
		http.Error(w, "The preview has ended.", http.StatusServiceUnavailable)
		return
	}
	s.policy(r.Host, w.Header())
	if s.issue == nil || r.URL.Path == ownPath || !s.issue.serve(w, r) {
		sendPage(w, r, s.page(r.URL.Path))
	}
}

// policy sets what a host will send with every file of the site, so that nothing works here that will not work there. All that is
// added is the connection of the preview itself.
func (s *state) policy(host string, h http.Header) {
	site := policy.New("", policy.Outside{})
	if s.issue != nil {
		site = render.Policy(s.issue.Site.Settings)
	}
	if plainHost.MatchString(host) {
		site = site.Widened("connect-src", "ws://"+host)
	}
	for _, header := range site.Headers() {
		h.Set(header.Name, header.Value)
	}
}

// plainHost are the hosts that a policy can name. To some browsers a page's own host says nothing of its sockets.
var plainHost = regexp.MustCompile(`^[\w.-]+(:\d+)?$`)

// page returns the page at a path of the browser's address; there always is one.
func (s *state) page(path string) *page {
	switch {
	case path == ownPath:
		return s.outline()
	case s.issue == nil:
		return troublePage(s.problems, s.lines, s.most, http.StatusServiceUnavailable)
	}
	return s.issue.page(path)
}

// serve serves what is no page: files, and the way to the right address.
func (i *issue) serve(w http.ResponseWriter, r *http.Request) bool {
	path := r.URL.Path
	address, inside := i.inside(path)
	switch {
	case i.find(path) != nil:
		return false
	case inside && i.serveFile(w, r, address):
	case inside && i.isFolder(address):
		redirect(w, r, path+"/")
	case !inside && (path == "/" || path == i.base):
		redirect(w, r, i.base+"/")
	default:
		return false
	}
	return true
}

// isFolder reports whether a page or a copied index.html is in the folder at an address without slash.
func (i *issue) isFolder(url string) bool {
	return i.Site.PageAt(url+"/") != nil || i.Site.CopiedAt(url+"/index.html") != nil
}

// redirect leads to another path of the site, here and nowhere else.
func redirect(w http.ResponseWriter, r *http.Request, path string) {
	to := (&url.URL{Path: "/" + strings.TrimLeft(path, "/")}).EscapedPath()
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusFound)
}

// serveFile serves a file of the theme or one that is only copied, if there is one.
func (i *issue) serveFile(w http.ResponseWriter, r *http.Request, url string) bool {
	if a, ok := i.assets[url]; ok {
		send(w, r, url, a.Data)
		return true
	}
	c := i.Site.CopiedAt(url)
	if c == nil && strings.HasSuffix(url, "/") {
		c = i.Site.CopiedAt(url + "index.html")
	}
	if c == nil {
		return false
	}
	if c.File.Data != nil {
		send(w, r, c.URL, c.File.Data)
		return true
	}
	if c.Photo != nil {
		data, err := i.Photo(r.Context(), *c)
		if err == nil {
			send(w, r, c.URL, data)
		}
		return err == nil
	}
	f, err := i.Open(*c)
	if err != nil {
		return false
	}
	defer f.Close()
	w.Header().Set("Content-Type", contentType(c.URL))
	http.ServeContent(w, r, "", time.Time{}, f)
	return true
}

func send(w http.ResponseWriter, r *http.Request, url string, data []byte) {
	w.Header().Set("Content-Type", contentType(url))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// sendPage sends a page, if it is HTML with the script of the preview.
func sendPage(w http.ResponseWriter, r *http.Request, p *page) {
	data := p.data
	w.Header().Set("Content-Type", p.kind)
	w.Header().Set("X-Legpress-Hash", p.hash)
	if p.kind == htmlType {
		data = withScript(data, r.URL.Path, p.hash)
	}
	if p.status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
		return
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(p.status)
	if r.Method != http.MethodHead {
		w.Write(data)
	}
}

var head = regexp.MustCompile(`(?i)<head(\s[^>]*)?>`)

// withScript puts the script of the preview at the beginning of a page's head, since it has to run before the site's own; a page without
// a head gets it at the end.
func withScript(page []byte, path, hash string) []byte {
	at := len(page)
	if begin := head.FindIndex(page); begin != nil {
		at = begin[1]
	}
	script := fmt.Sprintf(`<script src="%sclient.js" data-page="%s" data-hash="%s" defer></script>`, ownPath, html.EscapeString(path), hash)
	return bytes.Join([][]byte{page[:at], []byte(script), page[at:]}, nil)
}

const htmlType = "text/html; charset=utf-8"

// contentType returns the type of a file by its name. The types of the kinds that sites have are the same on every machine.
func contentType(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case "":
		return "application/octet-stream"
	case ".html", ".htm":
		return htmlType
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	case ".xml", ".rss", ".atom":
		return "application/xml"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json"
	case ".woff2":
		return "font/woff2"
	case ".webp":
		return "image/webp"
	case ".avif":
		return "image/avif"
	default:
		return cmp.Or(mime.TypeByExtension(ext), "application/octet-stream")
	}
}
