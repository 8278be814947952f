package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/legpress/legpress/generator/diag"
)

// newGrammar returns goldmark's parser with what an author may write. Bare addresses do not become links, which would cost
// a tenth of the time, and quotes and dashes are set when the text is written, which is faster than as nodes of the tree.
// The numbers are goldmark's own order of precedence.
func newGrammar() parser.Parser {
	id := parser.WithHeadingAttribute()
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(id), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(depthLimitedParser{extension.NewDefinitionDescriptionParser()}, 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(depthLimitedParser{parser.NewListParser()}, 300),
			util.Prioritized(depthLimitedParser{parser.NewListItemParser()}, 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(id), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(depthLimitedParser{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(footnoteParser{depthLimitedParser{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(limitedParser{parser.NewCodeSpanParser(), true}, 100),
			util.Prioritized(limitedParser{extension.NewFootnoteParser(), false}, 101),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(limitedParser{parser.NewAutoLinkParser(), true}, 300),
			util.Prioritized(limitedParser{parser.NewRawHTMLParser(), false}, 400),
			util.Prioritized(limitedParser{newEmphasisParser(), true}, 500),
			util.Prioritized(limitedParser{newStrikethroughParser(), true}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(newTableParser(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// findingsKey is the key of the findings in goldmark's context.
var findingsKey = parser.NewContextKey()

// findings are what the parsers see and the tree does not keep. Numbers are offsets.
type findings struct {
	openers   []int       // of the open brackets of this block
	ends      map[int]int // of links and pictures, by their beginnings
	suspects  []suspect
	footnotes []*east.Footnote // all that are defined
	faults    []positionedFault
	cells     int  // of all tables so far
	markCount int  // of the block that is being read
	tooDeep   bool // it was reported that something is nested too deeply
}

// positionedFault is a fault that was found while the text was parsed, with its offsets.
type positionedFault struct {
	severity    diag.Severity
	start, stop int
	fault
}

func (n *findings) report(severity diag.Severity, start, stop int, f fault) {
	n.faults = append(n.faults, positionedFault{severity, start, stop, f})
}

// suspect is plain text that was probably meant as a link or a footnote.
type suspect struct {
	kind        suspectKind
	start, stop int
	second      int    // offset of the second pair of brackets
	label       string // of the link's definition or the footnote
}

type suspectKind int

const (
	undefinedLink     suspectKind = iota // [x][ref] or [ref][]
	undefinedFootnote                    // [^x]
	unreadableLink                       // [x](something that is no address)
)

// linkParser is goldmark's parser of links and pictures. It also notes where they end, and what only looks like one.
type linkParser struct{ parser.InlineParser }

// Parse is called at every "[", "![" and "]" outside code.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	found := pc.Get(findingsKey).(*findings)
	if found.countMark(block); found.markCount > maxMarks {
		return nil
	}
	number, at := block.Position()
	line, _ := block.PeekLine()
	if line[0] != ']' {
		n := p.InlineParser.Parse(parent, block, pc)
		if n != nil {
			found.openBracket(line, at.Start)
		}
		return n
	}
	start, ok := found.closeBracket()
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		_, end := block.Position()
		found.noteEnd(start, end.Start)
	} else if ok && len(line) > 1 {
		block.SetPosition(number, at)
		found.noteSuspect(block, start)
	}
	return n
}

// CloseBlock is called at the end of every paragraph and the like.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	found := pc.Get(findingsKey).(*findings)
	found.openers, found.markCount = found.openers[:0], 0
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// openBracket notes an opening bracket. If it begins a footnote, that one is not defined: goldmark has read the others before.
func (n *findings) openBracket(line []byte, start int) {
	n.openers = append(n.openers, start)
	rest, picture := bytes.CutPrefix(line, []byte("!"))
	rest, ok := bytes.CutPrefix(rest, []byte("[^"))
	if !ok {
		return
	}
	label, _, ok := bytes.Cut(rest, []byte("]"))
	if !ok || len(bytes.TrimSpace(label)) == 0 || bytes.IndexByte(label, '[') >= 0 {
		return
	}
	if picture {
		start++
	}
	n.suspects = append(n.suspects, suspect{undefinedFootnote, start, start + len("[^]") + len(label), start, string(label)})
}

// closeBracket returns the opening bracket of a closing one and forgets it, as goldmark does, whatever becomes of the two.
func (n *findings) closeBracket() (start int, ok bool) {
	last := len(n.openers) - 1
	if last < 0 {
		return 0, false
	}
	start = n.openers[last]
	n.openers = n.openers[:last]
	return start, true
}

func (n *findings) noteEnd(start, stop int) {
	if n.ends == nil {
		n.ends = map[int]int{}
	}
	n.ends[start] = stop
}

// noteSuspect looks at what follows a pair of brackets that is no link. The reader is at the closing one.
func (n *findings) noteSuspect(block text.Reader, start int) {
	line, at := block.PeekLine()
	switch line[1] {
	case '(':
		stop := bytes.IndexByte(line, ')') + 1
		if stop == 0 {
			stop = len(line)
		}
		n.suspects = append(n.suspects, suspect{kind: unreadableLink, start: start, stop: at.Start + stop, second: at.Start + 1})
	case '[':
		label, stop, ok := secondLabel(block)
		if len(bytes.TrimSpace(label)) == 0 {
			label = bytes.TrimLeft(block.Source()[start:at.Start], "![")
		}
		if ok && len(bytes.TrimSpace(label)) > 0 && label[0] != '^' {
			n.suspects = append(n.suspects, suspect{undefinedLink, start, stop, at.Start + 1, string(label)})
		}
	}
}

// secondLabel reads the second brackets of [x][ref]. The reader is at the first closing one.
func secondLabel(block text.Reader) (label []byte, stop int, ok bool) {
	block.Advance(len("]["))
	segments, ok := block.FindClosure('[', ']', text.FindClosureOptions{Newline: true, Advance: true})
	if !ok {
		return nil, 0, false
	}
	for i := range segments.Len() {
		label = append(label, block.Value(segments.At(i))...)
	}
	_, end := block.Position()
	return label, end.Start, true
}

// footnoteParser is goldmark's parser of the texts of footnotes. It notes all of them, because goldmark drops those never used.
type footnoteParser struct{ parser.BlockParser }

// Close is called at the end of every footnote's text.
func (p footnoteParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	found := pc.Get(findingsKey).(*findings)
	found.footnotes = append(found.footnotes, node.(*east.Footnote))
}
