package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/policy"
	"github.com/legpress/legpress/generator/render/feed"
	"github.com/legpress/legpress/generator/site"
)

func (r *Renderer) absolute(url string) string { return absolute(r.site.Settings, url) }

func (r *Renderer) feed(p *site.Page) ([]byte, error) {
	settings := r.site.Settings
	f := feed.Feed{
		ID: settings.FeedID(p.List.Feed()), Title: r.feedName(p.List), Description: settings.Description, Page: r.absolute("/"), Self: r.absolute(p.URL),
		Language: settings.Language, Icon: r.absolute("/assets/icon.svg"), Rights: settings.License,
	}
	switch {
	case p.List.Tag != nil:
		f.Description, f.Page = "", r.absolute(p.List.Tag.URL)
	case p.List.Runner != nil:
		f.Description, f.Page = p.List.Runner.Aim, r.absolute(p.List.Runner.URL+"articles/")
	}
	for _, a := range p.List.Articles {
		e, err := r.entry(a)
		if err != nil {
			return nil, err
		}
		f.Entries = append(f.Entries, e)
		f.Updated = newest(f.Updated, e.Updated)
	}
	return formatOf(p.Output).Write(&f)
}

// feedName returns the title of a list's feeds.
func (r *Renderer) feedName(l *site.List) string {
	if name := l.Name(); name != "" {
		return r.theme.words.Label(r.site.Settings.Title) + " " + name
	}
	return r.site.Settings.Title
}

func newest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// entry returns an article as it stands in feeds. It is made once, however many feeds it is in.
func (r *Renderer) entry(a *parse.Article) (feed.Entry, error) {
	r.mu.Lock()
	e, ok := r.entries[a]
	r.mu.Unlock()
	if ok {
		return e, nil
	}
	content, err := r.doc(a.File, a.Doc, false)
	if err != nil {
		return e, err
	}
	e = feed.Entry{
		ID: r.site.Settings.EntryID(a), Title: a.Title, URL: r.absolute(a.URL), Summary: a.Summary, Content: r.outside(a, string(content)), Author: r.author(a),
		AuthorURL: r.authorURL(a), Published: a.Date, Updated: newest(a.Date, a.Updated),
	}
	for _, t := range a.Tags {
		e.Tags = append(e.Tags, t.Value)
	}
	r.mu.Lock()
	r.entries[a] = e
	r.mu.Unlock()
	return e, nil
}

func (r *Renderer) author(a *parse.Article) string {
	if a.Author != "" {
		return a.Author
	}
	return r.site.Settings.Author
}

// authorURL returns the whole address at which there is more about who wrote an article; empty where the settings name none.
func (r *Renderer) authorURL(a *parse.Article) string {
	if who := r.site.Settings.Authors[r.author(a)]; who != nil {
		return r.absoluteAddress(who.URL)
	}
	return ""
}

// outside makes the addresses in an article's HTML absolute, since a feed reader shows it somewhere else.
func (r *Renderer) outside(a *parse.Article, content string) string {
	host := strings.TrimSuffix(r.site.Settings.URL, r.site.Settings.Base+"/")
	page := r.absolute(a.URL)
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(content))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := z.Raw()
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken || bytes.IndexByte(raw, '=') < 0 {
			b.Write(raw)
			continue
		}
		typed := string(raw) // which is lost when the tag is read
		if token := z.Token(); moveOutside(&token, host, page) {
			typed = token.String()
		}
		b.WriteString(typed)
	}
	return b.String()
}

// moveOutside makes the addresses of a tag absolute and reports whether there were any.
func moveOutside(t *html.Token, host, page string) bool {
	changed := false
	for i := range t.Attr {
		value := &t.Attr[i].Val
		switch t.Attr[i].Key {
		case "href", "src", "poster":
			if full := outsideAddress(*value, host, page); full != *value {
				*value, changed = full, true
			}
		case "srcset":
			parts := strings.Split(*value, ", ")
			for j := range parts {
				parts[j] = outsideAddress(parts[j], host, page)
			}
			*value, changed = strings.Join(parts, ", "), true
		}
	}
	return changed
}

func outsideAddress(address, host, page string) string {
	switch {
	case strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//"):
		return host + address
	case strings.HasPrefix(address, "#"):
		return page + address
	}
	return address
}

// drawCard draws the card of an article or a plan.
func (r *Renderer) drawCard(p *site.Page) ([]byte, error) {
	pen := r.pens.Get().(*card.Pen)
	defer r.pens.Put(pen)
	return pen.Draw(r.site.Card(p)), nil
}

// sitemap writes the nth sitemap, or the only one, or where there are several the list of them.
func (r *Renderer) sitemap(p *site.Page) ([]byte, error) {
	var places []feed.Place
	for _, page := range r.site.Pages {
		if page.Listed() {
			places = append(places, feed.Place{URL: r.absolute(page.URL), Changed: feed.Day(changed(page))})
		}
	}
	const most = site.PlacesInSitemap
	switch {
	case p.List != nil:
		first := (p.List.Number - 1) * most
		return feed.Sitemap(places[first:min(first+most, len(places))])
	case len(places) > most:
		var maps []feed.Place
		for n := 1; (n-1)*most < len(places); n++ {
			maps = append(maps, feed.Place{URL: r.absolute(site.SitemapURL(n))})
		}
		return feed.SitemapIndex(maps)
	}
	return feed.Sitemap(places)
}

// changed returns when what a page shows was changed last, as its author says; zero where nobody says it.
func changed(p *site.Page) time.Time {
	switch {
	case p.Article != nil:
		return newest(p.Article.Date, p.Article.Updated)
	case p.List != nil && len(p.List.Articles) > 0:
		return p.List.Articles[0].Date
	case p.Plan != nil:
		return p.Plan.Updated
	}
	return time.Time{}
}

// redirects lists the old addresses, for hosts that read such a file: they answer with the new address itself, which is faster than a
// page, and which feed readers follow. Those that lead to what is unlisted have their page alone: everybody can fetch this file.
func (r *Renderer) redirects(*site.Page) ([]byte, error) {
	var b bytes.Buffer
	for _, p := range r.site.Pages {
		if p.Output.Owner() == site.OfOldAddress && !r.site.LeadsToUnlisted(p) {
			fmt.Fprintf(&b, "%s %s 301\n", link(r.site.Settings, p.URL), link(r.site.Settings, p.Target))
		}
	}
	return b.Bytes(), nil
}

// Policy returns what the pages of a site may do. Drawings bring a style of their own, which is known by its hash.
func Policy(settings *parse.Settings) *policy.Policy {
	hash := sha256.Sum256([]byte(figureStyle(settings.Palette())))
	return settings.Policy().Widened("style-src", "'sha256-"+base64.StdEncoding.EncodeToString(hash[:])+"'")
}
