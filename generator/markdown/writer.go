package markdown

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/legpress/legpress/generator/diag"
	"github.com/legpress/legpress/generator/nfc"
	"github.com/legpress/legpress/generator/rawhtml"
)

// writer walks the tree of one text once. It writes the HTML, collects what the text refers to, and reports problems.
type writer struct {
	inlineWriter
	positions
	idSet
	parser     *Parser
	findings   *findings
	doc        *Doc
	problems   diag.List
	refOffsets []int // offsets in out of the references, in the order of doc.Refs

	inLink           bool
	aloneInParagraph bool           // what is written now is alone in its paragraph
	level            int            // of the last heading
	references       map[int]int    // how often each footnote was referred to so far
	numbers          map[string]int // of the sources cited so far
	unclosed         []string       // names of the HTML tags that were reported
	shortcodes       map[string]int // how many commands of each name were reported and have no end so far
}

func newWriter(p *Parser, src Source) *writer {
	doc := &Doc{IDs: map[string]bool{}}
	w := &writer{parser: p, doc: doc, level: 1}
	composed := nfc.Compose(src.Text)
	w.inlineWriter = inlineWriter{src: composed.Bytes, quotes: p.quotes, html: true}
	w.positions = positions{file: composed.Bytes, composed: composed, first: src.Pos}
	w.idSet = idSet{prefix: src.Prefix, taken: doc.IDs, reserved: p.reserved}
	return w
}

func (w *writer) problem(pos diag.Position, severity diag.Severity, f fault) {
	w.problems.Add(diag.Problem{Position: pos, Severity: severity, ID: f.id, Message: f.message, Hint: f.hint})
}

// addRef notes that a reference comes here. The site fills it in later.
func (w *writer) addRef(ref Ref) {
	w.refOffsets = append(w.refOffsets, len(w.out))
	w.doc.Refs = append(w.doc.Refs, ref)
}

// assemble completes the Doc. Its parts are pieces of one string with all the HTML.
func (w *writer) assemble(root ast.Node) {
	html, start := template.HTML(w.out), 0
	w.doc.Parts = make([]Part, 0, len(w.refOffsets)+1)
	for ref, end := range w.refOffsets {
		w.doc.Parts = append(w.doc.Parts, Part{html[start:end], ref})
		start = end
	}
	w.doc.Parts = append(w.doc.Parts, Part{html[start:], -1})
	w.doc.Words = w.inlineWriter.words
	w.doc.Summary = w.summary(root)
	w.ownFragments()
}

// ownFragments adds the prefix to references to ids of this text.
func (w *writer) ownFragments() {
	if w.prefix == "" {
		return
	}
	for i := range w.doc.Refs {
		ref := &w.doc.Refs[i]
		if prefixed := w.prefix + ref.Fragment; ref.Scheme == "" && ref.Target == "" && w.doc.IDs[prefixed] {
			ref.Fragment = prefixed
		}
	}
}

// repair replaces bytes that are not UTF-8, one by one so that all positions stay right, and reports the first of them.
func (w *writer) repair() {
	w.src = bytes.Clone(w.src)
	src, at := w.src, -1
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			src[i] = '?'
			if at < 0 {
				at = i
			}
		}
		i += size
	}
	w.positions.file = src
	w.problem(w.pos(at, at+1), diag.Error, fault{"not-utf8", "there is a character here that cannot be read.",
		"Save the file as UTF-8: most editors offer that under Save As, Encoding."})
}

// keepTags adds the tags of HTML that is let through to the Doc. Its lines may lie apart in the file, as in a quotation.
func (w *writer) keepTags(lines []text.Segment) {
	var raw []byte
	starts := make([]int, len(lines)) // of the lines in raw
	for i, line := range lines {
		starts[i] = len(raw)
		raw = append(raw, line.Value(w.src)...)
	}
	line := 0 // of the last position; they are asked for in order
	pos := func(from, to int) diag.Position {
		for line+1 < len(lines) && starts[line+1] <= from {
			line++
		}
		start := max(lines[line].Start+from-starts[line]-lines[line].Padding, lines[line].Start)
		if line+1 < len(lines) && to > starts[line+1] {
			return w.pos(start, lines[line].Stop)
		}
		return w.pos(start, start+to-from)
	}
	w.doc.Tags = append(w.doc.Tags, rawhtml.Tags(raw, pos)...)
}

// tableLabel names a table by the headings of its columns.
func (w *writer) tableLabel(n *east.Table) string {
	var heads []string
	for c := n.FirstChild().FirstChild(); c != nil; c = c.NextSibling() {
		if s := w.labelOf(c); s != "" {
			heads = append(heads, s)
		}
	}
	if len(heads) == 0 {
		return w.parser.options.Words.Table
	}
	return w.parser.options.Words.Table + ": " + strings.Join(heads, ", ")
}

// refer counts a reference to a footnote and returns its id.
func (w *writer) refer(footnote int) string {
	if w.references == nil {
		w.references = map[int]int{}
	}
	w.references[footnote]++
	return referenceID(footnote, w.references[footnote])
}

// referenceID returns the id of the nth reference to a footnote, without prefix: fnref-1, fnref-1-2, ...
func referenceID(footnote, n int) string {
	id := "fnref-" + strconv.Itoa(footnote)
	if n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return id
}

func (w *writer) reportFootnoteInLink(n *east.FootnoteLink) {
	w.problem(w.pos(n.Pos(), n.Pos()+1), diag.Warning, fault{"footnote-in-link", "nobody can click a footnote inside a link.",
		"Put it behind the link."})
}
