package prose

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Reasons of losses in HTML.
const (
	reasonForm    = "Forms and controls need a server"
	reasonScript  = "Scripts are not carried over"
	reasonFrame   = "Frames from other websites are not carried over"
	reasonFramed  = "Frames that showed something of another website became links to it"
	reasonObject  = "Drawings and objects inside the text are not carried over"
	reasonStyle   = "Styles are not carried over; the theme decides how things look"
	reasonInline  = "Pictures that stand within the text itself, as letters and digits, are not carried over"
	reasonComment = "Comments that nobody sees stay as notes"
)

// maxDepth is how deeply elements may be nested. What is deeper becomes plain text.
const maxDepth = 200

// tidier changes a tree of HTML so that everything in it has a counterpart in Markdown.
type tidier struct {
	losses *Losses
	src    string
}

// tidy changes the children of a node.
func (t *tidier) tidy(n *html.Node, depth int) {
	if depth > maxDepth {
		text := words(n)
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		n.AppendChild(textNode(text))
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode {
			t.comment(c)
		}
		if c.Type == html.ElementNode {
			t.child(c, depth)
		}
		c = next
	}
}

// child changes an element and what is in it.
func (t *tidier) child(c *html.Node, depth int) {
	reason := lost(c.DataAtom)
	switch {
	case hidesNode(c):
		t.replaceByMark(c, ReasonConcealed)
	case reason == reasonObject && t.film(c):
	case reason != "":
		t.replaceByMark(c, reason)
	default:
		t.tidy(c, depth+1)
		t.element(c)
	}
}

func (t *tidier) comment(c *html.Node) {
	text := strings.TrimSpace(c.Data)
	if text == "" || text == "more" || strings.HasPrefix(text, "more ") || text == "nextpage" || text == "noteaser" || strings.HasPrefix(text, "/wp:") || strings.HasPrefix(text, "wp:") {
		c.Parent.RemoveChild(c)
		return
	}
	t.replaceByMark(c, reasonComment)
}

// replaceByMark replaces a node by the mark of a loss.
func (t *tidier) replaceByMark(n *html.Node, reason string) {
	mark := t.losses.Mark(Loss{Reason: reason, What: outerHTML(n), Noted: reason != reasonStyle})
	swap(n, textNode(mark))
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

func element(a atom.Atom, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: a.String(), DataAtom: a}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

func swap(old *html.Node, by ...*html.Node) {
	for _, n := range by {
		old.Parent.InsertBefore(n, old)
	}
	old.Parent.RemoveChild(old)
}

// unwrap replaces a node by its children.
func unwrap(n *html.Node) {
	for n.FirstChild != nil {
		c := n.FirstChild
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// lost returns the reason why elements of a kind are lost with their content, or "".
func lost(a atom.Atom) string {
	switch a {
	case atom.Script:
		return reasonScript
	case atom.Style, atom.Link, atom.Meta:
		return reasonStyle
	case atom.Form, atom.Input, atom.Select, atom.Textarea:
		return reasonForm
	case atom.Object, atom.Embed, atom.Canvas, atom.Svg, atom.Math, atom.Map, atom.Applet:
		return reasonObject
	}
	return ""
}

// element changes one element whose children are done.
func (t *tidier) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Noscript, atom.Template:
		n.Parent.RemoveChild(n)
	case atom.Iframe:
		t.frame(n)
	case atom.Video, atom.Audio:
		media(n)
	case atom.Img:
		t.image(n)
	case atom.Ul, atom.Ol:
		list(n)
	case atom.A:
		anchor(n)
	case atom.Figure:
		figure(n)
	case atom.Sup:
		raise(n, superscripts)
	case atom.Sub:
		raise(n, subscripts)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		t.heading(n)
	case atom.Summary:
		n.DataAtom, n.Data = atom.P, "p"
	case atom.Kbd, atom.Samp, atom.Tt:
		n.DataAtom, n.Data = atom.Code, "code"
	case atom.Table:
		plainTable(n)
	case atom.Div:
		strava(n)
	}
}

// heading removes a heading without words, and keeps the id of one that the text links to.
func (t *tidier) heading(n *html.Node) {
	switch id := attr(n, "id"); {
	case words(n) == "" && n.FirstChild == nil:
		n.Parent.RemoveChild(n)
	case id != "" && !strings.ContainsAny(id, " {}\"'\\") && strings.Contains(t.src, `"#`+id+`"`):
		n.AppendChild(textNode(" {#" + id + "}"))
	}
}

// list unwraps a list whose entries are the pictures of a gallery, or that has no entries.
func list(n *html.Node) {
	entries, pictures := 0, 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			entries++
			if find(c, atom.Img) != nil && find(c, atom.Li) == nil && (strings.Contains(attr(c, "class"), "gallery") || words(c) == "") {
				pictures++
			}
		}
	}
	if entries != pictures {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			c.DataAtom, c.Data, c.Attr = atom.Div, "div", nil
		}
	}
	n.DataAtom, n.Data, n.Attr = atom.Div, "div", nil
}

// anchor unwraps an <a> that is no link, and one that leads from a picture to its own larger copy.
func anchor(n *html.Node) {
	href := strings.TrimSpace(attr(n, "href"))
	if href == "" {
		unwrap(n)
		return
	}
	setAttr(n, "href", strings.Join(strings.Fields(href), "%20"))
	if img := only(n, atom.Img); img != nil && isPicture(href) {
		setAttr(img, "src", href)
		unwrap(n)
	}
}

// only returns the element of a kind if there is nothing else in a node.
func only(n *html.Node, kind atom.Atom) *html.Node {
	var found *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case c.DataAtom == kind && found == nil:
			found = c
		default:
			return nil
		}
	}
	return found
}

// saysAddress reports whether the words of a link are its address, or the name of the file there.
func saysAddress(a *html.Node) bool {
	href, text := attr(a, "href"), words(a)
	return a.FirstChild != nil && a.FirstChild == a.LastChild && (text == href || text == fileName(href))
}

func find(n *html.Node, kind atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == kind {
			return c
		}
	}
	return nil
}

func count(n *html.Node, kind atom.Atom) int {
	number := 0
	for c := range n.Descendants() {
		if c.DataAtom == kind {
			number++
		}
	}
	return number
}

// plainTable leaves only text in the cells of a table.
func plainTable(n *html.Node) {
	if caption := find(n, atom.Caption); caption != nil {
		caption.Parent.RemoveChild(caption)
		caption.DataAtom, caption.Data = atom.P, "p"
		n.Parent.InsertBefore(caption, n)
	}
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.Td, atom.Th:
			limitSpan(c)
		case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Pre, atom.Blockquote, atom.Center:
			c.DataAtom, c.Data = atom.Span, "span"
			c.AppendChild(textNode(" "))
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			c.DataAtom, c.Data = atom.Strong, "strong"
		case atom.Br:
			c.Type, c.DataAtom, c.Data = html.TextNode, 0, " "
		}
	}
}

// maxSpan is how many columns or rows a cell may span.
const maxSpan = 30

// limitSpan makes a cell that spans more than maxSpan columns or rows span one.
func limitSpan(cell *html.Node) {
	for _, key := range []string{"colspan", "rowspan"} {
		if n, err := strconv.Atoi(attr(cell, key)); attr(cell, key) != "" && (err != nil || n > maxSpan) {
			setAttr(cell, key, "1")
		}
	}
}

const (
	superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"
	subscripts   = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ"
	levelled     = "0123456789+-()n"
)

// raise writes raised or lowered numbers as the characters that Unicode has for them. Other letters stay on the line.
func raise(n *html.Node, to string) {
	text, small := words(n), []rune(to)
	raised := strings.Map(func(r rune) rune {
		if i := strings.IndexRune(levelled, r); i >= 0 {
			return small[i]
		}
		return -1
	}, text)
	if raised != "" && len([]rune(raised)) == len([]rune(text)) && find(n, atom.A) == nil {
		swap(n, textNode(raised))
	}
}
