package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/legpress/legpress/generator/claims"
	"github.com/legpress/legpress/generator/diag"
)

// Claim is a phrase that promises what the evidence does not support, in a paragraph, list item or cell without a citation.
type Claim struct {
	Text string // plain, on one line
	Pos  diag.Position
}

// isEnglish reports whether a language is one whose claims are known.
func isEnglish(language string) bool {
	base, _, _ := strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	return strings.EqualFold(base, "en")
}

// Claims returns what a line without markup promises beyond the evidence, phrase by phrase: a title, for example.
func (p *Parser) Claims(line string) []string {
	if !isEnglish(p.options.Language) || !claims.MayContain(line) {
		return nil
	}
	var found []string
	for _, c := range claims.Find(claims.Passage{Text: line}) {
		found = append(found, line[c.Start:c.End])
	}
	return found
}

// findClaims looks for claims in all the blocks of the text, if it can have any.
func (w *writer) findClaims(root ast.Node) {
	if isEnglish(w.parser.options.Language) && claims.MayContain(w.src) {
		w.claimsBelow(root)
	}
}

func (w *writer) claimsBelow(n ast.Node) {
	if hasWording(n) {
		w.claimsIn(n)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.claimsBelow(c)
	}
}

// hasWording reports whether a node is a block of text: what is in it is no block any more.
func hasWording(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.TableCell, *east.DefinitionTerm:
		return true
	}
	return false
}

// claimsIn keeps the claims of one block that no source stands behind.
func (w *writer) claimsIn(block ast.Node) {
	if !claims.MayContain(w.linesOf(block)) {
		return
	}
	text := w.wordingOf(block)
	found := claims.Find(claims.Passage{Lead: w.leadOf(block), Text: string(text.plain), Next: w.nextOf(block)})
	if len(found) == 0 || w.isCited(block) {
		return
	}
	for _, c := range found {
		w.doc.Claims = append(w.doc.Claims, Claim{
			Text: strings.Join(strings.Fields(string(text.plain[c.Start:c.End])), " "),
			Pos:  w.pos(text.source(c.Start), text.source(c.End-1)+1),
		})
	}
}

// linesOf returns the source from the first line of a block to its last.
func (w *writer) linesOf(block ast.Node) []byte {
	lines := block.Lines()
	if lines.Len() == 0 {
		return nil
	}
	return w.src[lines.At(0).Start:lines.At(lines.Len()-1).Stop]
}

// wording is the plain text of a block and where in the source its pieces stand.
type wording struct {
	plain  []byte
	pieces []piece
}

// piece is a part of the plain text that stands in the source just so, or is made of what stands there.
type piece struct{ plain, source int }

func (t *wording) add(s string, source int) {
	t.pieces = append(t.pieces, piece{len(t.plain), source})
	t.plain = append(t.plain, s...)
}

// source returns where in the source the byte of the plain text stands.
func (t *wording) source(at int) int {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].plain > at })
	p := t.pieces[i-1]
	offset := p.source + at - p.plain
	if i < len(t.pieces) && t.pieces[i].source > p.source {
		offset = min(offset, t.pieces[i].source-1)
	}
	return offset
}

func (w *writer) wordingOf(n ast.Node) *wording {
	t := &wording{}
	w.spell(n, t)
	return t
}

func (w *writer) plainOf(n ast.Node) string { return string(w.wordingOf(n).plain) }

// spell adds the words inside a node, those that a reader reads as the author's own: not code, addresses and pictures, nor what is
// struck out.
func (w *writer) spell(n ast.Node, t *wording) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.spellText(c, t)
		case *ast.CodeSpan, *ast.AutoLink, *ast.Image, *ast.RawHTML, *east.Strikethrough:
		case *ast.Link:
			if !c.HasChildren() {
				name := inlineWriter{src: w.src}
				name.linkLabel(c)
				t.add(string(name.out), c.Pos())
			}
			w.spell(c, t)
		default:
			w.spell(c, t)
		}
	}
}

func (w *writer) spellText(n *ast.Text, t *wording) {
	start := n.Segment.Start
	plain := inlineWriter{src: w.src}
	for i := start; i < n.Segment.Stop; {
		size, s := 0, ""
		if special[w.src[i]] {
			size, s = plain.replace(i, n.Segment.Stop)
		}
		if size == 0 {
			i++
			continue
		}
		t.add(string(w.src[start:i]), start)
		t.add(s, i)
		i += size
		start = i
	}
	t.add(string(w.src[start:n.Segment.Stop]), start)
	if n.SoftLineBreak() || n.HardLineBreak() {
		t.add(" ", n.Segment.Stop)
	}
}

// leadOf returns the words that introduce a block: those before the list that it is an item of, the term that it defines, or the heading
// of its column.
func (w *writer) leadOf(block ast.Node) string {
	var lead ast.Node
	switch parent := block.Parent().(type) {
	case *ast.ListItem:
		lead = parent.Parent().PreviousSibling()
	case *east.DefinitionDescription:
		lead = parent.PreviousSibling()
	case *east.TableRow:
		lead = headOf(parent, block)
	}
	if lead == nil || !hasWording(lead) {
		return ""
	}
	return w.plainOf(lead)
}

// headOf returns the heading of the column that a cell stands in, or nil.
func headOf(row, cell ast.Node) ast.Node {
	head := row.Parent().FirstChild().FirstChild()
	for c := row.FirstChild(); c != cell && head != nil; c = c.NextSibling() {
		head = head.NextSibling()
	}
	return head
}

// nextOf returns the words of the block that comes next, behind a quotation too.
func (w *writer) nextOf(block ast.Node) string {
	next := block.NextSibling()
	if quote, ok := block.Parent().(*ast.Blockquote); ok && next == nil {
		next = quote.NextSibling()
	}
	if next == nil || !hasWording(next) {
		return ""
	}
	return w.plainOf(next)
}

// isCited reports whether a source is cited where it stands for what the block says: in the item of a list, the quotation or the footnote
// that it is part of, or else in the block itself.
func (w *writer) isCited(block ast.Node) bool {
	switch parent := block.Parent().(type) {
	case *ast.ListItem, *ast.Blockquote, *east.Footnote:
		return w.cites(parent, true)
	}
	return w.cites(block, true)
}

// cites reports whether a source is cited in a node, lists inside it left out, or in a footnote that it refers to.
func (w *writer) cites(n ast.Node, footnotes bool) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Link:
			if isCitation(c.Destination) {
				return true
			}
		case *ast.AutoLink:
			if isCitation(c.Label(w.src)) {
				return true
			}
		case *east.FootnoteLink:
			if footnotes && w.footnoteCites(c.Index) {
				return true
			}
		case *ast.List:
			continue
		}
		if w.cites(c, footnotes) {
			return true
		}
	}
	return false
}

func (w *writer) footnoteCites(number int) bool {
	for _, n := range w.findings.footnotes {
		if n.Index == number {
			return w.cites(n, false)
		}
	}
	return false
}

func isCitation(destination []byte) bool {
	to, wrong := parseAddress(destination)
	return wrong == nil && to.scheme == "source"
}
