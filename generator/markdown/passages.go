package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/legpress/legpress/generator/diag"
)

// Phrases finds phrases that an author has to be told of, such as claims, in the blocks of a text. The zero Phrases finds none.
type Phrases struct {
	MayContain func(text string) bool // a quick look at the plain text of a block: false where there is no phrase in it
	Find       func(Passage) []Span   // the phrases in a passage, in order
}

// Passage is the plain text of a block and what is around it.
type Passage struct {
	Lead string // what the block is an item of: the words before a list, the heading of a column; may be empty
	Text string
	Next string // the block behind it; may be empty
}

// Span is a part of the text of a passage, in bytes.
type Span struct {
	Start, End int
	Rule       string // against which it is
	Citable    bool   // a source in its block makes it good
}

// Phrase is a phrase that was found in a block.
type Phrase struct {
	Text string // plain, on one line
	Rule string // against which it is
	Pos  diag.Position
}

// findPhrases looks for phrases in all blocks of the text.
func (w *writer) findPhrases(root ast.Node) {
	if w.parser.options.Phrases.Find != nil {
		w.phrasesBelow(root, &wording{})
	}
}

// phrasesBelow looks for phrases in the blocks below a node. The wording is that of the last block, whose room is used again.
func (w *writer) phrasesBelow(n ast.Node, last *wording) {
	if hasWording(n) {
		last.plain, last.pieces = last.plain[:0], last.pieces[:0]
		w.spell(n, last)
		w.phrasesIn(n, last)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.phrasesBelow(c, last)
	}
}

// hasWording reports whether a node is a block of text, with no blocks in it.
func hasWording(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.TableCell, *east.DefinitionTerm:
		return true
	}
	return false
}

// phrasesIn adds the phrases of one block to the Doc, without those that a source makes good and that are cited.
func (w *writer) phrasesIn(block ast.Node, t *wording) {
	phrases, text := w.parser.options.Phrases, string(t.plain)
	if !phrases.MayContain(text) {
		return
	}
	found := phrases.Find(Passage{Lead: w.leadOf(block), Text: text, Next: w.nextOf(block)})
	cited := len(found) > 0 && w.isCited(block)
	for _, s := range found {
		if s.Citable && cited {
			continue
		}
		w.doc.Phrases = append(w.doc.Phrases, Phrase{
			Text: strings.Join(strings.Fields(text[s.Start:s.End]), " "),
			Rule: s.Rule,
			Pos:  w.pos(t.source(s.Start), t.source(s.End-1)+1),
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

// wording is the plain text of a block, with the offsets of its pieces in the source.
type wording struct {
	plain  []byte
	pieces []piece
}

// piece is a part of the plain text that is in the source as it is, or is made of what is there. It has the offsets of its beginning in
// both.
type piece struct{ plain, source int }

// add adds a piece to the wording.
func add[T string | []byte](t *wording, s T, source int) {
	t.pieces = append(t.pieces, piece{len(t.plain), source})
	t.plain = append(t.plain, s...)
}

// source returns the offset in the source of a byte of the plain text.
func (t *wording) source(at int) int {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].plain > at })
	p := t.pieces[i-1]
	offset := p.source + at - p.plain
	if i < len(t.pieces) && t.pieces[i].source > p.source {
		offset = min(offset, t.pieces[i].source-1)
	}
	return offset
}

// plainOf returns the wording of a node as text.
func (w *writer) plainOf(n ast.Node) string {
	var t wording
	w.spell(n, &t)
	return string(t.plain)
}

// spell adds the words inside a node that readers take for the author's own: no code, addresses and pictures, nothing struck out.
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
				add(t, name.out, c.Pos())
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
		add(t, w.src[start:i], start)
		add(t, s, i)
		i += size
		start = i
	}
	add(t, w.src[start:n.Segment.Stop], start)
	if n.SoftLineBreak() || n.HardLineBreak() {
		add(t, " ", n.Segment.Stop)
	}
}

// leadOf returns the words that introduce a block: those before its list, the term that it defines, or the heading of its column.
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

// headOf returns the heading of a cell's column, or nil.
func headOf(row, cell ast.Node) ast.Node {
	head := row.Parent().FirstChild().FirstChild()
	for c := row.FirstChild(); c != cell && head != nil; c = c.NextSibling() {
		head = head.NextSibling()
	}
	return head
}

// nextOf returns the words of the next block; for the last one of a quotation, of the block behind that.
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

// isCited reports whether a source is cited for what a block says: in its list item, quotation or footnote, or else in the block itself.
func (w *writer) isCited(block ast.Node) bool {
	switch parent := block.Parent().(type) {
	case *ast.ListItem, *ast.Blockquote, *east.Footnote:
		return w.cites(parent, true)
	}
	return w.cites(block, true)
}

// cites reports whether a source is cited in a node, without the lists inside it, or in a footnote that it refers to.
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
