package render

import (
	"html/template"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bind fits the HTML of a chapter into the whole guide: its headings go below the part's, its ids are its own, links to what is in
// the guide lead there and all others to the published site.
func (c Chapter) bind(page template.HTML) template.HTML {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(string(page)))
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		token := z.Token()
		if c.fit(&token) {
			raw = token.String()
		}
		b.WriteString(raw)
	}
	return template.HTML(b.String())
}

// fit changes a tag and reports whether it did.
func (c Chapter) fit(t *html.Token) bool {
	if t.Type != html.StartTagToken && t.Type != html.EndTagToken && t.Type != html.SelfClosingTagToken {
		return false
	}
	changed := c.lower(t)
	for i, a := range t.Attr {
		switch a.Key {
		case "id", "for", "aria-labelledby", "aria-describedby":
			t.Attr[i].Val = c.own(a.Val)
		case "href":
			t.Attr[i].Val = c.href(a.Val)
		}
		changed = changed || t.Attr[i].Val != a.Val
	}
	t.Attr = slices.DeleteFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "href" && a.Val == "" })
	return changed
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
func (c Chapter) href(address string) string {
	if id, ok := strings.CutPrefix(address, "#"); ok {
		return "#" + c.own(id)
	}
	settings := c.book.renderer.site.Settings
	path, ok := strings.CutPrefix(address, settings.Base+"/")
	if !ok || strings.HasPrefix(path, "/") {
		return address
	}
	path, id, _ := strings.Cut("/"+path, "#")
	anchor, ok := c.book.anchors[path]
	switch {
	case !ok && !settings.Reachable():
		return ""
	case !ok:
		return settings.URL + strings.TrimPrefix(address, settings.Base+"/")
	case c.book.has(path, id):
		return "#" + anchor + "-" + id
	}
	return "#" + anchor
}

// has reports whether the text of a page has a place with this id.
func (b *book) has(url, id string) bool {
	p := b.renderer.site.PageAt(url)
	return id != "" && p != nil && p.Doc() != nil && p.Doc().IDs[id] && p.Programme == nil
}
