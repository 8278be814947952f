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

// issue is a revision that is served. It is not changed but for the pages that it keeps because they have been asked for, which
// are the same whenever they are rendered. It may be used from several goroutines.
type issue struct {
	*generator.Revision
	now    time.Time // when it was made
	base   string    // the folder that the site is published in, unescaped: "" or "/blog"
	assets map[string]render.Asset

	mu   sync.Mutex
	kept map[*site.Page]*page
}

// mostKept is how many pages an issue keeps: those in open tabs and a few around them.
const mostKept = 100

// page is a page as it was rendered.
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

func newIssue(e *generator.Revision, now time.Time) *issue {
	base := e.Site.Settings.Base
	if unescaped, err := url.PathUnescape(base); err == nil {
		base = unescaped
	}
	i := &issue{Revision: e, now: now, base: base, assets: map[string]render.Asset{}, kept: map[*site.Page]*page{}}
	for _, a := range e.Assets() {
		i.assets[a.URL] = a
	}
	return i
}

// find returns the page at a path of the browser's address, or nil.
func (i *issue) find(path string) *site.Page {
	url, ok := i.inside(path)
	if !ok {
		return nil
	}
	if p := i.Site.PageAt(url); p != nil {
		return p
	}
	if folder, ok := strings.CutSuffix(url, "/index.html"); ok {
		return i.Site.PageAt(folder + "/")
	}
	return nil
}

// inside returns the address on the site that a path of the browser's address stands for.
func (i *issue) inside(path string) (url string, ok bool) {
	url, ok = strings.CutPrefix(path, i.base)
	return url, ok && strings.HasPrefix(url, "/")
}

// page renders the page at a path of the browser's address, or the site's 404 page.
func (i *issue) page(path string) *page {
	p := i.find(path)
	if p == nil {
		p = i.Site.PageAt(site.NotFoundPage.Of(""))
	}
	return i.render(p)
}

// render renders a page of the site, or takes what it has kept.
func (i *issue) render(p *site.Page) *page {
	i.mu.Lock()
	known := i.kept[p]
	i.mu.Unlock()
	if known != nil {
		return known
	}
	made := i.make(p)
	i.mu.Lock()
	defer i.mu.Unlock()
	if len(i.kept) >= mostKept {
		clear(i.kept)
	}
	i.kept[p] = made
	return made
}

func (i *issue) make(p *site.Page) *page {
	var b bytes.Buffer
	if problems := i.Render(&b, p); problems.HasErrors() {
		made := troublePage(problems, i.Lines, diag.FirstOfKind, http.StatusInternalServerError)
		made.problems = problems
		return made
	}
	status := http.StatusOK
	if p.Output == site.NotFoundPage {
		status = http.StatusNotFound
	}
	return newPage(status, p.MediaType(), b.Bytes())
}
