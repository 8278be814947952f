package substack

import (
	"cmp"
	"encoding/json"
	"html"
	"net/url"
	"regexp"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/legpress/legpress/generator/importer/markup"
	"github.com/legpress/legpress/generator/importer/prose"
)

// content is one text while it becomes Markdown.
type content struct {
	*reader
	losses *prose.Losses
	pieces *markup.Pieces
	said   map[string]bool // reasons that are given once for each text
}

// once adds a loss whose reason is given once for each text, and returns its mark.
func (c *content) once(reason, what string) string {
	if c.said[reason] {
		return ""
	}
	c.said[reason] = true
	return c.losses.Mark(prose.Loss{Reason: reason, What: what})
}

// note returns a paragraph with the note of something that is lost.
func (c *content) note(reason, what string) string {
	return "<p>" + c.losses.Mark(prose.Loss{Reason: reason, What: what, Noted: true}) + "</p>"
}

// fromHTML turns a text as Substack keeps it into Markdown.
func (c *content) fromHTML(src string) string {
	body, err := markup.Parse(src)
	if err != nil {
		return prose.FromHTML(src, false, c.losses) // says that it cannot be read
	}
	for _, n := range markup.All(body, isPaywall) {
		if !markup.Under(n, body) {
			continue
		}
		hidden := ""
		if rest := markup.CutBehind(n); strings.TrimSpace(rest) != "" {
			hidden = "<p>" + c.losses.Conceal(rest) + "</p>"
		}
		markup.Replace(n, hidden)
	}
	for _, n := range markup.All(body, isDecoration) {
		markup.Remove(n)
	}
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return n.Type == nethtml.ElementNode && len(n.Attr) > 0 }) {
		if markup.Under(n, body) {
			c.component(n)
		}
	}
	for _, a := range markup.All(body, func(n *nethtml.Node) bool { return n.DataAtom == atom.A }) {
		if href := markup.Attribute(a, "href"); href != "" {
			markup.SetAttribute(a, "href", c.ownAddress(href))
		}
	}
	c.footnotes(body)
	return c.pieces.ToMarkdown(markup.Inside(body), c.losses)
}

// isPaywall reports whether what follows a node was for those who pay.
func isPaywall(n *nethtml.Node) bool {
	return markup.HasClass(n, "paywall-jump", "paywall") || markup.Attribute(n, "data-component-name") == "PaywallToDOM"
}

// isDecoration reports whether a node only helps to click, or says something to the author.
func isDecoration(n *nethtml.Node) bool {
	copies := n.DataAtom == atom.Source && n.Parent != nil && n.Parent.DataAtom == atom.Picture
	return copies || markup.HasClass(n, "image-link-expand", "header-anchor-parent", "header-anchor-widget", "hide-text")
}

var (
	shortAddress = regexp.MustCompile(`^/i/(\d+)(?:/([^/]*))?$`)
	appAddress   = regexp.MustCompile(`^/home/post/p-(\d+)$`)
	openAddress  = regexp.MustCompile(`^/pub/([a-z0-9-]+)(/p/[^/]+)`)
)

// ownAddress returns an address of the blog as it was at home: without what counts clicks, and without the ways that lead through the
// pages of Substack itself. Others stay as they are.
func (c *content) ownAddress(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Host == "" {
		return href
	}
	host, at := strings.ToLower(u.Host), ""
	switch short, app, pub := shortAddress.FindStringSubmatch(u.Path), appAddress.FindStringSubmatch(u.Path), openAddress.FindStringSubmatch(u.Path); {
	case c.own[host] && short != nil:
		at = "/i/" + short[1]
		if short[2] != "" {
			u.Fragment = short[2] // it leads to a heading
		}
	case c.own[host]:
		at = u.Path
	case host == "substack.com" && app != nil && c.ids[app[1]]:
		at = "/i/" + app[1]
	case host == "open.substack.com" && pub != nil && c.own[pub[1]+".substack.com"]:
		at = pub[2]
	default:
		return href
	}
	if u.Fragment != "" {
		at += "#" + u.EscapedFragment()
	}
	return strings.TrimSuffix(c.blog.Home, "/") + at
}

// footnotes puts the footnotes of a text aside.
func (c *content) footnotes(body *nethtml.Node) {
	notes := map[string]*nethtml.Node{} // the whole, by the address of its number
	for _, n := range markup.All(body, func(n *nethtml.Node) bool { return markup.HasClass(n, "footnote-number") }) {
		if n.Parent != nil && markup.HasClass(n.Parent, "footnote") {
			notes["#"+cmp.Or(markup.Attribute(n, "id"), markup.Attribute(n.Parent, "id"))] = n.Parent
			markup.Remove(n)
		}
	}
	signs := map[string]string{}
	for _, a := range markup.All(body, func(n *nethtml.Node) bool { return markup.HasClass(n, "footnote-anchor") }) {
		at := markup.Attribute(a, "href")
		if note := notes[at]; note != nil && signs[at] == "" && !markup.Under(a, note) {
			signs[at] = c.pieces.Footnote(markup.Inside(note))
		}
		markup.Replace(a, signs[at]) // of a note behind the paywall nothing stays
	}
	for at, note := range notes {
		if signs[at] != "" {
			markup.Remove(note)
		}
	}
}

// fields are the data of a component, which Substack keeps beside it.
type fields map[string]json.RawMessage

func dataOf(n *nethtml.Node) fields {
	var f fields
	if json.Unmarshal([]byte(markup.Attribute(n, "data-attrs")), &f) != nil {
		return nil
	}
	return f
}

// text returns the first of several fields that is a text or a number.
func (f fields) text(keys ...string) string {
	for _, key := range keys {
		var s string
		if json.Unmarshal(f[key], &s) == nil && strings.TrimSpace(s) != "" {
			return markup.Clean(html.UnescapeString(strings.TrimSpace(s)))
		}
		var number json.Number
		if json.Unmarshal(f[key], &number) == nil && number != "" {
			return number.String()
		}
	}
	return ""
}

// fetched finds the address of a picture in that of a smaller copy of it.
var fetched = regexp.MustCompile(`^https?://(?:substackcdn\.com|cdn\.substack\.com)/image/fetch/.*?(https?(?::|%3A|%3a).*)$`)

// original returns the address of a picture as it was given to Substack.
func original(address string) string {
	m := fetched.FindStringSubmatch(address)
	if m == nil {
		return address
	}
	address = m[1]
	if plain, err := url.PathUnescape(address); err == nil && !strings.HasPrefix(address, "http:/") && !strings.HasPrefix(address, "https:/") {
		return plain
	}
	return address
}
