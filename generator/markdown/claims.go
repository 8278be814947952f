package markdown

import (
	"github.com/yuin/goldmark/ast"

	"github.com/legpress/legpress/generator/diag"
)

// Claim is a passage that needs a source and has none in its paragraph, item, heading or cell.
type Claim struct {
	Text string
	Pos  diag.Position // of its first word
}

// claims looks at the words of each block that could hold a claim. Code is left out. A block that cites a source has none.
func (w *writer) claims(root ast.Node) {
	if w.parser.options.Claims == nil || !w.parser.options.MayClaim(w.src) {
		return
	}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		first := n.FirstChild()
		if !entering || n.Type() == ast.TypeInline || first == nil || first.Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		b := block{src: w.src}
		b.gather(n)
		if !b.cites {
			w.claimsOf(&b)
		}
		return ast.WalkSkipChildren, nil
	})
}

func (w *writer) claimsOf(b *block) {
	for _, span := range w.parser.options.Claims(string(b.text)) {
		pos := w.pos(b.at[span[0]], b.at[span[1]-1]+1)
		w.doc.Claims = append(w.doc.Claims, Claim{Text: string(b.text[span[0]:span[1]]), Pos: pos})
	}
}

// block is the plain text of a block, and for each byte the offset of the source at which it stands.
type block struct {
	src   []byte
	text  []byte
	at    []int
	cites bool // a source
}

func (b *block) gather(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.add(c.Segment.Start, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.text, b.at = append(b.text, ' '), append(b.at, c.Segment.Stop)
			}
		case *ast.Link:
			to, wrong := readAddress(c.Destination)
			b.cites = b.cites || wrong == nil && to.scheme == "source"
			b.gather(c)
		case *ast.AutoLink:
			to, wrong := readAddress(c.Label(b.src))
			b.cites = b.cites || wrong == nil && to.scheme == "source"
		case *ast.CodeSpan, *ast.RawHTML:
		default:
			b.gather(c)
		}
	}
}

func (b *block) add(from, to int) {
	for i := from; i < to; i++ {
		b.text, b.at = append(b.text, b.src[i]), append(b.at, i)
	}
}
