// Package markup changes the HTML of texts before it becomes Markdown, for the readers of systems whose texts are HTML.
//
// In goes HTML, out comes a tree to be changed, and HTML again. What only Markdown can say, such as a footnote, is put aside among the
// [Pieces] of a text, and stands in it as a sign until the text is Markdown. The package must not know what system a text is from.
package markup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Parse returns HTML as a tree below one node, which stands for the body. The error says that elements are nested too deeply.
func Parse(src string) (*html.Node, error) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(src), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return body, nil
}

// Inside returns the HTML of what is in a node.
func Inside(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(Whole(c))
	}
	return b.String()
}

// Whole returns the HTML of a node.
func Whole(n *html.Node) string {
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		return "<" + n.Data + ">"
	}
	return b.String()
}

// Attribute returns an attribute of a node; "" if it has none.
func Attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// SetAttribute sets an attribute of a node.
func SetAttribute(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

// HasClass reports whether a node has one of these classes.
func HasClass(n *html.Node, classes ...string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" {
			continue
		}
		for own := range strings.FieldsSeq(a.Val) {
			for _, class := range classes {
				if own == class {
					return true
				}
			}
		}
	}
	return false
}

// All returns the nodes below a node, in their order, for which match is true.
func All(n *html.Node, match func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for c := range n.Descendants() {
		if match(c) {
			found = append(found, c)
		}
	}
	return found
}

// First returns the first element of a kind below a node; nil if there is none.
func First(n *html.Node, kind atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == kind {
			return c
		}
	}
	return nil
}

// ByClass returns the first node below a node that has a class; nil if there is none.
func ByClass(n *html.Node, class string) *html.Node {
	for c := range n.Descendants() {
		if HasClass(c, class) {
			return c
		}
	}
	return nil
}

// Words returns the text in a node on one line; "" for nil.
func Words(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
		if c.DataAtom == atom.Br || c.DataAtom == atom.P || c.DataAtom == atom.Div {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Remove takes a node out of its tree; nil and what is in no tree stay as they are.
func Remove(n *html.Node) {
	if n != nil && n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// Replace puts HTML where a node is.
func Replace(n *html.Node, src string) {
	if n.Parent == nil {
		return
	}
	body, err := Parse(src)
	if err != nil {
		body = &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
		body.AppendChild(&html.Node{Type: html.TextNode, Data: src})
	}
	for body.FirstChild != nil {
		c := body.FirstChild
		body.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// Prepend puts HTML before everything in a node.
func Prepend(n *html.Node, src string) {
	first := &html.Node{Type: html.TextNode}
	n.InsertBefore(first, n.FirstChild)
	Replace(first, src)
}

// Rename makes an element one of another kind, without attributes.
func Rename(n *html.Node, kind atom.Atom) {
	n.Data, n.DataAtom, n.Attr = kind.String(), kind, nil
}

// Under reports whether a node is still somewhere below another one.
func Under(n, body *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == body {
			return true
		}
	}
	return false
}

// CutBehind takes everything out of a tree that stands behind a node, and returns it as HTML.
func CutBehind(n *html.Node) string {
	var b strings.Builder
	for ; n.Parent != nil; n = n.Parent {
		for n.NextSibling != nil {
			c := n.NextSibling
			b.WriteString(Whole(c))
			n.Parent.RemoveChild(c)
		}
	}
	return b.String()
}

// Link returns a link as HTML in a paragraph of its own. Words that are empty become the address.
func Link(address, words string) string {
	if words = strings.TrimSpace(words); words == "" {
		words = address
	}
	return `<p><a href="` + html.EscapeString(address) + `">` + html.EscapeString(words) + `</a></p>`
}

// Picture returns a picture as HTML, with its caption, which is HTML.
func Picture(address, alt, caption string) string {
	return `<figure><img src="` + html.EscapeString(address) + `" alt="` + html.EscapeString(alt) + `"><figcaption>` + caption + `</figcaption></figure>`
}
