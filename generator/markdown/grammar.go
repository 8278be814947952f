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
			util.Prioritized(nestedParser{extension.NewDefinitionDescriptionParser()}, 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(nestedParser{parser.NewListParser()}, 300),
			util.Prioritized(nestedParser{parser.NewListItemParser()}, 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(id), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(nestedParser{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(footnoteParser{nestedParser{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(markParser{parser.NewCodeSpanParser(), true}, 100),
			util.Prioritized(markParser{extension.NewFootnoteParser(), false}, 101),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(markParser{parser.NewAutoLinkParser(), true}, 300),
			util.Prioritized(markParser{parser.NewRawHTMLParser(), false}, 400),
			util.Prioritized(markParser{newEmphasisParser(), true}, 500),
			util.Prioritized(markParser{newStrikethroughParser(), true}, 500),
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

// notesKey is where the notes of the text that is being parsed hang in goldmark's context.
var notesKey = parser.NewContextKey()

// notes hold what is known while a text is parsed and lost in the tree. Numbers are offsets.
type notes struct {
	openers   []int       // of the brackets that are open, in this block
	ends      map[int]int // of links and pictures, by where they begin
	suspects  []suspect
	footnotes []*east.Footnote // all that are defined
	faults    []placedFault
	cells     int  // of all tables so far
	marks     int  // of the block that is being read
	tooDeep   bool // something was
}

// placedFault is a fault that was found while the text was parsed.
type placedFault struct {
	severity    diag.Severity
	start, stop int
	fault
}

func (n *notes) fault(severity diag.Severity, start, stop int, f fault) {
	n.faults = append(n.faults, placedFault{severity, start, stop, f})
}

// suspect is something that would be plain text, but was probably meant as more.
type suspect struct {
	kind        suspicion
	start, stop int
	second      int    // where the second pair of brackets begins
	label       string // of the link's definition or the footnote
}

type suspicion int

const (
	undefinedLink     suspicion = iota // [x][ref] or [ref][]
	undefinedFootnote                  // [^x]
	unreadableLink                     // [x](something that is no address)
)

// linkParser is goldmark's parser of links and pictures. It notes where they end, and what only looks like one.
type linkParser struct{ parser.InlineParser }

// Parse is called at every "[", "![" and "]" outside code.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	found := pc.Get(notesKey).(*notes)
	if found.mark(block); found.marks > mostMarks {
		return nil
	}
	number, at := block.Position()
	line, _ := block.PeekLine()
	if line[0] != ']' {
		n := p.InlineParser.Parse(parent, block, pc)
		if n != nil {
			found.open(line, at.Start)
		}
		return n
	}
	start, ok := found.close()
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		_, end := block.Position()
		found.end(start, end.Start)
	} else if ok && len(line) > 1 {
		block.SetPosition(number, at)
		found.suspect(block, start)
	}
	return n
}

// CloseBlock is called at the end of every paragraph and the like.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	found := pc.Get(notesKey).(*notes)
	found.openers, found.marks = found.openers[:0], 0
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// open notes an opening bracket. One that begins a footnote is here because there is no such footnote.
func (n *notes) open(line []byte, start int) {
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

// close takes the bracket off that a closing one belongs to, as goldmark does, whatever becomes of the two.
func (n *notes) close() (start int, ok bool) {
	last := len(n.openers) - 1
	if last < 0 {
		return 0, false
	}
	start = n.openers[last]
	n.openers = n.openers[:last]
	return start, true
}

func (n *notes) end(start, stop int) {
	if n.ends == nil {
		n.ends = map[int]int{}
	}
	n.ends[start] = stop
}

// suspect looks at what follows a pair of brackets that is no link; block stands at the closing one.
func (n *notes) suspect(block text.Reader, start int) {
	line, at := block.PeekLine()
	switch line[1] {
	case '(':
		stop := bytes.IndexByte(line, ')') + 1
		if stop == 0 {
			stop = len(line)
		}
		n.suspects = append(n.suspects, suspect{kind: unreadableLink, start: start, stop: at.Start + stop})
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

// secondLabel reads the brackets behind the closing one that block stands at, as [ref] in [x][ref].
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

// footnoteParser is goldmark's parser of the texts of footnotes. It notes them all: goldmark drops those never used.
type footnoteParser struct{ parser.BlockParser }

// Close is called at the end of every footnote's text.
func (p footnoteParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	found := pc.Get(notesKey).(*notes)
	found.footnotes = append(found.footnotes, node.(*east.Footnote))
}
