package render

import (
	"fmt"
	"html"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/legpress/legpress/generator/card"
	"github.com/legpress/legpress/generator/colour"
	"github.com/legpress/legpress/generator/figure"
	"github.com/legpress/legpress/generator/markdown"
	"github.com/legpress/legpress/generator/parse"
	"github.com/legpress/legpress/generator/site"
	"github.com/legpress/legpress/generator/training"
)

// This file holds every place of the package where HTML is put together outside a template. What is filled in comes through
// escape, or is a number.

func escape(s string) string { return html.EscapeString(s) }

// escapePath writes an address on the site as it stands in a link: letters of other scripts and the like as %XX.
func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// link returns an address on the site as it stands in a page: below the folder that the site is published in.
func link(settings *parse.Settings, url string) string { return settings.Base + escapePath(url) }

// anyAddress returns an address that the settings name: one on the site, or one elsewhere.
func anyAddress(settings *parse.Settings, url string) string {
	if strings.HasPrefix(url, "/") {
		path, behind := splitAddress(url)
		return link(settings, path) + behind
	}
	return url
}

// splitAddress parts an address on the site from its query and fragment.
func splitAddress(address string) (path, behind string) {
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		return address[:i], address[i:]
	}
	return address, ""
}

// absolute returns an address on the site with everything in front of it.
func absolute(settings *parse.Settings, url string) string { return settings.Absolute(url) }

// anchor returns a link to an address on the site, with what the other page is to this one.
func anchor(settings *parse.Settings, url, text string, rel ...string) template.HTML {
	about := ""
	if len(rel) > 0 {
		about = `" rel="` + escape(strings.Join(rel, " "))
	}
	return template.HTML(`<a href="` + escape(link(settings, url)) + about + `">` + escape(text) + `</a>`)
}

// dataIn returns a text that a script can change for the one at hand; the text alone where they are the same.
func dataIn(here, other string) template.HTML {
	if here == other || other == "" {
		return template.HTML(escape(here))
	}
	return template.HTML(`<data value="` + escape(other) + `">` + escape(here) + `</data>`)
}

// contents returns headings as the items of a list. Those below the second level are marked.
func contents(headings []markdown.Heading) template.HTML {
	var b strings.Builder
	b.Grow(128 * len(headings))
	for _, h := range headings {
		open := `<li><a href="`
		if h.Level > 2 {
			open = `<li class="deep"><a href="`
		}
		for _, part := range [...]string{open, escape((&url.URL{Fragment: h.ID}).String()), `">`, escape(h.Text), "</a></li>\n"} {
			b.WriteString(part)
		}
	}
	return template.HTML(b.String())
}

// Sharing returns what the head of the page says to programs of others: to those that show a link to it OpenGraph's properties and the
// page as linked data, to search engines that they are to leave an unlisted page out. They are not to follow its links either: these
// lead to its data, which has no place to say so.
func (v *BaseView) Sharing() (template.HTML, error) {
	var b strings.Builder
	b.Grow(2 << 10)
	meta := func(attribute, name, content string) {
		if content != "" {
			for _, part := range [...]string{"<meta ", attribute, `="`, name, `" content="`, escape(content), "\">\n"} {
				b.WriteString(part)
			}
		}
	}
	if v.page.Unlisted() {
		meta("name", "robots", "noindex, nofollow")
	}
	kind, preview := "website", "summary"
	if v.page.Output == site.ArticlePage {
		kind = "article"
	}
	meta("property", "og:site_name", v.Settings.Title)
	meta("property", "og:title", v.Title)
	meta("property", "og:type", kind)
	meta("property", "og:url", v.renderer.absolute(v.page.URL))
	meta("property", "og:description", v.Description())
	if a := v.page.Article; a != nil {
		meta("property", "article:published_time", day(a.Date))
		meta("property", "article:modified_time", day(a.Updated))
	}
	if drawn := v.cardURL(); drawn != "" {
		preview = "summary_large_image"
		meta("property", "og:image", drawn)
		meta("property", "og:image:width", strconv.Itoa(card.Width))
		meta("property", "og:image:height", strconv.Itoa(card.Height))
	} else {
		meta("property", "og:image", v.sharedPicture())
	}
	meta("name", "twitter:card", preview)
	data, err := v.linkedData()
	if len(data) > 0 {
		b.WriteString(`<script type="application/ld+json">`)
		b.Write(data)
		b.WriteString("</script>\n")
	}
	return template.HTML(b.String()), err
}

// day writes a date, or nothing where there is none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// Citation is a source with the number under which a page cites it.
type Citation struct {
	Number int
	*training.Source
}

// doc puts a text together: its parts, and between them what its references lead to. With notes, each source that the text cites
// stands, in short, beside the line that cites it first.
func (r *Renderer) doc(file string, d *markdown.Doc, notes bool) (template.HTML, error) {
	var b strings.Builder
	size := 0
	for _, part := range d.Parts {
		size += len(part.HTML)
	}
	b.Grow(size + 128*len(d.Parts)) // an address is shorter
	cited := 0
	for _, part := range d.Parts {
		b.WriteString(string(part.HTML))
		if part.Ref < 0 {
			continue
		}
		ref := d.Refs[part.Ref]
		if notes && ref.Kind == markdown.Citation && cited < len(d.Citations) && ref.Target == d.Citations[cited] {
			cited++ // numbers follow the order of first mention
			r.note(&b, cited, r.site.Source(ref.Target))
		}
		if err := r.ref(&b, file, ref); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil
}

// note writes a source in short. It stands in the list of sources as well, so it is not read out, and has nothing to click.
func (r *Renderer) note(b *strings.Builder, number int, s *training.Source) {
	if s == nil {
		return
	}
	b.WriteString(`<span class="beside" aria-hidden="true"> <b>` + strconv.Itoa(number) + `</b> <bdi>`)
	for i, part := range slices.DeleteFunc([]string{shortSource(s), s.Title, s.Journal}, func(part string) bool { return part == "" }) {
		if i > 0 {
			b.WriteString(". ")
		}
		b.WriteString(escape(part))
	}
	b.WriteString(`</bdi></span>`)
}

func (r *Renderer) ref(b *strings.Builder, file string, ref markdown.Ref) error {
	switch ref.Kind {
	case markdown.Link:
		b.WriteString(escape(r.href(file, ref)))
	case markdown.Name:
		b.WriteString(escape(r.site.Resolve(file, ref).Name))
	case markdown.Picture:
		b.WriteString(string(r.picture(file, ref, setting{sizes: inText().sizes(100)})))
	case markdown.Card:
		card, err := r.card(ref)
		if err != nil {
			return err
		}
		b.WriteString(string(card))
	}
	return nil
}

// href returns the address that a link leads to. In a site without errors every link leads somewhere.
func (r *Renderer) href(file string, ref markdown.Ref) string {
	fragment := ""
	if ref.Fragment != "" {
		fragment = (&url.URL{Fragment: ref.Fragment}).String()
	}
	if ref.Target == "" && fragment != "" {
		return fragment
	}
	return link(r.site.Settings, r.site.Resolve(file, ref).URL) + ref.Query + fragment
}

// picture returns a picture or, where it stands alone, a <figure> with its caption.
func (r *Renderer) picture(file string, ref markdown.Ref, at setting) template.HTML {
	c := r.resolvePicture(file, ref.Target)
	switch {
	case c == nil:
		return ""
	case !ref.Caption:
		return template.HTML(r.image(c, ref.Alt, ref.Title, at))
	case ref.Title == "":
		return template.HTML("<figure>" + r.image(c, ref.Alt, "", at) + "</figure>\n")
	}
	return template.HTML("<figure>" + r.image(c, ref.Alt, "", at) + "<figcaption>" + escape(ref.Title) + "</figcaption></figure>\n")
}

// resolvePicture returns the picture at a path from a file, or nil.
func (r *Renderer) resolvePicture(file, target string) *site.Copied {
	return r.site.Resolve(file, markdown.Ref{Kind: markdown.Picture, Target: target}).Copied
}

// card returns the card of an exercise, a runner type or a plan, from the theme's partial.
func (r *Renderer) card(ref markdown.Ref) (template.HTML, error) {
	card := &Card{SiteView: r.siteView()}
	switch ref.Scheme {
	case "exercise":
		if card.Exercise = r.site.Exercise(ref.Target); card.Exercise == nil {
			return "", nil
		}
	case "runner":
		if card.Runner = r.site.Runner(ref.Target); card.Runner == nil {
			return "", nil
		}
	case "plan":
		if card.Plan = r.site.Plan(ref.Target); card.Plan == nil {
			return "", nil
		}
	default:
		return "", nil
	}
	return r.partial("card.html", card)
}

// Card is what the partial card.html sees: one of the three is set.
type Card struct {
	SiteView
	Exercise *site.Exercise
	Runner   *site.Runner
	Plan     *site.Plan
}

// figureFile is the drawing of an exercise as a file of its own.
type figureFile struct {
	svg  string
	size parse.Size
}

// figureStyle returns what gives a drawing the colours of the site. It stands in a file of its own, where the page's colours do not
// reach. On paper, which may come out of a copier, it has none. A sheet is paper on the screen as well, and browsers do not tell a picture that it
// is printed: there it is called by the name of its root, drawing.svg#paper.
func figureStyle(p colour.Palette) string {
	colours := func(s colour.Scheme) string {
		return fmt.Sprintf(":root{color:%s;--paper:%s;--track:%s}", s.Ink, s.Paper, s.Track)
	}
	const paper = "{color:#000;--paper:#fff;--track:#555}"
	return colours(p.Light) + "@media(prefers-color-scheme:dark){" + colours(p.Dark) + "}@media print{:root" + paper + "}:root:target" + paper
}

// paperID is the id of the root of a drawing's file.
const paperID = "paper"

// figure draws an exercise, once.
func (r *Renderer) figure(e *site.Exercise) figureFile {
	r.mu.Lock()
	f, ok := r.figures[e]
	r.mu.Unlock()
	if ok {
		return f
	}
	drawn := e.Figure
	drawn.Left = drawn.Left != (r.site.Settings.Direction == "rtl") // poses beside each other stand in the order in which one reads
	svg := drawn.SVG(figure.Options{Label: drawn.Alt(e.Name)})
	head, rest, _ := strings.Cut(svg, ">")
	f = figureFile{svg: head + ` id="` + paperID + `"><style>` + figureStyle(r.site.Settings.Palette()) + "</style>" + rest + "\n", size: parse.SVGSize([]byte(svg))}
	r.mu.Lock()
	r.figures[e] = f
	r.mu.Unlock()
	return f
}

// sheetImage returns the drawing of an exercise for a sheet, where it may be described already. Its size is that of its rail.
func (r *Renderer) sheetImage(e *site.Exercise, described bool) template.HTML {
	alt := ""
	if !described {
		alt = e.Figure.Alt(e.Name)
	}
	return template.HTML(fmt.Sprintf(`<img src="%s" alt="%s">`, escape(link(r.site.Settings, e.DrawingURL())+"#"+paperID), escape(alt)))
}
