package ghost

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/importer"
	"github.com/legpress/legpress/generator/importer/prose"
)

func (e *entry) isPage() bool { return e.Type.line() == "page" || e.Page.yes() }

// post makes a post of an entry.
func (r *reader) post(e *entry) *importer.Post {
	created, published := instant(e.Created), instant(e.Published)
	p := &importer.Post{
		From: r.in.Name + ": " + cmp.Or(e.Slug.line(), e.Title.line(), e.ID.line()), Page: e.isPage(), Slug: e.Slug.line(), Title: plain(e.Title),
		Date: r.clock(published), Updated: r.clock(instant(e.Updated)), Appears: published, Hidden: r.whyHidden(e), Author: names(e.authors),
		Summary: cmp.Or(plain(e.Excerpt), plain(e.meta.Description), plain(e.Description)),
	}
	if p.Date.IsZero() {
		p.Date = r.clock(created)
	}
	if p.Updated.Sub(p.Date) < 24*time.Hour {
		p.Updated = time.Time{}
	}
	for _, t := range e.tags {
		if !t.internal() {
			p.Tags = append(p.Tags, plain(t.Name))
		}
	}
	r.addresses(p, e)
	r.top(p, e)
	r.text(p, e)
	r.details(p, e)
	return p
}

// plain returns a text that Ghost shows as it is, on one line.
func plain(s scalar) string { return strings.Join(strings.Fields(string(s)), " ") }

// names writes the names of authors: "Ann Lee", "Ann Lee & Ben Fox", "Ann Lee, Ben Fox & Cy Ray".
func names(people []*person) string {
	var list []string
	for _, p := range people {
		if name := plain(p.Name); name != "" {
			list = append(list, name)
		}
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " & " + list[n-1]
	}
	return strings.Join(list, "")
}

// addresses sets the address of a post, and the other ones that Ghost has for it. What was never published has none.
func (r *reader) addresses(p *importer.Post, e *entry) {
	if uuid := e.UUID.line(); uuid != "" {
		p.Names = []string{r.path("/p/" + uuid + "/"), r.path("/email/" + uuid + "/")}
	}
	slug := e.Slug.line()
	if slug == "" || e.Status.line() != "published" {
		return
	}
	at := "/:slug/"
	if pattern := r.settings["permalinks"]; !p.Page && strings.Contains(pattern, ":slug") {
		at = pattern
	}
	at = r.path("/" + strings.Trim(r.filled(at, p, e), "/") + "/")
	p.Old = []string{at}
	p.Names = append(p.Names, r.path("/"+slug+"/"), at+"amp/")
}

var placeholder = regexp.MustCompile(`:[a-z_]+`)

// filled fills the pattern of an address, as the settings of older versions have it: "/:year/:month/:slug/".
func (r *reader) filled(pattern string, p *importer.Post, e *entry) string {
	return placeholder.ReplaceAllStringFunc(pattern, func(name string) string {
		switch name {
		case ":slug":
			return e.Slug.line()
		case ":id":
			return e.ID.line()
		case ":year":
			return strconv.Itoa(p.Date.Year())
		case ":month":
			return p.Date.Format("01")
		case ":day":
			return p.Date.Format("02")
		case ":author", ":primary_author":
			if len(e.authors) > 0 {
				return e.authors[0].Slug.line()
			}
		case ":primary_tag":
			if len(e.tags) > 0 && !e.tags[0].internal() {
				return e.tags[0].Slug.line()
			}
		}
		return "all"
	})
}

// top sets the picture at the top, where the theme showed it.
func (r *reader) top(p *importer.Post, e *entry) {
	p.Image = r.picture(cmp.Or(e.FeatureImage.line(), e.Image.line()))
	if show := e.ShowTop.line(); show != "" && !e.ShowTop.yes() {
		p.Image = ""
	}
	if p.Image != "" {
		p.ImageAlt = plain(e.meta.ImageAlt)
	}
}

// details adds the losses of what a post has and Legpress does not.
func (r *reader) details(p *importer.Post, e *entry) {
	add := func(reason, what string, noted bool) {
		if what = strings.TrimSpace(what); what != "" {
			p.Body += "\n\n" + p.Losses.Mark(prose.Loss{Reason: reason, What: what, Noted: noted})
		}
	}
	if p.Image != "" {
		add(reasonTop, prose.FromHTML(r.local(string(e.meta.Caption)), false, &p.Losses), true)
	}
	add(reasonCode, string(e.Head), true)
	add(reasonCode, string(e.Foot), true)
	add(reasonTemplate, e.Template.line(), false)
	add(reasonCanonical, r.local(e.Canonical.line()), false)
	if e.Featured.yes() {
		add(reasonFeatured, p.Title, false)
	}
}
