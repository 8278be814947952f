package preview

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/mediatype"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/preview/client"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
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
			p.serveTab(ctx, w, r)
		case strings.HasPrefix(r.URL.Path+"/", athletesPath):
			p.serveAthletes(w, r)
		case own && name != "" && p.serveOwn(w, r, name):
		default:
			p.serve(w, r)
		}
	}))
}

// serveOwn serves a file of the preview itself, and reports whether there is one of that name.
func (p *Preview) serveOwn(w http.ResponseWriter, r *http.Request, name string) bool {
	data, err := client.Files.ReadFile(name)
	switch name {
	case "preview.css":
		data, err = append(ownStyleSheet(), p.awaitState(r.Context()).accentStyle(":root")...), nil
	case "client.css":
		data = append(data, p.awaitState(r.Context()).accentStyle(".preview")...)
	}
	if err == nil {
		send(w, r, name, data)
	}
	return err == nil
}

// accentStyle returns the site's accent for what a selector selects, as the stylesheets of the preview know it.
func (s *state) accentStyle(selector string) string {
	if s == nil || s.served == nil {
		return ""
	}
	colours := s.served.Site.Settings.Palette()
	return fmt.Sprintf("\n%[1]s { --track: %[2]s; }\n@media (prefers-color-scheme: dark) { %[1]s { --track: %[3]s; } }\n", selector, colours.Light.Track, colours.Dark.Track)
}

// serve answers with what a build would write at an address.
func (p *Preview) serve(w http.ResponseWriter, r *http.Request) {
	s := p.awaitState(r.Context())
	if s == nil {
		http.Error(w, "The preview has ended.", http.StatusServiceUnavailable)
		return
	}
	s.policy(r.Host, w.Header())
	if s.served == nil || r.URL.Path == ownPath || !s.served.serve(w, r) {
		sendPage(w, r, s.page(r.URL.Path))
	}
}

// policy sets the headers that a host sends with every file of the site, so that nothing works here that will not work there. They only
// allow the preview's own connection in addition.
func (s *state) policy(host string, h http.Header) {
	ofSite := policy.New("", policy.Outside{})
	if s.served != nil {
		ofSite = render.Policy(s.served.Site.Settings)
	}
	if plainHost.MatchString(host) {
		ofSite = ofSite.Widened("connect-src", "ws://"+host)
	}
	for _, header := range ofSite.Headers() {
		h.Set(header.Name, header.Value)
	}
}

// plainHost matches the hosts that a policy can name. Browsers differ in whether 'self' allows sockets of the page's own host.
var plainHost = regexp.MustCompile(`^[\w.-]+(:\d+)?$`)

// page returns the page at a path of a browser's address; there always is one.
func (s *state) page(path string) *page {
	switch {
	case path == ownPath:
		return s.outline()
	case s.served == nil:
		return problemPage(s.shownProblems(), http.StatusServiceUnavailable)
	}
	return s.served.renderPath(path)
}

// serve serves what is no page, a file or a redirect, and reports whether there is such at the address.
func (rev *servedRevision) serve(w http.ResponseWriter, r *http.Request) bool {
	path := r.URL.Path
	address, inside := rev.onSite(path)
	switch {
	case rev.pageAt(path) != nil:
		return false
	case inside && rev.serveFile(w, r, address):
	case inside && rev.isFolder(address):
		redirect(w, r, path+"/")
	case !inside && (path == "/" || path == rev.base):
		redirect(w, r, rev.base+"/")
	default:
		return false
	}
	return true
}

// isFolder reports whether a page or a copied index.html is in the folder at an address without slash.
func (rev *servedRevision) isFolder(url string) bool {
	return rev.Site.PageAt(url+"/") != nil || rev.Site.CopiedAt(url+"/index.html") != nil
}

// redirect redirects to another path of this site, never to another host.
func redirect(w http.ResponseWriter, r *http.Request, path string) {
	to := (&url.URL{Path: "/" + strings.TrimLeft(path, "/")}).EscapedPath()
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusFound)
}

// serveFile serves a file of the theme, a piece of the search index or a copied file, and reports whether there is one.
func (rev *servedRevision) serveFile(w http.ResponseWriter, r *http.Request, url string) bool {
	if a, ok := rev.assets[url]; ok {
		send(w, r, url, a.Data)
		return true
	}
	if piece := rev.searchPiece(url); piece != nil {
		send(w, r, url, piece)
		return true
	}
	c := rev.Site.CopiedAt(url)
	if c == nil && strings.HasSuffix(url, "/") {
		c = rev.Site.CopiedAt(url + "index.html")
	}
	if c == nil {
		return false
	}
	if c.File.Data != nil {
		send(w, r, c.URL, c.File.Data)
		return true
	}
	if c.Photo != nil {
		data, err := rev.Photo(r.Context(), *c)
		if err == nil {
			send(w, r, c.URL, data)
		}
		return err == nil
	}
	f, err := rev.Open(*c)
	if err != nil {
		return false
	}
	defer f.Close()
	w.Header().Set("Content-Type", mediatype.Of(c.URL))
	http.ServeContent(w, r, "", time.Time{}, f)
	return true
}

// searchPiece returns the piece of the search index at an address, or nil.
func (rev *servedRevision) searchPiece(url string) []byte {
	if !strings.HasPrefix(url, site.SearchPieces) {
		return nil
	}
	for at, piece := range rev.SearchPieces() {
		if at == url {
			return piece
		}
	}
	return nil
}

func send(w http.ResponseWriter, r *http.Request, url string, data []byte) {
	w.Header().Set("Content-Type", mediatype.Of(url))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// sendPage sends a page. HTML gets the script of the preview.
func sendPage(w http.ResponseWriter, r *http.Request, p *page) {
	data := p.data
	w.Header().Set("Content-Type", p.kind)
	w.Header().Set("X-Legpress-Hash", p.hash)
	if p.kind == mediatype.HTML {
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

// withScript adds the script of the preview at the beginning of a page's head, because it has to run before the site's own scripts; to a
// page without a head, at the end.
func withScript(page []byte, path, hash string) []byte {
	at := len(page)
	if begin := head.FindIndex(page); begin != nil {
		at = begin[1]
	}
	script := fmt.Sprintf(`<script src="%sclient.js" data-page="%s" data-hash="%s" defer></script>`, ownPath, html.EscapeString(path), hash)
	return bytes.Join([][]byte{page[:at], []byte(script), page[at:]}, nil)
}
