package prose

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var emptyLines = regexp.MustCompile(`\n[ \t]*\n\s*`)

// autop makes paragraphs of the text in a block, as WordPress does with a text of its classic editor (wpautop): an empty line begins a new
// paragraph, and a line end breaks the line.
func autop(block *html.Node) {
	var children []*html.Node
	for block.FirstChild != nil {
		children = append(children, block.FirstChild)
		block.RemoveChild(block.FirstChild)
	}
	b := builder{block: block}
	for _, c := range children {
		switch {
		case c.Type == html.TextNode:
			b.text(c.Data)
		case c.Type == html.ElementNode && isBlock(c.DataAtom):
			b.open = nil
			block.AppendChild(c)
			switch c.DataAtom {
			case atom.Div, atom.Blockquote, atom.Section, atom.Article, atom.Center:
				autop(c)
			case atom.P:
				breakLines(c)
			}
		default:
			b.inline(c)
		}
	}
}

// builder fills a block with paragraphs.
type builder struct{ block, open *html.Node }

func (b *builder) text(s string) {
	for i, piece := range emptyLines.Split(s, -1) {
		if i > 0 {
			b.open = nil
		}
		if strings.TrimSpace(piece) != "" || b.open != nil && piece != "" {
			b.inline(textNode(piece))
		}
	}
}

func (b *builder) inline(n *html.Node) {
	if b.open == nil {
		b.open = element(atom.P)
		b.block.AppendChild(b.open)
	}
	b.open.AppendChild(n)
	if n.Type == html.TextNode {
		breakText(n)
	} else {
		breakLines(n)
	}
}

// breakLines breaks the lines of all text in an element.
func breakLines(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.TextNode:
			breakText(c)
		case c.Type == html.ElementNode && !isBlock(c.DataAtom) && c.DataAtom != atom.Code && c.DataAtom != atom.Script && c.DataAtom != atom.Style:
			breakLines(c)
		}
		c = next
	}
}

// breakText adds breaks at the line ends of a text, but not at its ends, nor next to a break or a block.
func breakText(n *html.Node) {
	lines := strings.Split(n.Data, "\n")
	if len(lines) < 2 {
		return
	}
	isText := func(line string) bool { return strings.TrimSpace(line) != "" }
	first, last := slices.IndexFunc(lines, isText), len(lines)-1
	for last >= 0 && !isText(lines[last]) {
		last--
	}
	parts := []*html.Node{}
	for i, line := range lines {
		before, after := first < 0 || i <= first, i > last
		if i > 0 && !(before && isEdge(n.PrevSibling)) && !(after && isEdge(n.NextSibling)) {
			parts = append(parts, element(atom.Br))
		}
		if i < len(lines)-1 {
			line = strings.TrimRight(line, " \t")
		}
		if line != "" {
			parts = append(parts, textNode(line))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, textNode(" "))
	}
	swap(n, parts...)
}

// isEdge reports whether line ends beside a node need no break.
func isEdge(n *html.Node) bool { return n == nil || n.DataAtom == atom.Br || isBlock(n.DataAtom) }

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Iframe, atom.Li, atom.Main, atom.Nav,
		atom.Ol, atom.P, atom.Pre, atom.Script, atom.Section, atom.Style, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr,
		atom.Ul, atom.Video, atom.Audio:
		return true
	}
	return false
}
