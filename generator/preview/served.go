package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/legpress/legpress/generator"
	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/render"
	"github.com/legpress/legpress/generator/site"
)

// servedRevision is a revision whose pages are served, with the pages that were rendered so far. It may be used from several goroutines.
type servedRevision struct {
	*generator.Revision
	now    time.Time // when it was loaded
	base   string    // the folder in which the site is published, unescaped: "" or "/blog"
	assets map[string]render.Asset
	editor linker

	mu       sync.Mutex
	rendered map[*site.Page]*page
}

// maxRendered is how many rendered pages are kept: those in open tabs and a few more.
const maxRendered = 100

// page is a rendered page.
type page struct {
	status   int
	kind     string // its content type
	data     []byte // as a build would write it
	hash     string // of the data, in hexadecimal
	problems diag.List
}

func newPage(status int, kind string, data []byte) *page {
	sum := sha256.Sum256(data)
	return &page{status: status, kind: kind, data: data, hash: hex.EncodeToString(sum[:8])}
}

func newServedRevision(r *generator.Revision, now time.Time, editor linker) *servedRevision {
	base := r.Site.Settings.Base
	if unescaped, err := url.PathUnescape(base); err == nil {
		base = unescaped
	}
	rev := &servedRevision{Revision: r, now: now, base: base, editor: editor, assets: map[string]render.Asset{}, rendered: map[*site.Page]*page{}}
	for _, a := range r.Assets() {
		rev.assets[a.URL] = a
	}
	return rev
}

// pageAt returns the page at a path of a browser's address, or nil.
func (rev *servedRevision) pageAt(path string) *site.Page {
	url, ok := rev.onSite(path)
	if !ok {
		return nil
	}
	if p := rev.Site.PageAt(url); p != nil {
		return p
	}
	if folder, ok := strings.CutSuffix(url, "/index.html"); ok {
		return rev.Site.PageAt(folder + "/")
	}
	return nil
}

// onSite returns the address on the site for a path of a browser's address, which begins with base; false outside of base.
func (rev *servedRevision) onSite(path string) (url string, ok bool) {
	url, ok = strings.CutPrefix(path, rev.base)
	return url, ok && strings.HasPrefix(url, "/")
}

// renderPath renders the page at a path of a browser's address, or the site's 404 page.
func (rev *servedRevision) renderPath(path string) *page {
	p := rev.pageAt(path)
	if p == nil {
		p = rev.Site.PageAt(site.NotFoundPage.Of(""))
	}
	return rev.renderPage(p)
}

// renderPage returns a page of the site, which is rendered only once.
func (rev *servedRevision) renderPage(p *site.Page) *page {
	rev.mu.Lock()
	known := rev.rendered[p]
	rev.mu.Unlock()
	if known != nil {
		return known
	}
	made := rev.renderNew(p)
	rev.mu.Lock()
	defer rev.mu.Unlock()
	if len(rev.rendered) >= maxRendered {
		clear(rev.rendered)
	}
	rev.rendered[p] = made
	return made
}

func (rev *servedRevision) renderNew(p *site.Page) *page {
	var b bytes.Buffer
	if problems := rev.Render(&b, p); problems.HasErrors() {
		made := problemPage(shownProblems(problems, rev.Lines, diag.FirstOfKind, rev.editor), http.StatusInternalServerError)
		made.problems = problems
		return made
	}
	status := http.StatusOK
	if p.Output == site.NotFoundPage {
		status = http.StatusNotFound
	}
	return newPage(status, p.MediaType(), b.Bytes())
}
