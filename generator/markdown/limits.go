package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/legpress/legpress/generator/diag"
)

// Limits for a text. goldmark visits all open blocks at every line, and all earlier marks at every mark, so without limits the work would
// grow with the square of the text. Nobody who writes for readers comes near them.
const (
	maxBytes  = 2_000_000 // of one text: some 300,000 words
	maxNested = 20        // quotations, lists, definitions and footnotes inside each other
	maxMarks  = 1000      // signs of one paragraph, heading or cell that may begin or end emphasis, code, a link or a tag
)

var (
	tooLarge     = fault{"text-too-large", "a text has at most 2 MB, and this one has more.", "Make several texts of it."}
	tooDeep      = fault{"too-deep", "quotations and lists stand at most 20 deep inside each other, and here it would be more.", "Begin a new paragraph after an empty line."}
	tooManyMarks = fault{"too-many-marks", "a paragraph has at most 1,000 signs that can mark something, such as * [ ` and <, and from here on there are more.", "Make several paragraphs of it."}
)

// depthLimitedParser is a parser of blocks that hold others, up to a depth.
type depthLimitedParser struct{ parser.BlockParser }

// Open is called where such a block may begin.
func (p depthLimitedParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxNested || depth(pc) < maxNested {
		return p.BlockParser.Open(parent, reader, pc)
	}
	if found := pc.Get(findingsKey).(*findings); !found.tooDeep {
		found.tooDeep = true
		_, at := reader.Position()
		found.report(diag.Error, at.Start+max(pc.BlockOffset(), 0), at.Stop, tooDeep)
	}
	return nil, parser.NoChildren
}

// depth counts the blocks around a place that hold others.
func depth(pc parser.Context) int {
	n := 0
	for _, b := range pc.OpenedBlocks() {
		switch b.Node.(type) {
		case *ast.Blockquote, *ast.ListItem, *east.DefinitionDescription, *east.Footnote:
			n++
		}
	}
	return n
}

// limitedParser is a parser of what begins with a mark in a line; it parses no more than maxMarks of a block. Several parsers may see
// the same mark: the first of them counts it.
type limitedParser struct {
	parser.InlineParser
	counts bool
}

// Parse is called at every mark.
func (p limitedParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	found := pc.Get(findingsKey).(*findings)
	if p.counts {
		found.countMark(block)
	}
	if found.markCount > maxMarks {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// countMark counts a mark of the block that is being read, and reports the first one beyond the limit.
func (n *findings) countMark(block text.Reader) {
	if n.markCount++; n.markCount == maxMarks+1 {
		_, at := block.Position()
		n.report(diag.Error, at.Start, at.Start+1, tooManyMarks)
	}
}
