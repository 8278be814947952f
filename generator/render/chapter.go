package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// binder fits the HTML of a chapter into the whole guide.
type binder struct {
	Chapter
	out    strings.Builder
	seen   map[string]bool // chapters whose page is named already
	link   string          // the anchor of the chapter that the link leads to which is open
	source string          // likewise the number of the source that it cites
}

// bind fits the HTML of a chapter into the whole guide: its headings go below the part's, its ids are its own, links to what is in
// the guide lead there and name the page, citations have the numbers of the guide's sources, and all other links lead to the
// published site.
func (c Chapter) bind(page template.HTML) template.HTML {
	b := binder{Chapter: c, seen: map[string]bool{c.Anchor: true, "": true}}
	z := html.NewTokenizer(strings.NewReader(string(page)))
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		token := z.Token()
		if b.fit(&token) {
			raw = token.String()
		}
		if token.Type == html.TextToken && b.source != "" {
			raw = b.source
		}
		b.out.WriteString(raw)
		if token.DataAtom == atom.A && token.Type == html.EndTagToken {
			b.closeLink()
		}
	}
	return template.HTML(b.out.String())
}

// closeLink writes behind the first link to another chapter the page on which that begins.
func (b *binder) closeLink() {
	if !b.seen[b.link] {
		b.seen[b.link] = true
		b.out.WriteString(`<span class="at">` + b.book.number(b.link) + `</span>`)
	}
	b.link, b.source = "", ""
}

// fit changes a tag and reports whether it did.
func (b *binder) fit(t *html.Token) bool {
	if t.Type != html.StartTagToken && t.Type != html.EndTagToken && t.Type != html.SelfClosingTagToken {
		return false
	}
	changed := b.lower(t) || b.cite(t)
	for i, a := range t.Attr {
		switch a.Key {
		case "id", "for", "aria-labelledby", "aria-describedby":
			t.Attr[i].Val = b.own(a.Val)
		case "href":
			t.Attr[i].Val = b.href(a.Val)
		}
		changed = changed || t.Attr[i].Val != a.Val
	}
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "href" && a.Val == "" })
	return changed
}

// cite makes a citation lead to the guide's sources, by their number there, and reports whether the tag is one.
func (b *binder) cite(t *html.Token) bool {
	if !slices.Contains(t.Attr, html.Attribute{Key: "role", Val: "doc-biblioref"}) {
		return false
	}
	for i, a := range t.Attr {
		id, ok := strings.CutPrefix(a.Val, "#source-")
		if a.Key != "href" || !ok {
			continue
		}
		cited := b.page.Doc().Citations
		n, err := strconv.Atoi(id)
		if err != nil || n < 1 || n > len(cited) {
			return false
		}
		place := b.book.sources[cited[n-1]]
		t.Attr[i].Val = link(b.book.renderer.site.Settings, "/sources/") + "#" + cited[n-1]
		b.source = strconv.Itoa(place)
		for j := range t.Attr {
			if t.Attr[j].Key == "aria-label" {
				t.Attr[j].Val = strings.TrimSuffix(t.Attr[j].Val, id) + b.source
			}
		}
	}
	return true
}

// headings are the elements of headings, by their level.
var headings = [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// lower puts a heading below the headings of the part, and of the chapter that this one belongs to.
func (c Chapter) lower(t *html.Token) bool {
	by := 1
	if c.Within {
		by = 2
	}
	for i, h := range headings {
		if t.DataAtom == h {
			t.DataAtom = headings[min(i+by, len(headings)-1)]
			t.Data = t.DataAtom.String()
			return true
		}
	}
	return false
}

// own makes ids the chapter's own.
func (c Chapter) own(ids string) string {
	list := strings.Fields(ids)
	for i := range list {
		list[i] = c.Anchor + "-" + list[i]
	}
	return strings.Join(list, " ")
}

// href returns where a link of the chapter leads in the guide; "" where that is nowhere.
func (b *binder) href(address string) string {
	if id, ok := strings.CutPrefix(address, "#"); ok {
		return "#" + b.own(id)
	}
	settings := b.book.renderer.site.Settings
	path, ok := strings.CutPrefix(address, settings.Base+"/")
	if !ok || strings.HasPrefix(path, "/") {
		return address
	}
	path, id, _ := strings.Cut("/"+path, "#")
	anchor, ok := b.book.anchors[path]
	switch {
	case !ok && !settings.Reachable():
		return ""
	case !ok:
		return settings.URL + strings.TrimPrefix(address, settings.Base+"/")
	case b.source != "":
		return "#" + anchor + "-1-" + id
	}
	b.link = anchor
	if b.book.has(path, id) {
		return "#" + anchor + "-" + id
	}
	return "#" + anchor
}

// has reports whether the text of a page has a place with this id.
func (b *book) has(url, id string) bool {
	p := b.renderer.site.PageAt(url)
	return id != "" && p != nil && p.Doc() != nil && p.Doc().IDs[id] && p.Programme == nil
}
